"""The filters that look at each row of a list: `map`, `select`, `selectattr` and their opposites.

They give what Jinja's give. Jinja looks the test up anew for every row and asks each time what
else it wants to be handed; the tests of the format want nothing but values, so here they are
looked up once for all rows. Whether something is among many is looked up, not searched for: each
of thousands of notes may be asked whether it is one of thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, cast

from jinja2 import Environment, TemplateRuntimeError
from jinja2.filters import make_attrgetter
from jinja2.utils import pass_environment

from board_templates.plain import PLAIN_CLASSES, Plain

_Look = Callable[[Any], Any]

_MANY: Final = 8
_LOOKED_UP: Final = frozenset({int, str, type(None)})
"""What is equal only to what a look-up finds too."""


def attribute_of(environment: Environment, name: Plain) -> _Look:
    """Return what reads a field of a row; `a.b` reads within a field, `0` counts from the first."""
    if isinstance(name, str) and name.isidentifier():
        return _field(environment, name)
    return make_attrgetter(environment, name)


def _field(environment: Environment, name: str) -> _Look:
    getattr_of = environment.getattr

    def field(row: Plain) -> Plain:
        if row.__class__ is dict and name in row:  # nearly always; the environment does the same
            value = row[name]
            if value.__class__ in PLAIN_CLASSES:
                return value
        return getattr_of(row, name)

    return field


def mapped_attribute(
    environment: Environment, rows: Iterable[Plain], name: Plain
) -> Iterator[Plain]:
    """Yield a field of each row, as `map(attribute=…)` does; nothing new is made of it."""
    return map(attribute_of(environment, name), rows) if rows else iter(())


@pass_environment
def _select(environment: Environment, rows: Plain, *args: Plain) -> Iterator[Plain]:
    return _chosen(environment, rows, None, args, wanted=True)


@pass_environment
def _reject(environment: Environment, rows: Plain, *args: Plain) -> Iterator[Plain]:
    return _chosen(environment, rows, None, args, wanted=False)


@pass_environment
def _selectattr(
    environment: Environment, rows: Plain, attribute: Plain, *args: Plain
) -> Iterator[Plain]:
    return _chosen(environment, rows, attribute_of(environment, attribute), args, wanted=True)


@pass_environment
def _rejectattr(
    environment: Environment, rows: Plain, attribute: Plain, *args: Plain
) -> Iterator[Plain]:
    return _chosen(environment, rows, attribute_of(environment, attribute), args, wanted=False)


def _chosen(
    environment: Environment,
    rows: Plain,
    look: _Look | None,
    args: tuple[Plain, ...],
    *,
    wanted: bool,
) -> Iterator[Plain]:
    """Yield the rows that pass a test, or those that don't; without one what is true passes."""
    if not rows:
        return iter(())
    test, *others = args or (None,)
    passes = bool if test is None else _test(environment, test)
    if test == "in" and len(others) == 1 and (known := _many(others[0])) is not None:
        passes = _among(known)
    if look is None:
        return (row for row in rows if bool(passes(row, *others)) is wanted)
    return (row for row in rows if bool(passes(look(row), *others)) is wanted)


def _many(values: Plain) -> frozenset[Plain] | None:
    """Return many values as what they can be looked up in, null where searching is as good."""
    if values.__class__ is not list or len(values) < _MANY:
        return None
    return frozenset(values) if _LOOKED_UP.issuperset(map(type, values)) else None


def _among(known: frozenset[Plain]) -> Callable[..., Plain]:
    """Return what tells whether a value is among those known, as searching the list would."""

    def among(value: Plain, values: Plain) -> bool:
        return value in (known if value.__class__ in _LOOKED_UP else values)

    return among


def _test(environment: Environment, name: Plain) -> Callable[..., Plain]:
    found = environment.tests.get(name) if isinstance(name, str) else None
    if found is None:
        raise TemplateRuntimeError(f"No test named {name!r}.")
    return cast("Callable[..., Plain]", found)


CHOOSING: Mapping[str, Callable[..., Plain]] = {
    "reject": _reject,
    "rejectattr": _rejectattr,
    "select": _select,
    "selectattr": _selectattr,
}
