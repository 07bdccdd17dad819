"""The result of a method as blocks, whatever its tree: labels from texts, notes by numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from board_templates.harvest_spec import HarvestSpec
from board_templates.result_spec import Branch, NoteNumbers, Person, Rows
from harvest.reports.blocks import Block, Bullet, Bullets, Heading, Paragraph
from harvest.reports.labels import Labels, Path
from harvest.reports.note_texts import NoteTexts
from harvest.reports.result_tables import ResultTables
from harvest.reports.result_values import ACTION, CLUSTER, PLUMBING, TEXT, Values, is_nothing
from harvest.reports.words import translations

_NOTHING = Bullet("")


@dataclass(frozen=True)
class ResultOutline:
    """Turns a result into blocks, walking it beside the tree that made it."""

    labels: Labels
    notes: NoteTexts

    @cached_property
    def values(self) -> Values:
        """What says single values."""
        return Values(self.labels, self.notes)

    def blocks(self, spec: HarvestSpec, result: Mapping[str, Any]) -> Iterator[Block]:
        """Yield every field that has a label and something to say, in the method's order."""
        for name, value in result.items():
            label = self.labels.field((name,))
            if label and not is_nothing(value):
                yield Heading(3, label)
                yield from self._section((name,), value, spec.result.get(name))

    def _section(self, path: Path, value: Any, node: Any) -> Iterator[Block]:  # noqa: ANN401  # any part of a result
        if not isinstance(value, Mapping | list):
            yield Paragraph(self.values.scalar(path, value))
        elif isinstance(value, Mapping) and set(value) == TEXT:
            yield Paragraph(self.values.scalar(path, value["text"]))
        elif isinstance(value, list) and (
            table := ResultTables(self.values).table(path, value, node)
        ):
            yield table
        elif isinstance(value, list) and isinstance(node, Rows) and node.by:
            yield from self._groups(path, value, node, node.by)
        else:
            yield Bullets(tuple(self._bullets(path, value, node)))

    def _groups(
        self, path: Path, rows: Sequence[Mapping[str, Any]], node: Rows, by: str
    ) -> Iterator[Block]:
        """Yield the rows under what their field `by` says."""
        for group in self._grouped(path, rows, node, by):
            yield Heading(4, group.label)
            yield Bullets(group.children)

    def _grouped(
        self, path: Path, rows: Sequence[Mapping[str, Any]], node: Rows, by: str
    ) -> Iterator[Bullet]:
        """Yield a line for what the field `by` says; where it says nothing comes last."""
        known = {code: place for place, code in enumerate(self.labels.order((*path, by)))}
        codes = dict.fromkeys(row[by] for row in rows if row[by] is not None)
        for code in [*sorted(codes, key=lambda code: known.get(str(code), len(known))), None]:
            group = [_without(row, by) for row in rows if row[by] == code]
            if group:
                label = self.values.scalar((*path, by), code) or self._not_set(path, by)
                bullets = (self._row(path, row, node) for row in group)
                lines = (_folded(_without_repeated(bullet, label)) for bullet in bullets)
                yield Bullet("", label, tuple(line for line in lines if line != _NOTHING))

    def _not_set(self, path: Path, by: str) -> str:
        words = translations(self.labels.lang)
        return words.gettext("{field}: not set").format(field=self.labels.field((*path, by)))

    def _bullets(self, path: Path, value: Any, node: Any) -> Iterator[Bullet]:  # noqa: ANN401  # any part of a result
        if isinstance(value, Mapping):
            yield from self._fields(path, value, node)
        elif isinstance(node, NoteNumbers) or path[-1] == "from":
            yield from self.notes.bullets(value)
        elif isinstance(node, Rows) and node.by:
            yield from self._grouped(path, value, node, node.by)
        else:
            for entry in value:
                yield from self._entry(path, entry, node)

    def _entry(self, path: Path, entry: Any, node: Any) -> Iterator[Bullet]:  # noqa: ANN401  # any part of a result
        if not isinstance(entry, Mapping):
            yield Bullet(self._name_left_out(entry, None) or self._inline(path, entry))
        elif entry.keys() == ACTION:
            yield self.values.action(entry)
        elif entry.keys() == CLUSTER:
            yield self.values.cluster(entry)
        else:
            yield _folded(self._row(path, entry, node))

    def _row(self, path: Path, row: Mapping[str, Any], node: Any) -> Bullet:  # noqa: ANN401  # as above
        """Return a row under its first text; one that doesn't begin with a text, by its number."""
        fields = tuple(self._fields(path, row, node))
        first = next((value for name, value in row.items() if name not in PLUMBING), None)
        if said := self._name_left_out(first, row.get("from")):
            return Bullet(said, children=fields)
        if fields and isinstance(first, str | list) and not fields[0].children:
            return Bullet(fields[0].text, children=fields[1:])
        if "no" in row or not fields:
            return Bullet(self.labels.numbered(path, row.get("no", "")), children=fields)
        return Bullet(fields[0].text, fields[0].label, (*fields[0].children, *fields[1:]))

    def _name_left_out(self, value: object, numbers: Sequence[int] | None) -> str:
        """Return what stands for a text that was nothing but a name."""
        return self.notes.nameless(numbers) if value == "" else ""

    def _fields(self, path: Path, value: Mapping[str, Any], node: Any) -> Iterator[Bullet]:  # noqa: ANN401  # as above
        nodes: Mapping[str, Any] = node.fields if isinstance(node, Rows | Branch) else {}
        keyed = isinstance(node, Rows) and node.key is not None
        for name, inner in value.items():
            inner_path = (*path, name)
            label = self.labels.key(path, name) if keyed else self.labels.field(inner_path)
            if name in PLUMBING or not label or is_nothing(inner) or _untold(inner, nodes, name):
                continue
            if isinstance(inner, Mapping) and inner.keys() == ACTION:
                yield Bullet(self.values.action(inner).text, label)
            elif isinstance(inner, Mapping) and set(inner) <= TEXT:
                yield Bullet(self.values.scalar(inner_path, inner["text"]), label)
            elif isinstance(inner, Mapping | list):
                yield self._nested(inner_path, label, inner, nodes.get(name))
            elif inner is True and self.labels.code(inner_path, inner) is None:
                yield Bullet(label)
            elif text := self.values.scalar(inner_path, inner):
                yield Bullet(text, label)

    def _nested(self, path: Path, label: str, value: Any, node: Any) -> Bullet:  # noqa: ANN401  # as above
        if isinstance(value, list) and _all_counts(value) and not isinstance(node, NoteNumbers):
            return Bullet(", ".join(self.values.scalar(path, inner) for inner in value), label)
        children = tuple(self._bullets(path, value, node))
        if len(children) == 1 and not children[0].children and not children[0].label:
            return Bullet(children[0].text, label)
        beside = isinstance(value, Mapping) and _all_scalar(value)
        return Bullet("", label, children, beside=beside)

    def _inline(self, path: Path, value: Any) -> str:  # noqa: ANN401  # any part of a result
        if isinstance(value, list):
            return " – ".join(self.values.scalar(path, inner) for inner in value)
        return self.values.scalar(path, value)


def _without(row: Mapping[str, Any], field: str) -> Mapping[str, Any]:
    return {name: value for name, value in row.items() if name != field}


def _without_repeated(bullet: Bullet, said: str) -> Bullet:
    """Return a row without the lines that only say again what stands above it."""
    kept = tuple(child for child in bullet.children if child.text != said or child.children)
    return replace(bullet, children=kept)


def _folded(bullet: Bullet) -> Bullet:
    """Return a row of which only one thing more is told on one line."""
    if len(bullet.children) != 1 or not bullet.text or bullet.label:
        return bullet
    child = bullet.children[0]
    if child.below or not child.text:
        return bullet
    return replace(bullet, beside=True)


def _all_counts(value: Sequence[Any]) -> bool:
    return all(isinstance(inner, int) and not isinstance(inner, bool) for inner in value)


def _untold(value: object, nodes: Mapping[str, Any], name: str) -> bool:
    """Tell whether a field holds somebody whose name is left out."""
    return value is True and isinstance(nodes.get(name), Person)


def _all_scalar(value: Mapping[str, Any]) -> bool:
    return all(not isinstance(inner, Mapping | list) for inner in value.values())
