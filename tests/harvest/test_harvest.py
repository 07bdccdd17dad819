"""The four hardest methods, harvested from boards on which things happened."""

from __future__ import annotations

import json
from typing import Any

import pytest

from harvest.checking import check_harvest
from harvest.summary import Summary
from tests.harvest.boards import LEAST, SHARED, FakeBoard, board, method_named

METHODS = tuple(LEAST["et"])


def _result(fake: FakeBoard, **options: Any) -> dict[str, Any]:  # noqa: ANN401  # a test says what it needs
    data = fake.summary(**options).as_data()
    result: dict[str, Any] = data["result"]
    return result


def _codes(summary: Summary) -> list[str]:
    return [signal.code for signal in summary.signals]


@pytest.mark.parametrize("name", METHODS)
def test_the_harvest_of_a_method_is_sound(name: str) -> None:
    assert check_harvest(method_named(name), SHARED) == ()


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize("name", METHODS)
def test_an_untouched_board_can_be_harvested_in_both_languages(name: str, lang: str) -> None:
    summary = board(name, lang).summary()
    assert summary.notes == ()
    json.dumps(summary.as_data())


# --- consensus board


def _positions(**points: int) -> FakeBoard:
    fake = board("consensus-board", participants=sum(points.values()), rounds=1)
    for point, count in points.items():
        for i in range(count):
            fake.write(f"põhjus {i} on selge", f"F3.{point}", by=f"p{i}")
    return fake


@pytest.mark.parametrize(
    ("points", "rule", "outcome"),
    [
        ({"support": 8, "reservations": 2}, "no_block", "reached"),
        ({"support": 8, "stand_aside": 2}, "no_block", "reached"),
        ({"support": 7, "stand_aside": 3}, "no_block", "not_reached"),
        ({"support": 9, "discuss": 1}, "no_block", "not_reached"),
        ({"support": 9, "block": 1}, "no_block", "not_reached"),
        ({"support": 9, "block": 1}, "minus_one", "reached"),
        ({"support": 8, "block": 1, "discuss": 1}, "minus_one", "not_reached"),
        ({"support": 9, "reservations": 1}, "unanimity", "reached"),
        ({"support": 9, "stand_aside": 1}, "unanimity", "not_reached"),
        ({"support": 8, "discuss": 2}, "threshold", "reached"),
        ({"support": 7, "discuss": 3}, "threshold", "not_reached"),
        ({"support": 9, "block": 1}, "threshold", "not_reached"),
    ],
)
def test_rules_look_at_categories(points: dict[str, int], rule: str, outcome: str) -> None:
    fake = _positions(**points)
    fake.plan.brief["rule"] = rule  # type: ignore[index]  # a plan of its own for each case
    assert _result(fake)["consensus"]["outcome"] == outcome
    fake.plan.brief["rule"] = "no_block"  # type: ignore[index]  # as it was


def test_too_few_positions_are_no_quorum() -> None:
    fake = _positions(support=10)
    consensus = _result(fake, attended=15)["consensus"]
    assert consensus["outcome"] == "no_quorum"
    assert consensus["explanation"] == (
        "Seisukohti on liiga vähe: märkis 10, vaja oli vähemalt 12."
    )


def test_an_explanation_states_the_numbers() -> None:
    fake = _positions(support=11, reservations=3, stand_aside=1)
    assert _result(fake)["consensus"]["explanation"] == (
        "Otsus sündis: toetab 11, mööndustega 3, kõrvale astub 1, blokeerijaid pole."
    )
    english = _result(fake, lang="en")["consensus"]["explanation"]
    assert (
        english == "Decision reached: 11 support, 3 with reservations, 1 stands aside, no blocks."
    )


def test_nobody_marked_a_position() -> None:
    consensus = _result(board("consensus-board"))["consensus"]
    assert (consensus["outcome"], consensus["shift"]) == ("not_tested", {})


def test_the_shift_compares_the_first_and_the_last_round() -> None:
    fake = board("consensus-board", participants=4)
    for zone in ("F3.support", "F3.discuss", "F3.discuss", "F3.block"):
        fake.write("põhjus on olemas", zone)
    fake.dot("F5.support", times=3)
    fake.write("mööndus jääb", "F5.reservations")
    result = _result(fake)
    assert [r["responses"] for r in result["rounds"]] == [4, 4]
    assert result["consensus"]["shift"] == {
        "support": 2,
        "accept": 1,
        "outside": 0,
        "hold": -2,
        "stop": -1,
    }


def test_a_position_moved_to_the_concerns_still_counts_where_it_was() -> None:
    fake = board("consensus-board", participants=2)
    fake.write("toetan seda", "F3.support")
    no = fake.write("aega on vähe", "F3.discuss")
    fake.move(no, "F4.concern@1")
    fake.write("pikendame kuuni", "F4.amendment@1")
    result = _result(fake)
    assert result["rounds"][0]["by_category"]["hold"] == 1
    assert result["concerns"] == [
        {
            "text": ["aega on vähe"],
            "amendments": ["pikendame kuuni"],
            "outcome": "open",
            "votes": 0,
            "from": [2, 3],
        }
    ]


def test_a_concern_copied_from_a_position_holds_both_notes() -> None:
    fake = board("consensus-board")
    fake.write("Aega on vähe", "F3.discuss")
    no = fake.write("aega on  vähe", "F4.concern@2")
    fake.dot(no, times=2)
    fake.write("Ei võetud vastu", "F4.outcome@2")
    [concern] = _result(fake)["concerns"]
    assert (sorted(concern["from"]), concern["votes"]) == ([1, 2, 3], 2)
    assert concern["outcome"] == "not_accepted"


def test_named_positions_split_initials_and_find_the_same_twice() -> None:
    fake = board("consensus-board", named_positions=True, rounds=1, participants=3)
    fake.write("KM: toetan, sest tähtaeg on realistlik", "F3.support")
    fake.write("KM jään kõrvale", "F3.stand_aside")
    fake.write("JT – liiga vara", "F3.block")
    summary = fake.summary()
    reasons = summary.as_data()["result"]["rounds"][0]["reasons"]
    assert [reason["who"] for reason in reasons] == ["KM", "KM", "JT"]
    assert reasons[0]["text"] == "toetan, sest tähtaeg on realistlik"
    assert {"double_position", "block_without_reason"} <= set(_codes(summary))
    cut = fake.summary(names="none")
    assert cut.notes[0].text == "toetan, sest tähtaeg on realistlik"
    assert cut.as_data()["result"]["rounds"][0]["reasons"][0]["who"] is True


def test_preconditions_count_dots_and_attendance_is_read_off_the_board() -> None:
    fake = board("consensus-board")
    fake.dot("F1.met@1", times=4)
    fake.dot("F1.unmet@3", times=3)
    fake.dot("F1.met@3", times=2)
    fake.write("14", "F1.attended")
    summary = fake.summary()
    conditions = summary.as_data()["result"]["preconditions"]
    assert [c["failed"] for c in conditions] == [False, False, True, False, False, False]
    assert conditions[0]["text"].startswith("Meil on ühine eesmärk")
    assert summary.attended == 14
    assert "precondition_unmet" in _codes(summary)


def test_questions_are_paired_with_answers_at_their_height() -> None:
    fake = board("consensus-board")
    fake.write("Mis ajast?", "F2.clarify", at=(0.3, 0.3))
    fake.write("Kes maksab?", "F2.clarify", at=(0.3, 0.8))
    fake.write("Jaanuarist", "F2.answers", at=(0.3, 0.32))
    pairs = [(p["question"], p["answer"]) for p in _result(fake)["clarifications"]]
    assert pairs == [("Mis ajast?", "Jaanuarist"), ("Kes maksab?", None)]


def test_decision_dissent_steps_and_review() -> None:
    fake = board("consensus-board")
    fake.write("Anname kolm nädalat.", "F6.record", kind="shape")
    fake.write("liiga pikk", "F6.dissent")
    fake.write("saadame kirja, @Kai, 15.03", "F6.next")
    fake.write("Vaatame üle 1. juunil 2026", "F6.review")
    summary = fake.summary()
    result = summary.as_data()["result"]
    assert result["decision"] == {"text": "Anname kolm nädalat.", "from": [1]}
    assert (result["dissent"], summary.decisions) == ([2], (1,))
    assert result["next_steps"][0]["due"] == "2026-03-15"
    assert result["review"] == {"text": "Vaatame üle", "due": "2026-06-01", "from": [4]}


# --- group climate


def test_figures_of_a_pulse() -> None:
    fake = board("group-climate", min_answers=5)
    for column, count in (("s1", 1), ("s2", 2), ("s3", 1), ("s4", 3), ("s5", 1)):
        fake.write(str(count), f"F2.{column}@1")
    first = _result(fake)["pulse"][0]
    assert first["distribution"] == [1, 2, 1, 3, 1]
    assert (first["answers"], first["median"], first["mean"]) == (8, 3.5, 3.12)
    assert (first["spread"], first["low_share"]) == (2.0, 0.38)


def test_too_few_answers_leave_no_figures() -> None:
    fake = board("group-climate", min_answers=5)
    fake.write("4", "F2.s4@1")
    fake.dot("F1.norming", times=3)
    summary = fake.summary()
    result = summary.as_data()["result"]
    assert result["suppressed"] is True
    assert result["pulse"][0]["answers"] is None
    assert set(result["stage"]["counts"].values()) == {None}
    assert "too_few" in _codes(summary)


def test_stages_count_dots_not_notes() -> None:
    fake = board("group-climate", min_answers=4)
    for zone, times in (("forming", 2), ("storming", 5), ("norming", 3)):
        fake.dot(f"F1.{zone}", times=times)
    fake.write(None, "F1.storming")
    fake.write("jagan seda", "F1.storming", tags=("may_share",))
    summary = fake.summary()
    stage = summary.as_data()["result"]["stage"]
    assert stage["counts"]["storming"] == 5
    assert (stage["mode"], stage["spread"], stage["answers"]) == ("storming", 3, 10)
    assert stage["shared"] == [2]
    assert "split_view" in _codes(summary)


def test_parts_that_are_not_on_the_board_are_null() -> None:
    assert _result(board("group-climate", stages=False))["stage"] is None
    assert _result(board("group-climate", pulse=False))["pulse"] is None


# --- open space


def test_topics_hosts_and_sessions_belong_together() -> None:
    fake = board("open-space", rooms=["Saal", "Köök"], slots=["10:00", "11:00"])
    fake.write("Kuidas jõuda noorteni? @Kati", "F1.slot1.room2@1")
    fake.write("Ajapuudus", "F1.waiting")
    fake.write("läheme koolidesse", "S#2.points")
    fake.write("12 inimest", "S#2.count")
    summary = fake.summary()
    result = summary.as_data()["result"]
    cell = result["marketplace"][1]
    assert (cell["slot"], cell["time"], cell["room"]) == (1, "10:00", "Köök")
    assert cell["topics"] == [{"topic": "Kuidas jõuda noorteni?", "host": "Kati", "from": [1]}]
    session = result["sessions"][1]
    assert (session["topic"], session["host"]) == ("Kuidas jõuda noorteni?", "Kati")
    assert (session["people"], session["points"], session["summarised"]) == (12, [3], True)
    assert result["waiting"] == [{"topic": "Ajapuudus", "host": None, "from": [2]}]
    assert {"waiting_topics", "no_host"} <= set(_codes(summary))
    assert "topic_without_summary" not in _codes(summary)


def test_a_topic_typed_in_the_session_wins_over_its_cell() -> None:
    fake = board("open-space", rooms=["Saal"], slots=["10:00"])
    fake.write("Vana teema @Kati", "F1.slot1.room1@1")
    fake.write("Uus teema", "S.topic", kind="shape")
    summary = fake.summary()
    [session] = summary.as_data()["result"]["sessions"]
    assert (session["topic"], session["host"]) == ("Uus teema", "Kati")
    texts = [s.text for s in summary.signals if s.code == "topic_without_summary"]
    assert texts == ["Kokkuvõte puudub: „Uus teema“."]


# --- world café


def test_tables_rounds_links_and_what_could_not_be_read() -> None:
    fake = board("world-cafe", hosts=["Mari"])
    a = fake.write("esimene", "T#1.round1", at=(0.2, 0.3))
    b = fake.write("teine", "T#1.round1", at=(0.2, 0.6))
    c = fake.write("kolmas", "T#2.round2")
    fake.write("kokku võttes, @Jaan", "T#2.host")
    fake.links = [(a, b), (a, c)]
    fake.unread = {"T#1": 2}
    result = _result(fake)
    first, second, third = result["tables"]
    assert (first["host"], second["host"], third["host"]) == ("Mari", "Jaan", None)
    assert first["links"] == [[a, b]]
    assert first["drawings"] == 2
    assert first["rounds"][0]["notes"] == [a, b]
    assert second["question"] == "Kes räägib?"


def test_everyone_changes_tables_each_round() -> None:
    rotation = _result(board("world-cafe"), attended=15)["rotation"]
    assert len(rotation) == 12
    for person in rotation:
        assert all(x != y for x, y in zip(person["tables"], person["tables"][1:], strict=False))
