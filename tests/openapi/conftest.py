"""Miro's document as published and as mended, where there is a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.openapi.checking import Checker
from tests.openapi.document import ABSENT, find, load
from tests.openapi.repairs import repaired

if TYPE_CHECKING:
    from tests.openapi.document import Document


@pytest.fixture(scope="session")
def published() -> Document:
    """The document as Miro published it."""
    path = find()
    if path is None:
        pytest.skip(ABSENT)
    return load(path)


@pytest.fixture(scope="session")
def mended(published: Document) -> Document:
    """The document with every repair made."""
    return repaired(published)


@pytest.fixture(scope="session")
def checker(mended: Document) -> Checker:
    """What holds exchanges against the mended document."""
    return Checker(mended)
