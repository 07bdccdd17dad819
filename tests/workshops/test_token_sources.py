"""Stored tokens: renewed once, whoever asks at the same time, and committed before use."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from miro_client import errors as miro
from miro_client.models.sign_in import TokenPair
from miro_client.redaction import Secret
from tests.workshops.conftest import FakeClock
from tests.workshops.signing import BACK, TOKENS, Miro, miro_on_a_socket
from tests.workshops.storage.conftest import address  # noqa: F401  # a fixture
from workshops.errors import NotSignedIn
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account
from workshops.token_sources import CONNECT_AGAIN, NO_APP, OUTCOME_UNKNOWN, StoredTokens
from workshops.wiring.wires import Wires

ROOT = Path(__file__).parent.parent.parent


@dataclass
class SignedInHere:
    """A person signed in through a sandbox's consent page."""

    miro: Miro
    wires: Wires
    account: Account

    @property
    def source(self) -> StoredTokens:
        kept = self.wires.people.get(self.account.id)
        return self.wires.clients.stored_tokens(kept)

    @property
    def renewals(self) -> int:
        return self.miro.times(TOKENS) - 1  # the first was the exchange of the code


def sign_in(wires: Wires, miro_: Miro) -> Account:
    product = Koosloome(wires)
    page = product.sign_in_page(BACK)
    back = miro_.answer(page.address)
    return product.signed_back(back, state=page.state, redirect_uri=BACK, machine=True).account


@pytest.fixture
def signed(open_wires: Callable[..., Wires], clock: FakeClock) -> Iterator[SignedInHere]:
    with miro_on_a_socket(clock.now) as server:
        wires = open_wires(**server.environ)
        yield SignedInHere(server, wires, sign_in(wires, server))


def test_a_token_is_used_as_long_as_it_lives(signed: SignedInHere, clock: FakeClock) -> None:
    first = signed.source.token()
    clock.sleep(3_500)
    assert signed.source.token() == first
    assert signed.renewals == 0


def test_a_token_is_renewed_before_it_ends(signed: SignedInHere, clock: FakeClock) -> None:
    first = signed.source.token()
    clock.sleep(3_590)
    second = signed.source.token()
    assert second != first
    assert signed.source.token() == second
    assert signed.renewals == 1


def test_a_call_refused_as_ended_is_made_with_a_renewed_token(signed: SignedInHere) -> None:
    kept = signed.wires.people.get(signed.account.id)
    stale = signed.source.token()
    fresh = signed.source.renewed(after=stale)
    with signed.wires.connect(kept) as client:
        assert client.boards.page() is not None
    assert signed.source.token() == fresh
    assert signed.source.renewed(after=stale) == fresh
    assert signed.renewals == 1


def test_threads_that_find_a_token_ended_use_one_renewal(signed: SignedInHere) -> None:
    stale = signed.source.token()
    source = signed.source
    signed.miro.break_next(f"POST {TOKENS}=slow:0.2")  # so that all of them ask while one waits
    with ThreadPoolExecutor(8) as pool:
        fresh = set(pool.map(lambda _: source.renewed(after=stale), range(8)))
    assert fresh == {signed.source.token()}
    assert stale not in fresh
    assert signed.renewals == 1


def test_two_processes_that_renew_at_once_use_one_renewal(
    open_wires: Callable[..., Wires],
    address: str,  # noqa: F811  # the fixture
    clock: FakeClock,
) -> None:
    with miro_on_a_socket(clock.now) as server:
        environ = {**server.environ, "KOOSLOOME_DATABASE_URL": address}
        wires = open_wires(**environ)
        account = sign_in(wires, server)
        # No token of this test ends by the wall clock of the processes.
        kept = wires.people.get(account.id)
        assert kept.secret is not None
        wires.store.accounts.keep_secret(kept.id, kept.secret, None)
        server.break_next(f"POST {TOKENS}=slow:0.3")
        told = together(account.id, {**environ, "KOOSLOOME_HOME": str(wires.settings.home)})
        present = wires.clients.stored_tokens(wires.people.get(account.id)).token()
        assert told == [hashlib.sha256(present.encode()).hexdigest()] * len(told)
        assert server.times(TOKENS) == 2  # the exchange of the code, and one renewal


def together(account: str, environ: dict[str, str]) -> list[str]:
    """Let three processes renew at once; return what each of them got."""
    running = [
        subprocess.Popen(  # noqa: S603  # our own module
            [sys.executable, "-m", "tests.workshops.renewing", account],
            cwd=ROOT,
            env={**os.environ, **environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [process.communicate(timeout=60)[0].strip() for process in running]


def test_the_new_pair_is_kept_before_it_is_used(signed: SignedInHere) -> None:
    stale = signed.source.token()
    fresh = signed.source.renewed(after=stale)
    kept = signed.wires.store.accounts.get(signed.account.id)
    assert kept is not None
    assert kept.secret is not None
    assert signed.wires.vault.open(kept.secret)[0] == fresh  # type: ignore[index]  # it opens


@pytest.mark.parametrize("fault", ["drop_after", "502_html", "broken_json"])
def test_a_lost_answer_asks_to_connect_again(signed: SignedInHere, fault: str) -> None:
    stale = signed.source.token()
    signed.miro.break_next(f"POST {TOKENS}={fault}")
    with pytest.raises(NotSignedIn) as lost:
        signed.source.renewed(after=stale)
    assert lost.value.reason == OUTCOME_UNKNOWN
    with pytest.raises(NotSignedIn) as later:
        signed.source.token()
    assert later.value.reason == CONNECT_AGAIN
    assert signed.renewals == 1
    again = sign_in(signed.wires, signed.miro)
    assert again.id == signed.account.id
    assert signed.source.token() != stale


def test_a_refresh_token_that_is_refused_asks_to_connect_again(
    signed: SignedInHere, clock: FakeClock
) -> None:
    stale = signed.source.token()
    clock.sleep(61 * 24 * 3600)
    with pytest.raises(NotSignedIn) as refused:
        signed.source.renewed(after=stale)
    assert refused.value.reason == CONNECT_AGAIN


def test_without_an_app_nothing_is_renewed_and_nothing_is_lost(
    signed: SignedInHere, open_wires: Callable[..., Wires]
) -> None:
    stale = signed.source.token()
    environ = {name: v for name, v in signed.miro.environ.items() if "CLIENT" not in name}
    without = open_wires(**environ)
    source = without.clients.stored_tokens(without.people.get(signed.account.id))
    with pytest.raises(NotSignedIn) as wrong:
        source.renewed(after=stale)
    assert wrong.value.reason == NO_APP
    assert signed.source.renewed(after=stale) is not None


def test_a_wrong_secret_of_the_app_loses_nothing(
    signed: SignedInHere, open_wires: Callable[..., Wires]
) -> None:
    stale = signed.source.token()
    wrong = open_wires(**{**signed.miro.environ, "MIRO_CLIENT_SECRET": "another"})
    source = wrong.clients.stored_tokens(wrong.people.get(signed.account.id))
    with pytest.raises(NotSignedIn):
        source.renewed(after=stale)
    assert signed.source.token() == stale


def test_a_renewal_that_was_never_sent_may_be_tried_again(signed: SignedInHere) -> None:
    kept = signed.wires.people.get(signed.account.id)
    answers: list[Callable[[], TokenPair]] = [_not_sent, _pair]
    source = StoredTokens(
        kept.id,
        signed.wires.store.accounts,
        signed.wires.vault,
        refresh=lambda _old: answers.pop(0)(),
        clock=signed.wires.clock,
    )
    stale = source.token()
    with pytest.raises(miro.NotSent):
        source.renewed(after=stale)
    assert source.token() == stale
    assert source.renewed(after=stale) == "fresh-access"


def _not_sent() -> TokenPair:
    raise miro.NotSent(miro.ErrorFacts(operation="refresh_token"))


def _pair() -> TokenPair:
    return TokenPair(
        access_token=Secret("fresh-access"),
        refresh_token=None,
        expires_at=None,
        scope=(),
        user_id=None,
        team_id=None,
    )
