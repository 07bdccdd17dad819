"""Measures frames: they grow in steps until every zone holds what it must."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from board_templates.board_spec import Strip
from board_templates.layout import markup
from board_templates.layout.capacity import Capacity
from board_templates.layout.context import Context
from board_templates.layout.drafts import ChromeDraft, ColumnDraft, FrameDraft, ZoneDraft
from board_templates.layout.markup import paragraphs
from board_templates.layout.sizes import (
    GROWTH,
    HEAD,
    HEADER,
    INSET,
    INTRO_HEADER,
    MARGIN,
    STRIP_FONT,
)

TITLE = "title"
"""The zone of the first frame that holds the title of the workshop."""

CHROME_EDGE = 4
"""How far a text without a shape stands from its box, so that its letters meet the zones."""


@dataclass(frozen=True, slots=True)
class FrameSize:
    """The measures of a frame: its bands, the head of its table and the height of each row."""

    width: int
    height: float
    above: float
    below: float
    bottom: float
    head: float
    rows: tuple[float, ...]
    header: float = HEADER
    title_share: float = 0.0

    @property
    def work_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def boxes_top(self) -> float:
        """Where the boxes begin."""
        return self.header + self.above

    @property
    def lead(self) -> float:
        """The height of the title that stands among the boxes; the strip above comes after it."""
        return self.title_share * self.boxes_height

    @property
    def boxes_height(self) -> float:
        """The height that is left for boxes."""
        return self.height - self.header - self.above - self.below - self.bottom


class Growth:
    """Measures the frames of one board."""

    def __init__(self, context: Context, capacity: Capacity) -> None:
        self._context = context
        self._capacity = capacity

    def size(self, frame: FrameDraft, *, bottom: float | None = None) -> FrameSize:
        """Return the measures of a frame; `bottom` replaces its least margin at the foot."""
        width = self._context.width(frame.spec.width)
        work = width - 2 * MARGIN
        margin = float(max(frame.spec.bottom, bottom or 0))
        strips = frame.spec.strips
        above, least_above = self._strip(frame, strips.above, "above", work)
        below, least_below = self._strip(frame, strips.below, "below", work)
        header = INTRO_HEADER if frame.number is None else HEADER
        if frame.table is not None:
            head, rows = self._head(frame, work), self._rows(frame, work)
            needed = head + sum(rows)
            stated = HEADER + MARGIN + INSET + HEAD
            stated += frame.table.rows * frame.table.row_height
        else:
            head, rows = 0.0, ()
            needed = self._boxes(frame, work)
            stated = self._context.pixels(frame.spec.height)
        least = stated + least_above + least_below
        wanted = header + above + needed + below + margin
        height = least + GROWTH * ceil(max(0.0, wanted - least) / GROWTH)
        share = title_share(frame)
        size = FrameSize(width, height, above, below, margin, head, rows, header, share)
        return _with_rows_spread(size) if rows else size

    def _boxes(self, frame: FrameDraft, work: float) -> float:
        needs = [
            self._capacity.height(frame, zone, zone.box[2] * work) / zone.box[3]
            for zone in frame.zones
            if zone.strip is None
        ]
        texts = [
            self._chrome(chrome, work) / chrome.box[3]
            for chrome in frame.chrome
            if chrome.strip is None
        ]
        return max([*needs, *texts], default=0.0)

    def _chrome(self, chrome: ChromeDraft, work: float) -> float:
        width = chrome.box[2] * work - 2 * CHROME_EDGE
        return markup.height(paragraphs(chrome.text), width, STRIP_FONT)

    def _strip(
        self, frame: FrameDraft, spec: Strip | None, place: str, work: float
    ) -> tuple[float, float]:
        """Return the height of a strip and what of it is stated."""
        zones = [zone for zone in frame.zones if zone.strip == place]
        texts = [chrome for chrome in frame.chrome if chrome.strip == place]
        if spec is None or not (zones or texts):
            return 0.0, 0.0
        needs = [self._capacity.height(frame, zone, zone.box[2] * work) for zone in zones]
        needs.extend(self._chrome(text, work) for text in texts)
        height = max([float(spec.height), *needs])
        return height, float(spec.height) or height

    def _head(self, frame: FrameDraft, work: float) -> float:
        """Return the height of the heads with the gaps over and under them, as wide as others."""
        return INSET + max(float(HEAD), heads_height(frame, work) + INSET)

    def _rows(self, frame: FrameDraft, work: float) -> tuple[float, ...]:
        table = frame.table
        if table is None:
            return ()
        return tuple(
            max(
                [
                    float(table.row_height),
                    *(self._cell(frame, column.cells[row], work) for column in table.columns),
                ]
            )
            for row in range(table.rows)
        )

    def _cell(self, frame: FrameDraft, cell: ZoneDraft, work: float) -> float:
        return self._capacity.height(frame, cell, cell.box[2] * work)


def _with_rows_spread(size: FrameSize) -> FrameSize:
    """Give what a frame grew too much to its rows."""
    spare = size.boxes_height - size.head - sum(size.rows)
    more = spare / len(size.rows)
    rows = tuple(row + more for row in size.rows)
    return replace(size, rows=rows)


def title_share(frame: FrameDraft) -> float:
    """Return the share of the boxes that a title of a frame's own takes, at their top."""
    titles = (zone.box[3] for zone in frame.zones if zone.name == TITLE)
    return next(titles, 0.0) if frame.number is None else 0.0


def heads_height(frame: FrameDraft, work: float) -> float:
    """Return the height the heads of a table are drawn with, all alike."""
    return max([float(HEAD - INSET), *(_head(column, work) for column in frame.columns)])


def _head(column: ColumnDraft, work: float) -> float:
    width = column.box[2] * work - 2 * INSET
    block = paragraphs(column.label, column.prompt, bold_first=True)
    return markup.height(block, width, column.font)
