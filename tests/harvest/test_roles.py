"""What each item is: counted, or set aside for one reason."""

from __future__ import annotations

import pytest

from board_templates.geometry import Box
from harvest.placed import Aside, MatchedBy, Reason, Source
from tests.harvest.builders import FakeBoard
from tests.harvest.reader import PLAN, note, read


def test_an_untouched_board_holds_only_its_carriers(board: FakeBoard) -> None:
    reading = read(board)
    assert reading.matched_by is MatchedBy.LEDGER
    assert [(note.zone, note.text) for note in reading.notes] == [
        ("F1.open", "Linnade liit"),
        ("F1.proposal", "Teeme koos"),
    ]
    frames, blanks, dots = len(PLAN.frames), 3, 8
    assert reading.aside == {
        Aside.FRAME: frames,
        Aside.CHROME: len(PLAN.items) - blanks - dots - 1 - 1 - 2,
        Aside.PROMPT: 1,
        Aside.EXAMPLE: 1,
        Aside.BLANK: blanks,
        Aside.DOT: dots,
    }
    assert reading.dots == ()
    assert all(zone.moved == 0 for zone in reading.zones.values())
    assert reading.read == frames + len(PLAN.items)


def test_a_carrier_keeps_its_origin_wherever_it_goes(board: FakeBoard) -> None:
    board.move(board.of("F1.open/carrier1"), 3500, 600)
    found = note(read(board), board.of("F1.open/carrier1"))
    assert (found.zone, found.first_zone) == ("F1.worries", "F1.open")
    assert found.origin == {"parameter": "known"}
    assert found.author is None


def test_a_carrier_moved_into_the_practice_corner_still_counts(board: FakeBoard) -> None:
    board.move(board.of("F1.open/carrier1"), 900, 900)
    assert note(read(board), board.of("F1.open/carrier1")).zone == "F0.practice"


def test_an_overwritten_seed_counts_with_its_whole_text(board: FakeBoard) -> None:
    example, prompt = board.of("F1.open/example"), board.of("F1.worries/prompt")
    board.edit(example, "Ühine arhiiv")
    board.edit(prompt, "Kelle hääl on puudu?\nLapsed")
    reading = read(board)
    assert note(reading, example).text == "Ühine arhiiv"
    assert note(reading, example).source is Source.EDITED_SEED
    assert note(reading, example).author == "p1"
    assert note(reading, prompt).text == "Kelle hääl on puudu?\nLapsed"
    assert Aside.EXAMPLE not in reading.aside


def test_an_emptied_seed_is_a_blank(board: FakeBoard) -> None:
    board.edit(board.of("F1.open/example"), "")
    assert read(board).aside[Aside.BLANK] == 4


def test_a_written_blank_counts(board: FakeBoard) -> None:
    blank = board.of("F1.open/stack1")
    board.edit(blank, "Ühine arhiiv", who="p4")
    reading = read(board)
    assert (note(reading, blank).source, note(reading, blank).author) == (Source.NOTE, "p4")
    assert reading.aside[Aside.BLANK] == 2


def test_who_wrote_a_blank_is_unknown_when_its_maker_touched_it_last(board: FakeBoard) -> None:
    blank = board.of("F1.open/stack1")
    board.edit(blank, "Ühine arhiiv", who="me")
    assert note(read(board), blank).author is None


@pytest.mark.parametrize(
    "text", ["Näide: ühine kalender", "näide:  ÜHINE  kalender", "Example: one calendar"]
)
def test_a_copy_of_an_example_is_set_aside_in_either_language(board: FakeBoard, text: str) -> None:
    board.write(text, 2900, 500)
    assert read(board).aside[Aside.DUPLICATE_OF_SEED] == 1


def test_the_example_in_the_other_language_is_still_the_example(board: FakeBoard) -> None:
    board.edit(board.of("F1.open/example"), "Example: one calendar")
    assert read(board).aside[Aside.EXAMPLE] == 1


def test_an_adopted_example_without_its_prefix_counts(board: FakeBoard) -> None:
    item = board.write("ühine kalender", 2900, 500)
    assert note(read(board), item).text == "ühine kalender"


def test_an_empty_sticky_of_a_participant_is_a_blank(board: FakeBoard) -> None:
    board.write("", 2900, 500)
    assert read(board).aside[Aside.BLANK] == 4


def test_a_changed_title_is_not_dropped(board: FakeBoard) -> None:
    title = board.of("F1/title")
    board.edit(title, "1. Kogume hoopis muud")
    found = note(read(board), title)
    assert (found.source, found.text) == (Source.SHAPE_TEXT, "hoopis muud")
    assert (found.zone, found.frame) == (None, "F1")


def test_the_footer_is_chrome_even_when_changed(board: FakeBoard) -> None:
    board.edit(board.of("F0/footer"), "midagi muud")
    assert len(read(board).notes) == 2


def test_text_typed_into_a_zone_counts_without_label_and_prompt(board: FakeBoard) -> None:
    board.type_into("F1.open/zone", "Kirjutasin siia")
    found = note(read(board), board.of("F1.open/zone"))
    assert (found.text, found.source, found.zone) == (
        "Kirjutasin siia",
        Source.SHAPE_TEXT,
        "F1.open",
    )
    assert found.reason is Reason.LIES_IN


def test_text_in_a_text_zone_is_read_before_the_notes_on_it(board: FakeBoard) -> None:
    on_it = board.write("lisaks", 2600, 1020)
    board.type_into("F1.sentence/zone", "Proovime kevadel")
    reading = read(board)
    numbers = [note(reading, item).no for item in (board.of("F1.sentence/zone"), on_it)]
    assert numbers == sorted(numbers)
    assert note(reading, board.of("F1.sentence/zone")).order[0] == -1


def test_a_prefilled_text_zone_counts_with_what_stands_under_its_label(board: FakeBoard) -> None:
    board.edit(board.of("F1.proposal/zone"), "Ettepanek\nTeeme koos, aga sügisel")
    found = note(read(board), board.of("F1.proposal/zone"))
    assert found.text == "Teeme koos, aga sügisel"
    assert found.origin == {"parameter": "known"}


def test_an_emptied_prefilled_zone_still_counts(board: FakeBoard) -> None:
    board.edit(board.of("F1.proposal/zone"), "Ettepanek")
    assert note(read(board), board.of("F1.proposal/zone")).text == ""


def test_a_private_sign_works_in_a_zone_but_a_title_sign_does_not(board: FakeBoard) -> None:
    board.type_into("F1.open/zone", "! saladus")
    board.type_into("F1.sentence/zone", "> 100 inimest")
    reading = read(board)
    assert note(reading, board.of("F1.open/zone")).private
    found = note(reading, board.of("F1.sentence/zone"))
    assert (found.text, found.remark) == ("> 100 inimest", False)


def test_text_typed_into_a_chrome_zone_is_not_dropped(board: FakeBoard) -> None:
    board.type_into("F0.agenda/zone", "Lõuna kell 12")
    found = note(read(board), board.of("F0.agenda/zone"))
    assert (found.zone, found.text) == ("F0.agenda", "Lõuna kell 12")


def test_a_number_typed_into_a_cell_is_text(board: FakeBoard) -> None:
    board.type_into("F2.met@2/zone", "+4")
    found = note(read(board), board.of("F2.met@2/zone"))
    assert (found.text, found.mark, found.zone) == ("+4", 0, "F2.met@2")


def test_cards_texts_and_shapes_count(board: FakeBoard) -> None:
    card = board.card(
        "Kohtume",
        2900,
        500,
        description="liidu juures",
        dueDate="2026-03-15T00:00:00Z",
        assigneeId="42",
    )
    text = board.write("vaba tekst", 2900, 700, kind="text")
    shape = board.write("kujund", 2700, 700, kind="shape")
    reading = read(board)
    assert note(reading, card).text == "Kohtume\nliidu juures"
    assert note(reading, card).assignee == "42"
    due = note(reading, card).due
    assert due is not None
    assert due.date().isoformat() == "2026-03-15"
    assert [note(reading, item).kind for item in (card, text, shape)] == ["card", "text", "shape"]


@pytest.mark.parametrize(
    ("kind", "data", "supported", "aside"),
    [
        ("image", {"imageUrl": "https://x"}, True, Aside.IMAGE),
        ("document", {"title": "x"}, True, Aside.DOCUMENT),
        ("doc_format", {}, True, Aside.DOCUMENT),
        ("embed", {"url": "https://x"}, True, Aside.OTHER),
        ("mindmap_node", None, True, Aside.UNSUPPORTED),
        ("data_table_format", None, True, Aside.UNSUPPORTED),
        ("shape", None, True, Aside.UNSUPPORTED),
        ("sticky_note", {"content": "x"}, False, Aside.UNSUPPORTED),
        ("image", {}, False, Aside.UNSUPPORTED),
        ("shape", {"content": ""}, True, Aside.OTHER),
        ("text", {"content": "<p></p>"}, True, Aside.OTHER),
        ("card", {"title": ""}, True, Aside.BLANK),
        ("frame", {"title": "Lisa"}, True, Aside.FRAME),
    ],
)
def test_what_does_not_count_is_set_aside_for_one_reason(
    board: FakeBoard,
    kind: str,
    data: dict[str, str] | None,
    supported: bool,  # noqa: FBT001  # a column of the table above
    aside: Aside,
) -> None:
    before = read(board)
    board.add(kind, Box(2800, 500, 50, 50), data)
    board.items[-1]["supported"] = supported
    after = read(board)
    assert after.aside[aside] == before.aside.get(aside, 0) + 1
    assert len(after.notes) == len(before.notes)


def test_what_rest_cannot_read_is_counted_by_frame(board: FakeBoard) -> None:
    board.add("image", Box(2800, 500, 50, 50), {})
    board.add("paint", Box(2900, 500, 50, 50), None)
    board.add("image", Box(2900, 5000, 50, 50), {})
    assert read(board).unread == {"F1": 2}


def test_the_practice_corner_is_set_aside_whole(board: FakeBoard) -> None:
    board.write("proovin", 900, 900)
    board.dot(900, 1000)
    board.add("image", Box(1000, 900, 20, 20), {})
    board.type_into("F0.practice/zone", "trükin siia")
    reading = read(board)
    assert reading.aside[Aside.PRACTICE] == 4
    assert len(reading.notes) == 2
    assert reading.dots == ()


def test_what_stays_here_is_private(board: FakeBoard) -> None:
    item = board.write("ei lähe edasi", 300, 900)
    found = note(read(board), item)
    assert (found.private, found.text, found.zone) == (True, None, "F0.stays")
