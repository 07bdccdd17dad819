"""Opening the product costs little, and nothing is loaded before it is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.workshops.conftest import request
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account
from workshops.settings import load_settings
from workshops.wiring import open_koosloome

WITHOUT_NETWORK = """
import json, sys
from workshops.settings import load_settings
from workshops.wiring import open_koosloome

VALUES = {"issue": "Kuidas parandada kaasamist?"}
with open_koosloome(load_settings()) as product:
    product.library.all()
    product.brief_form("stakeholder-map", "et")
    product.preview("stakeholder-map", VALUES, "et")
    product.share("stakeholder-map", VALUES, "et")
heavy = ("sqlalchemy", "alembic", "huey", "flask", "requests", "psycopg", "cryptography")
print(json.dumps([name for name in heavy if name in sys.modules]))
"""


def test_commands_without_network_load_neither_storage_nor_client(home: Path) -> None:
    told = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", WITHOUT_NETWORK],
        env={**os.environ, "KOOSLOOME_HOME": str(home)},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert json.loads(told.stdout) == []
    assert sorted(file.name for file in home.iterdir()) == ["methods-cache"]


def test_opening_touches_nothing(tmp_path: Path) -> None:
    with open_koosloome(load_settings({"KOOSLOOME_HOME": str(tmp_path / "home")})):
        pass
    assert not (tmp_path / "home").exists()


def test_two_products_share_one_home(koosloome: Koosloome, me: Account, home: Path) -> None:
    answer = koosloome.create(me, request())
    with open_koosloome(load_settings({"KOOSLOOME_HOME": str(home)})) as other:
        assert other.account() == me.__class__(**{**vars(me), **_known(other)})
        assert other.workshop(other.account(), answer.workshop).state == "ready"


def _known(product: Koosloome) -> dict[str, str | None]:
    account = product.account()
    return {"miro_user": account.miro_user, "team": account.team}
