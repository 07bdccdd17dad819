"""What Miro did otherwise when it opened a board is told on the page, to programs, and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import requests

from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.server import Server
from miro_sandbox.state import open_state
from service.api.jobs import JobOut
from service.api.workshops import WorkshopOut
from tests.service.at_work import ISSUE, METHOD, Bench, Page
from tests.service.conftest import app_of
from workshops.jobs.holding import TRIES
from workshops.requests_answers import HarvestRequest
from workshops.settings import load_settings
from workshops.wiring import open_koosloome

MARI, JYRI = "mari@asutus.ee", "jyri@vald.ee"
HEADS = {"et": "Jagage tahvlit käsitsi", "en": "Share the board by hand"}
LINK = {
    "et": "Tahvel on valmis, kuid lingi saaja ei pääse sellele nii, nagu soovisite",
    "en": "The board is ready, but whoever gets its link cannot open it as you asked",
}
MISSED = {"et": f"Kutseta jäid: {MARI}", "en": f"Not invited: {MARI}"}
FORM = {"issue": ISSUE, "access": "link_edit", "invite": MARI}


class Refusing(Bench):
    """A service whose Miro does not let boards be opened by link."""

    url = ""

    def break_miro(self, fault: str) -> None:
        """Let calls to this Miro fail."""
        answer = requests.post(f"{self.url}/_sandbox/faults", json={"fault": fault}, timeout=10)
        assert answer.status_code < 300

    def mend_miro(self) -> None:
        """Let calls work again."""
        requests.delete(f"{self.url}/_sandbox/faults", timeout=10)

    def begin(self, **sent: str) -> str:
        """Send the form; return the address of the page that shows the job."""
        return self.press(f"/methods/{METHOD}", **{**FORM, **sent}).headers["Location"]

    def finish(self, address: str) -> tuple[str, str]:
        """Do the job of an address; return the workshop's address and the job's."""
        path, job = address.split("?job=")
        self.run(job)
        return path, f"/api/jobs/{job}"


@pytest.fixture
def refusing(tmp_path: Path) -> Iterator[Refusing]:
    state = open_state(None)
    with Server(create_app(state, config=Config(link_access="refused"))) as server:
        environ = {
            "KOOSLOOME_HOME": str(tmp_path),
            "MIRO_API_URL": server.url,
            "MIRO_ACCESS_TOKEN": "sandbox-me",
        }
        with open_koosloome(load_settings(environ), sleep=lambda _: None) as k:
            bench = Refusing(k, app_of(k).test_client())
            bench.url = server.url
            yield bench
    state.close()


@pytest.mark.parametrize("lang", ["et", "en"])
def test_the_page_says_what_to_do_by_hand(refusing: Refusing, lang: str) -> None:
    refusing.break_miro("POST /v2/boards/*/members=500")
    page, _ = refusing.finish(refusing.begin())
    told = Page(refusing.client.get(f"{page}?lang={lang}")).text
    assert HEADS[lang] in told
    assert LINK[lang] in told
    assert MISSED[lang] in told


def test_programs_read_what_was_asked_and_what_miro_did(refusing: Refusing) -> None:
    page, job = refusing.finish(refusing.begin(invite=f"{MARI}\n{JYRI}"))
    program = refusing.client.application.test_client()
    of_job = JobOut.model_validate_json(program.get(f"{job}?lang=en").data).sharing
    of_workshop = WorkshopOut.model_validate_json(program.get(f"/api{page}?lang=en").data).sharing
    assert of_job == of_workshop
    assert of_workshop is not None
    assert [one.model_dump() for one in of_workshop.otherwise] == [
        {"what": "access_by_link", "asked": "edit", "given": "private"}
    ]
    assert (of_workshop.invited, of_workshop.not_invited) == (2, [])
    assert [line.startswith(LINK["en"]) for line in of_workshop.by_hand] == [True]


def test_what_miro_did_is_still_known_after_a_resume(refusing: Refusing) -> None:
    refusing.break_miro("POST /v2/boards/*/frames#1x400=500")
    address = refusing.begin()
    for _ in range(TRIES):
        page, job = refusing.finish(address)
    program = refusing.client.application.test_client()
    assert program.get(job).get_json()["state"] == "failed"
    assert program.get(f"/api{page}").get_json()["sharing"] is None
    refusing.mend_miro()
    page, job = refusing.finish(refusing.press(f"{page}/resume").headers["Location"])
    assert program.get(job).get_json()["kind"] == "resume"
    assert LINK["et"] in Page(refusing.client.get(f"{page}?lang=et")).text
    assert "Miro saatis kutse 1 inimesele." in Page(refusing.client.get(f"{page}?lang=et")).text


def addresses_kept(home: Path) -> list[str]:
    """Return the addresses that stand in the tables, row by row."""
    [file] = home.glob("koosloome*.sqlite")
    with closing(sqlite3.connect(file)) as rows:
        return [str(row[0]) for row in rows.execute("SELECT invite FROM workshops")]


def test_of_those_invited_only_the_number_is_kept(refusing: Refusing, tmp_path: Path) -> None:
    address = refusing.begin(invite=f"{MARI}\n{JYRI}")
    assert addresses_kept(tmp_path) == [f'["{MARI}", "{JYRI}"]']
    refusing.finish(address)
    assert addresses_kept(tmp_path) == ["[]"]


def test_resuming_invites_once_more_those_miro_did_not(refusing: Refusing) -> None:
    refusing.break_miro("POST /v2/boards/*/members=500")
    page, _ = refusing.finish(refusing.begin())
    refusing.mend_miro()
    refusing.k.resume(refusing.k.account(), page.removeprefix("/workshops/"))
    told = refusing.client.get(f"/api{page}").get_json()["sharing"]
    assert (told["invited"], told["not_invited"]) == (1, [])


def test_after_the_workshop_the_page_does_not_remind_of_it(refusing: Refusing) -> None:
    page, _ = refusing.finish(refusing.begin())
    refusing.k.harvest(
        refusing.k.account(), page.removeprefix("/workshops/"), HarvestRequest(lang="et")
    )
    assert HEADS["et"] not in Page(refusing.client.get(f"{page}?lang=et")).text


def test_a_board_opened_as_asked_needs_nothing(refusing: Refusing) -> None:
    page, job = refusing.finish(refusing.begin(access="team", invite=""))
    assert HEADS["et"] not in Page(refusing.client.get(f"{page}?lang=et")).text
    told = refusing.client.get(job).get_json()["sharing"]
    assert told == {"otherwise": [], "invited": 0, "not_invited": [], "by_hand": []}


def test_a_removed_workshop_keeps_no_address(refusing: Refusing, tmp_path: Path) -> None:
    refusing.break_miro("POST /v2/boards/*/members=500")
    page, _ = refusing.finish(refusing.begin())
    assert addresses_kept(tmp_path) == [f'["{MARI}"]']
    refusing.k.remove(refusing.k.account(), page.removeprefix("/workshops/"))
    assert addresses_kept(tmp_path) == ["[]"]
