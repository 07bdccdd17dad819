# ruff: noqa: PLC0415  # a command pays only for what it uses: start-up time is promised
"""The verbs that need no account: plans, pictures, sharing, checks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshops.briefs import beside, find_method, language, prepare
from workshops.errors import InputFaults
from workshops.koosloome.base import Face
from workshops.progress import Progress, silent

if TYPE_CHECKING:
    from board_templates.choosing import Choosing
    from board_templates.method import Method
    from board_templates.plan import Plan
    from workshops.brief_form import BriefField
    from workshops.choose import Choice
    from workshops.method_check import MethodCheck
    from workshops.pictures import PictureKind
    from workshops.requests_answers import (
        DemoAnswer,
        DoctorLine,
        DryRun,
        ShareAnswer,
        SharedBrief,
    )

PICTURE_WIDTH = 2000


class MethodVerbs(Face):
    """What is done with methods."""

    def method(self, method_id: str) -> Method:
        """Return a method. Raises `UnknownMethod` with ids that are much like it."""
        return find_method(self.library, method_id)

    def choose(self, answers: Mapping[str, str], lang: str) -> Choice:
        """Return what is asked of somebody who answered so, and the methods that follow.

        Raises `InputFaults` that name every answer that can't be used.
        """
        from workshops.choose import choose

        return choose(self._choosing, self.library, answers, language(lang))

    @cached_property
    def _choosing(self) -> Choosing:
        from board_templates.choosing import read_choosing

        return read_choosing()

    def brief_form(self, method_id: str, lang: str) -> tuple[BriefField, ...]:
        """Return what a method asks, in words. Raises `UnknownMethod`."""
        from workshops.brief_form import brief_form

        return brief_form(self.method(method_id), self.shared, language(lang))

    def example_plan(self, method_id: str, lang: str) -> Plan:
        """Return the plan of a method's example; its `brief` holds the example's values.

        A method without an example that can be used is shown with the least its fields take.
        Raises `UnknownMethod`, or `InputFaults` when not even that is taken.
        """
        from workshops.example import shown_brief

        method = self.method(method_id)
        try:
            return self.make_plan(method.id, shown_brief(method, language(lang)), lang)
        except InputFaults:
            from workshops.fillers import filled

            return self.make_plan(method.id, filled(method), lang)

    def make_plan(self, method: str, values: Mapping[str, Any], lang: str) -> Plan:
        """Return the plan of a brief. Raises `UnknownMethod`, or `InputFaults` with every fault."""
        return prepare(self.library, method, values, lang).plan

    def preview(
        self,
        method: str,
        values: Mapping[str, Any],
        lang: str,
        *,
        kind: PictureKind = "svg",
        width: int | None = PICTURE_WIDTH,
    ) -> bytes:
        """Return the picture of a board that is only planned. Raises as `make_plan`.

        An SVG without a width is for looking closer: it shows every letter.
        """
        from workshops.pictures import drawn_plan

        return drawn_plan(self.make_plan(method, values, lang), kind, width)

    def dry_run(
        self, method: str, values: Mapping[str, Any], lang: str, *, on: str | None = None
    ) -> DryRun:
        """Return what making a board would take, or what putting it `on` one would.

        Only then Miro is asked: for the tags that are there. Raises as `make_plan`, and for `on`
        what `create` raises.
        """
        from workshops.building import cost, expected_seconds, item_keys
        from workshops.requests_answers import DryRun

        plan = self.make_plan(method, beside(values, on), lang)
        there = None if on is None else self._wires.create.tags_on(self.account(), on)
        calls, credits_ = cost(plan, there)
        return DryRun(
            method=plan.method,
            version=plan.version,
            lang=plan.lang,
            title=plan.title,
            frames=len(plan.frames),
            items=len(item_keys(plan)),
            links=len(plan.links),
            tags=len(plan.tags),
            calls=calls,
            credits=credits_,
            seconds=expected_seconds(plan, there),
        )

    def check_method(self, folder: Path, lang: str) -> MethodCheck:
        """Return everything that is wrong with a method folder, said in a language."""
        from workshops.methods import check_method

        return check_method(self.library, folder, language(lang))

    def check_new_id(self, method_id: str, place: Path) -> None:
        """Raise `InputFaults` when no method of one's own can be made under this id here."""
        from workshops.new_method import check_new_id

        check_new_id(self.library, method_id, place)

    def new_method(
        self, method_id: str, card: str, place: Path, lang: str, *, file: str
    ) -> MethodCheck:
        """Write the folder of a method of one's own from a card, and return the verdict on it.

        Raises `InputFaults` that name every fault of the card; nothing is written then.
        """
        from workshops.new_method import new_method

        return new_method(self.library, method_id, card, place, language(lang), file=file)

    def share(
        self, method: str, values: Mapping[str, Any], lang: str, *, with_names: bool = False
    ) -> ShareAnswer:
        """Return a template link, or the file that stands for it. Raises as `make_plan`."""
        return self._wires.share.make(method, values, lang, with_names=with_names)

    def open_share(self, text: str) -> SharedBrief:
        """Return what a template link or file carries. Raises `LinkNotFound`, `FaultyShare`."""
        shared = self._wires.share.open(text)
        find_method(self.library, shared.method)
        return shared

    def demo(self, lang: str, folder: Path, *, progress: Progress = silent) -> DemoAnswer:
        """Show the main job from end to end; leaves pictures and a summary in the folder."""
        return self._wires.demo.run(lang, folder, progress)

    def doctor(self) -> tuple[DoctorLine, ...]:
        """Return what is set up and what is missing; what is due is deleted on the way."""
        return self._wires.doctor.look()

    def delete_due(self) -> int:
        """Delete what is due; tell how many."""
        from workshops.deletion import delete_due

        return delete_due(self._wires.store, self._now())
