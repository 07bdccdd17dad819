"""Sums up a board that has been read: lists and result, what stands out, and their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from board_templates.bounds import IN_HARVESTS
from board_templates.expressions import Expressions
from board_templates.harvest_spec import HarvestSpec
from board_templates.method import Method
from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.board_labels import BoardLabels
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
from harvest.retold import Retold
from harvest.signatures import Signatures, signatures_of
from harvest.snapshot import SnapshotBoard
from harvest.summary import BoardFacts, Lang, Signal, Summary
from harvest.telling import Telling, Tellings
from harvest.view import View
from harvest.voices import hear_voices
from harvest.votes import Votes
from harvest.withholding import without_withheld
from harvest.wordless import IN_WORDS, without_words

_NO_VOTES = Votes({}, {}, {}, {}, 0)


@dataclass(frozen=True)
class _Found:
    """What was worked out of a board; `whole` still has the texts that lists withhold."""

    telling: Telling
    whole: View
    view: View
    lists: Mapping[str, Listed]
    result: dict[str, Any]
    scope: Mapping[str, Any]


@dataclass(frozen=True)
class _Wordless:
    """Lists, entries of `let` and of the result that say the same in every language."""

    lists: Mapping[str, Listed] = field(default_factory=dict)
    let: Mapping[str, Any] = field(default_factory=dict)
    result: Mapping[str, Any] = field(default_factory=dict)


class SummingUp:
    """One harvest, told step by step: first its summary, then its words in other languages."""

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
        self._tellings = Tellings(
            method,
            shared,
            reading,
            (plan, *twins),
            Expressions(IN_HARVESTS),
            planned=self._attended is None,
            person=self._keeper.person,
        )
        self._lists: Prepared = prepared(self._spec)

    def summary(self) -> Summary:
        """Return the summary; actions are named first, so that pseudonyms follow them."""
        found, scene = self._found, self._scene
        view, keeper = found.view, self._keeper
        for action in scene.actions:
            keeper.person(action.owner)
        signatures = self._signatures(found)
        signals = self._signals(found)
        shown_actions = tuple(shown_action(action, keeper) for action in scene.actions)
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
            authors_seen=scene.voices.seen,
            authors_unlisted=authors_unlisted(view, keeper, signatures),
            accounting=accounting_of(self._reading),
            counts=counts_of(view.reading),
            notes=shown_notes(view, keeper, signatures),
            parked=tuple(scene.parked),
            unplaced=unplaced_notes(self._reading.notes),
            loose_dots=view.votes.loose,
            decisions=board_decisions(view),
            questions=board_questions(view),
            actions=shown_actions,
            signals=signals,
            result=shown_result(found.result, keeper),
        )

    def retold(self, lang: Lang) -> Retold:
        """Return the words of the summary in another language, once there is a summary.

        Pseudonyms are then given, and everybody is known who is to be left out.
        """
        telling = self._tellings.telling(lang)
        first = self._found
        found = self._in(telling, first.whole.labelled(telling.labels), self._wordless(first))
        return Retold(
            lang=lang,
            signals=self._signals(found),
            result=shown_result(found.result, self._keeper),
        )

    def _signatures(self, found: _Found) -> Signatures:
        """Return who signed what, told to the keeper of names as well."""
        signatures, by_no = signatures_of(found.lists.values()), found.view.by_no
        self._keeper.signed(signatures.texts(by_no, every=True), signatures.by)
        self._keeper.unnamed(signatures.texts(by_no, every=False))
        return signatures

    @cached_property
    def _found(self) -> _Found:
        telling = self._tellings.telling(self._options.lang)
        view = self._view(telling.labels)
        view = with_clusters(with_votes(view, self._lists), self._lists)
        return self._in(telling, view, _Wordless())

    def _in(self, telling: Telling, view: View, known: _Wordless) -> _Found:
        """Return what is found on the board, told in one language; what is known stays."""
        maker, planned = telling.maker, telling.wording.planned_people
        labels = {zone.plan.id: view.label(zone) for zone in self._reading.zones.values()}
        scope = {
            "brief": self._brief,
            "people": view.people,
            "attended": self._attended,
            "nameless": self._keeper.hides,
            "names": self._options.names,
            "labels": labels,
            "today": view.session.isoformat(),
            "planned": "" if self._attended is not None else planned,
        }
        made = make_lists(view, self._lists, maker, scope, known.lists)
        scope |= {name: listed.rows for name, listed in made.items()}
        scope |= maker.work_out(self._spec.let, scope, known.let)
        result = maker.make(self._spec.result, scope, known.result)
        without = without_withheld(view, made.values())
        return _Found(telling, view, without, made, result, scope)

    def _wordless(self, found: _Found) -> _Wordless:
        """Return what says the same in every language."""
        lists = {name: listed for name, listed in found.lists.items() if not listed.worded}
        spec = self._spec
        worded = IN_WORDS | (found.lists.keys() - lists.keys())
        let = without_words(spec.let, worded)
        worded |= spec.let.keys() - let
        # An entry may be reached as `result.NAME` or otherwise: once one has words, all may.
        result = without_words(spec.result, worded, whole="result")
        return _Wordless(
            lists,
            {name: found.scope[name] for name in let},
            {name: found.result[name] for name in result},
        )

    @cached_property
    def _scene(self) -> Scene:
        view = self._found.view
        voices = hear_voices(
            [note for note in view.reading.notes if view.may_ask_who_wrote(note)],
            self._options.facilitator_ids,
            self._options.salt,
            scribe=bool(self._brief.get("scribe")),
        )
        return Scene(view, voices, board_actions(view), parked_notes(view, self._shared))

    @cached_property
    def _common(self) -> Sequence[Finding]:
        return common_signals(self._scene)

    def _view(self, labels: BoardLabels) -> View:
        planned = self._plan.participants if self._plan else 0
        return View(
            reading=self._reading,
            spec=self._spec,
            votes=_NO_VOTES,
            plan=self._plan,
            labels=labels.zones,
            prefilled=labels.prefilled,
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

    def _signals(self, found: _Found) -> tuple[Signal, ...]:
        own = method_signals(
            self._spec.signals, found.telling.maker, {**found.scope, "result": found.result}
        )
        return tuple(
            found.telling.wording.signal(_shown(finding, self._keeper))
            for finding in [*own, *self._common]
        )


def _shown(finding: Finding, keeper: NameKeeper) -> Finding:
    values = {
        name: keeper.listed(value) if isinstance(value, str) else value
        for name, value in finding.values.items()
    }
    return replace(finding, values=values)
