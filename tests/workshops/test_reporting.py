"""Files made of a summary: what heads them where a board carries two methods."""

from __future__ import annotations

import pytest

from tests.workshops.conftest import request
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account, CreateAnswer, CreateRequest, HarvestRequest

PROPOSAL = "Kohtume kord kuus ja kutsume kõik."


@pytest.fixture
def second(koosloome: Koosloome, me: Account) -> CreateAnswer:
    """Return a consensus on the board of a stakeholder map."""
    board = koosloome.create(me, request()).board
    values = {"proposal": PROPOSAL}
    return koosloome.create(me, CreateRequest(method="consensus-board", values=values, on=board.id))


@pytest.mark.parametrize(("lang", "name"), [("et", "Konsensustahvel"), ("en", "Consensus board")])
def test_a_second_method_is_not_headed_by_the_first(
    koosloome: Koosloome, me: Account, second: CreateAnswer, lang: str, name: str
) -> None:
    summary = koosloome.harvest(me, second.workshop, HarvestRequest()).summary
    assert summary.board.title == "Osapoolte kaart"
    for report in ("markdown", "memo"):
        made = koosloome.report(summary, report, lang, workshop=second.workshop).content.decode()
        assert made.startswith(f"# {name}")
        assert "Osapoolte kaart" not in made
