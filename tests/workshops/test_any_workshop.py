"""Whatever happens to workshops, in whatever order: what must be true stays true.

Boards of any method are made and finished, checked, read, kept, restored and removed, while calls
fail, processes die, and people write, move, edit and delete.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from board_templates.geometry import Box
from board_templates.library import Library
from board_templates.plan import Plan
from tests.workshops.conftest import FakeClock
from tests.workshops.fault_table import BY_NAME, FAULTS
from tests.workshops.mortal import CHANGING, LOOKING, Killed, Mortal
from workshops.briefs import prepare
from workshops.building import item_keys
from workshops.covering import LOOSE
from workshops.errors import BeingMade, InputFaults, KoosloomeError
from workshops.jobs.holding import STALE_SECONDS
from workshops.messages import message
from workshops.plan_json import plan_from_json
from workshops.requests_answers import CreateRequest, HarvestRequest
from workshops.wiring.foundations import SANDBOX_FILE
from workshops.wiring.sandbox import Sandbox

PEOPLE = ("jaan", "mari", "me")
PRACTICE = "F0.practice"
MOST = 2  # boards at a time
LARGEST = 260  # items of a plan: larger ones only take longer
MAKING = (
    "POST /v2/boards",
    "POST /v2/boards/*/frames",
    "POST /v2/boards/*/items/bulk",
    "POST /v2/boards/*/connectors",
    "POST /v2/boards/*/tags",
    "POST /v2/boards/*/items/*",
    "GET /v2/boards/*/items",
)
READING = ("GET /v2/boards/*", "GET /v2/boards/*/items", "GET /v2/boards/*/tags")
T = TypeVar("T")
Trouble = tuple[str, str, int] | tuple[str, int] | None


def troubles(
    kinds: tuple[str, ...], moments: tuple[str, ...], latest: int
) -> st.SearchStrategy[Trouble]:
    """Give a fault of a call, or a death."""
    names = [fault.name for fault in FAULTS]
    faults = st.tuples(st.sampled_from(names), st.sampled_from(kinds), st.integers(1, 3))
    deaths = st.tuples(st.sampled_from(moments), st.integers(1, latest))
    return st.one_of(faults, deaths)


while_made = troubles(MAKING, (*CHANGING, *LOOKING), 24)
while_read = troubles(READING, LOOKING, 8)
picks = st.integers(0, 99)


@cache
def methods_cache() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="methods-cache-"))
    Library(cache_dir=folder)
    return folder


@cache
def library() -> Library:
    return Library(cache_dir=methods_cache())


@cache
def methods() -> tuple[str, ...]:
    return tuple(name for name in library().ids() if library().get(name).example)


@dataclass
class Note:
    """What a person wrote, and where; `root` is the same however often the note comes back."""

    root: str
    text: str
    x: float
    y: float


@dataclass
class Kept:
    """A workshop as it must be: what people wrote by item, and what checkpoints hold by note."""

    id: str
    plan: Plan
    board: str | None = None
    ready: bool = False
    notes: dict[str, Note] = field(default_factory=dict)
    checkpoints: dict[str, dict[str, Note]] = field(default_factory=dict)

    def tried_out(self, note: Note) -> bool:
        """Tell whether a note lies where people try things out; no such note comes back."""
        here = Box(note.x, note.y, 0, 0)
        return any(zone.id == PRACTICE and zone.box.contains(here) for zone in self.plan.zones)


class AnyWorkshop(RuleBasedStateMachine):
    """One machine's workshops."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="any-workshop-"))
        (self.home / "methods-cache").symlink_to(methods_cache())
        self.clock = FakeClock()
        self.kept: list[Kept] = []
        self.removed: set[str] = set()
        self.words = 0
        self.process = Mortal(self.home, self.clock, dies=None)
        self.me = self.process.product.account()
        self.stage = Sandbox(
            self.home / SANDBOX_FILE,
            public_url="http://127.0.0.1:8000",
            clock=self.clock,
            sleep=self.clock.sleep,
            chance=secrets.token_bytes,
        )

    # making

    @initialize(pick=picks, people=st.integers(0, 4), examples=st.booleans())
    def begin(self, pick: int, people: int, examples: bool) -> None:  # noqa: FBT001  # hypothesis gives it
        self.create(pick, people, examples, None)

    @rule(pick=picks, people=st.integers(0, 4), examples=st.booleans(), trouble=while_made)
    def create(self, pick: int, people: int, examples: bool, trouble: Trouble) -> None:  # noqa: FBT001  # hypothesis gives it
        if len(self.kept) >= MOST:
            return
        name = methods()[pick % len(methods())]
        method = library().get(name)
        values = {
            **method.example["brief"]["et"],
            "participants": max(2, method.identity.people.min) + people,
            "examples": examples,
        }
        try:
            plan = prepare(library(), name, values, "et").plan
        except InputFaults:
            return
        if len(item_keys(plan)) > LARGEST:
            return
        request = CreateRequest(method=name, values=values, new=True)
        self._try(lambda k: k.create(self.me, request), trouble)

    @rule(pick=picks, trouble=st.none() | while_made)
    def resume(self, pick: int, trouble: Trouble) -> None:
        one = self._some(pick, ready=False)
        if one is None:
            return
        self._try(lambda k: k.resume(self.me, one.id), trouble)
        if trouble is None:
            assert one.ready

    # people

    @rule(
        pick=picks,
        notes=st.lists(
            st.tuples(st.sampled_from(PEOPLE), picks, st.floats(0.1, 0.9)), min_size=1, max_size=4
        ),
    )
    def write(self, pick: int, notes: list[tuple[str, int, float]]) -> None:
        one = self._some(pick, board=True)
        if one is None:
            return
        for who, zone, across in notes:
            self._write(one, who, zone, across)

    def _write(self, one: Kept, who: str, zone: int, across: float) -> None:
        area = one.plan.zones[zone % len(one.plan.zones)].box
        self.words += 1
        text = f"Mõte number {self.words}"
        body = {
            "data": {"content": text},
            "position": {
                "x": round(area.x + across * area.width, 2),
                "y": round(area.y + across * area.height, 2),
            },
        }
        made = self.stage._send(who, "POST", f"/v2/boards/{one.board}/sticky_notes", body)
        place = made["position"]
        one.notes[made["id"]] = Note(made["id"], text, place["x"], place["y"])

    @rule(pick=picks, note=picks, act=st.sampled_from(["move", "edit", "delete", "delete"]))
    def meddle(self, pick: int, note: int, act: str) -> None:
        one = self._some(pick, notes=True)
        if one is None:
            return
        item = list(one.notes)[note % len(one.notes)]
        path = f"/v2/boards/{one.board}/sticky_notes/{item}"
        if act == "delete":
            self.stage._send("jaan", "DELETE", path, None)
            del one.notes[item]
        elif act == "edit":
            self.words += 1
            one.notes[item].text = f"Muudetud mõte {self.words}"
            content = {"data": {"content": one.notes[item].text}}
            self.stage._send("mari", "PATCH", path, content)
        else:
            place = {"x": one.notes[item].x + 7, "y": one.notes[item].y + 5}
            told = self.stage._send("mari", "PATCH", path, {"position": place})["position"]
            one.notes[item].x, one.notes[item].y = told["x"], told["y"]

    @rule(pick=picks, which=picks)
    def move_ours(self, pick: int, which: int) -> None:
        one = self._some(pick, board=True)
        if one is None:
            return
        made = self.process.wires.store.ledger.items(one.id)
        frames = {frame.key: frame.box for frame in one.plan.frames}
        there = [item for item in one.plan.items if item.key in made and item.frame in frames]
        loose = [item for item in there if item.role in LOOSE]
        if not loose:
            return
        item = loose[which % len(loose)]
        box = frames[str(item.frame)]
        place = {"position": {"x": box.width / 2, "y": box.height / 2}}
        self.stage._send("jaan", "PATCH", f"/v2/boards/{one.board}/items/{made[item.key]}", place)

    # during and after the workshop

    @rule(pick=picks, repair=st.booleans(), trouble=st.none() | while_read)
    def check(self, pick: int, repair: bool, trouble: Trouble) -> None:  # noqa: FBT001  # hypothesis gives it
        one = self._some(pick, ready=True)
        if one is None:
            return
        answer = self._try(lambda k: k.check(self.me, one.id, repair=repair), trouble)
        if answer is not None:
            assert {found.kind for found in answer.findings} <= {"outside"}
            assert answer.repaired == ()
            assert answer.present == answer.planned

    @rule(pick=picks, trouble=st.none() | while_read)
    def harvest(self, pick: int, trouble: Trouble) -> None:
        one = self._some(pick, ready=True, notes=True)
        if one is None:
            return
        answer = self._try(lambda k: k.harvest(self.me, one.id, HarvestRequest()), trouble)
        if answer is not None:
            told = answer.summary.accounting
            assert told.read == len(self._items(one)) == told.counted + told.set_aside.total
            assert told.counted == len(answer.summary.notes)
            aside = one.notes.keys() - {note.id for note in answer.summary.notes}
            assert len(aside) == told.set_aside.practice  # that a note may try out is said there

    @rule(pick=picks, trouble=st.none() | while_read)
    def checkpoint(self, pick: int, trouble: Trouble) -> None:
        one = self._some(pick, ready=True, notes=True)
        if one is None:
            return
        taken = self._try(lambda k: k.checkpoint(self.me, one.id), trouble)
        if taken is not None:
            one.checkpoints[taken.id] = {n.root: replace(n) for n in one.notes.values()}

    @rule(pick=picks, which=picks, lost=st.integers(1, 3), trouble=st.none() | while_made)
    def restore(self, pick: int, which: int, lost: int, trouble: Trouble) -> None:
        one = self._some(pick, ready=True, notes=True)
        if one is None:
            return
        if not one.checkpoints:
            self.checkpoint(pick, None)
        for item in list(one.notes)[:lost]:
            self.stage._send("mari", "DELETE", f"/v2/boards/{one.board}/items/{item}", None)
            del one.notes[item]
        name = list(one.checkpoints)[which % len(one.checkpoints)]
        answer = self._try(lambda k: k.restore(self.me, one.id, name), trouble)
        if answer is None:
            assert self._try(lambda k: k.resume(self.me, one.id), None) is not None
            answer = self._try(lambda k: k.restore(self.me, one.id, name), None)
            assert answer is not None
        live = {note.root for note in one.notes.values()}
        items = self._items(one)
        lost_for_good = 0
        for root, note in one.checkpoints[name].items():
            if root in live:
                continue
            back = [
                (item, thing["position"])
                for item, thing in items.items()
                if _said(thing) == note.text and item not in one.notes
            ]
            assert len(back) <= 1
            lost_for_good += not back and not one.tried_out(note)
            one.notes.update(
                {item: Note(root, note.text, place["x"], place["y"]) for item, place in back}
            )
        assert lost_for_good == answer.wordless  # of confidential areas no words are kept

    @rule(pick=picks, trouble=st.none() | while_read)
    def remove(self, pick: int, trouble: Trouble) -> None:
        one = self._some(pick, ready=True) if len(self.kept) == MOST else None
        if one is None:
            return
        if self._try(lambda k: k.remove(self.me, one.id), trouble) is None:
            if not any(one.id == view.workshop for view in self._views()):
                return
            self._try(lambda k: k.remove(self.me, one.id), None)
        self._learn()
        assert one not in self.kept

    # what must be true

    @invariant()
    def one_board_for_each_workshop(self) -> None:
        marks = Counter(
            str(board["description"]).rpartition("· ")[2]
            for board in self.stage._send("me", "GET", "/v2/boards?limit=50", None)["data"]
        )
        assert set(marks.values()) <= {1}
        for one in self.kept:
            record = self.process.wires.store.workshops.get(one.id)
            assert record is not None
            assert marks[record.mark] == 1 or not one.ready

    @invariant()
    def each_thing_once_or_unfinished(self) -> None:
        for one in self.kept:
            if one.board is None:
                continue
            made = self.process.wires.store.ledger.items(one.id)
            items = self._items(one)
            ours = [made[key] for key in item_keys(one.plan) if key in made]
            assert len(set(ours)) == len(ours)
            assert set(ours) <= items.keys()
            assert not set(ours) & one.notes.keys(), "somebody's note was taken for ours"
            if one.ready:
                assert len(ours) == len(item_keys(one.plan))
                assert items.keys() == {*ours, *one.notes}

    @invariant()
    def nobody_touches_what_people_wrote(self) -> None:
        for one in self.kept:
            if not one.notes:
                continue
            items = self._items(one)
            for item, note in one.notes.items():
                there = items[item]
                place = there["position"]
                assert (_said(there), place["x"], place["y"]) == (note.text, note.x, note.y)

    def teardown(self) -> None:
        """Whatever is unfinished can be finished, once nothing fails any more."""
        try:
            for one in [one for one in self.kept if not one.ready]:
                self._try(lambda k, one=one: k.resume(self.me, one.id), None)  # type: ignore[misc]  # bound now
                assert one.ready
            self.one_board_for_each_workshop()
            self.each_thing_once_or_unfinished()
            self.nobody_touches_what_people_wrote()
        finally:
            self.process.close()
            self.stage.close()
            shutil.rmtree(self.home)

    # doing

    def _try(self, verb: Callable[[Any], T], trouble: Trouble) -> T | None:
        """Do something in a process of its own, which may meet a fault or die."""
        dies = trouble if trouble is not None and len(trouble) == 2 else None
        process = Mortal(self.home, self.clock, dies=dies)
        if trouble is not None and len(trouble) == 3:
            name, kind, position = trouble
            process.wire.arm(BY_NAME[name], kind, position)
        answer: T | None = None
        stopped: KoosloomeError | None = None
        try:
            answer = verb(process.product)
        except Killed:
            self.clock.sleep(STALE_SECONDS + 1)  # it looks alive as long as the test is
        except KoosloomeError as error:
            stopped = error
        finally:
            process.close()
        if stopped is not None:
            # what a process that died left undone goes first, and is named
            assert trouble is not None or isinstance(stopped, BeingMade), repr(stopped)
            assert stopped.code != "our_fault", repr(stopped)
            assert message(stopped, "et")
        self._learn()
        return answer

    def _learn(self) -> None:
        """Take over how far the product says each workshop is."""
        views = {view.workshop: view for view in self._views()}
        known = {one.id for one in self.kept}
        for name in views.keys() - known:
            record = self.process.wires.store.workshops.get(name)
            assert record is not None
            self.kept.append(Kept(name, plan_from_json(record.plan)))
        self.kept = [one for one in self.kept if one.id in views]
        for one in self.kept:
            view = views[one.id]
            assert view.state in {"ready", "unfinished"}, view
            one.ready = view.state == "ready"
            one.board = view.board.id if view.board else None

    def _views(self) -> list[Any]:
        return list(self.process.product.workshops(self.me))

    def _some(self, pick: int, **having: bool) -> Kept | None:
        """Return a workshop that is so, if there is any.

        A rule looks for itself and has no precondition: which calls of several at once meet a fault
        is nobody's choice, and hypothesis has to find the same rules open each time.
        """
        fitting = [
            one
            for one in self.kept
            if all(bool(getattr(one, name)) == value for name, value in having.items())
        ]
        return fitting[pick % len(fitting)] if fitting else None

    def _items(self, one: Kept) -> dict[str, dict[str, Any]]:
        items: dict[str, dict[str, Any]] = {}
        cursor = ""
        while True:
            more = f"&cursor={cursor}" if cursor else ""
            path = f"/v2/boards/{one.board}/items?limit=50{more}"
            page = self.stage._send("me", "GET", path, None)
            items.update((item["id"], item) for item in page["data"])
            cursor = page.get("cursor", "")
            if not cursor:
                return items


def _said(item: dict[str, Any]) -> str:
    text = str(item.get("data", {}).get("content", ""))
    return text.removeprefix("<p>").removesuffix("</p>")


quietly = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def test_what_must_be_true_stays_true() -> None:
    run_state_machine_as_test(
        AnyWorkshop, settings=settings(quietly, max_examples=5, stateful_step_count=10)
    )


@pytest.mark.full
def test_what_must_be_true_stays_true_for_long() -> None:
    run_state_machine_as_test(
        AnyWorkshop, settings=settings(quietly, max_examples=80, stateful_step_count=25)
    )
