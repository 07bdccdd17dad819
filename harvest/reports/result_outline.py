"""The result of a method as blocks, whatever its tree: labels from texts, notes by numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from board_templates.harvest_spec import Branch, HarvestSpec, NoteNumbers, Rows
from harvest.reports.blocks import Block, Bullet, Bullets, Heading, Paragraph, Table
from harvest.reports.labels import Labels, Path
from harvest.reports.note_texts import NoteTexts
from harvest.reports.words import number, short_date, translations

CLUSTER = {"no", "name", "from", "notes", "size", "votes"}
_ACTION = {"text", "owner", "due", "due_text", "zone", "source", "done", "from"}
_PLUMBING = frozenset({"from", "no"})
_TABLE_COLUMNS = 6


@dataclass(frozen=True)
class ResultOutline:
    """Turns a result into blocks, walking it beside the tree that made it."""

    labels: Labels
    notes: NoteTexts

    def blocks(self, spec: HarvestSpec, result: Mapping[str, Any]) -> Iterator[Block]:
        """Yield every field that has a label and something to say, in the method's order."""
        for name, value in result.items():
            label = self.labels.field((name,))
            if label and not _nothing(value):
                yield Heading(3, label)
                yield from self._section((name,), value, spec.result.get(name))

    def _section(self, path: Path, value: Any, node: Any) -> Iterator[Block]:  # noqa: ANN401  # any part of a result
        if isinstance(value, Mapping | list):
            rows = value if isinstance(value, list) else None
            if rows and self._fits_a_table(path, rows, node):
                yield self._table(path, rows)
            elif rows and isinstance(node, Rows) and node.by:
                yield from self._groups(path, rows, node, node.by)
            else:
                yield Bullets(tuple(self._bullets(path, value, node)))
        else:
            yield Paragraph(self._scalar(path, value))

    def _groups(
        self, path: Path, rows: Sequence[Mapping[str, Any]], node: Rows, by: str
    ) -> Iterator[Block]:
        """Yield the rows under what their field `by` says; those where it says nothing are last."""
        known = {code: place for place, code in enumerate(self.labels.order((*path, by)))}
        codes = dict.fromkeys(row[by] for row in rows if row[by] is not None)
        for code in [*sorted(codes, key=lambda code: known.get(str(code), len(known))), None]:
            group = [row for row in rows if row[by] == code]
            if not group:
                continue
            label = self._scalar((*path, by), code) or self._nowhere(path, by)
            yield Heading(4, label)
            bullets = (self._row(path, {**row, by: None}, node) for row in group)
            yield Bullets(tuple(_without_repeated(bullet, label) for bullet in bullets))

    def _nowhere(self, path: Path, by: str) -> str:
        words = translations(self.labels.lang)
        return words.gettext("{field}: not set").format(field=self.labels.field((*path, by)))

    def _fits_a_table(self, path: Path, rows: Sequence[Any], node: Any) -> bool:  # noqa: ANN401  # a node of the tree
        if not isinstance(node, Rows) or not all(isinstance(row, Mapping) for row in rows):
            return False
        names = self._shown(path, rows[0])
        flat = all(not isinstance(row[name], Mapping | list) for row in rows for name in names)
        return flat and 1 < len(names) <= _TABLE_COLUMNS

    def _table(self, path: Path, rows: Sequence[Mapping[str, Any]]) -> Table:
        names = self._shown(path, rows[0])
        return Table(
            tuple(self.labels.field((*path, name)) for name in names),
            tuple(tuple(self._scalar((*path, name), row[name]) for name in names) for row in rows),
        )

    def _shown(self, path: Path, row: Mapping[str, Any]) -> list[str]:
        return [name for name in row if name not in _PLUMBING and self.labels.field((*path, name))]

    def _bullets(self, path: Path, value: Any, node: Any) -> Iterator[Bullet]:  # noqa: ANN401  # any part of a result
        if isinstance(value, Mapping):
            yield from self._fields(path, value, node)
        elif isinstance(node, NoteNumbers) or path[-1] == "from":
            yield from self.notes.bullets(value)
        else:
            for entry in value:
                yield from self._entry(path, entry, node)

    def _entry(self, path: Path, entry: Any, node: Any) -> Iterator[Bullet]:  # noqa: ANN401  # any part of a result
        if not isinstance(entry, Mapping):
            yield Bullet(self._inline(path, entry))
        elif entry.keys() == _ACTION:
            yield self.action(entry)
        elif entry.keys() == CLUSTER:
            yield self._cluster(entry)
        else:
            yield self._row(path, entry, node)

    def _row(self, path: Path, row: Mapping[str, Any], node: Any) -> Bullet:  # noqa: ANN401  # as above
        """Return a row under its first text; one that doesn't begin with a text, by its number."""
        fields = tuple(self._fields(path, row, node))
        first = next((value for name, value in row.items() if name not in _PLUMBING), None)
        if fields and isinstance(first, str | list) and not fields[0].children:
            return Bullet(fields[0].text, children=fields[1:])
        if "no" in row or not fields:
            return Bullet(str(row.get("no", "")), children=fields)
        return Bullet(fields[0].text, fields[0].label, (*fields[0].children, *fields[1:]))

    def _fields(self, path: Path, value: Mapping[str, Any], node: Any) -> Iterator[Bullet]:  # noqa: ANN401  # as above
        nodes: Mapping[str, Any] = node.fields if isinstance(node, Rows | Branch) else {}
        keyed = isinstance(node, Rows) and node.key is not None
        for name, inner in value.items():
            inner_path = (*path, name)
            label = self.labels.key(path, name) if keyed else self.labels.field(inner_path)
            if name in _PLUMBING or not label or _nothing(inner):
                continue
            if isinstance(inner, Mapping) and inner.keys() == _ACTION:
                yield Bullet(self.action(inner).text, label)
            elif isinstance(inner, Mapping) and set(inner) <= {"text", "from"}:
                yield Bullet(self._scalar(inner_path, inner["text"]), label)
            elif isinstance(inner, Mapping | list):
                yield self._nested(inner_path, label, inner, nodes.get(name))
            elif text := self._scalar(inner_path, inner):
                yield Bullet(text, label)

    def _nested(self, path: Path, label: str, value: Any, node: Any) -> Bullet:  # noqa: ANN401  # as above
        children = tuple(self._bullets(path, value, node))
        if len(children) == 1 and not children[0].children and not children[0].label:
            return Bullet(children[0].text, label)
        if isinstance(value, Mapping) and _all_scalar(value):
            said = (f"{child.label}: {child.text}" for child in children)
            return Bullet("; ".join(said), label)
        return Bullet("", label, children)

    def _cluster(self, cluster: Mapping[str, Any]) -> Bullet:
        words = translations(self.labels.lang)
        name = cluster["name"] or words.gettext("Without a title")
        return Bullet(
            self.notes.with_votes(name, cluster["votes"]),
            children=tuple(self.notes.bullets(cluster["notes"])),
        )

    def action(self, action: Mapping[str, Any]) -> Bullet:
        """Return an action on one line: what, who, by when."""
        parts = [action["text"], self.owner(action["owner"]), self.due(action)]
        return Bullet(" · ".join(part for part in parts if part))

    def owner(self, owner: str | bool | None) -> str:  # noqa: FBT001  # as in the envelope
        """Return who took an action on, as far as it may be told."""
        words = translations(self.labels.lang)
        return words.gettext("has an owner") if owner is True else str(owner or "")

    def due(self, action: Mapping[str, Any]) -> str:
        """Return the day an action is due."""
        return short_date(action["due"], self.labels.lang) if action["due"] else ""

    def _inline(self, path: Path, value: Any) -> str:  # noqa: ANN401  # any part of a result
        if isinstance(value, list):
            return " – ".join(self._scalar(path, inner) for inner in value)
        return self._scalar(path, value)

    def _scalar(self, path: Path, value: Any) -> str:  # noqa: ANN401  # any scalar of a result
        code = self.labels.code(path, value) if isinstance(value, str | bool) else None
        if code is not None:
            return code
        if isinstance(value, bool):
            return translations(self.labels.lang).gettext("yes") if value else ""
        if isinstance(value, int | float):
            return number(value, self.labels.lang)
        return _dated(value, self.labels) if isinstance(value, str) else ""


def _without_repeated(bullet: Bullet, said: str) -> Bullet:
    """Return a row without the lines that only say again what stands above it."""
    kept = tuple(child for child in bullet.children if child.text != said or child.children)
    return Bullet(bullet.text, bullet.label, kept)


def _dated(value: str, labels: Labels) -> str:
    try:
        return short_date(date.fromisoformat(value), labels.lang)
    except ValueError:
        return value


def _all_scalar(value: Mapping[str, Any]) -> bool:
    return all(not isinstance(inner, Mapping | list) for inner in value.values())


def _nothing(value: Any) -> bool:  # noqa: ANN401  # any part of a result
    """Tell whether there is nothing to show: a nought is something, but not noughts alone."""
    if isinstance(value, Mapping):
        said = [inner for name, inner in value.items() if name not in _PLUMBING]
        return all(_nothing(inner) or inner == 0 for inner in said)
    return value is None or (isinstance(value, str | list) and not value)
