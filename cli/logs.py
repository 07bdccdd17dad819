"""The logs of commands that run for long: to standard error, as JSON unless a person reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cli.surroundings import Surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from workshops.koosloome import Koosloome

F = TypeVar("F", bound=Callable[..., Any])


def log_option(texts: Texts) -> Callable[[F], F]:
    """Add `--log json|console`."""
    return click.option(
        "--log",
        "log_kind",
        type=click.Choice(["json", "console"]),
        help=texts.gettext("The form of the log. Default: console on a terminal, else json."),
    )


@contextmanager
def logged(product: Koosloome, here: Surroundings, kind: str | None) -> Iterator[None]:
    """Write a log to standard error, without tokens, addresses or what people wrote."""
    from workshops.logs import known_secrets, logs_to

    as_json = kind == "json" if kind else not here.stderr.isatty()
    secrets = (*known_secrets(product.settings), product.secret_key())
    with logs_to(here.stderr, as_json=as_json, secrets=secrets):
        yield
