"""What is sent for a plan: which calls, in which order, and what each carries."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from board_templates.geometry import Box, Point
from board_templates.plan import ItemKind, Phase, PlannedLink, PlannedTag, Style
from tests.workshops.plans import note, plan, shape
from workshops.building import (
    Ground,
    Operation,
    attach_key,
    connector_body,
    cost,
    expected_seconds,
    frame_body,
    item_body,
    item_keys,
    phases,
    tag_body,
)

GROUND = Ground(url="http://board/1", origin=Point(0, 0), frames={"F1": "900"})
TAG = PlannedTag("private", "mitte avaldada", "red")


def whole() -> object:
    tagged = note("n0", "sildiga")
    return plan(
        items=(
            *(note(f"n{n}", f"mõte {n}") for n in range(1, 45)),
            shape("z1", "ala"),
            tagged.__class__(
                **{f: getattr(tagged, f) for f in tagged.__slots__ if f != "tags"},
                tags=(TAG.title,),
            ),
        ),
        links=(PlannedLink("l1", "n1", "n2"),),
        tags=(TAG,),
        frames=2,
    )


def test_phases_come_in_drawing_order_and_twenty_a_call() -> None:
    made = phases(whole())  # type: ignore[arg-type]
    assert [part.phase.value for part in made] == [
        "frames", "zones", "notes", "links", "tags", "tags",
    ]  # fmt: skip
    assert [len(call.keys) for call in made[2].calls] == [20, 20, 5]
    assert [call.operation for call in made[0].calls] == [Operation.FRAME] * 2


def test_what_is_settled_is_not_sent_again_and_calls_are_filled() -> None:
    done = {f"n{n}" for n in range(1, 30)} | {"F1", "z1"}
    made = phases(whole(), done)  # type: ignore[arg-type]
    assert [call.keys for call in made[0].calls] == [("F2",)]
    assert [len(call.keys) for call in made[1].calls] == [16]


def test_a_whole_board_costs_what_the_formula_says() -> None:
    calls, credits_ = cost(whole())  # type: ignore[arg-type]
    assert calls == 1 + 2 + 1 + 3 + 1 + 1 + 1
    assert credits_ == 500 + 2 * 100 + 46 * 100 + 100 + 50 + 50


@given(st.integers(0, 130), st.sets(st.integers(0, 129)))
def test_every_key_is_sent_exactly_once(count: int, settled: set[int]) -> None:
    made = plan(items=tuple(note(f"n{n}") for n in range(count)))
    done = {f"n{n}" for n in settled}
    sent = [key for part in phases(made, done) for call in part.calls for key in call.keys]
    assert sorted(sent) == sorted(set(item_keys(made)) - done)
    assert all(len(call.keys) <= 20 for part in phases(made, done) for call in part.calls)


def test_children_are_placed_from_their_frames_corner() -> None:
    second = note("n", frame="F2", x=1300.0)
    frames = {frame.key: frame for frame in plan(frames=2).frames}
    ground = Ground(url="", origin=Point(5000, -300), frames={"F2": "901"})
    body = item_body(second, frames, ground).wire()
    assert body["position"] == {"x": 100.0, "y": 100.0}
    assert body["parent"] == {"id": "901"}


def test_frames_and_free_items_move_with_the_origin() -> None:
    ground = Ground(url="", origin=Point(5000, -300), frames={})
    frame = frame_body(plan().frames[0], ground).wire()
    assert frame["position"] == {"x": 5500.0, "y": 100.0}
    assert frame["geometry"] == {"width": 1000, "height": 800}
    free = item_body(note("n", frame=None), {}, ground).wire()
    assert free["position"] == {"x": 5100.0, "y": -200.0}
    assert "parent" not in free


def test_shapes_state_every_field_that_miro_sets_otherwise() -> None:
    frames = {frame.key: frame for frame in plan().frames}
    filled = item_body(shape("z"), frames, GROUND).wire()["style"]
    assert filled == {
        "fillColor": "#eeeeee", "fillOpacity": "1.0", "borderColor": "#1a1a1a",
        "borderOpacity": "0.0", "borderStyle": "normal", "borderWidth": "2.0",
        "color": "#1a1a1a", "fontFamily": "noto_sans", "fontSize": "14",
        "textAlign": "left", "textAlignVertical": "top",
    }  # fmt: skip
    bare = item_body(shape("t", style=Style(border="#000000")), frames, GROUND).wire()["style"]
    assert isinstance(bare, dict)
    assert (bare["fillOpacity"], bare["borderOpacity"]) == ("0.0", "1.0")


def test_notes_give_their_width_only() -> None:
    frames = {frame.key: frame for frame in plan().frames}
    body = item_body(note("n", "mõte"), frames, GROUND).wire()
    assert body["geometry"] == {"width": 160}
    assert body["data"] == {"content": "mõte", "shape": "square"}
    assert body["style"] == {
        "fillColor": "yellow", "textAlign": "center", "textAlignVertical": "middle",
    }  # fmt: skip


def test_a_link_to_a_frame_leads_to_it_on_the_board() -> None:
    frames = {frame.key: frame for frame in plan().frames}
    item = shape("t", "Edasi", link="frame:F1")
    data = item_body(item, frames, GROUND).wire()["data"]
    assert isinstance(data, dict)
    assert data["content"] == '<a href="http://board/1?moveToWidget=900">Edasi</a>'
    gone = shape("t", "Edasi", link="frame:F9")
    assert item_body(gone, frames, GROUND).wire()["data"] == {
        "content": "Edasi", "shape": "rectangle",
    }  # fmt: skip


def test_an_address_cannot_leave_its_attribute() -> None:
    frames = {frame.key: frame for frame in plan().frames}
    item = shape("t", "x", link='https://a/"><b>&')
    data = item_body(item, frames, GROUND).wire()["data"]
    assert isinstance(data, dict)
    assert data["content"] == '<a href="https://a/&quot;>&lt;b>&amp;">x</a>'.replace(
        "&quot;>&lt;", "&quot;>&lt;"
    )


def test_texts_and_cards() -> None:
    frames = {frame.key: frame for frame in plan().frames}
    text = shape("f", "jalus", kind=ItemKind.TEXT, phase=Phase.TEXTS, box=Box(0, 0, 300, 40))
    body = item_body(text, frames, GROUND).wire()
    assert body["geometry"] == {"width": 300}
    card = shape("c", "Helista", kind=ItemKind.CARD, phase=Phase.NOTES, box=Box(0, 0, 320, 60))
    assert item_body(card, frames, GROUND).wire()["data"] == {"title": "Helista"}


def test_lines_join_made_items_and_tags_name_their_colour() -> None:
    line = connector_body(PlannedLink("l", "a", "b"), {"a": "1", "b": "2"}).wire()
    assert line["startItem"] == {"id": "1", "snapTo": "auto"}
    assert line["endItem"] == {"id": "2", "snapTo": "auto"}
    assert tag_body(TAG).wire() == {"title": "mitte avaldada", "fillColor": "red"}
    assert attach_key(note("F1/x:+:04"), TAG).split(":", 2) == ["attach", "private", "F1/x:+:04"]
    assert list(itertools.chain(item_keys(plan()))) == ["F1"]


def test_the_expected_time_is_that_of_calls_that_wait_for_each_other_and_for_credits() -> None:
    few = plan(tuple(note(f"N{n}") for n in range(160)))
    assert expected_seconds(few) == 1  # the board, the frame, one wave of eight
    many = plan(tuple(note(f"N{n}") for n in range(1200)))
    assert expected_seconds(many) == 60 + 3  # 120,600 credits; ten waves
