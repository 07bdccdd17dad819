"""The envelope: its sums, its JSON, its published schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema_rs import Draft202012Validator
from pydantic import ValidationError

from harvest.documents import documents
from harvest.summary import Accounting, SetAside, Summary
from tests.harvest.boards import board

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["readings.md", "envelope.schema.json"])
def test_the_published_document_is_fresh(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == documents()[name]


def test_sums_that_do_not_hold_make_no_accounting() -> None:
    with pytest.raises(ValidationError, match="5 items were read"):
        Accounting(read=5, counted=3, set_aside=SetAside(dot=1))


def test_counted_items_and_notes_are_as_many() -> None:
    data = board("stakeholder-map").summary().as_data()
    data["accounting"]["read"] += 1
    data["accounting"]["counted"] += 1
    with pytest.raises(ValidationError, match="notes"):
        Summary.model_validate(data)


def test_the_same_board_gives_the_same_bytes() -> None:
    one, other = (board("consensus-board").summary().to_json() for _ in range(2))
    assert one == other


def test_what_it_does_not_know_it_refuses() -> None:
    data = board("stakeholder-map").summary().as_data() | {"more": 1}
    with pytest.raises(ValidationError, match="more"):
        Summary.model_validate(data)


def test_what_only_the_mode_with_all_names_tells_may_be_missing() -> None:
    told = board("stakeholder-map").summary(names="full").as_data()
    untold = board("stakeholder-map").summary().as_data()
    published = Draft202012Validator(json.loads((DOCS / "envelope.schema.json").read_bytes()))
    assert told["authors_unlisted"] == 0
    assert "authors_unlisted" not in untold
    for data in (told, untold):
        assert published.is_valid(data)
        assert Summary.model_validate(data).as_data() == data
