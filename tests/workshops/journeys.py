"""The whole way of a board: made, written on, harvested, copied by a colleague and harvested there.

Each journey is proved as far as its board allows. What the example gives (`expected.yaml`) was read
off a board for fifteen people with the example's own groups. Where the number of people or groups
is another, notes have another size and lie nearer or farther, so clusters differ; there it is held
that everything read is accounted for, that each note counts where it was written, and, when the
whole example could be performed, that as many notes count as a person would say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from math import inf
from typing import Any

from board_templates.brief import make_brief
from board_templates.errors import FaultyBrief
from board_templates.library import Library
from board_templates.method import Lang, Parameter
from board_templates.plan import Role
from harvest.summary import Summary
from miro_client.bodies.boards import BoardBody
from tests.harvest.comparing import yaml_of
from tests.workshops.conftest import FakeClock
from tests.workshops.journey_proofs import (
    Performed,
    Values,
    assert_accounted,
    assert_alike,
    assert_as_expected,
    assert_in_place,
    envelope,
    texts_of,
)
from workshops.briefs import prepare
from workshops.example import FILE, Example, read_example
from workshops.koosloome import Koosloome
from workshops.pace import in_time
from workshops.rehearse import STEP_SECONDS, rehearse
from workshops.rehearsed_fit import fitted
from workshops.requests_answers import Account, CreateAnswer, CreateRequest, HarvestRequest
from workshops.wiring.wires import Wires

LIBRARY = Library()
EXPECTED = "expected.yaml"
METHODS = [
    name
    for name in LIBRARY.ids()
    if all((LIBRARY.folder(name) / file).is_file() for file in (FILE, EXPECTED))
]
USUAL = 15
A_DAY = 15 * 3600.0  # from nine in the morning on
DAY = "2026-03-10"  # of an example that says none
PEOPLE = (2, 5, 15, 40, 60)
GROUPS = frozenset({"groups", "tables"})
ALWAYS_THE_SAME = {"attended", "authors_seen", "private", "duplicate", "practice", "counted"}

Open = Callable[..., Wires]


@dataclass(frozen=True, slots=True)
class Journey:
    """A combination; `groups` is null for a method without, or for as many as the example has."""

    method: str
    lang: Lang
    people: int
    groups: int | None = None

    @property
    def example(self) -> Example:
        return _example(self.method)

    @property
    def expected(self) -> Values:
        said: Values = _expected(self.method)[self.lang]
        return said

    @property
    def day(self) -> float:
        """The morning of the session: dates without a year are of its year, on a copy too."""
        said = str(self.example.brief[self.lang].get("session_date") or DAY)
        return datetime.fromisoformat(said).replace(hour=9, tzinfo=UTC).timestamp()

    @property
    def values(self) -> Values:
        """The brief of the example for so many people, its board otherwise as it was.

        What else would follow from their number is said, so that the zones of the example are
        there.
        """
        example = self.example.brief[self.lang]
        fields = LIBRARY.get(self.method).identity.brief
        brief = make_brief(LIBRARY.get(self.method), LIBRARY.shared, example, self.lang).values
        computed = {field.name: brief[field.name] for field in fields if field.computed}
        groups = groups_field(self.method)
        chosen = {groups.name: self.groups} if groups and self.groups else {}
        return {**computed, **example, "participants": self.people, **chosen}


@cache
def _example(method: str) -> Example:
    return read_example(LIBRARY.folder(method))


@cache
def _expected(method: str) -> dict[str, Any]:
    return yaml_of(LIBRARY.folder(method) / EXPECTED)


def groups_field(method: str) -> Parameter | None:
    """Return the field of a method that says how many groups there are."""
    fields = LIBRARY.get(method).identity.brief
    return next((field for field in fields if field.name in GROUPS), None)


def group_counts(method: str, lang: Lang, people: int) -> tuple[int | None, ...]:
    """Return every number of groups that the entry takes; one null when it asks none."""
    field = groups_field(method)
    if field is None:
        return (None,)
    counts = range(int(field.min or 1), int(field.max or 1) + 1)
    return tuple(count for count in counts if _taken(Journey(method, lang, people, count)))


def _taken(journey: Journey) -> bool:
    try:
        make_brief(LIBRARY.get(journey.method), LIBRARY.shared, journey.values, journey.lang)
    except FaultyBrief:
        return False
    return True


def others(method: str, lang: Lang, people: int) -> tuple[Journey, ...]:
    """Return the journeys of a size with the example's own groups, the fewest and the most.

    That of fifteen people with their own groups is not among them: it is always gone.
    """
    own, counts = Journey(method, lang, people), group_counts(method, lang, people)
    ends = {counts[0], counts[-1]} - {_own_groups(own)}
    usual = () if people == USUAL else (own,)
    return (*usual, *(replace(own, groups=end) for end in sorted(ends, key=str)))


def _own_groups(journey: Journey) -> int | None:
    field = groups_field(journey.method)
    if field is None:
        return None
    method = LIBRARY.get(journey.method)
    made = make_brief(method, LIBRARY.shared, journey.values, journey.lang)
    return int(str(made.values[field.name]))


def walk(open_wires: Open, clock: FakeClock, journey: Journey) -> None:
    """Go the whole way, and hold against each other what is done and what is read."""
    try:
        _walk(open_wires, clock, journey)
    except Exception as error:
        error.add_note(f"on the way: {journey}")
        raise


def _walk(open_wires: Open, clock: FakeClock, journey: Journey) -> None:
    if clock.now() > journey.day + A_DAY or clock.now() < journey.day:
        clock.turn_to(journey.day)
    wires = open_wires(MIRO_ACCESS_TOKEN="sandbox-mari")
    product = Koosloome(wires)
    me = product.account()
    asked = CreateRequest(method=journey.method, values=journey.values, lang=journey.lang)
    made = product.create(me, asked)
    done = _perform(wires, clock, journey, made, me)
    request = HarvestRequest(lang=journey.lang, attended=done.example.attended)
    summary = product.harvest(me, made.workshop, request).summary
    assert summary.matched_by == "ledger"
    assert_accounted(summary)
    assert_in_place(summary, done)
    if journey.people == USUAL and journey.groups is None:
        assert not done.left_out
        assert_as_expected(summary, journey.expected, done.items)
    elif not done.left_out:
        said, found = journey.expected["envelope"], envelope(summary)
        more = carriers(journey) - carriers(Journey(journey.method, journey.lang, USUAL))
        wanted = {**said, "counted": said["counted"] + more}
        names = sorted(ALWAYS_THE_SAME)
        assert {name: found[name] for name in names} == {name: wanted[name] for name in names}
    copied = harvested_elsewhere(open_wires, wires, made.board.id, request)
    assert_alike(copied, summary, texts_of(journey.values))


def carriers(journey: Journey) -> int:
    """Count the notes that the brief puts on the board; each group's frame has its own."""
    plan = prepare(LIBRARY, journey.method, journey.values, journey.lang).plan
    return sum(item.role is Role.CARRIER for item in plan.items)


def _perform(
    wires: Wires, clock: FakeClock, journey: Journey, made: CreateAnswer, me: Account
) -> Performed:
    """Let people perform what they can, and take the facilitator's checkpoints between."""
    plan = prepare(LIBRARY, journey.method, journey.values, journey.lang).plan
    example, left_out = fitted(journey.example, plan)
    steps = rehearse(LIBRARY.shared, plan, example, facilitator=me.name)
    pace, items = in_time(clock.sleep), dict[str, str]()
    taken = [no * STEP_SECONDS for no, act in enumerate(example.acts) if "checkpoint" in act]
    for begin, end in pairwise((0.0, *taken, inf)):
        part = [step for step in steps if begin <= step.at < end]
        done = wires.sandbox.performed(part, made.board.id, lambda _: None, pace=pace, known=items)
        items.update(done.ids)
        if end < inf:
            Koosloome(wires).checkpoint(me, made.workshop)
    planned = wires.store.ledger.items(made.workshop)
    written_over = {
        act["as"]: planned[act.get("edit") or f"{act['in']}/zone"]
        for act in example.acts
        if "as" in act and ("type" in act or act.get("edit") in planned)
    }
    return Performed(example, left_out, {**planned, **items, **written_over})


def harvested_elsewhere(
    open_wires: Open, mine: Wires, board: str, request: HarvestRequest
) -> Summary:
    """Let a colleague copy the board and harvest the copy by its address."""
    hers = open_wires(MIRO_ACCESS_TOKEN="sandbox-kati")
    colleague = Koosloome(hers)
    account = colleague.account()
    assert account.id != mine.people.me().id
    with hers.connect(hers.people.me()) as client:
        copy = client.boards.copy(board, BoardBody(name="Koopia"))
    assert copy.view_link
    return colleague.harvest(account, copy.view_link, request).summary
