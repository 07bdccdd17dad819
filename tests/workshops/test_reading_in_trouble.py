"""A board deleted while it is checked, and a token that ends while a board is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

import pytest

from miro_sandbox.server import Server
from tests.workshops.board_in_trouble import READING
from tests.workshops.conftest import FakeClock, request
from tests.workshops.fault_table import BOARD_DELETED, BY_NAME, Fault, Wire, kind_of, stand_before
from tests.workshops.signing import TOKENS
from tests.workshops.small_board import keep_small
from tests.workshops.test_fault_matrix_socket import signed_in
from workshops.errors import BoardUnread, KoosloomeError, NotFound, NotSignedIn
from workshops.koosloome import Koosloome
from workshops.messages import message
from workshops.requests_answers import HarvestRequest
from workshops.wiring.wires import Wires

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

ITEMS = "GET /v2/boards/*/items"
CALLS = [
    pytest.param(kind, marks=() if kind == ITEMS else pytest.mark.full)
    for kind in READING
    if kind != "GET /v2/boards/*"
]
Reached = Callable[..., AbstractContextManager[tuple[Wires, Wire]]]
VERBS: dict[str, Callable[[Koosloome, str], object]] = {
    "check": lambda product, ref: product.check(product.account(), ref),
    "harvest": lambda product, ref: (
        product.harvest(product.account(), ref, HarvestRequest()).summary.accounting
    ),
}


@contextmanager
def in_process(open_wires: Callable[..., Wires], clock: FakeClock) -> Iterator[tuple[Wires, Wire]]:
    """Give a product whose sandbox answers in this process, and the wire to it."""
    wires = open_wires()
    yield wires, stand_before(wires.sandbox.app, clock)


@contextmanager
def over_a_socket(
    open_wires: Callable[..., Wires], clock: FakeClock
) -> Iterator[tuple[Wires, Wire]]:
    """Give a product that reaches a sandbox over a socket, and the wire to it."""
    app = open_wires().sandbox.app
    wire = stand_before(app, clock)
    with Server(app) as server:
        yield open_wires(MIRO_ACCESS_TOKEN="sandbox-me", MIRO_API_URL=server.url), wire


@pytest.mark.parametrize("kind", CALLS)
@pytest.mark.parametrize("reached", [in_process, over_a_socket])
def test_a_board_deleted_while_it_is_checked(
    open_wires: Callable[..., Wires], clock: FakeClock, reached: Reached, kind: str
) -> None:
    with reached(open_wires, clock) as (wires, wire):
        product, workshop = Koosloome(wires), keep_small(wires)
        product.resume(product.account(), workshop.id)
        wire.mend()
        wire.arm(BOARD_DELETED, kind, 1)
        with pytest.raises((NotFound, BoardUnread)) as gone:
            product.check(product.account(), workshop.id)
        assert BOARD_DELETED.name in wire.struck
        assert message(gone.value, "et")
        with pytest.raises(NotFound):  # once more, and it is plain
            product.check(product.account(), workshop.id)


def let_end(wire: Wire, token: str, kind: str) -> None:
    """Let Miro take a token no more from the next call of a kind on; a newer one is served."""
    begun: list[str] = []

    def strike(wire: Wire, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        asked = kind_of(environ["REQUEST_METHOD"], environ["PATH_INFO"])
        begun.extend([asked] if asked == kind else [])
        if begun and environ.get("HTTP_AUTHORIZATION") == f"Bearer {token}":
            return BY_NAME["401"].strike(wire, environ, start)
        return wire.inner(environ, start)

    for one in READING:
        wire.arm(Fault("ended", strike, 999, passes=False), one, 1)


@pytest.mark.parametrize("kind", CALLS)
@pytest.mark.parametrize("verb", VERBS)
def test_a_token_that_ends_while_a_board_is_read_is_renewed_once(
    open_wires: Callable[..., Wires], clock: FakeClock, verb: str, kind: str
) -> None:
    with signed_in(open_wires, clock) as (wires, wire):
        product = Koosloome(wires)
        made = product.create(product.account(), request())
        usual = VERBS[verb](product, made.workshop)
        wire.mend()
        stale = wires.clients.stored_tokens(wires.people.me()).token()
        let_end(wire, stale, kind)
        answer = VERBS[verb](product, made.workshop)
        assert wire.calls.count(f"POST {TOKENS}") == 1
        assert wires.clients.stored_tokens(wires.people.me()).token() != stale
        assert answer == usual


@pytest.mark.parametrize("verb", ["harvest", pytest.param("check", marks=pytest.mark.full)])
def test_a_sign_in_taken_away_while_a_board_is_read_keeps_nothing(
    open_wires: Callable[..., Wires], clock: FakeClock, verb: str
) -> None:
    with signed_in(open_wires, clock) as (wires, wire):
        product = Koosloome(wires)
        made = product.create(product.account(), request())
        wire.mend()
        wire.arm(Fault("401", BY_NAME["401"].strike, 99), ITEMS, 1)
        with pytest.raises(NotSignedIn) as away:
            VERBS[verb](product, made.workshop)
        told: KoosloomeError = away.value
        assert message(told, "et")
        assert wires.store.summaries.of(made.workshop) == ()
        wire.mend()
        VERBS[verb](product, made.workshop)
