"""A summary of no board in particular, for tests of what pages make of one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from harvest.summary import Accounting, BoardFacts, Counts, Note, Place, SetAside, Summary


def note(no: int, text: str | None, zone: str | None, **other: Any) -> Note:  # noqa: ANN401  # any field of a note
    given: dict[str, Any] = {
        "frame": zone.partition(".")[0] if zone else None,
        "place": Place(x=0, y=0),
        "color": "yellow",
        "kind": "sticky",
        "source": "note",
        "tags": (),
        "votes": 0,
        "cluster": None,
        "reason": "lies_in" if zone else None,
        "origin": None,
        **other,
    }
    return Note(no=no, id=str(no), text=text, zone=zone, **given)


def summary(*notes: Note, aside: dict[str, int] | None = None, **other: Any) -> Summary:  # noqa: ANN401  # any field of a summary
    put_aside = SetAside(**(aside or {}))
    read = len(notes) + put_aside.total
    given: dict[str, Any] = {
        "method": "stakeholder-map",
        "template_version": 1,
        "board": BoardFacts(id="b", title="Tahvel", url="https://miro.com/app/board/b"),
        "lang": "et",
        "harvested_at": datetime(2026, 3, 15, 12, tzinfo=UTC),
        "matched_by": "ledger",
        "names": "tasks",
        "participants": 15,
        "attended": None,
        "authors_seen": None,
        "accounting": Accounting(read=read, counted=len(notes), set_aside=put_aside),
        "counts": Counts(items=read, counted=len(notes), seeded=0, blank=0, duplicate=0, private=0),
        "parked": (),
        "unplaced": (),
        "loose_dots": 0,
        "decisions": (),
        "questions": (),
        "actions": (),
        "signals": (),
        "result": {},
        **other,
    }
    return Summary(notes=notes, **given)
