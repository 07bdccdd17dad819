"""Makes the intro frame, with which every board starts (methods, 2.12)."""

from __future__ import annotations

from collections.abc import Sequence

from board_templates.layout.agenda import agenda_lines
from board_templates.layout.context import Context
from board_templates.layout.drafts import FrameDraft
from board_templates.layout.strips import keep_strips
from board_templates.layout.zones import fill
from board_templates.method import Parameter
from board_templates.plain import Plain
from board_templates.plan import AgendaStep


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


def focus_parameter(brief: Sequence[Parameter]) -> Parameter | None:
    """Return the field that says what a workshop is about: the first required one."""
    return next((parameter for parameter in brief if parameter.required), None)


def focus_text(context: Context) -> str:
    """Return what a workshop is about, as the facilitator put it."""
    parameter = focus_parameter(context.method.identity.brief)
    value = context.brief.values.get(parameter.name) if parameter else ""
    return "; ".join(value) if isinstance(value, list) else str(value or "")
