"""Performs the example of a method on a board in memory and reads it as a real one is read."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import singledispatchmethod
from math import dist
from typing import Any

from board_templates.brief import in_language, make_brief
from board_templates.geometry import Box
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.method import Lang
from board_templates.rich_text import paragraphs
from harvest.board_reading import read_board
from harvest.harvest import harvest, summarise_for_both
from harvest.options import HarvestOptions
from harvest.retold import Told
from harvest.snapshot import Snapshot, SnapshotConnector
from harvest.summary import Summary
from tests.harvest.builders import ME, NOON, FakeBoard
from workshops import rehearsal
from workshops.example import Example
from workshops.rehearse import STEP_SECONDS, rehearse

FACILITATOR = ME


class Performance:
    """One example on one board; `numbers` tells the number of each named note."""

    def __init__(self, library: Library, method: str, lang: Lang, example: dict[str, Any]) -> None:
        self.method = library.get(method)
        self._shared = library.shared
        brief = make_brief(self.method, self._shared, example["brief"][lang], lang)
        other = in_language(self.method, self._shared, brief, "en" if lang == "et" else "et")
        self.plan = make_plan(self.method, self._shared, brief)
        self.twin = make_plan(self.method, self._shared, other)
        self.example = Example.model_validate(example)
        self.board = FakeBoard(at=NOON - timedelta(hours=4))
        self.board.draw(self.plan)
        self.checkpoints: list[Snapshot] = []
        self.numbers: dict[str, int] = {}
        self._labels: dict[str, str] = {}
        self._texts = {raw["id"]: _plain(raw) for raw in self.board.items}
        steps = rehearse(self._shared, self.plan, self.example, facilitator=FACILITATOR)
        self._perform(list(steps))

    def summary(self, **options: Any) -> Summary:  # noqa: ANN401  # options of a harvest
        """Return what the board gives, checkpoints and ledger known."""
        summary = harvest(
            self.method,
            self._shared,
            self.plan,
            self.board.snapshot(),
            placed_by=self.board.ledger,
            options=self._options(options),
            twins=(self.twin,),
            earlier=self.checkpoints,
        )
        number_of = {note.id: note.no for note in summary.notes}
        planned = {key: item for item, key in self.board.ledger.items()}
        known = {**planned, **self._labels, **self._written_over(planned)}
        self.numbers = {name: number_of[item] for name, item in known.items() if item in number_of}
        return summary

    def told(self, also_in: Lang, **options: Any) -> Told:  # noqa: ANN401  # as above
        """Return what the board gives in both languages, from one reading."""
        snapshot = self.board.snapshot()
        reading = read_board(
            self.method,
            self._shared,
            self.plan,
            snapshot,
            placed_by=self.board.ledger,
            twins=(self.twin,),
            earlier=self.checkpoints,
        )
        return summarise_for_both(
            self.method,
            self._shared,
            self.plan,
            reading,
            board=snapshot.board,
            options=self._options(options),
            also_in=also_in,
            twins=(self.twin,),
        )

    def _options(self, options: dict[str, Any]) -> HarvestOptions:
        said = {"lang": self.plan.lang, "harvested_at": NOON, "attended": self.example.attended}
        people = frozenset({FACILITATOR})
        return HarvestOptions(facilitator_ids=people, salt=b"test", **{**said, **options})

    def _written_over(self, planned: dict[str, str]) -> dict[str, str]:
        """Return the items that were typed into or overwritten, by the names of the acts."""
        return {
            act["as"]: planned[act.get("edit") or f"{act['in']}/zone"]
            for act in self.example.acts
            if "as" in act and ("type" in act or act.get("edit") in planned)
        }

    def _perform(self, steps: list[rehearsal.Step]) -> None:
        """Do every step, and take a checkpoint between those it was taken between."""
        for number, act in enumerate(self.example.acts):
            if "checkpoint" in act:
                self.checkpoints.append(self.board.snapshot(at=self._time(number)))
            while steps and steps[0].at <= number * STEP_SECONDS:
                self.board.at = self._time(number)
                self._do(steps.pop(0))
        self.board.at = NOON

    @staticmethod
    def _time(number: int) -> datetime:
        return NOON - timedelta(hours=3) + timedelta(seconds=number * STEP_SECONDS)

    @singledispatchmethod
    def _do(self, step: rehearsal.Step) -> None:
        raise TypeError(step)

    @_do.register
    def _writes(self, step: rehearsal.Writes) -> None:
        item = self.board.write(
            step.text,
            step.where.x,
            step.where.y,
            who=step.who,
            colour=step.colour,
            side=step.width,
        )
        self._keep(item, step.name)

    @_do.register
    def _writes_card(self, step: rehearsal.WritesCard) -> None:
        due = {"dueDate": step.due} if step.due else {}
        item = self.board.card(step.title, step.where.x, step.where.y, **due)
        self._raw(item).update(created_by=step.who, modified_by=step.who)
        self.board.move(item, step.where.x, step.where.y)
        self._keep(item, step.name)

    @_do.register
    def _moves(self, step: rehearsal.Moves) -> None:
        self.board.move(self._item(step.what), step.to.x, step.to.y)

    @_do.register
    def _copies(self, step: rehearsal.Copies) -> None:
        raw = self._raw(self._item(step.what))
        size = raw["geometry"]
        box = Box(
            step.to.x - size["width"] / 2,
            step.to.y - size["height"] / 2,
            size["width"],
            size["height"],
        )
        item = self.board.add(raw["type"], box, dict(raw["data"]), dict(raw["style"]), who=step.who)
        self.board.move(item, step.to.x, step.to.y)
        self._keep(item, step.name)

    @_do.register
    def _colours(self, step: rehearsal.Colours) -> None:
        self._raw(self._item(step.what))["style"]["fillColor"] = step.colour

    @_do.register
    def _tags(self, step: rehearsal.Tags) -> None:
        self.board.tags.setdefault(self._item(step.what), []).append(step.tag)

    @_do.register
    def _edits(self, step: rehearsal.Edits) -> None:
        item = self._item(step.what)
        self.board.edit(item, step.text, who=step.who)
        self._texts[item] = step.text

    @_do.register
    def _types(self, step: rehearsal.Types) -> None:
        item = self._item(step.what)
        lines = self._raw(item)["data"]["content"]
        self.board.edit(item, step.text, who=step.who)
        self._raw(item)["data"]["content"] = lines + self._raw(item)["data"]["content"]
        self._texts[item] = "\n".join(filter(None, (self._texts[item], step.text)))

    @_do.register
    def _connects(self, step: rehearsal.Connects) -> None:
        start, end = self._item(step.start), self._item(step.end)
        line = SnapshotConnector(id=f"line{len(self.board.connectors)}", start=start, end=end)
        self.board.connectors.append(line)

    @_do.register
    def _deletes(self, step: rehearsal.Deletes) -> None:
        self.board.delete(self._item(step.what))

    def _keep(self, item: str, name: str) -> None:
        self._labels[name] = item
        self._texts[item] = _plain(self._raw(item))

    def _raw(self, item: str) -> dict[str, Any]:
        return next(raw for raw in self.board.items if raw["id"] == item)

    def _item(self, what: rehearsal.What) -> str:
        if isinstance(what, rehearsal.Named):
            return self._labels[what.name]
        frames = {raw["id"]: raw["data"]["title"] for raw in self.board.items if _is_frame(raw)}
        found = [
            raw["id"]
            for raw in self.board.items
            if raw["type"] == what.type
            and self._texts[raw["id"]] == what.text
            and frames.get((raw.get("parent") or {}).get("id")) == what.frame
            and what.shape in {None, raw["data"].get("shape")}
        ]
        if what.near is not None:
            place = (what.near.x, what.near.y)
            return str(min(found, key=lambda item: dist(place, self.board.place_of(item))))
        return str(found[what.nth])


def _is_frame(raw: dict[str, Any]) -> bool:
    return bool(raw["type"] == "frame")


def _plain(raw: dict[str, Any]) -> str:
    content = (raw.get("data") or {}).get("content", "")
    return "\n".join(paragraph.text for paragraph in paragraphs(content))
