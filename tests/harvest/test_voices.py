"""Who wrote, told apart without names."""

from __future__ import annotations

from harvest.placed import PlacedNote, Source
from harvest.voices import Voices, hear_voices
from tests.harvest.boards import board


def _note(author: str | None, source: Source = Source.NOTE) -> PlacedNote:
    fake = board("stakeholder-map")
    fake.write("mõte", "F1.public")
    return fake.notes[0]._replace(author=author, source=source)


def _heard(*notes: PlacedNote, scribe: bool = False) -> Voices:
    numbered = [note._replace(no=no) for no, note in enumerate(notes, start=1)]
    return hear_voices(numbered, {"F"}, b"salt", scribe=scribe)


def test_what_an_unknown_hand_typed_into_our_shapes_is_left_out() -> None:
    voices = _heard(_note("p1"), _note("p2"), _note(None, Source.SHAPE_TEXT))
    assert voices.seen == 2
    assert sorted(voices.of_note) == [1, 2]


def test_a_note_without_an_author_says_that_nobody_can_be_told_apart() -> None:
    assert _heard(_note("p1"), _note(None)).seen is None


def test_a_known_hand_in_our_shapes_counts() -> None:
    assert _heard(_note("p1"), _note("p2", Source.SHAPE_TEXT)).seen == 2


def test_one_who_writes_for_many_is_no_voice() -> None:
    assert _heard(_note("p1"), scribe=True).seen is None


def test_a_board_that_is_all_the_facilitators_tells_nobody_apart() -> None:
    assert _heard(_note("F"), _note("F")).seen is None
    assert _heard(_note("F"), _note("p1")).seen == 1
    assert _heard().seen == 0
