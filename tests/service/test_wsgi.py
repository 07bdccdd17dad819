"""The factory for WSGI servers builds the service by the environment, and refuses to be open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from service.wsgi import create_app
from workshops.errors import InputFaults


def environment(home: Path, **changes: str) -> dict[str, str]:
    return {
        "KOOSLOOME_HOME": str(home),
        "KOOSLOOME_PUBLIC_URL": "https://koosloome.example",
        "KOOSLOOME_SECRET_KEY": "k" * 44,
        "MIRO_CLIENT_ID": "1",
        "MIRO_CLIENT_SECRET": "secret",
        **changes,
    }


def test_it_is_built_by_the_environment(tmp_path: Path) -> None:
    app = create_app(environment(tmp_path))
    page = app.test_client().get("/", base_url="https://koosloome.example")
    assert page.status_code in {200, 302}


def test_without_sign_in_it_is_not_built(tmp_path: Path) -> None:
    with pytest.raises(InputFaults):
        create_app(environment(tmp_path, MIRO_CLIENT_ID="", MIRO_CLIENT_SECRET=""))


def test_importing_it_opens_nothing(tmp_path: Path) -> None:
    look = "import service.wsgi, pathlib; print(list(pathlib.Path('.').iterdir()))"
    environ = {"KOOSLOOME_HOME": str(tmp_path / "home"), "PYTHONPATH": str(Path.cwd())}
    said = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-B", "-c", look],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "[]"
