"""`koosloome share METHOD` and `koosloome share open LINK|FILE`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.board_answers import tell_created
from cli.briefs import values_from
from cli.commands import Entry, LazyGroup
from cli.options import brief_options, everywhere, json_option
from cli.progress import progress_on
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from workshops.requests_answers import ShareAnswer


def _(text: str) -> str:
    return text


SHARE = {
    "open": Entry("cli.sharing", "open_command", _("Make a board from a template link or file.")),
}


class _ShareGroup(LazyGroup):
    """`share METHOD` hands on, `share open` takes: any word that is no command is a method."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, cmd_name) or share_command(self._texts, cmd_name)


def share_group(texts: Texts) -> click.Group:
    """Build `share`."""
    return _ShareGroup(
        SHARE,
        texts,
        help_text=texts.gettext(
            "Hand a prepared board on: koosloome share METHOD --set NAME=VALUE prints its link."
        ),
    )


def share_command(texts: Texts, method: str) -> click.Command:
    """Build `share METHOD` for one method."""

    @click.command(name=method, help=texts.gettext("Print the template link of METHOD."))
    @brief_options(texts)
    @click.option(
        "--with-names",
        is_flag=True,
        help=texts.gettext("Let people's names and contacts go along."),
    )
    @click.option(
        "-o",
        "output",
        type=click.Path(path_type=Path, dir_okay=False),
        help=texts.gettext("The file, where a link would reach nobody."),
    )
    @json_option(texts)
    @everywhere(texts)
    def share(
        *,
        brief_file: Path | None,
        pairs: tuple[str, ...],
        with_names: bool,
        output: Path | None,
        as_json: bool,
        lang: str | None,
        world: str | None,
    ) -> None:
        here = surroundings()
        values = values_from(brief_file, pairs, here.texts)
        with koosloome(world) as product:
            answer = product.share(method, values, here.lang, with_names=with_names)
        _tell(answer, here, output, as_json=as_json)

    return share


def _tell(answer: ShareAnswer, here: Surroundings, output: Path | None, *, as_json: bool) -> None:
    t = here.texts
    path = _written(answer, output)
    if as_json:
        here.print_json(
            {
                "url": answer.url,
                "file": str(path) if path else None,
                "left_out": list(answer.left_out),
            }
        )
    else:
        for line in filter(None, [answer.url, str(path) if path else None]):
            here.print(line)
    if answer.loopback:
        here.say(
            t.gettext(
                "The link works on this machine only, so a file was written that a colleague "
                "opens with koosloome share open FILE. Set KOOSLOOME_PUBLIC_URL to the service's "
                "address to get a link for everyone."
            )
        )
    if answer.left_out:
        names = ", ".join(answer.left_out)
        here.say(
            t.gettext("Left out, since it may hold names or contacts: {names}").format(names=names)
        )


def _written(answer: ShareAnswer, output: Path | None) -> Path | None:
    if answer.file_content is None:
        return None
    path = output or Path(answer.file_name or "koosloome-mall.yaml")
    path.write_text(answer.file_content, encoding="utf-8")
    return path


def open_command(texts: Texts) -> click.Command:
    """Build `share open LINK|FILE`."""

    @click.command(help=texts.gettext("Make a board from a template LINK or FILE of a colleague."))
    @click.argument("link")
    @click.option(
        "--set",
        "pairs",
        multiple=True,
        metavar="NAME=VALUE",
        help=texts.gettext("Fill in one value; repeat it for a list."),
    )
    @json_option(texts)
    @everywhere(texts)
    def open_(
        *, link: str, pairs: tuple[str, ...], as_json: bool, lang: str | None, world: str | None
    ) -> None:
        from workshops.requests_answers import CreateRequest

        here = surroundings()
        with koosloome(world, name_world=True) as product:
            shared = product.open_share(_content(link))
            values = {**shared.values, **values_from(None, pairs, here.texts)}
            request = CreateRequest(method=shared.method, values=values, lang=shared.lang)
            with progress_on(here) as progress:
                answer = product.create(product.account(), request, progress=progress)
        tell_created(answer, here, as_json=as_json)

    return open_


def _content(link: str) -> str:
    """Read a file if there is one by that name, else take the words for a link."""
    path = Path(link)
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else link
    except (OSError, UnicodeDecodeError):
        return link
