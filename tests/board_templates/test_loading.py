"""A method folder loads whole, or every fault is named with its file and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from board_templates.errors import Fault, FaultyMethod
from board_templates.loading import load_method
from board_templates.shared_texts import SharedTexts
from tests.board_templates.method_folders import SOUND, changed, line_of, write_method


def faults_of(folder: Path, shared: SharedTexts) -> tuple[Fault, ...]:
    with pytest.raises(FaultyMethod) as caught:
        load_method(folder, shared)
    assert caught.value.folder == folder
    return caught.value.faults


def test_a_sound_folder_loads(tmp_path: Path, shared: SharedTexts) -> None:
    method = load_method(write_method(tmp_path), shared)
    assert (method.id, method.version, method.phase) == ("tiny", 3, "discuss")
    assert [frame.id for frame in method.board.frames] == ["F1", "F2"]
    assert method.texts["et"].name == "Tilluke meetod"
    assert method.texts["en"].guide == "# Guide\n"
    assert len(method.digest) == 64


CASES = [
    ("method.yaml", "id: tiny", "id: huge", "id: tiny", "folder is called"),
    ("method.yaml", "phase: discuss", "phase: dance", "phase: discuss", "phase"),
    ("method.yaml", "default: 60", "default: 99", "minutes:", "limits"),
    ("method.yaml", "frame: F2", "frame: F9", "id: settle", "“F9”"),
    ("method.yaml", "minutes: 30,", "minutes: 31,", "steps:", "add up to 61 minutes, not 60"),
    ("method.yaml", "field: names", "field: nobody", "field: names", "“nobody”"),
    ("method.yaml", "check: names | length < 8", "check: names |", "field: names", "names |"),
    ("method.yaml", "length < 8", "length < many", "field: names", "“many”"),
    ("method.yaml", "name: way,", "name: range,", "name: way", "meaning of its own"),
    ("method.yaml", "choices: [fast, slow], ", "", "name: way", "choices"),
    ("method.yaml", "default: fast", "default: warp", "name: way", "refused"),
    ("method.yaml", "ceil(participants / 5)", "ceil(guests / 5)", "name: groups", "“guests”"),
    ("method.yaml", "default: 3, min: 1, max: 8", "default: 3", "name: rows", "no limits"),
    ("method.yaml", "max: 8, shape: true}", "max: 8}", "name: rows", "isn't marked"),
    ("board.yaml", "colour: orange", "colour: brown", "name: worries", "“brown”"),
    ("board.yaml", "npp: 1,", "npp: 1, emphasis: 2,", "name: worries", "emphasised"),
    ("board.yaml", '"row(1, 2)"', '"0, 0, 1.4, 1"', "name: ideas", "0 to 1"),
    ("board.yaml", '".4, .6"', '".4, .02"', "name: who", "no note fits"),
    (
        "board.yaml",
        "npp: 1,",
        "npp: 1, id: \"{{ way ~ '-x' }}\",",
        "name: worries",
        "neutral id",
    ),
    (
        "board.yaml",
        "colour: orange",
        "colour: \"{{ 'brown' if slow else 'red' }}\"",
        "name: worries",
        "“brown”",
    ),
    ("board.yaml", '"0, .4"', '"0, .4 / (rows - 3)"', "name: what", "`0, .4 / (rows - 3)`: "),
    ("board.yaml", '"row(1, 2)"', '"row(1, 20)"', "name: ideas", "is 94 wide and"),
    ("board.yaml", "npp: 2}", "npp: many}", "name: ideas", "npp"),
    ("board.yaml", "when: not slow", "when: not quick", "when: not slow", "“quick”"),
    ("board.yaml", "way == 'slow'", "way ==", "slow: way", "way =="),
    ("board.yaml", "    width: 2000", "    breadth: 2000", "width: 2000", "breadth”"),
    ("board.yaml", "    height: 1200\n", "", "id: F1", "no height"),
    (
        "board.yaml",
        "zone: ideas, role: example",
        "zone: nowhere, role: example",
        "role: example",
        "“nowhere”",
    ),
    ("board.yaml", "origin: names", "origin: nobody", "role: carrier", "“nobody”"),
    ("board.yaml", "name: who", "name: whom", None, "F2.whom"),
    ("board.yaml", "times: groups", "times: 400", None, "loop"),
    ("texts/et.yaml", "  F1.fears: Hirmud\n", "", "zones:", "“F1.fears”"),
    ("texts/en.yaml", "  F1.fears: Fears", "  F1.fears: Fears\n  F1.joys: Joys", None, "“F1.joys”"),
    ("texts/en.yaml", "{{ topic }}", "{{ subject }}", "F1.ideas: {", "“subject”"),
    ("texts/en.yaml", "{{ topic }}", "{{ topic.__class__ }}", "F1.ideas: {", "__class__"),
    (
        "texts/et.yaml",
        "  way: {fast: kiiresti, slow: aeglaselt}",
        "  way: {fast: kiiresti}",
        "  way: {fast",
        "“slow”",
    ),
    ("texts/et.yaml", "  settle: Lepime kokku.", "  settled: Lepime kokku.", None, "“settle”"),
    ("texts/en.yaml", "  names: Names\n", "", "parameters:", "“names”"),
    ("texts/en.yaml", "steps:", "words: {a: [x]}\nsteps:", None, "both languages"),
    ("texts/et.yaml", "name: Tilluke meetod\n", "", None, "“name”"),
    ("harvest.yaml", "signals: []", "signals: [{code: quiet}]", None, "“quiet”"),
]


@pytest.mark.parametrize(("file", "old", "new", "at", "what"), CASES)
def test_each_fault_is_found_at_its_line(  # noqa: PLR0917  # one column each
    tmp_path: Path, shared: SharedTexts, file: str, old: str, new: str, at: str | None, what: str
) -> None:
    faults = faults_of(write_method(tmp_path, changed(file, old, new)), shared)
    said = [fault for fault in faults if what in fault.what]
    assert said, [str(fault) for fault in faults]
    assert all(fault.remedy for fault in said)
    if at is not None:
        assert (file, line_of(file, at)) in [(fault.file, fault.line) for fault in said]


@pytest.mark.parametrize(
    ("width", "reason"),
    [
        ("99999", "it may be 20000 at most"),
        ("-1", "it must be at least 0"),
        ("[1]", "it holds a value of a wrong kind"),
        ("true", "it holds a value of a wrong kind"),
    ],
)
def test_a_wrong_measure_is_one_fault(
    tmp_path: Path, shared: SharedTexts, width: str, reason: str
) -> None:
    folder = write_method(tmp_path, changed("board.yaml", "width: 2000", f"width: {width}"))
    [fault] = [fault for fault in faults_of(folder, shared) if fault.file == "board.yaml"]
    assert fault.line == line_of("board.yaml", "width: 2000")
    assert str(fault.what) == f"“frames.0.width”: {reason}."


def test_a_list_is_not_called_short_for_what_is_wrong_in_it(
    tmp_path: Path, shared: SharedTexts
) -> None:
    board = "frames:\n  - {id: F1, width: 2000, height: high water, zones: 3}\n"
    faults = faults_of(write_method(tmp_path, {"board.yaml": board}), shared)
    assert not [fault for fault in faults if "at least 1 entries" in str(fault.what)]
    assert [fault for fault in faults if "frames.0.zones" in str(fault.what)]


def test_all_faults_come_at_once(tmp_path: Path, shared: SharedTexts) -> None:
    files = {
        **changed("board.yaml", "colour: orange", "colour: brown"),
        **changed("texts/et.yaml", "  F1.fears: Hirmud\n", ""),
        **changed("method.yaml", "frame: F2", "frame: F9"),
    }
    faults = faults_of(write_method(tmp_path, files), shared)
    assert {fault.file for fault in faults} == {"board.yaml", "texts/et.yaml", "method.yaml"}


@pytest.mark.parametrize("file", sorted(SOUND))
def test_every_file_is_needed(tmp_path: Path, shared: SharedTexts, file: str) -> None:
    faults = faults_of(write_method(tmp_path, {file: None}), shared)
    assert [(fault.file, fault.line) for fault in faults] == [(file, None)]


def test_what_is_missing_and_what_stands_twice_hides_nothing(
    tmp_path: Path, shared: SharedTexts
) -> None:
    files: dict[str, str | None] = dict.fromkeys(SOUND)
    files["method.yaml"] = "id: x\nid: y\nfoo: 3\n"
    faults = faults_of(write_method(tmp_path, files), shared)
    assert {fault.file for fault in faults} == set(SOUND)
    said = {(fault.line, fault.what) for fault in faults if fault.file == "method.yaml"}
    assert (2, "The name “id” stands here twice.") in said
    assert (3, "“foo”: there is no such field.") in said
    assert (1, "“steps”: the field is missing.") in said


def test_a_broken_file_hides_no_fault_of_the_others(tmp_path: Path, shared: SharedTexts) -> None:
    files = {
        **changed("board.yaml", "colour: orange", "colour: brown"),
        **changed("method.yaml", "phase: discuss", "phase: dance"),
        "harvest.yaml": "a: [",
        "texts/et.yaml": None,
    }
    faults = faults_of(write_method(tmp_path, files), shared)
    assert {fault.file for fault in faults} == {
        "board.yaml",
        "harvest.yaml",
        "method.yaml",
        "texts/et.yaml",
    }


def test_a_file_is_not_accused_of_what_another_lacks(tmp_path: Path, shared: SharedTexts) -> None:
    files = {
        **changed("texts/en.yaml", "steps:", "signals: {quiet: It was quiet.}\nsteps:"),
        **changed("texts/et.yaml", "steps:", "signals: {quiet: Vaikus.}\nsteps:"),
        "harvest.yaml": "a: [",
    }
    faults = faults_of(write_method(tmp_path, files), shared)
    assert [fault.file for fault in faults] == ["harvest.yaml"]


def test_an_unknown_field_hides_no_fault_beside_it(tmp_path: Path, shared: SharedTexts) -> None:
    board = SOUND["board.yaml"].replace("npp: 1,", "npp: 1, size: big,")
    files: dict[str, str | None] = {"board.yaml": board.replace("colour: orange", "colour: brown")}
    faults = faults_of(write_method(tmp_path, files), shared)
    assert sorted(fault.what[:12] for fault in faults) == ["There is no ", "“frames.0.zo"]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_fault_is_said_in_both_languages(
    tmp_path: Path, shared: SharedTexts, case: tuple[str, str, str, str | None, str]
) -> None:
    file, old, new, _, _ = case
    for fault in faults_of(write_method(tmp_path, changed(file, old, new)), shared):
        for sentence in (fault.wrong, fault.cure):
            assert sentence.said("en") == str(sentence)
            assert sentence.said("et") != str(sentence)


def test_the_digest_follows_the_content(tmp_path: Path, shared: SharedTexts) -> None:
    one = load_method(write_method(tmp_path / "a"), shared)
    same = load_method(write_method(tmp_path / "b"), shared)
    other = load_method(write_method(tmp_path / "c", {"guide/et.md": "# Teine\n"}), shared)
    assert one.digest == same.digest != other.digest
    assert one == same


def test_a_method_is_plain_data(tmp_path: Path, shared: SharedTexts) -> None:
    method = load_method(write_method(tmp_path), shared)
    assert json.loads(method.model_dump_json())["identity"]["id"] == "tiny"
