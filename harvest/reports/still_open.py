"""What a board left open: tagged questions, parked topics, and what the method calls unsettled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from board_templates.harvest_spec import HarvestSpec
from board_templates.result_spec import NoteNumbers
from harvest.content import folded
from harvest.reports.result_values import PLUMBING
from harvest.summary import Summary


def still_open(summary: Summary, spec: HarvestSpec) -> tuple[str, ...]:
    """Return what stayed open, each text once; texts that are kept out are passed over."""
    texts = {note.no: note.text for note in summary.notes}
    noted = (texts.get(no) for no in (*summary.questions, *summary.parked))
    found: dict[str, str] = {}
    for text in (*noted, *_of_result(summary, spec, texts)):
        if text:
            found.setdefault(folded(text), text)
    return tuple(found.values())


def _of_result(
    summary: Summary, spec: HarvestSpec, texts: Mapping[int, str | None]
) -> Iterator[str | None]:
    for name, wanted in spec.left_open.items():
        numbers = isinstance(spec.result[name], NoteNumbers)
        rows: Any = summary.result.get(name) or ()
        for row in rows:
            if numbers:
                yield texts.get(row)
            elif all(row.get(field) == code for field, code in wanted.items()):
                yield _first_text(row)


def _first_text(row: Mapping[str, Any]) -> str:
    """Return what a row begins with; texts of one cell are parted as in tables."""
    first = next((value for name, value in row.items() if name not in PLUMBING), None)
    return " / ".join(filter(None, first)) if isinstance(first, list) else str(first or "")
