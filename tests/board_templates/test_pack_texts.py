"""The words of the pack: the same in both languages, and complete."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from board_templates.expressions import Expressions
from board_templates.pack_texts import PACK_FOLDER, PackWords, read_pack_words


@pytest.fixture(scope="module")
def words() -> PackWords:
    return read_pack_words()


def shape(value: object, expressions: Expressions) -> object:
    """Return what must be the same in both languages: fields, lengths, names filled in."""
    if isinstance(value, dict):
        return {key: shape(inner, expressions) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [shape(inner, expressions) for inner in value]
    return sorted(expressions.text_names(str(value)))


def test_both_languages_say_the_same_things(words: PackWords) -> None:
    expressions = Expressions()
    et, en = (shape(words.texts[lang].model_dump(), expressions) for lang in ("et", "en"))
    assert et == en


def test_every_role_that_may_lead_has_a_name(words: PackWords) -> None:
    rules = words.rules
    leading = {*rules.by_kind.values(), *rules.by_place.values(), *rules.with_scribe.values()}
    assert leading | {rules.otherwise} == set(rules.roles)
    for texts in words.texts.values():
        assert set(texts.roles) == set(rules.roles)


def test_what_cannot_be_read_is_said_word_for_word(words: PackWords) -> None:
    assert words.texts["et"].unread == (
        "Kokkuvõttesse ei jõua kommentaarid, pliiatsijoonised, reaktsioonid ega Miro enda "
        "hääletuse tulemused. Kirjutage oluline lipikule; hääletuse tulemuse saab lisada lipiku "
        "lõppu märgiga +3."
    )
    assert words.texts["en"].locking.step == (
        "The backgrounds are ready. Open the board, press Ctrl + A and choose Lock. Then we add "
        "notes and dots."
    )
    assert [len(texts.access.items) for texts in words.texts.values()] == [5, 5]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    folder = copytree(PACK_FOLDER, tmp_path / "pack")
    (folder / "en.yaml").write_text("name: [", encoding="utf-8")
    with pytest.raises(ValueError, match=r"en\.yaml"):
        read_pack_words(folder)
