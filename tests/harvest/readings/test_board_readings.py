"""Readings over the board itself."""

from __future__ import annotations

from typing import Any

import pytest

from harvest.readings.rotation import seats
from harvest.view import Row
from tests.harvest.boards import board
from tests.harvest.readings.reading import rows


def test_notes_are_ordered_by_votes_then_as_they_are_read() -> None:
    fake = board("open-space")
    for mark in (0, 2, 0):
        fake.write(f"m{mark}", "F2.priorities", mark=mark)
    said = {"zones": ["F2.priorities"]}
    assert [row["no"] for row in rows(fake, a={"notes": said})] == [2, 1, 3]
    said["order"] = "reading"  # type: ignore[assignment]  # arguments are of many kinds
    assert [row["no"] for row in rows(fake, a={"notes": said})] == [1, 2, 3]


def test_notes_of_a_checkpoint_are_where_they_began() -> None:
    fake = board("stakeholder-map")
    fake.move(fake.write("Vald", "F1.public"), "F2.monitor")
    now = rows(fake, a={"notes": {"zones": ["F1.public"]}})
    first = rows(fake, a={"notes": {"zones": ["F1.public"], "first_zone": True}})
    assert (now, [row["no"] for row in first]) == ([], [1])


def test_copies_of_a_zone_are_one_row_when_asked() -> None:
    fake = board("stakeholder-map", groups=2)
    fake.write("a", "F1#1.public")
    fake.write("b", "F1#2.public")
    each = rows(fake, z={"zones": {"zones": ["F1.public"]}})
    one = rows(fake, z={"zones": {"zones": ["F1.public"], "distinct": True}})
    assert ([row["from"] for row in each], [row["from"] for row in one]) == ([[1], [2]], [[1, 2]])


def _cell(policy: str | dict[str, Any], *texts: str, tags: tuple[str, ...] = ()) -> Row:
    fake = board("stakeholder-map")
    for text in texts:
        fake.write(text, "F3.how@1", tags=tags)
    said = {"frame": "F3", "cells": {"how": policy}, "empty": True}
    row: Row = rows(fake, t={"rows": said})[0]["how"]
    return row


def test_cell_policies() -> None:
    assert _cell("first", "a", "b")["text"] == "a"
    assert _cell("join", "a", "b")["text"] == "a; b"
    assert _cell("all", "a", "b")["from"] == [1, 2]
    assert _cell("number", "+4")["number"] == 4
    assert _cell("number", "umbes")["number"] is None
    assert _cell("date", "algus 15.03")["due"] == "2026-03-15"
    assert _cell("actions", "teeme, @Mari")["action"]["owner"] == "Mari"
    assert _cell("text", "a", "b")["text"] == "a\nb"
    assert _cell("first")["text"] is None


def test_a_period_reaches_over_all_notes_of_its_cell() -> None:
    found = _cell("period", "3.–28. märts, @Liis", "II kvartal, @Mart", "siis, kui saab")
    assert (found["start"], found["end"]) == ("2026-03-03", "2026-06-30")
    assert found["names"] == ["Liis", "Mart"]
    assert (_cell("period", "kevadel")["start"], _cell("period")["end"]) == (None, None)


@pytest.mark.parametrize(
    ("text", "tags", "code"),
    [
        ("Võeti vastu? Vastu  VÕETUD", (), "accepted"),
        ("ei võetud vastu", (), "not_accepted"),
        ("not accepted", (), "not_accepted"),
        ("accepted", (), "accepted"),
        ("midagi muud", (), "open"),
        ("midagi muud", ("accepted",), "accepted"),
    ],
)
def test_a_code_is_told_by_a_tag_or_by_the_longest_words(
    text: str, tags: tuple[str, ...], code: str
) -> None:
    codes = {
        "accepted": ["vastu võetud", "accepted"],
        "not_accepted": ["ei võetud vastu", "not accepted"],
    }
    policy = {"policy": "code", "default": "open", "codes": codes}
    assert _cell(policy, text, tags=tags)["code"] == code


def test_rows_nobody_wrote_in_are_left_out() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F3.who@3")
    found = rows(fake, t={"rows": {"frame": "F3", "cells": {"who": "first"}}})
    assert [row["no"] for row in found] == [3]


def test_a_row_for_each_note_of_a_column() -> None:
    fake = board("stakeholder-map")
    for text, zone in (("Vald", "who"), ("Linn", "who"), ("kiri", "how")):
        fake.write(text, f"F3.{zone}@1")
    said = {"frame": "F3", "per": "who", "cells": {"who": "first", "how": "join"}}
    found = rows(fake, t={"rows": said})
    assert [(row["who"]["text"], row["how"]["text"]) for row in found] == [
        ("Vald", "kiri"),
        ("Linn", "kiri"),
    ]


def test_a_tally_counts_notes_and_dots_of_each_zone() -> None:
    fake = board("group-climate")
    fake.write("üks", "F1.norming")
    fake.dot("F1.norming", times=2)
    fake.dot("F1.forming")
    said = {"frames": ["F1"], "zones": ["F1.*"]}
    [row] = rows(fake, t={"tally": said})
    assert (row["counts"]["name"]["norming"], row["total"], row["dots"]) == (3, 4, 3)
    [dots] = rows(fake, t={"tally": {**said, "count": "dots"}})
    assert (dots["counts"]["name"]["norming"], dots["total"]) == (2, 3)


def test_a_text_zone_nobody_touched_says_what_was_planned() -> None:
    fake = board("consensus-board")
    said = {"text": {"zones": ["F2.proposal"]}}
    [row] = rows(fake, t=said)
    assert (row["text"], row["changed"]) == ("Anname ettepanekuteks kaks nädalat aega.", False)
    fake.write("Anname kolm nädalat.", "F2.proposal")
    [row] = rows(fake, t=said)
    assert (row["text"], row["changed"]) == ("Anname kolm nädalat.", True)


def test_a_zone_without_anything_has_no_date() -> None:
    fake = board("consensus-board")
    assert rows(fake, d={"dates": {"zones": ["F6.review"]}}) == []
    fake.write("juunis vaatame", "F6.review")
    [row] = rows(fake, d={"dates": {"zones": ["F6.review"]}})
    assert (row["due"], row["rest"]) == ("2026-06-30", "vaatame")


def test_a_note_is_in_one_pair_at_most_and_the_nearest_pair_goes_first() -> None:
    fake = board("consensus-board")
    fake.write("q1", "F2.clarify", at=(0.3, 0.3))
    fake.write("q2", "F2.clarify", at=(0.3, 0.36))
    fake.write("a", "F2.answers", at=(0.3, 0.35))
    said = {"left": ["F2.clarify"], "right": ["F2.answers"], "within": 2}
    assert [row["from"] for row in rows(fake, p={"pairs": said})] == [[1], [2, 3]]


def test_an_answer_without_a_question_stands_alone() -> None:
    fake = board("consensus-board")
    fake.write("a", "F2.answers")
    [row] = rows(fake, p={"pairs": {"left": ["F2.clarify"], "right": ["F2.answers"]}})
    assert (row["left"], row["from"]) == (None, [1])


def test_actions_are_ordered_by_votes_and_private_ones_left_out() -> None:
    fake = board("open-space")
    fake.write("üks", "F2.actions")
    fake.write("kaks", "F2.actions", mark=1)
    fake.write(None, "F2.actions")
    found = rows(fake, a={"actions": {"zones": ["F2.actions"]}})
    assert [row["text"] for row in found] == ["kaks", "üks"]


def test_clusters_are_numbered_over_the_board_and_known_to_notes() -> None:
    fake = board("world-cafe")
    for zone in ("T#1.round1", "T#2.round1"):
        for x in (0.3, 0.31):
            fake.write("mõte", zone, at=(x, 0.5))
    found = rows(fake, c={"clusters": {"zones": ["T.round*"]}})
    assert [cluster["no"] for row in found for cluster in row["clusters"]] == [1, 2]
    assert [note.cluster for note in fake.summary().notes] == [1, 1, 2, 2]


def test_links_join_notes_of_one_frame() -> None:
    fake = board("world-cafe")
    a, b = fake.write("a", "T#1.round1"), fake.write("b", "T#1.round2")
    fake.links = [(b, a), (a, fake.write("c", "H.patterns"))]
    assert rows(fake, k={"links": {"frame": "T"}}) == [{"frame": "T#1", "pair": [b, a]}]


@pytest.mark.parametrize(
    ("person", "tables", "seen"),
    [(1, 3, [1, 2, 3]), (3, 3, [3, 1, 2]), (4, 3, [1, 3, 2]), (5, 3, [2, 1, 3])],
)
def test_half_of_a_table_moves_the_other_way(person: int, tables: int, seen: list[int]) -> None:
    assert seats(person, tables, 3) == seen


def test_figures_need_answers() -> None:
    fake = board("group-climate")
    fake.write("3", "F2.s2@1")
    fake.write("1", "F2.s5@1")
    table = {
        "frame": "F2",
        "cells": {f"s{step}": "number" for step in range(1, 6)},
    }
    of = [f"s{step}" for step in range(1, 6)]
    found = rows(fake, t={"rows": table}, r={"ratings": {"list": "t", "of": of, "least": "4"}})
    assert (found[0]["mean"], found[0]["median"], found[0]["low_share"]) == (2.75, 2.0, 0.75)
    assert (found[0]["spread"], found[1]["answers"], found[1]["suppressed"]) == (3.0, None, False)
