"""What the sorting of problems says of boards that its example doesn't show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from board_templates.geometry import Point
from board_templates.plan import Sign
from harvest.placed import PlacedDot
from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import codes_of

_NAME = "problem-type"
_PROBLEMS = ["Koolibussid hilinevad", "Vorm on liiga pikk"]


def _board(**values: Any) -> FakeBoard:  # noqa: ANN401  # a test says what it needs
    return board(_NAME, **{"problems": _PROBLEMS, "participants": 10, **values})


def _problems(fake: FakeBoard) -> dict[str, dict[str, Any]]:
    rows = fake.summary().as_data()["result"]["problems"]
    return {row["text"]: row for row in rows}


def _number(fake: FakeBoard, number: int, *cells: str) -> None:
    for cell in cells:
        dot = PlacedDot(f"n{len(fake.dots)}", Sign.PLAIN, Point(0, 0), "F1", f"F1.{cell}", None)
        fake.dots.append(replace(dot, number=number))


def test_the_signs_suggest_the_most_frequent_type() -> None:
    fake = _board()
    fake.write("1. Koolibussid hilinevad", "F2.inbox")
    _number(fake, 1, "simple@1", "complex@2", "complex@3", "simple@4", "complex@4")
    problem = _problems(fake)["Koolibussid hilinevad"]
    assert problem["signs"] == ["simple", "complex", "complex", None, None]
    assert problem["suggested"] == "complex"
    _number(fake, 1, "simple@5")
    assert _problems(fake)["Koolibussid hilinevad"]["suggested"] is None


def test_the_cell_decides_whatever_the_signs_suggest() -> None:
    fake = _board()
    fake.write("1. Koolibussid hilinevad", "F2.inform.simple@5")
    _number(fake, 1, "complex@1", "complex@2")
    problem = _problems(fake)["Koolibussid hilinevad"]
    assert (problem["suggested"], problem["type"]) == ("complex", "simple")


def test_new_problems_are_numbered_after_those_of_the_brief() -> None:
    fake = _board()
    fake.write("2. Vorm on liiga pikk", "F2.inbox")
    fake.write("Aega ei ole", "F2.open.simple@1")
    fake.write("Bussijuhte ei ole", "F3.problem@1")
    assert {text: row["no"] for text, row in _problems(fake).items()} == {
        "Vorm on liiga pikk": 2,
        "Aega ei ole": 3,
        "Bussijuhte ei ole": 4,
    }


def test_a_note_across_the_border_of_two_cells_is_doubtful() -> None:
    fake = _board()
    fake.write("1. Koolibussid hilinevad", "F2.consult.complicated@4", at=(0.99, 0.5))
    fake.write("2. Vorm on liiga pikk", "F2.inform.simple@5", at=(0.5, 0.5))
    borders = {text: row["borderline"] for text, row in _problems(fake).items()}
    assert borders == {"Koolibussid hilinevad": True, "Vorm on liiga pikk": False}


@pytest.mark.parametrize(("dots", "told"), [(2, False), (3, True)])
def test_doubts_of_three_in_ten_are_told(dots: int, told: bool) -> None:  # noqa: FBT001  # a case
    fake = _board()
    fake.dot(fake.write("1. Koolibussid hilinevad", "F2.inform.simple@5"), times=dots)
    assert ("disputed_type" in codes_of(fake)) is told
    assert _problems(fake)["Koolibussid hilinevad"]["doubts"] == dots


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("F2.consult.complex@4", "complex_but_informed"),
        ("F2.inform.complex@5", "complex_but_informed"),
        ("F2.cocreate.simple@3", "simple_but_heavy"),
        ("F2.codecide.simple@2", "simple_but_heavy"),
        ("F2.open.complicated@1", "extent_open"),
    ],
)
def test_an_unusual_extent_is_told(cell: str, code: str) -> None:
    fake = _board()
    fake.write("1. Koolibussid hilinevad", cell)
    own = {"complex_but_informed", "simple_but_heavy", "extent_open", "disputed_type"}
    assert codes_of(fake) & own == {code}


def test_the_expected_diagonal_tells_nothing() -> None:
    fake = _board(problems=[*_PROBLEMS, "Noored kolivad ära"])
    fake.write("1. Koolibussid hilinevad", "F2.consult.complicated@4")
    fake.write("2. Vorm on liiga pikk", "F2.inform.simple@5")
    fake.write("3. Noored kolivad ära", "F2.cocreate.complex@3")
    assert codes_of(fake) & {"complex_but_informed", "simple_but_heavy", "extent_open"} == set()


def test_the_expected_diagonal_is_drawn_faintly() -> None:
    fills = {item.key: item.style.fill for item in board(_NAME).plan.items}
    cells = {key: fill for key, fill in fills.items() if key.startswith("F2.") and "@" in key}
    usual = cells["F2.open.simple@1/zone"]
    stand_out = {key for key, fill in cells.items() if fill != usual and ".extent@" not in key}
    assert stand_out == {
        "F2.codecide.complex@2/zone",
        "F2.cocreate.complex@3/zone",
        "F2.consult.complicated@4/zone",
        "F2.inform.simple@5/zone",
    }


def test_what_the_plan_wrote_into_a_cell_is_told_without_its_marks() -> None:
    plan = board(_NAME).plan
    zone = next(zone for zone in plan.zones if zone.key == "F2.extent@1")
    assert zone.prefilled.splitlines()[0] == "Ulatus valimata"
