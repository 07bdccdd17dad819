"""What a counted item becomes: signs, colours, tags, groups."""

from __future__ import annotations

from datetime import timedelta

from harvest.snapshot import SnapshotGroup
from tests.harvest.builders import NOON, FakeBoard
from tests.harvest.reader import note, read


def test_signs_are_taken_off_and_remembered(board: FakeBoard) -> None:
    title = board.write("# Teenused +2", 2900, 500)
    remark = board.write("> kas kindlasti?", 2900, 700)
    done = board.write("✓ kohtusime", 2700, 700)
    reading = read(board)
    assert (note(reading, title).text, note(reading, title).title_note) == ("Teenused", True)
    assert note(reading, title).mark == 2
    assert note(reading, remark).remark
    assert (note(reading, done).text, note(reading, done).done) == ("kohtusime", True)


def test_colours_speak_only_outside_zones_of_that_colour(board: FakeBoard) -> None:
    title = board.write("pealkiri", 2900, 500, colour="cyan")
    remark = board.write("märkus", 2900, 700, colour="orange")
    worry = board.write("mure", 3500, 700, colour="orange")
    card = board.card("kaart", 2600, 700)
    reading = read(board)
    assert note(reading, title).title_note
    assert note(reading, remark).remark
    assert not note(reading, worry).remark
    assert not note(reading, card).title_note


def test_tags_become_neutral_in_either_language(board: FakeBoard) -> None:
    tags = ("Võib jagada", "otsus", "POWER", "rühm 2", "oma silt", "may share")
    item = board.write("mõte", 2900, 500, tags=tags)
    found = note(read(board), item)
    assert found.tags == ("may_share", "decision", "power", "group:2", "oma silt")
    assert found.group == "2"
    done = board.write("a", 2900, 700, tags=("Tehtud",))
    assert note(read(board), done).done


def test_the_group_is_that_of_the_frame_unless_a_tag_keeps_another(board: FakeBoard) -> None:
    here = board.write("siin", 9000, 600)
    moved = board.write("tõsteti", 9200, 600, tags=("group 1",))
    reading = read(board)
    assert (note(reading, here).group, note(reading, moved).group) == ("2", "1")
    assert note(reading, board.of("F1.open/carrier1")).group is None


def test_joined_notes_know_their_bundle(board: FakeBoard) -> None:
    item = board.write("mõte", 2900, 500)
    board.groups.append(SnapshotGroup(id="77", items=(item,)))
    assert note(read(board), item).bundle == "77"


def test_earlier_snapshots_tell_the_first_zone_and_group(board: FakeBoard) -> None:
    blank = board.of("F1.open/stack1")
    item = board.write("mõte", 9000, 600)
    first = board.snapshot(at=NOON + timedelta(minutes=10))
    board.move(item, 6800, 600)
    board.move(blank, 3500, 600)
    board.edit(blank, "kirjutatud")
    second = board.snapshot(at=NOON + timedelta(minutes=20))
    board.move(item, 2900, 500)
    board.move(blank, 2900, 800)
    reading = read(board, earlier=(second, first))
    assert (note(reading, item).zone, note(reading, item).first_zone) == ("F1.open", "G#2.map")
    assert note(reading, item).group == "2"
    assert note(reading, blank).first_zone == "F1.worries"
    assert note(read(board), item).first_zone == "F1.open"
    assert [spot.zone for spot in note(reading, item).passed] == ["G#2.map", "G#1.map"]
    assert not note(read(board), item).passed


def test_when_a_blank_note_was_written_on_nobody_knows(board: FakeBoard) -> None:
    blank = next(item for item, key in board.ledger.items() if "stack" in key)
    board.edit(blank, "kirjutatud virnast võetud lipikule")
    fresh = board.write("uus lipik", 2900, 500)
    reading = read(board)
    assert note(reading, blank).item_created_at is None
    assert note(reading, fresh).item_created_at is not None
