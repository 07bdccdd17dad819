"""What doctor finds of the queue of jobs."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshops import queue_checkup
from workshops.messages import doctor_text
from workshops.requests_answers import DoctorLine
from workshops.settings import load_settings


def found(home: Path, address: str = "") -> DoctorLine:
    given = {"KOOSLOOME_HOME": str(home), "KOOSLOOME_QUEUE_URL": address}
    return queue_checkup.queue(load_settings(given))


def said(line: DoctorLine) -> list[tuple[str, str | None]]:
    return [doctor_text(line, lang) for lang in ("et", "en")]


def test_without_a_redis_the_queue_is_beside_the_database(tmp_path: Path) -> None:
    line = found(tmp_path)
    assert line.state == "ok"
    assert said(line) == [
        ("Tööde järjekord: andmebaasi kõrval", None),
        ("Queue of jobs: beside the database", None),
    ]


def test_a_redis_that_answers(tmp_path: Path, redis: str) -> None:
    line = found(tmp_path, redis)
    assert (line.state, line.facts) == ("ok", {"address": redis})
    assert [text for text, _ in said(line)] == [
        f"Tööde järjekord: Redis vastab ({redis})",
        f"Queue of jobs: Redis answers ({redis})",
    ]


def test_a_redis_that_is_not_there(tmp_path: Path) -> None:
    line = found(tmp_path, "redis://mari:secret-word@127.0.0.1:1/0?protocol=3")
    (et, et_remedy), (en, en_remedy) = said(line)
    assert line.state == "missing"
    assert en.endswith("redis://127.0.0.1:1/0, does not answer: nothing listens there")
    assert et.startswith("Muutujaga KOOSLOOME_QUEUE_URL määratud Redis redis://127.0.0.1:1/0")
    assert "nothing" not in et
    assert "KOOSLOOME_QUEUE_URL" in str(et_remedy)
    assert "KOOSLOOME_QUEUE_URL" in str(en_remedy)
    assert "secret-word" not in et + en


def test_a_redis_that_wants_another_password(tmp_path: Path, redis: str) -> None:
    line = found(tmp_path, redis.replace("redis://", "redis://mari:secret-word@"))
    assert (line.state, line.facts["reason"]) == ("missing", queue_checkup.NOT_LET_IN)


def test_without_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_checkup, "find_spec", lambda _name: None)
    line = found(tmp_path, "redis://127.0.0.1:1/0")
    assert line.state == "missing"
    assert [remedy for _, remedy in said(line)] == ["pip install 'koosloome[redis]'"] * 2
