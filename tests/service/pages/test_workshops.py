"""The page of a workshop: its state, what to do when it is unfinished, collecting, removing."""

from __future__ import annotations

import pytest

from tests.service.at_work import ISSUE, METHOD, Bench, Page
from tests.service.conftest import app_of
from workshops.jobs.holding import TRIES
from workshops.settings import load_settings
from workshops.wiring import open_koosloome


def test_without_workshops_the_list_leads_to_the_methods(bench: Bench) -> None:
    page = Page(bench.client.get("/workshops"))
    assert "Teil ei ole veel ühtegi töötuba." in page.text
    assert "/" in [link["href"] for link in page.every("a")]


def test_the_list_names_a_workshop_and_its_state(finished: Bench) -> None:
    page = Page(finished.client.get("/workshops?lang=et"))
    assert f"/workshops/{finished.workshop}" in [link["href"] for link in page.every("a")]
    assert "valmis" in page.text


def test_a_finished_board_can_be_opened_and_its_address_copied(finished: Bench) -> None:
    page = Page(finished.client.get(f"/workshops/{finished.workshop}?lang=et"))
    view = finished.k.workshop(finished.k.account(), finished.workshop)
    assert view.board is not None
    assert view.board.url in [link["href"] for link in page.every("a")]
    assert "Harjutuskeskkonna tahvel avaneb ainult selles arvutis." in page.text


ABOUT = "Kuidas korraldada maapiirkondade bussiliiklus 2027. aastast?"
DAY = {"et": "02.03.2026", "en": "2 March 2026"}
NAMES = {"et": "Osapoolte kaart", "en": "Stakeholder map"}


@pytest.mark.parametrize(("lang", "other"), [("et", "en"), ("en", "et")])
def test_a_title_nobody_chose_follows_the_reader_and_what_it_is_about_tells_it_apart(
    finished: Bench, lang: str, other: str
) -> None:
    answer = finished.client.get(f"/workshops/{finished.workshop}?lang={lang}")
    page = Page(answer)
    assert f"<h1>{NAMES[lang]}</h1>" in answer.text
    assert ABOUT in page.text
    assert NAMES[other] not in page.text
    listed = Page(finished.client.get(f"/workshops?lang={lang}"))
    assert ABOUT in listed.text
    assert DAY[lang] in listed.text
    assert NAMES[lang] in listed.text
    assert NAMES[other] not in listed.text


def test_the_board_of_the_sandbox_opens_at_its_address(finished: Bench) -> None:
    view = finished.k.workshop(finished.k.account(), finished.workshop)
    assert view.board is not None
    answer = finished.client.get(view.board.url)
    assert answer.status_code == 200
    assert "Kogume osapooled" in answer.text


def test_while_a_board_is_made_its_progress_is_asked_for(bench: Bench) -> None:
    address = bench.press(f"/methods/{METHOD}", issue=ISSUE).headers["Location"]
    answer = bench.client.get(address)
    page = Page(answer)
    poll = next(str(part["data-poll"]) for part in page.every("div") if "data-poll" in part)
    assert page.every("progress")
    assert '<noscript><meta http-equiv="refresh"' in answer.text
    first = bench.client.get(poll)
    assert first.get_json()["state"] == "waiting"
    tag = {"If-None-Match": first.headers["ETag"]}
    assert bench.client.get(poll, headers=tag).status_code == 304
    bench.k.run_job(first.get_json()["job"])
    assert bench.client.get(poll, headers=tag).get_json()["state"] == "done"


def test_a_workshop_opened_from_the_list_shows_its_progress_too(bench: Bench) -> None:
    bench.press(f"/methods/{METHOD}", issue=ISSUE)
    (view,) = bench.k.workshops(bench.k.account())
    page = Page(bench.client.get(f"/workshops/{view.workshop}"))
    poll = next(str(part["data-poll"]) for part in page.every("div") if "data-poll" in part)
    assert bench.client.get(poll).get_json()["state"] in {"waiting", "making"}


def test_an_unfinished_board_says_why_and_is_continued(bench: Bench) -> None:
    bench.break_miro("POST /v2/boards/*/items/bulk#2x400=500")
    begun = bench.press(f"/methods/{METHOD}", issue=ISSUE)
    for _ in range(TRIES - 1):
        assert "Koosloome proovib ise uuesti" in Page(bench.work(begun)).text
    assert "Miro ei saanud tahvlit valmis" in Page(bench.work(begun)).text
    bench.mend_miro()
    (view,) = bench.k.workshops(bench.k.account())
    assert view.state == "unfinished"
    page = Page(bench.work(bench.press(f"/workshops/{view.workshop}/resume")))
    assert "Tahvel on valmis." in page.text


def test_a_job_can_be_stopped(bench: Bench) -> None:
    address = bench.press(f"/methods/{METHOD}", issue=ISSUE).headers["Location"]
    job = address.partition("job=")[2]
    path = address.partition("?")[0]
    answer = bench.press(f"{path}/jobs/{job}/cancel")
    assert "Töö peatati" in Page(bench.client.get(answer.headers["Location"])).text


def test_collecting_leads_to_the_summary(bench: Bench) -> None:
    workshop = bench.make()
    answer = bench.work(bench.press(f"/workshops/{workshop}/harvests", names="none", attended="9"))
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith(f"/workshops/{workshop}/harvest")
    summary = bench.k.summary(bench.k.account(), workshop)
    assert summary is not None
    assert (summary.names, summary.attended) == ("none", 9)


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"attended": "palju"}, {"attended"}),
        ({"attended": "0"}, {"attended"}),
        ({"attended": "999", "names": "some", "report_lang": "fi"}, {"attended", "names", "lang"}),
    ],
)
def test_wrong_choices_are_told_at_once(
    bench: Bench, sent: dict[str, str], wrong: set[str]
) -> None:
    answer = bench.press(f"/workshops/{bench.make()}/harvests", **sent)
    assert answer.status_code == 422
    page = Page(answer)
    assert page.field("attended")["value"] == sent["attended"]
    faults = {str(part["id"]) for part in page.every("div") if part.get("class") == "fault"}
    assert faults == {f"{'report_lang' if name == 'lang' else name}-fault" for name in wrong}


def test_removing_asks_first_and_says_what_goes(bench: Bench) -> None:
    workshop = bench.make()
    page = Page(bench.client.get(f"/workshops/{workshop}/remove"))
    assert "Kaob kogu tahvel" in page.text
    assert bench.k.workshop(bench.k.account(), workshop).state == "ready"
    answer = bench.press(f"/workshops/{workshop}/remove")
    assert answer.status_code == 303
    assert "Töötuba on koos tahvliga eemaldatud." in Page(bench.client.get("/workshops")).text
    views = bench.k.workshops(bench.k.account())
    assert workshop not in [view.workshop for view in views]


def test_another_person_sees_nothing_of_it(bench: Bench) -> None:
    workshop = bench.make()
    home = {"KOOSLOOME_HOME": str(bench.k.settings.home), "MIRO_ACCESS_TOKEN": "sandbox-jyri"}
    with open_koosloome(load_settings(home)) as other:
        client = app_of(other).test_client()
        assert f"/workshops/{workshop}" not in client.get("/workshops").text
        for path in ("", "/harvest", "/remove", "/picture.svg"):
            assert client.get(f"/workshops/{workshop}{path}").status_code == 404
        assert client.get(f"/api/workshops/{workshop}").status_code == 404


def test_a_board_is_read_by_its_address(bench: Bench) -> None:
    bench.make()
    (view,) = bench.k.workshops(bench.k.account())
    assert view.board is not None
    answer = bench.work(bench.press("/harvest", board=view.board.url, names="tasks"))
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith("/harvest")


def test_an_empty_address_of_a_board_is_a_fault(bench: Bench) -> None:
    answer = bench.press("/harvest", board=" ", attended="12")
    assert answer.status_code == 422
    page = Page(answer)
    assert page.field("board").get("aria-invalid") == "true"
    assert page.field("attended")["value"] == "12"
