"""Whatever answer is lost, every planned thing ends on the board exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.workshops.conftest import FakeClock, Told, request
from workshops.building import item_keys
from workshops.comparing import text_of
from workshops.koosloome import Koosloome
from workshops.people import People
from workshops.plan_json import plan_from_json
from workshops.records import CallState
from workshops.requests_answers import Account, CreateAnswer
from workshops.wiring.wires import Wires

in_every_reading = True
default_readings = ("strict", "otherwise")  # what Miro leaves open weighs most here


def listing(wires: Wires, answer: CreateAnswer) -> Counter[tuple[str, str]]:
    """Count what stands on the board by kind and text."""
    account = wires.store.accounts.get(wires.people.me().id)
    assert account is not None
    with wires.connect(account) as client:
        items = list(client.items.iterate(answer.board.id))
    return Counter((item.type, " ".join(text_of(item).split())) for item in items)


def planned(wires: Wires, answer: CreateAnswer) -> Counter[tuple[str, str]]:
    """Count what was planned by kind and text."""
    workshop = wires.store.workshops.get(answer.workshop)
    assert workshop is not None
    plan = plan_from_json(workshop.plan)
    frames = [("frame", frame.title) for frame in plan.frames]
    items = [(item.kind.value, " ".join(item.text.split())) for item in plan.items]
    return Counter(frames + items)


def boards(wires: Wires) -> int:
    with wires.connect(wires.people.me()) as client:
        team = client.token.context().team
        assert team is not None  # a listing of the team is never late
        return len(list(client.boards.iterate(team_id=team.id)))


def assert_exactly_once(wires: Wires, answer: CreateAnswer) -> None:
    assert answer.created == answer.planned
    assert listing(wires, answer) == planned(wires, answer)
    made = wires.store.ledger.items(answer.workshop)
    assert len(set(made.values())) == len({k for k in made if not k.startswith("attach:")})
    workshop = wires.store.workshops.get(answer.workshop)
    assert workshop is not None
    assert workshop.state == "ready"
    assert set(item_keys(plan_from_json(workshop.plan))) <= set(made)


FAULTS = [
    "POST /v2/boards=drop_after",
    "POST /v2/boards=drop_before",
    "POST /v2/boards=500",
    "POST /v2/boards=cut",
    "POST /v2/boards/*/frames#2=drop_after",
    "POST /v2/boards/*/frames#1x3=500",
    "POST /v2/boards/*/items/bulk#1=drop_after",
    "POST /v2/boards/*/items/bulk#2=drop_after",
    "POST /v2/boards/*/items/bulk#3=drop_before",
    "POST /v2/boards/*/items/bulk#4x2=drop_after",
    "POST /v2/boards/*/items/bulk#5=cut",
    "POST /v2/boards/*/items/bulk#7=broken_json",
    "POST /v2/boards/*/items/bulk#6=slow:31",
    "POST /v2/boards/*/items/bulk#2=502_html",
    "POST /v2/boards/*/items/bulk#1x8=drop_after",
    "POST /v2/boards/*/tags#2=drop_after",
    "POST /v2/boards/*/tags#1=drop_before",
]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_lost_answer_neither_doubles_nor_loses(
    koosloome: Koosloome,
    me: Account,
    wires: Wires,
    break_next: Callable[[str], None],
    fault: str,
) -> None:
    break_next(fault)
    answer = koosloome.create(me, request())
    assert_exactly_once(wires, answer)
    assert boards(wires) == 1


def test_many_answers_lost_at_once(
    koosloome: Koosloome, me: Account, wires: Wires, break_next: Callable[[str], None]
) -> None:
    for number in (1, 3, 5, 6, 8):
        break_next(f"POST /v2/boards/*/items/bulk#{number}=drop_after")
    break_next("POST /v2/boards/*/items/bulk#2=drop_before")
    break_next("POST /v2/boards/*/frames#1=drop_after")
    break_next("POST /v2/boards/*/tags#3=drop_after")
    assert_exactly_once(wires, koosloome.create(me, request()))


def test_it_waits_as_long_as_a_call_may_take_before_it_looks(
    koosloome: Koosloome, me: Account, clock: FakeClock, break_next: Callable[[str], None]
) -> None:
    break_next("POST /v2/boards/*/items/bulk#1=drop_after")
    told = Told()
    koosloome.create(me, request(), progress=told)
    assert 30.0 in clock.slept
    assert {"waiting", "looking"} <= set(told.phases)


def test_what_a_person_deleted_meanwhile_is_reported_and_not_made_again(
    koosloome: Koosloome,
    me: Account,
    wires: Wires,
    break_next: Callable[[str], None],
    clock: FakeClock,
) -> None:
    break_next("POST /v2/boards/*/items/bulk#1=drop_after")
    deleted: list[str] = []
    sleep = clock.sleep

    def meddle(seconds: float) -> None:
        sleep(seconds)
        if seconds == 30.0 and not deleted:
            deleted.append(_delete_one(wires, me))

    wires.sleep = meddle
    answer = koosloome.create(me, request())
    assert answer.created == answer.planned - 1
    assert len(wires.store.ledger.gone(answer.workshop)) == 1
    assert sum(listing(wires, answer).values()) == answer.planned - 1


def _delete_one(wires: Wires, me: Account) -> str:
    workshop = wires.store.workshops.of([me.id])[0]
    known = set(wires.store.ledger.items(workshop.id).values())
    with wires.connect(wires.people.me()) as client:
        lost = [
            item
            for item in client.items.iterate(str(workshop.board_id))
            if item.id not in known and item.type != "frame"
        ]
        client.items.delete(str(workshop.board_id), lost[3].id)
    return lost[3].id


def test_what_a_person_wrote_meanwhile_is_not_taken_for_ours(
    koosloome: Koosloome,
    me: Account,
    wires: Wires,
    break_next: Callable[[str], None],
    clock: FakeClock,
) -> None:
    break_next("POST /v2/boards/*/items/bulk#3=drop_before")
    wrote: list[str] = []
    sleep = clock.sleep

    def meddle(seconds: float) -> None:
        sleep(seconds)
        if seconds == 30.0 and not wrote:
            wrote.append(_write_blank(wires, me))

    wires.sleep = meddle
    answer = koosloome.create(me, request())
    assert answer.created == answer.planned
    assert wrote[0] not in wires.store.ledger.items(answer.workshop).values()
    assert sum(listing(wires, answer).values()) == answer.planned + 1


def _write_blank(wires: Wires, me: Account) -> str:
    from miro_client.bodies.items import StickyNoteBody  # noqa: PLC0415
    from miro_client.bodies.places import Position  # noqa: PLC0415

    workshop = wires.store.workshops.of([me.id])[0]
    with wires.connect(wires.people.me()) as client:
        note = client.notes.create(
            str(workshop.board_id), StickyNoteBody(content="", position=Position(-5000, -5000))
        )
    return note.id


def test_the_ledger_ends_without_open_calls(
    koosloome: Koosloome, me: Account, wires: Wires, break_next: Callable[[str], None]
) -> None:
    break_next("POST /v2/boards/*/items/bulk#2=drop_after")
    answer = koosloome.create(me, request())
    assert wires.store.ledger.calls(answer.workshop, (CallState.SENT, CallState.UNKNOWN)) == ()
    assert answer.adopted > 0
    assert isinstance(wires.people, People)
