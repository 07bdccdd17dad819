"""One run of the bench: every measurement in turn, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from board_templates.library import Library
from tests.bench import others, ours
from tests.bench.others import PEERS, Peer
from tests.bench.own_work import OwnWork, Planning, harvests, plans
from tests.bench.standing import Measured, StandIn, stand_in
from tests.bench.starting import Start, starts
from workshops.koosloome import Koosloome
from workshops.wiring.wires import Wires

OURS = "Koosloome"
BULK, PAGE = 20, 50
FRAMES = 10  # of the boards that are read
WAYS = {
    "make": "one by one",
    "make-sliced": "sliced by 20",
    "read": "its own page",
    "read-sliced": "pages of 50",
}

Say = Callable[[str], None]


@dataclass(frozen=True)
class Size:
    """How much is measured; `methods` are the first so many, all when null."""

    delay: float
    notes: int
    items: tuple[int, ...]
    people: tuple[int, ...]
    own: tuple[int, ...]
    methods: int | None = None
    commands: int = 5


FULL = Size(0.25, 300, (1_000, 10_000), (15, 40), (1_000, 10_000, 100_000))
QUICK = Size(0.01, 60, (300,), (15,), (100, 200), methods=1, commands=1)


@dataclass(frozen=True)
class Row:
    """A line of a table; `formula` is the calls by design, null for others' work."""

    what: str
    who: str
    measured: Measured | None
    formula: int | None = None
    chain: float | None = None


@dataclass
class Figures:
    """Everything one run found."""

    size: Size
    making: list[Row] = field(default_factory=list)
    methods: list[Row] = field(default_factory=list)
    reading: list[Row] = field(default_factory=list)
    own: list[OwnWork] = field(default_factory=list)
    plans: list[Planning] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)


def run(size: Size, say: Say) -> Figures:
    """Measure everything, one thing after the other; `say` is told what is under way."""
    figures = Figures(size)
    library = Library()
    methods = tuple(library.ids())[: size.methods]
    say("the environments of the other clients")
    others.set_up()
    with stand_in(size.delay) as stand, ours.koosloome(stand) as wires:
        ours.make_plan(stand, wires, ours.notes_plan(1))  # what is opened once doesn't count
        figures.making = list(_told(_making(stand, wires, size.notes), say))
        figures.methods = list(_told(_methods(stand, wires, methods, size.people), say))
        figures.reading = list(_told(_reading(stand, wires, size.items), say))
    say("own work")
    figures.own = sorted(harvests(library, methods, size.own), key=lambda one: one.order)
    figures.plans = list(plans(library, methods))
    say("start-up times")
    figures.starts = starts(size.commands)
    return figures


def _told(rows: Iterator[Row], say: Say) -> Iterator[Row]:
    for row in rows:
        say(f"{row.what} – {row.who}: {row.measured.seconds:.1f} s" if row.measured else row.who)
        yield row


def _making(stand: StandIn, wires: Wires, notes: int) -> Iterator[Row]:
    what = f"a board, a frame, {notes} notes"
    plan = ours.notes_plan(notes)
    measured = ours.make_plan(stand, wires, plan)
    yield Row(what, OURS, measured, ours.formula(plan), ours.waves(plan) * stand.delay)
    for peer in PEERS:
        for way in ("make-sliced", "make"):
            yield _peer(stand, peer, way, what, notes)


def _methods(
    stand: StandIn, wires: Wires, methods: Sequence[str], people: Sequence[int]
) -> Iterator[Row]:
    for method in methods:
        for count in people:
            if not ours.fits(Koosloome(wires), method, count):
                continue
            plan, measured = ours.make_method(stand, wires, method, count)
            chain = ours.waves(plan) * stand.delay
            yield Row(f"{method}, {count} people", OURS, measured, ours.formula(plan), chain)


def _reading(stand: StandIn, wires: Wires, sizes: Sequence[int]) -> Iterator[Row]:
    for items in sizes:
        what = f"{items:,} items"
        board = stand.board(items, FRAMES)
        count, measured = ours.read(stand, wires, board)
        if count != items:
            raise AssertionError(f"{count} of {items} items were read")
        chain = ours.reading_waves(items, FRAMES) * stand.delay
        yield Row(what, OURS, measured, ours.reading_formula(items, FRAMES), chain)
        for peer in PEERS:
            for way in peer.reads:
                if way == "read-sliced" or items == sizes[0]:
                    yield _peer(stand, peer, way, what, board)


def _peer(stand: StandIn, peer: Peer, way: str, what: str, given: object) -> Row:
    who = f"{peer.name}, {WAYS[way]}"
    if not peer.here:
        return Row(what, who, None)
    return Row(what, who, others.at_work(stand, peer, way, given)[1])
