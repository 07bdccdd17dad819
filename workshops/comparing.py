"""Whether Miro stored an item as planned; the create answers say so, nothing is read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from board_templates.plan import ItemKind, PlannedFrame, PlannedItem
from harvest.content import plain_text
from miro_client.models.items import Item
from workshops.building import Ground, place
from workshops.requests_answers import Difference

SLACK = 2.0  # pixels


def differences(
    planned: PlannedItem, frames: Mapping[str, PlannedFrame], ground: Ground, found: Item
) -> tuple[Difference, ...]:
    """Return where an item of the board is not as planned: kind, text, frame, place or width."""
    return tuple(
        Difference(key=planned.key, what=what, planned=wanted, found=got)
        for what, wanted, got in _sides(planned, frames, ground, found)
        if wanted != got
    )


def in_planned_order(
    planned: Sequence[PlannedItem],
    frames: Mapping[str, PlannedFrame],
    ground: Ground,
    made: Sequence[Item],
) -> list[Item]:
    """Return the items of a bulk answer so that each stands where its plan does.

    Miro answers in the order asked (fact sheet, bulk); an answer in another order is told by its
    contents. What fits nothing keeps its turn.
    """

    def unlike(one: PlannedItem, item: Item) -> int:
        return len(differences(one, frames, ground, item))

    if not any(unlike(one, item) for one, item in zip(planned, made, strict=True)):
        return list(made)
    free = list(made)
    fitting: dict[str, Item] = {}
    for one in planned:
        match = next((item for item in free if not unlike(one, item)), None)
        if match is not None:
            fitting[one.key] = match
            free.remove(match)
    return [fitting.get(one.key) or free.pop(0) for one in planned]


def text_of(item: Item) -> str:
    """Return the text of an item of the board as people read it."""
    if item.data is None:
        return ""
    return plain_text(item.data.content or item.data.title or "")


def _sides(
    planned: PlannedItem, frames: Mapping[str, PlannedFrame], ground: Ground, found: Item
) -> Iterator[tuple[str, str, str]]:
    position, parent = place(planned, frames, ground)
    yield "kind", planned.kind.value, found.type
    yield "text", _flat(plain_text(planned.content)), _flat(text_of(found))
    yield "frame", parent or "", found.parent_id or ""
    if found.position is not None:
        wanted = (position.x, position.y)
        yield "place", _near(wanted, wanted), _near(wanted, (found.position.x, found.position.y))
    if found.geometry is not None and planned.kind is not ItemKind.TEXT:
        size = (planned.box.width, planned.box.width)
        yield "width", _near(size, size), _near(size, (found.geometry.width, planned.box.width))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _near(wanted: tuple[float, float], found: tuple[float | None, float | None]) -> str:
    pair = tuple(
        goal if got is not None and abs(goal - got) <= SLACK else got
        for goal, got in zip(wanted, found, strict=True)
    )
    return f"{pair[0]}, {pair[1]}"
