"""Takes people out of a snapshot before it is stored: who wrote what is told apart, not told."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from harvest.snapshot import Snapshot, SnapshotItem

ASSIGNEE = "assigneeId"


def without_people(snapshot: Snapshot, salt: bytes) -> Snapshot:
    """Return a snapshot whose authors are hashed with a salt that is thrown away afterwards.

    Equal authors stay equal, so that voices can be counted. Names are kept only of people to whom
    a card is assigned: they took something on (methods, privacy and names).
    """
    took_on = {
        assignee
        for item in snapshot.items
        if item.data and isinstance(assignee := item.data.get(ASSIGNEE), str)
    }
    owner = snapshot.board.owner
    return snapshot.model_copy(
        update={
            "board": snapshot.board.model_copy(update={"owner": _hashed(owner, salt)}),
            "items": tuple(_anonymous(item, salt) for item in snapshot.items),
            "members": {
                person: name for person, name in snapshot.members.items() if person in took_on
            },
        }
    )


def without_words(snapshot: Snapshot) -> Snapshot:
    """Return a snapshot without any text: it is not known which of them must not be kept."""
    items = tuple(item.model_copy(update={"data": None}) for item in snapshot.items)
    return snapshot.model_copy(update={"items": items})


def without_own_tags(snapshot: Snapshot, known: Collection[str]) -> Snapshot:
    """Return a snapshot in which no cut note carries a tag of people's own: it is a word, too."""
    meaning = {title.casefold() for title in known}

    def told(item: SnapshotItem) -> SnapshotItem:
        tags = tuple(title for title in item.tags if title.casefold() in meaning)
        cut = item.removed is not None and tags != item.tags
        return item.model_copy(update={"tags": tags}) if cut else item

    return snapshot.model_copy(update={"items": tuple(map(told, snapshot.items))})


def _anonymous(item: SnapshotItem, salt: bytes) -> SnapshotItem:
    return item.model_copy(
        update={
            "created_by": _hashed(item.created_by, salt),
            "modified_by": _hashed(item.modified_by, salt),
        }
    )


def _hashed(person: str | None, salt: bytes) -> str | None:
    if person is None:
        return None
    return hashlib.blake2b(person.encode(), key=salt[:64], digest_size=8).hexdigest()
