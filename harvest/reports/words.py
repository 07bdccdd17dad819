"""The reports' own words, dates and numbers, in the language asked for."""

from __future__ import annotations

import gettext
from datetime import date
from functools import lru_cache
from pathlib import Path

from board_templates.dates import date_text
from harvest.errors import CatalogMissing
from harvest.summary import Lang

DOMAIN = "harvest"
_LOCALES = Path(__file__).resolve().parent.parent / "locales"
_IN_MONTH_ET = (
    "jaanuaril",
    "veebruaril",
    "märtsil",
    "aprillil",
    "mail",
    "juunil",
    "juulil",
    "augustil",
    "septembril",
    "oktoobril",
    "novembril",
    "detsembril",
)


@lru_cache(maxsize=4)
def translations(lang: Lang) -> gettext.NullTranslations:
    """Return the catalog of a language.

    Raises:
        CatalogMissing: When it isn't compiled.
    """
    try:
        return gettext.translation(DOMAIN, localedir=_LOCALES, languages=[lang])
    except FileNotFoundError as error:
        raise CatalogMissing(lang) from error


def short_date(day: date | str, lang: Lang) -> str:
    """Return a date for titles and tables: `15.03.2021`, `15 March 2021`."""
    return date_text(day if isinstance(day, str) else day.isoformat(), lang)


def date_in_sentence(day: date, lang: Lang) -> str:
    """Return a date as it stands in a sentence: `15. märtsil 2021`, `15 March 2021`."""
    if lang == "en":
        return short_date(day, lang)
    return f"{day.day}. {_IN_MONTH_ET[day.month - 1]} {day.year}"


def number(value: float, lang: Lang) -> str:
    """Return a number with the decimal sign of the language."""
    text = str(value).removesuffix(".0")
    return text.replace(".", ",") if lang == "et" else text


def quoted(text: str, lang: Lang) -> str:
    """Return a text in the quotation marks of the language."""
    return f"„{text}“" if lang == "et" else f"“{text}”"
