"""Help pages whose own words (usage, options, commands) are in the language of the run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import click

from cli.texts import Texts


class HelpPage(click.HelpFormatter):
    """A help formatter that translates the headings click writes."""

    texts: Texts

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line under its translated word."""
        del prefix
        super().write_usage(prog, args, prefix=self.texts.gettext("Usage:") + " ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a section under its translated heading."""
        headings = {
            "Options": self.texts.gettext("Options"),
            "Commands": self.texts.gettext("Commands"),
        }
        with super().section(headings.get(name, name)):
            yield


@cache
def context_for(texts: Texts) -> type[click.Context]:
    """Return the kind of context whose help pages speak the language of `texts`."""
    page = type("Page", (HelpPage,), {"texts": texts})
    return type("HelpContext", (click.Context,), {"formatter_class": page})


def with_help(command: click.Command, texts: Texts) -> click.Command:
    """Give a command help pages in the language of `texts`."""
    command.context_class = context_for(texts)
    command.add_help_option = False
    command.params.append(
        click.Option(
            ["--help", "-h"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help=texts.gettext("Show this page."),
        )
    )
    return command


def _show_help(ctx: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's signature
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()
