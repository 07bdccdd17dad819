"""A run that goes against Miro's document fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.openapi.document import ABSENT, find

ROOT = Path(__file__).parents[2]
PROGRAM = """
import flask, pytest

def answer(shade):
    app = flask.Flask("miro_sandbox")
    app.add_url_rule("/v2/boards/1/tags/1", "tag", lambda: shade)
    app.test_client().get("/v2/boards/1/tags/1")

RIGHT = {"id": "1", "type": "tag", "title": "t", "fillColor": "red"}

def test_right():
    answer(RIGHT)

def test_wrong():
    answer({**RIGHT, "fillColor": "orange"})

@pytest.mark.undocumented("fillColor", "a test of the mark")
def test_explained():
    answer({**RIGHT, "fillColor": "orange"})
"""


def run(
    folder: Path, *options: str, document: str | None = None
) -> subprocess.CompletedProcess[str]:
    (folder / "test_shades.py").write_text(PROGRAM, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.openapi.plugin", "-p", "no:randomly"]
    return subprocess.run(  # noqa: S603  # this very interpreter
        [*command, "-p", "no:cacheprovider", "--strict-markers", *options, str(folder)],
        cwd=ROOT,
        env={**os.environ, **({"MIRO_OPENAPI": document} if document else {})},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("workers", [[], ["-n", "1"]], ids=["alone", "in a worker"])
def test_the_test_in_which_it_shows_fails(tmp_path: Path, workers: list[str]) -> None:
    if find() is None:
        pytest.skip(ABSENT)

    ran = run(tmp_path, *workers)

    assert ran.returncode == 1, ran.stdout
    assert "3 passed, 1 error" in ran.stdout
    assert "get-tag answered 200: fillColor" in ran.stdout
    assert "test_shades.py::test_wrong" in ran.stdout


def test_without_the_document_the_run_says_so(tmp_path: Path) -> None:
    ran = run(tmp_path, document=str(tmp_path / "nothing.json"))

    assert ran.returncode == 0, ran.stdout
    assert ABSENT in ran.stdout
