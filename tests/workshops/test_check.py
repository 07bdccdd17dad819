"""A live board held against its plan: every kind of difference, and what is put back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from miro_client.bodies.boards import BoardBody
from miro_client.bodies.items import FrameBody, ShapeBody, StickyNoteBody
from miro_client.bodies.places import Geometry, Position
from miro_client.client import MiroClient
from miro_client.models.items import Item
from tests.workshops.conftest import FakeClock, request
from tests.workshops.fault_table import BY_NAME, stand_before
from tests.workshops.small_board import assert_as_planned, keep_small
from workshops.check_answers import CheckAnswer, Finding
from workshops.check_texts import check_summary, finding_text, state_text
from workshops.errors import (
    BeingMade,
    BoardUnfinished,
    BoardUnread,
    KoosloomeError,
    NoPlan,
    Unfinished,
)
from workshops.koosloome import Koosloome
from workshops.records import WorkshopRecord
from workshops.requests_answers import Account, CreateAnswer, HarvestRequest
from workshops.wiring.wires import Wires


@dataclass
class Here:
    """A finished small board."""

    product: Koosloome
    me: Account
    wires: Wires
    workshop: WorkshopRecord

    @property
    def made(self) -> dict[str, str]:
        return self.wires.store.ledger.items(self.workshop.id)

    @property
    def board(self) -> str:
        return str(self.workshop.board_id)


@pytest.fixture
def here(koosloome: Koosloome, me: Account, wires: Wires) -> Here:
    workshop = keep_small(wires)
    koosloome.resume(me, workshop.id)
    found = wires.store.workshops.get(workshop.id)
    assert found is not None
    return Here(koosloome, me, wires, found)


def on(wires: Wires) -> MiroClient:
    return wires.connect(wires.people.me())


def kinds(answer: CheckAnswer) -> Counter[str]:
    return Counter(one.kind for one in answer.findings)


def one(answer: CheckAnswer) -> Finding:
    [found] = answer.findings
    return found


def test_a_fresh_board_is_clean(here: Here) -> None:
    answer = here.product.check(here.me, here.workshop.id)
    assert answer.clean
    assert answer.present == answer.planned == answer.read == here.workshop.planned
    assert "as planned" in check_summary(answer, "en")


def test_a_board_that_people_used_as_meant_has_only_what_lies_outside(
    koosloome: Koosloome, me: Account, board: CreateAnswer
) -> None:
    answer = koosloome.check(me, board.workshop)
    assert set(kinds(answer)) <= {"outside", "overwritten"}
    assert kinds(answer)["outside"] > 0


def test_something_missing(here: Here) -> None:
    with on(here.wires) as client:
        client.items.delete(here.board, here.made["Z3"])
    found = one(here.product.check(here.me, here.workshop.id))
    assert (found.kind, found.key, found.planned, found.frame) == (
        "missing",
        "Z3",
        "Ala 3",
        "Raam 2",
    )
    assert found.box is not None
    assert "Ala 3" in finding_text(found, "et")


@pytest.mark.parametrize(
    ("lang", "told"), [("et", "Erinevusi kavandist: 1;"), ("en", "Differences from the plan: 1;")]
)
def test_one_difference_is_told_in_good_grammar(here: Here, lang: str, told: str) -> None:
    with on(here.wires) as client:
        client.items.delete(here.board, here.made["Z3"])
    assert check_summary(here.product.check(here.me, here.workshop.id), lang).startswith(told)


def test_a_frame_moved_takes_its_things_along(here: Here) -> None:
    with on(here.wires) as client:
        client.frames.update(
            here.board,
            here.made["F2"],
            FrameBody(
                title="Hoopis muu",
                position=Position(3000, 3000),
                geometry=Geometry(width=1000, height=800),
            ),
        )
    answer = here.product.check(here.me, here.workshop.id)
    assert kinds(answer) == {"retitled": 1, "moved": 1}
    assert {found.key for found in answer.findings} == {"F2"}


def test_a_zone_moved_and_overwritten_and_a_note_moved(here: Here) -> None:
    with on(here.wires) as client:
        client.items.move(here.board, here.made["Z4"], Position(600, 600))
        client.items.move(here.board, here.made["B1"], Position(700, 700))
        client.shapes.update(here.board, here.made["Z5"], ShapeBody(content="<p>Meie oma</p>"))
        client.shapes.update(
            here.board, here.made["Z6"], ShapeBody(content="<p>Ala 6</p><p>ja mõte</p>")
        )
    answer = here.product.check(here.me, here.workshop.id)
    assert {(found.kind, found.key) for found in answer.findings} == {
        ("moved", "Z4"),
        ("overwritten", "Z5"),
        ("outside", None),  # what was typed under the text of an area: this plan reads no areas
    }
    [overwritten] = [found for found in answer.findings if found.kind == "overwritten"]
    assert "Meie oma" in finding_text(overwritten, "en")


def test_something_doubled(here: Here) -> None:
    with on(here.wires) as client:
        original = client.items.get(here.board, here.made["N4"])
        assert original.position is not None
        spot = Position(original.position.x or 0, original.position.y or 0)
        body = StickyNoteBody(
            content="Mõte 4", position=spot, geometry=Geometry(width=160), parent=here.made["F1"]
        )
        client.notes.create(here.board, body)
    answer = here.product.check(here.me, here.workshop.id)
    assert ("doubled", "N4") in {(found.kind, found.key) for found in answer.findings}


def test_what_lost_its_frame_and_what_lies_outside(here: Here) -> None:
    with on(here.wires) as client:
        client.frames.delete(here.board, here.made["F2"])
        client.notes.create(
            here.board, StickyNoteBody(content="Kuhu?", position=Position(-900, -900))
        )
    answer = here.product.check(here.me, here.workshop.id)
    assert kinds(answer)["orphaned"] == 15
    assert ("missing", "F2") in {(found.kind, found.key) for found in answer.findings}
    assert "Kuhu?" in {found.found for found in answer.findings if found.kind == "outside"}


def test_repair_puts_back_what_is_missing_and_touches_nothing_of_peoples(here: Here) -> None:
    with on(here.wires) as client:
        note = client.notes.create(
            here.board,
            StickyNoteBody(
                content="Meie mõte", position=Position(150, 140), parent=here.made["F1"]
            ),
        )
        before = client.items.get(here.board, note.id).raw
        for key in ("Z0", "N2", "B3", "D1"):
            client.items.delete(here.board, here.made[key])
        client.tags.delete(here.board, here.made["tag:open"])
    answer = here.product.check(here.me, here.workshop.id, repair=True)
    assert {"Z0", "N2", "B3", "D1", "tag:open", "L1", "L2"} == set(answer.repaired)
    assert {found.kind for found in answer.findings} <= {"outside"}
    with on(here.wires) as client:
        assert client.items.get(here.board, note.id).raw == before
        zone = client.items.get(here.board, here.wires.store.ledger.items(here.workshop.id)["Z0"])
        assert _fill_opacity(zone) == 0.0
        client.items.delete(here.board, note.id)
    assert_as_planned(here.wires, here.workshop.id)
    assert here.product.check(here.me, here.workshop.id, repair=True).repaired == ()


def _fill_opacity(item: Item) -> float:
    return float(str(item.raw["style"]["fillOpacity"]))


def test_repair_brings_back_a_frame_and_our_things_into_it(here: Here) -> None:
    with on(here.wires) as client:
        client.frames.delete(here.board, here.made["F2"])
    answer = here.product.check(here.me, here.workshop.id, repair=True)
    assert answer.repaired == ("F2",)
    assert kinds(answer)["orphaned"] == 0
    with on(here.wires) as client:
        now = here.wires.store.ledger.items(here.workshop.id)
        assert client.items.get(here.board, now["Z1"]).parent_id == now["F2"]
        assert client.items.get(here.board, now["B1"]).parent_id != now["F2"]


@pytest.mark.parametrize(
    "name", ["answer lost after the write", "reset before the write", "500 × 20", "403", "429 × 20"]
)
@pytest.mark.parametrize("kind", ["POST /v2/boards/*/items/bulk", "GET /v2/boards/*/items"])
def test_a_repair_that_goes_wrong_ends_once_all_the_same(
    here: Here, clock: FakeClock, name: str, kind: str
) -> None:
    with on(here.wires) as client:
        for key in ("Z0", "N21", "B3", "D1"):
            client.items.delete(here.board, here.made[key])
    wire = stand_before(here.wires.sandbox.app, clock)
    wire.arm(BY_NAME[name], kind, 1)
    stopped: KoosloomeError | None = None
    try:
        here.product.check(here.me, here.workshop.id, repair=True)
    except KoosloomeError as error:
        stopped = error
    assert name in wire.struck
    wire.mend()
    if here.product.workshop(here.me, here.workshop.id).state == "unfinished":
        here.product.resume(here.me, here.workshop.id)
    if stopped is not None:
        here.product.check(here.me, here.workshop.id, repair=True)
    assert_as_planned(here.wires, here.workshop.id)


def test_whoever_goes_on_with_a_repair_hides_nothing(here: Here, clock: FakeClock) -> None:
    with on(here.wires) as client:
        note = StickyNoteBody(
            content="Meie mõte", position=Position(150, 140), parent=here.made["F1"]
        )
        client.notes.create(here.board, note)
        for key in ("Z0", "Z28"):
            client.items.delete(here.board, here.made[key])
    wire = stand_before(here.wires.sandbox.app, clock)
    wire.arm(BY_NAME["500 × 20"], "POST /v2/boards/*/items/bulk", 1)
    with pytest.raises(BoardUnfinished):
        here.product.check(here.me, here.workshop.id, repair=True)
    wire.mend()
    here.product.resume(here.me, here.workshop.id)
    now = here.made
    with on(here.wires) as client:
        assert _fill_opacity(client.items.get(here.board, now["Z0"])) == 0.0
        assert _fill_opacity(client.items.get(here.board, now["Z28"])) == 1.0


def test_a_board_that_cannot_be_read_whole_is_not_judged(
    here: Here, break_next: Callable[[str], None]
) -> None:
    break_next("GET /v2/boards/*/items#1x40=fewer_items")
    with pytest.raises(BoardUnread) as unread:
        here.product.check(here.me, here.workshop.id)
    assert unread.value.command == f"koosloome board check {here.workshop.id}"
    break_next("GET /v2/boards/*/items#1x40=fewer_items")
    with pytest.raises(BoardUnread) as unread:
        here.product.check(here.me, here.workshop.id, repair=True)
    assert unread.value.command == f"koosloome board check {here.workshop.id} --repair"


def test_repair_waits_for_whoever_works_on_the_board(
    here: Here, open_wires: Callable[..., Wires]
) -> None:
    here.wires.resume.take(here.workshop)
    other = Koosloome(open_wires())
    with pytest.raises(BeingMade) as refused:
        other.check(here.me, here.workshop.id, repair=True)
    assert refused.value.command == f"koosloome board check {here.workshop.id} --repair"
    looked = other.check(here.me, here.workshop.id)
    assert (looked.clean, looked.state) == (True, "making")
    with pytest.raises(BeingMade) as late:  # somebody took it between the look and the repair
        other._wires.resume.take(here.workshop, "own command")
    assert late.value.command == "own command"
    assert "koosloome board list" in state_text(looked.state, looked.workshop, "en")


def test_an_unfinished_board_is_finished_not_repaired(
    koosloome: Koosloome, me: Account, break_next: Callable[[str], None]
) -> None:
    break_next("POST /v2/boards/*/items/bulk#2x400=drop_before")
    with pytest.raises(BoardUnfinished):
        koosloome.create(me, request())
    [left] = koosloome.workshops(me)
    looked = koosloome.check(me, left.workshop)
    assert looked.state == "unfinished"
    assert kinds(looked)["missing"] > 20
    told = state_text(looked.state, looked.workshop, "en")
    assert f"koosloome board resume {left.workshop}" in told
    with pytest.raises(Unfinished) as refused:
        koosloome.check(me, left.workshop, repair=True)
    assert refused.value.command == f"koosloome board resume {left.workshop}"
    harvested = koosloome.harvest(me, left.workshop, HarvestRequest())
    assert harvested.state == "unfinished"


def test_a_board_not_begun_is_unfinished_and_not_unknown(
    koosloome: Koosloome, me: Account, break_next: Callable[[str], None]
) -> None:
    break_next("POST /v2/boards#1x400=drop_before")
    with pytest.raises(BoardUnfinished):
        koosloome.create(me, request())
    [left] = koosloome.workshops(me)
    with pytest.raises(Unfinished) as refused:
        koosloome.check(me, left.workshop)
    assert refused.value.command == f"koosloome board resume {left.workshop}"


def test_a_board_from_elsewhere_has_no_plan(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    with on(wires) as client:
        other = client.boards.create(BoardBody(name="Kellegi oma"))
    for _ in range(2):
        with pytest.raises(NoPlan):
            koosloome.check(me, other.id)
        koosloome.harvest(me, other.id, HarvestRequest())


def test_the_picture_marks_what_differs_and_hides_what_is_private(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    answer = koosloome.create(me, request())
    with on(wires) as client:
        items = list(client.items.iterate(answer.board.id))
        note = next(item for item in items if item.type == "sticky_note")
        client.items.delete(answer.board.id, note.id)
        private = StickyNoteBody(content="! saladus siin", position=Position(-500, -500))
        client.notes.create(answer.board.id, private)
    checked = koosloome.check(me, answer.workshop)
    picture = koosloome.check_picture(checked, "et").decode()
    assert "puudub" in picture
    assert "väljaspool alasid" in picture
    assert "saladus" not in picture + str(checked.as_json())
    assert koosloome.check_picture(checked, "en", kind="png", width=400).startswith(b"\x89PNG")
