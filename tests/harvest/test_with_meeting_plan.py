"""The meeting plan: rows of agenda and agreements belong together, and what stands out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import codes_of, result_of

METHOD = "meeting-plan"


def _plan(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, **values)


def _item(fake: FakeBoard, row: int, topic: str, time: str = "", aim: str = "") -> None:
    for column, text in (("topic", topic), ("time", time), ("aim", aim)):
        if text:
            fake.write(text, f"F2.{column}@{row}")


def test_decisions_and_actions_belong_to_the_item_of_their_row() -> None:
    fake = _plan()
    _item(fake, 2, "Eelarve", "10.00–10.30", "otsus")
    decided = fake.write("Kinnitame", "F3.decided@2")
    fake.write("Saadame välja, @Mart", "F3.actions@2")
    fake.write("Muu, @Kai", "F3.actions@3")
    [entry] = result_of(fake)["agenda"]
    assert (entry["no"], entry["minutes"], entry["aim"]) == (2, 30, "decide")
    assert entry["decisions"] == [decided]
    assert [action["owner"] for action in entry["actions"]] == ["Mart"]


def test_an_item_that_came_up_in_the_meeting_is_on_the_agenda() -> None:
    fake = _plan()
    item = fake.write("Puhkused", "F3.item@4", colour="light_yellow")
    [entry] = result_of(fake)["agenda"]
    assert (entry["topic"], entry["from"], entry["lead"]) == ("Puhkused", [item], None)


@pytest.mark.parametrize(
    ("said", "aim"),
    [
        ("Info", "info"),
        ("teavitamine ja info", "info"),
        ("arutelu", "discuss"),
        ("OTSUS", "decide"),
        ("discussion", "discuss"),
        ("information", "info"),
        ("?", None),
    ],
)
def test_the_aim_is_read_from_its_word(said: str, aim: str | None) -> None:
    fake = _plan()
    _item(fake, 1, "Eelarve", aim=said)
    assert result_of(fake)["agenda"][0]["aim"] == aim


@pytest.mark.parametrize(("said", "shown"), [("@Mart", "Mart"), ("Mart Tamm", "Mart Tamm")])
def test_the_lead_is_a_name_and_may_be_left_out(said: str, shown: str) -> None:
    fake = _plan()
    _item(fake, 1, "Eelarve")
    fake.write(said, "F2.lead@1")
    assert result_of(fake)["agenda"][0]["lead"] == shown
    assert result_of(fake, names="none")["agenda"][0]["lead"] is True


@pytest.mark.parametrize(("length", "over"), [(60, False), (59, True)])
def test_more_minutes_than_there_are_stand_out(length: int, *, over: bool) -> None:
    fake = _plan(meeting_minutes=length)
    _item(fake, 1, "Eelarve", "45 min")
    _item(fake, 2, "Puhkused", "15")
    assert ("over_time" in codes_of(fake)) is over


@pytest.mark.parametrize(("told", "mostly"), [(60, False), (61, True)])
def test_over_sixty_percent_of_information_is_too_much(told: int, *, mostly: bool) -> None:
    fake = _plan()
    _item(fake, 1, "Ülevaade", str(told), "info")
    _item(fake, 2, "Eelarve", str(100 - told), "arutelu")
    assert ("mostly_info" in codes_of(fake)) is mostly


@pytest.mark.parametrize(
    ("length", "topic", "missing"),
    [(89, "Eelarve", False), (90, "Eelarve", True), (90, "Kohvipaus", False), (90, "Break", False)],
)
def test_a_long_meeting_has_a_break(length: int, topic: str, *, missing: bool) -> None:
    fake = _plan(meeting_minutes=length)
    _item(fake, 1, topic)
    assert ("no_break" in codes_of(fake)) is missing


def test_before_the_meeting_no_decision_is_missing() -> None:
    fake = _plan()
    _item(fake, 1, "Eelarve", aim="otsus")
    assert "decision_missing" not in codes_of(fake)
    fake.write("Arvutame üle, @Mart", "F3.actions@2")
    assert "decision_missing" in codes_of(fake)


def test_risks_are_only_on_the_board_of_organisers() -> None:
    assert result_of(_plan())["risks"] is None
    fake = _plan(organisers=True)
    fake.write("Vaikus", "F_risks.risk", at=(0.3, 0.5))
    fake.write("Palgad", "F_risks.risk", at=(0.3, 0.8))
    fake.write("Helistame", "F_risks.response", at=(0.3, 0.5))
    assert [risk["response"] for risk in result_of(fake)["risks"]] == ["Helistame", None]
    assert "risk_unanswered" in codes_of(fake)
