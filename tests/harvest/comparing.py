"""Compares a summary with what an example's expected.yaml says, notes by the names of the acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from board_templates.yaml_reading import read_yaml
from harvest.summary import Note, Summary

NEAR = 2.0  # pixels; a board keeps places with few decimals


def yaml_of(file: Path) -> dict[str, Any]:
    """Return what a file of a method folder says."""
    document = read_yaml(file.read_text(encoding="utf-8"), file.name)
    assert not document.faults
    value: dict[str, Any] = document.value
    return value


def compare(expected: Any, found: Any, numbers: Mapping[str, int], where: str) -> None:  # noqa: ANN401  # a test says what it needs
    """Compare what is expected, and only that; notes are called by their names.

    The first field of an entry in a list tells which entry is meant; if that is itself a list,
    their order does.
    """
    if isinstance(expected, dict):
        assert isinstance(found, dict), where
        for key, value in expected.items():
            assert key in found, f"{where}.{key}"
            compare(value, found[key], numbers, f"{where}.{key}")
    elif isinstance(expected, list) and expected and isinstance(expected[0], dict):
        for name, entry, one in _pairs(expected, found, numbers, where):
            compare(entry, one, numbers, f"{where}.{name}")
    elif isinstance(expected, list):
        wanted = [_number(entry, numbers) for entry in expected]
        assert sorted(found, key=str) == sorted(wanted, key=str), where
    elif isinstance(expected, float):
        assert found == pytest.approx(expected, abs=0.011), where
    else:
        assert found in (expected, _number(expected, numbers)), where


def _pairs(
    expected: list[Any], found: list[Any], numbers: Mapping[str, int], where: str
) -> Iterator[tuple[str, Any, Any]]:
    """Yield each entry that is expected with the one it means, and what to call it."""
    called = next(iter(expected[0]))
    if isinstance(expected[0][called], list):
        assert len(found) == len(expected), where
        yield from ((str(no), *pair) for no, pair in enumerate(zip(expected, found, strict=True)))
        return
    by_name = {str(entry[called]): entry for entry in found}
    for entry in expected:
        name = str(_number(entry[called], numbers))
        assert name in by_name, f"{where}: {name} is not there"
        yield name, entry, by_name[name]


def _number(said: Any, numbers: Mapping[str, int]) -> Any:  # noqa: ANN401  # as above
    """Return the number of a note called by its name, also within lists; all else stays."""
    if isinstance(said, list):
        return [_number(inner, numbers) for inner in said]
    return numbers.get(said, said) if isinstance(said, str) else said


def numbers_on(summary: Summary, known: Summary, numbers: Mapping[str, int]) -> dict[str, int]:
    """Return the numbers of named notes on another board on which the same was done.

    Texts alone won't do, since people write the same twice: the note must lie in the same place.
    """
    return {name: _same(summary, known.notes[no - 1]).no for name, no in numbers.items()}


def _same(summary: Summary, wanted: Note) -> Note:
    found = [note for note in summary.notes if note.text == wanted.text and _near(note, wanted)]
    assert len(found) == 1, f"{wanted.text} at {wanted.place}: {found}"
    return found[0]


def _near(one: Note, other: Note) -> bool:
    return max(abs(one.place.x - other.place.x), abs(one.place.y - other.place.y)) <= NEAR
