"""A workshop as the pack sees it, made without any board."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from board_templates.brief import make_brief
from board_templates.expressions import Expressions
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.method import Lang, Method
from board_templates.pack_texts import PackWords, read_pack_words
from tests.workshops.conftest import METHOD
from workshops.pack.source import PackSource

BOARD = "https://miro.com/app/board/uXjVKxk3Qdc=/"
DATED = {"session_date": "2021-03-15", "start_time": "14:30", "facilitator": "Mari Maasikas"}
KNOWN = {
    "place": "Rahu 4, Tartu",
    "contact": "mari@example.ee",
    "delete_on": dt.date(2026, 3, 14),
}

MakeSource = Callable[..., PackSource]


@pytest.fixture(scope="session")
def library(methods_cache: Path) -> Library:
    return Library(cache_dir=methods_cache)


@pytest.fixture(scope="session")
def method(library: Library) -> Method:
    return library.get(METHOD)


@pytest.fixture(scope="session")
def words() -> PackWords:
    return read_pack_words()


@pytest.fixture(scope="session")
def expressions() -> Expressions:
    return Expressions()


@pytest.fixture
def source(
    library: Library, method: Method, words: PackWords, expressions: Expressions
) -> MakeSource:
    """Give what makes a workshop; what it is called with goes to the source, `values` to the brief.

    Its board holds every frame, the id of each is its place in the plan.
    """

    def make(
        lang: Lang = "et", *, values: dict[str, Any] | None = None, **known: object
    ) -> PackSource:
        issue = {"et": "Kuidas liinid ümber korraldada?", "en": "How to reorganise the lines?"}
        brief = make_brief(method, library.shared, {"issue": issue[lang], **(values or {})}, lang)
        plan = make_plan(method, library.shared, brief, expressions=expressions)
        base: dict[str, Any] = {
            "method": method,
            "plan": plan,
            "shared": library.shared,
            "words": words,
            "lang": lang,
            "board_url": BOARD,
            "access": str(brief.values["access"]),
            "frame_ids": {frame.key: str(no) for no, frame in enumerate(plan.frames, 1)},
            "expressions": expressions,
        }
        return PackSource(**{**base, **known})

    return make
