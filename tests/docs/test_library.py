"""The pictures of the boards are those that the methods give now."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from board_templates.library import BUILT_IN, Library
from board_templates.method import LANGUAGES

FOLDER = Path(__file__).parents[2] / "docs" / "library"
LARGEST = 300_000
"""Bytes of one picture: a page of several must open on a slow line."""

WITH_EXAMPLE = sorted(path.parent.name for path in BUILT_IN.glob("*/example.yaml"))


@cache
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("library_pictures", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def library() -> Library:
    return Library()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", WITH_EXAMPLE)
def test_the_pictures_of_a_method_are_fresh(name: str, lang: str) -> None:
    for file, content in make().files_of(library().get(name), library(), lang):
        assert (FOLDER / file).is_file(), f"{file} is missing; run `make pictures`"
        assert (FOLDER / file).read_bytes() == content, f"{file} is stale; run `make pictures`"
        assert len(content) <= LARGEST


def test_the_pages_lead_to_every_method_and_nothing_is_left_over() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert page == make().page(make().drawn_methods(library()))
    shared = {"README.md", "et.md", "en.md", "contact-sheet.et.png", "contact-sheet.en.png"}
    there = {path.name for path in FOLDER.iterdir() if path.suffix in {".png", ".md"}}
    assert {name.split(".")[0] for name in there - shared} == set(WITH_EXAMPLE)
    for lang in LANGUAGES:
        index = (FOLDER / f"{lang}.md").read_text(encoding="utf-8")
        assert all(f"({name}.{lang}.md)" in page for name in WITH_EXAMPLE)
        assert all(f"({name}.{lang}.md)" in index for name in WITH_EXAMPLE)


def test_a_page_says_when_its_example_has_another_length() -> None:
    open_space = (FOLDER / "open-space.et.md").read_text(encoding="utf-8")
    assert "Näite lähteandmetega kestab see 180 minutit.\n\n| Minuteid | Samm |" in open_space
    assert "Näite lähteandmetega" not in (FOLDER / "six-hats.et.md").read_text(encoding="utf-8")


def test_index_and_contact_sheets_are_fresh() -> None:
    for file, content in make().common_files(library()):
        assert (FOLDER / file).read_bytes() == content, f"{file} is stale; run `make pictures`"
        assert len(content) <= LARGEST


def test_a_contact_sheet_holds_one_copy_of_each_frame_side_by_side() -> None:
    method = library().get("stakeholder-map")
    values = {**method.example["brief"]["et"], "participants": 40, "groups": 6}
    sheet = make().contact_sheet(make().plan_of(method, library(), "et", values))
    assert [frame.key for frame in sheet.frames] == ["F0", "F1#1", "F2#1", "F3"]
    boxes = {frame.key: frame.box for frame in sheet.frames}
    assert boxes["F0"].y == boxes["F1#1"].y < boxes["F2#1"].y == boxes["F3"].y
    assert boxes["F0"].right < boxes["F1#1"].x == boxes["F3"].x
    assert all(boxes[item.frame].contains(item.box, 0.01) for item in sheet.items)
