"""The tree of commands. A command's module is imported when it is called, not before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

import click

from cli.help_pages import with_help
from cli.texts import Texts

Make = Callable[[Texts], click.Command]


@dataclass(frozen=True)
class Entry:
    """Where a command is built, and its line in the list."""

    module: str
    maker: str
    line: str


def _(text: str) -> str:
    return text


ROOT: Mapping[str, Entry] = {
    "methods": Entry("cli.methods", "methods_group", _("The library of methods.")),
    "board": Entry("cli.boards", "board_group", _("Prepare, list, finish and remove boards.")),
    "harvest": Entry("cli.harvesting", "harvest_command", _("Read a board into a summary.")),
    "checkpoint": Entry("cli.checkpoints", "checkpoint_command", _("Keep a board as it is now.")),
    "watch": Entry("cli.checkpoints", "watch_command", _("Keep a board every few minutes.")),
    "share": Entry("cli.sharing", "share_group", _("Hand a prepared board on as a link.")),
    "demo": Entry("cli.demo", "demo_command", _("The main job, end to end, on a sandbox.")),
    "serve": Entry("cli.serving", "serve_command", _("The web service.")),
    "worker": Entry("cli.working", "worker_command", _("The worker of the web service.")),
    "sandbox": Entry("cli.serving", "sandbox_group", _("The local Miro.")),
    "login": Entry("cli.signing_in", "login_command", _("Sign in with Miro.")),
    "logout": Entry("cli.signing_in", "logout_command", _("Sign out.")),
    "doctor": Entry("cli.doctor", "doctor_command", _("What is set up and what is missing.")),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and builds one when it is asked for."""

    def __init__(self, entries: Mapping[str, Entry], texts: Texts, *, help_text: str) -> None:
        super().__init__(help=help_text, no_args_is_help=True)
        with_help(self, texts)
        self._entries = entries
        self._texts = texts

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Name the commands in the order of a facilitator's day."""
        return list(self._entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        """Build one command in the language of this run."""
        entry = self._entries.get(cmd_name)
        if entry is None:
            return None
        make: Make = getattr(import_module(entry.module), entry.maker)
        command = make(self._texts)
        return command if isinstance(command, LazyGroup) else with_help(command, self._texts)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # as above
        """List the commands without building any."""
        rows = [(name, self._texts.gettext(entry.line)) for name, entry in self._entries.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def root_group(texts: Texts) -> click.Group:
    """Return the command itself."""
    group = LazyGroup(
        ROOT,
        texts,
        help_text=texts.gettext(
            "Koosloome makes ready-made Miro boards for facilitation methods and reads the "
            "sticky notes back into a summary."
        ),
    )
    group.params.append(click.Option(["--lang"], type=click.Choice(["et", "en"]), hidden=True))
    group.callback = _no_lang
    return click.version_option(
        package_name="koosloome", message="%(version)s", help=texts.gettext("Show the version.")
    )(group)


def _no_lang(lang: str | None) -> None:
    """Take `--lang` before the command's name; it was read already."""
