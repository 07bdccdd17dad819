"""The language is known before anything is parsed."""

from __future__ import annotations

import pytest

from cli.texts import texts_in, wished_lang


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ([], "et"),
        (["methods", "list", "--lang", "en"], "en"),
        (["--lang=en", "doctor"], "en"),
        (["doctor", "--lang", "fr"], "et"),
        (["doctor", "--lang"], "et"),
    ],
)
def test_the_wished_language_is_found(words: list[str], lang: str) -> None:
    assert wished_lang(words) == lang


def test_both_catalogs_are_compiled() -> None:
    assert texts_in("et").gettext("Commands") == "Käsud"
    assert texts_in("en").gettext("Commands") == "Commands"
