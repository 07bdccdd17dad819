"""What colours, tags and reasons of notes are called in the words of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from harvest.reports.report import ReportContext
from harvest.reports.words import translations
from harvest.summary import Lang
from harvest.tags_known import GROUP

_NUMBER_LATER = re.compile(r"\{\{[^{}]*\}\}")


def colour_word(colour: str | None, lang: Lang) -> str:
    """Return what a colour of notes is called; those of cards and shapes have no names."""
    return _colours(lang).get(colour or "", "")


def reason_words(reason: str | None, lang: Lang) -> str:
    """Return why a note belongs where it is said to lie."""
    _ = translations(lang).gettext
    said = {
        "lies_in": _("lies in the area"),
        "child_of": _("belongs to the frame"),
        "nearest": _("nearest area"),
        "assigned": _("assigned by a person"),
    }
    return said.get(reason or "", _("not placed"))


def tag_titles(tags: Iterable[str], context: ReportContext) -> str:
    """Return tags by their titles, one after the other; one that nobody knows stays as it is."""
    own = context.method.texts[context.lang].tags if context.method else {}
    known: Mapping[str, str] = {**context.shared.texts[context.lang].tags, **own}
    return ", ".join(_title(tag, known) for tag in tags)


def _title(tag: str, known: Mapping[str, str]) -> str:
    kind, _, number = tag.partition(":")
    if kind == GROUP and number.isdecimal() and GROUP in known:
        return _NUMBER_LATER.sub(number, known[GROUP])
    return known.get(tag, tag)


def _colours(lang: Lang) -> Mapping[str, str]:
    _ = translations(lang).gettext
    return {
        "gray": _("grey"),
        "light_yellow": _("light yellow"),
        "yellow": _("yellow"),
        "orange": _("orange"),
        "light_green": _("light green"),
        "green": _("green"),
        "dark_green": _("dark green"),
        "cyan": _("cyan"),
        "light_pink": _("light pink"),
        "pink": _("pink"),
        "violet": _("violet"),
        "red": _("red"),
        "light_blue": _("light blue"),
        "blue": _("blue"),
        "dark_blue": _("dark blue"),
        "black": _("black"),
    }
