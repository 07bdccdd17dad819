"""The functions and filters that expressions of a method may use, all of them bounded."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from jinja2.filters import do_round

from board_templates.dates import date_text, days_between, months_after, time_text
from board_templates.plain import Plain
from board_templates.sentences import N_, Reasoned

RANGE_LIMIT = 1000
PARTS_LIMIT = 100_000
NUMBER_LIMIT = 10**15
DIGITS_LIMIT = 15


class TooLarge(Reasoned):
    """A text, a list or a number grew beyond what a method may make."""


def bounded_range(*bounds: int) -> list[int]:
    """Return the whole numbers of a range, at most a thousand."""
    numbers = range(*(int(bound) for bound in bounds))
    if len(numbers) > RANGE_LIMIT:
        raise TooLarge(N_("a range grew beyond {limit}", limit=RANGE_LIMIT))
    return list(numbers)


def bounded_number(value: Plain) -> Plain:
    """Return the number, refusing one that is too large to be meant, or that is none."""
    if isinstance(value, int | float) and not abs(value) <= NUMBER_LIMIT:
        raise TooLarge(N_("a number grew beyond {limit}", limit=NUMBER_LIMIT))
    return value


def total(values: Iterable[Plain]) -> int | float:
    """Return the sum of numbers."""
    result: int | float = bounded_number(sum(_number(value) for value in values))
    return result


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
    if text.count(separator) >= PARTS_LIMIT:
        raise TooLarge(N_("a list grew beyond {limit}", limit=PARTS_LIMIT))
    return [part.strip() for part in text.split(separator)]


def rounded(value: Plain, digits: int = 0) -> Plain:
    """Return a number rounded to so many digits, as Python does; a whole one without any."""
    _check_digits(digits)
    return round(_number(value), digits) if digits else round(_number(value))


def rounded_filter(value: Plain, precision: int = 0, method: str = "common") -> Plain:
    """Round as Jinja does."""
    _check_digits(precision)
    return do_round(_number(value), precision, method)  # type: ignore[arg-type]  # it refuses others


def _check_digits(digits: Plain) -> None:
    if abs(_number(digits)) > DIGITS_LIMIT:
        raise TooLarge(N_("a number grew beyond {limit}", limit=NUMBER_LIMIT))


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
    return bounded_number(left + right)


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
    "round": rounded,
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
    "max",
    "min",
    "reverse",
    "sort",
    "title",
    "trim",
    "unique",
    "upper",
)
OWN_FILTERS: Mapping[str, Callable[..., Plain]] = {
    "round": rounded_filter,
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
