"""Every method goes the whole way for a group of fifteen, and its copies are read elsewhere.

A board is made, the example is performed on it and harvested; a colleague copies the board in Miro
and harvests the copy by its address, with an account and a memory of her own. One journey drawn
anew each time runs always, all of them run with the marker `full`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from board_templates.library import Library
from board_templates.method import LANGUAGES
from board_templates.yaml_reading import read_yaml
from harvest.summary import Summary
from miro_client.bodies.boards import BoardBody
from tests.workshops.conftest import FakeClock
from tests.workshops.test_every_example import EXPECTED, METHODS
from workshops.briefs import prepare
from workshops.example import read_example
from workshops.koosloome import Koosloome
from workshops.pace import in_time
from workshops.rehearse import rehearse
from workshops.requests_answers import CreateRequest, HarvestRequest
from workshops.wiring.wires import Wires

LIBRARY = Library()
USUAL = 15

Open = Callable[..., Wires]
Values = Mapping[str, Any]


def values_for(method: str, lang: str, people: int) -> Values:
    """Return the brief of the example for so many people, its board otherwise as it was.

    What else would follow from their number (how many groups) is said, so that the zones of the
    example are there.
    """
    example = read_example(LIBRARY.folder(method)).brief["en" if lang == "en" else "et"]
    plan = prepare(LIBRARY, method, example, lang).plan
    fields = LIBRARY.get(method).identity.brief
    computed = {field.name: plan.brief[field.name] for field in fields if field.computed}
    return {**computed, **example, "participants": people}


def walk(open_wires: Open, clock: FakeClock, method: str, lang: str, people: int) -> None:
    wires = open_wires(MIRO_ACCESS_TOKEN="sandbox-mari")
    product = Koosloome(wires)
    me, folder = product.account(), LIBRARY.folder(method)
    example, values = read_example(folder), values_for(method, lang, people)
    board = product.create(me, CreateRequest(method=method, values=values, lang=lang))
    plan = prepare(LIBRARY, method, values, lang).plan
    steps = rehearse(LIBRARY.shared, plan, example, facilitator=me.name)
    wires.sandbox.perform(steps, board.board.id, lambda _: None, pace=in_time(clock.sleep))
    request = HarvestRequest(lang=lang, attended=example.attended)
    summary = product.harvest(me, board.workshop, request).summary
    assert summary.matched_by == "ledger"
    assert_as_expected(summary, folder, lang)
    copied = harvested_elsewhere(open_wires, wires, board.board.id, request)
    assert copied.matched_by == "footer"
    assert copied.accounting == summary.accounting
    assert written(copied) == written(summary)
    assert copied.as_data()["result"].keys() == summary.as_data()["result"].keys()


def assert_as_expected(summary: Summary, folder: Path, lang: str) -> None:
    """Hold the account of a summary against what a person reads off the board."""
    said = read_yaml((folder / EXPECTED).read_text(encoding="utf-8"), EXPECTED).value[lang]
    aside, counts = summary.accounting.set_aside, summary.counts
    assert summary.accounting.read == summary.accounting.counted + sum(aside.model_dump().values())
    found = {
        "authors_seen": summary.authors_seen,
        "loose_dots": summary.loose_dots,
        "private": counts.private,
        "duplicate": counts.duplicate,
        "prompt": aside.prompt,
        "practice": aside.practice,
        "counted": counts.counted,
    }
    assert found == {name: said["envelope"][name] for name in found}


def written(summary: Summary) -> list[tuple[str | None, str | None, int]]:
    """Return what participants wrote, where, and how others voted for it."""
    return [(note.text, note.zone, note.votes) for note in summary.notes]


def harvested_elsewhere(
    open_wires: Open, mine: Wires, board: str, request: HarvestRequest
) -> Summary:
    """Let a colleague copy the board and harvest the copy by its address."""
    hers = open_wires(MIRO_ACCESS_TOKEN="sandbox-kati")
    colleague = Koosloome(hers)
    account = colleague.account()
    assert account.id != mine.people.me().id
    with hers.connect(hers.people.me()) as client:
        copy = client.boards.copy(board, BoardBody(name="Koopia"))
    assert copy.view_link
    return colleague.harvest(account, copy.view_link, request).summary


def test_a_journey_drawn_anew(open_wires: Open, clock: FakeClock) -> None:
    """The seed that pytest-randomly prints draws the same again."""
    method = random.choice(METHODS)  # noqa: S311  # nothing secret hangs on it
    lang = random.choice(LANGUAGES)  # noqa: S311  # as above
    walk(open_wires, clock, method, lang, USUAL)


@pytest.mark.full
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("method", METHODS)
def test_a_journey_of_the_usual_group(
    open_wires: Open, clock: FakeClock, method: str, lang: str
) -> None:
    walk(open_wires, clock, method, lang, USUAL)
