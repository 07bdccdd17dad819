"""What the command says when its words are wrong, or when it met something it cannot explain."""

from __future__ import annotations

import click

from cli.texts import Texts


def usage_text(wrong: click.UsageError, texts: Texts) -> str:
    """Tell which word is wrong, what is near it, and where help is."""
    context = wrong.ctx
    path = context.command_path if context else "koosloome"
    more = texts.gettext("See: {command} --help").format(command=path)
    return f"{_what(wrong, texts)}\n{more}"


def _what(wrong: click.UsageError, texts: Texts) -> str:
    if isinstance(wrong, click.NoSuchOption):
        return _unknown_option(wrong, texts)
    if isinstance(wrong, click.MissingParameter):
        name = wrong.param.make_metavar(wrong.ctx) if wrong.param and wrong.ctx else ""
        return texts.gettext("Something is missing: {name}").format(name=name)
    if isinstance(wrong, click.BadParameter):
        return _bad_value(wrong, texts)
    if wrong.ctx and isinstance(wrong.ctx.command, click.Group):
        known = ", ".join(wrong.ctx.command.list_commands(wrong.ctx))
        return texts.gettext("There is no such command. There are: {known}").format(known=known)
    return texts.gettext("These words are not understood: {reason}").format(
        reason=wrong.format_message()
    )


def _unknown_option(wrong: click.NoSuchOption, texts: Texts) -> str:
    text = texts.gettext("There is no option {name}.").format(name=wrong.option_name)
    if wrong.possibilities:
        near = ", ".join(sorted(wrong.possibilities))
        text += " " + texts.gettext("Near: {near}").format(near=near)
    return text


def _bad_value(wrong: click.BadParameter, texts: Texts) -> str:
    name = wrong.param.opts[-1] if wrong.param and wrong.param.opts else ""
    kind = wrong.param.type if wrong.param else None
    if isinstance(kind, click.Choice):
        allowed = ", ".join(str(choice) for choice in kind.choices)
        return texts.gettext("{name}: allowed are {allowed}").format(name=name, allowed=allowed)
    if isinstance(kind, click.IntRange | click.FloatRange):
        return _out_of_range(kind, texts).format(name=name, low=kind.min, high=kind.max)
    return texts.gettext("{name}: this value is not understood").format(name=name)


def _out_of_range(kind: click.IntRange | click.FloatRange, texts: Texts) -> str:
    if kind.max is None:
        return texts.gettext("{name}: allowed are whole numbers, at least {low}")
    if isinstance(kind, click.IntRange):
        return texts.gettext("{name}: allowed are whole numbers from {low} to {high}")
    return texts.gettext("{name}: allowed are numbers from {low} to {high}")


def surprise_text(error: Exception, texts: Texts) -> str:
    """Own up to a fault of ours, naming only its kind: its text may hold what is private."""
    return texts.gettext(
        "This is a fault of Koosloome ({kind}). Nothing you did is lost. "
        "Set KOOSLOOME_TRACE=1 to see where it happened, and tell the maintainers."
    ).format(kind=type(error).__name__)
