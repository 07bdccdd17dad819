"""The only translation from wire models to a snapshot: reads a whole board, or says it could not.

Listings that do not wait for each other run side by side. Complete means: the walk through the
items held as many different ones as an unfiltered page said there are (`walking`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime

from harvest.items import LiveItem, live_items
from harvest.snapshot import (
    Snapshot,
    SnapshotBoard,
    SnapshotConnector,
    SnapshotGroup,
    SnapshotItem,
    SnapshotTag,
)
from miro_client import errors as miro
from miro_client.client import MiroClient
from miro_client.models.boards import Board
from miro_client.models.connectors import Connector
from miro_client.models.groups import Group
from miro_client.models.items import Item, TaggedItemPage
from miro_client.models.tags import Tag
from workshops.faults import N_
from workshops.listing import ShortListingError, by_offset, whole
from workshops.miro_errors import said
from workshops.progress import Phase, Progress, ProgressStep
from workshops.walking import Walk, Walker

SIDE_BY_SIDE = 8

Known = set[str] | None  # titles of tags, folded; null for every tag


@dataclass(frozen=True, slots=True)
class BoardRead:
    """What was read. `trouble` is why it is not the whole board, null when it is.

    `tags_known` tells whether it is known of every note which tags it carries.
    """

    snapshot: Snapshot
    trouble: str | None = None
    cause: miro.MiroError | None = None
    tags_known: bool = True


class Reader:
    """Reads one board over one client."""

    def __init__(self, client: MiroClient, progress: Progress) -> None:
        self._client = client
        self._progress = progress

    def read(self, board: Board, *, known_tags: Iterable[str] | None, now: datetime) -> BoardRead:
        """Read a board: items page by page, then tags by tag; connectors, groups, people beside.

        `known_tags` are titles, in any case, of which the notes are listed; other tags stay
        without notes. Null lists those of every tag. Never raises for what Miro does not give:
        that is the `trouble`.
        """
        walk = Walk()
        parts = _Parts()
        trouble: Exception | None = None
        known = None if known_tags is None else {title.casefold() for title in known_tags}
        with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
            try:
                self._all(pool, board.id, walk, parts, known)
            except (miro.MiroError, ShortListingError) as error:
                trouble = error
        snapshot = _snapshot(board, walk, parts, now)
        if isinstance(trouble, miro.MiroError):
            return BoardRead(snapshot, said(trouble), trouble, parts.tags_known)
        if trouble is not None or not walk.whole:
            changing = N_("The board kept changing while it was read.")
            return BoardRead(snapshot, changing, tags_known=parts.tags_known)
        return BoardRead(snapshot)

    def _all(
        self, pool: ThreadPoolExecutor, board: str, walk: Walk, parts: _Parts, known: Known
    ) -> None:
        client = self._client
        connectors = pool.submit(whole, lambda: client.connectors.pages(board), parts.connectors)
        groups = pool.submit(whole, lambda: client.groups.pages(board), parts.groups)
        members = pool.submit(self._members, board, parts)
        tags = pool.submit(self._tags, pool, board, parts, known)
        Walker(client, board, walk, lambda: self._tell(walk)).go(pool)
        for carried in tags.result():
            carried.result()
        parts.tags_known = True
        for beside in (connectors, groups, members):
            beside.result()

    def _tags(
        self, pool: ThreadPoolExecutor, board: str, parts: _Parts, known: Known
    ) -> list[Future[None]]:
        """List the tags, and begin to list who carries those that are asked for."""
        tags = self._client.tags
        whole(lambda: by_offset(lambda offset: tags.page(board, offset=offset)), parts.tags)
        wanted = [t for t in parts.tags if known is None or (t.title or "").casefold() in known]
        return [pool.submit(self._carriers, board, tag, parts) for tag in wanted]

    def _tell(self, walk: Walk) -> None:
        read = len(walk.items)
        self._progress(ProgressStep(Phase.READING, read, max(read, walk.total or 0)))

    def _members(self, board: str, parts: _Parts) -> None:
        for member in self._client.members.iterate(board):
            parts.members[member.id] = member.name or ""

    def _carriers(self, board: str, tag: Tag, parts: _Parts) -> None:
        items = self._client.items

        def pages() -> Iterator[TaggedItemPage]:
            return by_offset(lambda offset: items.page_by_tag(board, tag.id, offset=offset))

        parts.carried.extend((item.id, tag.title or "") for item in whole(pages))


@dataclass(slots=True)
class _Parts:
    connectors: list[Connector] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    members: dict[str, str] = field(default_factory=dict)
    carried: list[tuple[str, str]] = field(default_factory=list)
    tags_known: bool = False


def _snapshot(board: Board, walk: Walk, parts: _Parts, now: datetime) -> Snapshot:
    titles: dict[str, list[str]] = {}
    for item, title in sorted(parts.carried):
        titles.setdefault(item, []).append(title)
    return Snapshot(
        board=SnapshotBoard(
            id=board.id,
            title=board.name or "",
            url=board.view_link or "",
            owner=board.owner.id if board.owner else None,
        ),
        taken_at=now,
        total=walk.total,
        items=tuple(_item(item, titles) for item in walk.items.values()),
        connectors=tuple(_connector(one) for one in parts.connectors),
        groups=tuple(SnapshotGroup(id=one.id, items=tuple(one.items)) for one in parts.groups),
        tags=tuple(
            SnapshotTag(id=tag.id, title=tag.title or "", colour=tag.fill_color or "")
            for tag in parts.tags
        ),
        members=dict(sorted(parts.members.items())),
    )


def live_of(board: str, items: Iterable[Item], now: datetime) -> tuple[LiveItem, ...]:
    """Return items as they lie on their board, without what only a whole reading tells."""
    kept = tuple(_item(item, {}) for item in items)
    return live_items(Snapshot(board=SnapshotBoard(id=board), taken_at=now, items=kept))


def _item(item: Item, titles: Mapping[str, list[str]]) -> SnapshotItem:
    raw = item.raw
    return SnapshotItem(
        id=item.id,
        type=item.type,
        supported=item.is_supported is not False,
        data=raw.get("data"),
        style=raw.get("style"),
        geometry=raw.get("geometry"),
        position=raw.get("position"),
        parent=raw.get("parent"),
        created_at=item.created_at,
        created_by=item.created_by.id if item.created_by else None,
        modified_at=item.modified_at,
        modified_by=item.modified_by.id if item.modified_by else None,
        tags=tuple(titles.get(item.id, ())),
    )


def _connector(one: Connector) -> SnapshotConnector:
    return SnapshotConnector(
        id=one.id,
        start=one.start_item.id if one.start_item else None,
        end=one.end_item.id if one.end_item else None,
    )
