"""What people do on a board, written from plan and example."""

from __future__ import annotations

from typing import Any

import pytest

from board_templates.geometry import Box
from board_templates.plan import Role
from tests.harvest.boards import LIBRARY
from tests.harvest.comparing import yaml_of
from tests.harvest.performing import Performance
from tests.workshops.conftest import METHOD
from workshops import rehearsal
from workshops.cast import person
from workshops.errors import OurFault
from workshops.example import Example, read_example
from workshops.free_room import NOTE_RATIO, FreeRoom
from workshops.koosloome import Koosloome
from workshops.rehearse import rehearse, writers

LANGS = ("et", "en")


def script(
    koosloome: Koosloome, *acts: dict[str, Any], lang: str = "et"
) -> tuple[rehearsal.Step, ...]:
    plan = koosloome.example_plan(METHOD, lang)
    example = Example(brief={"et": {}, "en": {}}, acts=acts)
    return rehearse(koosloome.shared, plan, example, facilitator="me")


def test_every_example_can_be_written(koosloome: Koosloome) -> None:
    for method in koosloome.library.all():
        folder = koosloome.library.folder(method.id)
        if not (folder / "example.yaml").is_file():
            continue
        example = read_example(folder)
        for lang in LANGS:
            plan = koosloome.example_plan(method.id, lang)
            steps = rehearse(koosloome.shared, plan, example, facilitator="me")
            assert len(steps) >= len([act for act in example.acts if "checkpoint" not in act])


def test_notes_lie_in_their_zone_and_not_on_each_other(koosloome: Koosloome) -> None:
    acts = [{"who": f"P{n}", "write": f"mõte {n}", "in": "F1.public"} for n in range(1, 5)]
    plan = koosloome.example_plan(METHOD, "et")
    zone = next(zone for zone in plan.zones if zone.key == "F1.public")
    boxes: list[Box] = []
    for step in script(koosloome, *acts):
        assert isinstance(step, rehearsal.Writes)
        box = Box(step.where.x - 80, step.where.y - 80 * NOTE_RATIO, 160, 160 * NOTE_RATIO)
        assert zone.box.contains(box)
        assert not any(box.overlaps(other) for other in boxes)
        boxes.append(box)


def test_people_have_names_and_the_facilitator_is_who_made_the_board() -> None:
    assert person("F", "me") == "me"
    assert person("P1", "me") == "Mari"
    assert person("P99", "me") == "P99"
    example = Example(brief={"et": {}, "en": {}}, acts=({"who": "P1"}, {"who": "F"}, {"who": "P1"}))
    assert writers(example, "me") == ("Mari",)


def test_a_dot_comes_out_of_the_tray_of_its_frame_and_the_last_is_copied(
    koosloome: Koosloome,
) -> None:
    write = {"who": "P1", "write": "Vallad", "in": "F2.monitor", "as": "n", "at": [0.5, 0.5]}
    dots = [{"who": "P2", "dot": "n", "sign": "+"} for _ in range(12)]
    _, *placed = script(koosloome, write, *dots)
    moved = [step for step in placed if isinstance(step, rehearsal.Moves)]
    copied = [step for step in placed if isinstance(step, rehearsal.Copies)]
    assert (len(moved), len(copied)) == (9, 3)
    plan = koosloome.example_plan(METHOD, "et")
    tray = {
        rehearsal.At(item.box.centre.x, item.box.centre.y)
        for item in plan.items
        if item.role is Role.DOT and (item.frame, item.text) == ("F2", "+")
    }
    taken = {step.what.near for step in moved if isinstance(step.what, rehearsal.Planned)}
    left = {step.what.near for step in copied if isinstance(step.what, rehearsal.Planned)}
    assert len(left) == 1
    assert taken | left == tray


def test_dots_taken_to_another_frame_leave_one_to_be_found() -> None:
    """All dots of a small group's tray went along with notes once, and none was found."""
    example = yaml_of(LIBRARY.folder("expectations") / "example.yaml")
    values = {**example["brief"]["et"], "participants": 2}
    Performance(LIBRARY, "expectations", "et", {**example, "brief": {"et": values}})


def test_a_moved_seed_is_found_where_it_lies_now(koosloome: Koosloome) -> None:
    first, second = script(
        koosloome,
        {"who": "P1", "move": "F1.people/example", "to": "F2.monitor", "at": [0.5, 0.5]},
        {"who": "P1", "edit": "F1.people/example", "to": {"et": "Uus tekst", "en": "New text"}},
    )
    assert isinstance(first, rehearsal.Moves)
    assert isinstance(second, rehearsal.Edits)
    assert isinstance(first.what, rehearsal.Planned)
    assert isinstance(second.what, rehearsal.Planned)
    assert first.what.frame != second.what.frame
    assert second.text == "Uus tekst"


@pytest.mark.parametrize(
    "act",
    [
        {"who": "P1", "write": "x", "in": "F9.nowhere"},
        {"who": "P1", "move": "nobody", "to": "F1.public"},
        {"who": "P1", "type": "x", "in": "F9.nowhere"},
        {"who": "P1", "dance": "x"},
    ],
)
def test_an_act_that_names_nothing_is_our_fault(koosloome: Koosloome, act: dict[str, Any]) -> None:
    with pytest.raises(OurFault, match=r"example\.yaml"):
        script(koosloome, act)


def test_free_room_is_beside_what_lies_there() -> None:
    room = FreeRoom()
    zone = Box(0, 0, 600, 700)
    first = room.find(zone, 160, 183)
    room.take("one", Box.around(first, 160, 183))
    second = room.find(zone, 160, 183)
    assert second.x > first.x
    assert second.y == first.y
    room.leave("one")
    assert room.find(zone, 160, 183) == first


def test_a_full_zone_gives_its_middle() -> None:
    assert FreeRoom().find(Box(0, 0, 100, 100), 160, 183) == Box(0, 0, 100, 100).centre


def test_a_zone_typed_into_twice_is_found_by_what_it_says_by_then(koosloome: Koosloome) -> None:
    first, second = script(
        koosloome,
        {"who": "P1", "type": {"et": "üks", "en": "one"}, "in": "F2.monitor"},
        {"who": "P2", "type": {"et": "kaks", "en": "two"}, "in": "F2.monitor"},
    )
    assert isinstance(first, rehearsal.Types)
    assert isinstance(second, rehearsal.Types)
    assert isinstance(first.what, rehearsal.Planned)
    assert isinstance(second.what, rehearsal.Planned)
    assert second.what.text == f"{first.what.text}\nüks"
    assert second.what.near == first.what.near


def test_dots_leave_the_text_of_a_note_to_be_read(koosloome: Koosloome) -> None:
    write = {"who": "P1", "write": {"et": "Mõte", "en": "A thought"}, "in": "F2.monitor", "as": "n"}
    dots = [{"who": "P2", "dot": "n", "sign": "+"} for _ in range(4)]
    wrote, *placed = script(koosloome, write, *dots)
    assert isinstance(wrote, rehearsal.Writes)
    places = [step.to for step in placed if isinstance(step, rehearsal.Moves)]
    assert len({place.x for place in places}) == len(dots)
    assert len({place.y for place in places}) == 1
    assert all(abs(place.x - wrote.where.x) < wrote.width / 2 for place in places)
    assert all(wrote.width / 3 < place.y - wrote.where.y < wrote.width * 0.575 for place in places)
