"""`koosloome board …`: a board's life."""

from __future__ import annotations

from pathlib import Path

import click

from cli.board_answers import (
    nothing_removed,
    pause_for_locking,
    removal_text,
    states,
    tell_created,
    tell_dry_run,
)
from cli.briefs import values_from
from cli.commands import Entry, LazyGroup
from cli.options import brief_options, everywhere, json_option
from cli.pictures import picture_kind
from cli.progress import progress_on
from cli.stand_ins import tell_stand_in
from cli.surroundings import koosloome, surroundings
from cli.texts import Texts


def _(text: str) -> str:
    return text


BOARD = {
    "preview": Entry("cli.boards", "preview_command", _("A picture of the board, without Miro.")),
    "create": Entry("cli.boards", "create_command", _("Make the board; print its address.")),
    "resume": Entry("cli.boards", "resume_command", _("Finish a board that was interrupted.")),
    "check": Entry("cli.checking", "check_command", _("Hold a live board against its plan.")),
    "restore": Entry(
        "cli.checkpoints", "restore_command", _("Put back notes deleted since a checkpoint.")
    ),
    "list": Entry("cli.boards", "list_command", _("Your workshops.")),
    "pack": Entry("cli.packing", "pack_command", _("What a facilitator needs in the hour before.")),
    "remove": Entry("cli.boards", "remove_command", _("Remove a board; asks first.")),
}


def board_group(texts: Texts) -> click.Group:
    """Build `board`."""
    return LazyGroup(BOARD, texts, help_text=texts.gettext("A board's life."))


def preview_command(texts: Texts) -> click.Command:
    """Build `board preview METHOD -o FILE.svg|.png`."""

    @click.command(help=texts.gettext("Draw the board that METHOD would make, without Miro."))
    @click.argument("method")
    @brief_options(texts)
    @click.option(
        "-o",
        "output",
        type=click.Path(path_type=Path, dir_okay=False),
        help=texts.gettext("The picture's file: .svg or .png. Default: METHOD.svg."),
    )
    @everywhere(texts)
    def preview(
        *,
        method: str,
        brief_file: Path | None,
        pairs: tuple[str, ...],
        output: Path | None,
        lang: str | None,
        world: str | None,
    ) -> None:
        here = surroundings()
        target = output or Path(f"{method}.svg")
        values = values_from(brief_file, pairs, here.texts)
        kind = picture_kind(target, "-o", here.texts)
        with koosloome(world) as product:
            picture = product.preview(method, values, here.lang, kind=kind, width=None)
            tell_stand_in(product, method, here)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(picture)
        here.print(str(target))

    return preview


def create_command(texts: Texts) -> click.Command:
    """Build `board create METHOD`."""

    @click.command(help=texts.gettext("Make the board of METHOD and print its address."))
    @click.argument("method")
    @brief_options(texts)
    @click.option(
        "--on",
        "on",
        metavar="REF",
        help=texts.gettext("Put it on this board, right of what is there."),
    )
    @click.option("--team", metavar="ID", help=texts.gettext("The Miro team that gets the board."))
    @click.option(
        "--invite",
        multiple=True,
        metavar="E-MAIL",
        help=texts.gettext("Invite somebody; repeat it for more."),
    )
    @click.option(
        "--new", is_flag=True, help=texts.gettext("Make another, even if the same is unfinished.")
    )
    @click.option("--dry-run", is_flag=True, help=texts.gettext("Only tell what would be made."))
    @click.option(
        "--pause-to-lock",
        is_flag=True,
        help=texts.gettext("Wait after the backgrounds, so that you can lock them by hand."),
    )
    @json_option(texts)
    @everywhere(texts)
    def create(
        *,
        method: str,
        brief_file: Path | None,
        pairs: tuple[str, ...],
        on: str | None,
        team: str | None,
        invite: tuple[str, ...],
        new: bool,
        dry_run: bool,
        pause_to_lock: bool,
        as_json: bool,
        lang: str | None,
        world: str | None,
    ) -> None:
        here = surroundings()
        values = values_from(brief_file, pairs, here.texts)
        with koosloome(world, name_world=not dry_run or on is not None) as product:
            tell_stand_in(product, method, here)
            if dry_run:
                dry = product.dry_run(method, values, here.lang, on=on)
                tell_dry_run(dry, here, as_json=as_json)
                return
            from workshops.requests_answers import CreateRequest

            request = CreateRequest(
                method=method,
                values=values,
                lang=here.lang,
                team=team,
                invite=invite,
                on=on,
                new=new,
            )
            with progress_on(here) as progress:
                pause = pause_for_locking(here) if pause_to_lock else None
                answer = product.create(product.account(), request, progress=progress, pause=pause)
        tell_created(answer, here, as_json=as_json)

    return create


def resume_command(texts: Texts) -> click.Command:
    """Build `board resume REF`."""

    @click.command(help=texts.gettext("Finish the board REF from where it stopped."))
    @click.argument("ref")
    @json_option(texts)
    @everywhere(texts)
    def resume(*, ref: str, as_json: bool, lang: str | None, world: str | None) -> None:
        here = surroundings()
        with koosloome(world, name_world=True) as product, progress_on(here) as progress:
            answer = product.resume(product.account(), ref, progress=progress)
        tell_created(answer, here, as_json=as_json)

    return resume


def list_command(texts: Texts) -> click.Command:
    """Build `board list`."""

    @click.command(help=texts.gettext("List your workshops, the newest first."))
    @json_option(texts)
    @everywhere(texts)
    def list_(*, as_json: bool, lang: str | None, world: str | None) -> None:
        here = surroundings()
        with koosloome(world, name_world=True) as product:
            views = product.workshops(product.account())
        if as_json:
            here.print_json({"workshops": [view.as_json() for view in views]})
            return
        if not views:
            here.print(
                here.texts.gettext("No workshops yet. Make one: koosloome board create METHOD")
            )
        names = states(here.texts)
        for view in views:
            address = view.board.url if view.board else "–"
            state = names[view.state]
            here.print(f"{view.workshop}  {state:<12}  {view.title}  ({view.method})  {address}")

    return list_


def remove_command(texts: Texts) -> click.Command:
    """Build `board remove REF`."""

    @click.command(
        help=texts.gettext("Remove the board REF, or its part of a shared board. Asks first.")
    )
    @click.argument("ref")
    @click.option("--yes", is_flag=True, help=texts.gettext("Do not ask."))
    @everywhere(texts)
    def remove(*, ref: str, yes: bool, lang: str | None, world: str | None) -> None:
        here = surroundings()
        with koosloome(world, name_world=True) as product:
            account = product.account()
            here.say(removal_text(product.removal(account, ref), here.texts))
            if not yes and not here.confirmed(here.texts.gettext("Remove it? (y/n)")):
                here.say(nothing_removed(here))
                raise click.exceptions.Exit(2)
            answer = product.remove(account, ref)
        here.print(
            here.texts.gettext("Removed: {workshop} ({items} items).").format(
                workshop=answer.workshop, items=answer.items
            )
        )

    return remove
