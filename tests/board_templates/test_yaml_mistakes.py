"""The mistakes people make in YAML are said in our own words, in both languages, at their line."""

from __future__ import annotations

import pytest

from board_templates.sentences import Sentence
from board_templates.yaml_reading import read_yaml

LONG = "c: 1\n" * 200

MISTAKES: dict[str, tuple[str, int, str]] = {
    "a tab before a name": ("a:\n\tb: 1\n", 2, "Rea alguses on tabeldusmärk."),
    "a sign that begins no text": ("a: @kes\n", 1, "Tekst ei saa alata märgiga „@“."),
    "a colon within a text": ("a: Küsimus: mis see on\n", 1, "Tekstis on koolon."),
    "a name that stands too deep": ("a: 1\n  b: 2\n", 2, "Rida ei sobi eelmise rea alla."),
    "no space after a colon": ("a:1\nb: 2\n", 2, "Rida ei sobi eelmise rea alla."),
    "a name between two depths": ("a:\n    b: 1\n  c: 2\n", 3, "Rea taane on vale."),
    "a dash that stands too far left": ("a:\n  - b\n - c\n", 3, "Rea taane on vale."),
    "a name where a dash is due": ("a:\n  - b\n  c: 1\n", 3, "Rea taane on vale."),
    "a list in the line of its name": ("a: - b\n", 1, "Loend ei saa alata nime järel samal real."),
    "a name without a colon": ("a: 1\nb\nc: 2\n", 2, "Nime järel puudub koolon."),
    "a quote never closed": (f'a: 1\nb: "c\n{LONG}', 2, "Siin avatud jutumärk on sulgemata."),
    "a single one": (f"a: 1\nb: 'c\n{LONG}", 2, "Siin avatud jutumärk on sulgemata."),
    "text after a quote": ('a: "b" c\n', 1, "Jutumärkide järel on veel teksti."),
    "a quote within quotes": ("a:\n  - 'it's'\n", 2, "Jutumärkide järel on veel teksti."),
    "a bracket never closed": (f"a: [1, 2\n{LONG}", 1, "Siin avatud sulg „[“ on sulgemata"),
    "a brace never closed": (f"a: {{b: 1\n{LONG}", 1, "Siin avatud sulg „{“ on sulgemata"),
    "a file that breaks off": ("a: {b: 1,\n", 2, "Fail lõpeb poole pealt."),
    "a list that breaks off": ("a: [\n", 2, "Fail lõpeb poole pealt."),
    "a bracket never opened": ("a: ]\n", 1, "Sulul „]“ pole algust."),
    "a brace too many": ("a: {b: 1}}\n", 1, "Sulul „}“ pole algust."),
    "an unknown escape": ('a: "\\q"\n', 1, "Jutumärkide vahel ei tähenda „\\q“ midagi."),
    "an expression without quotes": ("a: {{ n }}. Kaart\n", 1, "Tekst ei saa alata märgiga „{“."),
    "bold letters without quotes": ("a: **Ala**\n", 1, "Ankrud ja viited (& ja *) ei ole lubatud."),
    "an ampersand": ("a: & b\n", 1, "Ankrud ja viited (& ja *) ei ole lubatud."),
    "a sign nobody sees": ("a: 1\nb: \x01\n", 2, "Tekstis on nähtamatu märk U+0001."),
}


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_said_in_estonian(kind: str) -> None:
    text, line, said = MISTAKES[kind]
    (fault,) = read_yaml(text, "f.yaml").faults
    assert fault.line == line
    assert fault.wrong.said("et").startswith(said)
    for sentence in (fault.wrong, fault.cure):
        assert _differs(sentence)


def _differs(sentence: Sentence) -> bool:
    """Tell whether a sentence is there in both languages."""
    return bool(sentence.said("en")) and sentence.said("et") != sentence.said("en")


def test_what_has_no_words_of_its_own_keeps_those_of_the_parser() -> None:
    (fault,) = read_yaml("a: |x\n  b\n", "f.yaml").faults
    assert fault.line == 1
    assert "chomping" in fault.wrong.said("et")
