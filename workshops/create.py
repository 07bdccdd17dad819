"""The verb: make a board of a method and a brief."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from board_templates.geometry import Point
from board_templates.library import Library
from miro_client.client import MiroClient
from workshops import marks
from workshops.briefs import Prepared, beside, prepare
from workshops.building import item_keys
from workshops.connecting import Connect
from workshops.errors import AlreadyUnfinished, InputFaults, WorkshopNotFound
from workshops.faults import N_, InputFault
from workshops.miro_errors import meant
from workshops.origin import Room, find_room
from workshops.people import People
from workshops.plan_json import digest, plan_from_json, plan_to_json
from workshops.plan_moves import moved
from workshops.ports import Chance, Clock, Store
from workshops.records import AccountRecord, JobRecord, WorkshopRecord
from workshops.refs import Refs, parse_ref
from workshops.requests_answers import Account, BoardFacts, CreateRequest
from workshops.workbench import resume_command

ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+").fullmatch
PLACED = frozenset({"making", "unfinished", "ready"})  # states of a workshop whose place is ours


@dataclass(frozen=True, slots=True)
class Site:
    """Where a plan goes and who puts it there; no board yet when it gets one of its own."""

    actor: AccountRecord
    board: BoardFacts | None
    room: Room


class Create:
    """Checks a request and keeps the workshop and its job, in one transaction; sends nothing."""

    def __init__(
        self,
        *,
        library: Library,
        store: Store,
        people: People,
        refs: Refs,
        connect: Connect,
        clock: Clock,
        chance: Chance,
        harvest_page: str | None,
    ) -> None:
        self._library = library
        self._store = store
        self._people = people
        self._refs = refs
        self._connect = connect
        self._clock = clock
        self._chance = chance
        self._harvest_page = harvest_page

    def keep(
        self, account: Account, request: CreateRequest, *, owner: str | None
    ) -> tuple[WorkshopRecord, JobRecord]:
        """Keep what was asked for; with an `owner` the job is claimed already.

        Raises `InputFaults`, `UnknownMethod`, `AlreadyUnfinished`, or `NotFound` of `on`.
        """
        prepared = self._prepared(request)
        values = {**prepared.brief.values, "on": request.on}
        same = digest(prepared.method.id, prepared.plan.version, values)
        if not request.new:
            self._refuse_second(account, same)
        site = self._site(account, request.on)
        workshop = self._record(request, prepared, same, site)
        job = self._job(workshop, owner)
        self._store.workshops.add(workshop, job)
        return workshop, job

    def _prepared(self, request: CreateRequest) -> Prepared:
        addresses = tuple(not_an_address(entry) for entry in request.invite if not ADDRESS(entry))
        try:
            prepared = prepare(
                self._library,
                request.method,
                beside(request.values, request.on),
                request.lang,
                harvest_page=self._harvest_page,
            )
        except InputFaults as wrong:
            raise InputFaults(faults=(*wrong.faults, *addresses)) from wrong
        if addresses:
            raise InputFaults(faults=addresses)
        return prepared

    def _refuse_second(self, account: Account, same: str) -> None:
        accounts = self._people.acting_for(account)
        other = self._store.workshops.unfinished_like(accounts, same)
        if other is not None:
            raise AlreadyUnfinished(workshop=other.id, command=resume_command(other.id))

    def _site(self, account: Account, on: str | None) -> Site:
        """Return where the plan goes: a board of its own, or the room beside what is there."""
        if on is None:
            return Site(self._people.get(account.id), None, Room(Point(0.0, 0.0), None))
        actor, board = self._board(account, on)
        actor = self._people.identified(actor.id)
        with meant(board=board), self._connect(actor) as client:
            found = client.boards.get(board)
            room = self._room(client, found.id)
        facts = BoardFacts(id=found.id, name=found.name or "", url=found.view_link or "")
        return Site(actor, facts, room)

    def tags_on(self, account: Account, on: str) -> frozenset[str]:
        """Return the titles of the tags on a board that something would be put on.

        Raises `WorkshopNotFound`, `BoardNotFound`, or what reaching Miro raises.
        """
        actor, board = self._board(account, on)
        with meant(board=board), self._connect(actor) as client:
            return frozenset(tag.title or "" for tag in client.tags.iterate(board))

    def _board(self, account: Account, on: str) -> tuple[AccountRecord, str]:
        """Return the board meant and who works on it. Raises `WorkshopNotFound`."""
        ref = parse_ref(on)
        others = [one for one in self._refs.on(account, ref) if one.board_id is not None]
        board = others[0].board_id if others else ref.board
        if board is None:
            raise WorkshopNotFound(ref=on)
        return self._people.get(others[0].account if others else account.id), board

    def _room(self, client: MiroClient, board: str) -> Room:
        """Return the room beside what is listed and what we know to stand there."""
        ours = [one for one in self._store.workshops.on_board(board) if one.state in PLACED]
        plans = (moved(plan_from_json(one.plan), one.origin) for one in ours)
        ledgers = (self._store.ledger.items(one.id).values() for one in ours)
        return find_room(
            client,
            board,
            ours=[plan.extent for plan in plans],
            made=[item for made in ledgers for item in made],
        )

    def _record(
        self, request: CreateRequest, prepared: Prepared, same: str, site: Site
    ) -> WorkshopRecord:
        plan = prepared.plan
        return WorkshopRecord(
            id=marks.new_id("w", self._chance),
            account=site.actor.id,
            world=site.actor.world,
            method=prepared.method.id,
            version=plan.version,
            lang=plan.lang,
            title=plan.title,
            brief=dict(prepared.brief.values),
            digest=same,
            plan=plan_to_json(plan),
            origin=site.room.origin,
            floor=site.room.floor,
            state="making",
            mark=marks.new_mark(self._chance),
            created_at=self._now(),
            owns_board=site.board is None,
            team=request.team,
            invite=request.invite,
            board_id=site.board.id if site.board else None,
            board_name=site.board.name if site.board else None,
            board_url=site.board.url if site.board else None,
            planned=len(item_keys(plan)),
        )

    def _job(self, workshop: WorkshopRecord, owner: str | None) -> JobRecord:
        now = self._now()
        return JobRecord(
            id=marks.new_id("j", self._chance),
            kind="create",
            account=workshop.account,
            workshop=workshop.id,
            state="running" if owner else "waiting",
            owner=owner,
            heartbeat=now if owner else None,
            attempts=1 if owner else 0,
            created_at=now,
            changed_at=now,
        )

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now(), UTC)


def not_an_address(entry: str) -> InputFault:
    """Say that nobody can be invited at this address."""
    sentence = N_("“{address}” is no e-mail address")
    return InputFault(field="invite", code="address", sentence=sentence, values={"address": entry})
