"""The retro: its variants, what it keeps of the self-reflection, verdicts, what stands out."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

import pytest

from harvest.cutting import cut
from harvest.summary import Summary
from tests.harvest.boards import LIBRARY, FakeBoard, board
from tests.harvest.performing import Performance
from tests.harvest.told import codes_of, result_of

METHOD = "reflection-retro"
SELF = ("strengths", "hard", "resources", "growth")
SECRET = ("Kuulan ära", "Minu juht katkestab osalejaid", "Kolleegid Terviseametist")
TITLE = "Vastuseis"
SHARED_NOTE = "Kokkuvõtted valmivad samal päeval"


def _retro(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, **values)


@cache
def _performed(share_self: str) -> Performance:
    example = deepcopy(LIBRARY.get(METHOD).example)
    example["brief"]["et"]["share_self"] = share_self
    return Performance(LIBRARY, METHOD, "et", example)


def _said(summary: Summary) -> str:
    return summary.to_json()


@pytest.mark.parametrize(
    ("share_self", "kept", "out"),
    [
        ("themes", (TITLE, SHARED_NOTE), SECRET),
        ("none", (), (TITLE, SHARED_NOTE, *SECRET)),
        ("all", (TITLE, SHARED_NOTE, *SECRET), ()),
    ],
)
def test_of_the_self_reflection_is_kept_what_was_agreed(
    share_self: str, kept: tuple[str, ...], out: tuple[str, ...]
) -> None:
    performance = _performed(share_self)
    summary = performance.summary()
    stored = cut(
        performance.method,
        LIBRARY.shared,
        performance.plan,
        performance.board.snapshot(),
        placed_by=performance.board.ledger,
    )
    for said in (_said(summary), stored.model_dump_json()):
        assert [text for text in kept if text not in said] == []
        assert [text for text in out if text in said] == []


@pytest.mark.parametrize("share_self", ["themes", "none", "all"])
def test_how_much_was_written_is_told_in_any_case(share_self: str) -> None:
    result = _performed(share_self).summary().as_data()["result"]
    assert [(part["id"], part["count"]) for part in result["self"]] == [
        ("strengths", 3),
        ("hard", 3),
        ("resources", 2),
        ("growth", 1),
    ]
    shown = [part["themes"] or part["ungrouped"] for part in result["self"]]
    assert all(shown) is (share_self != "none")


@pytest.mark.parametrize("variant", ["session", "team"])
def test_only_a_programme_looks_at_oneself(variant: str) -> None:
    fake = _retro(variant=variant)
    assert [frame.id for frame in fake.plan.frames] == ["F0", "F2", "F5"]
    assert result_of(fake)["self"] == []


@pytest.mark.parametrize(
    ("variant", "labels"),
    [
        ("programme", ["Jäi meelde", "Läks töös käiku", "Jäi poolikuks"]),
        ("session", ["Mis oli kasulik?", "Mida kasutan?", "Mida muuta?"]),
        ("team", ["Mis toimis?", "Mis takistas?", "Mida proovime?"]),
    ],
)
def test_columns_keep_their_ids_whatever_they_ask(variant: str, labels: list[str]) -> None:
    columns = result_of(_retro(variant=variant))["columns"]
    assert [column["id"] for column in columns] == ["memorable", "practical", "unfinished"]
    assert [column["label"] for column in columns] == labels


@pytest.mark.parametrize("variant", ["programme", "session", "team"])
def test_the_example_stands_in_the_same_column_whatever_it_asks(variant: str) -> None:
    items = _retro(variant=variant).plan.items
    [example] = [item for item in items if item.text.startswith("Näide: alustan")]
    assert example.zone == "F2.practical"


@pytest.mark.parametrize(
    ("met", "partly", "unmet", "verdict"),
    [
        (0, 0, 0, "unknown"),
        (3, 2, 0, "met"),
        (1, 3, 1, "partly"),
        (0, 2, 3, "unmet"),
        (2, 2, 0, "mixed"),
        (2, 1, 1, "mixed"),
    ],
)
def test_a_verdict_needs_over_half_of_the_dots(
    met: int, partly: int, unmet: int, verdict: str
) -> None:
    fake = _retro(expectations=["Õpin Miros töötama"])
    for name, times in (("met", met), ("partly", partly), ("unmet", unmet)):
        fake.dot(f"F4.{name}@1", times=times)
    [expectation] = result_of(fake)["expectations"]
    assert (expectation["text"], expectation["verdict"]) == ("Õpin Miros töötama", verdict)
    assert ("unmet_expectation" in codes_of(fake)) is (verdict == "unmet")


def test_dots_on_the_self_reflection_are_loose() -> None:
    fake = _retro()
    fake.dot(fake.write(None, "F3.hard"), times=2)
    summary = fake.summary()
    assert (summary.loose_dots, summary.notes[0].votes) == (2, 0)


def _written(fake: FakeBoard, *columns: str, times: int = 10) -> FakeBoard:
    for column in columns:
        for number in range(times):
            fake.write(f"{column} {number}", f"F2.{column}", by=f"p{number}")
    return fake


@pytest.mark.parametrize(
    ("variant", "written", "codes"),
    [
        ("programme", ("memorable",), {"only_praise"}),
        ("session", ("practical",), {"only_praise"}),
        ("programme", ("memorable", "unfinished"), set()),
        ("team", ("memorable",), {"no_obstacle", "nothing_to_try"}),
        ("team", ("memorable", "practical"), {"nothing_to_try"}),
        ("team", ("practical", "unfinished"), set()),
    ],
)
def test_what_is_missing_is_asked_for(
    variant: str, written: tuple[str, ...], codes: set[str]
) -> None:
    own = {"only_praise", "no_obstacle", "nothing_to_try"}
    assert codes_of(_written(_retro(variant=variant), *written)) & own == codes


@pytest.mark.parametrize("variant", ["programme", "team"])
def test_a_few_notes_are_not_yet_only_praise(variant: str) -> None:
    fake = _written(_retro(variant=variant), "memorable", times=9)
    assert not {"only_praise", "no_obstacle"} & codes_of(fake)


@pytest.mark.parametrize("zone", ["F2.memorable", "F5.want_more"])
def test_votes_ask_for_an_action(zone: str) -> None:
    fake = _retro()
    fake.dot(fake.write("Osapoolte kaart", zone), times=2)
    assert "votes_without_action" in codes_of(fake)
    fake.write("Kohtume kevadel", "F2.practical", tags=("action",))
    assert "votes_without_action" not in codes_of(fake)


def test_without_votes_nothing_is_asked() -> None:
    fake = _retro()
    fake.write("Osapoolte kaart", "F2.memorable")
    assert "votes_without_action" not in codes_of(fake)


def test_the_five_highest_of_all_columns_are_named() -> None:
    fake = _retro(participants=20)
    for number in range(7):
        column = ("memorable", "practical", "unfinished")[number % 3]
        note = fake.write(f"mõte {number}", f"F2.{column}", at=(0.1 + 0.25 * (number // 3), 0.5))
        fake.dot(note, times=number)
    found = [(theme["name"], theme["votes"]) for theme in result_of(fake)["top_themes"]]
    assert found == [(f"mõte {number}", number) for number in (6, 5, 4, 3, 2)]


def test_a_board_without_stages_and_expectations_has_neither() -> None:
    result = result_of(_retro())
    assert (result["milestones"], result["expectations"]) == ([], [])
