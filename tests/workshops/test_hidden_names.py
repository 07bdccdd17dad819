"""People of a board, whoever they are, stand in no report of a harvest that hides names."""

from __future__ import annotations

from typing import Any

import pytest

from workshops.koosloome import Koosloome
from workshops.requests_answers import Account, CreateAnswer, HarvestRequest, NamesMode

WRITER = "Marianna"
TEXTS = ("Küsime Mariannalt üle", "Marianna", "Nii arvab Marianna ise")


def _write(koosloome: Koosloome, board: str, text: str) -> None:
    """Let a member of the board put a note beside its frames."""
    body: dict[str, Any] = {
        "data": {"content": f"<p>{text}</p>", "shape": "square"},
        "position": {"x": -4000, "y": -4000 - 300 * len(text)},
    }
    answer = (
        koosloome.sandbox()
        .app.test_client()
        .post(
            f"/v2/boards/{board}/sticky_notes",
            json=body,
            headers={"Authorization": f"Bearer sandbox-{WRITER}"},
        )
    )
    assert answer.status_code == 201, answer.text


def _reports(koosloome: Koosloome, me: Account, board: CreateAnswer, names: NamesMode) -> list[str]:
    asked = HarvestRequest(names=names)
    summary = koosloome.harvest(me, board.workshop, asked).summary
    assert summary.accounting.counted == len(summary.notes)
    return [
        koosloome.report(summary, name, lang, workshop=board.workshop).content.decode("utf-8-sig")
        for name in koosloome.report_formats()
        for lang in ("et", "en")
    ]


@pytest.mark.parametrize("names", ["none", "pseudonym"])
def test_a_member_is_named_in_no_report_where_names_are_hidden(
    koosloome: Koosloome, me: Account, board: CreateAnswer, names: NamesMode
) -> None:
    for text in TEXTS:
        _write(koosloome, board.board.id, text)
    told = _reports(koosloome, me, board, "tasks")
    assert any(WRITER in report for report in told)
    hidden = _reports(koosloome, me, board, names)
    assert len(hidden) == len(told)
    assert not [report for report in hidden if WRITER in report]
    left = "(nimi välja jäetud)" if names == "none" else "P"
    assert any(left in report for report in hidden)
