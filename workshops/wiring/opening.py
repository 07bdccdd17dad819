# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""Opens what the settings name; what cannot be opened is a wrong setting, by its variable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from workshops.data_folder import private
from workshops.errors import DatabaseAway, InputFaults, KoosloomeError
from workshops.faults import N_, InputFault
from workshops.reasons import os_reason

if TYPE_CHECKING:
    from workshops.settings import Settings
    from workshops.storage.store import SqlStore
    from workshops.wiring.sandbox import Sandbox

HOME = "KOOSLOOME_HOME"
DATABASE = "KOOSLOOME_DATABASE_URL"
QUEUE = "KOOSLOOME_QUEUE_URL"


def open_home(settings: Settings) -> None:
    """Make the data folder if it is not there.

    Raises `InputFaults` when it cannot be made.
    """
    try:
        private(settings.home)
    except OSError as error:
        sentence = N_("the data folder {path} cannot be used: {reason}")
        raise _wrong(HOME, sentence, str(settings.home), os_reason(error)) from error


def open_database(settings: Settings) -> SqlStore:
    """Return what is kept.

    Raises `InputFaults` when the database or the folder of its file cannot be opened.
    """
    from workshops.storage.store import open_store

    open_home(settings)
    try:
        return open_store(settings.database_url)
    except Exception as error:
        from workshops.storage.trouble import TROUBLES, trouble

        if not isinstance(error, TROUBLES):
            raise
        field = DATABASE if settings.given_database_url else HOME
        sentence = N_("the database {path} cannot be opened: {reason}")
        raise _wrong(field, sentence, settings.database_shown, trouble(error)) from error


@contextmanager
def saying_when_away(settings: Settings) -> Iterator[None]:
    """Say in plain words when the database fails in the middle of something.

    Raises `DatabaseAway` instead of what its driver raised; everything else goes through.
    """
    try:
        yield
    except KoosloomeError:
        raise
    except Exception as error:
        from workshops.storage.trouble import away

        if (reason := away(error)) is None:
            raise
        raise DatabaseAway(database=settings.database_shown, reason=reason) from error


def open_sandbox(settings: Settings, make: Callable[[], Sandbox]) -> Sandbox:
    """Return our local Miro.

    Raises `InputFaults` when its file cannot be opened.
    """
    from miro_sandbox.errors import StateError

    open_home(settings)
    try:
        return make()
    except StateError as error:
        sentence = N_("the file {path} of the sandbox cannot be used; name another folder")
        raise _wrong(HOME, sentence, str(error.path), "") from error


def queue_address(settings: Settings) -> str | None:
    """Return the address of the Redis that holds the queue, null when the database does.

    Raises `InputFaults` when the package that speaks to Redis is not installed.
    """
    if settings.queue_url is None:
        return None
    if find_spec("redis") is None:
        sentence = N_("the queue is in Redis, and its package is missing: pip install {package}")
        values = {"package": "'koosloome[redis]'"}
        fault = InputFault(field=QUEUE, code="setting", sentence=sentence, values=values)
        raise InputFaults(faults=(fault,))
    return settings.queue_url.get_secret_value()


def _wrong(field: str, sentence: str, path: str, reason: str) -> InputFaults:
    values = {"path": path, "reason": reason}
    return InputFaults(
        faults=(InputFault(field=field, code="setting", sentence=sentence, values=values),)
    )
