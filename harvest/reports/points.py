"""The main points of a summary, five at most: what a method names for it, else what got votes.

A single note is no theme; but what many chose may not be missing, so it stands among the themes
where it got votes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from board_templates.harvest_spec import HarvestSpec
from harvest.content import folded
from harvest.reports.blocks import Bullet, Bullets, Table
from harvest.reports.labels import Labels
from harvest.reports.note_texts import NoteTexts
from harvest.reports.result_outline import ResultOutline
from harvest.reports.result_values import CLUSTER
from harvest.reports.words import quoted, translations
from harvest.summary import Note, Summary

MOST_POINTS = 5

Theme = Mapping[str, Any]


@dataclass(frozen=True)
class Points:
    """Counts, themes and votes of one summary."""

    summary: Summary
    labels: Labels
    notes: NoteTexts

    @cached_property
    def themes(self) -> list[Theme]:
        """The clusters of the result, each once: by votes, then size."""
        found = {theme["no"]: theme for theme in _clusters(self.summary.result)}
        return sorted(found.values(), key=lambda theme: (-theme["votes"], -theme["size"]))

    @property
    def thoughts(self) -> int:
        """How many thoughts were noted: notes but for titles and what was there from the start."""
        titles = {no for theme in self.themes for no in theme["from"]}
        return sum(note.no not in titles and not note.origin for note in self.summary.notes)

    @cached_property
    def top(self) -> tuple[str, int] | None:
        """What alone has the most votes, and how many; nothing when nobody voted, or on a tie."""
        ranked = sorted(self._voted(), key=lambda one: -one[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        name, votes = ranked[0]
        return (name, votes) if name else None

    def bullets(self) -> tuple[Bullet, ...]:
        """Return the main points, a line each."""
        method = self.labels.context.method
        spec = method.harvest if method else HarvestSpec()
        named = [line for name in spec.points for line in self._of_result(name, spec)]
        lines = named or (list(self._ranked()) if self.themes else list(self._voted_notes()))
        return tuple(lines[:MOST_POINTS])

    def _ranked(self) -> Iterator[Bullet]:
        """Yield the themes and the voted notes beside them, by votes; themes first among equals."""
        told = [
            (theme["votes"], self._theme(theme)) for theme in self.themes if self._is_told(theme)
        ]
        numbers = dict.fromkeys(_ungrouped(self.summary.result))
        alone = (self._by_no[no] for no in numbers if no in self._by_no)
        told += [
            (note.votes, Bullet(self.notes.shown(note)))
            for note in alone
            if note.votes and note.text
        ]
        return (bullet for _, bullet in sorted(told, key=lambda one: -one[0]))

    def _of_result(self, name: str, spec: HarvestSpec) -> Iterator[Bullet]:
        outline = ResultOutline(self.labels, self.notes)
        value = self.summary.result.get(name)
        for block in outline.blocks(spec, {name: value}):
            if isinstance(block, Bullets):
                yield from (_on_one_line(bullet) for bullet in block.bullets)
            elif isinstance(block, Table):
                yield from (_row_on_one_line(block.head, row) for row in block.rows)

    def _theme(self, theme: Theme) -> Bullet:
        """Return a theme by its title with a note of it, without a title by that note."""
        lang, quote = self.labels.lang, self._quote(theme)
        name = theme["name"] or quoted(quote or "", lang)
        told = self.notes.with_votes(name, theme["votes"])
        if theme["name"] is None or quote is None or folded(quote) == folded(name):
            return Bullet(told)
        example = translations(lang).gettext("For example: {text}.")
        return Bullet(f"{told}. {example.format(text=quoted(quote, lang))}")

    def _quote(self, theme: Theme) -> str | None:
        texts = (self._text(no) for no in theme["notes"])
        return next((text for text in texts if text), None)

    def _is_told(self, theme: Theme) -> bool:
        return theme["name"] is not None or self._quote(theme) is not None

    def _voted_notes(self) -> Iterator[Bullet]:
        voted = [note for note in self.summary.notes if note.votes and note.text]
        for note in sorted(voted, key=lambda note: -note.votes):
            yield Bullet(self.notes.shown(note))

    def _voted(self) -> Iterator[tuple[str, int]]:
        """Yield what got votes: themes, by a note where they have no title, and single notes."""
        inside = {no for theme in self.themes for no in (*theme["notes"], *theme["from"])}
        for theme in self.themes:
            if theme["votes"]:
                yield theme["name"] or self._quote(theme) or "", theme["votes"]
        for note in self.summary.notes:
            if note.votes and note.no not in inside:
                yield note.text or "", note.votes

    def _text(self, no: int) -> str | None:
        return self._by_no[no].text if no in self._by_no else None

    @cached_property
    def _by_no(self) -> Mapping[int, Note]:
        return {note.no: note for note in self.summary.notes}


def _clusters(value: Any) -> Iterator[Theme]:  # noqa: ANN401  # any part of a result
    if isinstance(value, Mapping):
        if value.keys() == CLUSTER:
            yield value
            return
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _clusters(inner)


def _ungrouped(value: Any) -> Iterator[int]:  # noqa: ANN401  # any part of a result
    """Yield the notes that the result tells beside its clusters."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == "ungrouped" and isinstance(inner, list):
                yield from (no for no in inner if isinstance(no, int))
            else:
                yield from _ungrouped(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ungrouped(inner)


def _on_one_line(bullet: Bullet) -> Bullet:
    if bullet.beside:
        return Bullet(bullet.line, bullet.label)
    told = [said for child in bullet.children if (said := _told(child))]
    said = ("; " if any("," in one for one in told) else ", ").join(told)
    if not said:
        return bullet
    return Bullet(f"{bullet.text}: {said}" if bullet.text else said, bullet.label)


def _row_on_one_line(head: Sequence[str], row: Sequence[str]) -> Bullet:
    """Return a row by its first cell, the others behind it."""
    told = [f"{name}: {cell}" for name, cell in zip(head[1:], row[1:], strict=True) if cell]
    return Bullet(" · ".join((row[0], *told)))


def _told(bullet: Bullet) -> str:
    return f"{bullet.label}: {bullet.line}" if bullet.label and bullet.line else bullet.line
