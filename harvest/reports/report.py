"""What a report is: a name, a suffix, a media type, and a pure function from a summary to bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.summary import Lang, Summary


@dataclass(frozen=True, kw_only=True)
class ReportContext:
    """What a report needs beside the summary.

    `lang` is the language of its own words; texts of participants stay as they are. `plan` tells
    frames and zones in order; a board nobody planned has none.
    """

    shared: SharedTexts
    lang: Lang
    method: Method | None = None
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A kind of report; the same summary always makes the same bytes."""

    name: str
    suffix: str
    media_type: str
    make: Callable[[Summary, ReportContext], bytes]
