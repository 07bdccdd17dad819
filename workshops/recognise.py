"""From what stands on a board to the method and plan it was made of, without our own record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from board_templates.brief import Brief, in_language
from board_templates.errors import BoardTemplatesError, UnreadableFooter
from board_templates.expressions import ExpressionError
from board_templates.footer import (
    LAYOUT_VERSION,
    FooterLine,
    Shape,
    brief_from_shape,
    read_footer_line,
    unpack_shape,
)
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.method import Method
from board_templates.plan import Plan
from harvest.content import plain_text
from harvest.snapshot import Snapshot, SnapshotItem
from workshops.briefs import LANGS, language
from workshops.told_focus import with_focus

SAYS_WHAT_IT_IS = frozenset({"text", "shape"})


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a board says of itself; `footer` is the item that says so."""

    method: Method
    brief: Brief
    plan: Plan
    footer: str


def recognise(library: Library, snapshot: Snapshot) -> tuple[Recognised, ...]:
    """Return every workshop whose footer stands on a board, oldest first.

    A footer without a readable compact form gives the plan of the method's defaults.
    """
    return tuple(_recognised(library, snapshot))


def twins_of(library: Library, method: Method, plan: Plan) -> tuple[Plan, ...]:
    """Return the same plan in the other language, so that either language's labels are known.

    Nothing when the method as it is now cannot give it.
    """
    others = [lang for lang in LANGS if lang != plan.lang]
    made: list[Plan] = []
    for lang in others:
        said = Brief(method.id, language(plan.lang), plan.brief, frozenset(plan.left_out))
        try:
            brief = in_language(method, library.shared, said, lang)
            made.append(make_plan(method, library.shared, brief))
        except (ExpressionError, KeyError, TypeError, ValueError):
            continue  # an older version asked for other values
    return tuple(made)


def _recognised(library: Library, snapshot: Snapshot) -> Iterator[Recognised]:
    for item in snapshot.items:
        content = _content(item)
        line = read_footer_line(plain_text(content)) if content else None
        if line is None:
            continue
        try:
            method = library.get(line.method)
            shape = brief_from_shape(method, library.shared, _shape(line, content))
            brief = with_focus(method, library.shared, shape, snapshot, item)
            plan = make_plan(method, library.shared, brief)
        except (BoardTemplatesError, ExpressionError):
            continue  # a method nobody here knows
        yield Recognised(method, brief, plan, item.id)


def _content(item: SnapshotItem) -> str:
    if item.type not in SAYS_WHAT_IT_IS or not item.data:
        return ""
    content = item.data.get("content")
    return content if isinstance(content, str) else ""


def _shape(line: FooterLine, content: str) -> Shape:
    try:
        shape = unpack_shape(content)
    except UnreadableFooter:
        shape = None
    if shape is not None and shape.method == line.method:
        return shape
    return Shape(line.method, line.version, LAYOUT_VERSION, line.lang, {})
