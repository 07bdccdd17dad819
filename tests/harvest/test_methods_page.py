"""The page for people who write methods names everything that harvest.yaml may say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from board_templates import harvest_spec

PAGE = (Path(__file__).parents[2] / "docs" / "methods.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"[A-Za-z_]+", PAGE))
MODELS = (
    harvest_spec.HarvestSpec,
    harvest_spec.ZoneRules,
    harvest_spec.Rows,
    harvest_spec.Branch,
    harvest_spec.Choose,
    harvest_spec.NoteNumbers,
    harvest_spec.Person,
    harvest_spec.Say,
    harvest_spec.SignalSpec,
)


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_on_the_page(model: type[BaseModel]) -> None:
    fields = {field.alias or name for name, field in model.model_fields.items()}
    assert fields - WORDS == set()
