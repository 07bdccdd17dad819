"""The rotation list: who goes to which table in which round, where a method has one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from board_templates.expressions import ExpressionError
from harvest.readings.rotation import READING, RotationArguments, seats
from workshops.pack.content import Block, Paragraph, Row, Section, Table
from workshops.pack.source import PackSource

FRAMES = "frames"


def rotation(source: PackSource) -> Section | None:
    """Return the list of every method whose harvest has a `rotation`; nothing for others."""
    found = _numbers(source)
    if found is None:
        return None
    people, tables, rounds = found
    texts = source.texts.rotation
    rows = tuple(
        Row(
            (
                str(person),
                "",
                *(source.fill(texts.table, t=at) for at in seats(person, tables, rounds)),
            )
        )
        for person in range(1, people + 1)
    )
    heads = tuple(source.fill(texts.round, r=number) for number in range(1, rounds + 1))
    blocks: tuple[Block, ...] = (
        Paragraph((texts.hosts,)),
        Table("rotation", (texts.person, texts.name, *heads), rows),
    )
    return Section("rotation", source.texts.headings["rotation"], blocks)


def _numbers(source: PackSource) -> tuple[int, int, int] | None:
    """Return people, tables and rounds; nothing where nobody changes places."""
    lists = source.method.harvest.lists.values()
    wanted = next((one for one in lists if one.reading == READING.name), None)
    if wanted is None:
        return None
    arguments = RotationArguments.model_validate(dict(wanted.arguments))
    scope = _scope(source)
    try:
        people, tables, rounds = (
            int(source.expressions.evaluate(expression, scope))
            for expression in (arguments.people, arguments.tables, arguments.rounds)
        )
    except (ExpressionError, TypeError, ValueError):
        return None  # it rests on what people write, so there is no list beforehand
    return (people, tables, rounds) if people > 0 and tables > 1 and rounds > 1 else None


def _scope(source: PackSource) -> dict[str, Any]:
    """Return the names that a harvest's lists see, as far as they are known beforehand."""
    scope: dict[str, Any] = {"brief": dict(source.brief), "people": source.plan.participants}
    for name, said in source.method.harvest.lists.items():
        if said.reading == FRAMES:
            scope[name] = _copies(source, said.arguments)
    return scope


def _copies(source: PackSource, arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
    frames = (frame for frame in source.plan.frames if frame.id == arguments.get("frame"))
    return [
        {"no": number, "frame": frame.key, "place": dict(frame.place)}
        for number, frame in enumerate(frames, start=1)
    ]
