"""What all methods share is there in both languages, for every code that can come up."""

from __future__ import annotations

from typing import get_args

from board_templates.method import StepKind
from board_templates.phases import PHASES
from board_templates.plan import Sign
from board_templates.shared_texts import CommonTexts, SharedTexts


def test_both_languages_say_the_same_things(shared: SharedTexts) -> None:
    et, en = shared.texts["et"], shared.texts["en"]
    for section in CommonTexts.model_fields:
        one, other = getattr(et, section), getattr(en, section)
        if isinstance(one, dict):
            assert one.keys() == other.keys(), section
    assert {k: v.keys() for k, v in et.choices.items()} == {
        k: v.keys() for k, v in en.choices.items()
    }


def test_every_code_has_its_text(shared: SharedTexts) -> None:
    texts = shared.texts["et"]
    assert set(texts.phases) == set(PHASES)
    assert set(texts.openings) == set(get_args(StepKind))
    assert set(texts.signs) == {str(sign) for sign in Sign} - {""}
    assert set(texts.tags) == {tag.id for tag in shared.common.tags}
    assert set(texts.parameters) == {p.name for p in shared.common.parameters}
    assert set(shared.common.dot_colours) == {str(sign) for sign in Sign}
    assert {f"F0.{zone.name}" for zone in shared.intro.zones} == set(texts.zones)


def test_every_common_choice_has_a_label(shared: SharedTexts) -> None:
    for parameter in shared.common.parameters:
        for code in parameter.choices:
            assert shared.choice_label(parameter.name, code, "et")
    assert shared.choice_label("scale", "fist05", "en") == "fist to five (0–5)"
    assert shared.choice_label("scale", "missing", "en") is None


def test_signals_weigh_what_the_list_says(shared: SharedTexts) -> None:
    assert shared.severity("overvote") == "warn"
    assert shared.severity("empty_zone") == "info"


def test_tags_have_a_title_in_each_language(shared: SharedTexts) -> None:
    assert shared.tag_titles("private") == {"et": "mitte avaldada", "en": "do not publish"}


def test_zones_of_the_intro_frame_say_how_they_are_read(shared: SharedTexts) -> None:
    assert shared.uses == {
        "F0.stays": "private",
        "F0.practice": "practice",
        "F0.parking": "parking",
    }
