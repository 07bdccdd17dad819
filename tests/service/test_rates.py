"""How often one may sign in and make boards, where many people use one service."""

from __future__ import annotations

from flask.testing import FlaskClient

from service.failures import too_often
from service.rates import BOARDS_A_MINUTE, SIGN_INS_A_MINUTE
from tests.service.at_work import ISSUE, METHOD, Bench, Page
from tests.service.street import Street


def make_by_program(browser: FlaskClient) -> int:
    token = browser.get("/api/token").get_json()["token"]
    sent = {"method": METHOD, "brief": {"issue": ISSUE}, "new": True}
    headers = {"X-CSRFToken": token}
    return browser.post("/api/workshops", json=sent, headers=headers).status_code


def make_by_hand(browser: FlaskClient, do: str = "make") -> int:
    token = browser.get("/api/token").get_json()["token"]
    sent = {"csrf_token": token, "issue": ISSUE, "new": "1", "do": do}
    return browser.post(f"/methods/{METHOD}", data=sent).status_code


def test_who_begins_to_sign_in_again_and_again_is_asked_to_wait(street: Street) -> None:
    browser = street.browser()
    begun = [browser.get("/sign-in").status_code for _ in range(SIGN_INS_A_MINUTE)]
    assert set(begun) == {303}
    refused = browser.get("/sign-in?lang=et")
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "60"
    assert "Oodake minut" in Page(refused).text
    assert "Liiga sageli" in Page(refused).text
    assert browser.get("/").status_code == 200


def test_boards_made_by_hand_and_by_programs_count_together(street: Street) -> None:
    ada, bo = street.browser(), street.browser()
    street.enter(ada, "ada")
    street.enter(bo, "bo")
    by_hand = [make_by_hand(ada) for _ in range(BOARDS_A_MINUTE - 2)]
    by_program = [make_by_program(ada) for _ in range(2)]
    assert set(by_hand) == {303}
    assert set(by_program) == {202}
    assert make_by_hand(ada) == 429
    assert make_by_program(ada) == 429
    assert make_by_hand(ada, do="preview") == 200
    assert make_by_hand(bo) == 303


def test_a_program_is_refused_with_a_problem(street: Street) -> None:
    ada = street.browser()
    street.enter(ada, "ada")
    for _ in range(BOARDS_A_MINUTE):
        make_by_hand(ada)
    token = ada.get("/api/token").get_json()["token"]
    sent = {"method": METHOD, "brief": {"issue": ISSUE}}
    answer = ada.post("/api/workshops", json=sent, headers={"X-CSRFToken": token})
    problem = answer.get_json(force=True)
    assert (answer.content_type, problem["code"]) == ("application/problem+json", "too_often")
    assert int(answer.headers["Retry-After"]) > 0


def test_who_made_many_in_an_hour_is_told_so(street: Street) -> None:
    app = street.app
    with app.test_request_context("/?lang=et"):
        answer = too_often(60)
    assert answer.headers["Retry-After"] == "3600"
    assert "Oodake 60 minutit" in answer.get_data(as_text=True)


def test_alone_on_a_machine_nobody_counts(bench: Bench) -> None:
    made = [
        bench.press(f"/methods/{METHOD}", issue=ISSUE, new="1").status_code
        for _ in range(BOARDS_A_MINUTE + 1)
    ]
    assert set(made) == {303}
