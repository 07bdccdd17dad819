"""The verb: take a workshop off Miro, its board or, on a shared board, its own items."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from miro_client import errors as miro
from miro_client.client import MiroClient
from miro_client.models.items import Item
from workshops.building import item_keys
from workshops.connecting import Connect
from workshops.errors import BeingMade
from workshops.list_workshops import ListWorkshops
from workshops.lost_notes import PREFIX as RESTORED
from workshops.miro_errors import meaning, meant
from workshops.people import People
from workshops.plan_json import plan_from_json
from workshops.ports import Clock, Store
from workshops.records import AuditRecord, JobRecord, WorkshopRecord
from workshops.requests_answers import Removal, RemovalAnswer

SIDE_BY_SIDE = 8
WRITTEN_ON = frozenset({"sticky_note", "card", "text"})


class Remove:
    """Says what would go, and removes it once the person has agreed.

    `lives` tells whether somebody works on a job, as far as can be told.
    """

    def __init__(
        self,
        *,
        store: Store,
        people: People,
        connect: Connect,
        views: ListWorkshops,
        lives: Callable[[JobRecord], bool],
        clock: Clock,
    ) -> None:
        self._lives = lives
        self._store = store
        self._people = people
        self._connect = connect
        self._views = views
        self._clock = clock

    def what(self, workshop: WorkshopRecord) -> Removal:
        """Return what would go and whose notes are among it; reads the board.

        A board that is gone already is no trouble: nothing would go.
        """
        others = self._others(workshop)
        whole = workshop.owns_board and not others
        name, items = self._board(workshop, whole=whole)
        mine = self._people.identified(workshop.account).miro_user if items else None
        restored = self._restored(workshop)
        notes = [
            item
            for item in items
            if item.type in WRITTEN_ON
            and (mine is None or item.id in restored or _author(item) != mine)
        ]
        authors = [None if item.id in restored else _author(item) for item in notes]
        names = self._names(workshop) if any(authors) else {}
        return Removal(
            workshop=self._views.view(workshop),
            whole_board=whole,
            others=tuple(other.id for other in others),
            items=len(items),
            notes_of_others=len(notes),
            authors=tuple(sorted({names[one] for one in authors if one in names})),
            authors_unknown=sum(one not in names for one in authors),
            board_name=name,
        )

    def do(self, workshop: WorkshopRecord) -> RemovalAnswer:
        """Remove the board, or this workshop's frames and items when others stand there too.

        Raises `BeingMade` while somebody works on it.
        """
        self._refuse_while_made(workshop)
        others = self._others(workshop)
        whole = workshop.owns_board and not others
        count = self._off_miro(workshop, whole=whole)
        self._store.workshops.set_state(workshop.id, "removed")
        now = datetime.fromtimestamp(self._clock.now(), UTC)
        self._store.audit.write(
            AuditRecord(at=now, account=workshop.account, action="removed", subject=workshop.id)
        )
        removed = whole and count is not None
        return RemovalAnswer(workshop=workshop.id, board_removed=removed, items=count or 0)

    def _off_miro(self, workshop: WorkshopRecord, *, whole: bool) -> int | None:
        """Return how many items went, nothing when the board was gone already."""
        if workshop.board_id is None:
            return None
        try:
            with self._client(workshop) as client:
                return self._remove(client, workshop, whole=whole)
        except miro.NotFound:
            return None
        except miro.MiroError as error:
            raise meaning(error, board=workshop.board_id) from error

    def _refuse_while_made(self, workshop: WorkshopRecord) -> None:
        job = self._store.jobs.open_of(workshop.id)
        if job is not None and job.owner is not None and self._lives(job):
            raise BeingMade(workshop=workshop.id, command=f"koosloome board remove {workshop.id}")
        if job is not None:
            now = datetime.fromtimestamp(self._clock.now(), UTC)
            self._store.jobs.cancel(job.id, now)

    def _others(self, workshop: WorkshopRecord) -> list[WorkshopRecord]:
        if workshop.board_id is None:
            return []
        every = self._store.workshops.on_board(workshop.board_id)
        return [one for one in every if one.id != workshop.id and one.state not in GONE]

    def _client(self, workshop: WorkshopRecord) -> MiroClient:
        return self._connect(self._people.get(workshop.account))

    def _board(self, workshop: WorkshopRecord, *, whole: bool) -> tuple[str, list[Item]]:
        """Return what the board is called in Miro, and what would go of it."""
        kept = workshop.board_name or workshop.title
        if workshop.board_id is None:
            return kept, []
        try:
            with self._client(workshop) as client:
                name = client.boards.get(workshop.board_id).name
                every = list(client.items.iterate(workshop.board_id))
        except miro.NotFound:
            return kept, []
        except miro.MiroError as error:
            raise meaning(error, board=workshop.board_id) from error
        return name or kept, every if whole else self._own(workshop, every)

    def _own(self, workshop: WorkshopRecord, every: Iterable[Item]) -> list[Item]:
        """Return what stands in this workshop's frames, and its own items wherever they are."""
        keys = set(item_keys(plan_from_json(workshop.plan)))
        made = self._store.ledger.items(workshop.id)
        own = {item for key, item in made.items() if key in keys}
        return [item for item in every if item.id in own or item.parent_id in own]

    def _restored(self, workshop: WorkshopRecord) -> set[str]:
        """Return the notes that were put back: others wrote them, whoever Miro says did."""
        made = self._store.ledger.items(workshop.id)
        return {item for key, item in made.items() if key.startswith(RESTORED)}

    def _remove(self, client: MiroClient, workshop: WorkshopRecord, *, whole: bool) -> int:
        board = str(workshop.board_id)
        if whole:
            count = len(list(client.items.iterate(board)))
            client.boards.delete(board)
            return count
        items = self._own(workshop, client.items.iterate(board))
        children = [item for item in items if item.type != "frame"]
        frames = [item for item in items if item.type == "frame"]
        self._delete(lambda item: client.items.delete(board, item.id), children)
        self._delete(lambda item: client.frames.delete(board, item.id), frames)
        return len(items)

    @staticmethod
    def _delete(one: Callable[[Item], None], items: list[Item]) -> None:
        def gone(item: Item) -> None:
            try:
                one(item)
            except miro.NotFound:
                return  # somebody was quicker

        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            list(pool.map(gone, items))

    def _names(self, workshop: WorkshopRecord) -> dict[str | None, str]:
        """Return the names of the people on the board that Miro gives, by their ids."""
        with meant(board=workshop.board_id), self._client(workshop) as client:
            members = list(client.members.iterate(str(workshop.board_id)))
        return {member.id: member.name for member in members if member.name}


GONE = frozenset({"removed", "found"})


def _author(item: Item) -> str | None:
    return item.created_by.id if item.created_by else None
