"""The contract of the store, the same on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from board_templates.geometry import Point
from tests.workshops.storage.records import NOON, account, job, workshop
from workshops.records import (
    AuditRecord,
    BudgetRecord,
    CallState,
    SnapshotKind,
    SnapshotRecord,
    SummaryRecord,
)
from workshops.requests_answers import BoardFacts, Difference
from workshops.storage.store import SqlStore, open_store
from workshops.worlds import World

MINUTE = timedelta(minutes=1)


@pytest.fixture
def full(store: SqlStore) -> SqlStore:
    """Hold one person with one workshop and its job."""
    store.accounts.ensure(account())
    store.workshops.add(workshop(), job())
    return store


def test_an_account_is_kept_once_by_its_key(store: SqlStore) -> None:
    first = store.accounts.ensure(account())
    again = store.accounts.ensure(account(id="a-other"))
    assert first == again == store.accounts.by_key(World.SANDBOX, "mari")


def test_one_person_under_two_tokens(store: SqlStore) -> None:
    for key in ("one", "two"):
        store.accounts.ensure(account(key, world=World.MIRO, server="https://api.miro.com"))
        store.accounts.learn(f"a-{key}", miro_user="345", team=None)
    store.accounts.ensure(account("three", server="http://elsewhere", miro_user="345"))
    found = store.accounts.of_user("https://api.miro.com", "345")
    assert [entry.id for entry in found] == ["a-one", "a-two"]


def test_secrets_come_and_go(store: SqlStore) -> None:
    store.accounts.ensure(account(world=World.MIRO))
    assert store.accounts.signed_in(World.MIRO) == ()
    store.accounts.keep_secret("a-mari", b"\x00closed", 123.0)
    [kept] = store.accounts.signed_in(World.MIRO)
    assert (kept.secret, kept.expires_at, kept.connect_again) == (b"\x00closed", 123.0, False)
    store.accounts.connect_again("a-mari")
    changed = store.accounts.get("a-mari")
    assert changed is not None
    assert changed.connect_again
    store.accounts.keep_secret("a-mari", None, None)
    assert store.accounts.signed_in(World.MIRO) == ()


def test_a_workshop_comes_back_as_it_went_in(full: SqlStore) -> None:
    assert full.workshops.get("w-0000000001") == workshop()
    assert full.jobs.get("j-1") == job()


def test_workshop_and_job_are_stored_both_or_neither(full: SqlStore) -> None:
    with pytest.raises(IntegrityError):
        full.workshops.add(workshop(2), job(1))
    assert full.workshops.get("w-0000000002") is None


def test_workshops_of_a_person_newest_first(full: SqlStore) -> None:
    full.accounts.ensure(account("jaan"))
    full.workshops.add(workshop(2, created_at=NOON + MINUTE), None)
    full.workshops.add(workshop(3, account="a-jaan"), None)
    found = full.workshops.of(["a-mari"])
    assert [one.id for one in found] == ["w-0000000002", "w-0000000001"]


def test_unfinished_like(full: SqlStore) -> None:
    assert full.workshops.unfinished_like(["a-mari"], "d" * 64) is not None
    assert full.workshops.unfinished_like(["a-jaan"], "d" * 64) is None
    assert full.workshops.unfinished_like(["a-mari"], "e" * 64) is None
    full.workshops.set_state("w-0000000001", "ready")
    assert full.workshops.unfinished_like(["a-mari"], "d" * 64) is None


def test_a_board_holds_several_workshops(full: SqlStore) -> None:
    board = BoardFacts(id="uX=", name="Tahvel", url="http://x/uX=")
    full.workshops.add(workshop(2, created_at=NOON + MINUTE), None)
    for number in (1, 2):
        full.workshops.put_on(f"w-{number:010d}", board, Point(number * 10.0, 0.5))
    found = full.workshops.on_board("uX=")
    assert [one.origin.x for one in found] == [10.0, 20.0]
    assert found[0].board_url == "http://x/uX="


def test_how_a_board_was_opened_stays_when_its_name_is_read_again(full: SqlStore) -> None:
    board = BoardFacts(id="uX=", name="Tahvel", url="http://x/uX=")
    opened = Difference(key="board", what="access_by_link", planned="edit", found="private")
    full.workshops.put_on("w-0000000001", board, Point(0, 0), [opened])
    full.workshops.put_on("w-0000000001", board, Point(0, 0))
    found = full.workshops.get("w-0000000001")
    assert found is not None
    assert found.opened == (opened,)


def test_invitations_are_counted_and_only_the_missed_are_kept(full: SqlStore) -> None:
    full.workshops.keep_invited("w-0000000001", 2, ["mari@example.org", "jyri@example.org"])
    full.workshops.keep_invited("w-0000000001", 1, ["jyri@example.org"])
    found = full.workshops.get("w-0000000001")
    assert found is not None
    assert (found.invited, found.invite) == (3, ("jyri@example.org",))
    full.workshops.set_state("w-0000000001", "removed")
    removed = full.workshops.get("w-0000000001")
    assert removed is not None
    assert removed.invite == ()


def test_the_ledger_writes_before_and_after(full: SqlStore) -> None:
    ledger = full.ledger
    first = ledger.open_call("w-0000000001", "create_items", ["a", "b"], NOON)
    second = ledger.open_call("w-0000000001", "create_items", ["c"], NOON)
    [sent, other] = ledger.calls("w-0000000001", [CallState.SENT])
    assert (sent.keys, sent.sent_at, other.id) == (("a", "b"), NOON, second)
    ledger.settle(first, CallState.MADE, {"a": "1", "b": None}, adopted=True)
    ledger.settle(second, CallState.UNKNOWN, {})
    assert ledger.items("w-0000000001") == {"a": "1"}
    assert ledger.gone("w-0000000001") == ("b",)
    assert ledger.adopted("w-0000000001") == 2
    assert [c.id for c in ledger.calls("w-0000000001", [CallState.UNKNOWN])] == [second]
    ledger.forget("w-0000000001", ["a"])
    assert ledger.items("w-0000000001") == {}


def test_a_planned_key_is_made_once(full: SqlStore) -> None:
    for expected in (None, IntegrityError):
        call = full.ledger.open_call("w-0000000001", "create_items", ["a"], NOON)
        if expected is None:
            full.ledger.settle(call, CallState.MADE, {"a": "1"})
        else:
            with pytest.raises(expected):
                full.ledger.settle(call, CallState.MADE, {"a": "2"})
    assert full.ledger.items("w-0000000001") == {"a": "1"}


def test_items_of_other_workshops_on_the_board(full: SqlStore) -> None:
    full.workshops.add(workshop(2), None)
    for number in (1, 2):
        one = f"w-{number:010d}"
        full.workshops.put_on(one, BoardFacts(id="b", name="", url=""), Point(0, 0))
        call = full.ledger.open_call(one, "create_items", ["k"], NOON)
        full.ledger.settle(call, CallState.MADE, {"k": f"item{number}"})
    assert full.ledger.elsewhere("b", "w-0000000001") == {"item2"}


def test_a_claim_is_taken_once(full: SqlStore) -> None:
    stale = NOON - MINUTE
    assert full.jobs.claim("j-1", "one", now=NOON, stale=stale)
    assert not full.jobs.claim("j-1", "two", now=NOON, stale=stale)
    later = NOON + 2 * MINUTE
    assert full.jobs.claim("j-1", "two", now=later, stale=later - MINUTE)
    assert not full.jobs.beat("j-1", "one", later)
    assert full.jobs.beat("j-1", "two", later)
    held = full.jobs.get("j-1")
    assert held is not None
    assert (held.owner, held.attempts, held.state) == ("two", 2, "running")


def test_of_many_who_claim_at_once_one_gets_it(full: SqlStore) -> None:
    def claim(number: int) -> bool:
        return full.jobs.claim("j-1", f"owner{number}", now=NOON, stale=NOON - MINUTE)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(claim, range(16))) == 1


def test_a_finished_job_is_nobodys(full: SqlStore) -> None:
    full.jobs.claim("j-1", "one", now=NOON, stale=NOON - MINUTE)
    full.jobs.finish("j-1", "two", "done", None, NOON)
    full.jobs.finish("j-1", "one", "failed", {"code": "x", "facts": {}}, NOON + MINUTE)
    ended = full.jobs.get("j-1")
    assert ended is not None
    assert (ended.state, ended.owner, ended.error) == ("failed", None, {"code": "x", "facts": {}})
    assert not full.jobs.claim("j-1", "one", now=NOON, stale=NOON)
    assert full.jobs.unclaimed(NOON, NOON) == ()


def test_progress_is_a_sign_of_life_until_cancelled(full: SqlStore) -> None:
    full.jobs.claim("j-1", "one", now=NOON, stale=NOON - MINUTE)
    told = {"phase": "notes", "done": 3, "total": 9}
    assert full.jobs.report("j-1", "one", now=NOON + MINUTE, **told)  # type: ignore[arg-type]
    running = full.jobs.get("j-1")
    assert running is not None
    assert (running.phase, running.done, running.heartbeat) == ("notes", 3, NOON + MINUTE)
    full.jobs.cancel("j-1", NOON)
    assert not full.jobs.report("j-1", "one", now=NOON, **told)  # type: ignore[arg-type]


def test_a_waiting_job_is_cancelled_at_once(full: SqlStore) -> None:
    full.jobs.cancel("j-1", NOON)
    stopped = full.jobs.get("j-1")
    assert stopped is not None
    assert stopped.state == "cancelled"


def test_unclaimed_jobs_are_found(full: SqlStore) -> None:
    assert full.jobs.unclaimed(NOON - MINUTE, NOON) == ("j-1",)
    full.jobs.claim("j-1", "one", now=NOON, stale=NOON - MINUTE)
    assert full.jobs.unclaimed(NOON - MINUTE, NOON) == ()
    assert full.jobs.unclaimed(NOON + MINUTE, NOON) == ("j-1",)
    full.jobs.release_dead("j-1", "one")
    assert full.jobs.unclaimed(NOON - MINUTE, NOON) == ("j-1",)


def test_a_job_put_off_waits_till_it_is_due(full: SqlStore) -> None:
    error = {"code": "x", "facts": {}}
    full.jobs.claim("j-1", "one", now=NOON, stale=NOON)
    full.jobs.put_off("j-1", "two", error, due=NOON, now=NOON)
    full.jobs.put_off("j-1", "one", error, due=NOON + MINUTE, now=NOON)
    put_off = full.jobs.get("j-1")
    assert put_off is not None
    assert (put_off.state, put_off.owner, put_off.error) == ("waiting", None, error)
    assert full.jobs.unclaimed(NOON, NOON) == ()
    assert full.jobs.unclaimed(NOON, NOON + MINUTE) == ("j-1",)
    assert full.jobs.claim("j-1", "two", now=NOON, stale=NOON)
    full.jobs.cancel("j-1", NOON)
    full.jobs.put_off("j-1", "two", error, due=NOON + MINUTE, now=NOON)
    stopped = full.jobs.get("j-1")
    assert stopped is not None
    assert (stopped.state, stopped.attempts) == ("cancelled", 2)


def test_one_job_makes_a_workshop(full: SqlStore) -> None:
    assert full.jobs.add_only(job(2, kind="resume")).id == "j-1"
    full.jobs.claim("j-1", "one", now=NOON, stale=NOON)
    full.jobs.finish("j-1", "one", "done", None, NOON)
    with ThreadPoolExecutor(8) as pool:
        kept = set(pool.map(lambda n: full.jobs.add_only(job(n, kind="resume")).id, range(2, 10)))
    assert len(kept) == 1


def snapshot(number: int, **changes: object) -> SnapshotRecord:
    made = SnapshotRecord(
        id=f"s-{number}",
        workshop="w-0000000001",
        kind=SnapshotKind.HARVEST,
        taken_at=NOON + number * MINUTE,
        content='{"õ": 1}',
        delete_after=NOON + timedelta(days=number),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def summary(number: int, **changes: object) -> SummaryRecord:
    made = SummaryRecord(
        id=f"h-{number}",
        workshop="w-0000000001",
        snapshot="s-1",
        made_at=NOON + number * MINUTE,
        matched_by="ledger",
        read=10,
        counted=4,
        content="{}",
        delete_after=NOON + timedelta(days=10),
        retold='{"lang": "en"}',
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_what_is_due_is_deleted_and_nothing_else(full: SqlStore) -> None:
    full.snapshots.add(snapshot(1))
    full.snapshots.add(snapshot(2, kind=SnapshotKind.CHECKPOINT))
    full.summaries.add(summary(1))
    assert [s.id for s in full.snapshots.of("w-0000000001", [SnapshotKind.CHECKPOINT])] == ["s-2"]
    assert full.snapshots.delete_due(NOON + timedelta(days=1)) == 1
    assert full.snapshots.get("s-1") is None
    assert full.snapshots.get("s-2") == snapshot(2, kind=SnapshotKind.CHECKPOINT)
    assert full.summaries.delete_due(NOON + timedelta(days=9)) == 0
    assert full.summaries.of("w-0000000001") == (summary(1, snapshot=None),)
    assert full.summaries.delete_due(NOON + timedelta(days=10)) == 1


def test_the_audit_log_outlives_its_subject(full: SqlStore) -> None:
    entry = AuditRecord(at=NOON, account="a-mari", action="removed", subject="w-gone")
    full.audit.write(entry)
    assert full.audit.about("w-gone") == (entry,)


def test_a_budget_is_changed_by_one_at_a_time(full: SqlStore) -> None:
    def spend(_number: int) -> None:
        def change(budget: BudgetRecord | None) -> BudgetRecord:
            left = budget.left if budget else 1000
            return BudgetRecord(
                account="a-mari", ends_at=None, left=left - 1, under_way=0, limit=1000
            )

        full.budgets.change("a-mari", change)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(spend, range(40)))
    seen: list[int] = []

    def look(budget: BudgetRecord | None) -> BudgetRecord:
        assert budget is not None
        seen.append(budget.left)
        return budget

    full.budgets.change("a-mari", look)
    assert seen == [960]


def test_two_processes_open_one_database(address: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: open_store(address), range(4)))
    stores[0].accounts.ensure(account())
    assert stores[3].accounts.get("a-mari") == account()
    for one in stores:
        one.close()
