"""Holds every exchange of the run against Miro's document; a fault fails the test it shows in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.openapi.checking import Checker
from tests.openapi.document import ABSENT, find, load
from tests.openapi.repairs import repaired
from tests.openapi.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

WATCH = pytest.StashKey[Watch]()


class UndocumentedError(AssertionError):
    """What passed between a client and the sandbox is not as Miro's document has it."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("Against Miro's document:\n" + "\n".join(faults))


MARK = "undocumented"
EXPLAINED = (
    f"{MARK}(pattern, why): the test does what Miro's document doesn't have, and no source confirms"
)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", EXPLAINED)
    path = find()
    if path is not None:
        watch = config.stash[WATCH] = Watch(Checker(repaired(load(path))))
        watch.start()


def pytest_unconfigure(config: pytest.Config) -> None:
    watch = config.stash.get(WATCH, None)
    if watch is not None:
        watch.stop()


def pytest_report_header(config: pytest.Config) -> str:
    held = WATCH in config.stash
    return f"miro's document: {find()}" if held else f"miro's document: {ABSENT}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    yield
    watch = item.config.stash.get(WATCH, None)
    faults = _unexplained(item, watch.taken() if watch is not None else [])
    if faults:
        raise UndocumentedError(faults)


def _unexplained(item: pytest.Item, faults: list[str]) -> list[str]:
    patterns = [str(mark.args[0]) for mark in item.iter_markers(MARK)]
    return [fault for fault in faults if not any(re.search(one, fault) for one in patterns)]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run for what came after the last test, from a thread that outlived it."""
    watch = session.config.stash.get(WATCH, None)
    faults = watch.taken() if watch is not None else []
    if faults:
        raise UndocumentedError(faults)
