"""`koosloome harvest REF`: a board into a summary and reports."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.filling import filled, filling_options, left_open
from cli.options import everywhere, json_option
from cli.progress import progress_on
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from harvest.summary import Summary
    from workshops.koosloome import Koosloome
    from workshops.requests_answers import HarvestAnswer

DEFAULT_FORMATS = ("json", "markdown")
ALIASES = {"md": "markdown"}
MEMO = "memo"


def harvest_command(texts: Texts) -> click.Command:
    """Build `harvest REF`."""

    @click.command(
        help=texts.gettext("Read the board REF (workshop, board id or address) into a summary.")
    )
    @click.argument("ref")
    @click.option(
        "--format",
        "formats",
        multiple=True,
        metavar="F",
        help=texts.gettext(
            "A report's format: json, markdown, csv, memo; repeat it for more. Default: json and "
            "markdown."
        ),
    )
    @click.option(
        "-o",
        "output",
        type=click.Path(path_type=Path),
        help=texts.gettext("A file for one format, else a folder. Default: ./koosloome-WORKSHOP."),
    )
    @click.option(
        "--names",
        type=click.Choice(["tasks", "none", "pseudonym", "full"]),
        default="tasks",
        help=texts.gettext("Whose names stay in the summary. Default: tasks."),
    )
    @click.option(
        "--attended", type=click.IntRange(0, 1000), help=texts.gettext("How many people came.")
    )
    @filling_options(texts)
    @json_option(texts)
    @everywhere(texts)
    def harvest(
        *,
        ref: str,
        formats: tuple[str, ...],
        output: Path | None,
        names: str,
        attended: int | None,
        as_json: bool,
        lang: str | None,
        world: str | None,
        **to_fill_in: str | None,
    ) -> None:
        from workshops.check_texts import state_text
        from workshops.requests_answers import HarvestRequest

        here, said = surroundings(), filled(to_fill_in)
        wanted = tuple(ALIASES.get(name.lower(), name) for name in formats)
        if said and not wanted:  # whoever fills in the memo wants it
            wanted = (MEMO,) if output and output.suffix else (*DEFAULT_FORMATS, MEMO)
        request = HarvestRequest(lang=lang, names=names, attended=attended)  # type: ignore[arg-type]
        with koosloome(world, name_world=True) as product:
            product.check_formats(wanted)
            product.check_filled_in(said)
            with progress_on(here) as progress:
                answer = product.harvest(product.account(), ref, request, progress=progress)
            written = _write(product, answer, wanted, output, lang=lang, said=said, as_json=as_json)
        if first := state_text(answer.state, answer.workshop, here.lang):
            here.say(first)
        if as_json:
            here.stdout.write(answer.summary.to_json())
        else:
            tell_summary(answer.summary, here)
        for path in written:
            here.say(here.texts.gettext("Written: {path}").format(path=path))
        if MEMO in wanted:
            _tell_left_open(here, said)

    return harvest


def _write(
    product: Koosloome,
    answer: HarvestAnswer,
    formats: tuple[str, ...],
    output: Path | None,
    *,
    lang: str | None,
    said: Mapping[str, str],
    as_json: bool,
) -> list[Path]:
    """Write the reports asked for; with --json alone nothing is left behind."""
    if as_json and not formats and output is None:
        return []
    wanted = formats or _formats_of(output)
    said_in = lang or answer.summary.lang
    reports = [
        product.report(answer.summary, f, said_in, workshop=answer.workshop, said=said)
        for f in wanted
    ]
    if output is not None and output.suffix and len(reports) == 1:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(reports[0].content)
        return [output]
    folder = output or Path(f"koosloome-{answer.workshop}")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for report in reports:
        path = folder / report.name
        path.write_bytes(report.content)
        written.append(path)
    return written


def _formats_of(output: Path | None) -> tuple[str, ...]:
    """Take the format from a file's suffix where it tells one."""
    by_suffix = {".json": ("json",), ".md": ("markdown",), ".csv": ("csv",)}
    return by_suffix.get(output.suffix.lower(), DEFAULT_FORMATS) if output else DEFAULT_FORMATS


def _tell_left_open(here: Surroundings, said: Mapping[str, str]) -> None:
    if options := ", ".join(left_open(said)):
        text = here.texts.gettext("Not filled in, so left out of the memo: {options}")
        here.say(text.format(options=options))


def tell_summary(summary: Summary, here: Surroundings) -> None:
    """Tell the numbers and what stands out, as a person would."""
    t = here.texts
    accounting = summary.accounting
    aside = accounting.read - accounting.counted
    here.print(
        t.gettext("Read {read} items: {counted} notes counted, {aside} set aside.").format(
            read=accounting.read, counted=accounting.counted, aside=aside
        )
    )
    if summary.actions:
        here.print(t.gettext("Actions: {count}").format(count=len(summary.actions)))
    if summary.signals:
        here.print(t.gettext("What stands out:"))
    for signal in sorted(summary.signals, key=lambda s: s.severity != "warn"):
        mark = "!" if signal.severity == "warn" else "·"
        here.print(f"  {mark} {signal.text}")
