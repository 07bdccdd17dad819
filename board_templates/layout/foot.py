"""Makes what stands in the bottom margin of the intro frame: footer at the left, help at the right.

The footer is the only text item of a board, so Miro decides how high it is.
"""

from __future__ import annotations

from board_templates import metrics
from board_templates.footer import credit_line, footer_line
from board_templates.geometry import Box
from board_templates.layout import markup, pieces
from board_templates.layout.context import Context
from board_templates.layout.growth import CHROME_EDGE
from board_templates.layout.markup import paragraphs
from board_templates.layout.sizes import FOOTER_FONT, INSET, MARGIN, SMALL_FONT
from board_templates.metrics import Paragraph
from board_templates.plan import ItemKind, Phase, PlannedItem, Role, Style

_LEFT_SHARE = 0.46
_AIR = 6.0

Block = tuple[Paragraph, ...]


def footer_block(context: Context, compact: str | None) -> Block:
    """Return the lines of the footer; the compact form is the last one, unless a link holds it."""
    method, shared, brief = context.method, context.shared, context.brief
    lines = [
        credit_line(method, shared, brief.lang),
        footer_line(method, shared, brief.lang),
    ]
    if compact is not None:
        lines.append(compact)
    return paragraphs(*lines)


def foot_height(block: Block, width: float) -> float:
    """Return the height the bottom margin needs for the footer."""
    return _footer_height(block, _left_width(width)) + 2 * _AIR


def foot_items(
    context: Context, frame: str, block: Block, *, width: float, height: float, link: str | None
) -> list[PlannedItem]:
    """Return the footer and the help line of an intro frame of this size."""
    left = MARGIN + INSET
    box = Box(
        left,
        height - _footer_height(block, _left_width(width)) - _AIR,
        _left_width(width),
        _footer_height(block, _left_width(width)),
    )
    help_left = box.right + _AIR
    help_box = Box(help_left, height - 68.0, width - MARGIN - CHROME_EDGE - help_left, 64.0)
    words = paragraphs(context.common.words["help"])
    size, tall = markup.fitted(words, help_box.width, help_box.height, (SMALL_FONT, 14))
    help_box = Box(help_box.x, height - tall - 2.0, help_box.width, tall)
    return [
        PlannedItem(
            key=f"{frame}/footer",
            kind=ItemKind.TEXT,
            role=Role.FOOTER,
            phase=Phase.TEXTS,
            box=box,
            frame=frame,
            zone=None,
            content=markup.html(block),
            text=markup.plain(block),
            style=Style(font_size=FOOTER_FONT, ink="#4a5263"),
            link=link,
        ),
        pieces.text(f"{frame}/help", help_box, words, size, frame=frame, quiet=True, align="right"),
    ]


def _left_width(width: float) -> float:
    return (width - 2 * MARGIN) * _LEFT_SHARE


def _footer_height(block: Block, width: float) -> float:
    lines = sum(len(metrics.wrap(p.text, width, FOOTER_FONT)) for p in block)
    return metrics.text_height(lines, FOOTER_FONT)
