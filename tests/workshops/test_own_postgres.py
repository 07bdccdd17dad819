"""A server that has died is followed by another."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from tests.workshops.own_postgres import NoPostgresError, OwnPostgres

pytestmark = pytest.mark.postgres


@pytest.fixture
def own() -> Iterator[OwnPostgres]:
    kept = OwnPostgres()
    yield kept
    kept.stop()


def test_another_pytest_on_the_machine_does_not_shut_it_out(
    own: OwnPostgres, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each pytest closes its own folders to other users; the server runs as another one."""
    try:
        address = own.address()
    except NoPostgresError as why:
        pytest.skip(f"no PostgreSQL can be started here: {why}")
    for folder in tmp_path_factory.getbasetemp().parents[:2]:
        if folder.name.startswith("pytest-"):
            folder.chmod(0o700)
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE kept (number int)"))
        connection.execute(text("CHECKPOINT"))
    engine.dispose()


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
