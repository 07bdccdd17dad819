"""A result of any method as blocks that a page can show: facts, lists, tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from service.presenting.cells import Cell, Cells
from service.presenting.labels import NEUTRAL, Labels

WIDEST = 5  # columns that a page holds beside each other
PLUMBING = frozenset({"from", "no"})


@dataclass(frozen=True, kw_only=True)
class Block:
    """Something with a heading.

    `facts`: rows of a label and a cell. `list`: one row of cells. `groups`: rows of a label and its
    cells. `table`: rows of cells under `columns`; `records`: the same, too wide for a table.
    """

    kind: Literal["facts", "list", "groups", "table", "records"]
    title: str
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def result_blocks(result: Mapping[str, Any], labels: Labels, cells: Cells) -> tuple[Block, ...]:
    """Arrange a result; a field that nobody named for people stays in the JSON alone."""
    scalars: list[tuple[str, Cell]] = []
    blocks: list[Block] = []
    for name, value in result.items():
        composed = isinstance(value, Mapping | list) and not cells.is_single(value)
        label = labels.field(name)
        if label is None and not composed:
            label = labels.parameter(name)
        if label and isinstance(value, Mapping | list) and composed:
            blocks.extend(_block(name, label, value, labels, cells))
        elif label and (cell := cells.of(name, value)):
            scalars.append((label, cell))
    return (*_facts("", scalars), *blocks)


def _block(
    path: str, label: str, value: Mapping[str, Any] | list[Any], labels: Labels, cells: Cells
) -> Iterator[Block]:
    if isinstance(value, list):
        rows = [entry for entry in value if isinstance(entry, Mapping)]
        if rows and not cells.is_single(rows[0]):
            yield from _table(path, label, rows, labels, cells)
        elif value:
            entries = tuple(cell for entry in value if (cell := cells.of(path, entry)))
            yield Block(kind="list", title=label, rows=(entries,))
        return
    named = [
        (said, name, part) for name, part in value.items() if (said := _named(labels, path, name))
    ]
    if any(isinstance(part, list) for _, _, part in named):
        yield from _groups(path, label, named, labels, cells)
    else:
        facts = [(said, cells.of(f"{path}.{name}", part)) for said, name, part in named]
        yield from _facts(label, [(said, cell) for said, cell in facts if cell])


def _named(labels: Labels, path: str, name: str) -> str | None:
    """Return the label of a part; a name that is no neutral one is itself what people wrote."""
    return labels.field(f"{path}.{name}") if NEUTRAL.fullmatch(name) else name


def _facts(title: str, facts: Sequence[tuple[str, Cell]]) -> Iterator[Block]:
    if facts:
        names = tuple(name for name, _ in facts)
        yield Block(kind="facts", title=title, names=names, rows=tuple((c,) for _, c in facts))


def _groups(
    path: str, label: str, named: Sequence[tuple[str, str, Any]], labels: Labels, cells: Cells
) -> Iterator[Block]:
    tables: list[Block] = []
    groups: list[tuple[str, tuple[Cell, ...]]] = []
    for said, name, part in named:
        entries = part if isinstance(part, list) else [part]
        rows = [entry for entry in entries if isinstance(entry, Mapping)]
        if rows and not cells.is_single(rows[0]):
            tables.extend(_table(f"{path}.{name}", f"{label}: {said}", rows, labels, cells))
        else:
            groups.append((said, tuple(c for entry in entries if (c := cells.of(name, entry)))))
    if groups:
        names = tuple(name for name, _ in groups)
        yield Block(
            kind="groups", title=label, names=names, rows=tuple(found for _, found in groups)
        )
    yield from tables


def _table(
    path: str, label: str, rows: Sequence[Mapping[str, Any]], labels: Labels, cells: Cells
) -> Iterator[Block]:
    """Make a table of what people are shown, leaving out columns in which nothing stands."""
    names = dict.fromkeys(name for row in rows for name in row if name not in PLUMBING)
    columns: list[tuple[str, list[Cell]]] = []
    for name in names:
        said = labels.field(f"{path}.{name}")
        column = [cells.of(f"{path}.{name}", row.get(name)) for row in rows]
        if said and any(column):
            columns.append((said, column))
    if columns:
        heads = tuple(said for said, _ in columns)
        lines = tuple(zip(*(column for _, column in columns), strict=True))
        kind: Literal["table", "records"] = "table" if len(heads) <= WIDEST else "records"
        yield Block(kind=kind, title=label, columns=heads, rows=lines)
