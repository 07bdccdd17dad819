"""The pack as Markdown that pastes well into a wiki; texts of people stay text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from harvest.reports.markup import plain
from workshops.pack.content import (
    Address,
    Block,
    Checks,
    Fact,
    Letter,
    Messages,
    Pack,
    Paragraph,
    Table,
    Text,
)

BLANK = "……"


def to_markdown(pack: Pack) -> str:
    """Return the pack as a Markdown document."""
    parts = [f"# {plain(pack.title)}", plain(pack.name), _facts(pack.facts), _facts(pack.roles)]
    for section in pack.sections:
        parts.append(f"## {plain(section.heading)}")
        parts.extend(part for block in section.blocks for part in _block(block))
    return "\n\n".join(filter(None, parts)) + "\n"


def _facts(facts: Iterable[Fact]) -> str:
    return "\n".join(f"- {_inline(fact.label)}: {_text(fact.value) or BLANK}" for fact in facts)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _marked(block)
        case Table():
            yield _table(block)
        case Messages():
            yield "\n".join(f"- {_text(line)}" for line in block.lines)
        case Checks():
            yield "\n".join(f"{no}. {plain(item)}" for no, item in enumerate(block.items, 1))
        case Letter():
            yield f"**{_inline(block.subject_label)}:** {_inline(block.subject)}"
            yield "\n>\n".join(f"> {_started(paragraph)}" for paragraph in block.paragraphs)


def _marked(paragraph: Paragraph) -> str:
    mark = {"plain": "", "quiet": "*", "strong": "**"}[paragraph.tone]
    return f"{mark}{_text(paragraph.text)}{mark}" if mark else _started(paragraph.text)


def _started(text: Text) -> str:
    """Return a text at the start of a line, where it must not begin a list or a heading."""
    first, *rest = text
    opening = plain(first) if isinstance(first, str) else _part(first)
    return f"{opening}{' ' if rest and isinstance(first, str) and first[-1:].isspace() else ''}" + (
        _text(tuple(rest))
    )


def _table(table: Table) -> str:
    rule = ["---"] * len(table.columns)
    lines = [map(_cell, table.columns), rule, *(map(_cell, row.cells) for row in table.rows)]
    return "\n".join(_line(list(cells)) for cells in lines)


def _cell(text: str) -> str:
    return _inline(text) or " "


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: Text) -> str:
    """Return a text on one line; addresses become links, spaces around them stay."""
    return "".join(_part(part) for part in text)


def _part(part: str | Address) -> str:
    if isinstance(part, Address):
        return f"<{part.url}>"
    left = " " if part[:1].isspace() else ""
    right = " " if part[-1:].isspace() else ""
    return f"{left}{_inline(part)}{right}" if part.strip() else " "


def _inline(text: str) -> str:
    """Return a text for the middle of a line, where a number or a sign begins nothing."""
    return plain(f"·{text}")[1:]
