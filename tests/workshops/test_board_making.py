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
    ("link_access", "access", "lang", "told"),
    [
        ("as_asked", "link_edit", "et", ""),
        ("refused", "link_edit", "et", "Tahvel on valmis, kuid lingi saaja ei pääse sellele"),
        ("refused", "link_view", "en", "The board is ready, but whoever gets its link cannot"),
        ("refused", "team", "et", ""),
    ],
)
def test_a_board_miro_did_not_open_as_asked_stays_and_says_how_to_share_it(
    tmp_path: Path, link_access: str, access: str, lang: str, told: str
) -> None:
    config = Config(link_access=link_access)  # type: ignore[arg-type]
    out, err = io.StringIO(), io.StringIO()
    with Server(create_app(open_state(None), config=config)) as server:
        environ = {
            "KOOSLOOME_HOME": str(tmp_path),
            "MIRO_API_URL": server.url,
            "MIRO_ACCESS_TOKEN": "sandbox-me",
        }
        words = [*WORDS, "--set", f"access={access}", "--lang", lang]
        code = run(words, environ=environ, stdin=io.StringIO(), stdout=out, stderr=err)
    assert code == 0
    assert out.getvalue().strip()
    assert told in err.getvalue()
    assert ("Share" in err.getvalue()) is bool(told)
