"""Which notes are things people agreed to do, wherever on the board they say so."""

from __future__ import annotations

from harvest.placed import PlacedNote
from harvest.view import View


def is_agreed(view: View, note: PlacedNote) -> bool:
    """Tell whether a note is an action: a card, one tagged so, or one in a zone that says so.

    In a zone of kind `named_actions` only what names a person or a day is one (methods, entry 4).
    """
    if note.kind == "card" or "action" in note.tags:
        return True
    match view.kind_of(note):
        case "actions":
            return True
        case "named_actions":
            return _names_who_or_when(view, note)
    return False


def _names_who_or_when(view: View, note: PlacedNote) -> bool:
    parsed = view.parsed(note.text or "")
    return bool(parsed.owners or parsed.due)
