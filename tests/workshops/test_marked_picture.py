"""The picture of a check: the words of the marks hide neither titles nor each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from board_templates.geometry import Box
from board_templates.preview import Frame, Picture, Shape, title_boxes
from workshops.check_answers import CheckAnswer, Finding, FindingKind
from workshops.check_texts import finding_word
from workshops.marked_picture import COLOURS, marked
from workshops.requests_answers import BoardFacts

WIDTHS = st.sampled_from([500, 1000, 2000])
FRAMES = tuple(
    Frame(f"F{n}", f"{n}. Kaardistame koos", Box(n * 3200.0, 0, 3000, 1800)) for n in range(3)
)
KINDS: tuple[FindingKind, ...] = tuple(COLOURS)


def check(*findings: Finding, things: tuple[Shape, ...] = ()) -> CheckAnswer:
    return CheckAnswer(
        workshop="w-aaaaaaaaaa",
        board=BoardFacts(id="b", name="Tahvel", url="http://127.0.0.1/b"),
        findings=findings,
        planned=0,
        present=0,
        read=0,
        picture=Picture("Tahvel", frames=FRAMES, things=things),
    )


def labels(picture: Picture) -> list[Shape]:
    words = {finding_word(kind, "et") for kind in KINDS}
    return [one for one in picture.things if isinstance(one, Shape) and one.content in words]


@st.composite
def found(draw: st.DrawFn) -> Finding:
    kind = draw(st.sampled_from(KINDS))
    if kind == "retitled":
        return Finding(kind=kind, box=draw(st.sampled_from(FRAMES)).box)
    side = draw(st.sampled_from([160.0, 400.0, 900.0]))
    x, y = draw(st.integers(0, 90)), draw(st.integers(-2, 12))
    return Finding(kind=kind, box=Box(100.0 * x, 130.0 * y, side, side))


@given(st.lists(found(), max_size=12), WIDTHS)
def test_words_hide_neither_titles_nor_each_other(findings: list[Finding], width: int) -> None:
    picture = marked(check(*findings), "et", width)
    words = [one.box for one in labels(picture)]
    assert not [w for w in words if any(w.overlaps(t) for t in title_boxes(picture, width))]
    assert not [w for n, w in enumerate(words) if any(w.overlaps(o) for o in words[:n])]
    assert {one.content for one in labels(picture)} == {
        finding_word(one.kind, "et") for one in findings
    }


def test_a_word_does_not_reach_past_the_side_of_the_picture() -> None:
    """Found by chance: the word widened the picture, and a title grew under another word."""
    words = [
        Finding(kind="missing", box=Box(300, 0, 160, 160)),
        Finding(kind="missing", box=Box(1800, 0, 160, 160)),
        Finding(kind="moved", box=Box(0, 0, 160, 160)),
    ]
    picture = marked(check(*words), "et", 500)
    titles = title_boxes(picture, 500)
    assert not [w for w in labels(picture) if any(w.box.overlaps(t) for t in titles)]


def test_of_neighbours_of_one_kind_one_is_named() -> None:
    row = [Finding(kind="outside", box=Box(200.0 * n, -600, 160, 160)) for n in range(3)]
    far = Finding(kind="outside", box=Box(6000, 900, 160, 160))
    assert len(labels(marked(check(*row, far), "et", 2000))) == 2


def test_a_word_stands_where_it_hides_least() -> None:
    heading = Shape(Box(0, 20, 900, 60), "Kaardistame osapooled ja seosed", font_size=40, padding=0)
    zone = Finding(kind="missing", box=Box(0, 90, 2800, 900))
    [word] = labels(marked(check(zone, things=(heading,)), "et", 2000))
    assert not word.box.overlaps(heading.box)


def test_titles_stand_above_their_frames() -> None:
    boxes = title_boxes(check().picture, 1000)
    assert [box.x for box in boxes] == [frame.box.x for frame in FRAMES]
    assert all(box.bottom <= 0 for box in boxes)
    assert all(one.right <= other.x for one, other in pairwise(boxes))
