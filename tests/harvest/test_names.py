"""Names by mode."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harvest.names import NameKeeper, hashed
from harvest.reports import ReportContext, get_report
from harvest.summary import Summary
from tests.harvest.boards import SHARED, FakeBoard, board

MAY_LABEL = re.compile("vastuta|owner|responsible", re.IGNORECASE)
MEMBERS = {"p1": "Mari Maasikas", "p2": "Jüri Tamm"}


def _board() -> FakeBoard:
    fake = board("stakeholder-map")
    fake.write("Bussifirmad", "F3.who@1")
    fake.write("Kohtume, @Mari, 15.03", "F3.next@1", by="p2")
    fake.write("Küsime @Kai käest", "F1.public", by="p1")
    return fake


def _summary(mode: str) -> Summary:
    return _board().summary(names=mode, member_names=MEMBERS, salt=b"s")


def test_tasks_keeps_who_took_something_on_and_no_authors() -> None:
    summary = _summary("tasks")
    assert summary.actions[0].owner == "Mari"
    assert all("author" not in note for note in summary.as_data()["notes"])


def test_none_cuts_every_name() -> None:
    summary = _summary("none")
    assert summary.actions[0].owner is True
    text = summary.to_json()
    assert not [name for name in ("Mari", "Kai", "Jüri") if name in text]


def test_pseudonym_gives_one_name_for_one_person() -> None:
    summary = _summary("pseudonym")
    assert summary.actions[0].owner == "P1"
    texts = {note.text for note in summary.notes}
    assert "Kohtume, @P1, 15.03" in texts
    text = summary.to_json()
    assert not [name for name in ("Mari", "Kai", "Jüri") if name in text]


def test_pseudonyms_of_a_programme_go_on() -> None:
    summary = _board().summary(names="pseudonym", pseudonyms={"mari": "P7"}, salt=b"s")
    assert summary.actions[0].owner == "P7"
    assert "@Kai" not in summary.to_json()
    assert "P1" not in {note.author for note in summary.notes}


def test_full_tells_who_wrote_what() -> None:
    authors = {note.author for note in _summary("full").notes}
    assert authors == {"Mari Maasikas", "Jüri Tamm"}


def test_full_tells_how_many_authors_are_in_no_list_of_members() -> None:
    fake = _board()
    for text in ("Vald", "Linn"):
        fake.write(text, "F1.public", by="p9")
    assert fake.summary(names="full", member_names=MEMBERS, salt=b"s").authors_unlisted == 1
    assert _summary("full").as_data()["authors_unlisted"] == 0
    for mode in ("tasks", "none", "pseudonym"):
        assert "authors_unlisted" not in _summary(mode).as_data()


def test_whom_nobody_may_tell_is_not_counted_among_the_authors_nobody_knows() -> None:
    fake = board("consensus-board", named_positions=False)
    fake.write("MK: sobib", "F3.support", by="p9")
    assert fake.summary(names="full", member_names=MEMBERS, salt=b"s").authors_unlisted == 0


@pytest.mark.parametrize("mode", ["tasks", "none"])
def test_ids_of_people_are_nowhere(mode: str) -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F1.public", by="3458764500000001")
    data = json.dumps(fake.summary(names=mode, salt=b"s").as_data())
    assert "3458764500000001" not in data


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kutsume @Mari ja @Jaan, 2.03", "Kutsume, 2.03"),
        ("Helista @Mari homme", "Helista homme"),
        ("Helista @Mari.", "Helista."),
        ("Helista @Mari. Siis küsi", "Helista. Siis küsi"),
        ("Helista @M. Maasikas homme", "Helista homme"),
        ("Kohtume, @Mari, 15.03", "Kohtume, 15.03"),
        ("Kohtume / @Mari Maasikas", "Kohtume"),
        ("Kohtume – @Mari", "Kohtume"),
        ("@Mari, @Jaan: kutsuge teised", "kutsuge teised"),
        ("kokku lepitud (@Mari)", "kokku lepitud"),
        ("kutsuda\n@Mari\nhomme", "kutsuda\n\nhomme"),
        ("kutsuda @Mari\nhomme  kell 9", "kutsuda\nhomme  kell 9"),
        ("@Mari", ""),
    ],
)
def test_a_cut_name_leaves_the_text_whole(text: str, left: str) -> None:
    assert NameKeeper("none").text(text) == left


@pytest.mark.parametrize("text", ["a  b", " a ", "a ,b .\n", "mari@vald.ee", "e @ 5", "teha, @kes"])
def test_a_text_without_names_is_not_touched(text: str) -> None:
    assert NameKeeper("none").text(text) == text


@given(st.text(max_size=80))
def test_no_text_without_names_is_touched(text: str) -> None:
    if "@" not in text and not MAY_LABEL.search(text):
        assert NameKeeper("none").text(text) == text


@given(st.text(max_size=80))
def test_text_without_an_at_stays_as_it_is(text: str) -> None:
    if "@" not in text and not MAY_LABEL.search(text):
        assert NameKeeper("pseudonym").text(text) == text


def test_stand_ins_of_two_harvests_differ() -> None:
    assert hashed("p1", b"one") != hashed("p1", b"two")
    assert hashed("p1", b"one") == hashed("p1", b"one")


def _rounds(**more: object) -> FakeBoard:
    fake = board("consensus-board", rounds=1, participants=4, **more)
    for text, zone in (
        ("MK", "F3.support"),
        ("MK: jään kõrvale", "F3.stand_aside"),
        ("Nõus. JT", "F3.support"),
        ("ok KL", "F3.support"),
        ("Otsustab KOV", "F3.discuss"),
    ):
        fake.write(text, zone)
    return fake


@pytest.mark.parametrize("mode", ["none", "pseudonym"])
@pytest.mark.parametrize("named", [True, False])
def test_initials_are_in_no_report_of_a_round(mode: str, *, named: bool) -> None:
    fake = _rounds(named_positions=named)
    summary, text = fake.summary(names=mode, salt=b"s"), _everything(fake, mode)
    assert not [who for who in ("MK", "JT", "KL") if who in text]
    assert "Otsustab KOV" in text
    assert "· Kes\n" not in text
    assert "**Toetan**\n      -\n" not in text
    reasons = summary.as_data()["result"]["rounds"][0]["reasons"]
    assert [reason["text"] for reason in reasons if reason["from"] == [1]] == [None]
    assert ("double_position" in {signal.code for signal in summary.signals}) is named
    assert all((reason["who"] is not None) <= named for reason in reasons)


def test_initials_stay_where_tasks_stay() -> None:
    assert "Samad nimetähed on kahe seisukoha juures: MK." in _everything(
        _rounds(named_positions=True), "tasks"
    )
    assert "MK: jään kõrvale" in _everything(_rounds(named_positions=True), "tasks")


@pytest.mark.parametrize("mode", ["tasks", "full"])
def test_a_round_without_names_tells_none_in_any_mode(mode: str) -> None:
    fake = _rounds()
    fake.write("MK: jään kõrvale", "F3.stand_aside", by="p2")
    fake.write("Küsime teistelt", "F2.clarify", by="p2")
    summary = fake.summary(names=mode, member_names=MEMBERS, salt=b"s")
    authors = {note.author for note in summary.notes if note.frame == "F3"}
    assert authors == {None}
    assert not [who for who in ("MK", "JT", "KL") if who in _everything(fake, mode)]
    asked = next(note for note in summary.notes if note.text == "Küsime teistelt")
    assert asked.author == ("Jüri Tamm" if mode == "full" else None)


def test_a_concern_taken_out_of_a_round_loses_its_initials_too() -> None:
    fake = board("consensus-board")
    no = fake.write("MK: aega on vähe", "F3.discuss")
    fake.move(no, "F4.concern@1")
    summary = fake.summary(names="none")
    assert summary.as_data()["result"]["concerns"][0]["text"] == ["aega on vähe"]
    assert "MK" not in _everything(fake, "none")


NAMES = ("Mari", "Jüri Tamm", "Anna-Liisa Õun", "J. Kask", "Rebekka", "Toivo O’Hara")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(
                [
                    "Kohtume, @{}, 15.03",
                    "Vastutab: {}, saadame kirja",
                    "saadame kirja / vastutab {}",
                    "Owner: {}",
                    "küsime @{} käest ja @{}",
                    "@{}",
                    "Kutsume üles",
                    "arutab ({} teab), vastutaja: {}",
                ]
            ),
            st.sampled_from(["F3.next@1", "F3.next@2", "F1.public", "F3.how@1", "F2.monitor"]),
        ),
        max_size=5,
    ),
    st.sampled_from(["none", "pseudonym"]),
)
@settings(max_examples=25, deadline=None)
def test_no_report_tells_a_name(written: list[tuple[str, str, str]], mode: str) -> None:
    fake = board("stakeholder-map")
    for name, form, zone in written:
        fake.write(form.replace("{}", name), zone)
    text = _everything(fake, mode)
    assert not [word for name in NAMES for word in name.split() if len(word) > 2 and word in text]


def test_a_person_is_cut_wherever_the_board_names_them() -> None:
    fake = board("stakeholder-map")
    fake.write("Kohtume, @Rebekka, 15.03", "F3.next@1")
    fake.write("Rebekka teab, Marile ka", "F1.public")
    texts = [note.text for note in fake.summary(names="none").notes]
    assert texts == ["Kohtume, 15.03", "teab, Marile ka"]


def _everything(fake: FakeBoard, mode: str) -> str:
    """Return all reports of a board."""
    context = ReportContext(shared=SHARED, lang="et", method=fake.method, plan=fake.plan)
    summary = fake.summary(names=mode, salt=b"s")
    made = (get_report(name).make(summary, context) for name in ("markdown", "json", "csv", "memo"))
    return "\n".join(report.decode("utf-8", "replace") for report in made)


PEOPLE = {"p1": "Mari Kask", "p2": "Peeter Tamm", "p3": "Jaan Õun", "p4": "Osaleja 4"}


@pytest.mark.parametrize(
    ("text", "left", "instead"),
    [
        ("Küsime Marilt, siis Jaaniga", "Küsime, siis", "Küsime P1-lt, siis P2-ga"),
        ("Marile sobib", "sobib", "P1-le sobib"),
        ("Anname Peetri kätte", "Anname kätte", "Anname P1 kätte"),
        ("Nii ütles Peeter Tammele", "Nii ütles", "Nii ütles P1-le"),
        ("aega on vähe. MK", "aega on vähe.", "aega on vähe. P1"),
        ("PT", "", "P1"),
        ("Uurib MK-ga üle", "Uurib üle", "Uurib P1-ga üle"),
        ("Tamm on kõrge", "Tamm on kõrge", "Tamm on kõrge"),
        ("Maris ja Tamme tänav", "ja Tamme tänav", "P1-s ja Tamme tänav"),
        ("Osaleja saab kirja", "Osaleja saab kirja", "Osaleja saab kirja"),
        ("Marjad, KOV, marile", "Marjad, KOV, marile", "Marjad, KOV, marile"),
    ],
)
def test_people_are_hidden_inflected_alone_and_by_initials(
    text: str, left: str, instead: str
) -> None:
    for mode, expected in (("none", left), ("pseudonym", instead)):
        keeper = NameKeeper(mode)
        keeper.learn(PEOPLE.values())
        assert keeper.text(text) == expected


def test_initials_and_author_of_one_person_share_a_pseudonym() -> None:
    fake = board("consensus-board", named_positions=True)
    fake.write("MK: sobib", "F3.support", by="p2")
    fake.write("Kas tähtaeg on kindel?", "F2.clarify", by="p1")
    fake.write("Arutame edasi. MK", "F4.concern@1", by="p3")
    summary = fake.summary(names="pseudonym", member_names=PEOPLE, salt=b"s")
    who = summary.as_data()["result"]["rounds"][0]["reasons"][0]["who"]
    author = {note.text: note.author for note in summary.notes}["Kas tähtaeg on kindel?"]
    assert author == who
    assert f"Arutame edasi. {who}" in {note.text for note in summary.notes}


def test_initials_that_two_may_sign_with_are_nobodys() -> None:
    keeper = NameKeeper("pseudonym")
    keeper.learn(["Mari Kask", "Mihkel Kuusk"])
    assert keeper.person("MK") == "P1"
    assert keeper.author("p1", {"p1": "Mari Kask"}) == "P2"
    assert keeper.author("p2", {"p2": "Mihkel Kuusk"}) == "P3"


def test_initials_of_a_round_are_hidden_wherever_somebody_signs_with_them() -> None:
    fake = _rounds()
    fake.write("Leiame aega. JT", "F4.concern@1")
    fake.write("MK", "F0.parking")
    texts = [note.text for note in fake.summary(names="none").notes]
    assert texts[-2:] == ["Leiame aega.", ""]
