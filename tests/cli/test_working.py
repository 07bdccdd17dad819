"""The worker as a process: it does a job, tells of it, and ends in order."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.cli.conftest import Koosloome
from workshops.requests_answers import CreateRequest
from workshops.settings import load_settings
from workshops.wiring import open_koosloome

ROOT = Path(__file__).parent.parent.parent
PERSON = "Mari Maasikas"


def started(home: Path) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", "from cli.main import main; main()", "worker", "--lang", "en"]
    return subprocess.Popen(  # noqa: S603  # our own command
        words,
        cwd=ROOT,
        env={**os.environ, "KOOSLOOME_HOME": str(home)},
        stderr=subprocess.PIPE,
        text=True,
    )


def until(lines: Iterator[str], word: str) -> list[str]:
    """Read lines up to the one that holds a word."""
    read = []
    for line in lines:
        read.append(line)
        if word in line:
            return read
    raise AssertionError(read)


def test_a_worker_does_a_job_and_ends_when_it_is_told(home: Path) -> None:
    with open_koosloome(load_settings({"KOOSLOOME_HOME": str(home)})) as product:
        me = product.account()
        values = {"issue": f"Kuidas toetab {PERSON} kaasamist?"}
        request = CreateRequest(method="stakeholder-map", values=values)
        job = product.submit_create(me, request)
        with started(home) as worker:
            assert worker.stderr is not None
            told = until(iter(worker.stderr), "job finished")
            worker.send_signal(signal.SIGTERM)
            rest = worker.stderr.read()
        assert worker.returncode == 0
        assert product.job(me, job.id).state == "done"
    events = [json.loads(line) for line in told if line.startswith("{")]
    assert [(event["event"], event["job"]) for event in events] == [
        ("job started", job.id),
        ("job finished", job.id),
    ]
    assert PERSON not in "".join(told) + rest


def test_a_worker_for_many_needs_their_key(koosloome: Koosloome) -> None:
    ran = koosloome("worker", MIRO_CLIENT_ID="1", MIRO_CLIENT_SECRET="2")
    assert ran.code == 2
    assert "KOOSLOOME_SECRET_KEY" in ran.err
