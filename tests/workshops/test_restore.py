"""Checkpoints during a workshop, and the notes that come back out of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from harvest.snapshot import Snapshot
from miro_client.bodies.boards import BoardBody
from miro_client.bodies.items import CardBody, FrameBody, StickyNoteBody, StickyNoteStyle, TextBody
from miro_client.bodies.places import Geometry, Position
from miro_client.bodies.tags import TagBody
from miro_client.client import MiroClient
from miro_client.models.items import Item
from tests.workshops.conftest import FakeClock, request
from tests.workshops.fault_table import BY_NAME, stand_before
from workshops.check_answers import CheckpointView
from workshops.errors import (
    BeingMade,
    BoardUnread,
    CheckpointNotFound,
    InputFaults,
    KoosloomeError,
    Unfinished,
    WorkshopNotFound,
)
from workshops.jobs.holding import STALE_SECONDS
from workshops.koosloome import Koosloome
from workshops.records import SnapshotKind
from workshops.requests_answers import Account, CreateAnswer, HarvestRequest
from workshops.restore import Wish
from workshops.wiring.wires import Wires

WORDS = [f"Mõte number {n}" for n in range(25)]


@dataclass
class Here:
    """A board on which people wrote, in the first frame after the intro."""

    product: Koosloome
    me: Account
    wires: Wires
    board: CreateAnswer
    frame: str

    def client(self) -> MiroClient:
        return self.wires.connect(self.wires.people.me())

    def write(self, *texts: str, **body: object) -> list[str]:
        with self.client() as client:
            return [
                client.notes.create(
                    self.board.board.id,
                    StickyNoteBody(
                        content=f"<p>{text}</p>",
                        parent=self.frame,
                        position=Position(300 + 40 * n, 400),
                        style=StickyNoteStyle(fill_color="violet"),
                        **body,  # type: ignore[arg-type]
                    ),
                ).id
                for n, text in enumerate(texts)
            ]

    def delete(self, *items: str) -> None:
        with self.client() as client:
            for item in items:
                client.items.delete(self.board.board.id, item)

    def notes(self, text: str) -> list[Item]:
        with self.client() as client:
            every = list(client.items.iterate(self.board.board.id))
        return [
            one
            for one in every
            if one.data and text in json.dumps(one.raw["data"], ensure_ascii=False)
        ]

    def tags(self, item: str) -> set[str]:
        with self.client() as client:
            return {str(tag.title) for tag in client.tags.of_item(self.board.board.id, item)}


@pytest.fixture
def here(koosloome: Koosloome, me: Account, wires: Wires) -> Here:
    board = koosloome.create(me, request())
    frame = wires.store.ledger.items(board.workshop)["F1"]
    return Here(koosloome, me, wires, board, frame)


def test_a_checkpoint_is_kept_as_a_harvest_is(here: Here) -> None:
    here.write("Avalik mõte", "! see jääb meie vahele")
    taken = here.product.checkpoint(here.me, here.board.workshop)
    assert isinstance(taken, CheckpointView)
    [kept] = here.wires.store.snapshots.of(here.board.workshop, [SnapshotKind.CHECKPOINT])
    assert "Avalik mõte" in kept.content
    assert "meie vahele" not in kept.content
    assert json.loads(kept.content)["members"] == {}
    assert here.product.checkpoints(here.me, here.board.board.url) == (taken,)


def test_a_harvest_is_given_it(here: Here) -> None:
    """What a harvest makes of earlier snapshots is proven where it is made (harvest)."""
    here.write("Rändav mõte")
    taken = here.product.checkpoint(here.me, here.board.workshop)
    target = here.wires.viewing.target(here.me, here.board.workshop)
    [kept] = here.wires.store.snapshots.of(here.board.workshop, [SnapshotKind.CHECKPOINT])
    snapshot = Snapshot.model_validate_json(kept.content)
    ground, _ = here.wires.knowledge.ground(target, snapshot)
    assert [earlier.taken_at for earlier in ground.earlier] == [taken.at]
    assert ground.earlier == (snapshot,)


def test_watching_goes_on_after_a_failure(
    here: Here, clock: FakeClock, break_next: Callable[[str], None]
) -> None:
    told: list[object] = []

    def tell(what: object) -> None:
        told.append(what)
        if len(told) == 1:
            break_next("GET /v2/boards/*/items#1x40=fewer_items")
        if len(told) == 2:
            with here.wires.sandbox.app.test_client() as client:
                client.delete("/_sandbox/faults")

    clock.slept.clear()
    held = here.product.watch(here.me, here.board.workshop, every=10, times=3, told=tell)
    assert held == 2
    assert isinstance(told[1], BoardUnread)
    assert clock.slept.count(600.0) == 2
    assert len(here.product.checkpoints(here.me, here.board.workshop)) == 2


def test_watching_ends_when_the_board_is_gone(here: Here) -> None:
    with here.client() as client:
        client.boards.delete(here.board.board.id)
    with pytest.raises(KoosloomeError):
        here.product.watch(here.me, here.board.workshop, every=10, told=print)


def test_what_was_put_back_counts_among_the_notes_of_others(here: Here) -> None:
    """Miro gives whoever put it back as its author; the words are somebody else's all the same."""
    notes = here.write(*WORDS[:3])
    here.product.checkpoint(here.me, here.board.workshop)
    here.delete(*notes)
    before = here.product.removal(here.me, here.board.workshop)
    here.product.restore(here.me, here.board.workshop, "latest")
    after = here.product.removal(here.me, here.board.workshop)
    assert after.notes_of_others == before.notes_of_others + 3
    assert after.authors == before.authors == ()
    assert (before.authors_unknown, after.authors_unknown) == (0, 3)


def test_deleted_notes_come_back_marked_and_once(here: Here) -> None:
    notes = here.write(*WORDS)
    here.product.checkpoint(here.me, here.board.workshop)
    here.delete(*notes[:23])
    answer = here.product.restore(here.me, here.board.workshop, "latest")
    assert sorted(note.text for note in answer.restored) == sorted(WORDS[:23])
    for text in WORDS:
        assert len(here.notes(f">{text}<")) == 1
    [back] = here.notes(f">{WORDS[0]}<")
    assert here.tags(back.id) == {"taastatud"}
    assert back.parent_id == here.frame
    assert (back.position.x, back.position.y) == (300, 400)  # type: ignore[union-attr]
    assert back.style
    assert back.style.fill_color == "violet"
    again = here.product.restore(here.me, here.board.workshop, "latest")
    assert again.restored == ()
    assert again.before == 23
    assert here.product.check(here.me, here.board.workshop).present == here.board.planned


def test_restored_notes_count_in_the_harvest(here: Here) -> None:
    notes = here.write("Kadunud mõte", "Teine")
    here.product.checkpoint(here.me, here.board.workshop)
    before = here.product.harvest(here.me, here.board.workshop, HarvestRequest()).summary
    here.delete(notes[0])
    here.product.restore(here.me, here.board.workshop, "latest")
    after = here.product.harvest(here.me, here.board.workshop, HarvestRequest()).summary
    assert after.accounting == before.accounting
    [note] = [one for one in after.notes if one.text == "Kadunud mõte"]
    assert "taastatud" in note.tags


def test_a_restored_note_deleted_again_can_come_back_again(here: Here) -> None:
    [note] = here.write("Visa mõte")
    first = here.product.checkpoint(here.me, here.board.workshop)
    here.delete(note)
    here.product.restore(here.me, here.board.workshop, first.id)
    second = here.product.checkpoint(here.me, here.board.workshop)
    here.delete(here.notes("Visa mõte")[0].id)
    here.product.restore(here.me, here.board.workshop, second.id)
    assert here.product.restore(here.me, here.board.workshop, first.id).restored == ()
    assert len(here.notes("Visa mõte")) == 1


def test_cards_texts_tags_and_private_words(here: Here) -> None:
    board = here.board.board.id
    with here.client() as client:
        card = client.cards.create(
            board,
            CardBody(title="Kutsume kokku", description="Enne pühi", parent=here.frame,
                     position=Position(500, 500)),
        )  # fmt: skip
        text = client.texts.create(
            board,
            TextBody(content="Vaba tekst", parent=here.frame, position=Position(600, 600),
                     geometry=Geometry(width=200)),
        )  # fmt: skip
        tagged, private = here.write("Märgitud", "! saladus")
        own = {tag.title: tag.id for tag in client.tags.iterate(board)}
        affected = next(title for title in own if "avalda" not in str(title))
        client.tags.attach(board, tagged, own[affected])
    here.product.checkpoint(here.me, here.board.workshop)
    here.delete(card.id, text.id, tagged, private)
    answer = here.product.restore(here.me, here.board.workshop, "latest")
    assert len(answer.restored) == 3
    assert answer.wordless == 1
    [back] = here.notes("Kutsume kokku")
    assert (back.type, back.raw["data"]["description"]) == ("card", "Enne pühi")
    assert here.notes("Vaba tekst")[0].type == "sticky_note"
    assert here.tags(here.notes("Märgitud")[0].id) == {affected, "taastatud"}
    assert here.notes("saladus") == []


def test_tags_that_people_made_come_back_but_none_of_private_notes_is_kept(here: Here) -> None:
    board = here.board.board.id
    tagged, private = here.write("Märgitud", "! saladus")
    with here.client() as client:
        own = client.tags.create(board, TagBody(title="oma silt", fill_color="red")).id
        client.tags.attach(board, tagged, own)
        client.tags.attach(board, private, own)
    here.product.checkpoint(here.me, here.board.workshop)
    [kept] = here.wires.store.snapshots.of(here.board.workshop, [SnapshotKind.CHECKPOINT])
    carried = {item.id: item.tags for item in Snapshot.model_validate_json(kept.content).items}
    assert (carried[tagged], carried[private]) == (("oma silt",), ())
    here.delete(tagged, private)
    here.product.restore(here.me, here.board.workshop, "latest")
    assert here.tags(here.notes("Märgitud")[0].id) == {"oma silt", "taastatud"}


def test_only_some_frames_and_frames_that_moved(here: Here) -> None:
    [one] = here.write("Esimesel raamil")
    made = here.wires.store.ledger.items(here.board.workshop)
    with here.client() as client:
        other = client.notes.create(
            here.board.board.id,
            StickyNoteBody(content="Teisel", parent=made["F2"], position=Position(500, 500)),
        )
    here.product.checkpoint(here.me, here.board.workshop)
    here.delete(one, other.id)
    with here.client() as client:
        frame = client.frames.get(here.board.board.id, made["F1"])
        client.frames.update(
            here.board.board.id,
            made["F1"],
            FrameBody(
                position=Position((frame.position.x or 0) + 50, 9000),  # type: ignore[union-attr]
                geometry=Geometry(width=frame.geometry.width, height=frame.geometry.height),  # type: ignore[union-attr]
            ),
        )
    with pytest.raises(InputFaults, match=r"no frame.*F0 \([^“”]+\), F1 \("):
        here.product.restore(here.me, here.board.workshop, "latest", frames=("F99",))
    answer = here.product.restore(here.me, here.board.workshop, "latest", frames=("F1",))
    assert [note.text for note in answer.restored] == ["Esimesel raamil"]
    [back] = here.notes("Esimesel raamil")
    assert (back.position.x, back.position.y) == (300, 400)  # type: ignore[union-attr]


def test_wordless_notes_are_counted_in_the_frames_asked_for(here: Here) -> None:
    secrets = here.write("! saladus", "! teine saladus")
    made = here.wires.store.ledger.items(here.board.workshop)
    with here.client() as client:
        other = client.notes.create(
            here.board.board.id,
            StickyNoteBody(content="! kolmas", parent=made["F2"], position=Position(500, 500)),
        )
        free = client.notes.create(
            here.board.board.id,
            StickyNoteBody(content="! raamita", position=Position(-3000, -3000)),
        )
    here.product.checkpoint(here.me, here.board.workshop)
    here.delete(*secrets, other.id, free.id)

    def wordless(*frames: str) -> int:
        answer = here.product.restore(here.me, here.board.workshop, "latest", frames=frames)
        return answer.wordless

    assert (wordless("F1"), wordless("F2"), wordless("F1", "F2")) == (2, 1, 3)
    assert wordless() == 4


@pytest.mark.parametrize("frames", [(), ("F1", "F2")])
def test_the_second_of_two_is_told_its_own_command(
    here: Here, open_wires: Callable[..., Wires], frames: tuple[str, ...]
) -> None:
    taken = here.product.checkpoint(here.me, here.board.workshop)
    here.wires.resume.take(here.wires.refs.workshop(here.me, here.board.workshop))
    with pytest.raises(BeingMade) as refused:
        Koosloome(open_wires()).restore(here.me, here.board.workshop, taken.id, frames=frames)
    own = f"koosloome board restore {here.board.workshop} --from {taken.id}"
    assert refused.value.command == own + "".join(f" --frame {name}" for name in frames)


def test_what_a_dead_process_left_undone_goes_first_and_is_named(
    here: Here, open_wires: Callable[..., Wires], clock: FakeClock
) -> None:
    """Trying the same again would be refused for ever: the other restore must end first."""
    first = here.product.checkpoint(here.me, here.board.workshop)
    second = here.product.checkpoint(here.me, here.board.workshop)
    wanted = {"restore": first.id, "frames": [], "for": here.me.id}
    workshop = here.wires.refs.workshop(here.me, here.board.workshop)
    here.wires.resume.take_for(workshop, wanted, "unused")
    other = open_wires()
    product = Koosloome(other)
    with pytest.raises(BeingMade) as late:
        other.resume.take_for(workshop, {**wanted, "restore": second.id}, "own command")
    assert late.value.command == "own command"
    clock.sleep(STALE_SECONDS + 1)
    with pytest.raises(BeingMade) as refused:
        product.restore(here.me, here.board.workshop, second.id)
    assert refused.value.command == f"koosloome board resume {here.board.workshop}"
    product.resume(here.me, here.board.workshop)
    assert product.restore(here.me, here.board.workshop, second.id).restored == ()


def test_a_title_of_a_frame_is_quoted_in_the_command() -> None:
    wish = Wish("s-1", ("Huvirühmad ja mõju",))
    assert wish.command("w-1") == (
        "koosloome board restore w-1 --from s-1 --frame 'Huvirühmad ja mõju'"
    )


def test_without_its_frame_a_note_goes_to_its_old_place(here: Here) -> None:
    [note] = here.write("Raamita jäänud")
    here.product.checkpoint(here.me, here.board.workshop)
    here.delete(note)
    with here.client() as client:
        client.frames.delete(here.board.board.id, here.frame)
    here.product.restore(here.me, here.board.workshop, "latest")
    [back] = here.notes("Raamita jäänud")
    assert back.parent_id is None


@pytest.mark.parametrize(
    "name",
    ["answer lost after the write", "500 × 20", "items in another order",
     *(pytest.param(name, marks=pytest.mark.full)
       for name in ("reset before the write", "429 × 20", "answer lost × 20",
                    "answer cut in the middle", "401", "404"))],
)  # fmt: skip
@pytest.mark.parametrize(
    ("kind", "position"),
    [
        ("POST /v2/boards/*/items/bulk", 2),
        pytest.param("POST /v2/boards/*/items/bulk", 1, marks=pytest.mark.full),
        pytest.param("POST /v2/boards/*/tags", 1, marks=pytest.mark.full),
        pytest.param("POST /v2/boards/*/items/*", 12, marks=pytest.mark.full),
    ],
)
def test_whatever_goes_wrong_each_comes_back_once(
    here: Here, clock: FakeClock, name: str, kind: str, position: int
) -> None:
    notes = here.write(*WORDS)
    taken = here.product.checkpoint(here.me, here.board.workshop)
    here.delete(*notes)
    wire = stand_before(here.wires.sandbox.app, clock)
    wire.arm(BY_NAME[name], kind, position)
    stopped: KoosloomeError | None = None
    try:
        here.product.restore(here.me, here.board.workshop, taken.id)
    except KoosloomeError as error:
        stopped = error
    assert name in wire.struck
    wire.mend()
    if stopped is not None:
        if isinstance(stopped, Unfinished):
            assert (
                stopped.command
                == f"koosloome board restore {here.board.workshop} --from {taken.id}"
            )
        assert here.product.resume(here.me, here.board.workshop).created == here.board.planned
        here.product.restore(here.me, here.board.workshop, taken.id)
    for text in WORDS:
        [back] = here.notes(f">{text}<")
        assert here.tags(back.id) == {"taastatud"}


def test_a_copied_board_is_restored_too(here: Here) -> None:
    here.write("Koopiale jäänud")
    with here.client() as client:
        copy = client.boards.copy(here.board.board.id, BoardBody(name="Koopia"))
        here.product.checkpoint(here.me, copy.id)
        [note] = [i for i in client.items.iterate(copy.id) if "Koopiale" in str(i.raw["data"])]
        client.items.delete(copy.id, note.id)
    answer = here.product.restore(here.me, copy.id, "latest")
    assert [one.text for one in answer.restored] == ["Koopiale jäänud"]
    assert here.product.workshop(here.me, copy.id).state == "found"


def test_what_is_not_there_is_said(here: Here) -> None:
    with pytest.raises(CheckpointNotFound, match="There is no checkpoint “s-nothing”"):
        here.product.restore(here.me, here.board.workshop, "s-nothing")
    with pytest.raises(WorkshopNotFound):
        here.product.restore(here.me, "w-aaaaaaaaaa", "latest")
