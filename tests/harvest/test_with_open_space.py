"""Open space: whose session a frame is, what stands out in the market, a board that was copied."""

from __future__ import annotations

from typing import Any, cast

import pytest

from board_templates.footer import brief_from_shape, unpack_shape
from board_templates.layout import make_plan
from board_templates.method import Lang
from board_templates.plan import Role
from harvest.harvest import harvest
from harvest.options import HarvestOptions
from tests.harvest.boards import LIBRARY, SHARED, FakeBoard, board
from tests.harvest.builders import NOON
from tests.harvest.performing import Performance
from tests.harvest.told import result_of, texts_of

METHOD = "open-space"
TIMES = ["10:00", "11:00"]


def _space(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, **{"rooms": ["A", "B"], "slots": TIMES, **values})


def test_the_topic_of_the_session_wins_over_that_of_the_market() -> None:
    fake = _space()
    in_market = fake.write("Aeg @Mari", "F1.slot2.room1@2")
    in_frame = fake.write("Aeg ja raha", "S#3.topic", kind="text")
    session = result_of(fake)["sessions"][2]
    assert (session["time"], session["room"]) == ("11:00", "A")
    assert (session["topic"], session["host"]) == ("Aeg ja raha", "Mari")
    assert session["from"] == [in_market, in_frame]


def test_a_topic_with_a_host_in_its_session_has_a_host() -> None:
    fake = _space()
    fake.write("Aeg", "F1.slot1.room1@1")
    fake.write("Raha", "F1.slot1.room2@1")
    fake.write("Jüri", "S#1.host", kind="text")
    assert texts_of(fake, "no_host") == ["Algatajata teemasid: 1."]


def test_a_topic_in_a_cell_without_a_frame_has_no_summary() -> None:
    fake = _space(summaries=1)
    fake.write("Aeg @Mari", "F1.slot1.room2@1")
    assert texts_of(fake, "topic_without_summary") == ["Kokkuvõte puudub: „Aeg“."]
    assert [session["topic"] for session in result_of(fake)["sessions"]] == [None]


def test_two_topics_in_a_cell_are_told_with_the_clock_of_the_language() -> None:
    fake = _space()
    fake.write("Aeg @Mari", "F1.slot2.room2@2")
    fake.write("Raha @Jüri", "F1.slot2.room2@2")
    assert texts_of(fake, "double_booked") == [
        "Samas ruumis ja samal ajal on mitu teemat: 11.00 B.",
    ]


def test_no_cell_and_no_session_is_named_as_empty() -> None:
    signals = _space().summary().signals
    empty = {signal.zone for signal in signals if signal.code == "empty_zone"}
    assert {(zone or "").partition(".")[0] for zone in empty} == {"F1", "F2"}
    assert {zone for zone in empty if (zone or "").startswith("F1")} == {"F1.waiting"}


@pytest.mark.parametrize("lang", ["et", "en"])
def test_a_copied_board_tells_its_times_and_rooms_by_the_titles_of_its_sessions(lang: str) -> None:
    performed = Performance(LIBRARY, METHOD, cast("Lang", lang), dict(LIBRARY.get(METHOD).example))
    known = performed.summary().as_data()["result"]
    method = performed.method
    footer = next(item.text for item in performed.plan.items if item.role is Role.FOOTER)
    brief = brief_from_shape(method, SHARED, unpack_shape(footer))
    summary = harvest(
        method,
        SHARED,
        make_plan(method, SHARED, brief),
        performed.board.copied().snapshot(),
        options=HarvestOptions(lang=cast("Lang", lang), harvested_at=NOON, salt=b"test"),
    )
    copied = summary.as_data()["result"]
    for part in ("marketplace", "sessions", "waiting", "priorities"):
        assert copied[part] == known[part]
