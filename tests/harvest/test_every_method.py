"""What must hold for every method there is: a new one is tested by existing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from board_templates.brief import make_brief
from board_templates.footer import brief_from_shape, unpack_shape
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.method import LANGUAGES, Lang, Method
from board_templates.plan import Plan, Role
from harvest.board_reading import read_board
from harvest.placed import BoardReading, MatchedBy
from tests.harvest.builders import FakeBoard

NOT_FOR_NOTES = frozenset({"chrome", "carrier", "dot"})


@cache
def library() -> Library:
    return Library()


@dataclass(frozen=True)
class Drawn:
    """A method's own example as a board on which people wrote into every zone for notes."""

    method: Method
    plan: Plan
    twin: Plan
    board: FakeBoard

    def read(self, board: FakeBoard, plan: Plan, twins: tuple[Plan, ...] = ()) -> BoardReading:
        return read_board(
            self.method,
            library().shared,
            plan,
            board.snapshot(),
            placed_by=board.ledger,
            twins=twins,
        )


def plan_in(method: Method, lang: Lang, words_of: Lang) -> Plan:
    values = {**method.example["brief"][words_of], "lang": lang}
    brief = make_brief(method, library().shared, values, lang_default=lang)
    return make_plan(method, library().shared, brief)


@cache
def drawn(name: str, lang: Lang) -> Drawn:
    method = library().get(name)
    plan = plan_in(method, lang, lang)
    twin = plan_in(method, "en" if lang == "et" else "et", lang)
    board = FakeBoard.drawn(plan, dx=130, dy=-70)
    for zone in plan.zones:
        if zone.colour not in NOT_FOR_NOTES:
            board.write(f"kiri {zone.key}", zone.box.centre.x + 130, zone.box.centre.y - 70)
    return Drawn(method, plan, twin, board)


def methods() -> list[str]:
    return [name for name in library().ids() if library().get(name).example]


@pytest.fixture(params=[(name, lang) for name in methods() for lang in LANGUAGES], ids="-".join)
def made(request: pytest.FixtureRequest) -> Drawn:
    return drawn(*request.param)


def places(reading: BoardReading) -> list[tuple[str | None, str | None]]:
    return [(note.text, note.zone) for note in reading.notes]


def test_every_note_is_found_where_it_was_written(made: Drawn) -> None:
    reading = made.read(made.board, made.plan)
    assert reading.matched_by is MatchedBy.LEDGER
    assert all(zone.moved == 0 for zone in reading.zones.values())
    for text, zone in places(reading):
        assert text is None or not text.startswith("kiri ") or text == f"kiri {zone}"


def test_every_carrier_counts(made: Drawn) -> None:
    carriers = {item.key for item in made.plan.items if item.role is Role.CARRIER}
    counted = {made.board.ledger.get(note.id) for note in made.read(made.board, made.plan).notes}
    assert carriers <= counted


def test_a_copied_board_reads_as_the_original(made: Drawn) -> None:
    known = made.read(made.board, made.plan)
    copy = made.board.copied()
    for plan, twin in ((made.plan, made.twin), (made.twin, made.plan)):
        reading = made.read(copy, plan, (twin,))
        assert reading.matched_by is MatchedBy.FOOTER
        assert places(reading) == places(known)
        assert reading.aside == known.aside


def test_a_copied_board_is_read_by_its_own_footer(made: Drawn) -> None:
    footer = next(item.text for item in made.plan.items if item.role is Role.FOOTER)
    brief = brief_from_shape(made.method, library().shared, unpack_shape(footer))
    found = make_plan(made.method, library().shared, brief)
    known, copy = made.read(made.board, made.plan), made.read(made.board.copied(), found)
    assert copy.matched_by is MatchedBy.FOOTER
    assert [zone.key for zone in found.zones] == [zone.key for zone in made.plan.zones]
    assert places(copy) == places(known)
    assert copy.aside == known.aside
