"""What the verbs need from outside: storage, time, chance. Others fit what they need to these."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # names for annotations; whoever lists methods loads no records
    from board_templates.geometry import Point
    from workshops.jobs.port import JobStore
    from workshops.records import (
        AccountRecord,
        AuditRecord,
        BudgetRecord,
        CallRecord,
        CallState,
        JobRecord,
        SnapshotKind,
        SnapshotRecord,
        SummaryRecord,
        WorkshopRecord,
    )
    from workshops.requests_answers import BoardFacts, Difference, WorkshopState
    from workshops.worlds import World

Sleep = Callable[[float], None]
"""Wait this many seconds."""

Chance = Callable[[int], bytes]
"""Give this many random bytes."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> float:
        """Return epoch seconds."""
        ...


class LockedAccount(Protocol):
    """An account that nobody else can change."""

    @property
    def record(self) -> AccountRecord:
        """The account as it is now."""
        ...

    def keep_secret(self, secret: bytes, expires_at: float | None) -> None:
        """Replace the encrypted token pair."""
        ...

    def connect_again(self) -> None:
        """Mark that the person must sign in again."""
        ...


class AccountStore(Protocol):
    """Persons and their encrypted tokens."""

    def get(self, account: str) -> AccountRecord | None:
        """Return an account."""
        ...

    def by_key(self, world: World, key: str) -> AccountRecord | None:
        """Return the account that is found by this key."""
        ...

    def of_user(self, server: str, miro_user: str) -> tuple[AccountRecord, ...]:
        """Return the accounts that are the same person in Miro."""
        ...

    def signed_in(self, world: World) -> tuple[AccountRecord, ...]:
        """Return the accounts that hold a token of their own."""
        ...

    def ensure(self, account: AccountRecord) -> AccountRecord:
        """Keep an account unless its key is there; return the one that is kept."""
        ...

    def learn(self, account: str, *, miro_user: str | None, team: str | None) -> None:
        """Note who the account is in Miro."""
        ...

    def keep_secret(self, account: str, secret: bytes | None, expires_at: float | None) -> None:
        """Replace the encrypted token pair; nothing to remove it."""
        ...

    def connect_again(self, account: str) -> None:
        """Mark that the person must sign in again."""
        ...

    def keep_sign_in(self, account: AccountRecord) -> AccountRecord:
        """Keep an account with its token; one of the same key gets the new name and token."""
        ...

    def locked(self, account: str) -> AbstractContextManager[LockedAccount | None]:
        """Give an account as it is now, nobody else changing it; what is set is kept at the end."""
        ...


class WorkshopStore(Protocol):
    """Workshops; those of other accounts are never returned unasked."""

    def add(self, workshop: WorkshopRecord, job: JobRecord | None) -> None:
        """Keep a workshop and the job that makes it, both or neither."""
        ...

    def get(self, workshop: str) -> WorkshopRecord | None:
        """Return a workshop."""
        ...

    def of(self, accounts: Sequence[str]) -> tuple[WorkshopRecord, ...]:
        """Return the workshops of these accounts, newest first."""
        ...

    def on_board(self, board: str) -> tuple[WorkshopRecord, ...]:
        """Return every workshop that stands on a board, whoever's, oldest first."""
        ...

    def unfinished_like(self, accounts: Sequence[str], digest: str) -> WorkshopRecord | None:
        """Return an unfinished workshop of the same method and brief."""
        ...

    def put_on(
        self,
        workshop: str,
        board: BoardFacts,
        origin: Point,
        opened: Sequence[Difference] | None = None,
    ) -> None:
        """Note the board a workshop stands on, and for whom it was opened otherwise, if known."""
        ...

    def keep_invited(self, workshop: str, invited: int, missed: Sequence[str]) -> None:
        """Add how many Miro invited; of the addresses keep those it did not invite, no other."""
        ...

    def set_state(self, workshop: str, state: WorkshopState) -> None:
        """Change how far a workshop is; of a removed one no address is kept."""
        ...


class LedgerStore(Protocol):
    """What was asked of Miro and what came of it."""

    def open_call(self, workshop: str, operation: str, keys: Sequence[str], at: datetime) -> int:
        """Write a call down before it is sent; return its number."""
        ...

    def settle(
        self, call: int, state: CallState, items: Mapping[str, str | None], *, adopted: bool = False
    ) -> None:
        """Note what came of a call and which planned key became which item; null is gone again."""
        ...

    def calls(self, workshop: str, states: Iterable[CallState]) -> tuple[CallRecord, ...]:
        """Return the calls in these states, in the order they were written."""
        ...

    def items(self, workshop: str) -> dict[str, str]:
        """Return the item ids by planned key."""
        ...

    def gone(self, workshop: str) -> tuple[str, ...]:
        """Return planned keys that were made and are gone from the board."""
        ...

    def elsewhere(self, board: str, workshop: str) -> frozenset[str]:
        """Return the ids of items that other workshops made on a board."""
        ...

    def adopted(self, workshop: str) -> int:
        """Count the items found on the board after a lost answer."""
        ...

    def lose(self, workshop: str, items: Iterable[str]) -> None:
        """Note that items are gone from the board; their keys stay, so nothing makes them again."""
        ...

    def forget(self, workshop: str, keys: Iterable[str]) -> None:
        """Drop planned keys whose items are gone."""
        ...


class SnapshotStore(Protocol):
    """Boards as they were read."""

    def add(self, snapshot: SnapshotRecord) -> None:
        """Keep a snapshot."""
        ...

    def get(self, snapshot: str) -> SnapshotRecord | None:
        """Return a snapshot."""
        ...

    def of(self, workshop: str, kinds: Iterable[SnapshotKind]) -> tuple[SnapshotRecord, ...]:
        """Return the snapshots of these kinds, oldest first."""
        ...

    def delete_due(self, now: datetime) -> int:
        """Delete what is due; tell how many."""
        ...


class SummaryStore(Protocol):
    """Structured results."""

    def add(self, summary: SummaryRecord) -> None:
        """Keep a summary."""
        ...

    def of(self, workshop: str) -> tuple[SummaryRecord, ...]:
        """Return the summaries of a workshop, oldest first."""
        ...

    def people_of(self, method: str) -> int:
        """Return how many people hold summaries of a method."""
        ...

    def delete_due(self, now: datetime) -> int:
        """Delete what is due; tell how many."""
        ...


class AuditStore(Protocol):
    """The audit log: it only grows."""

    def write(self, entry: AuditRecord) -> None:
        """Add an entry."""
        ...

    def about(self, subject: str) -> tuple[AuditRecord, ...]:
        """Return the entries about a subject, oldest first."""
        ...


class BudgetStore(Protocol):
    """Credits spent, shared by every process that acts for an account."""

    def change(
        self, account: str, change: Callable[[BudgetRecord | None], BudgetRecord]
    ) -> BudgetRecord:
        """Replace an account's budget by what `change` makes of it, nobody else in between."""
        ...


class Store(Protocol):
    """Everything that is kept."""

    @property
    def accounts(self) -> AccountStore:
        """Persons."""
        ...

    @property
    def workshops(self) -> WorkshopStore:
        """Workshops."""
        ...

    @property
    def ledger(self) -> LedgerStore:
        """What was asked of Miro."""
        ...

    @property
    def jobs(self) -> JobStore:
        """Work under way."""
        ...

    @property
    def snapshots(self) -> SnapshotStore:
        """Boards read."""
        ...

    @property
    def summaries(self) -> SummaryStore:
        """Results."""
        ...

    @property
    def audit(self) -> AuditStore:
        """Who did what."""
        ...

    @property
    def budgets(self) -> BudgetStore:
        """Credits."""
        ...

    @property
    def revision(self) -> str:
        """The state of the tables."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
