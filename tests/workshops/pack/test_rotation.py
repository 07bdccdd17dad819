"""Who goes where, in methods whose harvest has a rotation."""

from __future__ import annotations

from typing import Any

import pytest

from board_templates.harvest_spec import HarvestSpec
from board_templates.method import Method
from tests.workshops.pack.conftest import MakeSource
from workshops.pack.content import Table
from workshops.pack.rotation import rotation
from workshops.pack.source import PackSource


@pytest.fixture
def changing(source: MakeSource, method: Method) -> MakeSource:
    """Give what makes a workshop in which people change between the copies of a frame."""

    def make(groups: int = 3, rounds: str = "3", people: str | None = None) -> PackSource:
        harvest = HarvestSpec.model_validate(
            {
                "lists": {
                    "tables": {"frames": {"frame": "F1", "cells": {"public": "all"}}},
                    "seats": {
                        "rotation": {
                            "people": people or "people - tables|length",
                            "tables": "tables|length",
                            "rounds": rounds,
                        }
                    },
                }
            }
        )
        changed = method.model_copy(update={"harvest": harvest})
        return source(values={"groups": groups, "participants": 12}, method=changed)

    return make


def test_everyone_changes_tables_each_round_and_hosts_stay(changing: MakeSource) -> None:
    made = rotation(changing())
    assert made is not None
    assert made.heading == "Kes kuhu läheb"
    table = made.blocks[1]
    assert isinstance(table, Table)
    assert table.columns == ("Osaleja", "Nimi", "1. voor", "2. voor", "3. voor")
    assert [row.cells[0] for row in table.rows] == [str(no) for no in range(1, 10)]
    assert table.rows[0].cells == ("1", "", "Laud 1", "Laud 2", "Laud 3")
    for row in table.rows:
        assert len(set(row.cells[2:])) == 3
    for column in range(2, 5):
        seats = [row.cells[column] for row in table.rows]
        assert {seats.count(seat) for seat in seats} == {3}


def test_other_methods_have_no_list(source: MakeSource) -> None:
    assert rotation(source()) is None


@pytest.mark.parametrize(
    "changes",
    [{"groups": 1}, {"rounds": "1"}, {"people": "0"}, {"people": "notes|length"}],
    ids=["one table", "one round", "nobody", "known only afterwards"],
)
def test_where_nobody_changes_places_there_is_no_list(
    changing: MakeSource, changes: dict[str, Any]
) -> None:
    assert rotation(changing(**changes)) is None
