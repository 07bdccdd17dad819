"""Files made of a summary: what heads them where a board carries two methods."""

from __future__ import annotations

import pytest

from tests.workshops.conftest import request
from workshops.koosloome import Koosloome
from workshops.requests_answers import (
    Account,
    CreateAnswer,
    CreateRequest,
    HarvestRequest,
    PackRequest,
)
from workshops.wiring.wires import Wires

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


def test_a_summary_is_kept_until_the_day_that_invitation_and_letter_name(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    made = koosloome.create(me, request(values={"session_date": "2026-09-01"}))
    summary = koosloome.harvest(me, made.workshop, HarvestRequest()).summary
    [kept] = wires.store.summaries.of(made.workshop)
    assert kept.delete_after.date().isoformat() == "2031-09-01"
    memo = koosloome.report(summary, "memo", "et", workshop=made.workshop).content.decode()
    pack = koosloome.pack(me, made.workshop, PackRequest())
    invitation = next(file for file in pack.files if file.name == "pack.md").content.decode()
    assert "Kokkuvõtte kustutame 1. septembril 2031." in memo
    assert "Kokkuvõtte kustutame 1. septembril 2031." in invitation
