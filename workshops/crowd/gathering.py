"""The verb: let made-up people hold a workshop on a plan's board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from board_templates.geometry import Box
from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from workshops.cast import person
from workshops.crowd.acts import ACTS
from workshops.crowd.crew import Crew
from workshops.crowd.ground import Ground, Secrecy
from workshops.crowd.things import Judge, Sort, Thing, planned_things
from workshops.crowd.truth import Counted, Truth
from workshops.crowd.votes import Ballot
from workshops.rehearsal import Step

TALLEST_TEXT = 400.0
CAN_BE_VOTED_ON = frozenset({Sort.NOTE, Sort.CARD, Sort.SHAPE})


@dataclass(frozen=True, slots=True)
class Gathering:
    """What people do, in order, and what a right harvest then finds.

    The steps call planned items by their keys: whoever performs them needs the ledger.
    """

    steps: tuple[Step, ...]
    truth: Truth


def gather(
    method: Method,
    shared: SharedTexts,
    plan: Plan,
    *,
    people: int,
    notes: int,
    chance: Random,
    seconds: float = 3600.0,
    pasted: int = 0,
) -> Gathering:
    """Return a workshop in which people write that many notes, and whatever else people do.

    Args:
        method: The method of the plan.
        shared: What all methods share.
        plan: What is on the board, lying where the board's items do.
        people: How many take part.
        notes: How many notes they write.
        chance: Decides everything; the same one gives the same workshop.
        seconds: How long it takes.
        pasted: How many of the notes stand there at once, pasted by twenties.
    """
    secrecy = Secrecy(shared.uses, method.harvest, plan.brief)
    ground = Ground(plan)
    names = tuple(person(f"P{number}", "me") for number in range(1, people + 1))
    things = {thing.name: thing for thing in planned_things(plan)}
    crew = Crew(
        plan=plan,
        shared=shared,
        ground=ground,
        secrecy=secrecy,
        people=names,
        things=things,
        chance=chance,
    )
    steps = (*crew.paste(pasted), *_played(crew, notes - pasted, chance))
    timed = tuple(_timed(steps, seconds))
    return Gathering(timed, _truth(plan, ground, secrecy, things))


def _played(crew: Crew, notes: int, chance: Random) -> Iterator[Step]:
    """Yield acts until so many notes have been written."""
    acts, weights = [act for act, _ in ACTS], [weight for _, weight in ACTS]
    target = crew.written + notes
    while crew.written < target:
        [act] = chance.choices(acts, weights)
        yield from act(crew)


def _timed(steps: tuple[Step, ...], seconds: float) -> Iterator[Step]:
    for number, step in enumerate(steps):
        changes: Mapping[str, Any] = {"at": round(seconds * number / max(1, len(steps)), 3)}
        yield replace(step, **changes)


def _truth(plan: Plan, ground: Ground, secrecy: Secrecy, things: Mapping[str, Thing]) -> Truth:
    judge = Judge(plan, ground, secrecy)
    fates = {name: judge.fate(thing) for name, thing in things.items()}
    counted = {name: fate for name, fate in fates.items() if isinstance(fate, Counted)}
    aside = {name: fate for name, fate in fates.items() if isinstance(fate, str)}
    targets = {
        name: things[name].box
        for name, fate in counted.items()
        if fate.source != "shape_text" and things[name].sort in CAN_BE_VOTED_ON
    }
    texts = (things[name] for name in counted if things[name].sort is Sort.TEXT)
    vague = (Box.around(text.centre, text.box.width, TALLEST_TEXT) for text in texts)
    ballot = Ballot(ground, targets, plan.note_size, vague)
    dots = (thing for thing in things.values() if thing.sort is Sort.DOT)
    ballot.cast(dot.centre for dot in dots if not judge.practising(dot))
    return Truth(
        {name: _voted(name, fate, things, ballot) for name, fate in counted.items()}, aside
    )


def _voted(name: str, fate: Counted, things: Mapping[str, Thing], ballot: Ballot) -> Counted:
    said = things[name].said
    typed = said.votes if said else 0
    sure = things[name].sort is not Sort.TEXT and name not in ballot.doubtful
    known = fate.texts is not None and sure
    return replace(fate, votes=typed + ballot.votes[name] if known else None)
