"""`koosloome methods …`: the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.commands import Entry, LazyGroup
from cli.exits import Exit
from cli.options import everywhere, json_option
from cli.stand_ins import stand_in_text, tell_stand_in
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Lang, Texts

if TYPE_CHECKING:
    from board_templates.catalogue import Entry as Listed
    from board_templates.errors import FaultyMethod
    from board_templates.method import Method
    from workshops.koosloome import Koosloome
    from workshops.requests_answers import MethodCheck


def _(text: str) -> str:
    return text


METHODS = {
    "list": Entry("cli.methods", "list_command", _("All methods, by phase.")),
    "show": Entry("cli.methods", "show_command", _("What a facilitator needs to know.")),
    "choose": Entry("cli.choosing", "choose_command", _("Find a method by a few questions.")),
    "new": Entry("cli.new_method", "new_command", _("Make a method of your own from a card.")),
    "check": Entry("cli.methods", "check_command", _("Check a method folder of your own.")),
}


def methods_group(texts: Texts) -> click.Group:
    """Build `methods`."""
    return LazyGroup(METHODS, texts, help_text=texts.gettext("The library of methods."))


def list_command(texts: Texts) -> click.Command:
    """Build `methods list`."""

    @click.command(help=texts.gettext("List all methods, by phase."))
    @json_option(texts)
    @everywhere(texts)
    def list_(*, as_json: bool, lang: str | None, world: str | None) -> None:
        here = surroundings()
        with koosloome(world) as product:
            methods, faulty = product.library.catalogue, product.library.faulty
            phases = product.library.phases(here.lang)
            names, barren = product.library.statuses(here.lang), product.library.barren
            used = {method for method in faulty if product.library.stand_in(method)}
        for method_id, fault in faulty.items():
            told = stand_in_text if method_id in used else _left_out
            here.say(told(fault, here))
        for folder in barren:
            barely = here.texts.gettext("No method lies in {folder} (KOOSLOOME_METHODS names it).")
            here.say(barely.format(folder=folder))
        if as_json:
            here.print_json({"methods": [_entry(method, here.lang) for method in methods]})
            return
        for phase, label in phases.items():
            rows = [method for method in methods if method.phase == phase]
            if rows:
                here.print(label)
            for method in rows:
                status = f" ({names[method.status]})" if method.status else ""
                here.print(f"  {method.id:<22} {method.names[here.lang]}{status}")
                here.print(f"  {'':<22} {method.purposes[here.lang]}")

    return list_


def _left_out(fault: FaultyMethod, here: Surroundings) -> str:
    sentence = here.texts.gettext(
        "Left out: {method}. Its folder has faults; `koosloome methods check {folder}` names them."
    )
    return sentence.format(method=fault.place.rpartition("/")[2], folder=fault.place)


def _entry(method: Listed, lang: Lang) -> dict[str, Any]:
    return {
        "id": method.id,
        "version": method.version,
        "status": method.status,
        "phase": method.phase,
        "name": method.names[lang],
        "purpose": method.purposes[lang],
        "minutes": method.minutes,
        "people": method.people,
    }


def show_command(texts: Texts) -> click.Command:
    """Build `methods show ID`."""

    @click.command(help=texts.gettext("Show what METHOD is for, how it runs and what to fill in."))
    @click.argument("method")
    @click.option(
        "--guide",
        is_flag=True,
        help=texts.gettext("Show the guide instead: preparing, step by step, what to say."),
    )
    @json_option(texts)
    @everywhere(texts)
    def show(
        *, method: str, guide: bool, as_json: bool, lang: str | None, world: str | None
    ) -> None:
        here = surroundings()
        with koosloome(world) as product:
            found = product.method(method)
            tell_stand_in(product, method, here)
            if guide and as_json:
                here.print_json({"id": found.id, "guide": found.texts[here.lang].guide})
            elif guide:
                here.print(found.texts[here.lang].guide.rstrip())
            elif as_json:
                here.print_json(_whole(found, product, here.lang))
            else:
                _tell(found, product, here)

    return show


def _whole(method: Method, product: Koosloome, lang: Lang) -> dict[str, Any]:
    from board_templates.catalogue import entry_of

    texts = method.texts[lang]
    return {
        **_entry(entry_of(method), lang),
        "use_when": texts.use_when,
        "not_when": texts.not_when,
        "preparation": texts.preparation,
        "brief": [view.as_json() for view in product.brief_form(method.id, lang)],
        "steps": [
            {"minutes": step.minutes, "text": step.text, "kind": step.kind, "frame": step.frame}
            for step in product.example_plan(method.id, lang).agenda
        ],
    }


def _tell(method: Method, product: Koosloome, here: Surroundings) -> None:
    t, texts = here.texts, method.texts[here.lang]
    minutes, people = method.minutes, method.people
    version = t.gettext("version {number}").format(number=method.version)
    here.print(f"{texts.name} ({method.id}, {version})")
    if status := product.library.status(method.id):
        told = t.gettext("Status: {status}").format(
            status=product.library.statuses(here.lang)[status]
        )
        here.print(told)
    here.print(texts.purpose)
    here.print()
    here.print(t.gettext("Use when: {text}").format(text=texts.use_when))
    here.print(t.gettext("Not when: {text}").format(text=texts.not_when))
    here.print(
        t.gettext("Group: {least}–{most} people. Time: {minutes} min ({short}–{long}).").format(
            least=people.min,
            most=people.max,
            minutes=minutes.default,
            short=minutes.min,
            long=minutes.max,
        )
    )
    if texts.preparation:
        here.print(t.gettext("Prepare: {text}").format(text=texts.preparation))
    here.print()
    _tell_board(method, product, here)
    here.print(t.gettext("What to fill in (--set NAME=VALUE)"))
    for field in product.brief_form(method.id, here.lang):
        mark = "*" if field.required else " "
        here.print(f" {mark}{field.name:<18} {field.label}{_limits(field.allowed, field.default)}")
    here.print(t.gettext("* must be filled in"))
    here.print()
    here.print(f"koosloome methods show {method.id} --guide")
    here.print(f"koosloome board create {method.id} --set …")


def _tell_board(method: Method, product: Koosloome, here: Surroundings) -> None:
    """Tell the steps, what is on the board, and what comes back from it."""
    t, texts = here.texts, method.texts[here.lang]
    plan = product.example_plan(method.id, here.lang)
    whole = sum(step.minutes for step in plan.agenda)
    # an example may be shorter or longer than the time told above
    as_told = t.gettext("Steps") if whole == method.minutes.default else None
    here.print(as_told or t.gettext("Steps (in the example, {minutes} min)").format(minutes=whole))
    for step in plan.agenda:
        here.print(f"  {step.minutes:>3}  {step.text}")
    here.print()
    here.print(t.gettext("On the board"))
    for frame in (one for one in plan.frames if one.key in {one.id, f"{one.id}#1"}):
        labels = dict.fromkeys(zone.label for zone in plan.zones if zone.frame == frame.key)
        here.print(f"  {frame.title}: {', '.join(filter(None, labels))}")
    here.print()
    gives = [label for path, label in texts.result.items() if "." not in path and label]
    here.print(t.gettext("The summary gives: {fields}").format(fields=", ".join(gives)))
    here.print(t.gettext("Sources: {names}").format(names="; ".join(method.sources(here.lang))))
    here.print()


def _limits(allowed: str, default: str) -> str:
    parts = [part for part in (allowed, f"= {default}" if default else "") if part]
    return f" ({'; '.join(parts)})" if parts else ""


def check_command(texts: Texts) -> click.Command:
    """Build `methods check FOLDER`."""

    @click.command(help=texts.gettext("Check the method in FOLDER; every fault is named."))
    @click.argument("folder", type=click.Path(path_type=Path))
    @json_option(texts)
    @everywhere(texts)
    def check(*, folder: Path, as_json: bool, lang: str | None, world: str | None) -> None:
        here = surroundings()
        with koosloome(world) as product:
            verdict = product.check_method(folder, here.lang)
        if as_json:
            here.print_json(_verdict(verdict))
        elif verdict.ok:
            here.print(here.texts.gettext("{id}: nothing is wrong.").format(id=verdict.id))
        for fault in () if as_json else verdict.faults:
            line = f":{fault.line}" if fault.line else ""
            here.print(f"{fault.file}{line}: {fault.what}")
            here.print(f"    → {fault.remedy}")
        if not verdict.ok:
            raise click.exceptions.Exit(Exit.WRONG_INPUT)

    return check


def _verdict(verdict: MethodCheck) -> dict[str, Any]:
    return {"id": verdict.id, "ok": verdict.ok, "faults": [vars(f) for f in verdict.faults]}
