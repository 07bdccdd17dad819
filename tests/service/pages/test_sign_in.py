"""People sign in with Miro, each to their own workshops."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask.testing import FlaskClient

from service.pages.sign_in import LONGEST_QUERY, own_path
from tests.service.at_work import ISSUE, METHOD, TOKEN, Page, typed
from tests.service.street import HERE, Street


def test_a_person_signs_in_and_works_in_miro(street: Street) -> None:
    browser = street.browser()
    assert browser.get("/workshops").status_code == 401
    assert street.enter(browser, "ada") == "/workshops"
    page = Page(browser.get("/workshops"))
    assert "Logi välja" in page.text
    assert "Harjutuskeskkond" not in page.text
    token = TOKEN.search(browser.get(f"/methods/{METHOD}").text)
    assert token is not None
    sent = {"csrf_token": token[1], "issue": ISSUE}
    answer = browser.post(f"/methods/{METHOD}", data=sent)
    assert answer.status_code == 303
    street.k.run_job(answer.headers["Location"].partition("job=")[2])
    assert "Ava tahvel" in Page(browser.get(answer.headers["Location"])).text


def entrances(page: Page) -> list[str]:
    """Return where each link to the sign-in leads afterwards."""
    links = [str(link["href"]) for link in page.every("a") if "data-sign-in" in link]
    return [parse_qs(urlsplit(link).query)["to"][0] for link in links]


def test_a_template_link_is_still_filled_in_after_signing_in(street: Street) -> None:
    browser = street.browser()
    goal = "Õhk ja müra: " + "äöüõ " * 150
    address = f"/methods/{METHOD}?{urlencode({'lang': 'et', 'issue': ISSUE, 'goal': goal})}"
    page = Page(browser.get(address))
    assert entrances(page) == [address, address]
    assert "Tee tahvel" not in page.text
    came = street.enter(browser, "ada", to=entrances(page)[0])
    assert came == address
    after = browser.get(came)
    assert typed(after, "issue") == ISSUE
    assert "Tee tahvel" in Page(after).text


def test_what_was_typed_is_there_when_the_sign_in_has_ended(street: Street) -> None:
    browser = street.browser()
    street.enter(browser, "ada")
    page = browser.get(f"/methods/{METHOD}")
    token = TOKEN.search(page.text)
    assert token is not None
    with browser.session_transaction() as session:
        session.pop("account")
    sent = {
        "csrf_token": token[1],
        "issue": ISSUE,
        "facilitator": "Mari Maasikas",
        "invite": "mari@linn.ee",
    }
    answer = browser.post(f"/methods/{METHOD}", data=sent)
    assert answer.status_code == 401
    assert typed(answer, "issue") == ISSUE
    assert typed(answer, "invite") == "mari@linn.ee"
    shown = Page(answer)
    assert shown.field("facilitator")["value"] == "Mari Maasikas"
    assert "Tee tahvel" in shown.text
    for address in entrances(shown):
        assert parse_qs(urlsplit(address).query)["issue"] == [ISSUE]
        assert "Mari" not in address


def test_a_failed_sign_in_does_not_lead_back_into_itself(street: Street) -> None:
    page = Page(street.browser().get("/sign-in/return?code=1&state=2"))
    assert entrances(page) == ["/"]


def test_a_refused_page_is_opened_after_signing_in_with_its_query(street: Street) -> None:
    page = Page(street.browser().get("/workshops?lang=en"))
    assert entrances(page) == ["/workshops?lang=en"]


def test_each_sees_their_own(street: Street) -> None:
    ada, bo = street.browser(), street.browser()
    street.enter(ada, "ada")
    street.enter(bo, "bo")
    token = ada.get("/api/token").get_json()["token"]
    made = ada.post(
        "/api/workshops",
        json={"method": METHOD, "brief": {"issue": ISSUE}},
        headers={"X-CSRFToken": token},
    )
    workshop, job = made.get_json()["workshop"], made.get_json()["job"]
    assert len(ada.get("/api/workshops").get_json()["workshops"]) == 1
    assert bo.get("/api/workshops").get_json()["workshops"] == []
    for path in (f"/workshops/{workshop}", f"/api/workshops/{workshop}", f"/api/jobs/{job}"):
        assert ada.get(path).status_code == 200
        assert bo.get(path).status_code == 404


def test_who_leaves_is_nobody_again(street: Street) -> None:
    browser = street.browser()
    street.enter(browser, "ada")
    token = browser.get("/api/token").get_json()["token"]
    assert browser.post("/sign-out").status_code == 400
    assert browser.post("/sign-out", data={"csrf_token": token}).status_code == 303
    assert browser.get("/workshops").status_code == 401


def test_an_answer_to_another_sign_in_is_refused(street: Street) -> None:
    ada, victim = street.browser(), street.browser()
    came = street.miro.answer(ada.get("/sign-in").headers["Location"])
    assert victim.get(came.removeprefix(HERE)).status_code == 401
    victim.get("/sign-in")
    assert victim.get(came.removeprefix(HERE)).status_code == 401
    assert victim.get("/workshops").status_code == 401


def test_who_declines_is_told(street: Street) -> None:
    browser = street.browser()
    address = browser.get("/sign-in").headers["Location"]
    answer = browser.get(street.miro.answer(address, decision="deny").removeprefix(HERE))
    assert answer.status_code == 401
    assert "Logi sisse Miro kaudu" in Page(answer).text


def test_alone_on_a_machine_nobody_signs_in(client: FlaskClient) -> None:
    assert client.get("/sign-in").status_code == 404
    assert client.get("/sign-in/return?code=1&state=2").status_code in {401, 404}
    assert "Logi sisse" not in Page(client.get("/")).text


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("/workshops/w-1", "/workshops/w-1"),
        ("/methods/x?lang=en", "/methods/x?lang=en"),
        (None, "/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("/methods\\x?issue=a", "/"),
        ("/methods/x?issue=a\\b&on=//c", "/methods/x?issue=a\\b&on=//c"),
        ("/methods/x?issue=a\r\nLocation: //evil.example", "/"),
        (f"/methods/x?issue={'a' * LONGEST_QUERY}", "/methods/x"),
        ("///evil.example", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_after_signing_in_people_stay_here(wanted: str | None, path: str) -> None:
    assert own_path(wanted) == path
