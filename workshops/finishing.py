"""Brings the board of a workshop to its end, first or once more, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from board_templates.errors import BoardTemplatesError
from board_templates.library import Library
from miro_client import errors as miro
from miro_client.client import MiroClient
from workshops.building import item_keys
from workshops.connecting import Connect
from workshops.errors import Cancelled, Interrupts
from workshops.making import Made, Maker, Pause
from workshops.metering import Meter
from workshops.people import People
from workshops.plan_json import plan_from_json
from workshops.ports import Clock, Sleep, Store
from workshops.progress import Progress
from workshops.records import WorkshopRecord
from workshops.requests_answers import BoardFacts, CreateAnswer
from workshops.workbench import Workbench, resume_command

INVITED_AT_ONCE = 20  # Miro's own limit (members, invite)
ROLE = "editor"


class Finish:
    """Makes what is left of a workshop's board. Only who holds the workshop's job may call it."""

    def __init__(
        self,
        *,
        library: Library,
        store: Store,
        people: People,
        connect: Connect,
        clock: Clock,
        sleep: Sleep,
    ) -> None:
        self._library = library
        self._store = store
        self._people = people
        self._connect = connect
        self._clock = clock
        self._sleep = sleep

    def run(
        self,
        workshop: WorkshopRecord,
        *,
        progress: Progress,
        wanted: Callable[[], bool],
        pause: Pause | None = None,
    ) -> CreateAnswer:
        """Make what is left and answer with the board.

        Raises what `Maker.make` raises, and `Cancelled` for Ctrl + C; it is then `unfinished`.
        """
        meter = Meter(self._clock)
        opened = () if workshop.state == "ready" else workshop.opened  # told of once, when made
        self._store.workshops.set_state(workshop.id, "making")
        try:
            with self._connect(self._people.get(workshop.account), meter) as client:
                bench = self._bench(workshop, client, progress, wanted)
                made = Maker(bench, pause=pause).make()
                not_invited = self._invite(workshop, made.board, client)
        except BaseException as error:
            self._store.workshops.set_state(workshop.id, "unfinished")
            if isinstance(error, Interrupts):
                self._tell_how_far(workshop, error)
            if isinstance(error, KeyboardInterrupt):
                command = resume_command(workshop.id)
                raise Cancelled(workshop=workshop.id, command=command) from error
            raise
        self._store.workshops.set_state(workshop.id, "ready")
        made = replace(made, differences=(*opened, *made.differences))
        return self._answer(workshop, bench, made, meter, not_invited)

    def _tell_how_far(self, workshop: WorkshopRecord, error: Interrupts) -> None:
        keys = item_keys(plan_from_json(workshop.plan))
        items = self._store.ledger.items(workshop.id)
        error.made, error.planned = sum(key in items for key in keys), len(keys)
        error.resume = resume_command(workshop.id)

    def _bench(
        self,
        workshop: WorkshopRecord,
        client: MiroClient,
        progress: Progress,
        wanted: Callable[[], bool],
    ) -> Workbench:
        return Workbench(
            workshop=workshop,
            plan=plan_from_json(workshop.plan),
            description=self._description(workshop),
            client=client,
            store=self._store,
            clock=self._clock,
            sleep=self._sleep,
            progress=progress,
            wanted=wanted,
        )

    def _description(self, workshop: WorkshopRecord) -> str:
        try:
            texts = self._library.get(workshop.method).texts
        except BoardTemplatesError:  # the method is gone since; its board can still be finished
            return workshop.title
        return texts["en" if workshop.lang == "en" else "et"].purpose

    def _invite(
        self, workshop: WorkshopRecord, board: BoardFacts, client: MiroClient
    ) -> tuple[str, ...]:
        """Invite people; return the addresses that were not, for the board stands without them.

        Those who were invited know it now, so nothing but their number is kept.
        """
        if not workshop.invite:
            return ()
        failed: list[str] = []
        for start in range(0, len(workshop.invite), INVITED_AT_ONCE):
            some = workshop.invite[start : start + INVITED_AT_ONCE]
            try:
                invitation = client.members.invite(board.id, list(some), role=ROLE)
            except miro.MiroError:
                failed.extend(some)
            else:
                failed.extend(entry.email for entry in invitation.failed if entry.email)
        self._store.workshops.keep_invited(workshop.id, len(workshop.invite) - len(failed), failed)
        return tuple(failed)

    def _answer(
        self,
        workshop: WorkshopRecord,
        bench: Workbench,
        made: Made,
        meter: Meter,
        not_invited: tuple[str, ...],
    ) -> CreateAnswer:
        keys = item_keys(bench.plan)
        items = self._store.ledger.items(workshop.id)
        return CreateAnswer(
            workshop=workshop.id,
            method=workshop.method,
            version=workshop.version,
            lang=workshop.lang,
            world=workshop.world,
            board=made.board,
            planned=len(keys),
            created=sum(key in items for key in keys),
            requests=meter.requests,
            credits=meter.credits,
            seconds=meter.seconds,
            adopted=self._store.ledger.adopted(workshop.id),
            differences=made.differences,
            shortened=made.shortened,
            invited=tuple(one for one in workshop.invite if one not in not_invited),
            not_invited=not_invited,
        )
