"""The first page: the methods as cards, by the phase of a process they serve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, request

from board_templates.method import Method
from board_templates.phases import PHASES
from service.desk import desk
from service.languages import page_lang
from service.people import acting
from service.presenting.standing import standing_on
from service.rendering import show
from workshops.errors import NeedsSignIn
from workshops.requests_answers import WorkshopView

RECENT = 3

pages = Blueprint("library", __name__, static_folder="../static", static_url_path="/static")


@dataclass(frozen=True)
class Shelf:
    """The methods of a phase."""

    phase: str
    label: str
    methods: tuple[Method, ...]
    statuses: Mapping[str, str]
    """How far each method of people's own has come, in words, by its id."""


@pages.get("/")
def home() -> Response:
    """Show every method, the workshops made last, and which methods could not be read."""
    faulty = desk().k.library.faulty
    on = request.args.get("on", "").strip()
    return show(
        "library.html",
        shelves=tuple(shelves()),
        recent=recent(),
        faulty=faulty,
        on=on or None,
        standing=standing_on(on),
    )


def shelves() -> Iterator[Shelf]:
    """Yield the phases that have methods, in the order of a process."""
    k = desk().k
    labels = k.shared.texts[page_lang()].phases
    methods = sorted(k.library.all(), key=lambda method: (method.identity.order, method.id))
    for phase in PHASES:
        found = tuple(method for method in methods if method.phase == phase)
        if found:
            yield Shelf(phase, labels[phase], found, dict(_statuses(found)))


def _statuses(methods: tuple[Method, ...]) -> Iterator[tuple[str, str]]:
    library = desk().k.library
    names = library.statuses(page_lang())
    for method in methods:
        if (status := library.status(method.id)) is not None:
            yield method.id, names[status]


def recent() -> tuple[WorkshopView, ...]:
    """Return the workshops made last; none for somebody who is not signed in."""
    try:
        views = desk().k.workshops(acting())
    except NeedsSignIn:
        return ()
    return tuple(view for view in views if view.state != "removed")[:RECENT]
