"""The filters that look at each row of a list: `map`, `select`, `selectattr` and their opposites.

They give what Jinja's give. Jinja looks the test up anew for every row and asks each time what
else it wants to be handed; the tests of the format want nothing but values, so here they are
looked up once for all rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from jinja2 import Environment, TemplateRuntimeError
from jinja2.filters import make_attrgetter
from jinja2.utils import pass_environment

from board_templates.plain import Plain

_Look = Callable[[Any], Any]


def attribute_of(environment: Environment, name: Plain) -> _Look:
    """Return what reads a field of a row; `a.b` reads within a field, `0` counts from the first."""
    if isinstance(name, str) and name.isidentifier():
        return lambda row: environment.getattr(row, name)
    return make_attrgetter(environment, name)


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
    if look is None:
        return (row for row in rows if bool(passes(row, *others)) is wanted)
    return (row for row in rows if bool(passes(look(row), *others)) is wanted)


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
