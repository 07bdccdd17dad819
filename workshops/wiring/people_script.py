"""The only translation from our script of people to the sandbox's."""

from __future__ import annotations

from functools import singledispatch

from miro_sandbox import script
from workshops import rehearsal


@singledispatch
def translated(step: object) -> script.Step:
    """Return a step of ours as a step of the sandbox's script."""
    raise TypeError(step)


def _what(what: rehearsal.What) -> script.What:
    if isinstance(what, rehearsal.Named):
        return script.Label(what.name)
    return script.Existing(
        what.text,
        frame=what.frame,
        type=what.type,
        nth=what.nth,
        shape=what.shape,
        near=(what.near.x, what.near.y) if what.near else None,
    )


def _where(where: rehearsal.At) -> script.Place:
    return script.Spot(where.x, where.y)


def _said(text: rehearsal.Text) -> script.Text:
    return script.Rich(text.html) if isinstance(text, rehearsal.Rich) else text


@translated.register
def _(step: rehearsal.Writes) -> script.Step:
    return _note(step)


@translated.register
def _(step: rehearsal.WritesTogether) -> script.Step:
    notes = tuple(_note(note) for note in step.notes)
    return script.WriteTogether(step.who, step.at, notes)


def _note(step: rehearsal.Writes) -> script.WriteNote:
    return script.WriteNote(
        step.who,
        step.at,
        step.name,
        _said(step.text),
        _where(step.where),
        step.colour,
        step.shape,
        step.width,
    )


@translated.register
def _(step: rehearsal.WritesCard) -> script.Step:
    return script.WriteCard(
        step.who,
        step.at,
        step.name,
        _said(step.title),
        _where(step.where),
        description=_said(step.description),
        due=step.due,
        assignee=step.assignee,
    )


@translated.register
def _(step: rehearsal.WritesText) -> script.Step:
    where = _where(step.where)
    return script.WriteText(step.who, step.at, step.name, _said(step.text), where, step.width)


@translated.register
def _(step: rehearsal.Leaves) -> script.Step:
    where = _where(step.where)
    return script.Leave(step.who, step.at, step.name, where, step.type, supported=step.supported)


@translated.register
def _(step: rehearsal.Moves) -> script.Step:
    return script.Move(step.who, step.at, _what(step.what), _where(step.to))


@translated.register
def _(step: rehearsal.Copies) -> script.Step:
    return script.CopyItem(step.who, step.at, _what(step.what), step.name, _where(step.to))


@translated.register
def _(step: rehearsal.Colours) -> script.Step:
    return script.Recolour(step.who, step.at, _what(step.what), step.colour)


@translated.register
def _(step: rehearsal.Reshapes) -> script.Step:
    return script.Reshape(step.who, step.at, _what(step.what), step.shape)


@translated.register
def _(step: rehearsal.Groups) -> script.Step:
    return script.Group(step.who, step.at, tuple(_what(what) for what in step.whats))


@translated.register
def _(step: rehearsal.Tags) -> script.Step:
    return script.TagNote(step.who, step.at, _what(step.what), step.tag, step.colour)


@translated.register
def _(step: rehearsal.Edits) -> script.Step:
    return script.EditText(step.who, step.at, _what(step.what), _said(step.text))


@translated.register
def _(step: rehearsal.Types) -> script.Step:
    return script.TypeInto(step.who, step.at, _what(step.what), _said(step.text))


@translated.register
def _(step: rehearsal.Connects) -> script.Step:
    return script.Connect(step.who, step.at, _what(step.start), _what(step.end))


@translated.register
def _(step: rehearsal.Deletes) -> script.Step:
    return script.Delete(step.who, step.at, _what(step.what))
