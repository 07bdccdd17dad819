"""What the tests of the harvest room share."""

from __future__ import annotations

import pytest

from tests.harvest.builders import FakeBoard
from tests.harvest.reader import PLAN


@pytest.fixture
def board() -> FakeBoard:
    """Return the small plan drawn on an empty board."""
    return FakeBoard.drawn(PLAN)
