"""The verb: the main job once from end to end, on a sandbox of its own, its files in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from board_templates.library import Library
from board_templates.method import Method
from workshops.briefs import Lang, language, prepare
from workshops.errors import OurFault
from workshops.example import FILE, Example, read_example
from workshops.faults import N_
from workshops.ports import Clock
from workshops.progress import Phase, Progress, ProgressStep
from workshops.rehearsal import Step
from workshops.rehearse import rehearse, writers
from workshops.requests_answers import (
    Account,
    CreateAnswer,
    CreateRequest,
    DemoAnswer,
    HarvestAnswer,
    HarvestRequest,
)

if TYPE_CHECKING:
    from workshops.koosloome import Koosloome

PICTURE_WIDTH = 2400
FRAME_WIDTH = 1600
Perform = Callable[[Sequence[Step], str, Callable[[int], None]], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A product and a sandbox that nobody else uses; close it afterwards."""

    koosloome: Koosloome
    perform: Perform
    close: Callable[[], None]


class Demo:
    """Shows the product to somebody who has nothing but Python."""

    def __init__(self, library: Library, clock: Clock, open_stage: Callable[[], Stage]) -> None:
        self._library = library
        self._clock = clock
        self._open_stage = open_stage

    def run(self, lang: str, folder: Path, progress: Progress) -> DemoAnswer:
        """Make a board, let people write on it, harvest it, leave pictures and summary.

        Raises `OurFault` when no method has an example.
        """
        chosen = language(lang)
        method, example = self._method()
        folder.mkdir(parents=True, exist_ok=True)
        stage = self._open_stage()
        try:
            play = _Play(self._library, stage, method, example, chosen, folder, progress)
            return play.answer(self._clock)
        finally:
            stage.close()

    def _method(self) -> tuple[Method, Example]:
        """Return the first method of the catalogue that has an example."""
        for method in sorted(self._library.all(), key=lambda one: one.identity.order):
            folder = self._library.folder(method.id)
            if (folder / FILE).is_file():
                return method, read_example(folder)
        raise OurFault(reason=N_("No method has an example."))


@dataclass(frozen=True, slots=True)
class _Play:
    """One demonstration, told in steps."""

    library: Library
    stage: Stage
    method: Method
    example: Example
    lang: Lang
    folder: Path
    progress: Progress

    def answer(self, clock: Clock) -> DemoAnswer:
        """Do it all and give the facts for the screen."""
        started = clock.now()
        account = self.stage.koosloome.account()
        created = self._create(account)
        before = self._pictures(account, created, "board-before")
        calls = self._people(account, created)
        harvested = self._harvest(account, created)
        after = self._pictures(account, created, "board-after")
        after += self._frames(account, created, "board-after")
        reports = self._reports(harvested)
        self.progress(ProgressStep(Phase.PICTURES, len(before + after), len(before + after)))
        summary = harvested.summary
        return DemoAnswer(
            folder=self.folder,
            files=(*before, *after, *reports),
            board=created.board,
            method=created.method,
            people=len(writers(self.example, account.name)),
            calls=created.requests + calls + harvested.requests,
            planned=created.planned,
            created=created.created,
            read=summary.accounting.read,
            counted=summary.accounting.counted,
            set_aside=summary.accounting.set_aside.total,
            actions=len(summary.actions),
            signals=len(summary.signals),
            seconds=clock.now() - started,
            summary=summary,
        )

    def _create(self, account: Account) -> CreateAnswer:
        values = self.example.brief[self.lang]
        request = CreateRequest(method=self.method.id, values=values, lang=self.lang)
        return self.stage.koosloome.create(account, request, progress=self.progress)

    def _people(self, account: Account, created: CreateAnswer) -> int:
        plan = prepare(self.library, self.method.id, self.example.brief[self.lang], self.lang).plan
        steps = rehearse(self.library.shared, plan, self.example, facilitator=account.name)

        def on_step(done: int) -> None:
            self.progress(ProgressStep(Phase.PEOPLE, done, len(steps)))

        return self.stage.perform(steps, created.board.id, on_step)

    def _harvest(self, account: Account, created: CreateAnswer) -> HarvestAnswer:
        request = HarvestRequest(lang=self.lang, attended=self.example.attended)
        return self.stage.koosloome.harvest(
            account, created.workshop, request, progress=self.progress
        )

    def _pictures(self, account: Account, created: CreateAnswer, name: str) -> tuple[Path, ...]:
        files = (self.folder / f"{name}.svg", self.folder / f"{name}.png")
        kinds: tuple[Literal["svg", "png"], ...] = ("svg", "png")
        for kind, file in zip(kinds, files, strict=True):
            file.write_bytes(
                self.stage.koosloome.board_picture(
                    account, created.workshop, kind=kind, width=PICTURE_WIDTH
                )
            )
        return files

    def _frames(self, account: Account, created: CreateAnswer, name: str) -> tuple[Path, ...]:
        """Leave a picture of each frame, numbered as on the board: the intro frame is 0."""
        pictures = self.stage.koosloome.frame_pictures(account, created.workshop, width=FRAME_WIDTH)
        files: list[Path] = []
        for number, picture in enumerate(pictures):
            file = self.folder / f"{name}-{number}.png"
            file.write_bytes(picture)
            files.append(file)
        return tuple(files)

    def _reports(self, harvested: HarvestAnswer) -> tuple[Path, ...]:
        files: list[Path] = []
        for name in self.stage.koosloome.report_formats():
            report = self.stage.koosloome.report(
                harvested.summary, name, self.lang, workshop=harvested.workshop
            )
            file = self.folder / f"summary{report.name.removeprefix(self.method.id)}"
            file.write_bytes(report.content)
            files.append(file)
        return tuple(files)
