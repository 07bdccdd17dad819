"""A sandbox on a socket that knows an app, and a person who gives permission on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import requests

from miro_sandbox.app import create_app
from miro_sandbox.config import App, Config
from miro_sandbox.server import Server
from miro_sandbox.state import open_state

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

BACK = "http://127.0.0.1:8912/miro/callback"
CLIENT = "client-1"
SECRET = "app-secret-1"
TOKENS = "/v1/oauth/token"


@dataclass
class Miro:
    """The server's address, and the paths that were called, in order."""

    url: str
    called: list[tuple[str, str]] = field(default_factory=list)

    @property
    def environ(self) -> dict[str, str]:
        return {
            "MIRO_API_URL": self.url,
            "MIRO_CLIENT_ID": CLIENT,
            "MIRO_CLIENT_SECRET": SECRET,
            "KOOSLOOME_SECRET_KEY": "a key of these tests",
        }

    def times(self, path: str, method: str = "POST") -> int:
        return self.called.count((method, path))

    def break_next(self, fault: str) -> None:
        answer = requests.post(f"{self.url}/_sandbox/faults", json={"fault": fault}, timeout=10)
        assert answer.status_code < 300

    def answer(self, address: str, *, name: str = "ada", decision: str = "allow") -> str:
        """Decide on the consent page; return where the person is sent."""
        form = {**dict(parse_qsl(urlsplit(address).query)), "name": name, "decision": decision}
        assert requests.get(address, timeout=10).status_code == 200
        page = f"{self.url}/oauth/authorize"
        answered = requests.post(page, data=form, allow_redirects=False, timeout=10)
        return answered.headers["Location"]


@contextmanager
def miro_on_a_socket(
    now: Callable[[], float], *, redirect_uri: str = BACK, scopes: tuple[str, ...] | None = None
) -> Iterator[Miro]:
    """Serve a sandbox whose clock is the test's."""
    state = open_state(None, clock=now)
    app = App(CLIENT, SECRET, (redirect_uri,))
    granted = {"narrow": scopes} if scopes else {}
    inner = create_app(state, config=Config(apps=(app,), scopes=granted))
    called: list[tuple[str, str]] = []

    def counting(environ: WSGIEnvironment, start: StartResponse) -> object:
        called.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        return inner(environ, start)

    watched: WSGIApplication = counting  # type: ignore[assignment]  # flask's own answer type
    with Server(watched) as server:
        yield Miro(server.url, called)
    state.close()
