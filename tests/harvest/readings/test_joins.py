"""Readings over earlier lists: grid, kinds, touching, group_by, match, by_title, split, parts."""

from __future__ import annotations

import pytest

from board_templates.geometry import Point
from harvest.placed import Passed
from tests.harvest.boards import FakeBoard, board
from tests.harvest.readings.reading import rows

_WRITTEN = {"notes": {"zones": ["F1.*", "F2.*"], "order": "reading"}}


def _with(*texts: str, zone: str = "F1.public") -> FakeBoard:
    fake = board("stakeholder-map")
    for text in texts:
        fake.write(text, zone)
    return fake


def test_grid_gives_places_in_the_area_of_all_zones() -> None:
    fake = board("stakeholder-map")
    fake.write("üleval paremal", "F2.engage_closely", at=(1.0, 0.0))
    fake.write("keskel", "F2.monitor", at=(0.5, 0.5))
    fake.write("mujal", "F1.public")
    found = rows(fake, a=_WRITTEN, b={"grid": {"list": "a", "zones": ["F2.*"]}})
    places = [(row["x"], row["y"]) for row in found]
    assert places == [
        (pytest.approx(1.0), pytest.approx(1.0)),
        (pytest.approx(0.25), pytest.approx(0.25)),
        (None, None),
    ]


def test_grid_clamps_what_reaches_over_the_edge() -> None:
    fake = board("stakeholder-map")
    fake.write("üle serva", "F2.engage_closely", at=(1.2, -0.2))
    [row] = rows(fake, a=_WRITTEN, b={"grid": {"list": "a", "zones": ["F2.*"]}})
    assert (row["x"], row["y"]) == (1.0, 1.0)


def test_grid_keeps_the_place_that_a_checkpoint_saw_last_when_asked() -> None:
    fake = board("stakeholder-map")
    moved = fake.write("edasi", "F1.public")
    ways = [("F2.monitor", 0.1), ("F2.monitor", 0.5), ("F1.people", 0.9)]
    fake.change(moved, passed=tuple(Passed(zone, Point(at, at)) for zone, at in ways))
    area = {"list": "a", "zones": ["F2.*"]}
    [now] = rows(fake, a=_WRITTEN, b={"grid": area})
    [kept] = rows(fake, a=_WRITTEN, b={"grid": {**area, "earlier": True}})
    assert (now["x"], now["y"]) == (None, None)
    assert (kept["x"], kept["y"]) == (pytest.approx(0.25), pytest.approx(0.25))
    fake.move(moved, "F2.engage_closely", at=(1.0, 0.0))
    [here] = rows(fake, a=_WRITTEN, b={"grid": {**area, "earlier": True}})
    assert (here["x"], here["y"]) == (pytest.approx(1.0), pytest.approx(1.0))


def _kind(**of: object) -> str | None:
    fake = board("stakeholder-map")
    fake.write("Keegi", "F2.monitor", **{"colour": "light_yellow", **of})
    said = {"list": "a", "zones": ["F1.*"], "but": ["F1.known", "F1.missing"]}
    [row] = rows(fake, a=_WRITTEN, b={"kinds": {**said, "silent": ["F1.missing"]}})
    kind: str | None = row["kind"]
    return kind


def test_a_kind_is_told_by_the_first_zone_then_a_tag_then_a_colour() -> None:
    tag = ("teadlased ja  eksperdid",)
    assert _kind(first_zone="F1.business", tags=tag, colour="light_pink") == (
        "Ettevõtted ja nende liidud"
    )
    assert _kind(tags=tag, colour="light_pink") == "Teadlased ja eksperdid"
    assert _kind(colour="light_pink") == "Elanikud ja sihtrühmad"
    assert _kind() is None


def test_a_silent_zone_takes_the_word_from_the_colour() -> None:
    assert _kind(first_zone="F1.missing", colour="light_pink") is None


def test_a_remark_within_reach_is_attached_and_a_lone_one_stays() -> None:
    fake = board("stakeholder-map")
    side = fake.plan.note_size
    middle = fake.zone("F1.public").centre
    fake.write("Vald", "F1.public", place=middle)
    near = Point(middle.x + 1.4 * side, middle.y)
    far = Point(middle.x + 2.6 * side, middle.y)
    fake.write("kas kõik?", "F1.public", place=near, remark=True)
    fake.write("mure", "F1.public", place=far, remark=True)
    found = rows(fake, a=_WRITTEN, b={"touching": {"list": "a", "within": 0.5}})
    assert [(row["no"], row["attached"]) for row in found] == [(1, [2]), (3, [])]


def test_equal_texts_are_one_row_and_private_ones_none() -> None:
    fake = _with("Vald", " vald ", "Linn")
    fake.write(None, "F1.public")
    found = rows(fake, a=_WRITTEN, b={"group_by": {"list": "a"}})
    assert [(row["text"], row["from"]) for row in found] == [("Vald", [1, 2]), ("Linn", [3])]


def test_mean_and_spread_of_several_placements() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F2.monitor", at=(0.2, 0.2))
    fake.write("vald", "F2.monitor", at=(0.6, 0.8))
    fake.write("Linn", "F1.public")
    grid = {"grid": {"list": "a", "zones": ["F2.*"]}}
    said = {"list": "b", "mean": ["x", "y"], "spread": ["x"], "places": "x"}
    town, city = rows(fake, a=_WRITTEN, b=grid, c={"group_by": said})
    assert town["mean"] == {"x": pytest.approx(0.2), "y": pytest.approx(0.25)}
    assert town["spread"] == {"x": pytest.approx(0.2)}
    assert (town["places"], city["places"]) == (2, 0)
    assert (city["mean"], city["spread"]) == ({"x": None, "y": None}, {"x": None})


def _match(similarity: int, *names: str) -> list[tuple[str, list[int], list[int]]]:
    fake = _with("Ratastooliga liikujad", "Bussiettevõtted")
    for row, name in enumerate(names, start=1):
        fake.write(name, f"F3.who@{row}")
        fake.write("kutsume", f"F3.how@{row}")
    table = {"rows": {"frame": "F3", "per": "who", "cells": {"who": "first", "how": "join"}}}
    join = {"left": "a", "right": "t", "right_by": "who.text", "similarity": similarity}
    found = rows(fake, a=_WRITTEN, t=table, m={"match": join})
    return [(row["text"], row["from"], row["together"]["how"]["from"]) for row in found]


def test_match_takes_typing_errors_for_the_same_name() -> None:
    assert _match(85, "Ratastooliga liikuad", "Ametiühingud") == [
        ("Ratastooliga liikujad", [1], [4]),
        ("Bussiettevõtted", [2], []),
        ("Ametiühingud", [], [6]),
    ]


def test_match_of_equal_texts_only() -> None:
    found = _match(100, "ratastooliga  LIIKUJAD", "Bussiettevõte")
    assert found[0] == ("Ratastooliga liikujad", [1], [4])
    assert found[2] == ("Bussiettevõte", [], [6])


def test_match_puts_rows_of_one_name_together() -> None:
    found = _match(85, "Bussiettevõtted", "bussiettevõtted")
    assert found[1] == ("Bussiettevõtted", [2], [4, 6])


def test_rows_belong_to_the_frame_whose_title_says_them() -> None:
    fake = board("open-space", rooms=["Saal", "Köök"], slots=["10:00", "11:00"])
    fake.write("Teema", "F1.slot2.room1@2")
    frames = {"frames": {"frame": "S", "cells": {"points": "all"}}}
    cells = {"zones": {"zones": ["F1.slot*"]}}
    join = {"left": "f", "right": "c", "by": ["bindings.time", "bindings.room"]}
    found = rows(fake, f=frames, c=cells, j={"by_title": join})
    assert [[row["from"] for row in frame["rows"]] for frame in found] == [[[]], [[]], [[1]], [[]]]


@pytest.mark.parametrize(
    ("at", "text", "who", "rest"),
    [
        ("@", "Kuidas edasi? @Kati", "Kati", "Kuidas edasi?"),
        ("@", "ilma nimeta", None, "ilma nimeta"),
        ("initials", "KM: sobib", "KM", "sobib"),
        ("initials", "K.M. sobib hästi", "KM", "sobib hästi"),
        ("initials", "sobib hästi (KM)", "KM", "sobib hästi"),
        ("initials", "Sobib kõigile", None, "Sobib kõigile"),
        ("initials", "Nõus. JT", "JT", "Nõus."),
        ("initials", "ok KL", "KL", "ok"),
        ("initials", "ok KL.", "KL", "ok"),
        ("initials", "MK", "MK", None),
        ("initials", "Ootame ära, mida ütleb EIS", None, "Ootame ära, mida ütleb EIS"),
        ("initials", "Nõus, kui saame VTK", None, "Nõus, kui saame VTK"),
        ("initials", "EU rahaga sobib", None, "EU rahaga sobib"),
        ("initials", "Otsustab KOV.", None, "Otsustab KOV."),
        ("initials", "EL: sobib", "EL", "sobib"),
        ("initials", "sobib (KOV)", None, "sobib (KOV)"),
    ],
)
def test_split(at: str, text: str, who: str | None, rest: str) -> None:
    [row] = rows(_with(text), a=_WRITTEN, s={"split": {"list": "a", "at": at}})
    assert (row["who"], row["rest"]) == (who, rest)


def test_split_takes_nothing_out_unless_it_is_asked_to() -> None:
    said = {"list": "a", "at": "initials", "when": "brief.groups > 1"}
    [row] = rows(_with("EU direktiiv"), a=_WRITTEN, s={"split": said})
    assert (row["who"], row["rest"]) == (None, "EU direktiiv")


def test_parts_are_the_notes_inside_rows() -> None:
    fake = board("stakeholder-map")
    fake.write("a", "F3.who@1")
    fake.write("b", "F3.who@2")
    table = {"rows": {"frame": "F3", "cells": {"who": "all"}}}
    found = rows(fake, t=table, p={"parts": {"list": "t", "of": "who.notes"}})
    assert [(row["no"], row["owner"]) for row in found] == [(1, 1), (2, 2)]


def test_match_tells_a_cell_once_that_several_names_of_its_row_share() -> None:
    fake = _with("Maakonna liit")
    for name in ("Maakonna liit", "maakonna  liit"):
        fake.write(name, "F3.who@1", at=(0.5, 0.5))
    fake.write("kohtume", "F3.how@1")
    table = {"frame": "F3", "per": "who", "cells": {"who": "first", "how": "join"}}
    [row] = rows(
        fake,
        a=_WRITTEN,
        b={"rows": table},
        c={"match": {"left": "a", "right": "b", "right_by": "who.text"}},
    )
    assert len(row["rows"]) == 2
    assert len(row["together"]["who"]["from"]) == 2
    assert row["together"]["how"]["text"] == "kohtume"
    assert len(row["together"]["how"]["from"]) == 1
