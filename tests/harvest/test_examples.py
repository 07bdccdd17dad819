"""Every method that says what its example gives is harvested and compared, field by field."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from board_templates.method import Lang
from board_templates.yaml_reading import read_yaml
from harvest.summary import Summary
from tests.harvest.boards import LIBRARY, SHARED
from tests.harvest.performing import Performance

LANGS: tuple[Lang, ...] = ("et", "en")
METHODS = tuple(
    name for name in LIBRARY.ids() if (LIBRARY.folder(name) / "expected.yaml").is_file()
)
CASES = [(method, lang) for method in METHODS for lang in LANGS]


def _yaml(file: Path) -> dict[str, Any]:
    document = read_yaml(file.read_text(encoding="utf-8"), file.name)
    assert not document.faults
    value: dict[str, Any] = document.value
    return value


@cache
def _performed(method: str, lang: Lang) -> tuple[Performance, Summary, dict[str, Any]]:
    folder = LIBRARY.folder(method)
    example = _yaml(folder / "example.yaml")
    performance = Performance(LIBRARY, method, lang, example)
    return performance, performance.summary(), _yaml(folder / "expected.yaml")[lang]


def test_the_first_method_has_an_example() -> None:
    assert "stakeholder-map" in METHODS
    assert SHARED.common.tags


@pytest.mark.parametrize(("method", "lang"), CASES)
def test_the_result_is_what_a_facilitator_reads(method: str, lang: str) -> None:
    performance, summary, expected = _performed(method, lang)
    _compare(expected["result"], summary.as_data()["result"], performance.numbers, "result")


@pytest.mark.parametrize(("method", "lang"), CASES)
def test_what_stands_out_is_what_a_facilitator_sees(method: str, lang: str) -> None:
    _, summary, expected = _performed(method, lang)
    assert sorted({signal.code for signal in summary.signals}) == sorted(expected["signals"])
    assert set(expected["texts"]) <= {signal.text for signal in summary.signals}


@pytest.mark.parametrize(("method", "lang"), CASES)
def test_nothing_is_lost(method: str, lang: str) -> None:
    performance, summary, expected = _performed(method, lang)
    said = expected["envelope"]
    aside = summary.accounting.set_aside
    found = {
        "attended": summary.attended,
        "authors_seen": summary.authors_seen,
        "loose_dots": summary.loose_dots,
        "private": summary.counts.private,
        "duplicate": summary.counts.duplicate,
        "example": aside.example,
        "prompt": aside.prompt,
        "practice": aside.practice,
        "counted": summary.counts.counted,
    }
    assert found == said
    for name in ("unplaced", "parked"):
        wanted = [performance.numbers[note] for note in expected[name]]
        assert sorted(getattr(summary, name)) == sorted(wanted)


@pytest.mark.parametrize(("method", "lang"), CASES)
def test_the_envelope_reads_its_own_writing(method: str, lang: str) -> None:
    _, summary, _ = _performed(method, lang)
    assert Summary.from_json(summary.to_json()) == summary


def _compare(expected: Any, found: Any, numbers: dict[str, int], where: str) -> None:  # noqa: ANN401  # a test says what it needs
    """Compare what is expected, and only that; notes are called by their names.

    The first field of an entry in a list tells which entry is meant.
    """
    if isinstance(expected, dict):
        assert isinstance(found, dict), where
        for key, value in expected.items():
            assert key in found, f"{where}.{key}"
            _compare(value, found[key], numbers, f"{where}.{key}")
    elif isinstance(expected, list) and expected and isinstance(expected[0], dict):
        called = next(iter(expected[0]))
        by_name = {str(entry[called]): entry for entry in found}
        for entry in expected:
            name = str(entry[called])
            assert name in by_name, f"{where}: {name} is not there"
            _compare(entry, by_name[name], numbers, f"{where}.{name}")
    elif isinstance(expected, list):
        wanted = [numbers.get(entry, entry) for entry in expected]
        assert sorted(found, key=str) == sorted(wanted, key=str), where
    elif isinstance(expected, float):
        assert found == pytest.approx(expected, abs=0.011), where
    else:
        assert found == expected, where
