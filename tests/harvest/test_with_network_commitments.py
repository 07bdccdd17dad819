"""Network commitments: who we are stays with those who promised, and one page holds the rest."""

from __future__ import annotations

from typing import Any

from board_templates.brief import make_brief
from tests.harvest.boards import LIBRARY, SHARED, FakeBoard, board
from tests.harvest.performing import Performance
from tests.harvest.told import result_of

METHOD = "network-commitments"
NAMES = ("Kask", "Tamm", "Sepp", "Mägi", "Kuusk", "Pärn", "Ivanov", "Anne", "Mart", "Liis", "Jaan")


def _network(**values: Any) -> FakeBoard:  # noqa: ANN401  # values of a brief
    return board(METHOD, network="Võrk", **values)


def _performed() -> Performance:
    return Performance(LIBRARY, METHOD, "et", dict(LIBRARY.get(METHOD).example))


def test_without_names_nobody_is_named_anywhere() -> None:
    summary = _performed().summary(names="none")
    assert summary.as_data()["result"]["people"] == []
    told = summary.to_json()
    assert [name for name in NAMES if name in told] == []


def test_pseudonyms_stand_for_everybody() -> None:
    summary = _performed().summary(names="pseudonym")
    people = summary.as_data()["result"]["people"]
    assert len(people) == 7  # all who wrote their names
    assert all(one["name"].startswith("P") for one in people)
    assert [name for name in NAMES if name in summary.to_json()] == []


def test_all_names_stay_where_that_was_agreed() -> None:
    people = _performed().summary(names="full").as_data()["result"]["people"]
    assert {"Siiri Pärn", "Oleg Ivanov"} <= {one["name"] for one in people}


def test_the_page_leaves_out_what_was_not_agreed() -> None:
    fake = _network(review_date="2026-09-15")
    fake.write("Kohtume koos", "F2.what@1")
    assert result_of(fake)["agreement"].splitlines() == [
        "Võrgustiku „Võrk“ kokkulepe",
        "Kohtume: Kohtume koos",
        "Vaatame kokkulepped üle 15.09.2026.",
    ]


def test_only_the_words_of_the_column_tell_the_change() -> None:
    fake = _network()
    for row, said in enumerate(("lisada", "Muudame", "remove", "tutvustada"), start=1):
        fake.write(f"Vahend {row}", f"F4.method@{row}")
        fake.write(said, f"F4.change@{row}")
    changes = [row["change"] for row in result_of(fake)["toolbox"]]
    assert changes == ["add", "change", "remove", None]


def test_agreements_are_reviewed_in_half_a_year() -> None:
    method = LIBRARY.get(METHOD)
    brief = make_brief(method, SHARED, {"network": "Võrk", "session_date": "2026-08-31"})
    assert brief.values["review_date"] == "2027-02-28"
    assert make_brief(method, SHARED, {"network": "Võrk"}).values["review_date"] is None


def test_a_meeting_with_a_date_is_enough() -> None:
    fake = _network(participants=5)
    codes = {signal.code for signal in fake.summary().signals}
    assert codes >= {"no_first_date", "few_promises"}
    fake.write("14. aprill", "F2.date@1")
    for name in "ABC":
        fake.write(f"Luban {name}", "F3.promises")
    codes = {signal.code for signal in fake.summary().signals}
    assert not codes & {"no_first_date", "few_promises"}
