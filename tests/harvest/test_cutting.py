"""What is taken out before storing, and that nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from board_templates.geometry import Box
from board_templates.plan import Role
from harvest.board_reading import read_board
from harvest.cutting import cut
from harvest.placed import BoardReading
from harvest.snapshot import Snapshot, SnapshotItem
from tests.harvest.builders import NOON, FakeBoard, method, shared
from tests.harvest.reader import PLAN, TWIN

RULES = {
    "zones": {
        "F1.*": {"store": "never", "unless": "brief.share == 'all'", "titles": "keep"},
        "F2.who": {"store": "never"},
    }
}
OPEN = {"zones": {"F1.*": {"store": "never", "unless": "brief.share == 'none'"}}}


def cut_board(board: FakeBoard, rules: dict[str, object] = RULES) -> Snapshot:
    return cut(
        method(rules),
        shared(),
        PLAN,
        board.snapshot(),
        placed_by=board.ledger,
        twins=(TWIN,),
    )


def item(snapshot: Snapshot, number: str) -> SnapshotItem:
    return next(item for item in snapshot.items if item.id == number)


def read_snapshot(board: FakeBoard, snapshot: Snapshot) -> BoardReading:
    return read_board(
        method(RULES), shared(), PLAN, snapshot, placed_by=board.ledger, twins=(TWIN,)
    )


@pytest.fixture
def written(board: FakeBoard) -> FakeBoard:
    """Return a board with something of everything that people write."""
    secret = "SALAJANE"
    board.write(f"{secret} mõte +2", 2900, 500)
    board.write(f"> {secret} ✓", 2900, 760)
    board.write(secret, 2700, 500, tags=("mitte avaldada",))
    board.write(f"! {secret}", 2105, 2600)
    board.write(secret, 300, 900)
    board.write(secret, 900, 900)
    board.write(secret, 2500, 240)
    board.card(secret, 3500, 500, description=secret, dueDate="2026-03-15T00:00:00Z")
    board.write(secret, 3500, 700, kind="shape")
    board.write(secret, 4500, 600, kind="text")
    board.edit(board.of("F1.open/stack0"), secret)
    board.edit(board.of("F1.worries/prompt"), secret)
    board.type_into("F1.sentence/zone", secret)
    board.type_into("F1.proposal/zone", secret)
    board.type_into("F0.practice/zone", secret)
    board.type_into("F2.who@2/zone", secret)
    board.add("image", board._box(board.items[-1]), {"title": secret}, parent=board.of("F1"))
    board.move(board.items[-1]["id"], 2900, 600)
    board.write("# Pealkiri jääb", 3500, 900)
    board.write("jagan", 3700, 900, tags=("võib jagada",))
    board.write("avalik", 9000, 600)
    board.dot(2900, 500, sign="+")
    return board


def test_no_secret_stays_in_the_snapshot(written: FakeBoard) -> None:
    assert "SALAJANE" not in cut_board(written).model_dump_json()


def test_what_may_be_kept_is_kept(written: FakeBoard) -> None:
    text = cut_board(written).model_dump_json()
    for words in ("Pealkiri jääb", "jagan", "avalik", "Linnade liit", "Mõtted", "Näide: ühine"):
        assert words in text


def test_the_cut_snapshot_reads_the_same(written: FakeBoard) -> None:
    whole = read_snapshot(written, written.snapshot())
    again = read_snapshot(
        written, Snapshot.model_validate_json(cut_board(written).model_dump_json())
    )
    assert again == whole


def test_the_cut_copy_of_a_board_reads_the_same(written: FakeBoard) -> None:
    copy = written.copied()
    copy.tags = {number: tags for number, tags in copy.tags.items() if tags}
    assert read_snapshot(copy, cut_board(copy)) == read_snapshot(copy, copy.snapshot())


def test_cutting_twice_changes_nothing(written: FakeBoard) -> None:
    once = cut_board(written)
    twice = cut(method(RULES), shared(), PLAN, once, placed_by=written.ledger, twins=(TWIN,))
    assert twice == once


def test_a_condition_of_the_brief_opens_the_zone(board: FakeBoard) -> None:
    number = board.write("mõte", 2900, 500)
    assert item(cut_board(board, OPEN), number).data == {"content": "<p>mõte</p>"}


def test_private_notes_are_cut_even_where_sharing_is_allowed(board: FakeBoard) -> None:
    number = board.write("mõte", 2900, 500, tags=("do not publish", "may share"))
    kept = item(cut_board(board), number)
    assert kept.data == {}
    assert kept.removed is not None
    assert (kept.removed.private, kept.removed.confidential) == (True, False)


def test_the_ledger_of_a_cut_zone_keeps_its_label(board: FakeBoard) -> None:
    board.type_into("F1.sentence/zone", "saladus")
    kept = item(cut_board(board), board.of("F1.sentence/zone"))
    assert kept.data == {
        "shape": "rectangle",
        "content": "<p>Lause</p><p>Meie järeldus on …</p>",
    }


@pytest.mark.parametrize("kind", ["text", "shape"])
def test_a_cut_text_is_not_taken_for_a_shape_of_ours_without_words(kind: str) -> None:
    label = next(item for item in PLAN.items if item.role is Role.CHROME)
    swatch = replace(label, key="F1/swatch", content="", text="", box=Box(2500, 30, 160, 30))
    plan = replace(PLAN, items=(*PLAN.items, swatch))
    board = FakeBoard.drawn(plan)
    mine = board.write("! salajane", 2900, 500, kind=kind)
    known = {"placed_by": board.ledger}
    stored = cut(method(), shared(), plan, board.snapshot(), **known)  # type: ignore[arg-type]
    reading = read_board(method(), shared(), plan, stored, **known)  # type: ignore[arg-type]
    assert mine in {note.id for note in reading.notes}


def test_nothing_of_other_workshops_is_stored_but_what_tells_them_apart(board: FakeBoard) -> None:
    ledger = dict(board.ledger)
    others = board.draw(PLAN, dx=20_000)
    board.write("nende saladus", 22_900, 500)
    snapshot = board.snapshot()
    arguments = {"placed_by": ledger, "elsewhere": others}
    stored = cut(method(), shared(), PLAN, snapshot, **arguments)  # type: ignore[arg-type]
    assert "nende saladus" not in stored.model_dump_json()
    whole = read_board(method(), shared(), PLAN, snapshot, **arguments)  # type: ignore[arg-type]
    assert read_board(method(), shared(), PLAN, stored, **arguments) == whole  # type: ignore[arg-type]


def test_a_cut_checkpoint_still_tells_first_zones(board: FakeBoard) -> None:
    number = board.write("mõte", 2900, 500)
    checkpoint = cut_board(board).model_copy(update={"taken_at": NOON + timedelta(minutes=5)})
    board.move(number, 9000, 600)
    reading = read_board(
        method(RULES),
        shared(),
        PLAN,
        board.snapshot(),
        placed_by=board.ledger,
        earlier=(checkpoint,),
    )
    assert [note.first_zone for note in reading.notes if note.id == number] == ["F1.open"]
