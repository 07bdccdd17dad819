"""The invitation: an e-mail in which what is not known is not said."""

from __future__ import annotations

from board_templates.dates import date_text
from harvest.reports.words import date_in_sentence
from workshops.pack.content import Block, Letter, Paragraph, Section
from workshops.pack.sentences import Sentences
from workshops.pack.source import PackSource

CALENDAR_FILE = "invitation.ics"


def invitation(source: PackSource) -> Section:
    """Return the e-mail, and what the facilitator should know before sending it."""
    texts = source.texts.invitation
    told = texts.calendar if source.date else texts.no_calendar
    hints = [source.fill(told, file=CALENDAR_FILE)]
    missing = left_out(source)
    if missing:
        names = ", ".join(texts.names[name] for name in missing)
        hints.append(source.fill(texts.left_out, names=names))
    blocks: tuple[Block, ...] = (
        letter(source),
        *(Paragraph((hint,), "quiet") for hint in hints),
    )
    return Section("invitation", source.texts.headings["invitation"], blocks)


def letter(source: PackSource) -> Letter:
    """Return the e-mail; sentences whose value is missing are left out."""
    texts = source.texts.invitation
    values = _values(source)
    say = Sentences(values, source.expressions)
    paragraphs = (say.say_all(sentences) for sentences in texts.body)
    return Letter(
        subject_label=texts.subject_label,
        subject=" ".join(say.say(texts.subject).split()),
        paragraphs=tuple(source.linked(text) for text in paragraphs if text),
    )


def left_out(source: PackSource) -> tuple[str, ...]:
    """Return the names of the values that are missing."""
    values = _values(source)
    return tuple(name for name in source.texts.invitation.names if not values[name])


def _values(source: PackSource) -> dict[str, str]:
    date = source.date
    return {
        "title": source.plan.title,
        "date": date_text(date.isoformat(), source.lang) if date else "",
        "day": date_in_sentence(date, source.lang) if date else "",
        "time": source.clock_after(0),
        "end": source.clock_after(source.minutes),
        "place": source.place,
        "purpose": source.purpose,
        "link": source.board_url,
        "account": _account(source),
        "delete_on": date_in_sentence(source.delete_on, source.lang) if source.delete_on else "",
        "contact": source.contact,
        "facilitator": source.facilitator,
    }


def _account(source: PackSource) -> str:
    """Return whether people need an account of Miro; nothing where nobody knows."""
    if not source.access:
        return ""
    texts = source.texts.invitation
    open_to_all = source.access in source.words.rules.without_account
    return texts.without_account if open_to_all else texts.with_account
