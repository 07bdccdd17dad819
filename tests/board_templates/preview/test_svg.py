"""The SVG of a picture: whole, safe, the same every time, readable when small."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from board_templates.geometry import Box, Point
from board_templates.preview import (
    Card,
    Frame,
    Line,
    Note,
    Picture,
    Shape,
    TagMark,
    UnknownFrameError,
    Unreadable,
    draw_svg,
)

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "rect", "text", "path", "ellipse", "polygon", "line"}
ANY_TEXT = st.text(max_size=60)


def frame(key: str, x: float, title: str = "Raam") -> Frame:
    return Frame(key, title, Box(x, 0, 1000, 800))


def note(content: str, x: float = 100, y: float = 200, **more: object) -> Note:
    return Note(Box(x, y, 160, 160 * 228 / 199), content, **more)  # type: ignore[arg-type]


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  # our own


def picture(*things: Note | Shape | Card | Unreadable) -> Picture:
    frames = (frame("F1", 0, "1. Kogume"), frame("F2#1", 1200, "2. Kaart"))
    return Picture("Tahvel", (*frames, frame("F2#2", 2400, "2. Kaart")), things)


def test_everything_is_drawn() -> None:
    drawn = texts(
        draw_svg(
            picture(
                note("Mõte", tags=(TagMark("otsus", "cyan"),)),
                Shape(Box(300, 200, 200, 200), "<p><strong>Ala</strong></p><p>küsimus</p>"),
                Card(Box(500, 200, 320, 60), "Kohtume", "@Mari"),
                Unreadable(Box(500, 400, 200, 200), "Pilt"),
            )
        )
    )
    expected = ["Mõte", "otsus", "Ala", "küsimus", "Kohtume", "@Mari", "Pilt"]
    assert drawn == [*expected, "1. Kogume", "2. Kaart", "2. Kaart"]


def test_the_same_picture_gives_the_same_bytes() -> None:
    drawn = picture(note("Mõte 🙂"), Shape(Box(1, 2, 3, 4), "x", fill="#ffffff"))
    assert draw_svg(drawn, width=400) == draw_svg(drawn, width=400)


@settings(max_examples=60)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.sampled_from([None, 200, 1600]))
def test_hostile_texts_stay_texts(one: str, other: str, colour: str, width: int | None) -> None:
    hostile = picture(
        note(one, colour=colour, tags=(TagMark(other, colour),)),
        Shape(Box(0, 0, 300, 200), other, colour, colour, colour, ink=colour, align=colour),
        Card(Box(0, 0, 300, 60), one, other, colour),
        Unreadable(Box(0, 0, 90, 90), one),
    )
    root = ET.fromstring(draw_svg(Picture(one, hostile.frames, hostile.things), width=width))  # noqa: S314  # our own
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ELEMENTS
    for element in root.iter():
        assert not {name for name in element.attrib if name.startswith("on") or "href" in name}
        assert "style" not in element.attrib


def test_markup_in_texts_is_escaped() -> None:
    svg = draw_svg(picture(note("&lt;image href='http://x.ee/a.png'/&gt;")))
    assert "<image" not in svg
    assert svg.count("http://") == 2  # the namespace, and the text itself


def test_frames_can_be_shown_alone() -> None:
    drawn = picture(note("esimeses"), note("teises", x=1300), note("kolmandas", x=2500))
    assert texts(draw_svg(drawn, frames=["F1"])) == ["esimeses", "1. Kogume"]
    assert texts(draw_svg(drawn, frames=["F2"])) == [
        *("teises", "kolmandas"),
        *("2. Kaart", "2. Kaart"),
    ]
    assert "teises" not in texts(draw_svg(drawn, frames=["F2#2"]))


def test_an_unknown_frame_is_refused_by_name() -> None:
    with pytest.raises(UnknownFrameError, match="F9") as refused:
        draw_svg(picture(), frames=["F1", "F9"])
    assert refused.value.known == ("F1", "F2#1", "F2#2")


def test_width_sets_the_size_in_proportion() -> None:
    root = ET.fromstring(draw_svg(picture(), width=400))  # noqa: S314  # our own
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert root.attrib["width"] == "400"
    assert int(root.attrib["height"]) == round(400 * height / width)


def test_small_letters_become_grey_lines_and_labels_grow() -> None:
    label = Shape(Box(0, 200, 900, 500), "<p><strong>Ala</strong></p><p>küsimus</p>", font_size=24)
    small = draw_svg(picture(note("Mõte mõtte järel " * 3), label), width=700, frames=["F1"])
    tiny = draw_svg(picture(note("Mõte mõtte järel " * 3), label), width=160, frames=["F1"])
    assert texts(small)[-3:] == ["Ala", "küsimus", "1. Kogume"]
    assert texts(tiny) == ["Ala", "1. Kogume"]
    assert "stroke-opacity" in tiny


def test_a_label_never_grows_under_a_note() -> None:
    label = Shape(Box(0, 200, 900, 500), "<p><strong>Ala</strong></p>", font_size=24)
    svg = draw_svg(picture(label, note("", x=10, y=240)), width=160, frames=["F1"])
    assert texts(svg) == ["1. Kogume"]


def test_long_frame_titles_are_cut_to_the_frame() -> None:
    long = Picture("x", (frame("T", 0, "Laud 1: " + "küsimus " * 40),))
    title = texts(draw_svg(long))[0]
    assert title.startswith("Laud 1: küsimus")
    assert title.endswith("…")


def test_lines_end_with_an_arrow_head() -> None:
    line = Line(Point(10, 10), Point(210, 10), width=2)
    drawn = draw_svg(Picture("x", (frame("F1", 0),), (), (line,)))
    assert 'points="210,10 196,16.3 196,3.7"' in drawn
    nothing = draw_svg(Picture("x", (frame("F1", 0),), (), (Line(Point(1, 1), Point(1, 1)),)))
    assert "<line" not in nothing


@settings(max_examples=60)
@given(st.builds(Box, *(st.sampled_from([-50.0, 0.0, 0.5, 900.0]),) * 4), st.sampled_from([0, 400]))
def test_strange_boxes_are_drawn_all_the_same(box: Box, font_size: int) -> None:
    things = (
        Note(box, "Mõte", tags=(TagMark("otsus"),)),
        Shape(box, "<b>Ala</b> siin", font_size=font_size),
        Card(box, "Kohtume", "@Mari", tags=(TagMark("otsus"),)),
        Unreadable(box, "Pilt"),
    )
    frames = (Frame("F1", "Raam", box), Frame("F2", "Teine", Box(0, 0, 100, 100)))
    for width in (None, 300):
        svg = draw_svg(Picture("x", frames, things), width=width)
        assert ET.fromstring(svg).tag == f"{SVG}svg"  # noqa: S314  # our own


def test_an_empty_board_is_a_picture_too() -> None:
    assert re.match(r'<svg xmlns="http://www.w3.org/2000/svg" role="img"', draw_svg(Picture("")))


def test_titles_of_frames_are_equally_large_where_they_can_be() -> None:
    frames = (frame("F1", 0, "Lühike"), frame("F2", 1200, "Natuke pikem pealkiri"))
    svg = draw_svg(Picture("Tahvel", frames, ()), width=180)
    drawn = list(ET.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314  # our own
    assert len({element.get("font-size") for element in drawn}) == 1
    assert drawn[0].text == "Lühike"


@pytest.mark.parametrize(("left", "drawn"), [(860, True), (120, False)])
def test_a_label_is_drawn_larger_only_clear_of_a_symbol(left: int, drawn: bool) -> None:  # noqa: FBT001
    label = "<p><strong>Veerg: kolmnurk</strong></p>"
    area = Shape(Box(0, 0, 1000, 400), label, border="#8a93a3", font_size=32)
    symbol = Shape(Box(left, 20, 120, 120), kind="triangle", fill="#dfe4ef", border="#8a93a3")
    svg = draw_svg(picture(area, symbol), width=420)
    assert ("Veerg: kolmnurk" in svg) is drawn
