"""`koosloome checkpoint`, `watch`, `board restore`: a board as it was during the workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.options import everywhere, json_option
from cli.progress import progress_on
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshops.check_answers import CheckpointView, RestoreAnswer
    from workshops.errors import Unfinished

USUAL_MINUTES = 10.0
DAY = 1440


def checkpoint_command(texts: Texts) -> click.Command:
    """Build `checkpoint REF`."""

    @click.command(
        help=texts.gettext(
            "Keep the board REF as it is now. A harvest learns from it where a note was first, and "
            "deleted notes can be put back from it."
        )
    )
    @click.argument("ref")
    @click.option(
        "--list", "listing", is_flag=True, help=texts.gettext("Only list those there are.")
    )
    @json_option(texts)
    @everywhere(texts)
    def checkpoint(
        *, ref: str, listing: bool, as_json: bool, lang: str | None, world: str | None
    ) -> None:
        here = surroundings()
        with koosloome(world, name_world=True) as product:
            account = product.account()
            if listing:
                views = product.checkpoints(account, ref)
            else:
                with progress_on(here) as progress:
                    views = (product.checkpoint(account, ref, progress=progress),)
        if as_json and listing:
            here.print_json({"checkpoints": [view.as_json() for view in views]})
        elif as_json:
            here.print_json(views[0].as_json())
        else:
            for view in views:
                here.print(_line(view, here.texts))

    return checkpoint


def watch_command(texts: Texts) -> click.Command:
    """Build `watch REF`."""

    @click.command(
        help=texts.gettext("Keep the board REF every few minutes, until you press Ctrl + C.")
    )
    @click.argument("ref")
    @click.option(
        "--every",
        type=click.FloatRange(1, DAY),
        default=USUAL_MINUTES,
        metavar="MINUTES",
        help=texts.gettext("How many minutes lie between. Default: 10."),
    )
    @click.option(
        "--times",
        type=click.IntRange(1),
        metavar="N",
        help=texts.gettext("Stop after so many. Default: go on until stopped."),
    )
    @everywhere(texts)
    def watch(
        *, ref: str, every: float, times: int | None, lang: str | None, world: str | None
    ) -> None:
        here = surroundings()
        with koosloome(world, name_world=True) as product:
            try:
                product.watch(product.account(), ref, every=every, times=times, told=_teller(here))
            except KeyboardInterrupt:  # the usual end of watching
                here.say(here.texts.gettext("Stopped."))

    return watch


def restore_command(texts: Texts) -> click.Command:
    """Build `board restore REF --from CHECKPOINT`."""

    @click.command(
        help=texts.gettext(
            "Put back notes that people wrote on the board REF and that were deleted since a "
            "checkpoint. They come back with the tag “restored”."
        )
    )
    @click.argument("ref")
    @click.option(
        "--from",
        "checkpoint",
        required=True,
        metavar="CHECKPOINT",
        help=texts.gettext("The checkpoint's id, or latest."),
    )
    @click.option(
        "--frame",
        "frames",
        multiple=True,
        metavar="FRAME",
        help=texts.gettext("Only notes of this frame, by its title or key; repeat it for more."),
    )
    @json_option(texts)
    @everywhere(texts)
    def restore(
        *,
        ref: str,
        checkpoint: str,
        frames: tuple[str, ...],
        as_json: bool,
        lang: str | None,
        world: str | None,
    ) -> None:
        here = surroundings()
        with koosloome(world, name_world=True) as product, progress_on(here) as progress:
            answer = product.restore(
                product.account(), ref, checkpoint, frames=frames, progress=progress
            )
        _tell_restored(answer, here, as_json=as_json)

    return restore


def _teller(here: Surroundings) -> Callable[[CheckpointView | Unfinished], None]:
    from workshops.errors import Unfinished
    from workshops.messages import message

    def tell(what: CheckpointView | Unfinished) -> None:
        if isinstance(what, Unfinished):
            here.say(message(what, here.lang))
        else:
            here.print(_line(what, here.texts))

    return tell


def _line(view: CheckpointView, texts: Texts) -> str:
    return texts.gettext("{id}  {at}  {items} items").format(
        id=view.id, at=f"{view.at.astimezone():%Y-%m-%d %H:%M}", items=view.items
    )


def _tell_restored(answer: RestoreAnswer, here: Surroundings, *, as_json: bool) -> None:
    if as_json:
        here.print_json(answer.as_json())
        return
    t = here.texts
    here.print(t.gettext("Put back: {count} notes.").format(count=len(answer.restored)))
    for note in answer.restored:
        text = " ".join(note.text.split())
        here.print(f"  · {text} ({note.frame})" if note.frame else f"  · {text}")
    if answer.before:
        here.say(
            t.gettext("Put back earlier and still there: {count}.").format(count=answer.before)
        )
    if answer.wordless:
        here.say(
            t.gettext(
                "Not put back, since private and confidential words are never kept: {count}."
            ).format(count=answer.wordless)
        )
