"""What a person fills in of the memo and the letter, read from texts and checked, all at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from board_templates.brief_values import WrongValue, as_date
from harvest.reports import FilledIn
from harvest.summary import Summary
from workshops.deletion import summary_goes
from workshops.errors import InputFaults
from workshops.faults import N_, InputFault

REPLY_DAYS: Final = 30  # proposed for the reply (methods, reports back)
MOST_LINK: Final = 2000
MOST_NEXT: Final = 500
_LINK: Final = re.compile(r"https?://[^\s<>\"\\]+")


def proposed(summary: Summary, session: date) -> FilledIn:
    """Return what can be told before anybody fills in: until when to reply, when it is deleted."""
    return FilledIn(
        reply_by=session + timedelta(days=REPLY_DAYS),
        delete_on=summary_goes(summary.harvested_at, session).date(),
    )


def filled_in(said: Mapping[str, str], start: FilledIn) -> FilledIn:
    """Return `start` with what a person says; what is said to be empty is left out.

    Fields are `link`, `next`, `correct_by` and `reply_by`, days as 2021-03-15 or 15.03.2021.
    Raises `InputFaults` with every one that is wrong.
    """
    faults: list[InputFault] = []
    link, following = said.get("link", start.link).strip(), said.get("next", start.next)
    following = " ".join(following.split())
    if link and not (_LINK.fullmatch(link) and len(link) <= MOST_LINK):
        sentence = N_("must be an address that begins with https:// or http://")
        faults.append(InputFault(field="link", code="link", sentence=sentence))
    if len(following) > MOST_NEXT:
        sentence = N_("may be up to {most} characters long")
        values = {"most": MOST_NEXT}
        faults.append(InputFault(field="next", code="long", sentence=sentence, values=values))
    days = {
        "correct_by": _day("correct_by", said, start.correct_by, faults),
        "reply_by": _day("reply_by", said, start.reply_by, faults),
    }
    if faults:
        raise InputFaults(faults=tuple(faults))
    return replace(start, link=link, next=following, **days)


def _day(
    name: str, said: Mapping[str, str], start: date | None, faults: list[InputFault]
) -> date | None:
    if name not in said:
        return start
    try:
        day = as_date(said[name])
    except WrongValue:
        sentence = N_("must be a date: write 2021-03-15 or 15.03.2021")
        faults.append(InputFault(field=name, code="date", sentence=sentence))
        return None
    return date.fromisoformat(day) if day else None
