"""What a command can see and say: environment, streams, texts. Tests pass their own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TextIO

import click

from cli.texts import Lang, Texts, texts_in
from harvest.stops import one_stop

if TYPE_CHECKING:
    from rich.console import Console

    from workshops.koosloome import Koosloome


@dataclass(frozen=True)
class Surroundings:
    """The world outside of one run of the command; `called` is how the command is typed."""

    environ: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    lang: Lang
    called: str = "koosloome"

    @property
    def texts(self) -> Texts:
        """The texts in the language of this run."""
        return _texts(self.lang)

    @cached_property
    def messages(self) -> Console:
        """Where progress and messages go; never the data."""
        return _console(self.stderr)

    @cached_property
    def page(self) -> Console:
        """Where answers for people go."""
        return _console(self.stdout)

    def say(self, text: str) -> None:
        """Tell a message on the side."""
        self.stderr.write(one_stop(text) + "\n")

    def print(self, text: str = "") -> None:
        """Answer with a line."""
        self.stdout.write(one_stop(text) + "\n")

    def print_json(self, data: Mapping[str, Any]) -> None:
        """Answer with one JSON object."""
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n")

    def confirmed(self, question: str) -> bool:
        """Ask, and take only a clear yes; nobody there to answer is a no."""
        if not self.stdin.isatty():
            return False
        self.stderr.write(one_stop(question) + " ")
        self.stderr.flush()
        return self.stdin.readline().strip().lower() in {"j", "jah", "y", "yes"}


def _texts(lang: str) -> Texts:
    return texts_in(lang)


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)


def surroundings() -> Surroundings:
    """Return the surroundings of the running command."""
    found = click.get_current_context().find_object(Surroundings)
    if found is None:
        raise RuntimeError("a command was started without surroundings")
    return found


@contextmanager
def koosloome(
    world: str | None, *, name_world: bool = False, public_url: str | None = None
) -> Iterator[Koosloome]:
    """Open the product for one command; `name_world` tells which world it acts in.

    `public_url` is where this command serves, unless the environment names an address.
    """
    from workshops.settings import load_settings
    from workshops.wiring import open_koosloome
    from workshops.wiring.opening import saying_when_away
    from workshops.worlds import World

    here = surroundings()
    served = {"KOOSLOOME_PUBLIC_URL": public_url} if public_url else {}
    settings = load_settings({**served, **here.environ}, world=World(world) if world else None)
    with open_koosloome(settings) as product, saying_when_away(settings):
        if name_world:
            here.say(_world_line(here.texts, product.world().value))
        yield product


def _world_line(texts: Texts, world: str) -> str:
    if world == "miro":
        return texts.gettext("World: Miro")
    return texts.gettext("World: sandbox (a local Miro on this machine)")
