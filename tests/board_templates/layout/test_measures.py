"""The stated size of a frame is a number, or what an expression over the brief gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from board_templates.brief import make_brief
from board_templates.errors import FaultyMethod
from board_templates.layout import make_plan
from board_templates.loading import load_method
from board_templates.shared_texts import SharedTexts
from tests.board_templates.method_folders import changed, write_method

FILE = "board.yaml"


@pytest.mark.parametrize(("way", "participants", "width"), [("fast", 9, 2000), ("slow", 9, 2600)])
def test_a_width_may_depend_on_the_brief(
    tmp_path: Path, shared: SharedTexts, way: str, participants: int, width: int
) -> None:
    files = changed(FILE, "width: 2000", "width: 2600 if slow else 2000")
    method = load_method(write_method(tmp_path, files), shared)
    values = {"topic": "Teema", "way": way, "participants": participants}
    plan = make_plan(method, shared, make_brief(method, shared, values))
    assert {frame.box.width for frame in plan.frames if frame.id == "F1"} == {width}


@pytest.mark.parametrize(
    ("stated", "what"),
    [
        ("width: 2000 if quick else 1", "“quick”"),
        ("width: 2000 + topic | length", "“topic” decides"),
    ],
)
def test_a_width_is_checked_as_everything_that_shapes_a_board(
    tmp_path: Path, shared: SharedTexts, stated: str, what: str
) -> None:
    with pytest.raises(FaultyMethod) as caught:
        load_method(write_method(tmp_path, changed(FILE, "width: 2000", stated)), shared)
    assert any(what in fault.what for fault in caught.value.faults)
