"""Makes a board of a plan, from wherever the ledger says it stands, to its end.

Phases one after the other, the calls of one phase side by side. When an answer is lost, sending
stops, what is under way is drained, the board is looked at, and what is left is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from miro_client import errors as miro
from workshops import building, marks
from workshops.board_facts import board_facts
from workshops.board_making import BoardMaker
from workshops.building import Ground, Operation, PlannedCall, PlannedPhase
from workshops.covering import backgrounds, cleared, covering
from workshops.errors import KoosloomeError, MiroUnreachable
from workshops.faults import N_
from workshops.looking import Eyes, RestlessBoardError
from workshops.miro_errors import meaning, said
from workshops.plan_moves import moved
from workshops.progress import Counter, Phase, ProgressStep
from workshops.reading import live_of
from workshops.reconcile import Reconciler, Scene, pause_before_looking
from workshops.records import CallState
from workshops.requests_answers import BoardFacts, Difference
from workshops.sending import Sender, Troubles
from workshops.workbench import ROUNDS, TIME_OUT, Workbench

SIDE_BY_SIDE = 8
AFTER_FAILURE = 2.0  # Miro answered that it failed, so nothing is under way any more
FAILED = 500
BACKGROUNDS = frozenset({Phase.FRAMES, Phase.ZONES, Phase.TEXTS})

Pause = Callable[[BoardFacts], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A finished board, where it is not as planned, and what had to be shortened."""

    board: BoardFacts
    differences: tuple[Difference, ...]
    shortened: tuple[str, ...]


class Maker:
    """Makes one board; `pause` is called once the backgrounds stand, before notes lie on them."""

    def __init__(self, bench: Workbench, *, pause: Pause | None = None) -> None:
        self._bench = bench
        self._pause = pause
        self._ledger = bench.store.ledger
        self._differences: list[Difference] = []

    def make(self) -> Made:
        """Make what is left of the board.

        Raises `BoardUnfinished`, `Cancelled`, `NeedsSignIn`, `BoardNotFound` or `MiroRefused`; what
        was made is in the ledger.
        """
        try:
            board_maker = BoardMaker(self._bench)
            self._bench = replace(self._bench, workshop=board_maker.ensure())
            self._differences.extend(board_maker.differences)
            board = board_facts(self._bench.workshop)
            self._look(board, TIME_OUT, since_sent=True)
            self._hide_nothing(board)
            with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
                self._fill(pool, board)
        except miro.MiroError as error:
            raise self._stopped(error) from error
        except RestlessBoardError as error:
            raise self._bench.unfinished(N_("The board keeps changing.")) from error
        return Made(board, tuple(self._differences), self._shortened())

    def _hide_nothing(self, board: BoardFacts) -> None:
        """Keep what lies there in sight, where backgrounds come later than it did."""
        bench = self._bench
        calls = self._ledger.calls(bench.workshop.id, tuple(CallState))
        late = backgrounds(bench.plan, self._unsendable())
        if not late or all(call.operation == Operation.BOARD for call in calls):
            return
        eyes = Eyes(bench.client, board.id, bench.sleep)
        there = live_of(board.id, eyes.glance(), bench.now())
        lying = moved(bench.plan, bench.workshop.origin)
        hiding = covering(lying, self._ledger.items(bench.workshop.id), there, late)
        self._bench = replace(bench, plan=cleared(bench.plan, hiding))

    def _stopped(self, error: miro.MiroError) -> KoosloomeError:
        meant = meaning(error, board=self._bench.workshop.board_id)
        return self._bench.unfinished(said(error)) if isinstance(meant, MiroUnreachable) else meant

    def _shortened(self) -> tuple[str, ...]:
        workshop = self._bench.workshop
        if not workshop.owns_board:
            return ()
        name_cut = marks.board_name(workshop.title) != " ".join(workshop.title.split())
        described = marks.board_description(self._bench.description, workshop.mark)
        text_cut = f"… · {workshop.mark}" in described
        return (*(("name",) if name_cut else ()), *(("description",) if text_cut else ()))

    def _fill(self, pool: ThreadPoolExecutor, board: BoardFacts) -> None:
        fruitless = 0
        while fruitless < ROUNDS:
            before = len(self._settled())
            try:
                if self._send_rest(pool, board):
                    return
            except (miro.NotFound, miro.InvalidRequest) as error:
                self._look(board, TIME_OUT)
                if not self._people_took_away(board):
                    raise error from None
                continue
            fruitless = 0 if len(self._settled()) > before else fruitless + 1
        raise self._bench.unfinished(N_("Miro kept losing answers."))

    def _people_took_away(self, board: BoardFacts) -> bool:
        """Note what of ours people deleted meanwhile, which makes Miro refuse what hangs on it.

        Tells whether there was anything; what they deleted is not made again.
        """
        workshop = self._bench.workshop.id
        made = self._ledger.items(workshop)
        eyes = Eyes(self._bench.client, board.id, self._bench.sleep)
        keys = [key for key in building.item_keys(self._bench.plan) if key in made]
        tags = [key for tag in self._bench.plan.tags if (key := building.tag_key(tag)) in made]
        there = {one.id for one in eyes.items()} | {one.id for one in eyes.tags()}
        lost = [made[key] for key in (*keys, *tags) if made[key] not in there]
        self._ledger.lose(workshop, lost)
        return bool(lost)

    def _settled(self) -> set[str]:
        workshop = self._bench.workshop.id
        return {*self._ledger.items(workshop), *self._ledger.gone(workshop)}

    def _send_rest(self, pool: ThreadPoolExecutor, board: BoardFacts) -> bool:
        """Send what is left, phase by phase; tell whether every answer came."""
        self._adopt_tags_of_others(board)
        sender = self._sender(board)
        drew = False
        for phase in building.phases(self._bench.plan, self._unsendable()):
            if drew and phase.phase not in BACKGROUNDS:
                self._pause_once(board)
            drew = phase.phase in BACKGROUNDS
            lost = self._send(pool, sender, phase)
            self._differences.extend(sender.taken_differences())
            if lost:
                self._look(board, AFTER_FAILURE if _all_failed(lost) else TIME_OUT)
                return False
        return True

    def _unsendable(self) -> set[str]:
        """Return what needs no call: made, gone, or leading to something that is gone."""
        gone = set(self._ledger.gone(self._bench.workshop.id))
        plan = self._bench.plan
        lines = {link.key for link in plan.links if {link.start, link.end} & gone}
        tags = {
            building.attach_key(item, tag)
            for item in plan.items
            for tag in plan.tags
            if item.key in gone or building.tag_key(tag) in gone
        }
        children = {item.key for item in plan.items if item.frame in gone}
        return self._settled() | lines | tags | children

    def _pause_once(self, board: BoardFacts) -> None:
        if self._pause is not None:
            self._pause(board)
            self._pause = None

    def _send(
        self, pool: ThreadPoolExecutor, sender: Sender, phase: PlannedPhase
    ) -> list[miro.MiroError]:
        """Send the calls of a phase side by side and drain them; return the answers lost."""
        self._bench.check_wanted()
        troubles = Troubles()
        counter = Counter(self._bench.progress, phase.phase, phase.pieces)

        def one(call: PlannedCall) -> None:
            if not self._bench.wanted():
                troubles.stop.set()
            made = sender.send(call, troubles)
            if made:
                counter.add(made)

        list(pool.map(one, phase.calls))
        if troubles.fatal:
            raise troubles.fatal[0]
        if not troubles.unknown:
            self._bench.check_wanted()
        return troubles.unknown

    def _sender(self, board: BoardFacts) -> Sender:
        bench = self._bench
        return Sender(
            client=bench.client,
            ledger=self._ledger,
            clock=bench.clock,
            workshop=bench.workshop.id,
            board=board.id,
            plan=bench.plan,
            ground=self._ground(board),
            made=self._ledger.items(bench.workshop.id),
            body=bench.body,
        )

    def _ground(self, board: BoardFacts) -> Ground:
        made = self._ledger.items(self._bench.workshop.id)
        frames = {
            frame.key: made[frame.key] for frame in self._bench.plan.frames if frame.key in made
        }
        return Ground(url=board.url, origin=self._bench.workshop.origin, frames=frames)

    def _look(self, board: BoardFacts, pause: float, *, since_sent: bool = False) -> None:
        """Find out what became of the calls without an answer, if there are any."""
        bench = self._bench
        eyes = Eyes(bench.client, board.id, bench.sleep)
        reconciler = Reconciler(
            self._ledger, bench.workshop.id, eyes, building.every_key(bench.plan)
        )
        calls = reconciler.open_calls()
        if not calls:
            return
        waited = pause_before_looking(calls, bench.clock.now(), pause) if since_sent else pause
        bench.wait(waited)
        bench.progress(ProgressStep(Phase.LOOKING, 0, len(calls)))
        reconciler.settle(
            Scene(
                plan=bench.plan,
                ground=self._ground(board),
                user=self._user(),
                floor=bench.workshop.floor,
                elsewhere=self._ledger.elsewhere(board.id, bench.workshop.id),
            )
        )

    def _user(self) -> str | None:
        account = self._bench.store.accounts.get(self._bench.workshop.account)
        return account.miro_user if account else None

    def _adopt_tags_of_others(self, board: BoardFacts) -> None:
        """On a board that was there before, use the tags it has: titles are unique on a board."""
        bench, settled = self._bench, self._settled()
        waiting = [tag for tag in bench.plan.tags if building.tag_key(tag) not in settled]
        if bench.workshop.owns_board or not waiting:
            return
        there = {tag.title: tag.id for tag in bench.client.tags.iterate(board.id)}
        for tag in waiting:
            if tag.title in there:
                key = building.tag_key(tag)
                call = self._ledger.open_call(bench.workshop.id, Operation.TAG, (key,), bench.now())
                self._ledger.settle(call, CallState.MADE, {key: there[tag.title]}, adopted=True)


def _all_failed(lost: list[miro.MiroError]) -> bool:
    return all(error.status == FAILED for error in lost)
