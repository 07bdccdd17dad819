"""The check of catalogs sees texts that extraction would miss."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

CHECK = Path(__file__).parents[2] / ".ci" / "catalogs_fresh.py"


@pytest.fixture(scope="module")
def check() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogs_fresh", CHECK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("x = 1\ny = f\"({t.gettext('version')} {n})\"", [2]),
        ("f\"{_('a')}\"", [1]),
        ("f\"{t.ngettext('a', 'b', n)}\"", [1]),
        ("t.gettext('{n} of them').format(n=f'{n}')", []),
        ('f"{t.gettext(mark)}"', []),
        ("f\"{method.version('x')}\"", []),
    ],
)
def test_texts_inside_f_strings_are_named(check: ModuleType, source: str, lines: list[int]) -> None:
    assert list(check.unseen(source)) == lines


def test_no_text_of_ours_is_inside_an_f_string(check: ModuleType) -> None:
    rooms = {locales.parent for locales in CHECK.parents[1].glob("*/locales")}
    assert len(rooms) > 2
    assert [place for room in rooms for place in check.hidden(room)] == []
