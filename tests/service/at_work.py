"""What a person does in the browser, for tests: fill in, press, wait until the work is done."""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from workshops.errors import KoosloomeError
from workshops.example import read_example
from workshops.koosloome import Koosloome
from workshops.rehearse import rehearse
from workshops.requests_answers import CreateRequest, HarvestRequest

METHOD = "stakeholder-map"
ISSUE = "Kuidas kaasata noori linna otsustesse?"
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
JOB = re.compile(r"[?&]job=([^&]+)")


class Bench:
    """The product, a browser, and the workshop that was made."""

    def __init__(self, k: Koosloome, client: FlaskClient) -> None:
        self.k = k
        self.client = client
        self.workshop = ""

    def token(self) -> str:
        """Return the token of this browser's session."""
        return str(self.client.get("/api/token").get_json()["token"])

    def press(self, path: str, **sent: object) -> TestResponse:
        """Send a form with its token."""
        return self.client.post(path, data={"csrf_token": self.token(), **sent})

    def work(self, answer: TestResponse) -> TestResponse:
        """Do the job that an answer leads to, and open the page again."""
        address = answer.headers["Location"]
        found = JOB.search(address)
        assert found is not None, address
        self.run(found[1])
        return self.client.get(address)

    def run(self, job: str) -> None:
        """Do a job; should it fail, its row says why."""
        with suppress(KoosloomeError):
            self.k.run_job(job)

    def break_miro(self, fault: str) -> None:
        """Let calls to the sandbox fail."""
        self.k.sandbox().app.test_client().post("/_sandbox/faults", json={"fault": fault})

    def mend_miro(self) -> None:
        """Let calls to the sandbox work again."""
        self.k.sandbox().app.test_client().delete("/_sandbox/faults")

    def make(self, **values: object) -> str:
        """Make a board and return the id of its workshop."""
        request = CreateRequest(method=METHOD, values={"issue": ISSUE, **values}, new=True)
        self.workshop = self.k.create(self.k.account(), request).workshop
        return self.workshop

    def make_and_harvest(self) -> None:
        """Make the board of the method's example, let its people write, and read it."""
        k, account = self.k, self.k.account()
        example = read_example(k.library.folder(METHOD))
        self.make(**example.brief["et"])
        plan, view = k.workshop_plan(account, self.workshop), k.workshop(account, self.workshop)
        assert plan is not None
        assert view.board is not None
        steps = rehearse(k.shared, plan, example, facilitator="me")
        k.sandbox().perform(steps, view.board.id, lambda _: None)
        k.harvest(account, self.workshop, HarvestRequest(lang="et"))


class Page(HTMLParser):
    """What a test asks of a page: its tags, its headings, its text."""

    def __init__(self, answer: TestResponse) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(answer.get_data(as_text=True))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """The text of the page, spaces made single."""
        return " ".join(" ".join(self.words).split())

    def every(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every tag of this name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def field(self, name: str) -> dict[str, str | None]:
        """Return the last input of this name."""
        kinds = ("input", "textarea", "select")
        return [a for kind in kinds for a in self.every(kind) if a.get("name") == name][-1]


def typed(answer: TestResponse, name: str) -> str:
    """Return what stands in a text area."""
    found = re.search(
        rf'<textarea [^>]*name="{name}"[^>]*>(.*?)</textarea>', answer.text, re.DOTALL
    )
    assert found is not None, name
    return unescape(found[1])
