"""Small plans for tests that need no method."""

from __future__ import annotations

from board_templates.geometry import Box
from board_templates.plan import (
    ItemKind,
    Phase,
    Plan,
    PlannedFrame,
    PlannedItem,
    PlannedLink,
    PlannedTag,
    Role,
    Style,
)


def note(key: str, text: str = "", *, frame: str | None = "F1", x: float = 100.0) -> PlannedItem:
    """Give a square note."""
    return PlannedItem(
        key=key,
        kind=ItemKind.NOTE,
        role=Role.BLANK,
        phase=Phase.NOTES,
        box=Box.around(Box(x, 100, 0, 0).centre, 160, 183),
        frame=frame,
        zone=None,
        content=text,
        text=text,
        style=Style(shape="square", fill="yellow"),
    )


def shape(key: str, text: str = "", **changes: object) -> PlannedItem:
    """Give a shape in the first frame."""
    values: dict[str, object] = {
        "key": key,
        "kind": ItemKind.SHAPE,
        "role": Role.CHROME,
        "phase": Phase.ZONES,
        "box": Box(20, 20, 400, 200),
        "frame": "F1",
        "zone": None,
        "content": text,
        "text": text,
        "style": Style(fill="#eeeeee"),
        **changes,
    }
    return PlannedItem(**values)  # type: ignore[arg-type]


def plan(
    items: tuple[PlannedItem, ...] = (),
    links: tuple[PlannedLink, ...] = (),
    tags: tuple[PlannedTag, ...] = (),
    frames: int = 1,
) -> Plan:
    """Give a plan with frames of 1000 × 800 side by side."""
    return Plan(
        method="try-out",
        version=1,
        layout=1,
        lang="et",
        title="Proov",
        brief={},
        participants=10,
        note_size=160,
        frames=tuple(
            PlannedFrame(
                key=f"F{n}", id=f"F{n}", title=f"Raam {n}", box=Box((n - 1) * 1200.0, 0, 1000, 800)
            )
            for n in range(1, frames + 1)
        ),
        zones=(),
        items=items,
        links=links,
        tags=tags,
        agenda=(),
    )
