"""Actions out of notes and cards: what, who, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from harvest.due_dates import DueDate
from harvest.periods import find_period
from harvest.placed import PlacedNote

_LETTERS = r"[^\W\d_]"
_WORD = rf"{_LETTERS}[\w'’-]*\.?"
_CAPITAL = r"[A-ZÄÖÕÜŠŽ][\w'’-]*\.?"
_AT_NAME = re.compile(rf"(?<![\w.@])@\s?(?P<name>{_WORD}(?:[ ]{_CAPITAL})*)")
_LABELLED = re.compile(
    rf"(?:\b(?i:vastutajad?|vastutab|owners?|responsible)\s*:?\s+)"
    rf"(?P<name>{_CAPITAL}(?:[ ]{_CAPITAL})*)"
)
_COLON_NAME = re.compile(
    r"\b(?i:vastutajad?|vastutab|owners?|responsible)\s*:\s*(?P<name>[^,/;·\n]+?)"
    r"(?=\s*(?:[,/;·\n]|\s[–-]\s|\0|$))"
)
_MAY_NAME = re.compile(r"@|vastuta|owner|responsible", re.IGNORECASE)
_PLACEHOLDERS = frozenset({"kes", "who", "nimi", "name"})
_SEPARATORS = r"[,/;·\n]|\s[–-](?=\s)"
_CUT = "\0"
_AROUND_CUT = re.compile(rf"(?:\s*(?:{_SEPARATORS})\s*)*\s*{_CUT}+")
_EDGES = re.compile(rf"^(?:\s|{_SEPARATORS}|{_CUT})+|(?:\s|[,/;·\n]|[–-](?=\s*$)|{_CUT})+$")
_JOINED = re.compile(rf"{_CUT}\s*(?:ja|and|&|\+)\s*{_CUT}")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class ParsedAction:
    """What a text says: the rest is `text`; what couldn't be parsed stays in it."""

    text: str
    owners: tuple[str, ...]
    due: date | None
    due_text: str | None

    @property
    def owner(self) -> str | None:
        """All who took it on, or None."""
        return ", ".join(self.owners) or None


def parse_action(text: str, session: date) -> ParsedAction:
    """Take a text apart into what, who and by when.

    Args:
        text: „Mida teeme, @kes, tähtaeg“; no separator is required, a name ends at one.
        session: The day from which dates without a year are counted.
    """
    text = text.replace(_CUT, " ")
    due = find_period(text, session)
    left = _without(text, due)
    owners, left = _owners(left)
    return ParsedAction(
        text=_tidy(left),
        owners=owners,
        due=due.due if due else None,
        due_text=due.text if due else None,
    )


def parse_names(text: str) -> tuple[tuple[str, ...], str]:
    """Return the people that a text names by `@` or a label, and the text without them."""
    owners, left = _owners(text.replace(_CUT, " "))
    return owners, _tidy(left)


def names_labelled(text: str) -> Iterator[re.Match[str]]:
    """Yield where a label names a person („Vastutab: Mari“), the name as the group `name`."""
    if _MAY_NAME.search(text):
        yield from _COLON_NAME.finditer(text)
        yield from _LABELLED.finditer(text)


def action_of(
    note: PlacedNote, parsed: ParsedAction, names: Mapping[str, str]
) -> dict[str, object]:
    """Return a note or card as an action, JSON-ready but for its date.

    What stands on the card itself goes first. An assignee who isn't among the board's members
    counts as an owner without a name (true).

    Args:
        note: A note that is not private.
        parsed: What its text says.
        names: Person ids to names.
    """
    assigned: str | bool | None = None
    if note.assignee:
        assigned = names.get(note.assignee, True)
    due = note.due.date() if note.due else parsed.due
    return {
        "text": parsed.text,
        "owner": assigned or parsed.owner,
        "due": due.isoformat() if due else None,
        "due_text": parsed.due_text,
        "zone": note.zone,
        "source": "card" if note.kind == "card" else "note",
        "done": note.done or "done" in note.tags,
        "from": [note.no],
    }


def _without(text: str, due: DueDate | None) -> str:
    return text if due is None else text[: due.start] + _CUT + text[due.end :]


def _owners(text: str) -> tuple[tuple[str, ...], str]:
    if not _MAY_NAME.search(text):
        return (), text
    found = [*_AT_NAME.finditer(text)] or [*_COLON_NAME.finditer(text)]
    found = found or [*_LABELLED.finditer(text)]
    names = dict.fromkeys(match["name"].strip() for match in found)
    left = text
    for match in reversed(found):
        left = left[: match.start()] + _CUT + left[match.end() :]
    return tuple(name for name in names if name.lower() not in _PLACEHOLDERS), left


def _tidy(text: str) -> str:
    if _CUT not in text:
        return _SPACES.sub(" ", text).strip()
    text = _JOINED.sub(_CUT, text)
    text = _AROUND_CUT.sub(_CUT, text)
    text = _EDGES.sub("", text)
    return _SPACES.sub(" ", text.replace(_CUT, " ")).strip().replace(" ,", ",")
