"""Reads YAML 1.2 into plain values, remembering lines, refusing what could be an attack.

Built on the events of ruamel.yaml rather than on its loaded documents: so anchors, depth and size
are judged before anything grows, and every value keeps the line it came from.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from board_templates.errors import Fault
from board_templates.plain import Plain
from board_templates.sentences import N_, Sentence
from board_templates.yaml_mistakes import begins_wrongly, mistake_of, no_anchors

SIZE_LIMIT = 256 * 1024
"""Most bytes of one file."""

DEPTH_LIMIT = 24
VALUE_LIMIT = 8000
"""Most values in one file."""

Path = tuple[str | int, ...]
_Event = Any  # ruamel has no type for what its events have in common

_LONGEST = 40
_AGAIN = "\0again"  # a step no path has: the lines of a repeated value are nobody's
_BOOLEANS = {"true": True, "True": True, "false": False, "False": False}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class _RefusedError(Exception):
    """The document can't be taken; carries line, what is wrong and what mends it."""

    def __init__(self, line: int | None, wrong: Sentence, cure: Sentence) -> None:
        super().__init__(str(wrong))
        self.line = line
        self.wrong = wrong
        self.cure = cure


@dataclass(slots=True)
class Document:
    """What a file holds: its value, the line of every value by its path, and its faults."""

    file: str
    value: Plain = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, path: Path) -> int | None:
        """Return the line of a value, or of the nearest one that holds it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None

    @property
    def broken(self) -> bool:
        """Tell whether it could not be read to its end."""
        return self.value is None and bool(self.faults)

    def fault(self, path: Path, wrong: Sentence, cure: Sentence) -> None:
        """Note a fault at a value."""
        self.faults.append(Fault(self.file, self.line(path), wrong, cure))


def too_large() -> Sentence:
    """Say that a file is larger than may be."""
    return N_("The file is larger than {limit} kB.", limit=SIZE_LIMIT // 1024)


def unseen_sign(text: str) -> Sentence | None:
    """Say which sign of a text nobody sees: it steers a screen, turns the line, or is no sign."""
    found = _UNSEEN.search(text)
    if found is None:
        return None
    return N_("The text holds the unseen sign U+{code}.", code=f"{ord(found[0]):04X}")


def read_yaml(text: str, file: str) -> Document:
    """Return the document of a text; what is wrong with it stands in its `faults`."""
    document = Document(file)
    try:
        _Reader(document).read(text)
    except _RefusedError as refused:
        document.value = None
        document.faults.append(Fault(file, refused.line, refused.wrong, refused.cure))
    return document


def _unreadable(text: str, error: Exception) -> _RefusedError:
    """Return what is said of a text that isn't even read: by its unseen sign, if it has one."""
    found = _UNSEEN.search(text)
    wrong = unseen_sign(text)
    if found is not None and wrong is not None:
        return _RefusedError(text.count("\n", 0, found.start()) + 1, wrong, N_("Remove it."))
    wrong = N_("This is not YAML: “{detail}”.", detail=str(error))
    return _RefusedError(None, wrong, N_("Correct the file."))


class _Reader:
    """Builds plain values out of events."""

    def __init__(self, document: Document) -> None:
        # Imported here: it takes 60 ms, and a method out of the cache does without.
        import ruamel.yaml  # noqa: PLC0415
        from ruamel.yaml import events  # noqa: PLC0415
        from ruamel.yaml.nodes import ScalarNode  # noqa: PLC0415

        self._document = document
        self._error = ruamel.yaml.error.MarkedYAMLError
        self._stream_error = ruamel.yaml.error.YAMLError
        self._events = events
        self._scalar_node = ScalarNode
        self._yaml = ruamel.yaml.YAML(typ="safe", pure=True)
        self._yaml.version = (1, 2)
        self._count = 0
        self._next: Callable[[], _Event] = lambda: None

    def read(self, text: str) -> None:
        if len(text.encode()) > SIZE_LIMIT:
            raise _RefusedError(None, too_large(), N_("Make it shorter."))
        stream = iter(self._yaml.parse(text))
        self._next = lambda: next(stream)
        try:
            self._documents()
        except self._error as error:
            line, (wrong, cure) = mistake_of(error, text)
            raise _RefusedError(line, wrong, cure) from error
        except (self._stream_error, RecursionError, ValueError) as error:
            raise _unreadable(text, error) from error

    def _documents(self) -> None:
        events = self._events
        self._next()
        first = self._next()
        if isinstance(first, events.StreamEndEvent):
            self._document.value = None
            return
        self._document.value = self._value(self._next(), (), 0)
        self._next()
        if not isinstance(self._next(), events.StreamEndEvent):
            raise _RefusedError(None, N_("The file holds several documents."), N_("Keep one."))

    def _value(self, event: _Event, path: Path, depth: int) -> Plain:
        line = event.start_mark.line + 1
        self._document.lines.setdefault(path, line)
        self._judge(event, line, depth)
        if isinstance(event, self._events.ScalarEvent):
            return self._scalar(event, line)
        if isinstance(event, self._events.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _judge(self, event: _Event, line: int, depth: int) -> None:
        if isinstance(event, self._events.AliasEvent) or event.anchor is not None:
            raise _RefusedError(line, *no_anchors())
        if event.tag not in (None, "!"):
            wrong = N_("The tag {tag} is not allowed.", tag=str(event.tag))
            raise _RefusedError(line, wrong, N_("Leave it out."))
        if depth > DEPTH_LIMIT:
            wrong = N_("Values are nested more than {limit} deep.", limit=DEPTH_LIMIT)
            raise _RefusedError(line, wrong, N_("Make it flatter."))
        self._count += 1
        if self._count > VALUE_LIMIT:
            wrong = N_("The file holds more than {limit} values.", limit=VALUE_LIMIT)
            raise _RefusedError(line, wrong, N_("Make it shorter."))

    def _sequence(self, path: Path, depth: int) -> list[Plain]:
        values: list[Plain] = []
        while not isinstance(event := self._next(), self._events.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values)), depth + 1))
        return values

    def _mapping(self, path: Path, depth: int) -> dict[str, Plain]:
        values: dict[str, Plain] = {}
        while not isinstance(event := self._next(), self._events.MappingEndEvent):
            key = self._key(event)
            line = event.start_mark.line + 1
            if key in values:
                self._twice(key, line, path, depth)
                continue
            self._document.lines[(*path, key)] = line
            values[key] = self._value(self._next(), (*path, key), depth + 1)
        return values

    def _twice(self, key: str, line: int, path: Path, depth: int) -> None:
        """Note a name that was there before; its first value stays, the rest is read on."""
        wrong = N_("The name “{name}” stands here twice.", name=key)
        cure = N_("Remove or rename one of them.")
        self._document.faults.append(Fault(self._document.file, line, wrong, cure))
        self._value(self._next(), (*path, key, _AGAIN), depth + 1)

    def _key(self, event: _Event) -> str:
        line = event.start_mark.line + 1
        self._judge(event, line, 0)
        if isinstance(event, self._events.MappingStartEvent) and event.flow_style:  # {{ n }}
            raise _RefusedError(line, *begins_wrongly("{"))
        if not isinstance(event, self._events.ScalarEvent):
            wrong = N_("A name must be a text.")
            raise _RefusedError(line, wrong, N_("Write a text before the colon."))
        self._judge_text(event.value, line)
        return str(event.value)

    def _judge_text(self, text: str, line: int) -> None:
        if (wrong := unseen_sign(text)) is not None:
            raise _RefusedError(line, wrong, N_("Remove it."))

    def _scalar(self, event: _Event, line: int) -> Plain:
        self._judge_text(event.value, line)
        tag = str(self._yaml.resolver.resolve(self._scalar_node, event.value, event.implicit))
        kind = tag.rpartition(":")[2]
        try:
            return _converted(event.value, kind)
        except ValueError:
            shown = event.value if len(event.value) <= _LONGEST else event.value[:_LONGEST] + "…"
            wrong = N_("“{value}” can't be read as a number.", value=shown)
            raise _RefusedError(line, wrong, N_("Put it in quotes.")) from None


def _converted(value: str, kind: str) -> Plain:
    if kind == "bool":
        return _BOOLEANS.get(value, value)
    if kind == "null":
        return None if value in _NULLS else value
    if kind == "int":
        return int(value.replace("_", ""), 0) if len(value) < 20 else _too_long(value)  # noqa: PLR2004  # a number of 20 digits isn't meant
    if kind == "float":
        return _finite(float(value.replace("_", "")), value)
    return value


def _finite(number: float, value: str) -> float:
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _too_long(value: str) -> int:
    raise ValueError(value)
