"""From what a person calls a workshop or a board to the workshop or board meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from workshops.errors import AmbiguousRef, KoosloomeError, WorkshopNotFound
from workshops.people import People
from workshops.ports import WorkshopStore
from workshops.records import WorkshopRecord
from workshops.requests_answers import Account

WORKSHOP_ID = re.compile(r"^w-[a-z0-9]{10}$")
BOARD_PATH = re.compile(r"/board/([^/?#]+)")
BOARD_ID = re.compile(r"^[A-Za-z0-9+/_-]{6,}={0,2}$")


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference taken apart: a workshop's id, or else a board's."""

    text: str
    workshop: str | None
    board: str | None


def parse_ref(text: str) -> Ref:
    """Return what a reference names: a workshop id, a board id, or a board's web address.

    Raises `WorkshopNotFound` when it can be none of them.
    """
    said = text.strip()
    if WORKSHOP_ID.match(said):
        return Ref(said, said, None)
    if "://" in said:
        found = BOARD_PATH.search(urlsplit(said).path)
        said = unquote(found.group(1)) if found else ""
    said = unquote(said)
    if not BOARD_ID.match(said):
        raise WorkshopNotFound(ref=text)
    return Ref(text.strip(), None, said)


class Refs:
    """Finds workshops for a person; those of others are not found."""

    def __init__(self, workshops: WorkshopStore, people: People) -> None:
        self._workshops = workshops
        self._people = people

    def workshop(self, account: Account, text: str) -> WorkshopRecord:
        """Return the one workshop meant.

        Raises `WorkshopNotFound`, or `AmbiguousRef` when several stand on the board.
        """
        ref = parse_ref(text)
        found = self.on(account, ref)
        if not found:
            raise WorkshopNotFound(ref=ref.text)
        if len(found) > 1:
            raise AmbiguousRef(ref=ref.text, workshops=tuple(one.id for one in found))
        return found[0]

    def on(self, account: Account, ref: Ref) -> tuple[WorkshopRecord, ...]:
        """Return this person's workshops that answer to a reference; removed ones do not."""
        found = self._visible(self._people.acting_for(account), ref)
        if found:
            return found
        try:
            return self._visible(self._people.acting_for(account, ask_miro=True), ref)
        except KoosloomeError:
            return ()

    def _visible(self, accounts: Sequence[str], ref: Ref) -> tuple[WorkshopRecord, ...]:
        if ref.workshop is not None:
            one = self._workshops.get(ref.workshop)
            every: tuple[WorkshopRecord, ...] = (one,) if one else ()
        else:
            every = self._workshops.on_board(ref.board or "")
        return tuple(one for one in every if one.account in accounts and one.state != "removed")
