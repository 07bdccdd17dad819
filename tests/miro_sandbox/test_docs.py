"""docs/sandbox.md names every switch with its default, and every kind of fault."""

from __future__ import annotations

import re
from dataclasses import Field, fields
from pathlib import Path

import pytest

from miro_sandbox.config import Config
from miro_sandbox.faults import KINDS, parse_fault

PAGE = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", PAGE, re.MULTILINE))


def test_every_switch_and_no_other_is_described() -> None:
    assert set(ROWS) == {field.name for field in fields(Config)} | set(KINDS)


@pytest.mark.parametrize(
    "field",
    [f for f in fields(Config) if isinstance(f.default, str | int | float)],
    ids=lambda f: f.name,
)
def test_the_first_value_is_the_default(field: Field[object]) -> None:
    name, default = field.name, field.default
    first = ROWS[name].strip().partition(", ")[0].strip("`")

    if name == "view_link":
        assert first == "Miro's"
    elif isinstance(default, float):
        assert float(first) == default
    else:
        assert first == str(default)


def test_the_faults_shown_can_be_read() -> None:
    shown = re.findall(r"(?:--fault '|\"fault\": \")([^'\"]+)", PAGE)

    assert len(shown) >= 2
    for text in shown:
        parse_fault(text)
