"""Sending with a token, within the budget, again where that is safe."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
import requests

from miro_client.bodies.items import StickyNoteBody
from miro_client.errors import (
    InvalidArgument,
    MiroError,
    NotFound,
    NotSent,
    NotSignedIn,
    OutcomeUnknown,
    SandboxTokenRefused,
    ServerTrouble,
    TooManyRequests,
    Unreachable,
    UnreadableAnswer,
)
from miro_client.limits import RateFacts
from miro_client.ports import CallFacts
from tests.miro_client.bodies_of_miro import BOARD as BOARD_BODY
from tests.miro_client.bodies_of_miro import STICKY
from tests.miro_client.world import (
    BOARD,
    NOW,
    TOKEN,
    FakeClock,
    Ledger,
    Reply,
    refusal,
    reply,
    world,
)

LOST = requests.exceptions.ReadTimeout("slow")
REFUSED = requests.exceptions.ConnectionError(ConnectionRefusedError())
NOTE = StickyNoteBody(content="x")


@dataclass
class Renewable:
    """A token source that can renew so many times."""

    tokens: list[str]
    asked: list[str] = field(default_factory=list)

    def token(self) -> str:
        return self.tokens[0]

    def renewed(self, *, after: str) -> str | None:
        self.asked.append(after)
        if len(self.tokens) == 1:
            return None
        del self.tokens[0]
        return self.tokens[0]


def test_429_is_waited_out_for_any_call() -> None:
    here = world(refusal(429, Retry_After="3"), refusal(429), reply(STICKY, 201))
    assert here.client.notes.create(BOARD, NOTE).id == STICKY["id"]
    assert here.clock.slept == [3.0, 2.0]


def test_429_waits_for_the_reset_when_nothing_else_is_said() -> None:
    here = world(refusal(429, X_RateLimit_Reset=str(int(NOW) + 20)), reply(BOARD_BODY))
    here.client.boards.get(BOARD)
    assert here.clock.slept == [20.0]


def test_429_without_end_is_told() -> None:
    here = world(refusal(429, X_RateLimit_Remaining="0"))
    with pytest.raises(TooManyRequests) as caught:
        here.client.notes.create(BOARD, NOTE)
    assert caught.value.rate == RateFacts(remaining=0, refused=True)
    assert len(here.wire.requests) == 8


@pytest.mark.parametrize("trouble", [refusal(500), refusal(503), LOST, REFUSED], ids=repr)
def test_reads_updates_and_deletes_are_repeated(trouble: Reply | Exception) -> None:
    here = world(trouble, trouble, reply(BOARD_BODY))
    assert here.client.boards.get(BOARD).name == "Retro 14"
    assert here.clock.slept == [1.0, 2.0]


@pytest.mark.parametrize(
    ("trouble", "kind"), [(refusal(500), ServerTrouble), (LOST, Unreachable), (REFUSED, NotSent)]
)
def test_but_not_without_end(trouble: Reply | Exception, kind: type[MiroError]) -> None:
    here = world(trouble)
    with pytest.raises(kind):
        here.client.boards.get(BOARD)
    assert len(here.wire.requests) == 5


GARBLED = Reply(200, b'{"id": "1", "na', {"Content-Type": "application/json;charset=utf-8"})


def test_a_read_whose_json_came_broken_is_repeated() -> None:
    here = world(GARBLED, GARBLED, reply(BOARD_BODY))
    assert here.client.boards.get(BOARD).name == "Retro 14"
    assert here.clock.slept == [1.0, 2.0]


def test_but_broken_json_is_not_read_without_end() -> None:
    here = world(GARBLED)
    with pytest.raises(UnreadableAnswer):
        here.client.boards.get(BOARD)
    assert len(here.wire.requests) == 5


@pytest.mark.parametrize(
    "strange", [Reply(200, b"<p>Welcome</p>", {"Content-Type": "text/html"}), reply(["no object"])]
)
def test_what_no_repeat_would_mend_is_not_repeated(strange: Reply) -> None:
    here = world(strange)
    with pytest.raises(UnreadableAnswer):
        here.client.boards.get(BOARD)
    assert len(here.wire.requests) == 1


def test_a_create_whose_answer_came_broken_is_never_repeated() -> None:
    here = world(GARBLED, reply(STICKY, 201))
    with pytest.raises(OutcomeUnknown):
        here.client.notes.create(BOARD, NOTE)
    assert len(here.wire.requests) == 1


@pytest.mark.parametrize("trouble", [refusal(500), refusal(502), LOST], ids=repr)
def test_a_create_is_never_repeated_in_doubt(trouble: Reply | Exception) -> None:
    here = world(trouble, reply(STICKY, 201))
    with pytest.raises(OutcomeUnknown):
        here.client.notes.create(BOARD, NOTE)
    assert len(here.wire.requests) == 1


def test_a_create_that_never_left_is_repeated() -> None:
    here = world(REFUSED, reply(STICKY, 201))
    assert here.client.notes.create(BOARD, NOTE).id == STICKY["id"]


def test_a_delete_whose_answer_was_lost_is_done_when_the_thing_is_gone() -> None:
    here = world(LOST, refusal(404))
    here.client.items.delete(BOARD, "1")
    assert len(here.wire.requests) == 2


def test_a_delete_of_what_never_was_is_not() -> None:
    here = world(REFUSED, refusal(404))
    with pytest.raises(NotFound):
        here.client.items.delete(BOARD, "1")


def test_a_refused_token_is_renewed_once() -> None:
    source = Renewable(["old-token", "new-token", "newest-token"])
    here = world(refusal(401), reply(STICKY, 201), token=source)
    here.client.notes.create(BOARD, NOTE)
    assert source.asked == ["old-token"]
    sent = [one.headers["Authorization"] for one in here.wire.requests]
    assert sent == ["Bearer old-token", "Bearer new-token"]


def test_a_renewed_token_that_is_refused_too_ends_it() -> None:
    source = Renewable(["old-token", "new-token", "newest-token"])
    here = world(refusal(401), token=source)
    with pytest.raises(NotSignedIn):
        here.client.boards.get(BOARD)
    assert len(here.wire.requests) == 2


def test_a_token_that_cannot_be_renewed_ends_it_at_once() -> None:
    here = world(refusal(401))
    with pytest.raises(NotSignedIn):
        here.client.boards.get(BOARD)
    assert len(here.wire.requests) == 1


@pytest.mark.parametrize("base_url", ["https://api.miro.com", "https://API.MIRO.COM./"])
def test_a_sandbox_token_never_reaches_miro(base_url: str) -> None:
    here = world(reply(BOARD_BODY), token="sandbox-me", base_url=base_url)
    with pytest.raises(SandboxTokenRefused):
        here.client.boards.get(BOARD)
    assert here.wire.requests == []


def test_nor_does_one_that_a_renewal_gave() -> None:
    source = Renewable(["real-token", "sandbox-me"])
    here = world(refusal(401), token=source, base_url="https://api.miro.com")
    with pytest.raises(SandboxTokenRefused):
        here.client.boards.get(BOARD)
    assert len(here.wire.requests) == 1


def test_every_try_is_paced_and_settled() -> None:
    ledger = Ledger()
    here = world(LOST, refusal(500), reply(BOARD_BODY, X_RateLimit_Remaining="7"), pacer=ledger)
    here.client.boards.get(BOARD)
    assert ledger.reserved == [50, 50, 50]
    assert ledger.settled == [
        (50, RateFacts()),
        (50, RateFacts()),
        (50, RateFacts(remaining=7)),
    ]


def test_a_fault_of_ours_while_sending_is_settled_as_well() -> None:
    ledger = Ledger()
    here = world(KeyError("adapter"), pacer=ledger)
    with pytest.raises(KeyError):
        here.client.boards.get(BOARD)
    assert ledger.settled == [(50, RateFacts())]


def test_the_observer_sees_every_try() -> None:
    here = world(LOST, reply(BOARD_BODY, X_Request_Id="r-9"))
    here.client.boards.get(BOARD)
    first, second = here.seen
    assert first == CallFacts(
        operation="get_board",
        method="GET",
        path="/v2/boards/{board_id}",
        status=None,
        credits=50,
        seconds=0.0,
        attempt=1,
        request_id=None,
        lost="ReadTimeout: slow",
    )
    assert (second.status, second.attempt, second.request_id) == (200, 2, "r-9")


def test_each_thread_has_a_session_of_its_own_and_keeps_it() -> None:
    made: list[requests.Session] = []
    lock = threading.Lock()
    here = world(reply(BOARD_BODY))
    factory = here.client._transport._session_factory
    together = threading.Barrier(8)

    def counted() -> requests.Session:
        session = factory()
        with lock:
            made.append(session)
        return session

    here.client._transport._session_factory = counted

    def work(_: int) -> None:
        together.wait(timeout=10)
        for _ in range(5):
            here.client.boards.get(BOARD)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert len(made) == 8
    assert len(here.wire.requests) == 40
    here.client.close()


@pytest.mark.parametrize("bad", ["", "miro", "ftp://x"])
def test_an_unfit_address_is_told_at_once(bad: str) -> None:
    with pytest.raises(InvalidArgument):
        world(reply(), base_url=bad)


def test_the_token_is_in_no_error_and_no_fact() -> None:
    echo = refusal(400, f"bad token {TOKEN}", code=TOKEN)
    loss = requests.exceptions.InvalidHeader(f"value: 'Bearer {TOKEN}'")
    for step in (echo, loss):
        here = world(step)
        with pytest.raises(MiroError) as caught:
            here.client.boards.get(BOARD)
        error: BaseException | None = caught.value
        while error is not None:
            assert TOKEN not in str(error) + repr(error)
            error = error.__cause__ or error.__context__
        assert TOKEN not in repr(here.seen) + repr(here.client)


def test_time_is_taken_by_the_clock() -> None:
    clock = FakeClock()

    def slow(_: object) -> Reply:
        clock.sleep(2.5)
        return reply(BOARD_BODY)

    here = world(handler=slow, clock=clock)
    here.client.boards.get(BOARD)
    assert here.seen[0].seconds == 2.5
