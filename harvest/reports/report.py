"""What a report is: a name, a suffix, a media type, and a pure function from a summary to bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.summary import Lang, Summary


@dataclass(frozen=True, kw_only=True)
class FilledIn:
    """What no board knows and a person fills in; a sentence whose value is missing is left out.

    `link` leads to the summary, `next` says what comes next. By `correct_by` people may ask for
    corrections, by `reply_by` proposals are answered, on `delete_on` the summary is deleted.
    """

    link: str = ""
    next: str = ""
    correct_by: date | None = None
    reply_by: date | None = None
    delete_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReportContext:
    """What a report needs beside the summary.

    `lang` is the language of its own words; texts of participants stay as they are. `plan` tells
    frames and zones in order; a board nobody planned has none. A `guest` stands on a board that was
    there before, whose title is not its own.
    """

    shared: SharedTexts
    lang: Lang
    method: Method | None = None
    plan: Plan | None = None
    guest: bool = False
    filled: FilledIn = field(default_factory=FilledIn)


@dataclass(frozen=True, slots=True)
class Report:
    """A kind of report; the same summary always makes the same bytes.

    `tail` tells its file from those of other reports with the same suffix.
    """

    name: str
    suffix: str
    media_type: str
    make: Callable[[Summary, ReportContext], bytes]
    tail: str = ""

    def file_name(self, stem: str) -> str:
        """Return what its file is called, beside others of the same summary."""
        return f"{stem}{self.tail}{self.suffix}"
