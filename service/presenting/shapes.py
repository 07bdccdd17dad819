"""How the blocks of a report stand on a page: chapters, and the shape each list takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from harvest.reports.blocks import Block, Bullet, Bullets, Heading, Table

Shape = Literal["list", "counts", "facts", "groups", "rows"]

CHAPTER = 3  # the level of headings that begin one
WIDE_TABLE = 3  # columns from which a table takes the width of the page
LONG_TEXT = 120  # signs that take several lines beside a label
NUMBER = re.compile(r"-?\d+([.,]\d+)?")


@dataclass(frozen=True)
class Chapter:
    """What stands under one heading; `wide` when it takes the width of the page."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def wide(self) -> bool:
        """Tell whether it holds more than a few short lines."""
        return any(_is_wide(block) for block in self.blocks)


def chapters(blocks: Iterable[Block]) -> tuple[Chapter, ...]:
    """Part the blocks of a report's part at its headings; its own title is left out."""
    found: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= CHAPTER:
            found.append((block.text, []))
        elif found:
            found[-1][1].append(block)
    return tuple(Chapter(title, tuple(inside)) for title, inside in found if inside)


def shape_of(bullets: Sequence[Bullet]) -> Shape:
    """Return how a list is best shown.

    `counts`: each a label with a number. `facts`: each a label with a text. `groups`: each a title
    with plain lines below. `rows`: things of which more is told. `list`: plain lines.
    """
    if any(bullet.children for bullet in bullets):
        return "groups" if all(_is_group(bullet) for bullet in bullets) else "rows"
    if bullets and all(bullet.label and bullet.text for bullet in bullets):
        return "counts" if all(NUMBER.fullmatch(bullet.text) for bullet in bullets) else "facts"
    return "list"


def numeric_columns(table: Table) -> frozenset[int]:
    """Return the columns that hold nothing but numbers, to be set under each other."""
    columns = enumerate(zip(*table.rows, strict=True))
    return frozenset(
        place
        for place, cells in columns
        if any(cells) and all(NUMBER.fullmatch(cell) for cell in cells if cell)
    )


def kind_of(block: Block) -> str:
    """Return what a block is, for a template."""
    return type(block).__name__.lower()


def _is_group(bullet: Bullet) -> bool:
    plain = all(not child.children and not child.label for child in bullet.children)
    has_title = bool(bullet.label) != bool(bullet.text)
    return has_title and plain and bool(bullet.children) and not bullet.beside


def _is_wide(block: Block) -> bool:
    if isinstance(block, Table):
        return len(block.head) > WIDE_TABLE
    if not isinstance(block, Bullets):
        return False
    long = any(len(bullet.text) > LONG_TEXT for bullet in block.bullets)
    return long or shape_of(block.bullets) in {"groups", "rows"}
