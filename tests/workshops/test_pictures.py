"""Pictures of a board as it was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from harvest.snapshot import Snapshot, SnapshotBoard, SnapshotConnector, SnapshotItem, SnapshotTag
from workshops.pictures import drawn, drawn_frames, picture_of_snapshot

NOON = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)


def item(number: str, type_: str, **parts: object) -> SnapshotItem:
    values = {"position": {"x": 100, "y": 100}, "geometry": {"width": 200, "height": 100}, **parts}
    return SnapshotItem(id=number, type=type_, **values)


BOARD = Snapshot(
    board=SnapshotBoard(id="b", title="Tahvel"),
    taken_at=NOON,
    items=(
        item("1", "frame", data={"title": "Raam"}, geometry={"width": 900, "height": 700}),
        item("2", "sticky_note", data={"content": "<p>Õhtu & <b>hommik</b></p>"}, tags=("Silt",)),
        item("3", "card", data={"title": "Helista", "dueDate": "2026-03-15T00:00:00Z"}),
        item(
            "4", "shape", data={"content": "ala", "shape": "circle"}, style={"borderOpacity": "0.0"}
        ),
        item("5", "text", data={"content": "jalus"}),
        item("6", "image", data={"title": "pilt"}),
        item("7", "shape", supported=False),
        item("8", "mystery", position=None),
    ),
    connectors=(
        SnapshotConnector(id="c", start="2", end="3"),
        SnapshotConnector(id="d", start="2", end=None),
        SnapshotConnector(id="e", start="2", end="gone"),
    ),
    tags=(SnapshotTag(id="t", title="Silt", colour="red"),),
)


def test_everything_with_a_place_is_drawn() -> None:
    picture = picture_of_snapshot(BOARD)
    assert [frame.title for frame in picture.frames] == ["Raam"]
    assert [type(thing).__name__ for thing in picture.things] == [
        "Note", "Card", "Shape", "Shape", "Unreadable", "Unreadable",
    ]  # fmt: skip
    assert len(picture.lines) == 1


def test_hostile_text_stays_text() -> None:
    hostile = BOARD.model_copy(
        update={
            "items": (item("1", "sticky_note", data={"content": "<script>x()</script>&lt;b&gt;"}),)
        }
    )
    svg = drawn(picture_of_snapshot(hostile), "svg", 800).decode()
    assert "<script" not in svg


def test_files_of_both_kinds() -> None:
    assert drawn(picture_of_snapshot(BOARD), "svg", 800).startswith(b"<svg")
    assert drawn(picture_of_snapshot(BOARD), "png", 200).startswith(b"\x89PNG")


def test_frames_are_drawn_row_by_row_whatever_the_order_they_were_listed_in() -> None:
    frames = {"below": (0, 900), "right": (1000, 0), "left": (0, 0)}
    shuffled = BOARD.model_copy(
        update={
            "items": tuple(
                item(
                    key,
                    "frame",
                    data={"title": key},
                    position={"x": x, "y": y},
                    geometry={"width": 800, "height": 700},
                )
                for key, (x, y) in frames.items()
            )
        }
    )
    picture = picture_of_snapshot(shuffled)
    one_by_one = [
        drawn_frames(replace(picture, frames=(frame,)), 200)[0]
        for title in ("left", "right", "below")
        for frame in picture.frames
        if frame.title == title
    ]
    assert list(drawn_frames(picture, 200)) == one_by_one


def test_a_dot_lies_on_the_note_that_was_written_after_it() -> None:
    dot = {"data": {"content": "", "shape": "circle"}, "geometry": {"width": 40, "height": 40}}
    emblem = {"data": {"content": "", "shape": "circle"}, "geometry": {"width": 150, "height": 150}}
    voted = BOARD.model_copy(
        update={
            "items": (
                item("1", "shape", **emblem),
                item("2", "shape", **dot),
                item("3", "sticky_note", data={"content": "Mõte"}),
            )
        }
    )
    things = picture_of_snapshot(voted).things
    assert [(type(thing).__name__, thing.box.width) for thing in things] == [
        ("Shape", 150), ("Note", 200), ("Shape", 40),
    ]  # fmt: skip
