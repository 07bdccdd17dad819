"""The sandbox on a port in a process of its own, a set delay away, with what was asked counted.

`python -m tests.bench.stand_in SECONDS` says its address on stdout and ends when stdin does.
Credits are as good as endless, so that pacing never waits. Under `/_sandbox/bench/`: `figures`,
`again` (count anew) and `fill?items=N&frames=F`, which makes a board and says its id; these are
near and cost nothing.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from flask import Flask

from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.server import Server
from miro_sandbox.state import open_state

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

OWN = "/_sandbox/bench/"
ENDLESS = 1_000_000_000
SIDE = 8_000  # of a frame, in which notes lie in rows
NOTE, STEP = 100, 120
BULK = 20


class Counting:
    """A WSGI application around another that counts calls, and how many are under way at once."""

    def __init__(self, wsgi: WSGIApplication, near: Flask) -> None:
        self._wsgi = wsgi
        self._near = near
        self._lock = threading.Lock()
        self._calls = self._under_way = self._most = 0

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer a call, or one of the bench's own."""
        path = environ.get("PATH_INFO", "")
        if path.startswith(OWN):
            told = json.dumps(self._own(path.removeprefix(OWN), environ.get("QUERY_STRING", "")))
            start("200 OK", [("Content-Type", "application/json")])
            return [told.encode()]
        with self._lock:
            self._calls += 1
            self._under_way += 1
            self._most = max(self._most, self._under_way)
        try:
            return self._wsgi(environ, start)
        finally:
            with self._lock:
                self._under_way -= 1

    def _own(self, name: str, query: str) -> object:
        if name == "fill":
            asked = {key: int(values[0]) for key, values in parse_qs(query).items()}
            return filled(self._near, asked["items"], asked["frames"])
        with self._lock:
            figures = {"calls": self._calls, "most": self._most}
            if name == "again":
                self._calls = self._most = 0
        return figures


def filled(app: Flask, items: int, frames: int) -> str:
    """Make a board of so many items, frames among them, the notes shared out; return its id."""
    client, signed = app.test_client(), {"Authorization": "Bearer sandbox-me"}

    def post(path: str, body: object) -> str:
        answer = client.post(f"/v2/boards{path}", json=body, headers=signed)
        return str((answer.get_json() or {}).get("id", ""))

    board = post("", {"name": "Bench"})
    size = {"width": SIDE, "height": SIDE}
    made = []
    for number in range(frames):
        at = {"x": number * (SIDE + 500), "y": 0}
        frame = {"data": {"title": str(number)}, "position": at, "geometry": size}
        made.append(post(f"/{board}/frames", frame))
    notes = [_note(number, made) for number in range(items - frames)]
    for start in range(0, len(notes), BULK):
        post(f"/{board}/items/bulk", notes[start : start + BULK])
    return board


def _note(number: int, frames: list[str]) -> dict[str, object]:
    place, a_row = number // len(frames), SIDE // STEP - 1
    return {
        "type": "sticky_note",
        "data": {"content": f"<p>Mõte {number}</p>"},
        "position": {"x": STEP * (1 + place % a_row), "y": STEP * (1 + place // a_row)},
        "geometry": {"width": NOTE},
        "parent": {"id": frames[number % len(frames)]},
    }


def main(seconds: float) -> None:
    """Listen until stdin ends."""
    near = Config(credits_per_minute=ENDLESS)
    state = open_state(None)
    far = create_app(state, config=replace(near, delay=seconds))
    with Server(Counting(far, create_app(state, config=near))) as server:
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        sys.stdin.read()
    state.close()


if __name__ == "__main__":
    main(float(sys.argv[1]))
