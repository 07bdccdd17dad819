"""What the method and the shared rules say about places: private, confidential, practice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from board_templates.expressions import ExpressionError, Expressions
from board_templates.harvest_spec import HarvestSpec
from board_templates.method import Method
from board_templates.shared_texts import SharedTexts, Use
from board_templates.zone_rules import ZoneRules
from harvest.errors import FaultyHarvest

# Notes in a frame but in none of its zones follow the rules of a zone by this name: `C.*` covers
# them, and `C.unplaced` names them alone.
_UNPLACED: Final = "unplaced"


@dataclass(frozen=True)
class Secrecy:
    """Whether texts of a place are never stored, and what still is: titles, or nothing at all."""

    confidential: bool = False
    titles_stay: bool = False
    sealed: bool = False


@dataclass
class Rules:
    """Answers for zone ids; what was worked out once is kept.

    `spec` is null for a board of others, which has no rules. `uses` names the zones of the intro
    frame that are not read as others are.
    """

    spec: HarvestSpec | None
    brief: Mapping[str, Any]
    uses: Mapping[str, Use]
    _expressions: Expressions = field(default_factory=Expressions)
    _known: dict[str, Secrecy] = field(default_factory=dict)

    def is_practice(self, zone_id: str | None) -> bool:
        """Tell whether a zone is the corner where people try things out."""
        return self.uses.get(zone_id or "") == "practice"

    def is_private_place(self, zone_id: str | None) -> bool:
        """Tell whether what lies in a zone stays on the board."""
        return self.uses.get(zone_id or "") == "private"

    def by_colour(self, zone_id: str) -> bool:
        """Tell whether colour tells the zone of a note where people worked without the zones."""
        return self.spec is not None and bool(self.spec.rules_of(zone_id).by_colour)

    def secrecy(self, zone_id: str | None, frame_id: str | None) -> Secrecy:
        """Return what holds for a note in this zone, or in this frame outside its zones.

        Raises:
            FaultyHarvest: when a condition of the method cannot be evaluated.
        """
        place = zone_id or (f"{frame_id}.{_UNPLACED}" if frame_id else "")
        if place not in self._known:
            self._known[place] = self._secrecy(place)
        return self._known[place]

    def _secrecy(self, place: str) -> Secrecy:
        if self.spec is None or not place:
            return Secrecy()
        rules = self.spec.rules_of(place)
        return Secrecy(
            self._is_confidential(rules),
            titles_stay=rules.titles == "keep",
            sealed=rules.sealed is not None and self._says(rules.sealed),
        )

    def _is_confidential(self, rules: ZoneRules) -> bool:
        if rules.store != "never":
            return False
        return not (rules.unless and self._says(rules.unless))

    def _says(self, expression: str) -> bool:
        try:
            return bool(self._expressions.evaluate(expression, {"brief": dict(self.brief)}))
        except ExpressionError as error:
            raise FaultyHarvest("zones", expression, error.why) from error


def rules_of(method: Method | None, shared: SharedTexts, brief: Mapping[str, Any]) -> Rules:
    """Return the rules of a method for one brief; of no method, only the shared ones."""
    return Rules(method.harvest if method else None, brief, shared.uses)
