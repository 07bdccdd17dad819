"""What is held of a journey: all is accounted for and in its place, and a copy says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from board_templates.footer import UNKNOWN
from harvest.summary import Summary
from tests.harvest.comparing import compare
from workshops.example import Example
from workshops.rehearsed_fit import LeftOut

Values = Mapping[str, Any]

# What a copy cannot tell, for each method whose example shows it: the checkpoints are the
# original's, so the round, the group and the place a note had before are gone.
NOT_ON_A_COPY = {
    "problem-type": r"result\.problems\.\d+\.type",
    "collective-solving": r"result\.(ideas\.\d+\.(group|effect|feasibility|quadrant)|shortlist)",
    "consensus-board": r"result\.(rounds\.0|consensus\.shift)\..*",
}


@dataclass(frozen=True, slots=True)
class Performed:
    """What came of an example on a board: items by the names of the acts, and what was left out."""

    example: Example
    left_out: tuple[LeftOut, ...]
    items: Mapping[str, str]


def envelope(summary: Summary) -> dict[str, Any]:
    """Return what a summary says of the numbers that `expected.yaml` names."""
    aside, counts = summary.accounting.set_aside, summary.counts
    return {
        "attended": summary.attended,
        "authors_seen": summary.authors_seen,
        "loose_dots": summary.loose_dots,
        "private": counts.private,
        "duplicate": counts.duplicate,
        "example": aside.example,
        "prompt": aside.prompt,
        "practice": aside.practice,
        "counted": counts.counted,
    }


def assert_accounted(summary: Summary) -> None:
    """Hold that what was read is counted or set aside, and nothing is counted twice."""
    aside = summary.accounting.set_aside.model_dump()
    assert summary.accounting.read == summary.accounting.counted + sum(aside.values())
    assert len({note.id for note in summary.notes}) == summary.accounting.counted


def assert_in_place(summary: Summary, done: Performed) -> None:
    """Hold that each note counts, in the zone it was last put in; a copied example may not."""
    zone_of = {note.id: note.zone for note in summary.notes}
    put: dict[str, str | None] = {}
    for act in done.example.acts:
        if "as" in act and ("write" in act or "copy" in act or "card" in act):
            put[act["as"]] = act.get("in") or (act.get("to") if "copy" in act else None)
        if "move" in act:
            put[act["move"]] = act["to"]
        put.pop(act.get("delete", ""), None)
    zones = {name: zone for name, zone in put.items() if zone is not None}
    found = {name: zone_of.get(done.items[name]) for name in zones if done.items[name] in zone_of}
    assert found == {name: zones[name] for name in found}
    copies = {act["as"] for act in done.example.acts if "copy" in act and "as" in act}
    assert zones.keys() - found.keys() <= copies


def assert_as_expected(summary: Summary, said: Values, items: Mapping[str, str]) -> None:
    """Hold a summary, field by field, against what a person reads off the board."""
    assert envelope(summary) == said["envelope"]
    number_of = {note.id: note.no for note in summary.notes}
    numbers = {name: number_of[item] for name, item in items.items() if item in number_of}
    compare(said["result"], summary.as_data()["result"], numbers, "result")
    assert sorted({signal.code for signal in summary.signals}) == sorted(said["signals"])
    assert set(said["texts"]) <= {signal.text for signal in summary.signals}
    for name in ("unplaced", "parked"):
        assert sorted(getattr(summary, name)) == sorted(numbers[note] for note in said[name])


def assert_alike(copied: Summary, known: Summary, texts: frozenset[str]) -> None:
    """Hold that a copy is read as its original."""
    assert copied.matched_by == "footer"
    assert copied.accounting.model_dump() == known.accounting.model_dump()
    assert written(copied) == written(known)
    found, wanted = copied.as_data()["result"], known.as_data()["result"]
    hidden = re.compile(NOT_ON_A_COPY.get(known.method, "(?!)"))
    pairs = dict(differing(found, wanted, "result"))
    lost = {at: pair for at, pair in pairs.items() if not _untold(*pair, texts)}
    assert [(at, *pair) for at, pair in lost.items() if not hidden.fullmatch(at)] == []


def _untold(found: Any, wanted: Any, texts: frozenset[str]) -> bool:  # noqa: ANN401  # JSON
    """Tell whether something differs only in texts of the brief, of which a footer holds none."""
    if not isinstance(wanted, str):
        return False
    told = "|".join(map(re.escape, sorted(filter(None, {*texts, UNKNOWN}), key=len, reverse=True)))
    pattern = f"(?:{told})".join(map(re.escape, found.split(UNKNOWN))) if found else None
    return wanted in texts if pattern is None else bool(re.fullmatch(pattern, wanted))


def written(summary: Summary) -> list[tuple[str | None, str | None, int]]:
    """Return what participants wrote, where, and how others voted for it."""
    return [(note.text, note.zone, note.votes) for note in summary.notes]


def differing(one: Any, other: Any, where: str) -> Iterator[tuple[str, tuple[Any, Any]]]:  # noqa: ANN401  # JSON
    """Yield each place where two results differ, with what they have there."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from differing(one[key], other[key], f"{where}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for no, pair in enumerate(zip(one, other, strict=True)):
            yield from differing(*pair, f"{where}.{no}")
    elif one != other:
        yield where, (one, other)


def texts_of(said: Any) -> frozenset[str]:  # noqa: ANN401  # the values of a brief
    """Return every text of a brief."""
    if isinstance(said, Mapping):
        return frozenset[str]().union(*map(texts_of, said.values()))
    if isinstance(said, list | tuple):
        return frozenset[str]().union(*map(texts_of, said))
    return frozenset({said}) if isinstance(said, str) else frozenset()
