"""One picture of the whole library: a card for every method, a row for every phase."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape

from board_templates.method import Lang, Method
from board_templates.phases import PHASES
from board_templates.plan import Plan, PlannedFrame
from board_templates.preview import draw_svg, picture_of_plan, render_png
from board_templates.shared_texts import SharedTexts

WIDTH = 1600
MARGIN, GAP, LABEL = 40, 24, 44
CARD_WIDTH, PICTURE, CAPTION = 285, 172, 58
PEOPLE = {"et": "inimest", "en": "people"}
PAPER, SURFACE, INK, SOFT, EDGE = "#f4f2ec", "#ffffff", "#1f2430", "#5a6070", "#d9d5ca"
ACCENTS = dict(
    zip(PHASES, ("#7fb7e6", "#b79be0", "#ffd966", "#6fcfd6", "#8fcf8a", "#f4a6b8"), strict=True)
)
LINE = 30
"""Characters of a name that fit a line of a card."""

Planned = Callable[[Method], Plan]


def contact_sheet_of_library(
    methods: Sequence[Method], shared: SharedTexts, lang: Lang, planned: Planned
) -> bytes:
    """Return the picture as PNG; `planned` gives the plan of a method's example."""
    shelves = [(phase, [m for m in methods if m.phase == phase]) for phase in PHASES]
    parts, top = [], float(MARGIN)
    for phase, shelf in ((phase, shelf) for phase, shelf in shelves if shelf):
        parts += _heading(shared.texts[lang].phases[phase], ACCENTS[phase], top)
        for place, method in enumerate(shelf):
            left = MARGIN + place % 5 * (CARD_WIDTH + GAP)
            row = top + LABEL + place // 5 * (PICTURE + CAPTION + GAP)
            parts += _card(method, lang, planned(method), left, row)
        top += LABEL + -(-len(shelf) // 5) * (PICTURE + CAPTION + GAP) + 8
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{top + 16:g}" '
        f'viewBox="0 0 {WIDTH} {top + 16:g}" font-family="Noto Sans">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(parts)}</svg>'
    )
    return render_png(svg, WIDTH)


def _heading(label: str, colour: str, top: float) -> Iterator[str]:
    yield f'<rect x="{MARGIN}" y="{top + 6:g}" width="14" height="14" rx="3" fill="{colour}"/>'
    yield _text(label, MARGIN + 24, top + 20, 20, INK, bold=True)


def _card(method: Method, lang: Lang, plan: Plan, left: float, top: float) -> Iterator[str]:
    height = PICTURE + CAPTION
    yield (
        f'<rect x="{left:g}" y="{top:g}" width="{CARD_WIDTH}" height="{height}" rx="6" '
        f'fill="{SURFACE}" stroke="{EDGE}"/>'
    )
    yield _thumbnail(plan, left + 1, top + 1, CARD_WIDTH - 2, PICTURE - 1)
    yield (
        f'<rect x="{left:g}" y="{top + PICTURE:g}" width="{CARD_WIDTH}" height="3" '
        f'fill="{ACCENTS[method.phase]}"/>'
    )
    name = method.texts[lang].name
    size = min(16.0, 16.0 * LINE / len(name) * 0.94) if len(name) > LINE else 16.0
    yield _text(name, left + 12, top + PICTURE + 27, size, INK, bold=True)
    facts = f"{method.people.min}–{method.people.max} {PEOPLE[lang]} · {method.minutes.default} min"
    yield _text(facts, left + 12, top + PICTURE + 47, 13, SOFT)


def _thumbnail(plan: Plan, left: float, top: float, width: float, height: float) -> str:
    """Draw the frame that shows most of what is special: the one with most colours, then parts."""
    frame = max(plan.frames[1:], key=lambda one: _richness(plan, one))
    items = tuple(item for item in plan.items if item.frame == frame.key)
    alone = replace(plan, frames=(frame,), items=items, links=())
    svg = draw_svg(picture_of_plan(alone), width=round(width) * 2)
    inner = svg[svg.index(">") + 1 :]
    box = f"{frame.box.x:g} {frame.box.y:g} {frame.box.width:g} {frame.box.height:g}"
    # A wide frame stays whole on the white of its card, a tall one shows its head: a side cut off
    # would look like a fault, and so would bands of the board around the frame.
    shown = min(height, width * frame.box.height / frame.box.width)
    place = f'x="{left:g}" y="{top:g}" width="{width:g}" height="{shown:g}" '
    return f'<svg {place}viewBox="{box}" preserveAspectRatio="xMinYMin slice">{inner}'


def _richness(plan: Plan, frame: PlannedFrame) -> tuple[int, int]:
    items = [item for item in plan.items if item.frame == frame.key]
    return len({item.style.fill for item in items}), len(items)


def _text(text: str, x: float, y: float, size: float, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    place = f'x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}"{weight}'
    return f"<text {place}>{escape(text)}</text>"
