"""From wire models to a snapshot: nothing lost, nothing made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

import pytest

from miro_client import errors as miro
from miro_client.bodies.boards import BoardBody
from miro_client.bodies.connectors import ConnectorBody, ConnectorEnd
from miro_client.bodies.items import FrameBody, StickyNoteBody
from miro_client.bodies.places import Geometry, Position
from miro_client.bodies.tags import TagBody
from miro_client.client import MiroClient
from miro_client.models.boards import Board
from miro_client.ports import CallFacts
from workshops.progress import Phase, ProgressStep, silent
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


FRAMES, CHILDREN = 5, 60


@dataclass(frozen=True)
class Crowded:
    """A board with full frames, and something outside of them at its beginning."""

    board: Board
    frames: list[str]
    ids: set[str]


@pytest.fixture
def crowded(client: MiroClient, board: Board) -> Crowded:
    outside = client.notes.create(board.id, StickyNoteBody(position=Position(-5000, 0)))
    size = Geometry(width=2000, height=1000)
    frames = [
        client.frames.create(
            board.id, FrameBody(title=str(n), geometry=size, position=Position(3000 * n, 0))
        ).id
        for n in range(FRAMES)
    ]
    ids = {outside.id, *frames}
    for frame in frames:
        note = StickyNoteBody(position=Position(500, 500), parent=frame)
        for _ in range(CHILDREN // 20):
            ids |= {item.id for item in client.bulk.create(board.id, [note] * 20)}
    return Crowded(board, frames, ids)


@pytest.fixture
def heard() -> list[CallFacts]:
    """Give the calls that the client of this test made."""
    return []


@pytest.fixture
def heard_client(wires: Wires, heard: list[CallFacts]) -> Iterator[MiroClient]:
    wires._on_call = heard.append
    with wires.connect(wires.people.me()) as opened:
        yield opened


def test_frames_are_read_side_by_side_and_each_item_counts_once(
    crowded: Crowded, heard: list[CallFacts], heard_client: MiroClient
) -> None:
    found = read(heard_client, crowded.board)
    assert found.trouble is None
    ids = [item.id for item in found.snapshot.items]
    assert (len(ids), set(ids)) == (found.snapshot.total, crowded.ids)
    assert ids == sorted(ids, key=int)
    pages = ceil(len(ids) / 50)
    assert len(heard) + 1 <= 1.5 * pages + FRAMES + 4 + 2  # an empty listing is a call too


def test_what_lies_far_from_any_frame_is_read_one_page_after_the_other(
    client: MiroClient, crowded: Crowded, heard: list[CallFacts], heard_client: MiroClient
) -> None:
    late = client.notes.create(crowded.board.id, StickyNoteBody(position=Position(-5000, 900)))
    found = read(heard_client, crowded.board)
    assert found.trouble is None
    assert {item.id for item in found.snapshot.items} == crowded.ids | {late.id}
    pages = ceil((len(crowded.ids) + 1) / 50)
    assert len(heard) + 1 <= 1.5 * pages + FRAMES + 4 + 2


@pytest.mark.parametrize("fault", ["#3=fewer_items", "#5=fewer_items", "#4=reordered"])
def test_where_the_frames_do_not_make_up_the_board_the_unfiltered_walk_is_the_truth(
    client: MiroClient, crowded: Crowded, break_next: Callable[[str], None], fault: str
) -> None:
    break_next(f"GET /v2/boards/*/items{fault}")
    found = read(client, crowded.board)
    assert found.trouble is None
    assert {item.id for item in found.snapshot.items} == crowded.ids


def test_a_frame_that_went_while_the_board_was_read(client: MiroClient, crowded: Crowded) -> None:
    gone: list[str] = []

    def told(step: ProgressStep) -> None:
        if step.phase is Phase.READING and not gone:
            gone.append(crowded.frames[-1])
            client.items.delete(crowded.board.id, gone[0])

    found = Reader(client, told).read(crowded.board, known_tags=(), now=NOON)
    assert found.trouble is None
    left = {item.id for item in client.items.iterate(crowded.board.id)}
    assert {item.id for item in found.snapshot.items} == left
