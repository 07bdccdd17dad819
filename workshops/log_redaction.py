"""Keeps out of logs what must never stand there: tokens, addresses, and what people wrote.

What an exception says of itself may hold a note, a name or a brief, so logs keep where it
happened and what kind it was, and its words only where the interpreter made them.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from types import TracebackType

from miro_client.redaction import HIDDEN, redactor

Event = MutableMapping[str, object]
Raised = tuple[type[BaseException], BaseException, TracebackType | None]

EMAIL = "[e-mail]"
DEEPEST_CHAIN = 8
FACTS = ("code", "operation", "status")
INTERPRETER = (AttributeError, ImportError, NameError, TypeError)

_EMAIL = re.compile(r"[\w.+-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")
_LABELLED = re.compile(
    r"(?i)([\w-]*(?:token|secret|password|authorization|api[_-]?key|cookie)[\w-]*[\"']?\s*[=:]\s*"
    r"[\"']?)(?:bearer\s+)?[^\s\"'&,;}]+"
)
_QUERY = re.compile(r"((?:https?:/)?/[^\s?#\"']*)[?#][^\s\"']+")


class Redaction:
    """A processor for structlog; `secrets` are those this process knows."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._tokens = redactor(*secrets)

    def __call__(self, _logger: object, _method: str, event: Event) -> Event:
        """Return the event with every text of it made fit for a log."""
        raised = event.pop("exc_info", None)
        if isinstance(raised, tuple) and isinstance(raised[1], BaseException):
            event["exception"] = "".join(told(raised[1]))
        return {name: self._value(value) for name, value in event.items()}

    def text(self, text: str) -> str:
        """Return a text without tokens, queries and e-mail addresses."""
        short = _QUERY.sub(rf"\1?{HIDDEN}", text)
        return _EMAIL.sub(EMAIL, _LABELLED.sub(rf"\1{HIDDEN}", self._tokens(short)))

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {str(name): self._value(inner) for name, inner in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._value(inner) for inner in value]
        if value is None or isinstance(value, bool | int | float):
            return value
        return self.text(type(value).__name__)  # its own text may be anybody's


def told(error: BaseException) -> Iterator[str]:
    """Yield where an exception happened and what kind it was, and the same of its causes."""
    chain = list(_chain(error))
    for number, one in enumerate(reversed(chain)):
        if number:
            yield "\nwhich led to:\n\n"
        yield "Traceback (most recent call last):\n"
        yield from traceback.format_tb(one.__traceback__)
        yield f"{type(one).__module__}.{type(one).__qualname__}{_words(one)}\n"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen = 0
    one: BaseException | None = error
    while one is not None and seen < DEEPEST_CHAIN:
        yield one
        seen += 1
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _words(error: BaseException) -> str:
    facts = [
        str(value)
        for name in FACTS
        if isinstance(value := getattr(error, name, None), str | int) and value != ""
    ]
    if isinstance(error, OSError) and error.strerror:
        facts.append(error.strerror)
    if type(error) in INTERPRETER and len(error.args) == 1 and isinstance(error.args[0], str):
        facts.append(error.args[0])
    return f" ({', '.join(facts)})" if facts else ""
