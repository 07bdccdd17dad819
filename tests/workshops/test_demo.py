"""The main job from end to end, as somebody sees it who has nothing but Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from board_templates.method import Lang
from harvest.summary import Summary
from tests.harvest.comparing import compare, numbers_on, yaml_of
from tests.harvest.performing import Performance
from tests.workshops.conftest import Told
from workshops.koosloome import Koosloome


@pytest.mark.parametrize("lang", ["et", "en"])
def test_the_demo_leaves_pictures_and_a_summary(
    koosloome: Koosloome, tmp_path: Path, lang: str
) -> None:
    told = Told()
    folder = tmp_path / "demo"
    answer = koosloome.demo(lang, folder, progress=told)
    assert sorted(file.name for file in folder.iterdir()) == [
        "board-after-0.png", "board-after-1.png", "board-after-2.png", "board-after-3.png",
        "board-after.png", "board-after.svg", "board-before.png", "board-before.svg",
        "summary-memo.md", "summary.csv", "summary.json", "summary.md",
    ]  # fmt: skip
    assert set(answer.files) == set(folder.iterdir())
    assert answer.read == answer.counted + answer.set_aside
    assert answer.read > answer.created == answer.planned
    assert answer.people == 12
    assert answer.calls > 100
    assert Summary.from_json((folder / "summary.json").read_text("utf-8")) == answer.summary
    assert answer.summary.lang == lang
    assert (folder / "board-after.png").read_bytes().startswith(b"\x89PNG")
    before, after = (
        (folder / f"board-{when}.svg").read_text("utf-8") for when in ("before", "after")
    )
    assert len(after) > len(before)
    frames = [(folder / f"board-after-{number}.png").read_bytes() for number in range(4)]
    assert all(frame.startswith(b"\x89PNG") for frame in frames)
    assert len(set(frames)) == len(frames)
    assert told.phases[-1] == "pictures"
    assert "people" in told.phases


@pytest.mark.parametrize("lang", ["et", "en"])
def test_the_demo_reads_what_a_facilitator_reads_by_eye(
    koosloome: Koosloome, tmp_path: Path, lang: Lang
) -> None:
    answer = koosloome.demo(lang, tmp_path / "demo")
    folder = koosloome.library.folder(answer.method)
    expected = yaml_of(folder / "expected.yaml")[lang]
    example = yaml_of(folder / "example.yaml")
    in_memory = Performance(koosloome.library, answer.method, lang, example)
    known = in_memory.summary()
    numbers = numbers_on(answer.summary, known, in_memory.numbers)
    summary = answer.summary
    compare(expected["result"], summary.as_data()["result"], numbers, "result")
    assert sorted({signal.code for signal in summary.signals}) == sorted(expected["signals"])
    assert set(expected["texts"]) <= {signal.text for signal in summary.signals}
    for name in ("unplaced", "parked"):
        assert sorted(getattr(summary, name)) == sorted(numbers[note] for note in expected[name])
    said = expected["envelope"]
    found = {
        **summary.as_data(),
        **summary.counts.model_dump(),
        **summary.accounting.set_aside.model_dump(),
    }
    assert {name: found[name] for name in said} == said


def test_the_demo_touches_nothing_of_the_persons_own(koosloome: Koosloome, tmp_path: Path) -> None:
    koosloome.demo("et", tmp_path / "demo")
    assert koosloome.workshops(koosloome.account()) == ()
    assert not (koosloome.settings.home / "sandbox.sqlite").exists()


def test_the_same_demo_gives_the_same_summary(koosloome: Koosloome, tmp_path: Path) -> None:
    def told(name: str) -> dict[str, object]:
        koosloome.demo("et", tmp_path / name)
        data = json.loads((tmp_path / name / "summary.json").read_text("utf-8"))
        return {key: data[key] for key in ("accounting", "counts", "result", "signals")}

    assert told("one") == told("two")
