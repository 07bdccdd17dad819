"""One person has one sign, whichever of their names is met first."""

from __future__ import annotations

from harvest.names import NameKeeper


def test_who_was_spoken_of_by_one_name_before_keeps_the_sign_when_named_in_full() -> None:
    keeper = NameKeeper("pseudonym")
    assert keeper.person("Liis") == "P1"
    assert keeper.person("Liis Mägi") == "P1"
    assert keeper.person("Liis") == "P1"
    assert keeper.text("Küsime Liisilt") == "Küsime P1-lt"


def test_one_name_of_two_people_is_neither_of_theirs() -> None:
    keeper = NameKeeper("pseudonym")
    keeper.learn(["Anne Kask", "Anne Tamm"])
    assert [keeper.person(name) for name in ("Anne", "Anne Kask", "Anne Tamm")] == [
        "P1",
        "P2",
        "P3",
    ]


def test_the_sign_a_programme_gave_stays() -> None:
    keeper = NameKeeper("pseudonym", {"Liis Mägi": "P7", "Liis": "P3"})
    assert keeper.person("Liis Mägi") == "P7"
    assert keeper.person("Kai") == "P8"
