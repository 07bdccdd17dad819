"""YAML is read as YAML 1.2 says, with lines, and what could be an attack is refused."""

from __future__ import annotations

import pytest

from board_templates.yaml_reading import SIZE_LIMIT, VALUE_LIMIT, read_yaml


def test_values_are_those_of_yaml_1_2() -> None:
    document = read_yaml(
        "a: 12:30\nb: NO\nc: .5\nd: [1, true, null]\ne: 2021-03-15\nf: '12'\n", "f"
    )
    assert document.faults == []
    assert document.value == {
        "a": "12:30",
        "b": "NO",
        "c": 0.5,
        "d": [1, True, None],
        "e": "2021-03-15",
        "f": "12",
    }


def test_every_value_knows_its_line() -> None:
    document = read_yaml("a:\n  - x\n  - b:\n      c: 1\n", "f")
    assert document.line(("a", 1, "b", "c")) == 4
    assert document.line(("a", 1, "b", "missing")) == 3
    assert document.line(("nowhere",)) == 1


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: &x [1]\n", 1, "Anchors"),
        ("a: 1\nb: *x\n", 2, "Anchors"),
        ("a: [\n", 2, "ends too early"),
        ("a: !!python/object:os.system x\n", 1, "tag"),
        ("a:\n\t- b\n", 2, "a tab"),
        ("? [a]\n: b\n", 1, "name must be a text"),
        ("a: 1\n---\nb: 2\n", None, "several documents"),
        ("a: 1\nb: 007\n", 2, "number"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int | None, what: str) -> None:
    document = read_yaml(text, "file.yaml")
    assert document.value is None
    assert [(fault.file, fault.line) for fault in document.faults] == [("file.yaml", line)]
    assert what in document.faults[0].what
    assert document.faults[0].remedy


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "a: [" + "1, " * (VALUE_LIMIT + 1) + "1]",
        "a: " + "x" * SIZE_LIMIT,
        "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "\x00",
        "a: \x07",
    ],
)
def test_bombs_are_refused(text: str) -> None:
    assert read_yaml(text, "f").faults


def test_a_name_that_stands_there_twice_hides_nothing() -> None:
    document = read_yaml("a: 1\nb: 2\na: {c: [3]}\nb: 4\nd: 5\n", "f")
    assert document.value == {"a": 1, "b": 2, "d": 5}
    assert [fault.line for fault in document.faults] == [3, 4]
    assert (document.line(("a",)), document.line(("d",))) == (1, 5)
    assert not document.broken


def test_an_empty_file_holds_nothing() -> None:
    assert read_yaml("# nothing\n", "f").value is None
