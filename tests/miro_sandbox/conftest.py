"""A sandbox in memory with a clock under control, called through requests as a client would."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
import requests

from miro_sandbox.adapter import WsgiAdapter
from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.faults import Faults
from miro_sandbox.state import State, open_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What a JSON document may hold.
Json = Any

BASE = "https://api.miro.example"
# 2026-05-20T06:38:20Z and a fraction, at the start of a minute's 21st second.
START = 1_779_259_100.25


@dataclass
class Clock:
    """A clock that stands still until moved."""

    now: float = START

    def __call__(self) -> float:
        return self.now


@dataclass
class Sandbox:
    """A sandbox with one caller; `call` gives the raw response."""

    state: State
    clock: Clock
    faults: Faults = field(default_factory=Faults)
    config: Config = field(default_factory=Config)
    slept: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Mount the sandbox on a session."""
        self.app = create_app(
            self.state, config=self.config, faults=self.faults, sleep=self.slept.append
        )
        self.session = requests.Session()
        self.session.mount(BASE, WsgiAdapter(self.app, sleep=self.slept.append))

    def call(
        self, method: str, path: str, json: Json = None, *, who: str | None = "me", **more: Json
    ) -> requests.Response:
        headers = {"Authorization": f"Bearer sandbox-{who}"} if who is not None else {}
        headers |= more.pop("headers", {})
        return self.session.request(method, BASE + path, json=json, headers=headers, **more)

    def ok(self, method: str, path: str, json: Json = None, *, who: str = "me") -> Json:
        response = self.call(method, path, json, who=who)
        assert response.ok, response.text
        return response.json() if response.content else {}

    def refused(
        self,
        method: str,
        path: str,
        json: Json = None,
        *,
        who: str | None = "me",
        status: int = 400,
    ) -> Json:
        response = self.call(method, path, json, who=who)
        assert response.status_code == status, response.text
        return response.json()

    def fields(self, method: str, path: str, json: Json = None) -> dict[str, str]:
        """Give the faulty fields of a refusal with Miro's texts."""
        body = self.refused(method, path, json)
        assert body["code"] == "2.0703"
        return {entry["field"]: entry["message"] for entry in body["context"]["fields"]}

    def board(self, **body: Json) -> str:
        """Make a board; give its path."""
        made = self.ok("POST", "/v2/boards", body)
        return f"/v2/boards/{quote(made['id'], safe='')}"

    def frame(self, board: str, width: float = 1000, height: float = 800, **position: float) -> str:
        body = {
            "data": {"title": "Frame"},
            "geometry": {"width": width, "height": height},
            "position": position,
        }
        return str(self.ok("POST", f"{board}/frames", body)["id"])

    def note(self, board: str, content: str = "note", **body: Json) -> str:
        made = self.ok("POST", f"{board}/sticky_notes", {"data": {"content": content}, **body})
        return str(made["id"])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(clock: Clock) -> Iterator[State]:
    state = open_state(None, clock=clock)
    yield state
    state.close()


@pytest.fixture
def sandbox(state: State, clock: Clock) -> Sandbox:
    return Sandbox(state, clock)


@pytest.fixture
def sandbox_with(state: State, clock: Clock) -> Callable[[Config], Sandbox]:
    def make(config: Config) -> Sandbox:
        return Sandbox(state, clock, config=config)

    return make


@pytest.fixture
def board(sandbox: Sandbox) -> str:
    return sandbox.board(name="Retro 14")
