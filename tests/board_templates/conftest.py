"""What tests of this room share: the shared texts, the tiny method, its briefs and plans."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from board_templates.brief import make_brief
from board_templates.expressions import Expressions
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.loading import load_method
from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_reading import read_shared
from board_templates.shared_texts import SharedTexts
from tests.board_templates.method_folders import write_method

Planned = Callable[..., Plan]


@pytest.fixture(scope="session")
def shared() -> SharedTexts:
    return read_shared()


@pytest.fixture(scope="session")
def library() -> Library:
    return Library()


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory, shared: SharedTexts) -> Method:
    return load_method(write_method(tmp_path_factory.mktemp("methods")), shared)


@pytest.fixture(scope="session")
def stakeholder_map(library: Library) -> Method:
    return library.get("stakeholder-map")


@pytest.fixture(scope="session")
def planned(shared: SharedTexts) -> Planned:
    """Make the plan of a method with these values."""
    expressions = Expressions()

    def plan(method: Method, **values: Any) -> Plan:  # noqa: ANN401  # values of a brief
        brief = make_brief(method, shared, values, expressions=expressions)
        return make_plan(method, shared, brief, expressions=expressions)

    return plan


@pytest.fixture
def methods_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "methods"
    folder.mkdir()
    return folder
