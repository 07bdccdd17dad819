"""From a snapshot to a summary: read the board, work out lists and result, say what stands out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from board_templates.bounds import IN_HARVESTS
from board_templates.expressions import Expressions
from board_templates.harvest_spec import HarvestSpec
from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.board_labels import board_labels
from harvest.board_reading import read_board
from harvest.common_signals import Scene, common_signals
from harvest.envelope import (
    accounting_of,
    authors_unlisted,
    board_actions,
    board_decisions,
    board_questions,
    counts_of,
    parked_notes,
    shown_action,
    shown_notes,
    shown_result,
    unplaced_notes,
)
from harvest.findings import Finding
from harvest.heads import attended_people
from harvest.lists import Prepared, make_lists, prepared, with_clusters, with_votes
from harvest.method_signals import method_signals
from harvest.names import NameKeeper
from harvest.options import HarvestOptions
from harvest.placed import BoardReading
from harvest.readings.base import Listed
from harvest.result import ResultMaker
from harvest.scope import Evaluator
from harvest.signatures import Signatures, signatures_of
from harvest.snapshot import Snapshot, SnapshotBoard
from harvest.summary import BoardFacts, Signal, Summary
from harvest.undisturbed import undisturbed
from harvest.view import View
from harvest.voices import hear_voices
from harvest.votes import Votes
from harvest.withholding import without_withheld
from harvest.wording import Wording

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_VOTES = Votes({}, {}, {}, {}, 0)


@undisturbed()
def harvest(
    method: Method | None,
    shared: SharedTexts,
    plan: Plan | None,
    snapshot: Snapshot,
    *,
    placed_by: Mapping[str, str] = _NOTHING,
    options: HarvestOptions,
    twins: Sequence[Plan] = (),
    earlier: Sequence[Snapshot] = (),
    assigned: Mapping[str, str] = _NOTHING,
    footer: str | None = None,
    elsewhere: Collection[str] = (),
) -> Summary:
    """Return what a board says.

    Args:
        method: The method, null for a board nobody knows.
        shared: The texts and rules all methods share.
        plan: What was planned; null for a board nobody knows.
        snapshot: The board now.
        placed_by: The ledger: planned keys by item id.
        options: How to harvest.
        twins: The same plan in other languages; labels of the report come from it.
        earlier: Checkpoints; they tell a note's first zone.
        assigned: Zone keys by item id, given by a person.
        footer: The item the plan was read from.
        elsewhere: Items that other workshops made on this board.

    Raises:
        HarvestError: When the reading isn't complete, or a rule of the method can't be worked out.
        ExpressionError: When a text or a condition of the method can't be worked out.
    """
    reading = read_board(
        method,
        shared,
        plan,
        snapshot,
        placed_by=placed_by,
        twins=twins,
        earlier=earlier,
        assigned=assigned,
        footer=footer,
        elsewhere=elsewhere,
    )
    return summarise(
        method, shared, plan, reading, board=snapshot.board, options=options, twins=twins
    )


def summarise(
    method: Method | None,
    shared: SharedTexts,
    plan: Plan | None,
    reading: BoardReading,
    *,
    board: SnapshotBoard,
    options: HarvestOptions,
    twins: Sequence[Plan] = (),
) -> Summary:
    """Return the summary of a board that has been read; the same reading gives the same summary.

    Raises:
        HarvestError: When a rule of the method can't be worked out.
        ExpressionError: When a text of the method can't be worked out.
    """
    return _Harvest(
        method, shared, plan, reading, board=board, options=options, twins=twins
    ).summary()


@dataclass(frozen=True)
class _Found:
    """What was worked out of a board."""

    view: View
    lists: Mapping[str, Listed]
    result: dict[str, Any]
    scope: Mapping[str, Any]


class _Harvest:
    """One harvest, told step by step."""

    def __init__(
        self,
        method: Method | None,
        shared: SharedTexts,
        plan: Plan | None,
        reading: BoardReading,
        *,
        board: SnapshotBoard,
        options: HarvestOptions,
        twins: Sequence[Plan],
    ) -> None:
        self._method, self._shared, self._plan = method, shared, plan
        self._reading, self._board, self._options = reading, board, options
        self._spec = method.harvest if method is not None else HarvestSpec()
        self._brief = dict(plan.brief) if plan is not None else {}
        self._attended = attended_people(reading, self._spec, options.attended)
        self._keeper = NameKeeper(options.names, options.pseudonyms)
        self._keeper.learn((*options.known_names, *options.member_names.values()))
        self._keeper.learn([str(self._brief.get("facilitator") or "")])
        expressions = Expressions(IN_HARVESTS)
        self._labels = board_labels(reading, (plan, *twins), options.lang)
        self._wording = Wording(
            method,
            shared,
            options.lang,
            expressions,
            self._labels,
            planned=self._attended is None,
        )
        self._maker = ResultMaker(Evaluator(expressions), self._wording.phrase, self._keeper.person)

    def summary(self) -> Summary:
        """Return the summary; actions are named first, so that pseudonyms follow them."""
        found = self._found()
        view, keeper = found.view, self._keeper
        actions = board_actions(view)
        parked = parked_notes(view, self._shared)
        voices = hear_voices(
            [note for note in view.reading.notes if view.may_ask_who_wrote(note)],
            self._options.facilitator_ids,
            self._options.salt,
            scribe=bool(self._brief.get("scribe")),
        )
        scene = Scene(view, voices, actions, parked)
        for action in actions:
            keeper.person(action.owner)
        signatures = self._signatures(found)
        signals = self._signals(scene, found)
        shown_actions = tuple(shown_action(action, keeper) for action in actions)
        return Summary(
            method=self._method.id if self._method else "",
            template_version=self._plan.version if self._plan else 0,
            board=BoardFacts(id=self._board.id, title=self._board.title, url=self._board.url),
            lang=self._board_lang,
            harvested_at=self._options.harvested_at,
            matched_by=self._reading.matched_by.value,
            names=self._options.names,
            participants=self._plan.participants if self._plan else 0,
            attended=self._attended,
            authors_seen=voices.seen,
            authors_unlisted=authors_unlisted(view, keeper, signatures),
            accounting=accounting_of(self._reading),
            counts=counts_of(view.reading),
            notes=shown_notes(view, keeper, signatures),
            parked=parked,
            unplaced=unplaced_notes(self._reading.notes),
            loose_dots=view.votes.loose,
            decisions=board_decisions(view),
            questions=board_questions(view),
            actions=shown_actions,
            signals=signals,
            result=shown_result(found.result, keeper),
        )

    def _signatures(self, found: _Found) -> Signatures:
        """Return who signed what, told to the keeper of names as well."""
        signatures, by_no = signatures_of(found.lists.values()), found.view.by_no
        self._keeper.signed(signatures.texts(by_no, every=True), signatures.by)
        self._keeper.unnamed(signatures.texts(by_no, every=False))
        return signatures

    def _found(self) -> _Found:
        lists: Prepared = prepared(self._spec)
        view = with_clusters(with_votes(self._view(), lists), lists)
        labels = {zone.plan.id: view.label(zone) for zone in self._reading.zones.values()}
        scope = {
            "brief": self._brief,
            "people": view.people,
            "attended": self._attended,
            "nameless": self._keeper.hides,
            "names": self._options.names,
            "labels": labels,
            "today": view.session.isoformat(),
            "planned": "" if self._attended is not None else self._wording.planned_people,
        }
        made = make_lists(view, lists, self._maker, scope)
        scope |= {name: listed.rows for name, listed in made.items()}
        scope |= self._maker.work_out(self._spec.let, scope)
        result = self._maker.make(self._spec.result, scope)
        return _Found(without_withheld(view, made.values()), made, result, scope)

    def _view(self) -> View:
        planned = self._plan.participants if self._plan else 0
        return View(
            reading=self._reading,
            spec=self._spec,
            votes=_NO_VOTES,
            plan=self._plan,
            labels=self._labels.zones,
            brief=self._brief,
            people=self._attended if self._attended is not None else planned,
            session=self._session(),
            names=self._options.member_names,
            address=self._board.url,
        )

    def _session(self) -> date:
        if self._options.session_date is not None:
            return self._options.session_date
        said = self._brief.get("session_date")
        return date.fromisoformat(said) if said else self._options.harvested_at.date()

    @property
    def _board_lang(self) -> Any:  # noqa: ANN401  # checked by the model
        return self._plan.lang if self._plan else self._options.lang

    def _signals(self, scene: Scene, found: _Found) -> tuple[Signal, ...]:
        own = method_signals(
            self._spec.signals, self._maker, {**found.scope, "result": found.result}
        )
        return tuple(
            self._wording.signal(_shown(finding, self._keeper))
            for finding in [*own, *common_signals(scene)]
        )


def _shown(finding: Finding, keeper: NameKeeper) -> Finding:
    values = {
        name: keeper.listed(value) if isinstance(value, str) else value
        for name, value in finding.values.items()
    }
    return replace(finding, values=values)
