"""Every trick a stranger's folder could try, by name: each is refused fast, and it is said where.

A case names the files that differ from the sound folder, the file that is blamed, and a piece of
what is said. Where a trick only shows in a trial plan the line is that of the expression.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from board_templates.checking import trial
from board_templates.errors import Fault, FaultyMethod
from board_templates.library import Library
from board_templates.loading import load_method
from board_templates.shared_texts import SharedTexts
from tests.board_templates.method_folders import SOUND, changed, write_method

Files = Mapping[str, str | None]

MOST_SECONDS = 10.0
"""Of the processor, on any machine; the sound folder takes half a second."""

BOARD, METHOD, ET = "board.yaml", "method.yaml", "texts/et.yaml"


def board(text: str) -> Files:
    return {BOARD: text}


def label(text: str) -> Files:
    """Put a text where people see it."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return changed(ET, "label: Mõtted", f'label: "{quoted}"')


def written(text: str) -> Files:
    """Put a piece of YAML where a label stands."""
    return changed(ET, "label: Mõtted", f"label: {text}")


def condition(expression: str) -> Files:
    """Put an expression where every part of the board asks for it."""
    return changed(BOARD, "way == 'slow'", f'"{expression}"')


def lets(first: str, next_: str, count: int) -> Files:
    """Let each of many names be made of the one before it."""
    lines = "".join(f"  l{i}: {next_.format(b=f'l{i - 1}')}\n" for i in range(1, count))
    return changed(BOARD, "  slow:", f"  l0: {first}\n{lines}  slow:")


def zones(count: int) -> str:
    return "".join(f'      - {{name: z{i}, box: "0, 0, 1, 1"}}\n' for i in range(count))


def frames(count: int) -> Files:
    zone = "{name: z, box: '0, 0, 1, 1'}"
    lines = (f"  - {{id: G{i}, width: 1000, height: 500, zones: [{zone}]}}" for i in range(count))
    return board("frames:\n" + "\n".join(lines) + "\n")


def parameter(said: str) -> Files:
    return changed(METHOD, "rules:\n", f"  - {{name: own, {said}}}\nrules:\n")


MANY = "range(999) | map('replace', '', range(999) | join)"
NESTED_STEPS = (
    "  - {each: {as: a, times: 100}, steps: [{each: {as: b, times: 100}, steps: "
    "[{each: {as: c, times: 100}, steps: [{id: begin, minutes: 1, frame: F0, kind: open}]}]}]}\n"
)

YAML: dict[str, tuple[Files, str, str]] = {
    "anchors and aliases": (board("a: &a [1]\nb: [*a, *a]\n"), BOARD, "Anchors"),
    "a merge of an alias": (board("a: &a {b: 1}\n<<: *a\n"), BOARD, "Anchors"),
    "lists 200,000 deep": (board("[" * 200_000), BOARD, "deep"),
    "names 50,000 deep": (board("? " * 50_000), BOARD, ""),
    "a name of 200,000 letters": (board("a" * 200_000 + ": 1\n"), BOARD, "1024 letters"),
    "more values than a file holds": (board("frames:\n" + "  - {a: 1}\n" * 9000), BOARD, "8000"),
    "many documents": (board("---\n" * 50_000), BOARD, "several documents"),
    "a text larger than a file may be": (board("a: " + "x" * 262_144), BOARD, "larger"),
    "a tag of Python": (board("a: !!python/object:os.system x\n"), BOARD, "tag"),
    "a tag under another name": (
        board("%TAG ! tag:yaml.org,2002:python/\n---\n!object a\n"),
        BOARD,
        "tag",
    ),
    "a number of 5,000 digits": (changed(BOARD, "2000", "9" * 5000), BOARD, "number"),
    "a number without end": (changed(BOARD, "2000", "1e999"), BOARD, "number"),
    "no number": (changed(BOARD, "2000", ".nan"), BOARD, "number"),
    "half a sign": (written('"\\ud800"'), ET, "U+D800"),
    "a sign that steers a terminal": (written('"\\e[2J"'), ET, "U+001B"),
    "a sign that turns the line": (written('"a\\u202Eb"'), ET, "U+202E"),
    "a sign of nothing": (written('"a\\0b"'), ET, "U+0000"),
    "a steering sign in a guide": ({"guide/et.md": "# a\n\x1b[2J\n"}, "guide/et.md", "U+001B"),
    "a name of two lines": (
        changed(ET, "name: Tilluke meetod", 'name: "a\\nb"'),
        ET,
        "must have the form",
    ),
    "no name at all": (changed(ET, "name: Tilluke meetod", "name: ''"), ET, "at least 1"),
    "a label of 8,000 letters": (label("a" * 7900), ET, "300"),
    "a source of 200,000 letters": (
        changed(METHOD, "sources: []", f"sources: ['{'x' * 200_000}']"),
        METHOD,
        "300",
    ),
}

ESCAPES: dict[str, tuple[Files, str, str]] = {
    "a hidden attribute": (condition("way.__class__.__mro__"), BOARD, "__mro__"),
    "a hidden entry": (condition("way['__class__']"), BOARD, "__class__"),
    "an attribute by a filter": (condition("way | attr('__class__')"), BOARD, "attr"),
    "an attribute by map": (
        condition("[way] | map(attribute='__class__') | list"),
        BOARD,
        "__class__",
    ),
    "a method": (condition("way.upper()"), BOARD, "functions of the format"),
    "a format string": (condition("'{0.__class__}'.format(way)"), BOARD, "functions of the"),
    "a format with a percent sign": (condition("'%s' % way"), BOARD, "not a number"),
    "a format filter": (condition("'%999999999s' | format(way)"), BOARD, "format"),
    "a hidden attribute of a function": (label("{{ range.__self__ }}"), ET, "__self__"),
    "a global of Jinja": (label("{{ cycler.__init__.__globals__.os }}"), ET, "__globals__"),
    "another global of Jinja": (label("{{ lipsum(9999) }}"), ET, "functions of the format"),
    "the template itself": (label("{{ self._TemplateReference__context }}"), ET, "context"),
    "import": (label('{% import "os" as os %}'), ET, "import"),
    "from": (label('{% from "os" import system %}'), ET, "import"),
    "include": (label('{% include "/etc/passwd" %}'), ET, "include"),
    "extends": (label('{% extends "/etc/passwd" %}'), ET, "extends"),
    "for": (label("{% for i in range(999) %}x{% endfor %}"), ET, "for"),
    "set": (label("{% set x = 1 %}"), ET, "assign"),
    "macro": (label("{% macro m() %}{% endmacro %}"), ET, "macro"),
    "call": (label("{% call m() %}{% endcall %}"), ET, "call"),
    "with": (label("{% with x = 1 %}x{% endwith %}"), ET, "with"),
    "block": (label("{% block x %}x{% endblock %}"), ET, "block"),
    "a filter around a text": (label("{% filter upper %}x{% endfilter %}"), ET, "filter"),
    "a filter not on the list": (condition("way | pprint"), BOARD, "pprint"),
    "a filter that widens": (condition("way | center(999999999)"), BOARD, "center"),
    "a method that widens": (condition("way.ljust(999999999)"), BOARD, "functions of the"),
    "a filter that cuts in pieces": (condition("[1] | batch(999999999, 0)"), BOARD, "batch"),
}

GROWTH: dict[str, tuple[Files, str, str]] = {
    "a text times a number": (condition("'a' * 10 ** 9"), BOARD, "not a number"),
    "a list times a number": (condition("[1] * 999999999"), BOARD, "not a number"),
    "a tower of powers": (condition("9 ** 9 ** 9"), BOARD, "power"),
    "a long range": (condition("range(10 ** 9)"), BOARD, "range"),
    "a range of ranges": (condition(f"{MANY} | list"), BOARD, "text grew"),
    "a rounding to many digits": (condition("round(5, -10 ** 15)"), BOARD, "number"),
    "a rounding filter": (condition("5 | round(-9999999)"), BOARD, "number"),
    "a number of 190 digits": (condition("9" * 190), BOARD, "number"),
    "a division that never ends": (condition("1 // 0"), BOARD, "zero"),
    "brackets 140 deep": (condition("(" * 90 + "1" + ")" * 90), BOARD, ""),
    "minus signs": (condition("-" * 190 + "1"), BOARD, "too deep"),
    "a sum of 140 ones": (label("{{ " + "+".join("1" * 140) + " }}"), ET, "too deep"),
    "conditions within conditions": (
        label("{% if way %}" * 12 + "x" + "{% endif %}" * 12 + "{{ 'a' * 99 }}"),
        ET,
        "not a number",
    ),
    "texts that double": (lets("range(1000) | join", "{b} ~ {b}", 40), BOARD, "text grew"),
    "lists that double": (lets("range(1000)", "{b} + {b}", 40), BOARD, "list grew"),
    "lists in lists": (lets("range(1000)", "'[{b}, {b}, {b}]'", 40), BOARD, "list grew"),
    "a long text out of a short one": (
        label("{{ range(999) | join }}"),
        ET,
        "2887 characters",
    ),
    "a seed of any length": (
        changed(BOARD, "text: name, origin: names", "text: range(999) | join"),
        BOARD,
        "2887 characters",
    ),
    "a month beyond all calendars": (
        condition("months_after('2020-01-01', 10 ** 14)"),
        BOARD,
        "refused",
    ),
}

MANY_PARTS: dict[str, tuple[Files, str, str]] = {
    "10,000 zones": (changed(BOARD, "      - {name: worries", zones(10_000)), BOARD, "larger"),
    "500 zones": (
        changed(BOARD, "      - {name: worries", zones(500) + "      - {name: worries"),
        BOARD,
        "60",
    ),
    "10,000 zones by a loop": (
        changed(BOARD, "npp: 2}", "npp: 2, each: {as: z, times: 10000}}"),
        BOARD,
        "loop",
    ),
    "10,000 frames": (frames(10_000), BOARD, "larger"),
    "31 frames": (frames(31), BOARD, "30"),
    "copies of frames without end": (
        changed(BOARD, "times: groups", "times: 99999999999"),
        BOARD,
        "loop",
    ),
    "10,000 rows": (changed(BOARD, "times: rows", "times: 10000"), BOARD, "loop"),
    "10,000 rows by the brief": (
        changed(METHOD, "default: 3, min: 1, max: 8", "default: 3, min: 1, max: 10000"),
        BOARD,
        "rows=10000",
    ),
    "rows times columns": (
        board(
            SOUND[BOARD]
            .replace("npp: c3}", 'npp: c3, each: {as: q, times: 100}, id: "q{{ i }}"}')
            .replace("times: rows", "times: 100")
        ),
        BOARD,
        "characters",
    ),
    "1,000 repeats of a seed": (
        changed(BOARD, "in: names}", "in: range(1000)}"),
        BOARD,
        "loop",
    ),
    "500 seeds": (
        changed(BOARD, "    seeds:\n", "    seeds:\n" + "      - {zone: a, role: prompt}\n" * 500),
        BOARD,
        "60",
    ),
    "10,000 fields": (
        changed(METHOD, "rules:\n", "  - {name: p, type: bool}\n" * 10_000 + "rules:\n"),
        METHOD,
        "8000",
    ),
    "41 fields": (
        changed(METHOD, "rules:\n", "  - {name: p, type: bool}\n" * 41 + "rules:\n"),
        METHOD,
        "40",
    ),
    "1,000 choices": (
        parameter(f"type: choice, choices: [{', '.join(f'c{i}' for i in range(1000))}]"),
        METHOD,
        "60",
    ),
    "10,000 steps": (
        changed(METHOD, "steps:\n", "steps:\n" + "  - {id: s, minutes: 1}\n" * 10_000),
        METHOD,
        "8000",
    ),
    "loops of steps within loops": (
        changed(METHOD, "steps:\n", "steps:\n" + NESTED_STEPS),
        ET,
        "characters",
    ),
    "a list of 99,999,999 entries": (
        parameter("type: 'list[text]', required: true, items: {min: 99999999}"),
        METHOD,
        "100",
    ),
    "a text of 999,999,999 letters": (
        parameter("type: text, required: true, min: 999999999, max: 9999999999"),
        METHOD,
        "2000",
    ),
    "an entry of 999,999,999 letters": (
        parameter("type: 'list[text]', required: true, each: {min: 999999999}"),
        METHOD,
        "2000",
    ),
    "room for 99,999,999 notes": (changed(BOARD, "npp: 2}", "npp: c99999999}"), BOARD, "high"),
    "a frame wider than the board": (changed(BOARD, "2000", "10 ** 12"), BOARD, "wide"),
    "a frame of less than nothing": (changed(BOARD, "2000", "'0 - 5'"), BOARD, "wide"),
    "a box of no numbers": (
        changed(BOARD, '"row(1, 2)"', '"0, 0, 1e999, 1"'),
        BOARD,
        "number",
    ),
}

NAMES: dict[str, tuple[Files, str, str]] = {
    "an id that climbs": (changed(METHOD, "id: tiny", "id: ../tiny"), METHOD, "id"),
    "an absolute id": (changed(METHOD, "id: tiny", "id: /etc"), METHOD, "id"),
    "a frame that climbs": (changed(BOARD, "id: F2", "id: ../F2"), BOARD, "id"),
    "a zone that climbs": (
        changed(BOARD, "npp: 2}", "npp: 2, id: '../{{ n }}'}"),
        BOARD,
        "neutral id",
    ),
}

CASES = {**YAML, **ESCAPES, **GROWTH, **MANY_PARTS, **NAMES}
OF_A_FILE = {"larger", "several documents", ""}
"""What has no line, since the file as a whole is meant."""


def refusal(folder: Path, shared: SharedTexts) -> tuple[Fault, ...]:
    """Return the faults of a folder, and hold the check to its time."""
    begun = time.process_time()
    with pytest.raises(FaultyMethod) as caught:
        load_method(folder, shared)
    assert time.process_time() - begun < MOST_SECONDS
    return caught.value.faults


@pytest.mark.parametrize("kind", CASES)
def test_a_trick_is_refused(tmp_path: Path, shared: SharedTexts, kind: str) -> None:
    files, file, said = CASES[kind]
    faults = refusal(write_method(tmp_path, files), shared)
    found = [fault for fault in faults if fault.file == file and said in fault.what]
    assert found, faults
    assert all(fault.remedy for fault in faults)
    assert all(len(str(fault)) < 1000 for fault in faults)
    assert found[0].line is not None or said in OF_A_FILE


def test_trying_it_out_comes_to_an_end(
    tmp_path: Path, shared: SharedTexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "ITEM_LIMIT", 2000)
    folder = write_method(tmp_path, changed(BOARD, "times: groups", "times: 90"))
    (fault,) = refusal(folder, shared)
    assert "over 2000 items" in fault.what
    assert fault.line is not None


def _link(name: str, target: str) -> Callable[[Path], None]:
    def put(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).symlink_to(target)

    return put


def _folder_for_file(folder: Path) -> None:
    (folder / BOARD).unlink()
    (folder / BOARD).mkdir()


def _pipe(folder: Path) -> None:
    (folder / BOARD).unlink()
    os.mkfifo(folder / BOARD)


def _sparse(folder: Path) -> None:
    with (folder / BOARD).open("wb") as file:
        file.truncate(10**11)


def _foreign_bytes(folder: Path) -> None:
    (folder / BOARD).write_bytes(SOUND[BOARD].encode("utf-16"))


def _folder_of_links(folder: Path) -> None:
    outside = folder.parent / "outside"
    (folder / "texts").rename(outside)
    (folder / "texts").symlink_to(outside)


PLACES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a link upwards": (_link(BOARD, "../../secret.yaml"), "leads out"),
    "a link to a file of the system": (_link(BOARD, "/etc/passwd"), "leads out"),
    "a link to a device": (_link(BOARD, "/dev/zero"), "not an ordinary file"),
    "a link to itself": (_link(BOARD, BOARD), "not an ordinary file"),
    "a link to nothing": (_link(BOARD, "/nowhere"), "not an ordinary file"),
    "a guide that is a link": (_link("guide/et.md", "/etc/passwd"), "leads out"),
    "a folder of links": (_folder_of_links, "leads out"),
    "a folder for a file": (_folder_for_file, "not an ordinary file"),
    "a pipe": (_pipe, "not an ordinary file"),
    "a file of 100 GB": (_sparse, "larger"),
    "a file in another coding": (_foreign_bytes, "UTF-8"),
}


@pytest.mark.parametrize("kind", PLACES)
def test_nothing_outside_is_read(tmp_path: Path, shared: SharedTexts, kind: str) -> None:
    change, said = PLACES[kind]
    (tmp_path / "secret.yaml").write_text(SOUND[BOARD], encoding="utf-8")
    folder = write_method(tmp_path / "methods")
    change(folder)
    faults = refusal(folder, shared)
    assert any(said in fault.what for fault in faults)
    assert all(fault.remedy for fault in faults)


@pytest.mark.parametrize("name", [b"\x1b[2Jx", b"a\nb", b"\xff\xfe", b"-rf", b"x" * 250, b"a b"])
def test_an_odd_name_is_said_without_harm(tmp_path: Path, shared: SharedTexts, name: bytes) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    write_method(tmp_path).rename(odd)
    (fault,) = refusal(odd, shared)
    assert "called" in fault.what
    assert fault.what.isprintable()
    assert fault.what.encode()


def test_bad_folders_take_no_other_down(tmp_path: Path) -> None:
    write_method(tmp_path)
    for name in (b"\x1b[2Jx", b"\xff\xfe", b"x-bad"):
        write_method(tmp_path / "once", changed(BOARD, "way == 'slow'", "way.__class__")).rename(
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
        )
    library = Library([tmp_path])
    assert {"tiny", "stakeholder-map"} <= set(library.ids())
    assert len(library.faulty) == 3
    for name, faulty in library.faulty.items():
        assert name.isprintable()
        assert faulty.place.isprintable()
        assert faulty.place.endswith(name)
