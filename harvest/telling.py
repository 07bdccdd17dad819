"""One language of a report: what zones are called, how signals and phrases are worded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from board_templates.expressions import Expressions
from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.board_labels import BoardLabels, board_labels
from harvest.placed import BoardReading
from harvest.result import ResultMaker
from harvest.scope import Evaluator
from harvest.summary import Lang
from harvest.wording import Wording


@dataclass(frozen=True)
class Telling:
    """What depends on the language in which a board is told."""

    labels: BoardLabels
    wording: Wording
    maker: ResultMaker


@dataclass(frozen=True)
class Tellings:
    """Tells one reading in any language.

    `plans` are the same plan in several languages. `planned` tells that people were counted as
    planned; `person` shows a name as the mode of the harvest wants it.
    """

    method: Method | None
    shared: SharedTexts
    reading: BoardReading
    plans: Sequence[Plan | None]
    expressions: Expressions
    planned: bool
    person: Callable[[Any], Any]

    def telling(self, lang: Lang) -> Telling:
        """Return the words of one language."""
        labels = board_labels(self.reading, self.plans, lang)
        wording = Wording(
            self.method, self.shared, lang, self.expressions, labels, planned=self.planned
        )
        maker = ResultMaker(Evaluator(self.expressions), wording.phrase, self.person)
        return Telling(labels, wording, maker)
