"""Reads a board with what is known of it, and makes of it what may be stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from board_templates.library import Library
from harvest.cutting import cut
from harvest.snapshot import Snapshot
from workshops.connecting import Connect
from workshops.errors import BoardUnread, KoosloomeError, NeedsSignIn, Unfinished
from workshops.faulty_rules import faults_told
from workshops.knowing import Ground, Knowledge, Target
from workshops.metering import Meter
from workshops.miro_errors import meaning, meant
from workshops.people import People
from workshops.ports import Chance, Clock
from workshops.progress import Phase, Progress, ProgressStep
from workshops.reading import BoardRead, Reader
from workshops.records import WorkshopRecord
from workshops.refs import Refs, parse_ref
from workshops.requests_answers import Account, NamesMode
from workshops.storing_privately import without_own_tags, without_people, without_words
from workshops.workbench import resume_command

SALT = 32
KEEPS_PEOPLE = frozenset({"full", "pseudonym"})


@dataclass(frozen=True, slots=True)
class View:
    """A board as it was read, what is known of it, and the workshop it belongs to.

    `known_tags` are the titles of tags that mean something, whichever were asked for.
    """

    read: BoardRead
    ground: Ground
    workshop: WorkshopRecord
    known_tags: frozenset[str]

    @property
    def snapshot(self) -> Snapshot:
        """What was read, texts and people and all; never to be stored."""
        return self.read.snapshot


class Viewing:
    """Reads boards for the verbs that look at them."""

    def __init__(
        self,
        *,
        library: Library,
        people: People,
        refs: Refs,
        connect: Connect,
        clock: Clock,
        chance: Chance,
        knowledge: Knowledge,
    ) -> None:
        self._library = library
        self._people = people
        self._refs = refs
        self._connect = connect
        self._clock = clock
        self._chance = chance
        self._knowledge = knowledge

    def target(self, account: Account, ref: str) -> Target:
        """Return the board that is meant.

        Raises `WorkshopNotFound`, `AmbiguousRef` when several workshops stand on the board, or
        `Unfinished` when its making never got as far as a board. A board without a record of ours
        is a target too.
        """
        parsed = parse_ref(ref)
        found = self._refs.on(account, parsed)
        if not found and parsed.board is not None:
            return Target(self._people.get(account.id), parsed.board, None)
        workshop = self._refs.workshop(account, ref)
        if workshop.board_id is None:
            raise Unfinished(workshop=workshop.id, command=resume_command(workshop.id))
        return Target(self._people.get(workshop.account), workshop.board_id, workshop)

    def view(
        self, target: Target, meter: Meter, progress: Progress, *, every_tag: bool = False
    ) -> View:
        """Read a board, whole or in part: `read.trouble` tells.

        With `every_tag` it is known of tags that people made, too, which notes carry them; that
        is a call or more for each. Raises `NeedsSignIn`, `BoardNotFound` or `MiroUnreachable`.
        """
        with meant(board=target.board), self._connect(target.actor, meter) as client:
            board = client.boards.get(target.board)
            reader = Reader(client, progress)
            known = frozenset(self._knowledge.known_tags(target))
            read = reader.read(board, known_tags=None if every_tag else known, now=self.now())
        progress(ProgressStep(Phase.PLACING, 0, 1))
        ground, workshop = self._knowledge.ground(target, read.snapshot)
        progress(ProgressStep(Phase.PLACING, 1, 1))
        return View(read, ground, workshop, known)

    def whole(
        self,
        target: Target,
        meter: Meter,
        progress: Progress,
        command: str,
        *,
        every_tag: bool = False,
    ) -> View:
        """Read a board, whole.

        Raises `BoardUnread` that names `command` as what to try again, and as `view`.
        """
        view = self.view(target, meter, progress, every_tag=every_tag)
        if view.read.trouble is not None:
            raise self.unread(view.read, target, command) from view.read.cause
        return view

    @staticmethod
    def unread(read: BoardRead, target: Target, command: str) -> KoosloomeError:
        """Return the error of a board that could not be read whole."""
        if read.cause is not None:
            error = meaning(read.cause, board=target.board)
            if isinstance(error, NeedsSignIn):
                return error
        return BoardUnread(
            workshop=target.workshop.id if target.workshop else None,
            command=command,
            read=len(read.snapshot.items),
            total=read.snapshot.total,
            reason=read.trouble or "",
        )

    def storable(self, view: View, names: NamesMode = "tasks") -> Snapshot:
        """Return the snapshot as it may be stored: nothing confidential, nobody named unasked.

        Raises `FaultyRule` where a method of people's own can't tell what is confidential.
        """
        whole, ground = view.snapshot, view.ground
        cutting = whole.model_copy(update={"total": None}) if view.read.trouble else whole
        with faults_told(self._library, ground.method, f"koosloome harvest {view.workshop.id}"):
            safe = cut(
                ground.method,
                self._library.shared,
                ground.plan,
                cutting,
                placed_by=ground.placed_by,
                twins=ground.twins,
                earlier=ground.earlier,
                footer=ground.footer,
                elsewhere=ground.elsewhere,
            )
        safe = safe.model_copy(update={"total": whole.total})
        safe = without_own_tags(safe, view.known_tags)
        if not view.read.tags_known:
            safe = without_words(safe)
        if names in KEEPS_PEOPLE:
            return safe
        return without_people(safe, self._chance(SALT))

    def now(self) -> datetime:
        """Return the time of day."""
        return datetime.fromtimestamp(self._clock.now(), UTC)
