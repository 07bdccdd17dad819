"""What is left to do by hand, where Miro opened a board otherwise than asked or invited too few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshops.faults import N_
from workshops.messages import said
from workshops.requests_answers import Difference

MAY = ("private", "view", "comment", "edit")  # from least to most

OPENED = {  # by what was asked for; whether Miro allows less than that
    ("access_by_link", True): N_(
        "The board is ready, but whoever gets its link cannot open it as you asked: Miro did "
        "not allow it, perhaps by a rule of your organisation. Open the board, choose Share "
        "and set there what anyone with the link can do, or invite people by e-mail."
    ),
    ("access_of_team", True): N_(
        "The board is ready, but your team cannot open it as you asked: Miro did not allow it. "
        "Open the board, choose Share and set there what your team can do."
    ),
    ("access_by_link", False): N_(
        "The board is ready, but Miro lets everyone who gets its link do more than you asked "
        "for. Open the board, choose Share and set there what anyone with the link can do."
    ),
    ("access_of_team", False): N_(
        "The board is ready, but Miro lets your whole team do more than you asked for. Open "
        "the board, choose Share and set there what your team can do."
    ),
}
SHARING = frozenset(what for what, _ in OPENED)

NOT_INVITED = N_(
    "Miro did not send every invitation. Check the addresses, or invite by hand: open the board "
    "and choose Share. Not invited: {addresses}"
)


def by_hand(
    differences: Iterable[Difference], not_invited: Sequence[str], lang: str
) -> tuple[str, ...]:
    """Return what to do by hand, a sentence for each; differences of items are passed over."""
    lines = [
        said(OPENED[one.what, _allows_less(one)], {}, lang)
        for one in differences
        if one.what in SHARING
    ]
    if not_invited:
        lines.append(said(NOT_INVITED, {"addresses": ", ".join(not_invited)}, lang))
    return tuple(lines)


def _allows_less(one: Difference) -> bool:
    """Tell whether less is allowed than asked; what Miro may say one day counts as less."""
    if one.found not in MAY or one.planned not in MAY:
        return True
    return MAY.index(one.found) < MAY.index(one.planned)
