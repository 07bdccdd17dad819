"""Every note of a board as blocks: frame by frame, zone by zone, a table as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from board_templates.plan import Plan, PlannedZone
from harvest.reports.blocks import Block, Bullet, Bullets, Heading, Table
from harvest.reports.labels import Labels
from harvest.reports.note_texts import NoteTexts
from harvest.summary import Note

_MOST_COLUMNS = 8

ByZone = Mapping[str, Sequence[Note]]


@dataclass(frozen=True)
class BoardNotes:
    """Arranges the notes that lie in zones, in the order they were read in."""

    labels: Labels
    notes: NoteTexts

    def blocks(self, notes: Sequence[Note]) -> Iterator[Block]:
        """Yield a heading and the notes of each frame."""
        frames: dict[str | None, dict[str, list[Note]]] = {}
        for note in notes:
            if note.zone is not None:
                frames.setdefault(note.frame, {}).setdefault(note.zone, []).append(note)
        for frame, zones in frames.items():
            if title := self.labels.frame(frame):
                yield Heading(3, title)
            yield from self._frame(frame, zones)

    def _frame(self, frame: str | None, zones: ByZone) -> Iterator[Block]:
        cells = _cells(self.labels.context.plan, frame)
        table = {key for _, _, zone in cells if (key := zone.key) in zones}
        open_zones = {key: notes for key, notes in zones.items() if key not in table}
        if open_zones:
            yield Bullets(tuple(self._zone(key, notes) for key, notes in open_zones.items()))
        if table:
            yield self._table(cells, zones)

    def _zone(self, key: str, notes: Sequence[Note]) -> Bullet:
        return Bullet("", self.labels.zone(key), tuple(self.notes.lines(notes)))

    def _table(self, cells: Sequence[tuple[int, int, PlannedZone]], zones: ByZone) -> Table:
        """Return the rows in which somebody wrote, beside what the plan wrote there."""
        texts = {(row, column): self._cell(zone, zones) for row, column, zone in cells}
        rows = sorted({row for row, _, zone in cells if zone.key in zones})
        heads = {column: self.labels.column(zone) for _, column, zone in reversed(cells)}
        columns = _shown_columns(cells, zones, heads)
        return Table(
            tuple(heads[column] for column in columns),
            tuple(tuple(texts.get((row, column), "") for column in columns) for row in rows),
        )

    def _cell(self, zone: PlannedZone, zones: ByZone) -> str:
        if zone.key in zones:
            return "\n".join(self.notes.shown(note) for note in zones[zone.key])
        return zone.prefilled or (zone.prompt if zone.colour == "chrome" else "")


def _cells(plan: Plan | None, frame: str | None) -> list[tuple[int, int, PlannedZone]]:
    """Return the cells of a frame's table with row and column."""
    zones = plan.zones if plan else ()
    return [
        (zone.row, zone.column, zone)
        for zone in zones
        if zone.frame == frame and zone.row is not None and zone.column is not None
    ]


def _shown_columns(
    cells: Sequence[tuple[int, int, PlannedZone]], zones: ByZone, heads: Mapping[int, str]
) -> list[int]:
    """Return the columns of a table; of a wide one, and of those for dots, what has notes."""
    written = {column for _, column, zone in cells if zone.key in zones}
    planned = {column for _, column, zone in cells if zone.colour == "chrome"}
    dots = {column for _, column, zone in cells if zone.colour == "dot"}
    offered = written | (set(heads) - dots)
    return sorted(offered if len(offered) <= _MOST_COLUMNS else written | planned)
