"""A card becomes a method that works: made, written on, read; wrong cards are told whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from board_templates.library import Library
from board_templates.method import LANGUAGES
from tests.workshops.conftest import METHOD
from workshops.errors import InputFaults
from workshops.example import Example
from workshops.koosloome import Koosloome
from workshops.new_method import new_method
from workshops.rehearse import rehearse
from workshops.requests_answers import CreateRequest, HarvestRequest
from workshops.settings import load_settings
from workshops.wiring import open_koosloome

ID = "x-kolm-ringi"
CARD: dict[str, Any] = {
    "name": {"et": "Kolm ringi", "en": "Three rounds"},
    "purpose": "Räägime teema kolmes ringis läbi.",
    "use_when": "Rühm on väike.",
    "not_when": "Inimesi on üle kahekümne.",
    "group": "4–12",
    "minutes": 60,
    "steps": [
        {"minutes": 10, "text": "Avame teema."},
        {"minutes": 30, "text": "Kirjutame."},
        {"minutes": 20, "text": "Lepime kokku."},
    ],
    "zones": [
        {"label": "Mured", "prompt": "Mis vaevab?", "colour": "orange", "kind": "ideas"},
        {"label": "Tegevused", "kind": "actions"},
        {"label": "Mida proovime?", "kind": "table"},
        {"label": "Kellega?", "kind": "table"},
    ],
    "source": "oma kogemus",
    "contributor": "Mari Maasikas",
}
ACTS = (
    {"who": "P1", "write": "Aega on vähe", "in": "F1.ideas1", "as": "a"},
    {"who": "P2", "write": "Bussi ei käi", "in": "F1.ideas1", "as": "b"},
    {"who": "P3", "write": "Küsime vallalt, @Jaan, 15.03.2031", "in": "F1.actions2", "as": "c"},
    {"who": "P1", "dot": "b", "times": 2},
)


def made(place: Path, card: dict[str, Any], method_id: str = ID) -> Path:
    verdict = new_method(Library(), method_id, json.dumps(card), place, "et")
    assert verdict.faults == ()
    return place / method_id


def refused(place: Path, card: object, method_id: str = ID) -> list[str]:
    with pytest.raises(InputFaults) as caught:
        new_method(Library(), method_id, json.dumps(card, indent=0), place, "en")
    assert not list(place.glob("x-*"))
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_from_card_to_summary(tmp_path: Path, lang: str) -> None:
    made(tmp_path / "own", CARD)
    environ = {"KOOSLOOME_HOME": str(tmp_path), "KOOSLOOME_METHODS": str(tmp_path / "own")}
    with open_koosloome(load_settings(environ)) as k:
        assert ID in k.library.ids()
        assert k.example_plan(ID, lang).agenda
        me = k.account()
        values = {"topic": "Bussid", "participants": 8}
        created = k.create(me, CreateRequest(method=ID, values=values, lang=lang))
        plan = k.make_plan(ID, values, lang)
        example = Example(brief={"et": values, "en": values}, people=8, acts=ACTS)
        steps = rehearse(k.shared, plan, example, facilitator=me.name)
        k.sandbox().perform(steps, created.board.id, lambda _: None)
        summary = k.harvest(me, created.workshop, HarvestRequest(lang=lang)).summary
    result = summary.as_data()["result"]
    texts = {note.no: note.text for note in summary.notes}
    assert [texts[no] for no in result["ideas1"]] == ["Bussi ei käi", "Aega on vähe"]
    assert [(one["text"], one["owner"]) for one in result["actions"]] == [
        ("Küsime vallalt", "Jaan")
    ]
    assert summary.accounting.read == summary.accounting.counted + sum(
        summary.accounting.set_aside.model_dump().values()
    )


@pytest.mark.parametrize(
    "zones",
    [
        None,
        [{"label": "Tabel", "kind": "table"}],
        [{"label": f"Ala {n}", "kind": "ideas"} for n in range(8)],
        [{"label": f"Veerg {n}", "kind": "table"} for n in range(8)],
    ],
)
def test_every_mix_of_areas_gives_a_sound_folder(tmp_path: Path, zones: object) -> None:
    made(tmp_path, {**CARD, "zones": zones})


@pytest.mark.parametrize(("minutes", "steps"), [(120, 110), (120, 120), (60, 60)])
def test_breaks_may_be_among_the_steps_or_not(tmp_path: Path, minutes: int, steps: int) -> None:
    rest = [{"minutes": 10, "text": "Avame."}, {"minutes": 10, "text": "Lõpetame."}]
    whole = [{"minutes": steps - 20, "text": "Kirjutame."}, *rest]
    made(tmp_path, {**CARD, "minutes": minutes, "steps": whole})


def test_all_faults_of_a_card_come_at_once_each_at_its_line(tmp_path: Path) -> None:
    wrong = {
        **CARD,
        "name": "K",
        "purpose": "{{ ().__class__ }}",
        "group": "20–4",
        "phase": 1,
        "steps": [],
        "zones": [{"label": "x" * 41, "kind": "dance"}],
        "source": "",
    }
    faults = refused(tmp_path, wrong)
    assert len(faults) == 8
    assert any(fault.startswith("card.yaml:2: “Name” has 2 to 60") for fault in faults)
    assert all(fault.startswith("card.yaml:") for fault in faults)


@pytest.mark.parametrize("method_id", ["kolm", "x-../up", "x-", "X-A", "x-" + "a" * 80, METHOD])
def test_ids_of_ones_own_never_clash_with_the_library(tmp_path: Path, method_id: str) -> None:
    assert any(fault.startswith("id:") for fault in refused(tmp_path, CARD, method_id))


def test_what_is_there_is_not_overwritten(tmp_path: Path) -> None:
    made(tmp_path, CARD)
    with pytest.raises(InputFaults, match="there already"):
        new_method(Library(), ID, json.dumps(CARD), tmp_path, "et")


@pytest.mark.parametrize(
    "card", [[], "text", None, {"steps": "x", "zones": [1], "name": {"en": "A"}}]
)
def test_what_is_no_card_is_refused(tmp_path: Path, card: object) -> None:
    assert refused(tmp_path, card)


def test_a_hostile_card_is_refused_fast(tmp_path: Path) -> None:
    with pytest.raises(InputFaults):
        new_method(Library(), ID, "a: &a [1]\nb: [*a, *a]\n", tmp_path, "et")
    assert refused(tmp_path, {**CARD, "zones": [{"label": "a", "kind": "ideas"}] * 3000})


def test_koosloome_makes_it_too(koosloome: Koosloome, tmp_path: Path) -> None:
    text = json.dumps(CARD)
    assert koosloome.new_method(ID, text, tmp_path / "place", "et", file="card.yaml").ok


def test_the_guide_of_a_card_tells_when_it_fits_and_when_not(tmp_path: Path) -> None:
    guides = made(tmp_path, CARD) / "guide"
    told = (guides / "et.md").read_text(encoding="utf-8")
    assert "- **Sobib:** Rühm on väike." in told
    assert "- **Ei sobi:** Inimesi on üle kahekümne." in told
    told = (guides / "en.md").read_text(encoding="utf-8")
    assert "- **It fits:** Rühm on väike." in told
    assert "- **Not when:** Inimesi on üle kahekümne." in told
