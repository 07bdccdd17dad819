"""From wire models to a snapshot: nothing lost, nothing made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from miro_client import errors as miro
from miro_client.bodies.boards import BoardBody
from miro_client.bodies.connectors import ConnectorBody, ConnectorEnd
from miro_client.bodies.items import FrameBody, StickyNoteBody
from miro_client.bodies.places import Geometry, Position
from miro_client.bodies.tags import TagBody
from miro_client.client import MiroClient
from miro_client.models.boards import Board
from workshops.progress import silent
from workshops.reading import BoardRead, Reader
from workshops.wiring.wires import Wires

NOON = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)


@pytest.fixture
def client(wires: Wires) -> Iterator[MiroClient]:
    with wires.connect(wires.people.me()) as opened:
        yield opened


@pytest.fixture
def board(client: MiroClient) -> Board:
    return client.boards.create(BoardBody(name="Proov"))


def read(client: MiroClient, board: Board, *tags: str) -> BoardRead:
    return Reader(client, silent).read(board, known_tags=tags, now=NOON)


def test_an_empty_board(client: MiroClient, board: Board) -> None:
    found = read(client, board)
    assert found.trouble is None
    assert (found.snapshot.items, found.snapshot.total) == ((), 0)
    assert found.snapshot.board.title == "Proov"
    assert found.snapshot.taken_at == NOON


def test_more_items_than_a_page_holds(client: MiroClient, board: Board) -> None:
    for _ in range(6):
        client.bulk.create(board.id, [StickyNoteBody(content="x") for _ in range(20)])
    found = read(client, board)
    assert found.trouble is None
    assert len({item.id for item in found.snapshot.items}) == 120 == found.snapshot.total


def test_items_keep_what_miro_sent(client: MiroClient, board: Board) -> None:
    frame = client.frames.create(
        board.id, FrameBody(title="Raam", geometry=Geometry(width=800, height=600))
    )
    note = client.notes.create(
        board.id, StickyNoteBody(content="õ", position=Position(300, 200), parent=frame.id)
    )
    item = next(one for one in read(client, board).snapshot.items if one.id == note.id)
    assert (item.data, item.parent) == (note.raw["data"], note.raw["parent"])
    assert item.position == note.raw["position"]
    assert item.style == note.raw["style"]
    assert item.created_by == note.raw["createdBy"]["id"]


def test_tags_are_read_where_they_mean_something(client: MiroClient, board: Board) -> None:
    notes = client.bulk.create(board.id, [StickyNoteBody(content=str(n)) for n in range(3)])
    known = client.tags.create(board.id, TagBody(title="Tegevus", fill_color="red"))
    other = client.tags.create(board.id, TagBody(title="muu", fill_color="blue"))
    client.tags.attach(board.id, notes[1].id, known.id)
    client.tags.attach(board.id, notes[2].id, other.id)
    snapshot = read(client, board, "tegevus").snapshot
    assert {item.id: item.tags for item in snapshot.items} == {
        notes[0].id: (), notes[1].id: ("Tegevus",), notes[2].id: (),
    }  # fmt: skip
    assert {tag.title for tag in snapshot.tags} == {"Tegevus", "muu"}


def test_lines_and_groups(client: MiroClient, board: Board) -> None:
    one, two = client.bulk.create(board.id, [StickyNoteBody(), StickyNoteBody()])
    line = client.connectors.create(
        board.id, ConnectorBody(start=ConnectorEnd(id=one.id), end=ConnectorEnd(id=two.id))
    )
    group = client.groups.create(board.id, [one.id, two.id])
    snapshot = read(client, board).snapshot
    assert [(c.id, c.start, c.end) for c in snapshot.connectors] == [(line.id, one.id, two.id)]
    assert [(g.id, set(g.items)) for g in snapshot.groups] == [(group.id, {one.id, two.id})]


def test_reordered_pages_are_whole(
    client: MiroClient, board: Board, break_next: Callable[[str], None]
) -> None:
    for _ in range(4):
        client.bulk.create(board.id, [StickyNoteBody() for _ in range(20)])
    break_next("GET /v2/boards/*/items#1x9=reordered")
    found = read(client, board)
    assert found.trouble is None
    assert len(found.snapshot.items) == 80


@pytest.mark.parametrize("what", ["connectors", "groups", "tags", "members"])
def test_a_listing_that_fails_is_trouble_and_the_rest_is_kept(
    client: MiroClient, board: Board, break_next: Callable[[str], None], what: str
) -> None:
    client.bulk.create(board.id, [StickyNoteBody(content="alles") for _ in range(3)])
    break_next(f"GET /v2/boards/*/{what}#1x50=500")
    found = read(client, board)
    assert found.trouble
    assert isinstance(found.cause, miro.ServerTrouble)
    assert len(found.snapshot.items) == 3
