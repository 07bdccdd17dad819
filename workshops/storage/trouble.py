"""Why a database cannot be opened, as a sentence of ours: a driver's words may hold anything."""

from __future__ import annotations

from alembic.util import CommandError
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
)

from workshops.faults import N_
from workshops.reasons import os_reason

TROUBLES: tuple[type[Exception], ...] = (
    ArgumentError,
    CommandError,
    DBAPIError,
    ModuleNotFoundError,
    OSError,
)
NO_ADDRESS = N_("this is no address of a database")
BROKEN = N_("the connection broke")
# What SQLite and PostgreSQL say, in the order it is looked for.
SAID = (
    ("unable to open database file", N_("the file cannot be opened")),
    ("file is not a database", N_("the file is no database")),
    ("readonly database", N_("the file cannot be written")),
    ("database is locked", N_("another process keeps it busy")),
    ("disk is full", N_("the disk is full")),
    ("No space left", N_("the disk is full")),
    ("disk I/O error", N_("the disk cannot be read or written")),
    ("server closed the connection", BROKEN),
    ("terminating connection", BROKEN),
    ("refused", N_("nothing listens there")),
    ("timeout", N_("it did not answer in time")),
    ("authentication failed", N_("it does not accept the name or the password")),
    ("no password supplied", N_("it does not accept the name or the password")),
    ("does not exist", N_("there is no such database or user")),
    ("resolve", N_("there is no such host")),
)


def trouble(error: Exception) -> str:
    """Return why a database could not be opened, at least by the error's kind."""
    if isinstance(error, OSError):
        return os_reason(error)
    if isinstance(error, ArgumentError | NoSuchModuleError | ModuleNotFoundError):
        return NO_ADDRESS
    if isinstance(error, CommandError):
        return N_("its tables were made by a newer Koosloome")
    return _said(error) or type(error).__name__


def away(error: Exception) -> str | None:
    """Return why a database failed in the middle of work; null where the fault is ours.

    Drivers call it operational, too, when a table is missing: only what they are known to say of
    disks, locks and connections is told as trouble of the machine.
    """
    if not isinstance(error, OperationalError | InterfaceError):
        return None
    return BROKEN if error.connection_invalidated else _said(error)


def _said(error: Exception) -> str | None:
    words = str(getattr(error, "orig", error))
    return next((told for said, told in SAID if said in words), None)
