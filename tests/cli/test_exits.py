"""Every branch of errors has its exit code."""

from __future__ import annotations

import pytest

from cli.exits import EXITS, Exit, exit_for
from workshops.errors import KoosloomeError
from workshops.stored_error import every_error


@pytest.mark.parametrize("kind", every_error().values(), ids=lambda kind: kind.__name__)
def test_every_error_belongs_to_one_branch(kind: type[KoosloomeError]) -> None:
    branches = [branch for branch, _ in EXITS if issubclass(kind, branch)]
    assert len(branches) == (0 if kind is KoosloomeError else 1)


def test_an_error_of_no_branch_is_ours() -> None:
    assert exit_for(KoosloomeError()) is Exit.OUR_FAULT
