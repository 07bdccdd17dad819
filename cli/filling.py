"""What a person fills in of the memo and the letter beside `harvest`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click

from cli.options import F, all_of
from cli.texts import Texts

FIELDS = ("link", "next", "correct_by", "reply_by")


def filling_options(texts: Texts) -> Callable[[F], F]:
    """Add `--link`, `--next`, `--correct-by` and `--reply-by`."""
    _ = texts.gettext
    return all_of(
        click.option("--link", metavar="URL", help=_("Memo: where participants find the summary.")),
        click.option("--next", metavar="TEXT", help=_("Memo: what comes next.")),
        click.option(
            "--correct-by",
            metavar=_("DAY"),
            help=_("Memo: until when participants may ask for corrections (2021-03-15)."),
        ),
        click.option(
            "--reply-by",
            metavar=_("DAY"),
            help=_(
                "Memo: by when proposals are answered. Default: 30 days after the session; "
                '"" leaves the sentence out.'
            ),
        ),
    )


def filled(values: Mapping[str, str | None]) -> dict[str, str]:
    """Return what was said, by field."""
    return {name: value for name, value in values.items() if value is not None}


def left_open(said: Mapping[str, str]) -> tuple[str, ...]:
    """Return the options whose sentences the memo leaves out, as nobody filled them in."""
    open_ones = (name for name in FIELDS if not said.get(name, "").strip())
    return tuple(
        f"--{name.replace('_', '-')}" for name in open_ones if name != "reply_by" or name in said
    )
