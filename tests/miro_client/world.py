"""A world without a network: a clock that only moves by sleeping, and a scripted wire."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from miro_client.client import MiroClient
from miro_client.limits import RateFacts
from miro_client.pacing import NoPacer
from miro_client.ports import CallFacts, Pacer, TokenSource
from miro_client.retrying import RetryPolicy

API = "http://miro.test"
TOKEN = "eyJtaXJvLm9yaWdpbiI6ImV1MDEifQ_very-secret-token"
BOARD = "uXjVAAAAAAA="
BOARD_PATH = "/v2/boards/uXjVAAAAAAA%3D"
NOW = 1_780_000_000.0


@dataclass
class FakeClock:
    """Stands still but for `sleep`; keeps how long was slept. Safe for several threads."""

    time: float = NOW
    slept: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float, /) -> None:
        with self.lock:
            self.slept.append(seconds)
            self.time += seconds


@dataclass(frozen=True)
class Reply:
    """One scripted answer."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def reply(body: object = None, status: int = 200, **headers: str) -> Reply:
    """A JSON answer; header names with underscores for dashes."""
    content = b"" if body is None else json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, content, {"Content-Type": "application/json", **named})


def refusal(status: int, message: str = "no", code: str = "2.0703", **headers: str) -> Reply:
    """An error body in Miro's shape."""
    body = {"type": "error", "code": code, "message": message, "status": status}
    return reply(body, status, **headers)


Step = Reply | Exception
Handler = Callable[[requests.PreparedRequest], Step]


class Wire(BaseAdapter):
    """Answers from a script (the last step stands for all further calls) or a function."""

    def __init__(self, script: Sequence[Step] | Handler) -> None:
        super().__init__()
        self._script = script
        self._lock = threading.Lock()
        self.requests: list[requests.PreparedRequest] = []
        self.timeouts: list[object] = []

    def send(  # type: ignore[override]  # the rest isn't looked at
        self, request: requests.PreparedRequest, timeout: object = None, **_: object
    ) -> requests.Response:
        with self._lock:
            self.requests.append(request)
            self.timeouts.append(timeout)
            step = self._step(request, len(self.requests))
        if isinstance(step, Exception):
            raise step
        return response_of(step, request)

    def close(self) -> None:
        """Nothing is open."""

    def _step(self, request: requests.PreparedRequest, number: int) -> Step:
        if callable(self._script):
            return self._script(request)
        return self._script[min(number, len(self._script)) - 1]

    @property
    def urls(self) -> list[str]:
        """Method and path of every call."""
        return [f"{one.method} {str(one.url).removeprefix(API)}" for one in self.requests]

    def sent(self, number: int = 0) -> object:
        """The JSON body of a call."""
        return json.loads(self.requests[number].body or b"null")


def response_of(step: Reply, request: requests.PreparedRequest) -> requests.Response:
    """A response as requests would give it."""
    response = requests.Response()
    response.status_code = step.status
    response.headers = CaseInsensitiveDict(step.headers)
    response.raw = io.BytesIO(step.body)
    response.url = str(request.url)
    response.request = request
    return response


def sessions(wire: BaseAdapter) -> Callable[[], requests.Session]:
    """A factory of sessions that reach nothing but the wire."""

    def new() -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        session.mount("http://", wire)
        session.mount("https://", wire)
        return session

    return new


@dataclass
class Ledger:
    """A pacer that keeps what it was asked."""

    reserved: list[int] = field(default_factory=list)
    settled: list[tuple[int, RateFacts]] = field(default_factory=list)

    def reserve(self, cost: int, /) -> None:
        self.reserved.append(cost)

    def settle(self, cost: int, facts: RateFacts, /) -> None:
        self.settled.append((cost, facts))


@dataclass
class World:
    """A client, the wire it talks over and the clock it lives by."""

    client: MiroClient
    wire: Wire
    clock: FakeClock
    seen: list[CallFacts]


def world(
    *script: Step,
    handler: Handler | None = None,
    token: str | TokenSource = TOKEN,
    base_url: str = API,
    pacer: Pacer | None = None,
    policy: RetryPolicy | None = None,
    clock: FakeClock | None = None,
) -> World:
    """A client over a scripted wire."""
    wire = Wire(handler or script)
    clock = clock or FakeClock()
    seen: list[CallFacts] = []
    client = MiroClient.connect(
        token=token,
        base_url=base_url,
        session_factory=sessions(wire),
        pacer=pacer or NoPacer(),
        clock=clock,
        sleep=clock.sleep,
        random=lambda: 0.0,
        policy=policy or RetryPolicy(),
        on_call=seen.append,
    )
    return World(client, wire, clock, seen)
