"""`people`: who is in a group, and which of them took something on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from harvest.actions import parse_names
from harvest.agreed import is_agreed
from harvest.content import folded
from harvest.due_dates import find_due
from harvest.readings.base import AnyZones, Arguments, Listed, Patterns, Reading, Sources
from harvest.view import Row, View

_ENDS = re.compile(r"[,/;·(\n]|\s[–-]\s")


class PeopleArguments(Arguments):
    """Where people wrote their names, and where they take something on, beside all actions."""

    zones: Patterns
    took_on: AnyZones = ()


@dataclass(frozen=True, slots=True)
class _Person:
    """A note with a name; `short` tells people of one first name apart."""

    no: int
    name: str
    short: str
    called: frozenset[str]


def _make(arguments: PeopleArguments, sources: Sources) -> Listed:
    view, mode = sources.view, str(sources.evaluate("names"))
    everyone = _people(view, arguments.zones)
    named = set(_named(view, arguments.took_on))
    rows = [
        {"no": one.no, "name": one.name, "short": one.short, "from": [one.no]}
        | {"took_on": bool(one.called & named)}
        for one in everyone
    ]
    if mode == "tasks":
        rows = [row for row in rows if row["took_on"]]
    elif mode == "none":
        rows = []
    zones = view.zones(arguments.zones)
    written = {note["no"] for zone in zones for note in view.notes_of(zone.plan.key)}
    told = {row["no"] for row in rows} if mode in {"tasks", "full"} else set()
    withheld = frozenset() if mode == "full" else frozenset(written - told)
    blank: Row = {"no": None, "name": None, "short": None, "from": [], "took_on": False}
    return Listed(rows, blank, withheld)


def _people(view: View, zones: tuple[str, ...]) -> list[_Person]:
    written = [
        (note["no"], name)
        for zone in view.zones(zones)
        for note in view.notes_of(zone.plan.key)
        if (name := _ENDS.split(note["text"] or "")[0].strip(" @."))
    ]
    names = {folded(name): name for _, name in written}.values()
    alike = Counter(folded(name.split()[0]) for name in names)
    return [_person(no, name, alone=alike[folded(name.split()[0])] == 1) for no, name in written]


def _person(no: int, name: str, *, alone: bool) -> _Person:
    first, *rest = name.split()
    initial = f"{first} {rest[-1][0]}" if rest else first
    called = {folded(said) for said in (name, first, initial)}
    return _Person(no, name, first if alone else initial, frozenset(called))


def _named(view: View, zones: tuple[str, ...]) -> Iterator[str]:
    """Yield every name under which somebody took something on."""
    asked = {zone.plan.key for zone in view.zones(zones)}
    for note in view.reading.notes:
        if note.assignee:
            yield folded(view.names.get(note.assignee, ""))
        if note.text and (note.zone in asked or is_agreed(view, note)):
            yield from (folded(name).rstrip(".") for name in parse_names(note.text)[0])
        if note.text and note.zone in asked:
            due = find_due(note.text, view.session)
            left = note.text[: due.start] + "," + note.text[due.end :] if due else note.text
            pieces = re.split(r"[,/;·\n]|\s[–-]\s|\s(?:ja|and)\s", left)
            yield from (folded(piece.strip(" @")).rstrip(".") for piece in pieces if piece.strip())


READING = Reading(
    name="people",
    about=(
        "The people who wrote their names in some zones, first name and surname on one note. By "
        "the mode of names all of them, or only those who took something on; names of the others "
        "stay out of the summary. Where “@Anne” may be either of two, both count as meant."
    ),
    arguments=PeopleArguments,
    make=_make,
    gives={
        "no": "number of the note",
        "name": "the name as it is written",
        "short": "the first name; with an initial where two have the same",
        "took_on": "whether they took something on",
        "from": "its number, as a list",
    },
    order="in reading order",
)
