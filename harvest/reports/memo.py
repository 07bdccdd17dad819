"""A memo of one page, and the e-mail to participants that is ready to send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from board_templates.harvest_spec import HarvestSpec
from harvest.reports.blocks import Block, Bullet, Bullets, Heading, Paragraph
from harvest.reports.head import Head
from harvest.reports.labels import Labels
from harvest.reports.letter import Letter
from harvest.reports.markdown import rendered
from harvest.reports.note_texts import NoteTexts
from harvest.reports.points import Points
from harvest.reports.report import Report, ReportContext
from harvest.reports.result_values import Values
from harvest.reports.still_open import still_open
from harvest.reports.words import short_date, translations
from harvest.summary import Summary


class Memo:
    """One summary as a memo; what nobody knows is left out."""

    def __init__(self, summary: Summary, context: ReportContext) -> None:
        self._summary = summary
        self._context = context
        self._words = translations(context.lang)
        texts = frozenset(note.text for note in summary.notes if note.text)
        labels = Labels(context, texts)
        self._head = Head(summary, context)
        self._notes = NoteTexts(summary, context.lang)
        self._points = Points(summary, labels, self._notes)
        self._values = Values(labels, self._notes)

    def blocks(self) -> Iterator[Block]:
        """Yield the memo, then the e-mail."""
        _ = self._words.gettext
        day = short_date(self._head.day, self._context.lang)
        yield Heading(1, ", ".join(filter(None, (self._head.title, day))))
        yield from self._who_and_aim()
        yield from self._list(_("Main points"), self._points.bullets())
        yield from self._list(_("Decided"), self._of(self._summary.decisions))
        yield from self._list(_("Actions: what, who, by when"), self._actions())
        method = self._context.method
        open_ones = still_open(self._summary, method.harvest if method else HarvestSpec())
        yield from self._list(_("Left open"), map(Bullet, open_ones))
        if self._context.filled.next:
            yield from self._list(_("What comes next"), (Bullet(self._context.filled.next),))
        yield from Letter(self._summary, self._context, self._head, self._points).blocks()

    def _who_and_aim(self) -> Iterator[Block]:
        head, words = self._head, self._words
        said: list[str] = []
        if self._summary.attended:
            n = self._summary.attended
            took_part = words.ngettext(
                "{attended} person took part.", "{attended} people took part.", n
            )
            said.append(took_part.format(attended=n))
        if head.facilitator:
            by = words.gettext("Facilitated by {facilitator}.")
            said.append(by.format(facilitator=head.facilitator))
        if said:
            yield Paragraph(" ".join(said))
        if head.purpose:
            yield Paragraph(words.gettext("Aim: {purpose}").format(purpose=head.purpose))

    def _list(self, title: str, bullets: Iterable[Bullet]) -> Iterator[Block]:
        found = tuple(bullets)
        if found:
            yield Heading(2, title)
            yield Bullets(found)

    def _of(self, numbers: Iterable[int]) -> Iterator[Bullet]:
        """Yield the notes whose texts may be told."""
        by_no = {note.no: note for note in self._summary.notes}
        return (Bullet(by_no[no].text or "") for no in numbers if by_no[no].text)

    def _actions(self) -> Iterator[Bullet]:
        for action in self._summary.actions:
            yield self._values.action(action.model_dump(mode="json", by_alias=True))


def _make(summary: Summary, context: ReportContext) -> bytes:
    return rendered(Memo(summary, context).blocks())


REPORT = Report(
    name="memo",
    suffix=".md",
    media_type="text/markdown; charset=utf-8",
    make=_make,
    tail="-memo",
)
