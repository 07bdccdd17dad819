"""Which notes are open questions, wherever on the board people asked them."""

from __future__ import annotations

from harvest.placed import PlacedNote
from harvest.view import View


def is_asked(view: View, note: PlacedNote) -> bool:
    """Tell whether a note is a question: tagged so, or in a zone that says so.

    In a zone of kind `asked_questions` only what ends with a question mark is one.
    """
    if "question" in note.tags:
        return True
    match view.kind_of(note):
        case "questions":
            return True
        case "asked_questions":
            return (note.text or "").rstrip().endswith("?")
    return False
