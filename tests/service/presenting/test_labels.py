"""Zones, frames, fields and codes are called what the method's own texts call them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from board_templates.brief import make_brief
from board_templates.layout import make_plan
from board_templates.library import Library
from service.presenting.labels import Labels

OWN = {"issue": "Kuidas kaasata noori linna otsustesse?", "sectors": ["Ülikool", "Vald", "Kool"]}


@pytest.fixture
def planned(labels: Labels, library: Library) -> Labels:
    method = library.get("stakeholder-map")
    plan = make_plan(method, library.shared, make_brief(method, library.shared, OWN))
    return replace(labels, plan=plan)


@pytest.mark.parametrize("key", ["F1.public", "F1#2.public"])
def test_a_zone_is_called_by_its_label(labels: Labels, key: str) -> None:
    assert labels.zone(key) == "Riik ja omavalitsused"


def test_a_cell_is_called_by_its_column(labels: Labels) -> None:
    assert labels.zone("F3.who@3") == "Osapool"


def test_a_zone_made_of_a_value_is_called_by_the_value(planned: Labels) -> None:
    assert planned.zone("F1.sector1") == "Ülikool"


def test_a_zone_nobody_knows_keeps_its_key(labels: Labels) -> None:
    assert labels.zone("X9.strange") == "X9.strange"


def test_labels_follow_the_language_of_the_page_not_of_the_board(planned: Labels) -> None:
    assert replace(planned, lang="en").zone("F1.missing") == "Whose voice is missing?"


def test_a_frame_has_the_number_it_has_on_the_board(planned: Labels, labels: Labels) -> None:
    assert planned.frame("F2") == "2. Asetame kaardile"
    assert labels.frame("F2") == "Asetame kaardile"


def test_a_field_is_called_by_its_path_or_hidden(labels: Labels) -> None:
    assert labels.field("stakeholders.name") == "Osapool"
    assert labels.field("stakeholders.influence") == ""
    assert labels.field("stakeholders.nothing_of_the_kind") is None


def test_a_code_is_read_in_the_language(labels: Labels) -> None:
    assert labels.code("quadrant", "engage_closely") == "Kaasame tihedalt"
    assert labels.code("borderline", "true") == "piiril"
    assert labels.code("name", "Linnavalitsus") is None


def test_a_board_of_others_has_no_words_of_its_own(library: Library) -> None:
    strange = Labels(method=None, shared=library.shared, lang="et")
    assert strange.zone("F1.public") == "F1.public"
    assert strange.field("stakeholders") is None
