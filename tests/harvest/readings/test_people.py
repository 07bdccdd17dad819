"""Who is in a group, and who of them took something on."""

from __future__ import annotations

import pytest

from harvest.readings.base import Listed
from tests.harvest.boards import FakeBoard, board
from tests.harvest.readings.reading import lists


def _group(*names: str) -> FakeBoard:
    fake = board("stakeholder-map")
    for name in names:
        fake.write(name, "F1.public")
    return fake


def _people(fake: FakeBoard, mode: str = "tasks") -> Listed:
    said = {"people": {"zones": ["F1.public"], "took_on": ["F3.who"]}}
    return lists(fake, mode, who=said)["who"]


def _shorts(fake: FakeBoard, mode: str = "tasks") -> list[str]:
    return [row["short"] for row in _people(fake, mode).rows]


def test_only_who_took_something_on_is_named() -> None:
    fake = _group("Anne Kask", "Jaan Tamm (Kliimaministeerium)", "Liis Mägi")
    fake.write("Kutsun kokku, @Jaan, 1. mai", "F3.next@1", tags=["action"])
    listed = _people(fake)
    assert [(row["name"], row["short"]) for row in listed.rows] == [("Jaan Tamm", "Jaan")]
    assert listed.withheld == {1, 3}


@pytest.mark.parametrize("said", ["Anne", "@Anne", "Anne Kask", "anne, 12.05", "Anne ja Peeter"])
def test_a_column_for_people_needs_no_sign(said: str) -> None:
    fake = _group("Anne Kask", "Liis Mägi")
    fake.write(said, "F3.who@1")
    assert _shorts(fake) == ["Anne"]


def test_an_initial_tells_two_of_one_name_apart() -> None:
    fake = _group("Anne Kask", "Anne Tamm")
    fake.write("Kirjeldan, @Anne K", "F3.next@1", tags=["action"])
    assert _shorts(fake) == ["Anne K"]


def test_both_count_where_nobody_can_tell() -> None:
    fake = _group("Anne Kask", "Anne Tamm")
    fake.write("Kirjeldan, @Anne", "F3.next@1", tags=["action"])
    assert _shorts(fake) == ["Anne K", "Anne T"]


def test_the_mode_decides_who_is_told() -> None:
    fake = _group("Anne Kask", "Liis Mägi")
    fake.write("Kirjeldan, @Anne", "F3.next@1", tags=["action"])
    assert _shorts(fake, "full") == ["Anne", "Liis"]
    assert not _people(fake, "full").withheld
    assert _shorts(fake, "none") == []
    assert _people(fake, "none").withheld == {1, 2}
    assert _shorts(fake, "pseudonym") == ["Anne", "Liis"]
    assert _people(fake, "pseudonym").withheld == {1, 2}
