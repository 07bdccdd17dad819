"""Puts a summary together out of what was found."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from pydantic import TypeAdapter

from board_templates.shared_texts import SharedTexts
from harvest.agreed import is_agreed
from harvest.asked import is_asked
from harvest.cells import actions_of
from harvest.names import NameKeeper
from harvest.placed import Aside, BoardReading, PlacedNote
from harvest.result import settled
from harvest.signatures import Signatures
from harvest.summary import Accounting, Action, Counts, Note, SetAside
from harvest.view import View

_notes: Final = TypeAdapter(tuple[Note, ...])
_SEEDED = (Aside.CHROME, Aside.PROMPT, Aside.EXAMPLE)


def accounting_of(reading: BoardReading) -> Accounting:
    """Return where every item went.

    Raises:
        pydantic.ValidationError: When the sums don't hold.
    """
    aside = {reason.value: count for reason, count in reading.aside.items()}
    return Accounting(
        read=reading.read, counted=len(reading.notes), set_aside=SetAside.model_validate(aside)
    )


def counts_of(reading: BoardReading) -> Counts:
    """Return the sums that follow from the accounting."""
    return Counts(
        items=reading.read,
        counted=len(reading.notes),
        seeded=sum(reading.aside.get(reason, 0) for reason in _SEEDED),
        blank=reading.aside.get(Aside.BLANK, 0),
        duplicate=reading.aside.get(Aside.DUPLICATE_OF_SEED, 0),
        private=sum(note.text is None for note in reading.notes),
    )


def board_actions(view: View) -> tuple[Action, ...]:
    """Return all actions of a board, in reading order."""
    rows = [row for row in view.rows if is_agreed(view, view.by_no[row["no"]])]
    return tuple(Action.model_validate(action) for action in actions_of(view, rows))


def board_decisions(view: View) -> tuple[int, ...]:
    """Return the notes that are decisions: tagged so, or in a zone for them."""
    return tuple(
        note.no
        for note in view.reading.notes
        if "decision" in note.tags or view.kind_of(note) == "decisions"
    )


def board_questions(view: View) -> tuple[int, ...]:
    """Return the notes that are open questions, in reading order."""
    return tuple(note.no for note in view.reading.notes if is_asked(view, note))


def parked_notes(view: View, shared: SharedTexts) -> tuple[int, ...]:
    """Return the notes in the parking lot of the intro frame."""
    lots = {zone_id for zone_id, use in shared.uses.items() if use == "parking"}
    return tuple(note.no for note in view.reading.notes if view.zone_id(note.zone) in lots)


def unplaced_notes(notes: Iterable[PlacedNote]) -> tuple[int, ...]:
    """Return the notes that are in no zone."""
    return tuple(note.no for note in notes if note.zone is None)


def shown_action(action: Action, keeper: NameKeeper) -> Action:
    """Return an action with its owner and texts as the mode of names shows them."""
    return action.model_copy(
        update={"owner": keeper.person(action.owner), "text": keeper.text(action.text)}
    )


def shown_notes(view: View, keeper: NameKeeper, signatures: Signatures) -> tuple[Note, ...]:
    """Return the notes of a summary, texts and authors as the mode of names shows them."""
    cluster_of = {
        no: cluster["no"]
        for grouped in view.clusters.values()
        for cluster in grouped.clusters
        for no in (*cluster["notes"], *cluster["from"])
    }
    rests = signatures.rests if keeper.hides else signatures.unnamed_rests
    shown = [
        _note(view, note, keeper, cluster_of.get(note.no), rests.get(note.no, note.text))
        for note in view.reading.notes
    ]
    if keeper.mode in _WITH_AUTHORS:
        for note, fields in zip(view.reading.notes, shown, strict=True):
            if _is_told(view, note, signatures):
                fields["author"] = keeper.author(note.author, view.names)
    return _notes.validate_python(shown)


def authors_unlisted(view: View, keeper: NameKeeper, signatures: Signatures) -> int | None:
    """Return how many authors who may be told are in no list of members; null if none are told."""
    if keeper.mode != "full":
        return None
    authors = {note.author for note in view.reading.notes if _is_told(view, note, signatures)}
    return len(authors - {None} - view.names.keys())


def _is_told(view: View, note: PlacedNote, signatures: Signatures) -> bool:
    """Tell whether it may be told who wrote a note, where the mode tells authors."""
    return view.may_ask_who_wrote(note) and note.no not in signatures.unnamed


def _note(
    view: View,
    note: PlacedNote,
    keeper: NameKeeper,
    cluster: int | None,
    text: str | None,
) -> dict[str, Any]:
    """Return the fields of a note; all notes are checked at once, which is much faster."""
    shown = None if text is None else keeper.text(text)
    centre = note.box.centre
    return {
        "no": note.no,
        "id": note.id,
        "text": shown,
        "zone": note.zone,
        "frame": note.frame,
        "place": {"x": round(centre.x, 2), "y": round(centre.y, 2)},
        "color": note.colour,
        "kind": note.kind,
        "source": note.source,
        "tags": note.tags,
        "votes": view.votes.of_note.get(note.no, 0),
        "cluster": cluster,
        "reason": note.reason,
        "origin": dict(note.origin) if note.origin else None,
        "name_left_out": True if note.text and shown == "" else None,
    }


def shown_result(value: Any, keeper: NameKeeper) -> Any:  # noqa: ANN401  # JSON of any shape
    """Return a result as JSON, texts and the owners of actions as the mode of names shows them."""
    kind = value.__class__
    if kind is str:
        return keeper.text(value)
    if kind is dict:
        shown = {
            key: inner if inner.__class__ in _AS_THEY_ARE else shown_result(inner, keeper)
            for key, inner in value.items()
        }
        if shown.keys() == _ACTION_FIELDS:
            shown["owner"] = keeper.person(value["owner"])
        return shown
    if kind is list or kind is tuple:
        return [
            inner if inner.__class__ in _AS_THEY_ARE else shown_result(inner, keeper)
            for inner in value  # numbers of notes come by thousands
        ]
    return settled(value, keeper.text)


_WITH_AUTHORS = frozenset({"full", "pseudonym"})  # no other mode tells who wrote a note
_AS_THEY_ARE = frozenset({int, bool, type(None)})
_ACTION_FIELDS = {"text", "owner", "due", "due_text", "zone", "source", "done", "from"}
