"""How harvest.yaml has the notes of some zones read."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Annotated, Literal

from pydantic import StringConstraints

from board_templates.board_spec import Expression, Name, Spec

ZonePattern = Annotated[
    str, StringConstraints(pattern=r"^[A-Z*][A-Za-z0-9_*]{0,19}\.[a-z0-9_.*]{1,60}$")
]
ZoneKind = Literal[
    "notes",
    "open",
    "text",
    "actions",
    "named_actions",
    "decisions",
    "questions",
    "asked_questions",
    "attended",
]
ZoneSignal = Literal["empty_zone", "seed_only", "zone_moved", "lone_voice", "dominant_author"]
OffSignal = Literal[ZoneSignal, "low_turnout", "overvote"]


class ZoneRules(Spec):
    """How the notes of some zones are read.

    `kind` says what a note there is, whatever is written on it. With `store: never` texts are cut
    before anything is stored, but where `unless` (an expression over the brief) is true; with
    `titles: keep` title notes stay. Where `sealed` is true nothing stays, neither titles nor what
    its writer tagged as shareable. `off` names the common signals that do not apply;
    `voices_by: frame` judges who wrote how much within each frame instead of over the whole board.
    With `authors: never` nobody asks who wrote: not for voices, not for names.
    With `dots: carried` notes bring their dots along from a voting place, and those go on counting.
    With `by_colour` the colour of a note tells which of these zones it belongs to, in a frame where
    people worked without them.
    `about` names a column of the same table: an action that says no more than who and when is about
    what stands there in its row.
    """

    kind: ZoneKind | None = None
    store: Literal["always", "never"] | None = None
    unless: Expression | None = None
    titles: Literal["keep", "cut"] | None = None
    sealed: Expression | None = None
    off: tuple[OffSignal, ...] = ()
    voices_by: Literal["board", "frame"] | None = None
    authors: Literal["always", "never"] | None = None
    dots: Literal["carried"] | None = None
    by_colour: bool | None = None
    about: Name | None = None

    def joined_with(self, later: ZoneRules) -> ZoneRules:
        """Return both sets of rules as one; where they differ the later one wins."""
        said = {name: value for name, value in later if value is not None and name != "off"}
        off = tuple(dict.fromkeys(self.off + later.off))
        return self.model_copy(update={**said, "off": off})


def zone_matches(zone_id: str, pattern: str) -> bool:
    """Tell whether a zone's id fits a pattern such as `F1.*` or `T.round*`."""
    return fnmatchcase(zone_id, pattern)
