"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from cli.texts import LANGUAGES, Texts

F = TypeVar("F", bound=Callable[..., Any])


def everywhere(texts: Texts) -> Callable[[F], F]:
    """Add `--lang` and `--world`, which every command takes."""
    return all_of(
        lang_option(texts),
        click.option(
            "--world",
            type=click.Choice(["sandbox", "miro"]),
            help=texts.gettext("Where to act: the sandbox, or Miro itself."),
        ),
    )


def lang_option(texts: Texts) -> Callable[[F], F]:
    """Add `--lang`; its value was found before parsing, since help depends on it."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help=texts.gettext("Language: et or en. Default: et."),
    )


def json_option(texts: Texts) -> Callable[[F], F]:
    """Add `--json`."""
    return click.option(
        "--json", "as_json", is_flag=True, help=texts.gettext("Answer with one JSON object.")
    )


def brief_options(texts: Texts) -> Callable[[F], F]:
    """Add `--brief FILE.yaml` and repeated `--set name=value`."""
    return all_of(
        click.option(
            "--brief",
            "brief_file",
            type=click.Path(path_type=Path, dir_okay=False),
            help=texts.gettext("A YAML file with what is to be filled in."),
        ),
        click.option(
            "--set",
            "pairs",
            multiple=True,
            metavar="NAME=VALUE",
            help=texts.gettext("Fill in one value; repeat it for a list."),
        ),
    )


def all_of(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Return one decorator for several options."""

    def decorate(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate
