"""Koosloome at work on the stand-in: boards made, boards read."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from math import ceil
from tempfile import TemporaryDirectory
from typing import Any

from board_templates.geometry import Point
from board_templates.plan import Phase, Plan
from tests.bench.standing import Measured, StandIn
from tests.workshops.plans import note, plan
from workshops import building, marks
from workshops.building import item_keys
from workshops.clocks import WallClock
from workshops.errors import InputFaults
from workshops.example import read_example
from workshops.koosloome import Koosloome
from workshops.marks import new_id
from workshops.plan_json import digest, plan_from_json, plan_to_json
from workshops.progress import silent
from workshops.reading import Reader
from workshops.records import WorkshopRecord
from workshops.requests_answers import CreateRequest
from workshops.settings import load_settings
from workshops.wiring.wires import Wires

SIDE_BY_SIDE = 8
PAGE = 50
TOKEN = "sandbox-me"  # anybody's, at the sandbox


@contextmanager
def koosloome(stand: StandIn) -> Iterator[Wires]:
    """Open the product in an empty folder, with the stand-in for Miro."""
    with TemporaryDirectory() as home:
        environ = {"KOOSLOOME_HOME": home, "MIRO_API_URL": stand.url, "MIRO_ACCESS_TOKEN": TOKEN}
        wires = Wires(
            load_settings(environ),
            clock=WallClock(),
            sleep=time.sleep,
            chance=secrets.token_bytes,
            on_call=None,
        )
        try:
            yield wires
        finally:
            wires.close()


def notes_plan(notes: int) -> Plan:
    """Return the plan of one frame with so many notes."""
    every = tuple(note(f"N{n}", f"Mõte {n}", x=100.0 + n % 800) for n in range(notes))
    return plan(every)


def waves(drawn: Plan) -> int:
    """Return how many calls wait for each other: the board, then eight at a time in each phase."""
    return 1 + sum(ceil(len(phase.calls) / SIDE_BY_SIDE) for phase in building.phases(drawn))


def formula(drawn: Plan) -> int:
    """Return how many calls the board takes by design, counted without the code that sends them."""
    bulk = sum(ceil(sum(item.phase == one for item in drawn.items) / 20) for one in Phase)
    titles = {tag.title for tag in drawn.tags}
    carried = sum(title in titles for item in drawn.items for title in item.tags)
    return 1 + len(drawn.frames) + bulk + len(drawn.links) + len(drawn.tags) + carried


def make_plan(stand: StandIn, wires: Wires, drawn: Plan) -> Measured:
    """Make the board of a plan."""
    product, account = Koosloome(wires), Koosloome(wires).account()
    kept = _keep(wires, drawn)
    with stand.counting() as found:
        product.resume(account, kept.id)
    return found[0]


def make_method(stand: StandIn, wires: Wires, method: str, people: int) -> tuple[Plan, Measured]:
    """Make the board of a method's example with so many people; return its plan too."""
    product = Koosloome(wires)
    account, values = product.account(), example_values(product, method, people)
    request = CreateRequest(method=method, values=values, lang="et", new=True)
    with stand.counting() as found:
        answer = product.create(account, request)
    kept = wires.store.workshops.get(answer.workshop)
    assert kept is not None
    return plan_from_json(kept.plan), found[0]


def example_values(product: Koosloome, method: str, people: int) -> Mapping[str, Any]:
    """Return the brief of a method's example, for so many people."""
    example = read_example(product.library.folder(method))
    return {**example.brief["et"], "participants": people}


def fits(product: Koosloome, method: str, people: int) -> bool:
    """Tell whether a method is for so many people."""
    try:
        product.make_plan(method, example_values(product, method, people), "et")
    except InputFaults:
        return False
    return True


def read(stand: StandIn, wires: Wires, board_id: str) -> tuple[int, Measured]:
    """Read a board, as a harvest does; return how many items came, too."""
    with wires.connect(wires.people.me()) as client, stand.counting() as found:
        board = client.boards.get(board_id)
        read_ = Reader(client, silent).read(board, known_tags=(), now=datetime.now(UTC))
    assert read_.trouble is None
    return len(read_.snapshot.items), found[0]


def reading_formula(items: int, frames: int) -> int:
    """Return the most calls a board without lines, groups and tags may take by design."""
    an_empty_listing_each = 2
    return ceil(1.5 * ceil(items / PAGE)) + frames + 4 + an_empty_listing_each


def reading_waves(items: int, frames: int) -> int:
    """Return how many calls wait for each other where notes are shared out among frames."""
    pages = ceil(ceil((items - frames) / frames) / PAGE)
    return 3 + max(pages, ceil(frames * pages / SIDE_BY_SIDE))


def _keep(wires: Wires, drawn: Plan) -> WorkshopRecord:
    account = wires.people.me()
    workshop = WorkshopRecord(
        id=new_id("w", wires.chance),
        account=account.id,
        world=account.world,
        method=drawn.method,
        version=drawn.version,
        lang=drawn.lang,
        title=drawn.title,
        brief={},
        digest=digest(drawn.method, drawn.version, {}),
        plan=plan_to_json(drawn),
        origin=Point(0.0, 0.0),
        state="unfinished",
        mark=marks.new_mark(wires.chance),
        created_at=wires.jobs.now(),
        planned=len(item_keys(drawn)),
    )
    wires.store.workshops.add(workshop, None)
    return replace(workshop)
