"""Who is signed in: this machine's person, or somebody in the service."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.workshops.conftest import FakeClock, request
from tests.workshops.signing import BACK, Miro, miro_on_a_socket
from workshops.errors import InputFaults, MiroUnreachable, NotSignedIn, WorkshopNotFound
from workshops.koosloome import Koosloome
from workshops.sign_in import DECLINED, STRANGE
from workshops.sign_in_answers import SignedIn
from workshops.wiring.wires import Wires
from workshops.worlds import World


@pytest.fixture
def miro(clock: FakeClock) -> Iterator[Miro]:
    with miro_on_a_socket(clock.now) as server:
        yield server


@pytest.fixture
def product(open_wires: Callable[..., Wires], miro: Miro) -> Koosloome:
    return Koosloome(open_wires(**miro.environ))


def come_back(product: Koosloome, miro: Miro, name: str, *, machine: bool) -> SignedIn:
    page = product.sign_in_page(BACK)
    back = miro.answer(page.address, name=name)
    return product.signed_back(back, state=page.state, redirect_uri=BACK, machine=machine)


def test_people_of_the_service_are_not_the_person_of_this_machine(
    product: Koosloome, miro: Miro
) -> None:
    ada = come_back(product, miro, "ada", machine=False)
    assert ada.team == "Sandbox team"
    assert product.world() is World.SANDBOX
    assert product.account().name == "me"
    assert product.account_by_id(ada.account.id).name == "ada"


def test_a_person_of_the_service_sees_their_own_workshops_only(
    product: Koosloome, miro: Miro
) -> None:
    mine = product.create(product.account(), request())
    ada = come_back(product, miro, "ada", machine=False).account
    eve = come_back(product, miro, "eve", machine=False).account
    theirs = product.create(ada, request())
    assert [view.workshop for view in product.workshops(ada)] == [theirs.workshop]
    assert product.workshops(eve) == ()
    for stranger, ref in ((eve, theirs.workshop), (ada, mine.workshop)):
        with pytest.raises(WorkshopNotFound):
            product.workshop(stranger, ref)
    assert [view.workshop for view in product.workshops(product.account())] == [mine.workshop]


def test_who_signs_in_again_is_the_same_person(product: Koosloome, miro: Miro) -> None:
    first = come_back(product, miro, "ada", machine=False)
    made = product.create(first.account, request())
    again = come_back(product, miro, "ada", machine=False)
    assert again.account.id == first.account.id
    here = come_back(product, miro, "ada", machine=True)
    assert here.account.id != first.account.id
    assert [view.workshop for view in product.workshops(here.account)] == [made.workshop]


def test_one_person_at_a_time_is_signed_in_on_a_machine(product: Koosloome, miro: Miro) -> None:
    service = come_back(product, miro, "jaan", machine=False)
    come_back(product, miro, "ada", machine=True)
    eve = come_back(product, miro, "eve", machine=True)
    assert product.account() == eve.account
    product.logout()
    assert product.world() is World.SANDBOX
    assert product.create(service.account, request()).world is World.MIRO


def test_the_person_of_a_machine_keeps_what_they_made_in_the_sandbox(
    product: Koosloome, miro: Miro
) -> None:
    made = product.create(product.account(), request())
    ada = come_back(product, miro, "ada", machine=True)
    assert [view.workshop for view in product.workshops(ada.account)] == [made.workshop]


def test_an_answer_to_another_sign_in(product: Koosloome, miro: Miro) -> None:
    page, other = product.sign_in_page(BACK), product.sign_in_page(BACK)
    with pytest.raises(NotSignedIn) as wrong:
        product.signed_back(miro.answer(page.address), state=other.state, redirect_uri=BACK)
    assert wrong.value.reason == STRANGE
    assert page.state not in repr(page)


def test_permission_refused(product: Koosloome, miro: Miro) -> None:
    page = product.sign_in_page(BACK)
    back = miro.answer(page.address, decision="deny")
    with pytest.raises(NotSignedIn) as wrong:
        product.signed_back(back, state=page.state, redirect_uri=BACK)
    assert wrong.value.reason == DECLINED


def test_a_code_of_which_the_answer_was_lost_signs_nobody_in(
    product: Koosloome, miro: Miro
) -> None:
    page = product.sign_in_page(BACK)
    back = miro.answer(page.address)
    miro.break_next("POST /v1/oauth/token=drop_after")
    with pytest.raises(MiroUnreachable):
        product.signed_back(back, state=page.state, redirect_uri=BACK, machine=True)
    assert product.world() is World.SANDBOX


def test_signing_out_without_reaching_miro_still_removes_the_token(
    product: Koosloome, miro: Miro
) -> None:
    come_back(product, miro, "ada", machine=True)
    miro.break_next("POST /v2/oauth/revoke=drop_before")
    out = product.logout()
    assert out is not None
    assert not out.revoked
    assert product.logout() is None


def test_an_ended_sign_in_is_renewed_to_be_ended_at_miro(
    product: Koosloome, miro: Miro, clock: FakeClock
) -> None:
    come_back(product, miro, "ada", machine=True)
    clock.sleep(4_000)
    out = product.logout()
    assert out is not None
    assert out.revoked


def test_without_an_app_there_is_no_page(koosloome: Koosloome) -> None:
    with pytest.raises(InputFaults) as wrong:
        koosloome.sign_in_page(BACK)
    assert {fault.field for fault in wrong.value.faults} == {
        "MIRO_CLIENT_ID",
        "MIRO_CLIENT_SECRET",
    }
