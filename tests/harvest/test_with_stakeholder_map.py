"""The first half of a harvest on the board of a real method, known and copied."""

from __future__ import annotations

from functools import cache

import pytest

from board_templates.brief import make_brief
from board_templates.footer import brief_from_shape, unpack_shape
from board_templates.geometry import Point
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.plan import Plan, Role, Sign
from harvest.board_reading import read_board
from harvest.placed import Aside, BoardReading, MatchedBy
from tests.harvest.builders import FakeBoard

METHOD = "stakeholder-map"
VALUES = {
    "issue": "Kuidas jagada ruumiandmeid?",
    "stakeholders": ["Linnade liit", "Riik ja omavalitsused: Maa-amet"],
    "groups": 2,
}
LANGUAGES = ("et", "en")


@cache
def library() -> Library:
    return Library()


@cache
def plan_in(lang: str, groups: int = 2) -> Plan:
    method, shared = library().get(METHOD), library().shared
    brief = make_brief(method, shared, {**VALUES, "groups": groups}, lang_default=lang)
    return make_plan(method, shared, brief)


def read(board: FakeBoard, lang: str, *, known: bool) -> BoardReading:
    other = next(plan_in(twin) for twin in LANGUAGES if twin != lang)
    return read_board(
        library().get(METHOD),
        library().shared,
        plan_in(lang),
        board.snapshot(),
        placed_by=board.ledger if known else {},
        twins=(other,),
    )


def middle(key: str) -> Point:
    return next(zone.box.centre for zone in plan_in("et").zones if zone.key == key)


@pytest.fixture
def written() -> FakeBoard:
    """Return the board after people wrote into every zone made for notes."""
    board = FakeBoard.drawn(plan_in("et"), dx=-300, dy=4000)
    for zone in plan_in("et").zones:
        if zone.colour not in {"chrome", "carrier"}:
            centre = zone.box.centre
            board.write(f"kiri {zone.key}", centre.x - 300, centre.y + 4000)
    on_map = middle("F2#2.engage_closely")
    board.dot(on_map.x - 300, on_map.y + 4000, sign="×")
    return board


def test_every_note_is_found_in_its_zone(written: FakeBoard) -> None:
    reading = read(written, "et", known=True)
    assert reading.matched_by is MatchedBy.LEDGER
    for note in reading.notes:
        if note.text and note.text.startswith("kiri"):
            assert note.text == f"kiri {note.zone}"
    [dot] = reading.dots
    assert (dot.sign, dot.zone) == (Sign.OPPOSES, "F2#2.engage_closely")
    assert all(zone.moved == 0 for zone in reading.zones.values())
    assert set(reading.aside) <= set(Aside) - {Aside.OTHER, Aside.DUPLICATE_OF_SEED}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_copied_board_reads_the_same_with_a_plan_in_either_language(
    written: FakeBoard, lang: str
) -> None:
    known = read(written, "et", known=True)
    copy = read(written.copied(), lang, known=False)
    assert copy.matched_by is MatchedBy.FOOTER
    assert [(note.text, note.zone, note.private) for note in copy.notes] == [
        (note.text, note.zone, note.private) for note in known.notes
    ]
    assert copy.aside == known.aside
    assert [dot.zone for dot in copy.dots] == [dot.zone for dot in known.dots]


def test_notes_know_their_group_where_there_are_several(written: FakeBoard) -> None:
    reading = read(written, "et", known=True)
    groups = {note.zone: note.group for note in reading.notes}
    assert groups["F1#2.public"] == "2"
    assert groups["F3.who@1"] is None


def test_the_only_group_is_nobodys_number() -> None:
    plan = plan_in("et", groups=1)
    board = FakeBoard.drawn(plan)
    reading = read_board(
        library().get(METHOD),
        library().shared,
        plan,
        board.snapshot(),
        placed_by=board.ledger,
    )
    assert {note.group for note in reading.notes} == {None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_board_is_read_by_what_its_own_footer_tells(lang: str) -> None:
    method, shared = library().get(METHOD), library().shared
    values = {
        **VALUES,
        "title": "Meie oma pealkiri tahvlile",
        "minutes": 120,
        "start_time": "09:30",
        "sectors": ["Linnad ja vallad", "Haldurid", "Arendajad"],
        "stakeholders": [],
    }
    plan = make_plan(method, shared, make_brief(method, shared, values, lang_default=lang))
    board = FakeBoard.drawn(plan)
    for zone in plan.zones:
        if zone.colour not in {"chrome", "carrier"}:
            board.write(f"kiri {zone.key}", zone.box.centre.x, zone.box.centre.y)
    known = read_board(method, shared, plan, board.snapshot(), placed_by=board.ledger)
    footer = next(item.text for item in plan.items if item.role is Role.FOOTER)
    brief = brief_from_shape(method, shared, unpack_shape(footer))
    found = make_plan(method, shared, brief)
    copy = read_board(method, shared, found, board.copied().snapshot())
    assert copy.matched_by is MatchedBy.FOOTER
    assert {(note.text, note.zone) for note in copy.notes} == {
        (note.text, note.zone) for note in known.notes
    }
    assert copy.aside == known.aside
