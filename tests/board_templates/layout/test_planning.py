"""Plans keep the rules of layout: sizes, rows, numbers, keys, seeds, trays, whatever the brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board_templates.brief import make_brief
from board_templates.expressions import Expressions
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.method import Method
from board_templates.plan import ItemKind, Plan, PlannedItem, PlannedZone, Role, Voting
from tests.board_templates.conftest import Planned
from tests.board_templates.layout_rules import broken_rules

ISSUE = "Uue seaduse mõjud maal"
LIBRARY = Library()
EXPRESSIONS = Expressions()
BOARDS = ("F0", "F1", "F2", "F3")


def plan_of(values: Mapping[str, Any]) -> Plan:
    method = LIBRARY.get("stakeholder-map")
    given_values = {"issue": ISSUE, **values}
    brief = make_brief(method, LIBRARY.shared, given_values, expressions=EXPRESSIONS)
    return make_plan(method, LIBRARY.shared, brief, expressions=EXPRESSIONS)


def item(plan: Plan, key: str) -> PlannedItem:
    [found] = [item for item in plan.items if item.key == key]
    return found


def zone(plan: Plan, key: str) -> PlannedZone:
    [found] = [zone for zone in plan.zones if zone.key == key]
    return found


names = st.text(alphabet="abcdefghijklmnoprstuvõäöü ,.-", min_size=1, max_size=60).map(
    lambda text: text.strip() or "nimi"
)

briefs = st.fixed_dictionaries(
    {
        "participants": st.integers(2, 60),
        "lang": st.sampled_from(["et", "en"]),
        "groups": st.integers(1, 10),
        "strategy_rows": st.integers(3, 12),
        "stance": st.booleans(),
        "salience": st.booleans(),
        "warm_up": st.booleans(),
        "examples": st.booleans(),
        "minutes": st.integers(60, 120),
    },
    optional={
        "stakeholders": st.lists(names, max_size=40, unique_by=str.casefold),
        "sectors": st.lists(names, min_size=3, max_size=8, unique_by=str.casefold),
    },
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(briefs)
def test_no_brief_breaks_a_rule_of_layout(values: dict[str, Any]) -> None:
    assert broken_rules(plan_of(values)) == []


@settings(max_examples=10, deadline=None)
@given(briefs)
def test_the_same_brief_gives_the_same_plan(values: dict[str, Any]) -> None:
    assert plan_of(values) == plan_of(values)


@settings(max_examples=10, deadline=None)
@given(briefs, st.integers(2, 60))
def test_keys_stay_when_an_unrelated_value_changes(values: dict[str, Any], people: int) -> None:
    before = plan_of(values)
    after = plan_of({**values, "participants": people, "facilitator": "Mari", "minutes": 90})
    assert [zone.key for zone in before.zones] == [zone.key for zone in after.zones]
    kept = {i.key for i in before.items if i.role is not Role.DOT}
    assert kept == {i.key for i in after.items if i.role is not Role.DOT}


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize("people", [2, 15, 40, 60])
def test_every_method_is_laid_out(people: int, lang: str) -> None:
    for method in LIBRARY.all():
        brief = make_brief(
            method,
            LIBRARY.shared,
            {**required(method), "participants": people, "lang": lang},
            expressions=EXPRESSIONS,
        )
        plan = make_plan(method, LIBRARY.shared, brief, expressions=EXPRESSIONS)
        assert broken_rules(plan) == []


def required(method: Method) -> dict[str, Any]:
    text = "Kuidas jõuda nendeni, keda see puudutab?"
    return {p.name: [text] if p.is_list else text for p in method.identity.brief if p.required}


@pytest.mark.parametrize(
    ("people", "side", "in_table", "width"),
    [
        (2, 200, 160, 3000),
        (8, 200, 160, 3000),
        (9, 160, 160, 3000),
        (24, 160, 160, 3000),
        (25, 120, 120, 3600),
        (60, 120, 120, 3600),
    ],
)
def test_notes_and_widths_follow_the_people(
    people: int, side: int, in_table: int, width: int
) -> None:
    plan = plan_of({"participants": people})
    assert plan.note_size == side
    assert item(plan, "F1.public/stack1").box.width == side
    assert item(plan, "F3.next@1/example").box.width >= in_table
    assert next(f for f in plan.frames if f.id == "F1").box.width == width


def test_frames_stand_left_to_right_with_tops_aligned() -> None:
    plan = plan_of({})
    assert [frame.key for frame in plan.frames] == list(BOARDS)
    assert {frame.box.y for frame in plan.frames} == {0}
    lefts = [frame.box.x for frame in plan.frames]
    rights = [frame.box.right for frame in plan.frames]
    assert lefts[1:] == [right + 200 for right in rights[:-1]]


def test_pairs_of_groups_wrap_into_rows_of_the_same_length() -> None:
    plan = plan_of({"groups": 6, "participants": 40})
    frames = {frame.key: frame for frame in plan.frames}
    assert frames["F1#1"].box.right + 200 == frames["F2#1"].box.x
    assert frames["F2#1"].box.right + 200 == frames["F1#2"].box.x
    assert frames["F1#4"].box.x == frames["F1#1"].box.x
    lowest = max(f.box.bottom for key, f in frames.items() if key in {"F1#1", "F2#1", "F2#3"})
    assert frames["F1#4"].box.y == lowest + 200
    assert frames["F3"].box.y == 0
    assert frames["F3"].box.x == frames["F2#3"].box.right + 200


@pytest.mark.parametrize(
    ("groups", "rows"),
    [(3, [3]), (5, [5]), (6, [3, 3]), (7, [4, 3]), (8, [4, 4]), (9, [5, 4]), (10, [5, 5])],
)
def test_no_row_holds_more_than_five_and_none_is_nearly_empty(groups: int, rows: list[int]) -> None:
    plan = plan_of({"groups": groups, "participants": 60})
    tops = Counter(frame.box.y for frame in plan.frames if frame.id == "F1")
    assert [tops[top] for top in sorted(tops)] == rows


def test_copies_share_a_number_and_say_their_group() -> None:
    plan = plan_of({"groups": 3})
    titles = {frame.key: (frame.number, frame.title) for frame in plan.frames}
    assert titles["F1#2"] == (1, "1. Kogume osapooled · rühm 2")
    assert titles["F2#3"] == (2, "2. Asetame kaardile · rühm 3")
    assert titles["F3"] == (3, "3. Valime kaasamisviisi")
    frames = {frame.key: frame for frame in plan.frames}
    assert frames["F1#2"].place == {"group": 2}
    assert frames["F1#2"].people == 5
    assert frames["F3"].people == 15
    alone = plan_of({})
    assert [f.title for f in alone.frames if f.id == "F1"] == ["1. Kogume osapooled"]


def test_numbers_count_the_frames_that_are_there(tiny: Method, planned: Planned) -> None:
    plan = planned(tiny, topic="Uus seadus", way="slow", groups=1)
    assert [(f.key, f.number) for f in plan.frames] == [("F0", None), ("F1", 1)]


def test_other_texts_under_a_condition(tiny: Method, planned: Planned) -> None:
    slow = planned(tiny, topic="Uus seadus", way="slow", groups=1)
    assert zone(slow, "F1.worries").label == "Hirmud"
    assert zone(planned(tiny, topic="Uus seadus", groups=1), "F1.worries").label == "Mured"


def test_own_kinds_replace_the_five() -> None:
    plan = plan_of({"sectors": ["Vald", "Kool", "Pood"]})
    ids = [z.id for z in plan.zones if z.frame == "F1"]
    assert ids == ["F1.sector1", "F1.sector2", "F1.sector3", "F1.missing"]
    second = zone(plan, "F1.sector2")
    assert (second.label, second.colour, second.spec) == ("Kool", "light_green", "F1.sector")
    assert second.bindings["sector"] == "Kool"


def test_known_stakeholders_start_where_they_belong() -> None:
    plan = plan_of({"stakeholders": ["elanikud ja sihtrühmad: koolijuhid", "Linnade liit"]})
    placed = item(plan, "F1.people/carrier1")
    assert (placed.text, placed.role, placed.zone) == ("koolijuhid", Role.CARRIER, "F1.people")
    assert placed.origin == {"parameter": "stakeholders", "no": 1}
    assert placed.style.fill == "light_pink"
    assert item(plan, "F1.known/carrier1").text == "Linnade liit"
    assert not [z for z in plan_of({}).zones if z.id == "F1.known"]


def test_a_zone_is_one_shape_with_label_and_prompt(tiny: Method, planned: Planned) -> None:
    plan = planned(tiny, topic="Kool <i>& pood", groups=1)
    shape = item(plan, "F1.ideas/zone")
    assert shape.content == (
        "<p><strong>Mõtted</strong></p><p>Teemal Kool &lt;i&gt;&amp; pood.</p>"
    )
    assert shape.text == "Mõtted\nTeemal Kool <i>& pood."
    assert shape.kind is ItemKind.SHAPE


def test_only_the_footer_is_a_text_item() -> None:
    texts = [i for i in plan_of({}).items if i.kind is ItemKind.TEXT]
    assert [(i.key, i.role) for i in texts] == [("F0/footer", Role.FOOTER)]


def test_signed_dots_lie_in_the_tray() -> None:
    plan = plan_of({})
    dots = [i for i in plan.items if i.role is Role.DOT]
    assert {i.sign for i in dots} == {"+", "?", "×", "!"}
    assert item(plan, "F2/tray:+:04").text == "+"
    assert item(plan, "F2/tray:+").text == "toetab"
    frame = next(f for f in plan.frames if f.id == "F2")
    assert (frame.voting, frame.dots) == (Voting.SIGNED, None)
    assert {i.sign for i in plan_of({"stance": False}).items if i.sign} == {"!"}


@pytest.mark.parametrize(("people", "each", "dots"), [(4, 3, 12), (15, 3, 45), (30, 10, 60)])
def test_a_plain_tray_holds_what_people_may_give(
    tiny: Method, planned: Planned, people: int, each: int, dots: int
) -> None:
    plan = planned(tiny, topic="Uus seadus", groups=1, participants=people, dots_per_person=each)
    lying = [i for i in plan.items if i.role is Role.DOT]
    assert len(lying) == dots
    assert item(plan, "F1/tray").text == f"Punkte igaühele: {each}"
    assert lying[0].key == "F1/tray::01"
    assert lying[1].box.x - lying[0].box.x == 4


def test_without_dots_there_is_no_tray(tiny: Method, planned: Planned) -> None:
    plan = planned(tiny, topic="Uus seadus", groups=1, dots_per_person=0)
    assert not [i for i in plan.items if i.role is Role.DOT]
    assert not [z for z in plan.zones if z.id == "F0.dots"]
    assert [f.voting for f in plan.frames] == [None, None, None]


def test_a_stack_is_three_blanks_offset_by_twelve() -> None:
    plan = plan_of({})
    blanks = [item(plan, f"F1.public/stack{n}") for n in (1, 2, 3)]
    assert [b.box.x - blanks[0].box.x for b in blanks] == [0, 12, 24]
    assert {b.role for b in blanks} == {Role.BLANK}
    assert not [i for i in plan.items if i.role is Role.BLANK and i.frame in {"F2", "F3"}]


def test_a_long_seed_gets_a_larger_note() -> None:
    text = "Regionaal- ja põllumajandusministeeriumi valdkonnajuhid"
    plan = plan_of({"stakeholders": [text], "participants": 40})
    assert item(plan, "F1.known/carrier1").box.width > plan.note_size


def test_tags_are_those_the_method_uses() -> None:
    ids = [tag.id for tag in plan_of({}).tags]
    assert ids == ["private", "may_share", "action", "done", "directly_affected"]
    more = plan_of({"salience": True, "groups": 2}).tags
    assert [(t.id, t.title) for t in more][-2:] == [("group:1", "rühm 1"), ("group:2", "rühm 2")]
    assert {"power", "legitimacy", "urgency"} <= {tag.id for tag in more}


def test_the_legend_tells_labels_of_few_zones_and_meanings_of_many() -> None:
    plan = plan_of({})
    assert item(plan, "F0.legend/text:light_blue").text == "Riik ja omavalitsused"
    assert item(plan, "F0.legend/text:light_yellow").text == "mõte"
    assert item(plan, "F0.legend/text:gray").text == "juhis, näide"


def test_the_intro_says_what_the_workshop_is_about() -> None:
    plan = plan_of({"title": "Meie kaart"})
    assert zone(plan, "F0.title").label == "Meie kaart"
    focus = zone(plan, "F0.focus")
    assert (focus.label, focus.prompt) == ("Teema", ISSUE)
    assert not [z for z in plan_of({"warm_up": False}).zones if z.id == "F0.practice"]


def test_links_lead_to_frames_that_are_there() -> None:
    for method in LIBRARY.all():
        brief = make_brief(method, LIBRARY.shared, required(method), expressions=EXPRESSIONS)
        plan = make_plan(method, LIBRARY.shared, brief, expressions=EXPRESSIONS)
        keys = {frame.key for frame in plan.frames}
        links = [i.link.removeprefix("frame:") for i in plan.items if i.link]
        assert set(links) <= keys


def test_the_name_of_the_intro_frame_stands_small_above_the_title_of_the_workshop() -> None:
    plan = plan_of({"session_date": "2026-03-02"})
    over, title, time = (item(plan, key) for key in ("F0/title", "F0.title/zone", "F0/time"))
    assert over.text == "Alustame siit"
    assert over.style.font_size * 1.5 < title.style.font_size
    assert over.box.x == title.box.x
    assert 0 < title.box.y - over.box.bottom < 40
    assert abs(over.box.bottom - time.box.bottom) < 1


def test_quadrants_stand_out_by_how_closely_people_are_engaged() -> None:
    plan = plan_of({})
    close, satisfied, voice, monitor = (
        item(plan, f"F2.{name}/zone").style.fill
        for name in ("engage_closely", "keep_satisfied", "give_voice", "monitor")
    )
    assert satisfied == voice
    assert len({close, satisfied, monitor}) == 3


def test_a_short_legend_is_written_larger_and_its_size_depends_on_no_text() -> None:
    def fonts(values: Mapping[str, Any]) -> set[int]:
        items = plan_of(values).items
        return {i.style.font_size for i in items if i.key.startswith("F0.legend/text:")}

    three = {"sectors": ["Üks", "Kaks", "Kolm"]}
    long = {"sectors": ["Linnad ja vallad ning nende liidud", "Haldurid", "Arendajad"]}
    assert fonts({}) == {27}
    assert fonts(three) == fonts(long)
    assert min(fonts(three)) > 27
