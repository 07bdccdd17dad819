"""Makes the intro frame, with which every board starts (methods, 2.12)."""

from __future__ import annotations

from collections.abc import Sequence

from board_templates.layout.agenda import agenda_lines
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft, ZoneDraft
from board_templates.layout.growth import FrameSize
from board_templates.layout.markup import fitted
from board_templates.layout.sizes import INSET, INTRO_FONT, INTRO_TITLE_FONT, TEXT_FONT
from board_templates.layout.strips import keep_strips
from board_templates.layout.zones import fill
from board_templates.method import Parameter
from board_templates.plain import Plain
from board_templates.plan import AgendaStep

TITLE = "title"


def intro_draft(context: Context, steps: Sequence[AgendaStep]) -> FrameDraft:
    """Return the intro frame of a board with this agenda, without its size."""
    shared = context.shared.intro
    own = context.method.board.intro
    spec = shared.model_copy(update={"strips": own.strips, "chrome": own.chrome})
    scope = {**context.scope, **_names(context, steps)}
    draft = FrameDraft(
        spec=spec,
        key=spec.id,
        scope=scope,
        copy_no=1,
        copies=1,
        place={},
        people=context.people,
        number=None,
        title=context.common.frames[spec.id].title,
    )
    fill(context, draft, context.common.zones, context.texts.chrome)
    keep_strips(context, draft)
    return draft


def _names(context: Context, steps: Sequence[AgendaStep]) -> dict[str, Plain]:
    parameter = focus_parameter(context.method.identity.brief)
    question = parameter is not None and parameter.ends_with == "?"
    words = context.common.words
    return {
        "title": context.brief.values["title"],
        "purpose": context.texts.purpose,
        "focus_label": words["focus_question" if question else "topic"],
        "focus": focus_text(context),
        "steps": agenda_lines(context, steps),
        "n": context.scope["dots_per_person"],
        "legend": "",
    }


def set_fonts(frame: FrameDraft, size: FrameSize) -> None:
    """Set the intro's texts as large as the room allows, all but the title equally large."""
    panels = [zone for zone in frame.zones if zone.colour == "chrome" and zone.name != TITLE]
    for zone in frame.zones:
        if zone.name == TITLE:
            zone.font = _largest(zone, size, INTRO_TITLE_FONT)
    shared = min((_largest(zone, size, INTRO_FONT) for zone in panels), default=TEXT_FONT)
    for zone in panels:
        zone.font = shared


def _largest(zone: ZoneDraft, size: FrameSize, sizes: tuple[int, int]) -> int:
    width = zone.box[2] * size.work_width - 2 * INSET
    room = zone.box[3] * size.boxes_height - 2 * INSET
    return fitted(zone.block, width, room, sizes)[0]


def focus_parameter(brief: Sequence[Parameter]) -> Parameter | None:
    """Return the field that says what a workshop is about: the first required one."""
    return next((parameter for parameter in brief if parameter.required), None)


def focus_text(context: Context) -> str:
    """Return what a workshop is about, as the facilitator put it."""
    parameter = focus_parameter(context.method.identity.brief)
    value = context.brief.values.get(parameter.name) if parameter else ""
    return "; ".join(value) if isinstance(value, list) else str(value or "")
