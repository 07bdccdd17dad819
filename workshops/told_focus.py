"""What a board of others says it is about: the intro frame has the words, the footer none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from board_templates.brief import Brief
from board_templates.footer import UNKNOWN
from board_templates.layout.intro import focus_parameter
from board_templates.method import Method
from board_templates.shared_texts import SharedTexts
from harvest.content import folded, plain_text
from harvest.snapshot import Snapshot, SnapshotItem

LABELS: Final = ("focus_question", "topic")
LONGEST: Final = 500  # the longest that any method asks for has 400 characters


def with_focus(
    method: Method, shared: SharedTexts, brief: Brief, snapshot: Snapshot, footer: SnapshotItem
) -> Brief:
    """Return the brief with the words under “Topic” on the intro frame that holds the footer.

    A brief that knows them, or a board where they are not clear, stays as it is: with more lines
    than one somebody may have typed there, and what people type is a note.
    """
    parameter = focus_parameter(method.identity.brief)
    if parameter is None or brief.values.get(parameter.name) != UNKNOWN:
        return brief
    labels = {folded(shared.texts[brief.lang].words[name]) for name in LABELS}
    told = set(_told(snapshot, _frame(footer), labels))
    if len(told) != 1:
        return brief
    return replace(brief, values={**brief.values, parameter.name: told.pop()})


def _told(snapshot: Snapshot, frame: object, labels: set[str]) -> Iterator[str]:
    for item in snapshot.items:
        content = item.data.get("content") if item.data else None
        if item.type != "shape" or frame is None or _frame(item) != frame:
            continue
        text = plain_text(content) if isinstance(content, str) else ""
        label, *lines = text.splitlines() or [""]
        if folded(label) in labels and len(lines) == 1 and 0 < len(lines[0]) <= LONGEST:
            yield lines[0]


def _frame(item: SnapshotItem) -> object:
    return item.parent.get("id") if item.parent else None
