"""Writes small method folders for tests: one sound folder, and changes to single lines of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SOUND: Mapping[str, str] = {
    "method.yaml": """\
id: tiny
version: 3
phase: discuss
minutes: {default: 60, min: 30, max: 90}
people: {min: 3, max: 20}
brief:
  - {name: topic, type: text, required: true, min: 5, max: 140}
  - {name: rows, type: int, default: 3, min: 1, max: 8, shape: true}
  - {name: groups, type: int, computed: ceil(participants / 5), min: 1, max: 10, shape: true}
  - {name: names, type: "list[text]", default: [], items: {max: rows}, each: {max: 20}, shape: true}
  - {name: way, type: choice, choices: [fast, slow], default: fast, shape: true}
rules:
  - {id: room_for_names, field: names, check: names | length < 8}
steps:
  - {id: begin, minutes: 10, frame: F0, kind: open}
  - {id: write, minutes: 30, frame: F1, kind: write}
  - {id: settle, minutes: 20, frame: F2, kind: agree}
sources: []
""",
    "board.yaml": """\
let:
  slow: way == 'slow'
frames:
  - id: F1
    width: 2000
    height: 1200
    repeat: {as: group, times: groups}
    strips:
      above: {height: 60}
    voting: {kind: plain}
    chrome:
      - {name: rule, strip: above}
    zones:
      - {name: ideas, box: "row(1, 2)", colour: light_yellow, npp: 2}
      - {name: worries, box: "row(2, 2)", colour: orange, npp: 1,
         wording: [{when: slow, use: fears}]}
    seeds:
      - {zone: ideas, role: example, when: examples}
      - {zone: ideas, role: carrier, each: {as: name, in: names}, text: name, origin: names}
  - id: F2
    width: 2400
    when: not slow
    table:
      rows: {as: line, times: rows}
      row_height: 240
      columns:
        - {name: what, box: "0, .4", colour: any, npp: c2}
        - {name: who, box: ".4, .6", colour: light_green, npp: c3}
""",
    "harvest.yaml": """\
zones: {}
lists: {}
result: {}
signals: []
""",
    "texts/et.yaml": """\
name: Tilluke meetod
purpose: Proovime, kas vorm peab.
use_when: Alati.
not_when: Mitte kunagi.
source_short: katse
parameters:
  topic: Teema
  rows: Ridu
  groups: Rühmi
  names: Nimed
  way: Viis
choices:
  way: {fast: kiiresti, slow: aeglaselt}
rules:
  room_for_names: Nimesid on liiga palju.
frames:
  F1: {title: "{{ n }}. Kirjutame", instruction: Üks mõte lipikule.}
  F2: {title: "{{ n }}. Lepime kokku"}
zones:
  F1.ideas: {label: Mõtted, prompt: "Teemal {{ topic }}."}
  F1.worries: Mured
  F1.fears: Hirmud
  F2.what: Mida?
  F2.who: Kes?
chrome:
  F1.rule: Kuulame üksteist.
seeds:
  F1.ideas: "Näide: alustame varem"
steps:
  begin: Avame teema.
  write: Kirjutame.
  settle: Lepime kokku.
""",
    "texts/en.yaml": """\
name: Tiny method
purpose: See whether the form holds.
use_when: Always.
not_when: Never.
source_short: trial
parameters:
  topic: Topic
  rows: Rows
  groups: Groups
  names: Names
  way: Way
choices:
  way: {fast: fast, slow: slowly}
rules:
  room_for_names: There are too many names.
frames:
  F1: {title: "{{ n }}. Write", instruction: One idea per note.}
  F2: {title: "{{ n }}. Agree"}
zones:
  F1.ideas: {label: Ideas, prompt: "On {{ topic }}."}
  F1.worries: Worries
  F1.fears: Fears
  F2.what: What?
  F2.who: Who?
chrome:
  F1.rule: We listen to each other.
seeds:
  F1.ideas: "Example: begin earlier"
steps:
  begin: Open the topic.
  write: Write.
  settle: Agree.
""",
    "guide/et.md": "# Juhend\n",
    "guide/en.md": "# Guide\n",
}


def write_method(parent: Path, files: Mapping[str, str | None] | None = None) -> Path:
    """Write the sound folder with some files replaced, or left out where None; return it."""
    folder = parent / "tiny"
    for name, text in {**SOUND, **(files or {})}.items():
        if text is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def changed(file: str, old: str, new: str) -> dict[str, str | None]:
    """Return one file of the sound folder with a piece of it replaced."""
    if old not in SOUND[file]:
        raise ValueError(f"{file} doesn't hold {old!r}")
    return {file: SOUND[file].replace(old, new, 1)}


def line_of(file: str, piece: str) -> int:
    """Return the line of the sound file on which a piece stands, from 1."""
    return SOUND[file][: SOUND[file].index(piece)].count("\n") + 1
