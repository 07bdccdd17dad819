"""The client against another reading of Miro's document: the sandbox, in the same process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
import requests

from miro_client.bodies.boards import BoardBody
from miro_client.bodies.connectors import ConnectorBody, ConnectorEnd
from miro_client.bodies.items import (
    CardBody,
    FrameBody,
    ImageBody,
    ItemBody,
    ShapeBody,
    StickyNoteBody,
    TextBody,
)
from miro_client.bodies.places import Geometry, Position
from miro_client.bodies.tags import TagBody
from miro_client.client import MiroClient
from miro_client.errors import (
    InvalidRequest,
    NotFound,
    NotSignedIn,
    OutcomeUnknown,
    ServerTrouble,
    TooManyRequests,
)
from miro_client.operations import OPERATIONS
from miro_client.pacing import CreditPacer, NoPacer
from miro_client.ports import CallFacts, Pacer
from miro_sandbox.adapter import WsgiAdapter
from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.faults import Faults, parse_fault
from miro_sandbox.state import State, open_state
from tests.miro_client import every_call as bodies
from tests.miro_client.world import NOW, FakeClock

SANDBOX = "http://sandbox.test"
SIGN_IN = {"exchange_code", "refresh_token", "revoke_token"}


@dataclass
class Sandbox:
    """A sandbox in memory and clients of its people."""

    state: State
    clock: FakeClock
    faults: Faults = field(default_factory=Faults)
    seen: list[CallFacts] = field(default_factory=list)

    def sessions(self, config: Config) -> Callable[[], requests.Session]:
        """A factory of sessions that lead into the sandbox."""
        app = create_app(self.state, config=config, faults=self.faults, sleep=self.clock.sleep)

        def new() -> requests.Session:
            session = requests.Session()
            session.trust_env = False
            session.mount(SANDBOX, WsgiAdapter(app, sleep=self.clock.sleep))
            return session

        return new

    def client(
        self, person: str = "me", *, config: Config | None = None, pacer: Pacer | None = None
    ) -> MiroClient:
        """A client of one person."""
        return MiroClient.connect(
            token=f"sandbox-{person}",
            base_url=SANDBOX,
            session_factory=self.sessions(config or Config()),
            pacer=pacer or NoPacer(),
            clock=self.clock,
            sleep=self.clock.sleep,
            random=lambda: 0.0,
            on_call=self.seen.append,
        )


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox of its own for each test."""
    clock = FakeClock(NOW // 60 * 60)
    state = open_state(None, clock=clock.now)
    yield Sandbox(state, clock)
    state.close()


@pytest.fixture
def board(sandbox: Sandbox) -> str:
    """A board to work on."""
    return sandbox.client().boards.create(BoardBody(name="Retro 14")).id


def notes(*texts: str) -> list[ItemBody]:
    return [
        StickyNoteBody(content=text, position=Position(400.0 * place, 0))
        for place, text in enumerate(texts)
    ]


def test_the_life_of_a_board(sandbox: Sandbox) -> None:
    client = sandbox.client()
    made = client.boards.create(bodies.BOARD_BODY)
    assert client.boards.get(made.id).raw == made.raw
    assert made.view_link == f"https://miro.com/app/board/{made.id}"
    renamed = client.boards.update(made.id, BoardBody(name="Retro 15"))
    assert renamed.name == "Retro 15"
    copied = client.boards.copy(made.id, BoardBody(name="Koopia"))
    assert copied.id != made.id
    assert {one.name for one in client.boards.iterate(limit=1)} == {"Retro 15", "Koopia"}
    client.boards.delete(copied.id)
    with pytest.raises(NotFound):
        client.boards.get(copied.id)


def test_people(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    invitation = client.members.invite(board, ["ada@example.org"], role="editor")
    assert (len(invitation.successful), invitation.failed) == (1, ())
    roles = {member.role for member in client.members.iterate(board)}
    assert roles == {"owner", "editor"}
    context = client.token.context()
    assert context.user is not None
    assert context.user.id in {member.id for member in client.members.iterate(board)}


def test_a_frame_and_what_is_in_it(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    frame = client.frames.create(board, bodies.FRAME_BODY)
    note = client.notes.create(
        board, StickyNoteBody(content="tõde", parent=frame.id, position=Position(300, 300))
    )
    assert note.parent_id == frame.id
    assert note.position is not None
    assert note.position.relative_to == "parent_top_left"
    assert [one.id for one in client.items.iterate(board, parent=frame.id)] == [note.id]
    moved = client.items.move(board, note.id, Position(400, 400))
    assert moved.position is not None
    assert (moved.position.x, moved.position.y) == (400.0, 400.0)
    free = client.items.reparent(board, note.id, None, Position(5000, 5000))
    assert free.parent_id is None
    assert client.items.reparent(board, note.id, frame.id, Position(300, 300)).parent_id == frame.id
    with pytest.raises(InvalidRequest, match="outside of parent boundaries"):
        client.items.move(board, note.id, Position(-500, 0))
    assert client.frames.update(board, frame.id, FrameBody(title="Stop")).data is not None
    client.frames.delete(board, frame.id)
    assert client.items.get(board, note.id).parent_id is None


@pytest.mark.parametrize(
    ("name", "body", "change"),
    [
        ("frames", bodies.FRAME_BODY, FrameBody(title="x")),
        (
            "notes",
            StickyNoteBody(content="a", style=bodies.NOTE_BODY.style, geometry=Geometry(width=398)),
            StickyNoteBody(content="b"),
        ),
        ("shapes", bodies.SHAPE_BODY, ShapeBody(content="b")),
        ("texts", bodies.TEXT_BODY, TextBody(content="b")),
        ("cards", bodies.CARD_BODY, CardBody(title="b")),
        ("images", bodies.IMAGE_BODY, ImageBody(title="b")),
    ],
)
def test_each_kind_of_item(
    sandbox: Sandbox, board: str, name: str, body: ItemBody, change: ItemBody
) -> None:
    client = sandbox.client()
    kind = getattr(client, name)
    made = kind.create(board, body)
    assert made.type == body.kind
    assert kind.get(board, made.id).raw == made.raw
    assert client.items.get(board, made.id).type == body.kind
    assert kind.update(board, made.id, change).id == made.id
    kind.delete(board, made.id)
    with pytest.raises(NotFound):
        client.items.get(board, made.id)


def test_numbers_of_a_style_come_back_as_they_went(sandbox: Sandbox, board: str) -> None:
    style = sandbox.client().shapes.create(board, bodies.SHAPE_BODY).style
    asked = bodies.SHAPE_BODY.style
    assert style is not None
    assert asked is not None
    for name in ("fill_opacity", "border_opacity", "border_width", "font_size", "fill_color"):
        assert getattr(style, name) == getattr(asked, name)


def test_an_upload(sandbox: Sandbox, board: str) -> None:
    item = sandbox.client().images.upload(
        board, bodies.PNG, bodies.UPLOAD_BODY, filename="a.png", media_type="image/png"
    )
    assert item.type == "image"
    assert item.data is not None
    assert item.data.title == "A"
    assert item.data.image_url


@pytest.mark.parametrize(("name", "kind"), [("documents", "document"), ("embeds", "embed")])
def test_documents_and_embeds_are_read(sandbox: Sandbox, board: str, name: str, kind: str) -> None:
    address = f"{SANDBOX}/v2/boards/{board.replace('=', '%3D')}/{name}"
    answer = sandbox.sessions(Config())().post(
        address,
        json={"data": {"url": "https://example.org/a.pdf"}},
        headers={"Authorization": "Bearer sandbox-me"},
    )
    item = getattr(sandbox.client(), name).get(board, answer.json()["id"])
    assert item.type == kind
    assert item.raw == answer.json()


def test_bulk_and_every_page(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    made = [
        item.id
        for start in range(0, 120, 20)
        for item in client.bulk.create(
            board, notes(*(f"n{number}" for number in range(start, start + 20)))
        )
    ]
    assert [item.id for item in client.items.iterate(board, limit=10)] == made
    assert [page.total for page in client.items.pages(board)] == [120, 120, 120]
    mixed: list[ItemBody] = [
        bodies.SHAPE_BODY,
        bodies.TEXT_BODY,
        bodies.CARD_BODY,
        StickyNoteBody(content="x"),
    ]
    kinds = [item.type for item in client.bulk.create(board, mixed)]
    assert kinds == ["shape", "text", "card", "sticky_note"]
    assert len(list(client.items.iterate(board, type="sticky_note"))) == 121


def test_a_refused_bulk_names_the_element_and_makes_nothing(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    with pytest.raises(InvalidRequest) as caught:
        client.bulk.create(board, [*notes("fine"), StickyNoteBody(shape="round")])
    assert "1" in caught.value.fields[0].field
    assert list(client.items.iterate(board)) == []


def test_connectors(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    first, second = client.bulk.create(board, notes("a", "b"))
    body = ConnectorBody(
        start=ConnectorEnd(id=first.id, position=("100%", "50%")),
        end=ConnectorEnd(id=second.id, snap_to="left"),
        captions=bodies.LINE_BODY.captions,
        style=bodies.LINE_BODY.style,
    )
    made = client.connectors.create(board, body)
    assert made.end_item is not None
    assert made.end_item.id == second.id
    assert made.captions[0].content == "leads to"
    assert [one.id for one in client.connectors.iterate(board)] == [made.id]
    assert client.connectors.get(board, made.id).raw == made.raw
    assert (
        client.connectors.update(board, made.id, ConnectorBody(shape="straight")).shape
        == "straight"
    )
    with pytest.raises(NotFound):
        client.items.delete(board, made.id)
    client.connectors.delete(board, made.id)
    assert list(client.connectors.iterate(board)) == []


def test_tags_go_on_and_come_off_without_harm(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    note = client.notes.create(board, StickyNoteBody(content="a"))
    tag = client.tags.create(board, bodies.TAG_BODY)
    client.tags.attach(board, note.id, tag.id)
    assert client.tags.of_item(board, note.id)[0].title == "risk"
    assert [one.id for one in client.items.iterate_by_tag(board, tag.id)] == [note.id]
    client.tags.detach(board, note.id, tag.id)
    assert client.tags.of_item(board, note.id) == ()
    assert client.items.get(board, note.id).id == note.id
    assert client.tags.update(board, tag.id, TagBody(title="chance")).title == "chance"
    assert client.tags.get(board, tag.id).fill_color == "red"
    assert [one.title for one in client.tags.iterate(board)] == ["chance"]
    client.tags.delete(board, tag.id)
    assert list(client.tags.iterate(board)) == []


def test_groups(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    ids = [item.id for item in client.bulk.create(board, notes("a", "b", "c"))]
    group = client.groups.create(board, ids[:2])
    assert set(group.items) == set(ids[:2])
    assert [set(one.items) for one in client.groups.iterate(board)] == [set(ids[:2])]
    assert client.groups.get(board, group.id).id == group.id
    client.groups.delete(board, group.id)
    assert len(list(client.items.iterate(board))) == 3
    again = client.groups.create(board, ids[:2])
    client.groups.delete(board, again.id, with_items=True)
    assert [item.id for item in client.items.iterate(board)] == ids[2:]


def test_an_unknown_token_is_not_signed_in(sandbox: Sandbox) -> None:
    with pytest.raises(NotSignedIn):
        sandbox.client("no such/person").boards.page()


@pytest.mark.parametrize("kind", ["drop_after", "cut", "broken_json", "slow:31", "fewer_items"])
def test_a_bulk_that_was_made_but_not_answered_is_unknown(
    sandbox: Sandbox, board: str, kind: str
) -> None:
    client = sandbox.client()
    sandbox.faults.add(parse_fault(f"POST /v2/boards/*/items/bulk={kind}"))
    with pytest.raises(OutcomeUnknown):
        client.bulk.create(board, notes("a", "b"))
    assert len(list(client.items.iterate(board))) == 2


@pytest.mark.parametrize("kind", ["500", "502_html", "drop_before"])
def test_a_bulk_that_was_not_made_is_unknown_too(sandbox: Sandbox, board: str, kind: str) -> None:
    client = sandbox.client()
    sandbox.faults.add(parse_fault(f"POST /v2/boards/*/items/bulk={kind}"))
    with pytest.raises(OutcomeUnknown):
        client.bulk.create(board, notes("a", "b"))
    assert list(client.items.iterate(board)) == []


@pytest.mark.parametrize("kind", ["500", "502_html", "drop_before", "drop_after", "cut", "429"])
def test_a_listing_is_read_through_trouble(sandbox: Sandbox, board: str, kind: str) -> None:
    client = sandbox.client()
    client.bulk.create(board, notes("a", "b"))
    sandbox.faults.add(parse_fault(f"GET /v2/boards/*/items#1x2={kind}"))
    assert len(list(client.items.iterate(board))) == 2
    assert len(sandbox.clock.slept) == 2


def test_trouble_without_end_is_told(sandbox: Sandbox, board: str) -> None:
    sandbox.faults.add(parse_fault("GET /v2/boards/*/items#1x99=500"))
    with pytest.raises(ServerTrouble):
        sandbox.client().items.page(board)


def test_a_delete_whose_answer_was_dropped_is_done(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    note = client.notes.create(board, StickyNoteBody(content="a"))
    sandbox.faults.add(parse_fault("DELETE /v2/boards/*/items/*=drop_after"))
    client.items.delete(board, note.id)
    assert list(client.items.iterate(board)) == []


def test_eight_threads_stay_within_a_small_budget(sandbox: Sandbox) -> None:
    config = Config(credits_per_minute=5_000)
    clock = sandbox.clock
    pacer = CreditPacer(clock=clock, sleep=clock.sleep)
    client = sandbox.client(config=config, pacer=pacer)
    board = client.boards.create(BoardBody(name="Budget")).id

    def work(_: int) -> int:
        return len(client.bulk.create(board, notes("a", "b", "c", "d", "e")))

    with ThreadPoolExecutor(8) as pool:
        made = sum(pool.map(work, range(24)))
    assert made == 120
    assert {facts.status for facts in sandbox.seen} == {201}
    assert sum(facts.credits for facts in sandbox.seen) == 12_500


def test_without_pacing_the_budget_is_waited_for(sandbox: Sandbox) -> None:
    client = sandbox.client(config=Config(credits_per_minute=1_000))
    board = client.boards.create(BoardBody(name="Budget")).id
    for text in ("a", "b", "c", "d", "e", "f"):
        client.notes.create(board, StickyNoteBody(content=text))
    assert sandbox.clock.slept == [60.0]
    with pytest.raises(TooManyRequests):
        client.bulk.create(board, notes(*"abcdefghijkl"))


def test_every_operation_is_known_to_the_sandbox(sandbox: Sandbox, board: str) -> None:
    client = sandbox.client()
    for call in bodies.CALLS:
        try:
            call.make(client)
        except (NotFound, InvalidRequest) as refused:
            assert "No endpoint" not in str(refused)  # noqa: PT017  # each call may end either way
    named = {facts.operation for facts in sandbox.seen}
    assert named == {operation.name for operation in OPERATIONS} - SIGN_IN
    assert 405 not in {facts.status for facts in sandbox.seen}
    assert client.boards.get(board).id == board
