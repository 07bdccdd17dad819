"""A server that has died is followed by another."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.workshops.own_postgres import NoPostgresError, OwnPostgres

pytestmark = pytest.mark.postgres


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OwnPostgres]:
    folders = iter(range(9))
    kept = OwnPostgres(lambda: tmp_path / str(next(folders)))
    yield kept
    kept.stop()


def test_a_server_that_died_is_followed_by_another(own: OwnPostgres) -> None:
    try:
        first = own.address()
    except NoPostgresError as why:
        pytest.skip(f"no PostgreSQL can be started here: {why}")
    assert own.address() == first
    os.kill(own.pid(), signal.SIGKILL)
    second = own.address()
    assert second != first
    engine = create_engine(second)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()
