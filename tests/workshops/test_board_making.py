"""Who may open the board: asked for, and told when Miro did otherwise."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from cli.main import run
from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.server import Server
from miro_sandbox.state import open_state

WORDS = ["board", "create", "stakeholder-map", "--set", "issue=Kuidas kaasata noori?"]


@pytest.mark.parametrize(
    ("link_access", "access", "told"),
    [
        ("as_asked", "link_edit", False),
        ("refused", "link_edit", True),
        ("refused", "team", False),
    ],
)
def test_a_board_miro_did_not_open_as_asked_stays_and_says_how_to_share_it(
    tmp_path: Path, link_access: str, access: str, *, told: bool
) -> None:
    config = Config(link_access=link_access)  # type: ignore[arg-type]
    out, err = io.StringIO(), io.StringIO()
    with Server(create_app(open_state(None), config=config)) as server:
        environ = {
            "KOOSLOOME_HOME": str(tmp_path),
            "MIRO_API_URL": server.url,
            "MIRO_ACCESS_TOKEN": "sandbox-me",
        }
        words = [*WORDS, "--set", f"access={access}"]
        code = run(words, environ=environ, stdin=io.StringIO(), stdout=out, stderr=err)
    assert code == 0
    assert out.getvalue().strip()
    assert ("Share" in err.getvalue()) is told
