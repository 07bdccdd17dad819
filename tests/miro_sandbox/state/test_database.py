"""Transactions on one file: several threads and processes lose nothing and double nothing."""

from __future__ import annotations

import multiprocessing
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
import requests

from miro_sandbox.adapter import WsgiAdapter
from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.errors import StateError
from miro_sandbox.state import boards, open_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from miro_sandbox.state import Tx

BASE = "https://api.miro.example"
SIZES = [(2, 4, 6), (3, 16, 12)]
CREDITS = 1_000_000  # enough for the larger one


def stand_still() -> float:
    return 1_779_259_100.0


def work(path: Path, board: str, worker: int, threads: int, rounds: int) -> int:
    """Write on a board from several threads; give how often the one tag was made."""
    state = open_state(path, clock=stand_still)
    app = create_app(state, config=Config(credits_per_minute=CREDITS))

    def write(thread: int) -> int:
        with requests.Session() as session:
            session.mount(BASE, WsgiAdapter(app))
            session.headers["Authorization"] = "Bearer sandbox-me"
            for turn in range(rounds):
                text = f"{worker}-{thread}-{turn}"
                body = [{"type": "sticky_note", "data": {"content": f"{text}-{i}"}} for i in (0, 1)]
                assert session.post(f"{BASE}{board}/items/bulk", json=body).status_code == 201
            made = session.post(f"{BASE}{board}/tags", json={"title": "only one"})
            return int(made.status_code == 201)

    with ThreadPoolExecutor(threads) as pool:
        made = sum(pool.map(write, range(threads)))
    state.close()
    return made


def listed(session: requests.Session, board: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = session.get(f"{BASE}{board}/items?limit=50&cursor={cursor}").json()
        items += page["data"]
        cursor = page.get("cursor")
    return items


@pytest.mark.parametrize(("processes", "threads", "rounds"), SIZES)
def test_threads_and_processes_share_one_file(
    tmp_path: Path, processes: int, threads: int, rounds: int
) -> None:
    path = tmp_path / "sandbox.sqlite"
    state = open_state(path, clock=stand_still)
    session = requests.Session()
    app = create_app(state, config=Config(credits_per_minute=CREDITS))
    session.mount(BASE, WsgiAdapter(app))
    session.headers["Authorization"] = "Bearer sandbox-me"
    board = f"/v2/boards/{quote(session.post(f'{BASE}/v2/boards', json={}).json()['id'])}"
    jobs = [(path, board, worker, threads, rounds) for worker in range(processes)]

    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        tags_made = pool.starmap(work, jobs)

    items = listed(session, board)
    calls = processes * threads * rounds
    assert len(items) == len({i["id"] for i in items}) == 2 * calls
    wanted = {
        f"{worker}-{thread}-{turn}-{half}"
        for worker in range(processes)
        for thread in range(threads)
        for turn in range(rounds)
        for half in (0, 1)
    }
    assert {i["data"]["content"] for i in items} == wanted
    assert sum(tags_made) == 1
    spent = 500 + calls * 200 + processes * threads * 50 + 50
    lists = -(-2 * calls // 50) * 100
    left = session.get(f"{BASE}/v1/oauth-token").headers["X-RateLimit-Remaining"]
    assert int(left) == CREDITS - spent - lists
    state.close()


def test_another_process_uses_connections_of_its_own(tmp_path: Path) -> None:
    state = open_state(tmp_path / "s.sqlite")
    with state.write() as tx:
        tx.count_up("turn")
    parents = list(state._idle)
    state._process = 0  # as it looks to a forked child, whose id is another

    with state.write() as tx:
        assert tx.count_up("turn") == 2

    assert state._inherited == parents
    assert not set(parents) & set(state._idle)
    state.close()
    for connection in parents:
        connection.close()


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    state = open_state(tmp_path / "s.sqlite")

    def half(tx: Tx) -> None:
        tx.run("INSERT INTO people VALUES (1, 'mari')")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), state.write() as tx:
        half(tx)

    with state.read() as tx:
        assert tx.number("SELECT COUNT(*) FROM people") == 0
    state.close()


@pytest.mark.parametrize("where", ["memory", "file"])
def test_ids_rise_and_have_nineteen_digits(tmp_path: Path, where: str) -> None:
    state = open_state(tmp_path / "s.sqlite" if where == "file" else None)

    with state.write() as tx:
        ids = [*tx.next_ids(3), *tx.next_ids()]

    assert ids == sorted(set(ids))
    assert all(len(str(i)) == 19 and str(i).startswith("34587645") for i in ids)
    state.close()


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "s.sqlite"
    for expected in (1, 2):
        state = open_state(path)
        with state.write() as tx:
            assert tx.count_up("opened") == expected
        state.close()


def unusable(tmp_path: Path) -> Path:
    return tmp_path


def no_database(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, only a long enough text " * 20)
    return path


@pytest.mark.parametrize("make", [unusable, no_database])
def test_a_file_that_is_none_is_said(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(StateError, match="cannot be used"):
        open_state(make(tmp_path))


def first_board(place: Path | None, byte: int) -> str:
    """Give the id of the next board of a sandbox whose chance always gives this byte."""
    state = open_state(place, chance=lambda count: bytes([byte]) * count)
    with state.write() as tx:
        made = boards.insert(tx, team=1, owner=1, body={})
    state.close()
    return made.id


def test_boards_of_two_sandboxes_are_told_apart_and_look_like_miros(tmp_path: Path) -> None:
    one, other = first_board(None, 1), first_board(None, 2)
    assert one != other
    assert first_board(None, 1) == one
    assert all(re.fullmatch(r"uXjV[\w-]{7}=", board) for board in (one, other))
    place = tmp_path / "kept.sqlite"
    in_one_file = [first_board(place, byte) for byte in (1, 2, 3)]
    assert in_one_file[0] == one
    assert len(set(in_one_file)) == 3


def test_a_sandbox_from_before_keeps_to_its_ids(tmp_path: Path) -> None:
    place = tmp_path / "older.sqlite"
    first_board(place, 1)
    with sqlite3.connect(place) as connection:
        connection.execute("DELETE FROM counters WHERE name = 'salt'")
    connection.close()
    state = open_state(place, chance=lambda count: b"\7" * count)
    with state.read() as tx:
        assert tx.number("SELECT value FROM counters WHERE name = 'salt'") == 0
    state.close()
