"""Says in our own words what people get wrong in YAML: the parser knows English alone.

The parser's complaint is told apart by its wording (ruamel.yaml 0.18, scanner.py and parser.py).
What is not among these kinds keeps the parser's words, so nothing is hidden.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from board_templates.sentences import N_, Sentence

Said = tuple[Sentence, Sentence]
"""What is wrong, and what mends it."""

_Error = Any  # ruamel has no types for its errors
_LONGEST_NAME = 1024  # as YAML 1.2 says, 7.4.2
_IN_QUOTES = N_("Put the text in quotes.")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of mistake: how the parser puts it, where it lies, how we say it.

    `opened` means that what matters is the line where something began, not where it was missed.
    """

    problem: str
    say: Callable[[str, str], Said]
    context: str = ""
    opened: bool = False

    def fits(self, error: _Error) -> bool:
        return bool(
            re.search(self.problem, str(error.problem or ""))
            and re.search(self.context, str(error.context or ""))
        )


def no_anchors() -> Said:
    """Refuse anchors and aliases."""
    wrong = N_("Anchors and aliases (& and *) are not allowed.")
    return wrong, N_("Write the value out, or put the text in quotes.")


def begins_wrongly(sign: str) -> Said:
    """Say that a text begins with a sign that means something else."""
    return N_("A text can't begin with “{sign}”.", sign=sign), _IN_QUOTES


def mistake_of(error: _Error, text: str) -> tuple[int | None, Said]:
    """Return the line of a mistake and what is said of it."""
    kind = next((kind for kind in _KINDS if kind.fits(error)), None)
    mark, before = error.problem_mark or error.context_mark, error.context_mark
    if kind is None:
        wrong = N_("This is not YAML: “{detail}”.", detail=str(error.problem or error.context))
        return (mark.line + 1 if mark else None), (wrong, N_("Correct the line."))
    if kind.opened and before:
        mark = before
    line = text.split("\n")[mark.line] if mark.line < text.count("\n") + 1 else ""
    sign = _sign(error, line, mark.column)
    return mark.line + 1, kind.say(sign, line[: mark.column])


def _sign(error: _Error, line: str, column: int) -> str:
    """Return the sign the parser names, else the one at the place."""
    named = re.search(r"(?:character|found) '(.)'", str(error.problem))
    return named[1] if named else line[column : column + 1]


def _colon(sign: str, before: str) -> Said:
    """Tell a colon within a text from a line that stands too deep."""
    del sign
    if re.search(r":\s", before):
        return N_("The text holds a colon."), _IN_QUOTES
    if len(before) > _LONGEST_NAME:
        wrong = N_("The name has more than {limit} letters.", limit=_LONGEST_NAME)
        return wrong, N_("Make it shorter.")
    wrong = N_("The line does not fit under the one above.")
    cure = N_("Correct the indentation, and put a space after the colon above.")
    return wrong, cure


def _always(wrong: Sentence, cure: Sentence) -> Callable[[str, str], Said]:
    return lambda _sign, _before: (wrong, cure)


def _never_opened(sign: str, before: str) -> Said:
    del before
    wrong = N_("The bracket “{sign}” was never opened.", sign=sign)
    return wrong, N_("Remove it, or put the text in quotes.")


def _never_closed(sign: str, before: str) -> Said:
    del before
    wrong = N_("The bracket “{sign}” opened here is not closed, or a comma is missing.", sign=sign)
    return wrong, N_("Write the bracket or the comma.")


def _escape(sign: str, before: str) -> Said:
    del before
    wrong = N_("In double quotes “\\{sign}” means nothing.", sign=sign)
    return wrong, N_("Use single quotes.")


_TAB = _always(N_("The line is indented with a tab."), N_("Use spaces instead."))
_INDENT = _always(
    N_("The line is indented wrongly."), N_("Line it up with the lines it belongs to.")
)
_LIST = _always(
    N_("A list can't begin in the line of its name."), N_("Begin it in a line of its own.")
)
_NO_COLON = _always(N_("A colon is missing after the name."), N_("Write `name: value`."))
_OPEN_QUOTE = _always(N_("The quote opened here is never closed."), N_("Close it."))
_BEHIND_QUOTE = _always(
    N_("Text stands after the closing quote."),
    N_("Close the quote at the end, or put other quotes around the text."),
)
_BROKEN_OFF = _always(
    N_("The file ends too early."), N_("Close the brackets and quotes that were opened.")
)

_KINDS = (
    _Kind(r"character '\\t' that cannot start", _TAB),
    _Kind(r"character '.' that cannot start", lambda sign, _before: begins_wrongly(sign)),
    _Kind(r"mapping values are not allowed", _colon),
    _Kind(r"sequence entries are not allowed", _LIST),
    _Kind(r"could not find expected ':'", _NO_COLON, opened=True),
    _Kind(r"unexpected (end of stream|document)", _OPEN_QUOTE, "quoted scalar", opened=True),
    _Kind(r"unknown escape character", _escape),
    _Kind(r"but found '[]}]'", _never_opened),
    _Kind(r"but found '<scalar>'", _BEHIND_QUOTE),
    _Kind(r"expected ',' or", _never_closed, opened=True),
    _Kind(r"but found '<stream end>'|unexpected end", _BROKEN_OFF),
    _Kind(r"expected <block end>", _INDENT),
    _Kind(r"expected alphabetic", lambda _sign, _before: no_anchors(), "anchor|alias"),
)
"""The first that fits is said."""
