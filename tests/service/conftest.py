"""The service over the real product on a sandbox of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.config import ServiceConfig
from tests.service.at_work import Bench
from tests.service.street import BACK, Street
from tests.workshops.signing import miro_on_a_socket
from workshops.koosloome import Koosloome
from workshops.settings import load_settings
from workshops.wiring import open_koosloome


class StillClock:
    """A clock that stands still."""

    def now(self) -> float:
        """Return the same moment each time, in seconds."""
        return 1_790_000_000.0


def open_at(home: Path) -> Koosloome:
    return open_koosloome(load_settings({"KOOSLOOME_HOME": str(home)}), sleep=lambda _: None)


def app_of(k: Koosloome) -> Flask:
    app = create_app(k, clock=StillClock(), config=ServiceConfig.of(k, zone=UTC))
    app.testing = True
    return app


@pytest.fixture
def k(tmp_path: Path) -> Iterator[Koosloome]:
    with open_at(tmp_path) as opened:
        yield opened


@pytest.fixture
def app(k: Koosloome) -> Flask:
    return app_of(k)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def bench(k: Koosloome, client: FlaskClient) -> Bench:
    return Bench(k, client)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A workshop that was made, written on and harvested; to be read, not changed."""
    with open_at(tmp_path_factory.mktemp("finished")) as opened:
        bench = Bench(opened, app_of(opened).test_client())
        bench.make_and_harvest()
        yield bench


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Street]:
    """A service where people sign in, and their Miro on a socket."""
    with miro_on_a_socket(time.time, redirect_uri=BACK) as miro:
        environ = {"KOOSLOOME_HOME": str(tmp_path), **miro.environ}
        with open_koosloome(load_settings(environ), sleep=lambda _: None) as k:
            yield Street(k, miro, app_of(k))
