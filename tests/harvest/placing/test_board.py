"""Where each item is on a board the ledger knows."""

from __future__ import annotations

from datetime import timedelta

from board_templates.geometry import Box
from harvest.placed import Aside, Reason
from tests.harvest.builders import NOON, FakeBoard
from tests.harvest.reader import PLAN, note, read


def test_a_note_lies_where_its_centre_is(board: FakeBoard) -> None:
    item = board.write("piiri peal", 3159, 600)
    other = board.write("teisel pool", 3160, 600)
    reading = read(board)
    assert (note(reading, item).zone, note(reading, other).zone) == ("F1.open", "F1.worries")


def test_cells_are_told_apart_by_the_centre(board: FakeBoard) -> None:
    upper = board.write("ülemine", 4500, 600)
    lower = board.write("alumine", 4500, 810)
    reading = read(board)
    assert (note(reading, upper).zone, note(reading, lower).zone) == ("F2.who@1", "F2.who@2")


def test_a_note_outside_zones_is_unplaced_with_its_frame(board: FakeBoard) -> None:
    item = board.write("päises", 2500, 230)
    found = note(read(board), item)
    assert (found.zone, found.frame, found.reason, found.nearest) == (None, "F1", None, None)


def test_a_note_on_a_zone_that_only_says_something_is_unplaced(board: FakeBoard) -> None:
    item = board.write("kavale", 500, 400)
    found = note(read(board), item)
    assert (found.zone, found.frame) == (None, "F0")


def test_a_note_outside_frames_proposes_the_nearest_zone_within_a_note(board: FakeBoard) -> None:
    near = board.write("lähedal", 2105, 600)
    far = board.write("kaugel", 2200, 4000)
    reading = read(board)
    assert (note(reading, near).zone, note(reading, near).nearest) == (None, "F1.open")
    assert (note(reading, far).frame, note(reading, far).nearest) == (None, None)


def test_a_person_may_assign_a_note(board: FakeBoard) -> None:
    near = board.write("lähedal", 2105, 600)
    far = board.write("kaugel", 2200, 4000)
    reading = read(board, assigned={near: "F1.open", far: "F1.worries"})
    assert note(reading, near).reason is Reason.NEAREST
    assert note(reading, far).reason is Reason.ASSIGNED
    assert (note(reading, far).zone, note(reading, far).frame) == ("F1.worries", "F1")


def test_a_smaller_zone_wins_over_the_one_it_overlaps(board: FakeBoard) -> None:
    board.move(board.of("F1.sentence/zone"), 2710, 630)
    item = board.write("kahe ala peal", 2710, 630)
    assert note(read(board), item).zone == "F1.sentence"


def test_a_note_without_a_place_belongs_to_its_parent(board: FakeBoard) -> None:
    in_map, in_open = board.write("a", 9000, 600), board.write("b", 2500, 600)
    nowhere = board.write("c", 0, 4000)
    for raw in board.items:
        if raw["id"] in {in_map, in_open, nowhere}:
            del raw["position"]
    reading = read(board)
    assert note(reading, in_map).zone == "G#2.map"
    assert note(reading, in_map).reason is Reason.CHILD_OF
    assert (note(reading, in_open).zone, note(reading, in_open).frame) == (None, "F1")
    assert (note(reading, nowhere).zone, note(reading, nowhere).frame) == (None, None)


def test_a_moved_zone_is_read_where_it_is_now(board: FakeBoard) -> None:
    zone = board.of("F1.open/zone")
    board.move(zone, 2710, 630 + 60)
    item = board.write("all ääres", 2710, 1030)
    reading = read(board)
    assert reading.zones["F1.open"].moved == 60
    assert reading.zones["F1.open"].box == Box(2260, 340, 900, 700)
    assert note(reading, item).zone in {"F1.open", "F1.sentence"}


def test_a_zone_whose_shape_is_gone_is_read_where_it_was(board: FakeBoard) -> None:
    board.shifted(1000, 500)
    board.delete(board.of("F1.open/zone"))
    item = board.write("ikka siin", 2700 + 1000, 500 + 500)
    reading = read(board)
    assert reading.zones["F1.open"].moved is None
    assert note(reading, item).zone == "F1.open"


def test_zones_survive_the_loss_of_their_frame(board: FakeBoard) -> None:
    board.delete(board.of("F1"))
    item = board.write("ikka siin", 2700, 500)
    reading = read(board)
    assert reading.frames["F1"].item is None
    assert reading.frames["F1"].box == Box(2200, 0, 2000, 1500)
    assert note(reading, item).zone == "F1.open"
    assert reading.zones["F1.open"].moved == 0


def test_a_frame_people_added_is_a_place_too(board: FakeBoard) -> None:
    board.at = NOON + timedelta(hours=1)
    board.frame("Lisaarutelu", Box(2200, 2000, 1000, 1000))
    item = board.write("lisa", 2500, 2400)
    found = note(read(board), item)
    assert (found.zone, found.frame) == (None, "added1")
    assert read(board).frames["added1"].plan.title == "Lisaarutelu"


def test_the_texts_of_a_copied_frame_are_still_ours(board: FakeBoard) -> None:
    board.at = NOON + timedelta(hours=1)
    before = read(board)
    board.add("shape", Box(2280, 2300, 860, 660), {"content": "Mõtted<br>Kirjutage siia"})
    after = read(board)
    assert after.aside[Aside.CHROME] == before.aside[Aside.CHROME] + 1


def test_a_short_answer_in_a_shape_of_its_own_is_no_copy(board: FakeBoard) -> None:
    item = board.write("Täitus", 2900, 500, kind="shape")
    assert note(read(board), item).text == "Täitus"


def test_what_belongs_to_another_workshop_is_set_aside_and_named(board: FakeBoard) -> None:
    ledger = dict(board.ledger)
    others = board.draw(PLAN, dx=20_000)
    theirs = board.write("nende mõte", 22_900, 500)
    beside = board.write("nende kõrval", 22_100, 600)
    ours = board.write("meie mõte", 2900, 500)
    brought = board.of("F1.open/stack1")
    reading = read(board, ledger=ledger, elsewhere=others)
    assert note(reading, ours).zone == "F1.open"
    assert {theirs, beside, brought}.isdisjoint({note.id for note in reading.notes} - {brought})
    assert reading.aside[Aside.OTHER] == len(PLAN.items) + 2
    assert reading.elsewhere == tuple(frame.title for frame in PLAN.frames)


def test_a_note_brought_over_from_another_workshop_counts_here(board: FakeBoard) -> None:
    ledger = dict(board.ledger)
    others = board.draw(PLAN, dx=20_000)
    blank = next(item for item, key in others.items() if key == "F1.open/stack1")
    board.edit(blank, "toodi siia")
    board.move(blank, 2900, 500)
    assert note(read(board, ledger=ledger, elsewhere=others), blank).text == "toodi siia"


def test_what_was_on_the_board_before_is_not_ours() -> None:
    board = FakeBoard()
    board.frame("Vana raam", Box(-5000, 0, 1000, 1000))
    board.write("vana mõte", -4500, 500)
    board.write("vana ääres", 2150, 600)
    board.at = NOON + timedelta(days=1)
    board.draw(PLAN)
    reading = read(board)
    assert len(reading.notes) == 2
    assert reading.aside[Aside.OTHER] == 2
    assert reading.elsewhere == ("Vana raam",)
