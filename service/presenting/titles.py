"""What a workshop is called on a page, and what tells it from others of the same name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from board_templates.footer import UNKNOWN
from board_templates.layout.intro import focus_parameter
from board_templates.library import Library
from board_templates.method import Lang
from workshops.requests_answers import WorkshopView

LONGEST = 140  # characters of what it is about; most methods ask for no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title, what the workshop is about, its method and its day, as far as they are known."""

    title: str
    about: str
    method: str
    day: date | None


def title_of(view: WorkshopView, library: Library, lang: Lang) -> Title:
    """Return how a workshop is named; a title that nobody chose follows the reader's language."""
    said = view.values.get("session_date")
    day = date.fromisoformat(str(said)) if said else None
    if view.method not in library.ids():
        return Title(title=view.title, about="", method=view.method, day=day)
    method = library.get(view.method)
    names = {texts.name for texts in method.texts.values()}
    name = method.texts[lang].name
    parameter = focus_parameter(method.identity.brief)
    focus = view.values.get(parameter.name) if parameter else None
    about = "; ".join(map(str, focus)) if isinstance(focus, list) else str(focus or "")
    return Title(
        title=name if view.title in names else view.title,
        about="" if UNKNOWN in about else _shortened(about),
        method=name,
        day=day,
    )


def _shortened(text: str) -> str:
    return shorten(text, LONGEST, placeholder="…")
