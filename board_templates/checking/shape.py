"""Checks that the values which shape a board are marked so, since its footer keeps only those."""

from __future__ import annotations

from collections.abc import Iterator

from board_templates.checking.walk import BOARD, METHOD, Said, walk
from board_templates.documents import Documents
from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout.boxes import parts_of
from board_templates.method import Method
from board_templates.sentences import N_
from board_templates.shared_texts import SharedTexts

_STRUCTURAL = frozenset(
    ("when", "times", "in", "box", "id", "colour", "zone", "row", "numbers", "width", "height")
)


def check_shape(method: Method, shared: SharedTexts, documents: Documents) -> None:
    """Note every field that decides what is on the board without being marked `shape`."""
    unmarked = {
        parameter.name: number
        for number, parameter in enumerate(method.identity.brief)
        if not parameter.shape
    }
    used = {name for name in _structural_names(method, shared) if name in unmarked}
    for name in sorted(used):
        wrong = N_("“{name}” decides what is on the board, but isn't marked `shape`.", name=name)
        documents.fault(METHOD, ("brief", unmarked[name]), wrong, N_("Add `shape: true`."))


def _structural_names(method: Method, shared: SharedTexts) -> Iterator[str]:
    expressions = Expressions()
    for found in walk(method, shared):
        if not isinstance(found, Said) or found.file != BOARD:
            continue
        if found.path[-1] not in _STRUCTURAL and found.path[0] != "let":
            continue
        for part in parts_of(found.text) if found.kind == "box" else [found.text]:
            try:
                of = expressions.text_names if found.kind == "template" else expressions.names
                yield from of(part)
            except ExpressionError:
                continue  # Said elsewhere.
