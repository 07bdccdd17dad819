"""Every sentence about a fault exists in both languages and says its facts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from board_templates.sentences import N_, OURS, Reasoned, ended, reason_of, several

ROOM = OURS.folder.parent
HOLES = re.compile(r"\{(\w+)\}")


def catalog(folder: Path, lang: str) -> dict[str, str]:
    with (folder / lang / "LC_MESSAGES" / f"{OURS.domain}.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


@pytest.mark.parametrize("lang", ["et", "en"])
def test_every_sentence_is_translated_with_the_same_facts(lang: str) -> None:
    used = {
        found if isinstance(found, str) else found[0]
        for _, _, found, _, _ in extract_from_dir(ROOM, [("**.py", "python")])
    }
    entries = catalog(OURS.folder, lang)
    assert set(entries) == used
    for text, translated in entries.items():
        assert translated
        assert sorted(HOLES.findall(translated)) == sorted(HOLES.findall(text)), text


def test_a_sentence_inside_another_is_said_in_the_same_language() -> None:
    reason = N_("“{path}”: {reason}", path="a.b", reason=N_("it must be a list"))
    assert str(ended(reason)) == "“a.b”: it must be a list."
    assert ended(reason).said("et") == "„a.b“: see peab olema loend."
    assert several([reason, reason]).said("et").count("loend") == 2


def test_braces_in_a_fact_are_only_text() -> None:
    assert str(N_("{value} is not a number", value="{oops}")) == "{oops} is not a number"


def test_what_python_says_is_quoted_and_what_we_say_is_not() -> None:
    ours = N_("it must be a text")
    assert reason_of(Reasoned(ours)) is ours
    assert "“unhashable”" in str(reason_of(TypeError("unhashable")))
