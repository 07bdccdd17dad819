"""The words of a method that is really there."""

from __future__ import annotations

import pytest

from board_templates.library import Library
from service.presenting.labels import Labels


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(())


@pytest.fixture
def labels(library: Library) -> Labels:
    return Labels(method=library.get("stakeholder-map"), shared=library.shared, lang="et")
