"""Notes that say the same, themes of all zones in one ranking, actions wherever they lie."""

from __future__ import annotations

from typing import Any

from tests.harvest.boards import FakeBoard, board
from tests.harvest.readings.reading import rows

_ZONES = ["T.round*"]


def _cafe(*notes: tuple[str | None, float, float], **more: Any) -> FakeBoard:  # noqa: ANN401  # a test says what it needs
    fake = board("world-cafe")
    for text, x, y in notes:
        fake.write(text, "T#1.round1", at=(x, y), **more)
    return fake


def _clusters(fake: FakeBoard, *, same_text: bool) -> list[tuple[str | None, list[int]]]:
    found = rows(fake, c={"clusters": {"zones": _ZONES, "same_text": same_text}})
    return [(one["name"], one["notes"]) for row in found for one in row["clusters"]]


def test_notes_that_say_the_same_are_together_wherever_they_lie() -> None:
    fake = _cafe(("Kaart", 0.1, 0.2), ("muu", 0.5, 0.5), ("kaart  ", 0.9, 0.9))
    assert _clusters(fake, same_text=True) == [("Kaart", [1, 3])]
    assert _clusters(fake, same_text=False) == []


def test_notes_without_text_do_not_say_the_same() -> None:
    fake = _cafe((None, 0.1, 0.2), (None, 0.9, 0.9))
    assert _clusters(fake, same_text=True) == []


def test_the_same_under_two_titles_stays_apart() -> None:
    fake = board("world-cafe")
    for x, name in ((0.2, "Aeg"), (0.8, "Raha")):
        fake.write(name, "T#1.round1", at=(x, 0.2), title=True)
        fake.write("vähe", "T#1.round1", at=(x, 0.4))
    assert _clusters(fake, same_text=True) == [("Aeg", [2]), ("Raha", [4])]


def test_notes_that_lie_close_and_say_different_things_have_no_name() -> None:
    fake = _cafe(("üks", 0.3, 0.3), ("kaks", 0.32, 0.3))
    assert _clusters(fake, same_text=True) == [(None, [1, 2])]


def test_themes_are_clusters_and_single_notes_with_votes_by_votes_then_size() -> None:
    fake = board("world-cafe")
    fake.write("üksik häälega", "T#1.round1", at=(0.1, 0.1), mark=2)
    fake.write("üksik hääleta", "T#1.round1", at=(0.9, 0.9))
    for x in (0.3, 0.31, 0.32):
        fake.write("teema", "T#2.round1", at=(x, 0.5))
    fake.write("kaks", "T#3.round1", at=(0.3, 0.5), mark=1)
    fake.write("kõrval", "T#3.round1", at=(0.31, 0.5), mark=1)
    found = rows(fake, c={"clusters": {"zones": _ZONES}}, t={"themes": {"list": "c"}})
    assert [(row["name"], row["votes"], row["size"], row["from"]) for row in found] == [
        ("kaks", 2, 2, [6, 7]),
        ("üksik häälega", 2, 1, [1]),
        ("teema", 0, 3, [3, 4, 5]),
    ]
    assert {row["column"] for row in found} == {"round1"}


def test_a_theme_without_a_title_goes_by_its_note_with_most_votes_that_has_a_text() -> None:
    fake = board("world-cafe")
    fake.write(None, "T#1.round1", at=(0.3, 0.5), mark=5)
    fake.write("teine", "T#1.round1", at=(0.31, 0.5), mark=1)
    fake.write("kolmas", "T#1.round1", at=(0.32, 0.5), mark=2)
    [row] = rows(fake, c={"clusters": {"zones": _ZONES}}, t={"themes": {"list": "c"}})
    assert (row["name"], row["votes"]) == ("kolmas", 8)


def test_actions_may_be_looked_for_everywhere() -> None:
    fake = board("open-space")
    fake.write("siin", "F2.actions")
    fake.write("sildiga", "F2.priorities", tags=("action",))
    fake.write("kaart", "F2.priorities", kind="card")
    fake.write("mõte", "F2.priorities")
    said: dict[str, Any] = {"zones": ["F2.actions"]}
    assert [row["text"] for row in rows(fake, a={"actions": said})] == ["siin"]
    said["everywhere"] = True
    found = rows(fake, a={"actions": said})
    assert sorted(row["text"] for row in found) == ["kaart", "siin", "sildiga"]


def test_a_title_is_neither_a_question_nor_an_answer() -> None:
    fake = board("consensus-board")
    fake.write("Tähtajad", "F2.clarify", at=(0.3, 0.2), title=True)
    fake.write("Mis ajast?", "F2.clarify", at=(0.3, 0.4))
    fake.write("Vastused", "F2.answers", at=(0.3, 0.4), title=True)
    found = rows(fake, p={"pairs": {"left": ["F2.clarify"], "right": ["F2.answers"]}})
    assert [row["from"] for row in found] == [[2]]


_SCALE = {"tally": {"frames": ["F3", "F5"], "zones": ["F3.*", "F5.*"], "but": ["F5.final"]}}


def _counted(fake: FakeBoard) -> list[dict[str, int]]:
    said = {"tally": {**_SCALE["tally"], "first_zone": True}}
    found = rows(fake, t=said)
    return [{name: n for name, n in row["counts"]["name"].items() if n} for row in found]


def test_a_position_that_left_its_frame_counts_where_it_was_first() -> None:
    fake = board("consensus-board")
    fake.move(fake.write("aega on vähe", "F3.discuss"), "F4.concern@1")
    assert _counted(fake) == [{"discuss": 1}, {}]


def test_a_position_that_changed_within_its_round_counts_where_it_is() -> None:
    fake = board("consensus-board")
    fake.move(fake.write("aega on vähe", "F3.discuss"), "F3.block")
    assert _counted(fake) == [{"block": 1}, {}]


def test_a_position_carried_on_counts_in_both_rounds() -> None:
    fake = board("consensus-board")
    fake.move(fake.write("aega on vähe", "F3.discuss"), "F5.support")
    assert _counted(fake) == [{"discuss": 1}, {"support": 1}]
