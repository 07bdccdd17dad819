"""The page for people who write methods names everything the format has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from board_templates import board_spec, method
from board_templates.bounds import ON_BOARDS
from board_templates.expression_functions import FILTERS_FROM_JINJA, FUNCTIONS
from board_templates.folder import OPTIONAL, REQUIRED

PAGE = (Path(__file__).parents[2] / "docs" / "methods.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"[A-Za-z_]+", PAGE))
MODELS = (
    board_spec.BoardSpec,
    board_spec.FrameSpec,
    board_spec.ZoneSpec,
    board_spec.ColumnSpec,
    board_spec.TableSpec,
    board_spec.ChromeSpec,
    board_spec.SeedSpec,
    board_spec.VotingSpec,
    board_spec.Strip,
    board_spec.TagSpec,
    board_spec.LinkTo,
    method.Identity,
    method.Parameter,
    method.Rule,
    method.Step,
    method.ZoneText,
    method.FrameText,
)
UNSAID = {"bottom"}
"""The foot of the intro frame, which no method sets."""


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_on_the_page(model: type[BaseModel]) -> None:
    fields = {field.alias or name for name, field in model.model_fields.items()}
    assert fields - WORDS - UNSAID == set()


def test_every_function_and_filter_is_on_the_page() -> None:
    assert set(FUNCTIONS) - WORDS == set()
    assert {*FILTERS_FROM_JINJA, *ON_BOARDS.filters()} - WORDS == set()


def test_every_file_is_on_the_page() -> None:
    assert [name for name in (*REQUIRED, *OPTIONAL) if f"`{name}`" not in PAGE] == []


def test_every_section_of_a_text_file_is_on_the_page() -> None:
    assert set(method.MethodTexts.model_fields) - WORDS == set()
