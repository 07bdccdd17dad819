"""No test of the client reaches the network; some read Miro's published document."""

from __future__ import annotations

from typing import Any

import pytest

from tests.openapi.document import ABSENT, find, load


@pytest.fixture(autouse=True)
def _no_network(socket_disabled: None) -> None:
    """A call that isn't scripted fails instead of leaving the machine."""


@pytest.fixture(scope="session")
def openapi() -> dict[str, Any]:
    """Miro's published document, where there is a copy."""
    path = find()
    if path is None:
        pytest.skip(ABSENT)
    return load(path)
