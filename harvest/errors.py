"""What can go wrong while a board is read. Every error carries its facts and says the remedy."""

from __future__ import annotations

from collections.abc import Mapping

from board_templates.sentences import Sentence


class HarvestError(Exception):
    """A harvest that cannot be trusted."""


class HarvestIncomplete(HarvestError):  # noqa: N818  # says what happened
    """The board says it holds another number of items than were read."""

    def __init__(self, read: int, total: int) -> None:
        self.read = read
        self.total = total
        super().__init__(
            f"The board holds {total} items, {read} were read. "
            "Read the board again from its first page to its last."
        )


class BrokenAccounting(HarvestError):  # noqa: N818  # says what happened
    """What was counted and what was set aside do not add up to what was read."""

    def __init__(self, read: int, counted: int, aside: Mapping[str, int]) -> None:
        self.read = read
        self.counted = counted
        self.aside = dict(aside)
        reasons = (
            ", ".join(f"{reason} {n}" for reason, n in sorted(self.aside.items())) or "nothing"
        )
        super().__init__(
            f"{read} items were read, but {counted} were counted and set aside: {reasons}. "
            "This is a fault of the program: keep the snapshot and report it."
        )


class FaultyHarvest(HarvestError):  # noqa: N818  # says what happened
    """A rule of a method cannot be worked out on this board.

    `where` is the path of the rule in harvest.yaml, `why` the reason without its full stop.
    """

    def __init__(self, where: str, expression: str, why: Sentence) -> None:
        self.where = where
        self.expression = expression
        self.why, self.reason = why, str(why)
        super().__init__(
            f"In harvest.yaml, {where}: `{expression}` cannot be worked out: {why}. "
            "Correct the method; the board and its snapshot are fine."
        )


class UnknownReading(HarvestError):  # noqa: N818  # says what happened
    """A list of a method asks for a reading that there isn't, or with wrong arguments."""

    def __init__(self, name: str, reading: str, reason: Sentence) -> None:
        self.name = name
        self.reading = reading
        self.reason = reason
        super().__init__(f"In harvest.yaml, lists.{name}: the reading “{reading}”: {reason}.")


class UnknownReport(HarvestError):  # noqa: N818  # says what happened
    """There is no report of this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        self.name = name
        self.known = known
        super().__init__(f"There is no report “{name}”; there are: {', '.join(known)}.")


class CatalogMissing(HarvestError):  # noqa: N818  # says what happened
    """The words of the reports have not been compiled."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        super().__init__(
            f"The texts of the reports in “{lang}” are not compiled: run `make catalogs`."
        )
