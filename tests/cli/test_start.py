"""A command loads only what it uses: start-up time is promised, and what is heavy is known."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

STARTED = """
import json, sys
from cli.main import main

sys.argv = ["koosloome", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
print("\\n" + json.dumps([name for name in sys.modules]))
"""
STORED = ("sqlalchemy", "sqlite3")
SENT = ("requests", "urllib3", "miro_client.client")
ASKED = ("flask", "miro_sandbox")  # the local Miro answers in this very process
NEVER = (
    "pydantic_settings",
    "sqlalchemy.orm",
    "alembic",
    "huey",
    "cryptography",
    "structlog",
    "babel",
    "rich",
)
READ = ("ruamel",)  # what lies in the cache of methods is never read as YAML again
DRAWN = ("board_templates.preview", "resvg_py", "fontTools")
PLANNED = (
    "board_templates.method",
    "board_templates.layout",
    "jinja2",
    "ruamel",
    "fontpkg_noto_sans",
)
BRIEF = ("--set", "issue=Kuidas parandada kaasamist?")
METHOD = "stakeholder-map"


def loaded(home: Path, *words: str) -> set[str]:
    """Return what one command loaded, in a process of its own."""
    ran = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", STARTED, json.dumps(words)],
        env={**os.environ, "KOOSLOOME_HOME": str(home)},
        cwd=home.parent,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return set(json.loads(ran.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def used_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home where methods were listed and boards looked for before."""
    home = tmp_path_factory.mktemp("started") / "home"
    loaded(home, "methods", "list")
    loaded(home, "board", "list")
    return home


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (("--help",), ("pydantic", *STORED, *SENT, *PLANNED)),
        (("methods", "choose", "--help"), ("pydantic", *STORED, *SENT, *PLANNED)),
        (("board", "create", "--help"), ("pydantic", *STORED, *SENT, *PLANNED)),
        (("harvest", "--help"), ("pydantic", *STORED, *SENT, *PLANNED)),
        (("methods", "list"), ("pydantic", *STORED, *SENT, *PLANNED, *DRAWN)),
        (("methods", "list", "--json"), ("pydantic", *STORED, *SENT, *PLANNED, *DRAWN)),
        (("methods", "show", METHOD), (*STORED, *SENT, *READ, *DRAWN)),
        (("board", "list"), ("pydantic", *SENT, *PLANNED, *DRAWN)),
        (("board", "create", METHOD, "--dry-run", *BRIEF), (*STORED, *SENT, *READ, *DRAWN)),
        (("board", "preview", METHOD, *BRIEF), (*STORED, *SENT, *READ)),
        (("share", METHOD, *BRIEF), (*STORED, *SENT, *READ, *DRAWN)),
    ],
    ids=lambda value: " ".join(value[:3]) if isinstance(value, tuple) else str(value),
)
def test_a_command_loads_only_what_it_uses(
    used_home: Path, words: tuple[str, ...], heavy: tuple[str, ...]
) -> None:
    assert loaded(used_home, *words) & {*heavy, *ASKED, *NEVER} == set()


def test_a_look_at_the_set_up_builds_no_method(used_home: Path) -> None:
    """It asks Miro, on a lone machine the local one; the methods it only counts."""
    heavy = {"board_templates.method", "board_templates.layout", *READ, *DRAWN}
    assert loaded(used_home, "doctor") & {*heavy, *NEVER} == set()
