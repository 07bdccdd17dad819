"""Where a board goes: beside what stands on another, into a team, with people invited."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from werkzeug.datastructures import MultiDict

from service.briefs.form import read_form
from service.briefs.places import read_place
from service.pages.methods import create_request
from tests.service.at_work import ISSUE, METHOD, Bench, Page, typed
from tests.service.street import Street

HERE = f"/methods/{METHOD}"


def links_of(page: Page) -> list[str]:
    return [str(link["href"]) for link in page.every("a")]


def warm_up(page: Page) -> dict[str, str | None]:
    return next(
        field
        for field in page.every("input")
        if field.get("name") == "warm_up" and field.get("type") == "checkbox"
    )


def test_a_second_method_goes_onto_the_same_board(bench: Bench) -> None:
    first = bench.make(title="Esimene")
    (library,) = {
        link
        for link in links_of(Page(bench.client.get(f"/workshops/{first}")))
        if parse_qs(urlsplit(link).query).get("on") == [first]
    }
    shelf = Page(bench.client.get(library))
    assert "Esimene" in shelf.text
    (card,) = {link for link in links_of(shelf) if urlsplit(link).path == HERE}
    form = Page(bench.client.get(card))
    assert "Esimene" in form.text
    assert form.field("on")["value"] == first
    assert "checked" not in warm_up(form)
    own = next(a for a in links_of(form) if urlsplit(a).path == HERE and "on=" not in a)
    assert "checked" in warm_up(Page(bench.client.get(own)))
    bench.work(bench.press(HERE, issue=ISSUE, on=first))
    boards = [view.board for view in bench.k.workshops(bench.k.account())]
    assert len(boards) == 2
    assert len({board.id for board in boards if board is not None}) == 1


def test_the_board_stays_chosen_whatever_is_shown(bench: Bench) -> None:
    first = bench.make()
    wrong = Page(bench.press(HERE, issue="Lühike", on=first))
    assert wrong.field("on")["value"] == first
    switch = next(a["href"] for a in wrong.every("a") if "data-switch" in a)
    assert Page(bench.client.get(str(switch))).field("on")["value"] == first


def test_a_template_link_carries_no_board(bench: Bench) -> None:
    first = bench.make()
    page = Page(bench.press(HERE, issue=ISSUE, on=first, do="preview"))
    link = next(f["value"] for f in page.every("input") if f.get("id") == "template-link")
    assert first not in str(link)


@pytest.mark.parametrize("on", ["w-2222222222", "uXjVNothing=", "<script>"])
def test_a_board_that_is_not_there_is_told_and_nothing_is_lost(bench: Bench, on: str) -> None:
    assert bench.client.get(HERE, query_string={"on": on}).status_code == 200
    assert bench.client.get("/", query_string={"on": on}).status_code == 200
    answer = bench.press(HERE, issue=ISSUE, on=on)
    assert answer.status_code == 404
    assert typed(answer, "issue") == ISSUE
    assert "Sellist tahvlit ei ole" in Page(answer).text
    assert all("src" in script for script in Page(answer).every("script"))


def test_what_concerns_the_place_is_no_value_of_the_brief(bench: Bench) -> None:
    page = Page(bench.press(HERE, issue=ISSUE, do="preview", team="", invite=""))
    assert "jäeti kõrvale" not in page.text


def test_in_the_sandbox_nobody_is_invited(bench: Bench) -> None:
    page = Page(bench.client.get(HERE))
    assert not [field for field in page.every("textarea") if field.get("name") == "invite"]


def test_in_miro_people_are_invited_and_a_team_named(street: Street) -> None:
    browser = street.browser()
    street.enter(browser, "ada")
    page = Page(browser.get(HERE))
    assert page.field("invite").get("data-personal", "") is None
    assert page.field("team")["type"] == "text"
    token = browser.get("/api/token").get_json()["token"]
    sent = {"csrf_token": token, "issue": ISSUE, "invite": "mari@asutus.ee\nei ole aadress"}
    refused = browser.post(HERE, data=sent)
    assert refused.status_code == 422
    assert "ei ole aadress" in typed(refused, "invite")
    assert Page(refused).field("invite")["aria-invalid"] == "true"
    assert street.k.workshops(street.k.account_by_id(session_account(browser))) == ()


def session_account(browser: object) -> str:
    with browser.session_transaction() as session:  # type: ignore[attr-defined]  # flask's test client
        return str(session["account"])


def test_the_request_carries_who_is_invited_and_where(bench: Bench) -> None:
    sent = MultiDict({"issue": ISSUE, "team": " 3458 ", "invite": "mari@asutus.ee, jyri@vald.ee\n"})
    form = read_form(bench.k, bench.k.method(METHOD), sent, "et")
    place = read_place(sent)
    with bench.client.application.test_request_context("/?lang=et"):
        asked = create_request(form, place)
    assert (asked.team, asked.on) == ("3458", None)
    assert asked.invite == ("mari@asutus.ee", "jyri@vald.ee")
    assert form.ignored == ()
