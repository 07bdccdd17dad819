"""Every method's example is made, performed and harvested over the genuine parts."""

from __future__ import annotations

import pytest

from board_templates.library import Library
from board_templates.method import LANGUAGES
from board_templates.yaml_reading import read_yaml
from tests.workshops.conftest import FakeClock
from workshops.briefs import prepare
from workshops.example import FILE, read_example
from workshops.koosloome import Koosloome
from workshops.pace import in_time
from workshops.rehearse import rehearse
from workshops.requests_answers import CreateRequest, HarvestRequest
from workshops.wiring.wires import Wires

EXPECTED = "expected.yaml"
LIBRARY = Library()
METHODS = [
    name
    for name in LIBRARY.ids()
    if all((LIBRARY.folder(name) / file).is_file() for file in (FILE, EXPECTED))
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("method", METHODS)
def test_what_people_did_is_accounted_for(
    koosloome: Koosloome, wires: Wires, clock: FakeClock, method: str, lang: str
) -> None:
    me = koosloome.account()
    folder = LIBRARY.folder(method)
    example = read_example(folder)
    values = example.brief["en" if lang == "en" else "et"]
    created = koosloome.create(me, CreateRequest(method=method, values=values, lang=lang))
    plan = prepare(LIBRARY, method, values, lang).plan
    steps = rehearse(LIBRARY.shared, plan, example, facilitator=me.name)
    wires.sandbox.perform(steps, created.board.id, lambda _: None, pace=in_time(clock.sleep))
    summary = koosloome.harvest(
        me, created.workshop, HarvestRequest(lang=lang, attended=example.attended)
    ).summary
    said = read_yaml((folder / EXPECTED).read_text(encoding="utf-8"), EXPECTED).value[lang]
    aside = summary.accounting.set_aside
    assert summary.matched_by == "ledger"
    assert {
        "attended": summary.attended,
        "authors_seen": summary.authors_seen,
        "loose_dots": summary.loose_dots,
        "private": summary.counts.private,
        "duplicate": summary.counts.duplicate,
        "example": aside.example,
        "prompt": aside.prompt,
        "practice": aside.practice,
        "counted": summary.counts.counted,
    } == said["envelope"]
    assert set(said["texts"]) <= {signal.text for signal in summary.signals}
