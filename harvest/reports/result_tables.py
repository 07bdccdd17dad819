"""Rows of a result as a table, where they are flat and few enough to stand beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from board_templates.result_spec import Rows
from harvest.reports.blocks import Table
from harvest.reports.labels import Path
from harvest.reports.result_values import PLUMBING, Values

_MOST_COLUMNS = 6
_MOST_LINES = 4


@dataclass(frozen=True)
class ResultTables:
    """Makes a table of rows, or none."""

    values: Values

    def table(self, path: Path, rows: Sequence[Any], node: Any) -> Table | None:  # noqa: ANN401  # a node of the tree
        """Return the rows as a table without empty columns; None when they are no table.

        With several lines in a cell it takes three columns: two are better read as a list.
        """
        if not isinstance(node, Rows) or not all(_is_flat(row) for row in rows):
            return None
        cells = {name: self._column(path, name, rows, node) for name in self._shown(path, rows[0])}
        columns = {name: lines for name, lines in cells.items() if any(lines)}
        most = max((len(lines) for column in columns.values() for lines in column), default=0)
        least = 2 if most <= 1 else 3
        if most > _MOST_LINES or not least <= len(columns) <= _MOST_COLUMNS:
            return None
        heads = tuple(self.values.labels.field((*path, name)) for name in columns)
        texts = (["\n".join(lines) for lines in column] for column in columns.values())
        return Table(heads, tuple(zip(*texts, strict=True)))

    def _column(
        self, path: Path, name: str, rows: Sequence[Mapping[str, Any]], node: Rows
    ) -> list[Sequence[str]]:
        inner = node.fields.get(name)
        return [self.values.lines((*path, name), row[name], inner) for row in rows]

    def _shown(self, path: Path, row: Mapping[str, Any]) -> list[str]:
        labels = self.values.labels
        return [name for name in row if name not in PLUMBING and labels.field((*path, name))]


def _is_flat(row: Any) -> bool:  # noqa: ANN401  # any entry of a list
    """Tell whether a row holds nothing but scalars and lists of them."""
    if not isinstance(row, Mapping):
        return False
    inner = [entry for value in row.values() if isinstance(value, list) for entry in value]
    return not any(isinstance(value, Mapping | list) for value in inner) and not any(
        isinstance(value, Mapping) for value in row.values()
    )
