"""A stored summary is told in the language of whoever reads it, also its result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workshops.koosloome import Koosloome
from workshops.requests_answers import Account, CreateAnswer, HarvestRequest
from workshops.wiring.wires import Wires

IN_ESTONIAN, IN_ENGLISH = "Riik ja omavalitsused", "State and local government"


@pytest.mark.parametrize(("made", "read"), [("et", "en"), ("en", "et")])
def test_a_stored_summary_says_what_a_harvest_in_that_language_says(
    koosloome: Koosloome, me: Account, board: CreateAnswer, made: str, read: str
) -> None:
    first = koosloome.harvest(me, board.workshop, HarvestRequest(lang=made)).summary
    told = koosloome.summary(me, board.workshop, lang=read)
    assert told is not None
    assert koosloome.summary(me, board.workshop) == first
    assert koosloome.summary(me, board.workshop, lang=made) == first
    anew = koosloome.harvest(me, board.workshop, HarvestRequest(lang=read)).summary
    assert told.result == anew.result != first.result
    assert told.signals == anew.signals != first.signals
    assert told.notes == first.notes


def test_reports_of_a_stored_summary_name_things_in_their_language(
    koosloome: Koosloome, me: Account, board: CreateAnswer
) -> None:
    koosloome.harvest(me, board.workshop, HarvestRequest(lang="et"))
    told = koosloome.summary(me, board.workshop, lang="en")
    assert told is not None
    for name in ("json", "markdown"):
        report = koosloome.report(told, name, "en", workshop=board.workshop).content.decode()
        result = report.split('"result"' if name == "json" else "## Result")[1]
        assert IN_ENGLISH in result
        assert IN_ESTONIAN not in result


def test_what_an_older_release_stored_is_told_as_it_was_made(
    koosloome: Koosloome, me: Account, board: CreateAnswer, wires: Wires
) -> None:
    made = koosloome.harvest(me, board.workshop, HarvestRequest(lang="et")).summary
    [kept] = wires.store.summaries.of(board.workshop)
    wires.store.summaries.add(replace(kept, id="h-zzzzzzzzzz", retold=None))
    assert koosloome.summary(me, board.workshop, "h-zzzzzzzzzz", lang="en") == made
