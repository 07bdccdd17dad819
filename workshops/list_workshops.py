"""The verb: a person's workshops, and how each is shown."""

from __future__ import annotations

from workshops.board_facts import board_facts
from workshops.jobs.holding import Jobs
from workshops.people import People
from workshops.ports import Store
from workshops.records import JobRecord, WorkshopRecord
from workshops.requests_answers import Account, WorkshopState, WorkshopView


class ListWorkshops:
    """Lists what a person has made or read."""

    def __init__(self, store: Store, people: People, jobs: Jobs) -> None:
        self._store = store
        self._jobs = jobs
        self._people = people

    def all(self, account: Account) -> tuple[WorkshopView, ...]:
        """Return the workshops, newest first; removed ones are left out."""
        every = self._store.workshops.of(self._people.acting_for(account))
        return tuple(self.view(one) for one in every if one.state != "removed")

    def view(self, workshop: WorkshopRecord) -> WorkshopView:
        """Return a workshop as the doors show it."""
        job = self._store.jobs.open_of(workshop.id)
        ready, asked = workshop.state == "ready", workshop.invited is not None
        return WorkshopView(
            workshop=workshop.id,
            method=workshop.method,
            version=workshop.version,
            lang=workshop.lang,
            title=workshop.title,
            state=self._state(workshop, self._store.jobs.maker_of(workshop.id)),
            world=workshop.world,
            board=board_facts(workshop) if workshop.board_id else None,
            created_at=workshop.created_at,
            planned=workshop.planned,
            created=self._created(workshop),
            values=dict(workshop.brief),
            job=job.id if job else None,
            opened=workshop.opened if ready else (),
            invited=workshop.invited or 0,
            not_invited=workshop.invite if ready and asked else (),
        )

    def standing(self, workshop: WorkshopRecord) -> WorkshopState:
        """Return how far a workshop is; `making` while any process works on its board."""
        maker = self._store.jobs.maker_of(workshop.id)
        at_work = maker is not None and maker.owner is not None and self._jobs.lives(maker)
        return "making" if at_work else self._state(workshop, maker)

    def _state(self, workshop: WorkshopRecord, job: JobRecord | None) -> WorkshopState:
        """Return how far a workshop is; one whose maker died is unfinished."""
        if workshop.state == "making" and (job is None or not self._jobs.lives(job)):
            return "unfinished"
        return workshop.state

    def _created(self, workshop: WorkshopRecord) -> int:
        if workshop.state in {"ready", "found"}:
            gone = len(self._store.ledger.gone(workshop.id))
            return max(0, workshop.planned - gone) if workshop.state == "ready" else 0
        # Heavy, and most boards are finished.
        from workshops.building import item_keys  # noqa: PLC0415
        from workshops.plan_json import plan_from_json  # noqa: PLC0415

        made = self._store.ledger.items(workshop.id)
        return sum(key in made for key in item_keys(plan_from_json(workshop.plan)))
