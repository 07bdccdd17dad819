"""The steps from a brief to a plan, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from board_templates.brief import Brief
from board_templates.errors import UnreadableFooter
from board_templates.expressions import ExpressionError, Expressions
from board_templates.footer import LAYOUT_VERSION, brief_from_shape, pack_shape, unpack_shape
from board_templates.geometry import Box
from board_templates.layout.agenda import agenda, time_of
from board_templates.layout.assembly import Assembly
from board_templates.layout.capacity import Capacity
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft
from board_templates.layout.flow import drawn_width
from board_templates.layout.fonts import enlarge, enlarge_strips, set_fonts, set_intro_fonts
from board_templates.layout.foot import foot_height, foot_items, footer_block
from board_templates.layout.frames import frame_drafts
from board_templates.layout.growth import FrameSize, Growth
from board_templates.layout.intro import intro_draft
from board_templates.layout.legend import Entry, legend, legend_height, legend_items
from board_templates.layout.links import resolve_links
from board_templates.layout.pieces import Pieces
from board_templates.layout.rows import corners
from board_templates.layout.seeds import sow
from board_templates.layout.sizes import GROWTH, INSET
from board_templates.layout.strips import keep_strips
from board_templates.layout.tags import tags
from board_templates.layout.trays import lay_tray
from board_templates.layout.zones import fill
from board_templates.method import Method
from board_templates.plain import Plain
from board_templates.plan import AgendaStep, Plan
from board_templates.sentences import N_
from board_templates.shared_texts import SharedTexts

FRAME_LIMIT = 120
ITEM_LIMIT = 6000
HEIGHT_LIMIT = 60_000
"""The highest frame, in pixels; those of the library stay below 15,000."""


def make_plan(
    method: Method,
    shared: SharedTexts,
    brief: Brief,
    *,
    harvest_page: str | None = None,
    expressions: Expressions | None = None,
) -> Plan:
    """Return everything that will be on the board of a brief, with its place and a stable key.

    `harvest_page` is the public address that the footer's link leads to; the compact form of the
    board is put behind it. Without one the compact form is the footer's last line.

    Raises:
        ExpressionError: when the method can't be laid out with these values.
    """
    context = Context.of(method, shared, brief, expressions or Expressions())
    frames = _filled(context)
    steps = agenda(context, (frame.spec.id for frame in frames))
    intro = intro_draft(context, steps)
    for frame in (intro, *frames):
        frame.time = time_of(context, steps, frame)
    left_out = tuple(name for frame in frames for name in frame.left_out)
    compact = pack_shape(method, shared, brief, left_out)
    parts = _placed(context, intro, frames, compact, harvest_page)
    return replace(_plan(context, parts, steps), left_out=left_out)


def _filled(context: Context) -> list[FrameDraft]:
    """Return the method's frames with all that is in them."""
    frames = frame_drafts(context)
    if len(frames) > FRAME_LIMIT:
        raise ExpressionError(context.method.id, N_("it has {count} frames", count=len(frames)))
    for frame in frames:
        fill(context, frame, context.texts.zones, context.texts.chrome)
        sow(context, frame)
        keep_strips(context, frame)
        lay_tray(context, frame)
    resolve_links(frames)
    return frames


def _placed(
    context: Context,
    intro: FrameDraft,
    frames: Sequence[FrameDraft],
    compact: str,
    page: str | None,
) -> list[Pieces]:
    """Return all frames at their places on the board."""
    capacity = Capacity(context)
    growth = Growth(context, capacity)
    assembly = Assembly(context, capacity)
    entries = legend(context, frames)
    block = footer_block(context, compact if page is None else None)
    link = None if page is None else page + compact
    for frame in (intro, *frames):
        set_fonts(frame, context.width(frame.spec.width))
    width = context.width(intro.spec.width)
    first = _intro_size(growth, capacity, intro, entries, foot_height(block, width))
    sized = [(intro, first), *((frame, growth.size(frame)) for frame in frames)]
    _check_heights(sized)
    enlarge_strips(intro, first)
    for frame, size in sized[1:]:
        enlarge(frame, size, capacity.base(frame))
    made = [assembly.pieces(frame, size) for frame, size in sized]
    foot = foot_items(context, intro.key, block, width=first.width, height=first.height, link=link)
    made[0] = _with_intro_parts(capacity, intro, made[0], entries, foot)
    return [part.moved(at.x, at.y) for part, at in zip(made, corners(sized), strict=True)]


def _check_heights(sized: Sequence[tuple[FrameDraft, FrameSize]]) -> None:
    for frame, size in sized:
        if size.height > HEIGHT_LIMIT:
            reason = N_("the frame would be {height} high, {limit} at most",
                        height=round(size.height), limit=HEIGHT_LIMIT)  # fmt: skip
            raise ExpressionError(frame.spec.id, reason)


def _intro_size(
    growth: Growth,
    capacity: Capacity,
    intro: FrameDraft,
    entries: Sequence[Entry],
    bottom: float,
) -> FrameSize:
    """Return the size of the intro frame, grown until the legend fits too."""
    size = growth.size(intro, bottom=bottom)
    set_intro_fonts(intro, size)
    zone = next(zone for zone in intro.zones if zone.name == "legend")
    width = zone.box[2] * size.work_width
    head = capacity.head(zone, width)
    needed = head + legend_height(entries, drawn_width(width)) + 2 * INSET
    while needed > zone.box[3] * size.boxes_height:
        size = replace(size, height=size.height + GROWTH)
    return size


def _with_intro_parts(
    capacity: Capacity,
    intro: FrameDraft,
    made: Pieces,
    entries: Sequence[Entry],
    foot: Sequence[Plain],
) -> Pieces:
    """Add what only the intro frame has: the entries of the legend and the foot."""
    draft = next(zone for zone in intro.zones if zone.name == "legend")
    zone = next(zone for zone in made.zones if zone.key == f"{intro.key}.legend")
    drawn: Box = zone.box.inset(INSET)
    top = drawn.y + capacity.head(draft, zone.box.width) - INSET / 2
    swatches = legend_items(intro.key, entries, drawn, top)
    return replace(made, items=(*made.items, *swatches, *foot))


def _plan(context: Context, parts: Sequence[Pieces], steps: tuple[AgendaStep, ...]) -> Plan:
    items = [item for part in parts for item in part.items]
    if len(items) > ITEM_LIMIT:
        reason = N_("its board would have {count} items", count=len(items))
        raise ExpressionError(context.method.id, reason)
    return Plan(
        method=context.method.id,
        version=context.method.version,
        layout=LAYOUT_VERSION,
        lang=context.brief.lang,
        title=str(context.brief.values["title"]),
        brief=dict(context.brief.values),
        participants=context.people,
        note_size=context.note,
        frames=tuple(part.frame for part in parts),
        zones=tuple(zone for part in parts for zone in part.zones),
        items=tuple(sorted(items, key=lambda item: item.phase)),
        links=(),
        tags=tags(context),
        agenda=steps,
        awaited=tuple(item for part in parts for item in part.awaited),
    )


def plan_from_footer(
    method: Method,
    shared: SharedTexts,
    footer: str,
    *,
    expressions: Expressions | None = None,
) -> Plan:
    """Return the plan of a board again from the text or link of its footer.

    Keys, labels, kinds and seeded texts are those of the board; places are not: people move zones.

    Raises:
        UnreadableFooter: when it holds no compact form, or not one of this method.
    """
    shape = unpack_shape(footer)
    if shape.method != method.id:
        raise UnreadableFooter(f"it is of the method “{shape.method}”")
    brief = brief_from_shape(method, shared, shape)
    return make_plan(method, shared, brief, expressions=expressions)
