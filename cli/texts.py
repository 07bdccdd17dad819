"""The texts of the command line in the language asked for."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from typing import Literal

Lang = Literal["et", "en"]
LANGUAGES: tuple[Lang, ...] = ("et", "en")
DEFAULT_LANG: Lang = "et"
LOCALES = Path(__file__).parent / "locales"

Texts = gettext.NullTranslations


def texts_in(lang: str) -> Texts:
    """Return the catalog of a language; without a compiled catalog the English ids stand in."""
    return gettext.translation("cli", LOCALES, languages=[lang], fallback=True)


def wished_lang(arguments: Iterable[str]) -> Lang:
    """Find `--lang` before anything is parsed, since help texts depend on it too."""
    words = list(arguments)
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        given = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang"):
            found = next((lang for lang in LANGUAGES if lang == given), None)
            if found:
                return found
    return DEFAULT_LANG
