"""The picture of a plan shows every planned thing in its place."""

from __future__ import annotations

from board_templates.geometry import Box, Point
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
from board_templates.preview import Card, Note, Shape, TagMark, picture_of_plan


def item(
    key: str, kind: ItemKind, x: float, style: Style, content: str = "", **more: object
) -> PlannedItem:
    box = Box(x, 300, 160, 160)
    return PlannedItem(
        *(key, kind, Role.CHROME, Phase.NOTES, box, "F1", None, content, "tekst", style),
        **more,  # type: ignore[arg-type]
    )


def plan(*items: PlannedItem, links: tuple[PlannedLink, ...] = ()) -> Plan:
    frame = PlannedFrame("F1", "F1", "1. Kogume", Box(0, 0, 1000, 800))
    return Plan(
        "proov", 1, 1, "et", "Tahvel", {}, 15, 160, (frame,), (), items, links,
        (PlannedTag("done", "tehtud", "blue"),), (),
    )  # fmt: skip


def test_kinds_become_things_of_the_picture() -> None:
    picture = picture_of_plan(
        plan(
            item("a", ItemKind.NOTE, 0, Style("square", "violet"), "<p>Mõte</p>", tags=("tehtud",)),
            item("b", ItemKind.CARD, 200, Style(fill="#123456")),
            item(
                "c", ItemKind.SHAPE, 400, Style("circle", "#ffffff", font_size=24, align="center")
            ),
            item("d", ItemKind.TEXT, 600, Style()),
        )
    )
    note, card, shape, text = picture.things
    assert picture.title == "Tahvel"
    assert [frame.title for frame in picture.frames] == ["1. Kogume"]
    assert note == Note(
        Box(0, 300, 160, 160), "<p>Mõte</p>", "violet", tags=(TagMark("tehtud", "blue"),)
    )
    assert card == Card(Box(200, 300, 160, 160), "tekst", theme="#123456")
    assert isinstance(shape, Shape)
    assert (shape.kind, shape.font_size, shape.align, shape.padding) == ("circle", 24, "center", 16)
    assert isinstance(text, Shape)
    assert (text.content, text.padding) == ("tekst", 0)


def test_links_become_lines_from_edge_to_edge() -> None:
    ends = (item("a", ItemKind.NOTE, 0, Style()), item("b", ItemKind.NOTE, 400, Style()))
    picture = picture_of_plan(plan(*ends, links=(PlannedLink("l", "a", "b"),)))
    assert (picture.lines[0].start, picture.lines[0].end) == (Point(160, 380), Point(400, 380))
