"""`rotation`: who sits at which table in which round."""

from __future__ import annotations

from harvest.readings.base import Arguments, Listed, Reading, Sources, Value


class RotationArguments(Arguments):
    """How many people change tables, how many tables and rounds there are."""

    people: Value
    tables: Value
    rounds: Value


def _make(arguments: RotationArguments, sources: Sources) -> Listed:
    people = int(sources.evaluate(arguments.people))
    tables = int(sources.evaluate(arguments.tables))
    rounds = int(sources.evaluate(arguments.rounds))
    rows = [
        {"person": person, "tables": seats(person, tables, rounds)}
        for person in range(1, people + 1)
        if tables > 0
    ]
    return Listed(rows, {"person": None, "tables": []})


def seats(person: int, tables: int, rounds: int) -> list[int]:
    """Return the table of a person in each round.

    Everyone changes tables each round; half of a table moves one way and half the other.
    """
    step = 1 if (person - 1) // tables % 2 == 0 else -1
    return [(person - 1 + step * (number - 1)) % tables + 1 for number in range(1, rounds + 1)]


READING = Reading(
    name="rotation",
    about="One row for each person who changes tables: where they sit in each round.",
    arguments=RotationArguments,
    make=_make,
    gives={"person": "number of the person, from 1", "tables": "number of the table in each round"},
    order="by person",
)
