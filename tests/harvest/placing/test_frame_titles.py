"""Frames found by title."""

from __future__ import annotations

from board_templates.geometry import Box, Point
from board_templates.plan import Plan
from harvest.items import live_items
from harvest.placing.frame_titles import frames_by_title, middle_shift
from harvest.placing.scene import Scene
from tests.harvest.builders import FakeBoard, PlanBuilder


def tables() -> Plan:
    build = PlanBuilder()
    build.frame("F0", 0, ("Alustame siit", ""))
    build.frame("T#1", 2200, ("Laud 1: …", ""))
    build.frame("T#2", 4400, ("Laud 2: …", ""))
    build.frame("C#1", 6600, ("…", ""))
    return build.plan()


def found(board: FakeBoard, plan: Plan) -> dict[str, str]:
    scene = Scene(live_items(board.snapshot()), plan)
    titles = {item.id: item.text for item in scene.frames}
    return {key: titles[item] for item, key in frames_by_title(scene, {}).items()}


def test_a_title_known_in_part_is_found_and_one_not_known_at_all_is_not() -> None:
    board = FakeBoard()
    for number, title in enumerate(["Laud 2: Kes?", "Laud 1: Kuidas?", "Alustame siit", "Muu"]):
        board.frame(title, Box(2200.0 * number, 0, 2000, 1500))
    assert found(board, tables()) == {
        "F0": "Alustame siit",
        "T#1": "Laud 1: Kuidas?",
        "T#2": "Laud 2: Kes?",
    }


def test_of_like_titles_the_one_in_its_place_is_taken() -> None:
    board = FakeBoard()
    board.frame("Alustame siit", Box(30_000, 0, 2000, 1500))
    board.frame("Laud 1: kaugel", Box(2200, 0, 2000, 1500))
    board.frame("Laud 1: siin", Box(32_200, 0, 2000, 1500))
    assert found(board, tables())["T#1"] == "Laud 1: siin"


def test_one_frame_moved_by_hand_does_not_pull_the_rest() -> None:
    shifts = [Point(10, 5), Point(10, 5), Point(9000, -700)]
    assert middle_shift(shifts) == Point(10, 5)
    assert middle_shift([]) == Point(0, 0)


def test_a_title_whose_numbers_are_not_known_either_is_found_by_the_rest() -> None:
    build = PlanBuilder()
    build.frame("S#1", 2200, ("Arutelu 00.00 · …", ""))
    build.frame("S#2", 4400, ("Arutelu 00.00 · …", ""))
    board = FakeBoard()
    for number, title in enumerate(["Muu", "Arutelu 10.00 · Saal", "Arutelu 10.55 · Saal"]):
        board.frame(title, Box(2200.0 * number, 0, 2000, 1500))
    assert found(board, build.plan()) == {
        "S#1": "Arutelu 10.00 · Saal",
        "S#2": "Arutelu 10.55 · Saal",
    }
