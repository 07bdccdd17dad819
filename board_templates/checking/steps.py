"""Checks that the minutes of the steps add up to the default length less its breaks."""

from __future__ import annotations

from board_templates.brief import make_brief
from board_templates.checking.trial import required_values
from board_templates.checking.walk import METHOD
from board_templates.documents import Documents
from board_templates.errors import FaultyBrief
from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout.agenda import BREAK_MINUTES, number_of_breaks, step_shares
from board_templates.layout.context import Context
from board_templates.method import Method
from board_templates.sentences import N_
from board_templates.shared_texts import SharedTexts


def check_steps(method: Method, shared: SharedTexts, documents: Documents) -> None:
    """Note a step table that doesn't add up, all frames taken to be there."""
    expressions = Expressions()
    try:
        brief = make_brief(method, shared, required_values(method, "et"), expressions=expressions)
        context = Context.of(method, shared, brief, expressions)
        frames = (frame.id for frame in method.board.frames)
        shares = step_shares(context, {"F0", *frames})
    except (FaultyBrief, ExpressionError, LookupError):
        return  # The trial plan says what is wrong.
    default = method.minutes.default
    breaks = number_of_breaks(default) if method.identity.common_breaks else 0
    wanted = default - breaks * BREAK_MINUTES
    found = round(sum(share.weight for share in shares))
    if found != wanted:
        wrong = N_("The steps add up to {found} minutes, not {wanted}.", found=found, wanted=wanted)
        cure = N_(
            "They share {minutes} minutes less {breaks} of breaks.",
            minutes=default,
            breaks=breaks * BREAK_MINUTES,
        )
        documents.fault(METHOD, ("steps",), wrong, cure)
