"""Every store test runs on SQLite and on a real PostgreSQL out of a package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workshops.storage.store import SqlStore, open_store


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    server: str = request.getfixturevalue("empty_postgres")
    return server


@pytest.fixture
def store(address: str) -> Iterator[SqlStore]:
    kept = open_store(address)
    yield kept
    kept.close()
