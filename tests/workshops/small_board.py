"""A small workshop with every kind of call in it, and the proof that its board is as planned."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from board_templates.geometry import Box, Point
from board_templates.plan import Phase, Plan, PlannedLink, PlannedTag, Role
from miro_client.client import MiroClient
from tests.workshops.plans import note, plan, shape
from workshops import building, marks
from workshops.building import Ground, item_keys
from workshops.comparing import differences
from workshops.marks import new_id
from workshops.plan_json import digest, plan_from_json, plan_to_json
from workshops.records import CallState, JobRecord, WorkshopRecord
from workshops.wiring.wires import Wires

LINKS = tuple(PlannedLink(f"L{n}", f"N{n}", f"N{n + 1}") for n in range(1, 4))
TAGS = (PlannedTag("power", "võim", "red"), PlannedTag("open", "lahtine", "blue"))


def small_plan() -> Plan:
    """Give two frames, 30 areas in two calls, 27 notes in two, links, tags and tagged notes."""
    areas = [
        replace(
            shape(f"Z{n}", f"<p>Ala {n}</p>", frame=f"F{1 + n % 2}", box=_cell(n)), text=f"Ala {n}"
        )
        for n in range(30)
    ]
    notes = [
        replace(note(f"N{n}", f"Mõte {n}", x=100.0 + 20 * n), role=Role.EXAMPLE) for n in range(22)
    ]
    blanks = [note(f"B{n}", frame="F2", x=1300.0 + 20 * n) for n in range(5)]
    notes[1] = replace(notes[1], tags=("võim",))
    notes[2] = replace(notes[2], tags=("võim", "lahtine"))
    dot = shape("D1", phase=Phase.DOTS, box=_cell(2))
    return plan((*areas, *notes, *blanks, dot), LINKS, TAGS, frames=2)


def _cell(n: int) -> Box:
    column, row = (n // 2) % 4, n // 8
    left = 1200.0 * (n % 2)
    return Box(left + 20 + 240 * column, 20 + 180 * row, 200, 150)


def keep_small(wires: Wires) -> WorkshopRecord:
    """Keep a workshop of the small plan whose board is still to be made."""
    drawn = small_plan()
    account = wires.people.me()
    workshop = WorkshopRecord(
        id=new_id("w", wires.chance),
        account=account.id,
        world=account.world,
        method=drawn.method,
        version=1,
        lang="et",
        title=drawn.title,
        brief={},
        digest=digest(drawn.method, 1, {}),
        plan=plan_to_json(drawn),
        origin=Point(0.0, 0.0),
        state="unfinished",
        mark=marks.new_mark(wires.chance),
        created_at=wires.jobs.now(),
        planned=len(item_keys(drawn)),
    )
    nobodys: JobRecord | None = None
    wires.store.workshops.add(workshop, nobodys)
    return workshop


def assert_as_planned(wires: Wires, workshop_id: str) -> None:
    """Every planned thing stands on the board once, as planned, and nothing else does."""
    workshop = wires.store.workshops.get(workshop_id)
    assert workshop is not None
    assert workshop.state == "ready"
    made = wires.store.ledger.items(workshop.id)
    drawn = plan_from_json(workshop.plan)
    assert wires.store.ledger.gone(workshop.id) == ()
    assert wires.store.ledger.calls(workshop.id, (CallState.SENT, CallState.UNKNOWN)) == ()
    with wires.connect(wires.people.get(workshop.account)) as client:
        one_board(client, workshop)
        _items(client, workshop, drawn, made)
        _lines(client, workshop, drawn, made)
        _tags(client, workshop, drawn, made)


def one_board(client: MiroClient, workshop: WorkshopRecord) -> None:
    """Nobody made a second board of the same mark."""
    ending = f"· {workshop.mark}"
    every = list(client.boards.iterate(sort="last_created"))
    assert len({board.id for board in every}) == len(every)
    same = [board.id for board in every if (board.description or "").endswith(ending)]
    assert same == [workshop.board_id]


def _items(client: MiroClient, workshop: WorkshopRecord, drawn: Plan, made: dict[str, str]) -> None:
    there = {item.id: item for item in client.items.iterate(str(workshop.board_id))}
    assert sorted(there) == sorted(made[key] for key in item_keys(drawn))
    frames = {frame.key: frame for frame in drawn.frames}
    ground = Ground(url="", origin=workshop.origin, frames={key: made[key] for key in frames})
    assert [there[made[key]].data.title for key in frames] == [  # type: ignore[union-attr]
        frame.title for frame in drawn.frames
    ]
    unlike = [differences(i, frames, ground, there[made[i.key]]) for i in drawn.items]
    assert [one for one in unlike if one] == []


def _lines(client: MiroClient, workshop: WorkshopRecord, drawn: Plan, made: dict[str, str]) -> None:
    there = Counter(
        (one.start_item.id, one.end_item.id)
        for one in client.connectors.iterate(str(workshop.board_id))
        if one.start_item and one.end_item
    )
    assert there == Counter((made[link.start], made[link.end]) for link in drawn.links)


def _tags(client: MiroClient, workshop: WorkshopRecord, drawn: Plan, made: dict[str, str]) -> None:
    board = str(workshop.board_id)
    there = {tag.title: tag.id for tag in client.tags.iterate(board)}
    assert there == {tag.title: made[building.tag_key(tag)] for tag in drawn.tags}
    for tag in drawn.tags:
        carriers = {item.id for item in client.items.iterate_by_tag(board, there[tag.title])}
        assert carriers == {made[item.key] for item in drawn.items if tag.title in item.tags}
