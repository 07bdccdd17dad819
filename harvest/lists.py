"""Works out the named lists of a method, in the order they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from board_templates.harvest_spec import HarvestSpec
from board_templates.problems import against
from board_templates.sentences import Sentence, refused_with, several
from harvest.clusters import find_clusters
from harvest.errors import FaultyHarvest, UnknownReading
from harvest.laid_out import as_laid_out
from harvest.placed import PlacedNote
from harvest.readings import READINGS
from harvest.readings.base import Arguments, Listed, Reading, Sources
from harvest.reasons import N_
from harvest.result import UNFIT, ResultMaker
from harvest.view import Row, View, ZoneClusters
from harvest.votes import count_votes
from harvest.wordless import IN_WORDS, asks

Prepared = Mapping[str, tuple[Reading[Any], Arguments]]


def prepared(spec: HarvestSpec) -> Prepared:
    """Return the reading and the checked arguments of each list.

    Raises:
        UnknownReading: When there is no such reading, or its arguments are wrong.
    """
    found: dict[str, tuple[Reading[Any], Arguments]] = {}
    for name, said in spec.lists.items():
        reading = READINGS.get(said.reading)
        if reading is None:
            raise UnknownReading(name, said.reading, N_("there is no such reading"))
        try:
            found[name] = (reading, reading.arguments.model_validate(dict(said.arguments)))
        except ValidationError as error:
            raise UnknownReading(name, said.reading, _reasons(error)) from error
    return found


def _reasons(error: ValidationError) -> Sentence:
    return several(against(fault) for fault in error.errors(include_url=False))


def with_votes(view: View, lists: Prepared) -> View:
    """Return the view with its dots counted; zones that a list counts dots of have none loose."""
    counting = {zone.plan.key for zone in view.reading.zones.values() if zone.plan.colour == "dot"}
    for reading, arguments in lists.values():
        if reading.counts_dots is not None:
            counting.update(reading.counts_dots(arguments, view))
    carried = {
        key
        for key, zone in view.reading.zones.items()
        if view.rules_of(zone.plan.id).dots == "carried"
    }
    return replace(view, votes=count_votes(view.reading, counting, carried))


def with_clusters(view: View, lists: Prepared) -> View:
    """Return the view with the notes of those zones put together that a list asks for."""
    asked: dict[str, bool] = {}
    for reading, arguments in lists.values():
        if reading.clusters is not None:
            for key, same_text in reading.clusters(arguments, view).items():
                asked[key] = same_text or asked.get(key, False)
    clusters: dict[str, ZoneClusters] = {}
    number = 0
    laid = as_laid_out(view) if asked else frozenset()
    lying: dict[str | None, list[PlacedNote]] = defaultdict(list)
    for note in view.reading.notes:
        lying[note.zone].append(note)
    for key in (key for key in view.reading.zones if key in asked):
        clusters[key] = _clusters(view, lying[key], number, laid, same_text=asked[key])
        number += len(clusters[key].clusters)
    return replace(view, clusters=clusters)


def _clusters(
    view: View, notes: Sequence[PlacedNote], before: int, laid: Collection[int], *, same_text: bool
) -> ZoneClusters:
    found = find_clusters(notes, view.reading.note_size, same_text=same_text, laid=laid)
    votes = view.votes.of_note
    rows: list[Row] = []
    for cluster in found.clusters:
        everyone = (*cluster.titles, *cluster.notes)
        ordered = sorted(cluster.notes, key=lambda note: (-votes.get(note.no, 0), note.no))
        rows.append(
            {
                "name": cluster.name,
                "from": [note.no for note in cluster.titles],
                "notes": [note.no for note in ordered],
                "size": len(cluster.notes),
                "votes": sum(votes.get(note.no, 0) for note in everyone),
            }
        )
    rows.sort(key=lambda row: (-row["votes"], -row["size"], row["notes"][0]))
    numbered = tuple({"no": before + i, **row} for i, row in enumerate(rows, start=1))
    alone = sorted(found.ungrouped, key=lambda note: (-votes.get(note.no, 0), note.no))
    return ZoneClusters(numbered, tuple(note.no for note in alone))


def make_lists(
    view: View,
    lists: Prepared,
    maker: ResultMaker,
    scope: Mapping[str, Any],
    known: Mapping[str, Listed] = MappingProxyType({}),
) -> dict[str, Listed]:
    """Return every list; later ones may draw on earlier ones, and those that are known stay.

    Raises:
        FaultyHarvest: When an argument is an expression that cannot be worked out.
        UnknownReading: When a list draws on one that isn't there before it.
    """
    made: dict[str, Listed] = {}
    worded = set(IN_WORDS)
    for name, (reading, arguments) in lists.items():
        if name in known:
            made[name] = known[name]
            continue
        before = view.times_worded
        values = {**scope, **{key: listed.rows for key, listed in made.items()}}

        def evaluate(expression: str, values: Mapping[str, Any] = values, name: str = name) -> Any:  # noqa: ANN401  # whatever the expression gives
            return maker.value(expression, values, f"lists.{name}")

        try:
            made[name] = reading.make(arguments, Sources(view, made, evaluate))
        except KeyError as error:
            reason = N_("there is no list or field “{name}” before it", name=str(error.args[0]))
            raise UnknownReading(name, reading.name, reason) from error
        except UNFIT as error:  # an argument gave what the reading cannot take
            raise FaultyHarvest(f"lists.{name}", reading.name, refused_with(error)) from error
        if view.times_worded > before or asks(arguments.model_dump(), worded):
            worded.add(name)
            made[name] = replace(made[name], worded=True)
    return made
