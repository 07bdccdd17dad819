"""Every method that says what its example gives is harvested and compared, field by field."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from board_templates.method import Lang
from harvest.summary import Summary
from tests.harvest.boards import LIBRARY, SHARED
from tests.harvest.comparing import compare, yaml_of
from tests.harvest.performing import Performance

LANGS: tuple[Lang, ...] = ("et", "en")
METHODS = tuple(
    name for name in LIBRARY.ids() if (LIBRARY.folder(name) / "expected.yaml").is_file()
)
CASES = [(method, lang) for method in METHODS for lang in LANGS]


@cache
def _performed(method: str, lang: Lang) -> tuple[Performance, Summary, dict[str, Any]]:
    folder = LIBRARY.folder(method)
    example = yaml_of(folder / "example.yaml")
    performance = Performance(LIBRARY, method, lang, example)
    return performance, performance.summary(), yaml_of(folder / "expected.yaml")[lang]


def test_the_first_method_has_an_example() -> None:
    assert "stakeholder-map" in METHODS
    assert SHARED.common.tags


@pytest.mark.parametrize(("method", "lang"), CASES)
def test_the_result_is_what_a_facilitator_reads(method: str, lang: str) -> None:
    performance, summary, expected = _performed(method, lang)
    compare(expected["result"], summary.as_data()["result"], performance.numbers, "result")


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
