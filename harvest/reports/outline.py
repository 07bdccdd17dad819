"""A whole report as blocks: head, figures, signals, result, actions, notes, what is unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from board_templates.harvest_spec import HarvestSpec
from harvest.reports.blocks import Block, Bullet, Bullets, Heading, Paragraph, Table
from harvest.reports.board_notes import BoardNotes
from harvest.reports.head import Head
from harvest.reports.labels import Labels
from harvest.reports.note_texts import NoteTexts
from harvest.reports.report import ReportContext
from harvest.reports.result_outline import ResultOutline
from harvest.reports.signals import signals_in
from harvest.reports.words import date_in_sentence, translations
from harvest.summary import Action, Summary

_UNREAD = ("image", "document", "unsupported", "other")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report under a name that stays; its first block is its title."""

    name: str
    blocks: tuple[Block, ...]


class Outline:
    """One summary in one language."""

    def __init__(self, summary: Summary, context: ReportContext) -> None:
        self._summary = summary
        self._context = context
        texts = frozenset(note.text for note in summary.notes if note.text)
        self._labels = Labels(context, texts)
        self._notes = NoteTexts(summary, context.lang)
        self._result = ResultOutline(self._labels, self._notes)
        self._words = translations(context.lang)

    def parts(self) -> Iterator[Part]:
        """Yield the report part by part, those with nothing in them left out."""
        _, summary = self._words.gettext, self._summary
        found = {
            "head": self._head(),
            "figures": self._figures(),
            "signals": self._signals(),
            "result": self._tree(),
            "actions": self._actions(),
            "decisions": self._listed(_("Decisions"), summary.decisions),
            "questions": self._listed(_("Open questions"), summary.questions),
            "parked": self._listed(_("Parking lot"), summary.parked),
            "notes": self._all_notes(),
            "unplaced": self._listed(_("Notes without a place"), summary.unplaced),
            "unread": self._unread(),
        }
        for name, blocks in found.items():
            if made := tuple(blocks):
                yield Part(name, made)

    def blocks(self) -> Iterator[Block]:
        """Yield the report from its title to what could not be read."""
        for part in self.parts():
            yield from part.blocks

    def _head(self) -> Iterator[Block]:
        summary, _ = self._summary, self._words.gettext
        title = Head(summary, self._context).title
        yield Heading(1, title or _("Summary of a board"))
        method = self._context.method
        if method is not None:
            yield Paragraph(_("Method: {name}.").format(name=method.texts[self._context.lang].name))
        day = date_in_sentence(summary.harvested_at.date(), self._context.lang)
        link = summary.board.url
        yield Paragraph(
            _("The board was read on {day}.").format(day=day),
            link if link.startswith(("https://", "http://")) else None,
        )

    def _figures(self) -> Iterator[Block]:
        summary, words = self._summary, self._words
        aside = summary.accounting.set_aside.total
        yield Heading(2, words.gettext("In figures"))
        lines = [self._people()] if summary.participants or summary.attended else []
        lines += [
            words.ngettext(
                "{n} note was counted.", "{n} notes were counted.", len(summary.notes)
            ).format(n=len(summary.notes)),
            words.ngettext(
                "The board held {read} item; {aside} set aside (texts of the board, dots, seeds).",
                "The board held {read} items; {aside} set aside (texts of the board, dots, seeds).",
                summary.accounting.read,
            ).format(read=summary.accounting.read, aside=aside),
        ]
        if summary.counts.private:
            n = summary.counts.private
            lines.append(
                words.ngettext(
                    "{n} note was counted without its text.",
                    "{n} notes were counted without their texts.",
                    n,
                ).format(n=n)
            )
        if summary.authors_unlisted:
            lines.append(self._unlisted(summary.authors_unlisted))
        yield Bullets(tuple(Bullet(line) for line in lines))

    def _people(self) -> str:
        summary, words = self._summary, self._words
        if summary.attended is not None:
            return words.ngettext("{n} person came.", "{n} people came.", summary.attended).format(
                n=summary.attended
            )
        return words.ngettext(
            "{n} person was expected.", "{n} people were expected.", summary.participants
        ).format(n=summary.participants)

    def _unlisted(self, count: int) -> str:
        return self._words.ngettext(
            "{n} author of notes is not in the board's member list; their notes go without a name.",
            "{n} authors of notes are not in the board's member list; their notes go without "
            "names.",
            count,
        ).format(n=count)

    def _signals(self) -> Iterator[Block]:
        if not self._summary.signals:
            return
        severities = self._context.shared.texts[self._context.lang].severities
        signals = signals_in(self._summary, self._context)
        ordered = sorted(signals, key=lambda signal: signal.severity != "warn")
        yield Heading(2, self._words.gettext("What stands out"))
        yield Bullets(tuple(Bullet(signal.text, severities[signal.severity]) for signal in ordered))

    def _tree(self) -> Iterator[Block]:
        method = self._context.method
        spec = method.harvest if method is not None else HarvestSpec()
        blocks = list(self._result.blocks(spec, self._summary.result))
        if blocks:
            yield Heading(2, self._words.gettext("Result"))
            yield from blocks

    def _actions(self) -> Iterator[Block]:
        actions = self._summary.actions
        if not actions:
            return
        _ = self._words.gettext
        yield Heading(2, _("Actions"))
        head = (_("What"), _("Who"), _("By when"), _("Done"))
        yield Table(head, tuple(self._action_row(action) for action in actions))

    def _action_row(self, action: Action) -> tuple[str, ...]:
        said: dict[str, Any] = action.model_dump(mode="json", by_alias=True)
        done = self._words.gettext("yes") if action.done else ""
        return (
            action.text,
            self._result.values.owner(action.owner),
            self._result.values.due(said),
            done,
        )

    def _listed(self, title: str, numbers: Sequence[int]) -> Iterator[Block]:
        if numbers:
            yield Heading(2, title)
            yield Bullets(tuple(self._notes.bullets(numbers)))

    def _all_notes(self) -> Iterator[Block]:
        blocks = list(BoardNotes(self._labels, self._notes).blocks(self._summary.notes))
        if blocks:
            yield Heading(2, self._words.gettext("All notes"))
            yield from blocks

    def _unread(self) -> Iterator[Block]:
        words = self._words
        aside = self._summary.accounting.set_aside
        names = {
            "image": words.gettext("images"),
            "document": words.gettext("documents"),
            "unsupported": words.gettext("drawings and other items Miro does not give out"),
            "other": words.gettext(
                "other items, such as embeds or parts of another method on this board"
            ),
        }
        counts = {name: getattr(aside, name) for name in _UNREAD}
        yield Heading(2, words.gettext("What could not be read"))
        yield Paragraph(
            words.gettext(
                "Comments, emoji reactions, drawings and Miro's own votes are not in this summary: "
                "Miro does not give them out."
            )
        )
        found = [Bullet(f"{n}", names[name]) for name, n in counts.items() if n]
        if found:
            yield Bullets(tuple(found))
