"""Making boards: over the sandbox in this process, and over a socket as a program on Miro would."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.faults import Faults, parse_fault
from miro_sandbox.server import Server
from miro_sandbox.state import open_state
from tests.workshops.conftest import ISSUE, METHOD, FakeClock, Told, request
from tests.workshops.test_reconcile import assert_exactly_once, boards
from workshops.errors import (
    BoardNotFound,
    Cancelled,
    InputFaults,
    NotAllowed,
    NotSignedIn,
    SandboxTokenElsewhere,
    UnknownMethod,
    WorkshopNotFound,
)
from workshops.koosloome import Koosloome
from workshops.marks import mark_of
from workshops.plan_json import plan_from_json
from workshops.progress import Phase, ProgressStep
from workshops.requests_answers import Account, BoardFacts, HarvestRequest
from workshops.wiring.wires import Wires

in_every_reading = True
default_readings = ("strict", "otherwise")  # what Miro leaves open weighs most here


def test_the_answer_says_what_was_made(koosloome: Koosloome, me: Account, wires: Wires) -> None:
    answer = koosloome.create(me, request())
    told = answer.as_json()
    dry = koosloome.dry_run(METHOD, {"issue": ISSUE}, "et")
    assert told["items"] == {"planned": dry.items, "created": dry.items}
    assert (told["requests"], told["credits"]) == (dry.calls, dry.credits)
    assert told["board"]["url"].startswith("http://127.0.0.1:8000/sandbox/board/")
    assert list(told) == [
        "workshop", "method", "version", "lang", "world", "board", "items",
        "requests", "credits", "seconds",
    ]  # fmt: skip
    assert answer.differences == ()
    assert_exactly_once(wires, answer)


def test_no_call_is_made_but_those_of_the_formula(koosloome: Koosloome, me: Account) -> None:
    answer = koosloome.create(me, request())
    assert answer.requests == koosloome.dry_run(METHOD, {"issue": ISSUE}, "et").calls


def test_a_dry_run_on_a_board_knows_the_tags_that_are_there(
    koosloome: Koosloome, me: Account
) -> None:
    first = koosloome.create(me, request())
    dry = koosloome.dry_run(METHOD, {"issue": ISSUE}, "et", on=first.workshop)
    alone = koosloome.dry_run(METHOD, {"issue": ISSUE}, "et")
    answer = koosloome.create(me, request(on=first.workshop))
    assert (answer.created, answer.requests, answer.credits) == (dry.items, dry.calls, dry.credits)
    assert dry.calls < alone.calls


def test_a_dry_run_on_a_board_that_is_not_there_says_so(koosloome: Koosloome) -> None:
    with pytest.raises(WorkshopNotFound):
        koosloome.dry_run(METHOD, {"issue": ISSUE}, "et", on="w-aaaaaaaaaa")
    with pytest.raises(BoardNotFound):
        koosloome.dry_run(METHOD, {"issue": ISSUE}, "et", on="uXjVaaaaaaa=")


def test_progress_goes_through_the_phases(koosloome: Koosloome, me: Account) -> None:
    told = Told()
    koosloome.create(me, request(), progress=told)
    assert told.phases[:4] == ["plan", "board", "frames", "zones"]
    assert told.phases[-1] == "tags"
    notes = [step for step in told.steps if step.phase.value == "notes"]
    assert (notes[0].done, notes[-1].done) == (0, notes[-1].total)


def test_the_board_ends_with_a_mark_and_is_not_called_by_it(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    answer = koosloome.create(me, request(values={"title": "Väga pikk pealkiri " * 4}))
    with wires.connect(wires.people.me()) as client:
        board = client.boards.get(answer.board.id)
    kept = wires.store.workshops.get(answer.workshop)
    assert kept is not None
    assert mark_of(board.description) == kept.mark
    assert len(board.name or "") <= 60
    assert (board.name or "").endswith("…")
    assert answer.shortened == ("name",)


def test_every_fault_of_a_brief_at_once(koosloome: Koosloome, me: Account) -> None:
    with pytest.raises(InputFaults) as wrong:
        koosloome.create(me, request(values={"issue": "x", "participants": 900, "oops": 1}))
    assert {fault.field for fault in wrong.value.faults} == {"issue", "participants", "oops"}
    assert koosloome.workshops(me) == ()


def test_an_unknown_method_names_near_ones(koosloome: Koosloome, me: Account) -> None:
    with pytest.raises(UnknownMethod) as unknown:
        koosloome.create(me, request().__class__(method="stakeholder-mop", values={}))
    assert "stakeholder-map" in unknown.value.near


def test_backgrounds_stand_when_it_pauses(koosloome: Koosloome, me: Account, wires: Wires) -> None:
    seen: list[dict[str, int]] = []

    def pause(board: BoardFacts) -> None:
        with wires.connect(wires.people.me()) as client:
            kinds = [item.type for item in client.items.iterate(board.id)]
        seen.append({kind: kinds.count(kind) for kind in set(kinds)})

    answer = koosloome.create(me, request(), pause=pause)
    assert len(seen) == 1
    assert "sticky_note" not in seen[0]
    assert seen[0]["frame"] == 4
    assert answer.created == answer.planned


def test_a_second_plan_stands_beside_the_first(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    first = koosloome.create(me, request())
    values = {"issue": "Teine teema siin?", "warm_up": True}
    second = koosloome.create(me, request(on=first.board.url, values=values))
    assert second.board.id == first.board.id
    assert boards(wires) == 1
    one, two = (wires.store.workshops.get(w.workshop) for w in (first, second))
    assert one is not None
    assert two is not None
    plan = plan_from_json(one.plan)
    assert two.origin.x >= plan.extent.right + 1000
    assert (second.created, second.planned) == (second.planned, first.planned)
    assert second.adopted == 5  # the tags of the first: titles are unique on a board
    for workshop in (first, second):
        summary = koosloome.harvest(me, workshop.workshop, HarvestRequest()).summary
        assert summary.accounting.read == first.planned + second.planned
        assert summary.matched_by == "ledger"
        assert summary.accounting.set_aside.other == first.planned - 4


def test_only_the_first_method_of_a_board_warms_up(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    first = koosloome.create(me, request())
    second = koosloome.create(
        me, request(on=first.board.url, values={"issue": "Teine teema siin?"})
    )
    kept = [wires.store.workshops.get(one.workshop) for one in (first, second)]
    plans = [plan_from_json(one.plan) for one in kept if one is not None]
    assert ["warm_up" in {step.id for step in plan.agenda} for plan in plans] == [True, False]
    assert ["F0.practice" in {z.id for z in plan.zones} for plan in plans] == [True, False]


def test_lost_answers_on_a_shared_board(
    koosloome: Koosloome, me: Account, wires: Wires, break_next: Callable[[str], None]
) -> None:
    first = koosloome.create(me, request())
    break_next("POST /v2/boards/*/frames#1x2=drop_after")
    break_next("POST /v2/boards/*/items/bulk#2=drop_after")
    break_next("POST /v2/boards/*/items/bulk#4=drop_before")
    second = koosloome.create(me, request(on=first.workshop, new=True))
    assert second.created == second.planned
    made = [wires.store.ledger.items(w.workshop) for w in (first, second)]
    frames_and_items = [
        {item for key, item in one.items() if ":" not in key.split("/")[0] and key != "board"}
        for one in made
    ]
    assert frames_and_items[0].isdisjoint(frames_and_items[1])
    with wires.connect(wires.people.me()) as client:
        assert len(list(client.items.iterate(first.board.id))) == first.planned + second.planned


def test_a_board_that_is_not_there(koosloome: Koosloome, me: Account) -> None:
    with pytest.raises(BoardNotFound):
        koosloome.create(me, request(on="uXjVAAAAAAA="))
    with pytest.raises(WorkshopNotFound):
        koosloome.create(me, request(on="w-aaaaaaaaaa"))


def test_who_was_not_invited_is_named(
    koosloome: Koosloome, me: Account, break_next: Callable[[str], None]
) -> None:
    break_next("POST /v2/boards/*/members=500")
    answer = koosloome.create(me, request(invite=("mari@example.org",)))
    assert answer.not_invited == ("mari@example.org",)
    assert answer.invited == ()


def test_who_was_invited_is_named(koosloome: Koosloome, me: Account) -> None:
    answer = koosloome.create(me, request(invite=("mari@example.org", "jyri@example.org")))
    assert answer.invited == ("mari@example.org", "jyri@example.org")
    assert answer.not_invited == ()


def test_a_job_that_nobody_wants_any_more_stops(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    def stop(step: object) -> None:
        if getattr(step, "phase", None) == "zones":
            [workshop] = wires.store.workshops.of([me.id])
            job = wires.store.jobs.latest(workshop.id)
            assert job is not None
            koosloome.cancel_job(me, job.id)

    with pytest.raises(Cancelled) as stopped:
        koosloome.create(me, request(), progress=stop)
    assert stopped.value.command
    [left] = koosloome.workshops(me)
    assert left.state == "unfinished"
    assert 4 < left.created < left.planned
    assert_exactly_once(wires, koosloome.resume(me, left.workshop))


# over a socket


@pytest.fixture
def server(clock: FakeClock, reading: Config) -> Iterator[tuple[Server, Faults]]:
    faults = Faults([])
    state = open_state(None, clock=clock.now)
    app = create_app(state, config=reading, faults=faults, sleep=clock.sleep)
    with Server(app) as listening:
        yield listening, faults


@pytest.mark.parametrize(
    "fault",
    [
        "POST /v2/boards=drop_after",
        "POST /v2/boards/*/items/bulk#2=drop_after",
        "POST /v2/boards=cut",
    ],
)
def test_the_worst_cases_over_http(
    open_wires: Callable[..., Wires], server: tuple[Server, Faults], fault: str
) -> None:
    listening, faults = server
    wires = open_wires(MIRO_ACCESS_TOKEN="sandbox-mari", MIRO_API_URL=listening.url)
    product = Koosloome(wires)
    faults.add(parse_fault(fault))
    answer = product.create(product.account(), request())
    assert answer.world.value == "miro"
    assert answer.adopted > 0
    assert_exactly_once(wires, answer)
    assert boards(wires) == 1


def test_another_token_of_the_same_person_finds_the_workshop(
    open_wires: Callable[..., Wires], server: tuple[Server, Faults]
) -> None:
    listening, _ = server
    first = open_wires(MIRO_ACCESS_TOKEN="sandbox-mari", MIRO_API_URL=listening.url)
    product = Koosloome(first)
    answer = product.create(product.account(), request())
    account = first.store.accounts.get(product.account().id)
    assert account is not None
    assert account.miro_user
    stranger = Koosloome(open_wires(MIRO_ACCESS_TOKEN="sandbox-jaan", MIRO_API_URL=listening.url))
    with pytest.raises(WorkshopNotFound):
        stranger.workshop(stranger.account(), answer.workshop)
    renewed = account.__class__(**{**vars(account), "id": "a-renewed", "key": "token:other"})
    first.store.accounts.ensure(renewed)
    seen = first.people.acting_for(Account(id="a-renewed", world=answer.world, name="x"))
    assert product.account().id in seen


def test_a_refused_token_is_said_to_be_refused(
    open_wires: Callable[..., Wires], server: tuple[Server, Faults]
) -> None:
    listening, _ = server
    product = Koosloome(open_wires(MIRO_ACCESS_TOKEN="nobody", MIRO_API_URL=listening.url))
    with pytest.raises(NotSignedIn) as refused:
        product.create(product.account(), request())
    assert "nobody" not in str(refused.value)
    assert not isinstance(refused.value, NotAllowed)


def test_a_sandbox_token_never_leaves_for_miro(open_wires: Callable[..., Wires]) -> None:
    for environ in (
        {"MIRO_ACCESS_TOKEN": "sandbox-mari", "MIRO_API_URL": "https://api.miro.com"},
        {"MIRO_ACCESS_TOKEN": "sandbox-mari", "MIRO_API_URL": "https://eu.miro.com"},
    ):
        with pytest.raises(SandboxTokenElsewhere):
            Koosloome(open_wires(**environ)).account()


def test_a_sandbox_token_without_address_is_that_person_here(
    open_wires: Callable[..., Wires],
) -> None:
    product = Koosloome(open_wires(MIRO_ACCESS_TOKEN="sandbox-mari"))
    assert (product.account().name, product.world().value) == ("mari", "sandbox")
    assert product.create(product.account(), request()).world.value == "sandbox"


def test_addresses_nobody_can_be_invited_at_are_named_with_the_other_faults(
    koosloome: Koosloome, me: Account
) -> None:
    asked = request(values={"issue": "x"}, invite=("mari@amet.ee", "vale", "a b@c.ee", "a@b"))
    with pytest.raises(InputFaults) as caught:
        koosloome.create(me, asked)
    fields = [fault.field for fault in caught.value.faults]
    assert fields == ["issue", "invite", "invite", "invite"]
    assert koosloome.workshops(me) == ()


def test_ctrl_c_stops_it_and_names_what_goes_on(koosloome: Koosloome, me: Account) -> None:
    def stop(step: ProgressStep) -> None:
        if step.phase is Phase.ZONES:
            raise KeyboardInterrupt

    with pytest.raises(Cancelled) as stopped:
        koosloome.create(me, request(), progress=stop)
    [left] = koosloome.workshops(me)
    assert stopped.value.command == f"koosloome board resume {left.workshop}"
    assert left.state == "unfinished"
    assert koosloome.resume(me, left.workshop).created == left.planned
