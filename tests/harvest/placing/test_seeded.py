"""On a copy the notes that carry texts of the brief are known by their places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from board_templates.brief import make_brief
from board_templates.layout import make_plan, plan_from_footer
from board_templates.library import Library
from board_templates.plan import Plan, PlannedItem, Role
from harvest.board_reading import read_board
from harvest.placed import BoardReading
from tests.harvest.builders import FakeBoard

LIBRARY = Library()
METHOD = LIBRARY.get("expectations")
SHORT = ("Palgad", "Koosseisud", "Eelarve")
LONG = (
    "Ministeeriumi struktuuri ja koosseisude ümberkorraldamise kava, mille valitsus kinnitas juba "
    "eelmisel aastal ja mida me siin muuta ei saa"
)
WIDE = tuple(f"{LONG}, osa {no}" for no in range(1, 9))


def planned(out: Sequence[str], said: Sequence[str] = ()) -> Plan:
    """Return the board of a brief that leaves these topics out."""
    values = {"event": "Avakohtumine", "out_of_scope": [*out], "prefilled": [*said]}
    return make_plan(METHOD, LIBRARY.shared, make_brief(METHOD, LIBRARY.shared, values, "et"))


def carriers(plan: Plan) -> dict[str, PlannedItem]:
    """Return the notes that carry texts of the brief, by text."""
    return {item.text: item for item in plan.items if item.role is Role.CARRIER}


def read_copy(board: FakeBoard, plan: Plan) -> BoardReading:
    """Read a copy by what its footer says."""
    [footer] = [item.text for item in plan.items if item.role is Role.FOOTER]
    told = plan_from_footer(METHOD, LIBRARY.shared, footer)
    return read_board(METHOD, LIBRARY.shared, told, board.copied().snapshot())


def origins(reading: BoardReading) -> dict[str | None, int | None]:
    """Return which text of its list each note carries, null for what people wrote."""
    return {note.text: note.origin["no"] if note.origin else None for note in reading.notes}


@pytest.mark.parametrize("out", [SHORT, (SHORT[0], LONG, SHORT[1]), WIDE, (*SHORT, *WIDE[:5])])
@pytest.mark.parametrize("said", [(), ("Õpin Miros töötama", LONG)])
def test_what_still_lies_in_its_place_is_known(out: Sequence[str], said: Sequence[str]) -> None:
    plan = planned(out, said)
    board = FakeBoard.drawn(plan)
    board.write("mõte", *_beside(plan, out[-1]))
    wanted = {text: no for texts in (out, said) for no, text in enumerate(texts, 1)}
    assert origins(read_copy(board, plan)) == {**wanted, "mõte": None}


def test_a_note_that_was_moved_is_read_as_written_and_hides_none_of_the_others() -> None:
    plan = planned(SHORT)
    board = FakeBoard.drawn(plan)
    first = carriers(plan)[SHORT[0]]
    board.move(board.of(first.key), first.box.centre.x, first.box.centre.y + 500)
    assert origins(read_copy(board, plan)) == {SHORT[0]: None, SHORT[1]: 2, SHORT[2]: 3}


def test_what_people_write_beside_them_is_theirs() -> None:
    plan = planned(SHORT[:1])
    board = FakeBoard.drawn(plan)
    box = carriers(plan)[SHORT[0]].box
    board.write("nende oma", box.right + 16 + box.width / 2, box.centre.y)
    assert origins(read_copy(board, plan)) == {SHORT[0]: 1, "nende oma": None}


def test_a_rewritten_one_still_carries_the_text_of_the_brief() -> None:
    plan = planned(SHORT)
    board = FakeBoard.drawn(plan)
    board.edit(board.of(carriers(plan)[SHORT[1]].key), "Koosseisud ja palgad")
    assert origins(read_copy(board, plan))["Koosseisud ja palgad"] == 2


def test_a_plan_of_a_brief_awaits_nothing() -> None:
    assert planned(SHORT).awaited == ()


def _beside(plan: Plan, text: str) -> tuple[float, float]:
    """Return a place in the zone of a note, well under all seeds."""
    zone = next(zone for zone in plan.zones if zone.key == carriers(plan)[text].zone)
    return zone.box.centre.x, zone.box.bottom - 200
