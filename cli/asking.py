"""What a person is asked for that must not be seen."""

from __future__ import annotations

import sys

import click

from cli.surroundings import Surroundings

LONGEST = 4_000


def asked_in_secret(question: str, here: Surroundings) -> str | None:
    """Ask for a secret without showing it; null when nobody is there to answer.

    A stream that stands in for the terminal is read as it is.
    """
    if not here.stdin.isatty():
        return None
    if here.stdin is sys.stdin:
        from getpass import getpass

        try:
            return getpass(question + " ", stream=here.stderr).strip()
        except EOFError:
            raise click.Abort from None
    here.stderr.write(question + "\n")
    return here.stdin.readline(LONGEST).strip()


def asked(question: str, here: Surroundings) -> str:
    """Ask for a line; also somebody else's program may answer.

    Raises `click.Abort` when the answers have come to an end.
    """
    here.stderr.write(question + " ")
    here.stderr.flush()
    line = here.stdin.readline(LONGEST)
    if not line:
        raise click.Abort
    return line.strip()
