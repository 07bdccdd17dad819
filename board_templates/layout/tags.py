"""Finds the tags a board gets: those on every board, and those its method uses."""

from __future__ import annotations

from board_templates.layout.context import Context
from board_templates.layout.frames import GROUP
from board_templates.plan import PlannedTag

_UNSAID = "gray"


def tags(context: Context) -> tuple[PlannedTag, ...]:
    """Return the tags of a board; with groups one for each, so that a moved note keeps its own."""
    common = {tag.id: tag for tag in context.shared.common.tags}
    ids = [tag.id for tag in common.values() if tag.always]
    colours = {tag.id: tag.colour for tag in common.values()}
    for spec in context.method.board.tags:
        if context.holds(spec.when, context.scope) and spec.id not in ids:
            ids.append(spec.id)
            colours[spec.id] = spec.colour or colours.get(spec.id, _UNSAID)
    titles = {**context.common.tags, **context.texts.tags}
    found = [PlannedTag(tag, titles[tag], colours[tag]) for tag in ids if tag != GROUP]
    return (*found, *_group_tags(context, titles[GROUP], colours[GROUP]))


def _group_tags(context: Context, title: str, colour: str) -> list[PlannedTag]:
    groups = int(context.scope.get("groups", 1) or 1)
    if groups == 1:
        return []
    return [
        PlannedTag(f"group:{g}", context.expressions.render(title, {"g": g}), colour)
        for g in range(1, groups + 1)
    ]
