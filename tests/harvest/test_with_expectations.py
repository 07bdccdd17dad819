"""Expectations: what kind they are, what becomes of them, and dots that travel with their notes."""

from __future__ import annotations

from typing import Any

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import codes_of

METHOD = "expectations"
OUT = "Palgad"


def _board(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, **values)


def _expectations(fake: FakeBoard) -> dict[str, dict[str, Any]]:
    result = fake.summary().as_data()["result"]
    return {entry["text"]: entry for entry in result["expectations"]}


def _carrier(fake: FakeBoard, text: str, zone: str, parameter: str) -> int:
    return fake.write(text, zone, origin={"parameter": parameter, "no": 1})


def test_the_first_zone_tells_the_kind_and_without_it_the_colour() -> None:
    fake = _board()
    fake.move(fake.write("soov", "F1.wish", colour="light_yellow"), "F2.later")
    fake.write("lilla", "F2.later", colour="violet")
    fake.write("roheline", "F2.covered", colour="light_green")
    kinds = {text: entry["kind"] for text, entry in _expectations(fake).items()}
    assert kinds == {"soov": "wish", "lilla": "wish", "roheline": "expect"}


def test_offers_and_worries_stay_what_they_are_among_the_answers() -> None:
    fake = _board()
    offer = fake.write("saal", "F1.offer")
    fake.move(offer, "F2.covered")
    worry = fake.write("aeg", "F2.later", colour="orange")
    result = fake.summary().as_data()["result"]
    assert (result["offers"], result["worries"]) == ([offer], [worry])
    assert result["expectations"] == []


def test_what_is_out_of_scope_is_expected_only_with_a_dot() -> None:
    fake = _board(out_of_scope=[OUT])
    topic = _carrier(fake, OUT, "F2.out", "out_of_scope")
    assert _expectations(fake) == {}
    fake.dot(topic)
    assert _expectations(fake)[OUT]["votes"] == 1


def test_somebody_who_writes_what_is_out_of_scope_expects_it() -> None:
    fake = _board(out_of_scope=[OUT])
    _carrier(fake, OUT, "F2.out", "out_of_scope")
    fake.write("palgad", "F1.expect")
    assert (_expectations(fake)[OUT]["status"], _expectations(fake)[OUT]["count"]) == ("out", 1)


def test_dots_that_came_along_count_and_a_dot_beside_notes_is_loose() -> None:
    fake = _board()
    note = fake.write("näited", "F1.expect")
    fake.move(note, "F2.covered")
    fake.dot(note, times=3)
    fake.dot("F2.covered")
    assert _expectations(fake)["näited"]["votes"] == 3
    assert fake.summary().loose_dots == 1


def test_what_stays_in_the_first_frame_is_unanswered() -> None:
    fake = _board()
    fake.write("näited", "F1.expect")
    fake.write("saal", "F1.offer")
    [signal] = [one for one in fake.summary().signals if one.code == "unanswered"]
    assert signal.values == {"n": 1}


def test_obstacles_call_for_an_agreement() -> None:
    fake = _board()
    fake.write("aeg", "F1.worry")
    assert "worry_alone" in codes_of(fake)
    fake.write("väikesed rühmad", "F3.helps")
    assert "worry_alone" not in codes_of(fake)


def test_three_offers_call_for_an_action_anywhere() -> None:
    fake = _board()
    for text in ("saal", "näidised", "Miro"):
        fake.write(text, "F1.offer")
    assert "offers_unused" in codes_of(fake)
    fake.change(1, tags=("action",))
    assert "offers_unused" not in codes_of(fake)


def test_what_the_plan_laid_side_by_side_is_no_cluster() -> None:
    fake = _board(prefilled=["üks", "kaks"])
    for item in fake.plan.items:
        if item.origin and item.origin.get("parameter") == "prefilled":
            fake.write(item.text, "F1.expect", place=item.box.centre, origin=dict(item.origin))
    assert fake.summary().as_data()["result"]["clusters"] == []
    fake.move(1, "F1.expect", at=(0.50, 0.6))
    fake.move(2, "F1.expect", at=(0.62, 0.6))
    [cluster] = fake.summary().as_data()["result"]["clusters"]
    assert sorted(cluster["notes"]) == [1, 2]
