"""A result of any shape becomes facts, lists, groups and tables."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from harvest.summary import Summary
from service.formats import Formats
from service.presenting.blocks import Block, result_blocks
from service.presenting.cells import Cells
from service.presenting.labels import Labels
from tests.service.presenting.summaries import note, summary

ACTION = {
    "text": "Kohtume",
    "owner": "Mari",
    "due": "2027-03-15",
    "due_text": "15.03",
    "zone": None,
    "source": "note",
    "done": False,
    "from": [1],
}


@pytest.fixture
def said() -> Summary:
    return summary(note(1, "Eelarve", "F1.public"), note(2, None, "F1.public"))


def cells_of(said: Summary, labels: Labels) -> Cells:
    formats = Formats("et", UTC, datetime(2026, 3, 15, tzinfo=UTC))
    return Cells(summary=said, labels=labels, formats=formats)


def blocks(said: Summary, labels: Labels, **result: Any) -> tuple[Block, ...]:  # noqa: ANN401  # any result
    return result_blocks(result, labels, cells_of(said, labels))


def test_single_values_are_facts(said: Summary, labels: Labels) -> None:
    (block,) = blocks(said, labels, issue="Teema")
    assert (block.kind, block.names, block.rows) == (
        "facts",
        ("Teema või otsus",),
        ((("Teema",),),),
    )


def test_a_list_of_texts_is_a_list(said: Summary, labels: Labels) -> None:
    (block,) = blocks(said, labels, not_assessed=["Vald", "Kool"])
    assert (block.kind, block.title, block.rows) == (
        "list",
        "Kaardile panemata",
        ((("Vald",), ("Kool",)),),
    )


def test_lists_by_code_are_groups_under_their_labels(said: Summary, labels: Labels) -> None:
    (block,) = blocks(said, labels, by_quadrant={"engage_closely": ["Vald"], "monitor": []})
    assert (block.kind, block.names) == ("groups", ("Kaasame tihedalt", "Jälgime"))
    assert block.rows == ((("Vald",),), ())


def test_numbers_by_name_keep_what_people_wrote(said: Summary, labels: Labels) -> None:
    (block,) = blocks(said, labels, by_sector={"Riik ja vald": 2, "Ülikool": 0})
    assert (block.kind, block.names) == ("facts", ("Riik ja vald", "Ülikool"))
    assert block.rows == ((("2",),), (("0",),))


def test_things_are_rows_without_hidden_and_empty_columns(said: Summary, labels: Labels) -> None:
    things = [
        {
            "name": "Vald",
            "from": [1],
            "influence": 0.91,
            "quadrant": "monitor",
            "borderline": True,
            "stance": {"supports": 2, "unsure": 0, "opposes": 1},
            "strategy": {"text": "Kohtume", "from": [1]},
            "needs": {"from_them": [1, 2], "theirs": []},
            "next_step": ACTION,
            "salience": None,
        },
        {"name": "Kool", "from": [], "influence": None, "quadrant": None},
    ]
    (block,) = blocks(said, labels, stakeholders=things)
    assert block.kind == "records"
    assert block.columns == (
        "Osapool",
        "Koht kaardil",
        "Kindlus",
        "Hoiak",
        "Kuidas kaasame?",
        "Vajadused",
        "Järgmine samm",
    )
    first, second = block.rows
    assert first == (
        ("Vald",),
        ("Jälgime",),
        ("piiril",),
        ("Toetab: 2, On vastu: 1",),
        ("Kohtume",),
        ("Mida nende panusest vajame? Eelarve, (privaatne)",),
        ("Kohtume, @Mari, 15.03.2027",),
    )
    assert second == (("Kool",), *[()] * 6)


def test_what_nobody_named_stays_in_the_json(said: Summary, labels: Labels) -> None:
    assert blocks(said, labels, secret_number=4, inner={"deep": [1]}) == ()


def test_an_empty_result_has_no_blocks(said: Summary, labels: Labels) -> None:
    assert blocks(said, labels, issue=None, not_assessed=[], stakeholders=[]) == ()


def test_a_code_is_read_by_what_its_field_lies_in(said: Summary, labels: Labels) -> None:
    salience = {"power": True, "legitimacy": False, "class": "latent"}
    lines = cells_of(said, labels).of("stakeholders.salience", salience)
    assert lines == ("Võim", "Liik kaalukuse järgi: varjatud")


def test_what_people_wrote_is_never_taken_for_a_code(labels: Labels) -> None:
    written = cells_of(summary(note(1, "monitor", "F1.public")), labels)
    assert written.of("stakeholders.name", "monitor") == ("monitor",)
    assert cells_of(summary(), labels).of("stakeholders.quadrant", "monitor") == ("Jälgime",)


def test_a_cluster_is_a_line_with_its_notes_and_votes(said: Summary, labels: Labels) -> None:
    cluster = {"no": 1, "name": None, "from": [], "notes": [1, 2], "size": 2, "votes": 3}
    cells = cells_of(said, labels)
    (line,) = cells.of("clusters", [cluster])
    assert line == "Pealkirjata: Eelarve; (privaatne) (3 häält)"


def test_an_entry_of_a_list_is_one_line(said: Summary, labels: Labels) -> None:
    entries = [{"name": "Vald", "quadrant": "monitor"}, {"name": "Kool", "quadrant": None}]
    lines = cells_of(said, labels).of("stakeholders", entries)
    assert lines == ("Osapool: Vald · Koht kaardil: Jälgime", "Osapool: Kool")


def test_an_owner_whose_name_is_left_out_is_no_name(said: Summary, labels: Labels) -> None:
    cells = cells_of(said, labels)
    assert cells.of("next_step", {**ACTION, "owner": True, "due": None}) == ("Kohtume, 15.03",)
