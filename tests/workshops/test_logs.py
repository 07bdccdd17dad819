"""Logs of what runs for long."""

from __future__ import annotations

import io
import json
import logging
from typing import Any

import pytest

from workshops.errors import BoardNotFound
from workshops.jobs.queue import _logged
from workshops.koosloome import Koosloome
from workshops.logs import known_secrets, logs_to
from workshops.requests_answers import Account, CreateAnswer, HarvestRequest
from workshops.settings import load_settings
from workshops.wiring.wires import Wires

OURS = logging.getLogger("workshops.something")
LIBRARY = logging.getLogger("some_library")


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_one_json_object() -> None:
    stream = io.StringIO()
    with logs_to(stream, as_json=True):
        OURS.info("job started", extra={"job": "j-1", "note": "what somebody wrote"})
    [line] = lines(stream)
    assert (line["event"], line["job"], line["level"]) == ("job started", "j-1", "info")
    assert line["logger"] == "workshops.something"
    assert line["timestamp"].endswith("Z")
    assert "note" not in line


def test_libraries_speak_from_warnings_on() -> None:
    stream = io.StringIO()
    with logs_to(stream, as_json=True):
        LIBRARY.info("a call to https://api.miro.com/v2/boards?team_id=1")
        LIBRARY.warning("lost %s", "https://api.miro.com/v1/x?access_token=Q7Q7Q7")
    [line] = lines(stream)
    assert line["event"] == "lost https://api.miro.com/v1/x?[hidden]"


def fail(words: str, cause: Exception | None = None) -> None:
    raise ValueError(words) from cause


@pytest.mark.parametrize("as_json", [True, False])
def test_tracebacks_hold_no_secret(as_json: bool) -> None:  # noqa: FBT001  # both forms
    stream = io.StringIO()
    token = "Q7Q7Q7Q7"
    with logs_to(stream, as_json=as_json, secrets=["very-secret-key"]):
        try:
            fail(f"client_secret={token}", KeyError(f"Bearer {token} mari@example.ee"))
        except ValueError:
            OURS.exception("failed with code=%s and very-secret-key", token)
    shown = stream.getvalue()
    assert "builtins.ValueError" in shown
    assert "builtins.KeyError" in shown
    for hidden in (token, "very-secret-key", "mari@"):
        assert hidden not in shown


def test_loggers_are_left_as_they_were() -> None:
    root = logging.getLogger()
    before = (root.level, tuple(root.handlers), logging.getLogger("workshops").level)
    with logs_to(io.StringIO(), as_json=True):
        assert len(root.handlers) == len(before[1]) + 1
    assert (root.level, tuple(root.handlers), logging.getLogger("workshops").level) == before


def test_people_read_text() -> None:
    stream = io.StringIO()
    with logs_to(stream, as_json=False):
        OURS.info("job finished", extra={"state": "done"})
    assert "job finished" in stream.getvalue()
    assert "state=done" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()


def test_the_secrets_of_the_settings_are_known() -> None:
    settings = load_settings(
        {
            "MIRO_ACCESS_TOKEN": "one-token",
            "MIRO_CLIENT_SECRET": "two-secret",
            "KOOSLOOME_SECRET_KEY": "new-key,old-key",
            "KOOSLOOME_DATABASE_URL": "postgresql://mari:p%40ss@host/db",
        }
    )
    known = set(known_secrets(settings))
    assert {"one-token", "two-secret", "new-key", "old-key", "p%40ss", "p@ss"} <= known
    assert known_secrets(load_settings({})) == ()


def test_a_job_is_told_from_start_to_end_without_what_people_wrote(
    koosloome: Koosloome, me: Account, board: CreateAnswer
) -> None:
    stream = io.StringIO()
    with logs_to(stream, as_json=True):
        job = koosloome.submit_harvest(me, board.workshop, HarvestRequest())
        koosloome.run_job(job.id)
    told = [(line["event"], line.get("job"), line.get("state")) for line in lines(stream)]
    assert told == [("job started", job.id, None), ("job finished", job.id, "done")]


def test_a_job_that_fails_is_told_with_its_code(
    koosloome: Koosloome, me: Account, board: CreateAnswer, wires: Wires
) -> None:
    job = koosloome.submit_harvest(me, board.workshop, HarvestRequest())
    with wires.connect(wires.people.get(me.id)) as client:
        client.boards.delete(board.board.id)
    stream = io.StringIO()
    with logs_to(stream, as_json=True), pytest.raises(BoardNotFound):
        koosloome.run_job(job.id)
    assert lines(stream)[-1]["state"] == "failed"
    assert lines(stream)[-1]["code"] == "board_not_found"


def test_what_a_worker_met_is_told_without_its_words() -> None:
    def run(_job: str) -> None:
        fail(words)

    words = "Mari kirjutas: liiga kallis"
    stream = io.StringIO()
    with logs_to(stream, as_json=True):
        _logged(run)("j-1")
    [line] = lines(stream)
    assert line["event"] == "Job j-1 failed."
    assert "builtins.ValueError" in line["exception"]
    assert "kallis" not in stream.getvalue()
