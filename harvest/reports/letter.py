"""The e-mail to participants, sentence by sentence; one whose value is missing is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from harvest.reports.blocks import Block, Heading, Paragraph
from harvest.reports.head import Head
from harvest.reports.points import Points
from harvest.reports.report import ReportContext
from harvest.reports.words import date_in_sentence, short_date, translations
from harvest.stops import one_stop
from harvest.summary import Action, Summary

_ENDS = (".", "!", "?", "…")


@dataclass(frozen=True)
class Letter:
    """One letter in the language of the report."""

    summary: Summary
    context: ReportContext
    head: Head
    points: Points

    def blocks(self) -> Iterator[Block]:
        """Yield heading, subject and text."""
        yield Heading(2, self._("E-mail to participants"))
        day = short_date(self.head.day, self.context.lang)
        subject = self._("Summary: {title}, {date}").format(title=self.head.title, date=day)
        yield Paragraph(self._("Subject: {subject}").format(subject=subject))
        yield from _paragraph(self._greeting())
        yield from _paragraph(self._said())
        yield from self._summary()
        yield from _paragraph(self._promises())
        if self.head.facilitator:
            yield Paragraph(self.head.facilitator)

    def _(self, message: str) -> str:
        return translations(self.context.lang).gettext(message)

    def _greeting(self) -> Iterator[str]:
        greeting = self._("Hello! Thank you for taking part in the discussion “{title}”.")
        yield greeting.format(title=self.head.title)

    def _said(self) -> Iterator[str]:
        if self.points.themes:
            counted = self._("Thoughts noted: {n}, themes: {k}.")
            yield counted.format(n=self.points.thoughts, k=len(self.points.themes))
        if self.points.top:
            yield self._("“{top}” got the most votes.").format(top=self.points.top[0])
        if decisions := "; ".join(self._decisions()):
            yield self._("Decided: {decisions}").format(decisions=_ended(decisions))
        if actions := "; ".join(self._action(action) for action in self.summary.actions):
            yield self._("Next steps: {actions}").format(actions=_ended(actions))

    def _summary(self) -> Iterator[Block]:
        link = self.context.filled.link
        if not link.startswith(("https://", "http://")):
            return
        before, _, after = self._("The summary is here: {link}.").partition("{link}")
        if self.summary.names == "tasks":
            holds = self._("It holds ideas; names stand only with those who took something on.")
            after = f"{after} {holds}"
        yield Paragraph(before, link, after)

    def _promises(self) -> Iterator[str]:
        filled = self.context.filled
        if filled.correct_by:
            wrong = self._(
                "If a thought of yours is wrongly noted or should be left out, let us know by "
                "{correct_by}."
            )
            yield wrong.format(correct_by=self._day(filled.correct_by))
        if filled.reply_by:
            reply = self._("We reply to the proposals by {reply_by}.")
            yield reply.format(reply_by=self._day(filled.reply_by))
        if filled.delete_on:
            deleted = self._("The summary will be deleted on {delete_on}.")
            yield deleted.format(delete_on=self._day(filled.delete_on))

    def _day(self, day: date) -> str:
        return date_in_sentence(day, self.context.lang)

    def _decisions(self) -> Iterator[str]:
        texts = {note.no: note.text for note in self.summary.notes}
        return (said.rstrip(". ") for no in self.summary.decisions if (said := texts.get(no)))

    def _action(self, action: Action) -> str:
        due = short_date(action.due, self.context.lang) if action.due else ""
        owner = action.owner if isinstance(action.owner, str) else ""
        told = ", ".join(filter(None, (owner, due)))
        return f"{action.text} ({told})" if told else action.text


def _paragraph(sentences: Iterator[str]) -> Iterator[Block]:
    text = " ".join(one_stop(sentence) for sentence in sentences)
    if text:
        yield Paragraph(text)


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."
