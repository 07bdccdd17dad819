"""The functions and filters that expressions of a method may use, all of them bounded."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from jinja2.runtime import Undefined

from board_templates.dates import date_text, days_between, months_after, time_text
from board_templates.plain import Plain
from board_templates.sentences import N_, Reasoned

LENGTH_LIMIT = 100_000
"""Most characters of a text that a function makes out of little."""

LIST_LIMIT = 1_000_000
"""Most entries of a list: boards of a hundred thousand notes are read whole."""

TEXT_LIMIT = 100_000_000
"""Most characters of any text: all of them may lie in one zone and be joined to one."""

RANGE_LIMIT = 1000
NUMBER_LIMIT = 10**15


class TooLarge(Reasoned):
    """A text, a list or a number grew beyond what a method may make."""


def bounded_range(*bounds: int) -> list[int]:
    """Return the whole numbers of a range, at most a thousand."""
    numbers = range(*(int(bound) for bound in bounds))
    if len(numbers) > RANGE_LIMIT:
        raise TooLarge(N_("a range grew beyond {limit}", limit=RANGE_LIMIT))
    return list(numbers)


def bounded_list(values: Iterable[Plain]) -> list[Plain]:
    """Return the values as a list, refusing an endless one."""
    found = list(islice(values, LIST_LIMIT + 1))
    if any(issubclass(kind, Undefined) for kind in set(map(type, found))):
        for value in found:
            if isinstance(value, Undefined):
                str(value)  # A strict one says here what is missing.
    if len(found) > LIST_LIMIT:
        raise TooLarge(N_("a list grew beyond {limit}", limit=LIST_LIMIT))
    return found


def bounded_text(text: str) -> str:
    """Return the text, refusing one that is too long."""
    if len(text) > TEXT_LIMIT:
        raise TooLarge(N_("a text grew beyond {limit}", limit=TEXT_LIMIT))
    return text


def bounded_number(value: Plain) -> Plain:
    """Return the number, refusing one that is too large to be meant."""
    if isinstance(value, int | float) and abs(value) > NUMBER_LIMIT:
        raise TooLarge(N_("a number grew beyond {limit}", limit=NUMBER_LIMIT))
    return value


def replace(text: object, old: str, new: str) -> str:
    """Return the text with every `old` replaced, its length checked beforehand."""
    before = str(text)
    hits = before.count(old) if old else len(before) + 1
    _check_growth(len(before) + hits * max(0, len(new) - len(old)), len(before))
    return before.replace(old, new)


def join(values: Iterable[Plain], by: str = "") -> str:
    """Return the values as one text, its length checked while it grows."""
    parts: list[str] = []
    given = 0
    for value in values:
        parts.append(str(value))
        given += len(parts[-1])
        _check_growth(given + len(by) * len(parts), given)
    return by.join(parts)


def _check_growth(size: int, given: int) -> None:
    """Refuse a text that is long without having been made of long ones."""
    limit = min(TEXT_LIMIT, max(LENGTH_LIMIT, 2 * given))
    if size > limit:
        raise TooLarge(N_("a text grew beyond {limit}", limit=limit))


def total(values: Iterable[Plain]) -> int | float:
    """Return the sum of numbers."""
    result: int | float = bounded_number(sum(_number(value) for value in values))
    return result


def flat(values: Iterable[Iterable[Plain]]) -> list[Plain]:
    """Return the entries of several lists as one list."""
    return bounded_list(entry for inner in values for entry in inner)


def _number(value: Plain) -> int | float:
    if not isinstance(value, int | float):
        raise Reasoned(N_("{value} is not a number", value=repr(value)))
    return value


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def position(values: Sequence[str], text: str) -> int:
    """Return where a text stands in a list, from 1; 0 when it doesn't. Case and spaces ignored."""
    wanted = _folded(text)
    return next((i for i, value in enumerate(values, 1) if _folded(str(value)) == wanted), 0)


def before(text: str, separator: str) -> str:
    """Return what stands before the first separator; empty when there is none."""
    head, found, _ = text.partition(separator)
    return head.strip() if found else ""


def after(text: str, separator: str) -> str:
    """Return what stands after the first separator; the whole text when there is none."""
    head, found, tail = text.partition(separator)
    return (tail if found else head).strip()


def split(text: str, separator: str) -> list[str]:
    """Return the parts of a text between separators, without the spaces around them."""
    return [part.strip() for part in bounded_text(text).split(separator)]


def clock(start: str, minutes: int) -> str:
    """Return the time of day so many minutes later, as HH:MM."""
    hours, _, rest = start.partition(":")
    at = (int(hours) * 60 + int(rest) + int(minutes)) % (24 * 60)
    return f"{at // 60:02d}:{at % 60:02d}"


def least(*values: Plain) -> Plain:
    """Return the smallest of the arguments, or of the one list given."""
    return min(_several(values))


def most(*values: Plain) -> Plain:
    """Return the largest of the arguments, or of the one list given."""
    return max(_several(values))


def _several(values: tuple[Plain, ...]) -> Sequence[Plain]:
    if len(values) == 1 and isinstance(values[0], list | tuple):
        return values[0]
    return values


def power(base: Plain, exponent: Plain) -> Plain:
    """Return a small power of a number."""
    if abs(_number(exponent)) > 64 or abs(_number(base)) > 10**6:  # noqa: PLR2004  # far beyond need
        raise TooLarge(N_("a power grew beyond {limit}", limit=NUMBER_LIMIT))
    return bounded_number(base**exponent)


def product(left: Plain, right: Plain) -> Plain:
    """Return the product of two numbers; a text or a list is never multiplied."""
    return bounded_number(_number(left) * _number(right))


def remainder(left: Plain, right: Plain) -> Plain:
    """Return what a division leaves; never the formatting of a text."""
    return _number(left) % _number(right)


def added(left: Plain, right: Plain) -> Plain:
    """Return the sum of two numbers, or two texts or lists one after the other."""
    result = left + right
    if isinstance(result, str):
        return bounded_text(result)
    if isinstance(result, list | tuple) and len(result) > LIST_LIMIT:
        raise TooLarge(N_("a value grew beyond {limit}", limit=LIST_LIMIT))
    return bounded_number(result)


BINARY: Mapping[str, Callable[[Plain, Plain], Plain]] = {
    "*": product,
    "**": power,
    "%": remainder,
    "+": added,
}

FUNCTIONS: Mapping[str, Callable[..., Plain]] = {
    "abs": abs,
    "after": after,
    "before": before,
    "ceil": math.ceil,
    "clock": clock,
    "date_text": date_text,
    "days_between": days_between,
    "floor": math.floor,
    "len": len,
    "max": most,
    "min": least,
    "months_after": months_after,
    "position": position,
    "range": bounded_range,
    "round": round,
    "split": split,
    "sum": total,
    "time_text": time_text,
}

FILTERS_FROM_JINJA = (
    "abs",
    "capitalize",
    "count",
    "default",
    "dictsort",
    "first",
    "float",
    "int",
    "last",
    "length",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "reverse",
    "round",
    "select",
    "selectattr",
    "sort",
    "string",
    "title",
    "trim",
    "unique",
    "upper",
)
OWN_FILTERS: Mapping[str, Callable[..., Plain]] = {
    "flat": flat,
    "join": join,
    "list": bounded_list,
    "replace": replace,
    "sum": total,
}
TESTS = (
    "!=",
    "<",
    "<=",
    "==",
    ">",
    ">=",
    "boolean",
    "defined",
    "divisibleby",
    "eq",
    "equalto",
    "even",
    "false",
    "float",
    "ge",
    "greaterthan",
    "gt",
    "in",
    "integer",
    "iterable",
    "le",
    "lessthan",
    "lower",
    "lt",
    "mapping",
    "ne",
    "none",
    "number",
    "odd",
    "sequence",
    "string",
    "true",
    "undefined",
    "upper",
)
