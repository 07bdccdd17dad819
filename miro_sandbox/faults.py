"""Faults on demand: which calls go wrong, how, and how often."""

from __future__ import annotations

import re
import threading
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = (
    "429",
    "500",
    "502_html",
    "drop_before",
    "drop_after",
    "cut",
    "broken_json",
    "slow",
    "fewer_items",
    "reordered",
)


class FaultSyntaxError(ValueError):
    """A fault rule that cannot be read; `about` is what is wrong with it."""

    def __init__(
        self, text: str, reason: str, about: Literal["form", "kind", "count", "pattern"]
    ) -> None:
        self.text = text
        self.about = about
        super().__init__(
            f"The fault {text!r} cannot be read: {reason}. "
            "Write it like 'POST /v2/boards/*/items/bulk#2=drop_after'."
        )


@dataclass(frozen=True)
class Fault:
    """A rule: calls whose method and path match, from the nth match on, so many times.

    `path` is a regular expression searched in the decoded path; `method` "*" is any. `kind` is one
    of KINDS; `seconds` is for "slow". 429 and 500 and 502_html and drop_before have no effect on
    the board; drop_after, cut, broken_json, slow, fewer_items and reordered spoil the answer of a
    call that counted.
    """

    method: str
    path: str
    kind: str
    nth: int = 1
    times: int = 1
    seconds: float = 0.0

    def __post_init__(self) -> None:
        """Raise FaultSyntaxError for a rule that could never fire."""
        if self.kind not in KINDS:
            raise FaultSyntaxError(self.kind, f"the kind must be one of {', '.join(KINDS)}", "kind")
        if self.nth < 1 or self.times < 1 or self.seconds < 0:
            raise FaultSyntaxError(self.path, "nth and times count from 1, seconds from 0", "count")
        try:
            re.compile(self.path)
        except re.error as error:
            raise FaultSyntaxError(
                self.path, f"no regular expression ({error})", "pattern"
            ) from error

    def matches(self, method: str, path: str) -> bool:
        """Tell whether a call is meant."""
        return self.method in {"*", method} and re.search(self.path, path) is not None


@dataclass
class _Watch:
    fault: Fault
    seen: int = 0
    fired: int = 0

    def takes(self, method: str, path: str) -> bool:
        if self.fired >= self.fault.times or not self.fault.matches(method, path):
            return False
        self.seen += 1
        if self.seen < self.fault.nth:
            return False
        self.fired += 1
        return True


class Faults:
    """The rules in force, in the order they were given; safe to use from several threads."""

    def __init__(self, faults: Iterable[Fault] = ()) -> None:
        self._lock = threading.Lock()
        self._watches = [_Watch(fault) for fault in faults]

    def add(self, fault: Fault) -> None:
        """Put one more rule in force."""
        with self._lock:
            self._watches.append(_Watch(fault))

    def clear(self) -> None:
        """Forget every rule."""
        with self._lock:
            self._watches.clear()

    def pending(self) -> list[Fault]:
        """Give the rules that have not fired as often as they should."""
        with self._lock:
            return [w.fault for w in self._watches if w.fired < w.fault.times]

    def described(self) -> list[dict[str, Any]]:
        """Give every rule with how often it matched and fired, as plain data."""
        with self._lock:
            return [{**asdict(w.fault), "seen": w.seen, "fired": w.fired} for w in self._watches]

    def take(self, method: str, path: str) -> Fault | None:
        """Give the fault that strikes this call, if any; the first rule in turn strikes."""
        with self._lock:
            for watch in self._watches:
                if watch.takes(method, path):
                    return watch.fault
        return None


_RULE = re.compile(
    r"(?P<method>[A-Z]+|\*)\s+(?P<path>/[^#=]*?)(?:#(?P<nth>\d+))?(?:x(?P<times>\d+))?"
    r"=(?P<kind>\w+)(?::(?P<seconds>\d+(?:\.\d+)?))?"
)


def parse_fault(text: str) -> Fault:
    """Read `METHOD /path/with/*#NTHxTIMES=KIND:SECONDS`; `*` stands for one segment of the path.

    Raises FaultSyntaxError.
    """
    found = _RULE.fullmatch(text.strip())
    if found is None:
        raise FaultSyntaxError(text, "it does not have that form", "form")
    return Fault(
        method=found["method"],
        path=_glob(found["path"]),
        kind=found["kind"],
        nth=int(found["nth"] or 1),
        times=int(found["times"] or 1),
        seconds=float(found["seconds"] or 0),
    )


def _glob(path: str) -> str:
    return "^" + "[^/]+".join(re.escape(part) for part in path.split("*")) + "$"
