"""The `koosloome` command: finds the subcommand, runs it, turns errors into exit codes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TextIO

import click

from cli.calling import NAME, called
from cli.commands import root_group
from cli.exits import Exit
from cli.refusals import usage_text
from cli.surroundings import Surroundings
from cli.texts import wished_lang

NEW_OBJECTS = 50_000
"""How many objects are made between two searches for garbage, in place of Python's 700."""


def main() -> None:
    """Run the command with the words it was called with, and end with its exit code."""
    # What starting makes stays until the end: looking through it for garbage, again and again while
    # it grows and once more at the end, is time a short command does not have.
    gc.set_threshold(NEW_OBJECTS)
    ended = run(
        sys.argv[1:],
        environ=os.environ,
        stdin=sys.stdin,
        stdout=sys.stdout,
        stderr=sys.stderr,
        called=called(sys.argv[0], os.environ.get("PATH"), Path.cwd()),
    )
    gc.freeze()
    sys.exit(ended)


def run(
    arguments: Sequence[str],
    *,
    environ: Mapping[str, str],
    stdin: TextIO,
    stdout: TextIO,
    stderr: TextIO,
    called: str = NAME,
) -> int:
    """Run one command and return its exit code; nothing here ends the process."""
    here = Surroundings(environ, stdin, stdout, stderr, wished_lang(arguments), called)
    group = root_group(here.texts)
    try:
        with redirect_stdout(stdout), redirect_stderr(stderr):  # click writes its help there
            ended = group.main(list(arguments), prog_name=NAME, standalone_mode=False, obj=here)
    except click.UsageError as wrong:
        return _refused(wrong, here)
    except (click.Abort, KeyboardInterrupt):
        here.say(here.texts.gettext("Stopped."))
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last net: what no table knows is a fault of ours
        return _failed(error, here)
    return ended if isinstance(ended, int) else Exit.DONE


def _refused(wrong: click.UsageError, here: Surroundings) -> int:
    if isinstance(wrong, click.exceptions.NoArgsIsHelpError):
        here.print(wrong.format_message())
        return Exit.DONE
    here.say(usage_text(wrong, here.texts))
    return Exit.WRONG_INPUT


def _failed(error: Exception, here: Surroundings) -> int:
    from cli.exits import exit_for
    from cli.refusals import surprise_text
    from workshops.errors import KoosloomeError

    if isinstance(error, BrokenPipeError):  # the reader of our answer has seen enough
        return Exit.DONE
    if isinstance(error, KoosloomeError):
        from workshops.messages import message

        here.say(message(error, here.lang))
        return exit_for(error)
    here.say(surprise_text(error, here.texts))
    if here.environ.get("KOOSLOOME_TRACE"):
        raise error
    return Exit.OUR_FAULT
