"""What six hats say of orders, groups and boards that their example doesn't show."""

from __future__ import annotations

import pytest

from board_templates.brief import make_brief
from board_templates.errors import FaultyBrief
from tests.harvest.boards import LIBRARY, SHARED, FakeBoard, board
from tests.harvest.told import codes_of, result_of

_NAME = "six-hats"


def _hats(fake: FakeBoard) -> list[tuple[int, str, int | None]]:
    return [(hat["position"], hat["hat"], hat["group"]) for hat in result_of(fake)["hats"]]


def test_the_same_hat_twice_has_two_columns() -> None:
    order = ["blue", "white", "black", "white", "blue", "red", "blue"]
    fake = board(_NAME, sequence="custom", hats_order=order)
    first, second = (
        fake.write("Mitu?", "F1.white"),
        fake.write("Kes?", "F1.white2"),
    )
    assert _hats(fake) == [(no, hat, None) for no, hat in enumerate(order[:-1], 1)]
    result = result_of(fake)
    assert (result["hats"][1]["notes"], result["hats"][3]["notes"]) == ([first], [second])
    assert result["facts_missing"] == [first, second]
    assert result["sequence"] == order


def test_a_frame_per_hat_and_group_says_the_same() -> None:
    fake = board(_NAME, sequence="quick", hats_apart=True, groups=2)
    keys = [zone.key for zone in fake.plan.zones if zone.id == "F1a.black"]
    second = fake.write("Raha ei ole", keys[1])
    hats = result_of(fake)["hats"]
    assert _hats(fake) == [
        (no, hat, group)
        for no, hat in enumerate(["blue", "yellow", "black", "red"], 1)
        for group in (1, 2)
    ]
    assert [hat["notes"] for hat in hats if (hat["hat"], hat["group"]) == ("black", 2)] == [
        [second]
    ]
    titles = [frame.title for frame in fake.plan.frames]
    assert "3. Must: ettevaatus · rühm 2" in titles
    assert titles[-1] == "5. Sinine müts: kokkuvõte"


@pytest.mark.parametrize(
    ("yellow", "black", "sequence", "told"),
    [
        (1, 4, "evaluate", True),
        (1, 3, "evaluate", False),
        (4, 1, "quick", True),
        (0, 0, "evaluate", False),
        (0, 1, "evaluate", True),
        (0, 5, "improve", False),
    ],
)
def test_too_much_of_one_is_told(yellow: int, black: int, sequence: str, *, told: bool) -> None:
    fake = board(_NAME, sequence=sequence)
    for hat, count in (("yellow", yellow), ("black", black)):
        for number in range(count):
            fake.write(f"mõte {number}", f"F1.{hat}")
    assert ("one_sided" in codes_of(fake)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mure", False),
        ("Mure, SEST raha ei ole", True),
        ("Worried because it is late", True),
        ("Sestap", False),
        ("üks kaks kolm neli viis kuus seitse kaheksa üheksa kümme üksteist kaksteist", False),
        ("a b c d e f g h i j k l m", True),
    ],
)
def test_reasons_under_red_are_told(text: str, *, told: bool) -> None:
    fake = board(_NAME)
    fake.write(text, "F1.red")
    assert ("red_with_reasons" in codes_of(fake)) is told


def test_few_facts_are_told_by_how_many_came() -> None:
    fake = board(_NAME)
    for number in range(3):
        fake.write(f"fakt {number}", "F1.white")
    assert "thin_facts" in {signal.code for signal in fake.summary(attended=10).signals}
    assert "thin_facts" not in {signal.code for signal in fake.summary(attended=9).signals}


@pytest.mark.parametrize("order", [["white", "black", "blue"], ["blue", "white", "red"], None])
def test_an_order_begins_and_ends_with_blue(order: list[str] | None) -> None:
    values = {"focus": "Mida me arutame?", "sequence": "custom"}
    with pytest.raises(FaultyBrief):
        make_brief(
            LIBRARY.get(_NAME), SHARED, {**values, **({"hats_order": order} if order else {})}, "et"
        )


def test_the_agenda_follows_the_hats() -> None:
    fake = board(_NAME, sequence="improve", warm_up=False)
    steps = [(step.minutes, step.text.split(":")[0], step.kind) for step in fake.plan.agenda]
    assert [said for _, said, _ in steps] == [
        "Sinine",
        "Valge",
        "Must",
        "Roheline",
        "Punane",
        "Sinine",
    ]
    assert sum(minutes for minutes, _, _ in steps) == 60  # the whole time
    apart = board(_NAME, sequence="improve", warm_up=False, hats_apart=True)
    assert [step.minutes for step in apart.plan.agenda] == [minutes for minutes, _, _ in steps]
