"""What a pack is made of: everything known about a workshop and its board."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from board_templates.dates import time_text
from board_templates.expression_functions import clock
from board_templates.expressions import Expressions
from board_templates.layout.intro import focus_parameter
from board_templates.method import Lang, Method
from board_templates.pack_texts import PackTexts, PackWords
from board_templates.plan import Plan
from board_templates.shared_texts import CommonTexts, SharedTexts
from workshops.pack.content import Text, addresses_in, with_addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSource:
    """A workshop as the pack sees it.

    `lang` is the language of the pack's own words, which may differ from the board's; `step_texts`
    holds the steps' texts in that language, by step. `frame_ids` are the board's frames by planned
    key. `place`, `contact` and `delete_on` are known to people only. `access` says who may open
    the board; nothing where it is not known.
    """

    method: Method
    plan: Plan
    shared: SharedTexts
    words: PackWords
    lang: Lang
    board_url: str = ""
    frame_ids: Mapping[str, str] = field(default_factory=dict)
    step_texts: Mapping[str, str] = field(default_factory=dict)
    access: str = ""
    place: str = ""
    contact: str = ""
    delete_on: dt.date | None = None
    picture: str | None = None
    expressions: Expressions = field(default_factory=Expressions)

    @property
    def texts(self) -> PackTexts:
        """The pack's words in its language."""
        return self.words.texts[self.lang]

    @property
    def common(self) -> CommonTexts:
        """The shared texts in the pack's language."""
        return self.shared.texts[self.lang]

    @property
    def board_words(self) -> Mapping[str, str]:
        """The shared words in the language of the board."""
        return self.shared.texts["en" if self.plan.lang == "en" else "et"].words

    @property
    def brief(self) -> Mapping[str, Any]:
        """What the facilitator filled in."""
        return self.plan.brief

    @property
    def date(self) -> dt.date | None:
        """The day of the workshop."""
        said = self.brief.get("session_date")
        return dt.date.fromisoformat(said) if said else None

    @property
    def minutes(self) -> int:
        """How long the workshop takes: all its steps together."""
        return sum(step.minutes for step in self.plan.agenda)

    @property
    def facilitator(self) -> str:
        """Who leads."""
        return str(self.brief.get("facilitator") or "")

    @property
    def purpose(self) -> str:
        """What the method is for."""
        return self.method.texts[self.lang].purpose

    @property
    def focus(self) -> str:
        """What the workshop is about, as the facilitator put it."""
        parameter = focus_parameter(self.method.identity.brief)
        value = self.brief.get(parameter.name) if parameter else ""
        return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")

    def clock_after(self, minutes: int) -> str:
        """Return the clock so many minutes after the start; empty when no start is set."""
        start = self.brief.get("start_time")
        return time_text(clock(start, minutes), self.lang) if start else ""

    def linked(self, text: str) -> Text:
        """Return a text in which the board's address and those a person gave can be made links."""
        given = (*addresses_in(self.place), *addresses_in(self.contact))
        return with_addresses(text, (self.board_url, *given))

    def fill(self, text: str, **values: str | int) -> str:
        """Return one of the pack's texts with its values."""
        return self.expressions.render(text, values)
