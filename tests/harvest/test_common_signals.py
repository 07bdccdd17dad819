"""The signals that apply to every method."""

from __future__ import annotations

from fnmatch import fnmatch

import pytest

from harvest.summary import Lang, Summary
from tests.harvest.boards import LIBRARY, FakeBoard, board


def _codes(summary: Summary) -> list[str]:
    return [signal.code for signal in summary.signals]


def _texts(summary: Summary, code: str) -> list[str]:
    return [signal.text for signal in summary.signals if signal.code == code]


def _written(people: int, fake: FakeBoard | None = None) -> FakeBoard:
    fake = fake or board("stakeholder-map")
    for person in range(people):
        fake.write(f"Osapool {person}", "F2.engage_closely", by=f"p{person}")
    return fake


def test_an_empty_zone_is_named_but_one_that_may_be_empty_is_not() -> None:
    texts = _texts(board("stakeholder-map").summary(), "empty_zone")
    assert (
        "Ala „Kaasame tihedalt“ jäi tühjaks. Kas küsimus oli ebaselge või teema tundlik?" in texts
    )
    assert not [text for text in texts if "Jälgime" in text]


@pytest.mark.parametrize(
    ("lang", "named"),
    [
        ("et", "„Kaasame tihedalt (2. Asetame kaardile · rühm 2)“"),
        ("en", "“Engage closely (2. Place on the map · group 2)”"),
    ],
)
def test_a_zone_of_one_group_of_many_is_told_with_its_frame(lang: Lang, named: str) -> None:
    fake = board("stakeholder-map", groups=3)
    for number in (1, 3):
        fake.write("Vald", f"F2#{number}.engage_closely")
    twins = (board("stakeholder-map", "en", groups=3).plan,)
    told = [
        text
        for text in _texts(fake.summary(lang=lang, twins=twins), "empty_zone")
        if text.partition(" (")[0].endswith(named.partition(" (")[0])
    ]
    assert len(told) == 1
    assert named in told[0]


MAY_BE_EMPTY = {
    "consensus-board": ("F1.remedy", "F3.*", "F5*", "F6.dissent"),
    "consensus-workshop": ("F3.name*", "F3.column*"),
    # how many marked a stage is a figure too, and too few answers have none
    "group-climate": ("F1.*",),
    "open-space": ("F1.slot*", "S*"),
    "stakeholder-map": ("F2.monitor",),
}


@pytest.mark.parametrize("method", LIBRARY.ids())
def test_only_what_an_entry_names_may_stay_empty(method: str) -> None:
    spec = LIBRARY.get(method).harvest
    off = {zone for zone, rules in spec.zones.items() if "empty_zone" in rules.off}
    patterns = MAY_BE_EMPTY.get(method, ())
    assert not {zone for zone in off if not any(fnmatch(zone, one) for one in patterns)}
    voices = {"lone_voice", "dominant_author", "low_turnout"}
    silent = {zone for zone, rules in spec.zones.items() if voices & set(rules.off)}
    assert silent == ({"F1.*", "F2.*"} if method == "group-climate" else set())


def _empty(fake: FakeBoard) -> set[str | None]:
    return {signal.zone for signal in fake.summary().signals if signal.code == "empty_zone"}


def test_a_column_whose_notes_were_moved_on_did_not_stay_empty() -> None:
    fake = board("stakeholder-map")
    assert {"F1.public", "F1.civic", "F1.missing"} <= _empty(fake)
    fake.write("Linnavalitsus", "F2.engage_closely", colour="light_blue")
    assert "F1.public" not in _empty(fake)
    assert {"F1.civic", "F1.missing"} <= _empty(fake)


def test_what_a_group_chose_may_have_been_moved_to_the_wall() -> None:
    fake = board("consensus-workshop")
    assert {"F2#1.own", "F2#1.group"} <= _empty(fake)
    fake.write("Rohkem aega", "F3.column1", colour="light_yellow")
    assert not {"F2#1.own", "F2#1.group"} & _empty(fake)


def test_a_colour_that_two_columns_share_tells_nothing() -> None:
    fake = board("expectations")
    fake.write("Kuulata", "F1.offer", colour="light_yellow")
    assert {"F1.expect", "F1.wish"} <= _empty(fake)


def test_an_untouched_example_is_named_in_a_column_and_among_positions() -> None:
    for method, zone in (("stakeholder-map", "F1.people"), ("consensus-board", "F3.support")):
        fake = board(method)
        fake.seeds_only = [zone]
        said = {signal.code for signal in fake.summary().signals if signal.zone == zone}
        assert "seed_only" in said
        assert "empty_zone" not in said


def test_a_zone_with_only_its_example_is_not_called_empty_too() -> None:
    fake = board("consensus-board")
    fake.seeds_only = ["F2.clarify"]
    summary = fake.summary()
    zones = {signal.zone for signal in summary.signals if signal.code == "empty_zone"}
    assert "F2.clarify" not in zones
    assert _codes(summary).count("seed_only") == 1


def test_one_person_alone_in_a_zone_of_a_larger_group() -> None:
    fake = _written(5)
    for text in ("a", "b", "c"):
        fake.write(text, "F1.experts", by="p1")
    assert _texts(fake.summary(salt=b"s"), "lone_voice") == [
        "Alale „Teadlased ja eksperdid“ kirjutas ainult üks inimene. Küsige teiste arvamust."
    ]


def test_with_a_scribe_nobody_is_told_apart() -> None:
    fake = board("stakeholder-map", scribe=True)
    for text in range(12):
        fake.write(f"n{text}", "F1.experts", by="p1")
    summary = fake.summary(salt=b"s")
    assert summary.authors_seen is None
    assert not {"lone_voice", "dominant_author", "low_turnout"} & set(_codes(summary))


def test_a_dominant_author_is_told_without_a_name() -> None:
    fake = _written(6)
    for text in range(6):
        fake.write(f"n{text}", "F2.monitor", by="p0")
    summary = fake.summary(salt=b"s", attended=6)
    assert _texts(summary, "dominant_author") == ["Üks osaleja kirjutas 58% lipikutest."]


def test_the_facilitator_does_not_count_as_a_voice() -> None:
    fake = _written(3)
    fake.write("hea", "F2.monitor", by="F")
    assert fake.summary(facilitator_ids=frozenset({"F"}), salt=b"s").authors_seen == 3


def test_low_turnout_says_whether_people_were_only_planned() -> None:
    planned = _texts(_written(3).summary(salt=b"s"), "low_turnout")
    said = "Inimesi 15, kirjutajaid 3. Kelle mõtted on puudu?"
    assert planned == [f"{said} Arvestuse aluseks on kavandatud osalejate arv."]
    known = _texts(_written(3).summary(salt=b"s", attended=6), "low_turnout")
    assert known == ["Inimesi 6, kirjutajaid 3. Kelle mõtted on puudu?"]


def test_actions_without_owner_or_date_and_with_a_past_one() -> None:
    fake = board("stakeholder-map")
    fake.write("teeme ära", "F3.next@1")
    fake.write("teeme ära, @Mari, 1.02.2026", "F3.next@2")
    codes = _codes(fake.summary())
    assert [codes.count(code) for code in ("missing_owner", "missing_due", "past_due")] == [1, 1, 1]


def test_what_is_done_is_judged_as_any_other_action() -> None:
    fake = board("stakeholder-map")
    fake.write("tehtud asi", "F3.next@1", done=True)
    fake.write("tehtud asi, @Mari, 1.02.2026", "F3.next@2", done=True)
    found = {signal.code: signal.values.get("n") for signal in fake.summary().signals}
    assert [found.get(code) for code in ("missing_owner", "missing_due", "past_due")] == [1, 1, 1]


def test_unplaced_notes_stand_out_from_fifteen_percent() -> None:
    fake = _written(17)
    for _ in range(3):
        fake.write("kuskil", None)
    assert "unplaced" not in _codes(fake.summary())
    fake.write("kuskil", None)
    assert _texts(fake.summary(), "unplaced") == [
        "Paigutamata lipikuid: 4. Vaadake need enne kokkuvõtet üle."
    ]


def test_more_dots_than_were_given_out() -> None:
    fake = board("open-space", dots_per_person=1)
    no = fake.write("Bussid", "F2.priorities")
    fake.dot(no, times=7)
    assert "overvote" not in _codes(fake.summary(attended=7))
    [text] = _texts(fake.summary(attended=6), "overvote")
    assert "on punkte 7, välja jagati 6." in text


def test_one_row_of_a_table_can_hold_too_many_dots() -> None:
    fake = board("consensus-board")
    fake.dot("F1.met@1", times=6)
    fake.dot("F1.unmet@2", times=2)
    summary = fake.summary(attended=5)
    values = [signal.values for signal in summary.signals if signal.code == "overvote"]
    assert [(value["n"], value["max"]) for value in values] == [(6, 5)]


def test_parked_loose_moved_and_personal() -> None:
    fake = _written(1)
    fake.write("Rong?", "F0.parking")
    fake.write("mari@asutus.ee", "F2.monitor")
    fake.dot(None, "+", frame="F2")
    fake.moved = {"F2.monitor": 60.0, "F2.give_voice": 20.0, "F2.keep_satisfied": None}
    summary = fake.summary()
    assert summary.parked == (2,)
    moved = [signal.zone for signal in summary.signals if signal.code == "zone_moved"]
    assert moved == ["F2.keep_satisfied", "F2.monitor"]
    assert {"parked", "personal_data", "loose_dots"} <= set(_codes(summary))


def test_texts_follow_the_language_of_the_report() -> None:
    fake = board("stakeholder-map")
    fake.write("Rong?", "F0.parking")
    texts = _texts(fake.summary(lang="en"), "parked")
    assert texts == ["Topics left in the parking lot: 1. Agree what happens to them."]
