"""No test of the client reaches the network; some read Miro's published document."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _no_network(socket_disabled: None) -> None:
    """A call that isn't scripted fails instead of leaving the machine."""


@pytest.fixture(scope="session")
def openapi() -> dict[str, Any]:
    """Miro's published document, where there is a copy."""
    beside = Path(__file__).parents[3] / "shared" / "miro-openapi.json"
    path = Path(os.environ.get("MIRO_OPENAPI", beside))
    if not path.is_file():
        pytest.skip("MIRO_OPENAPI names no copy of Miro's document")
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document
