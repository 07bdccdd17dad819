"""The page for people who write methods names everything that harvest.yaml may say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from board_templates import harvest_spec, result_spec, zone_rules

PAGE = (Path(__file__).parents[2] / "docs" / "methods.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"[A-Za-z_]+", PAGE))
MODELS = (
    harvest_spec.HarvestSpec,
    zone_rules.ZoneRules,
    result_spec.Rows,
    result_spec.Branch,
    result_spec.Choose,
    result_spec.NoteNumbers,
    result_spec.Person,
    result_spec.Say,
    harvest_spec.SignalSpec,
)


@pytest.mark.parametrize("model", MODELS)
def test_every_field_is_on_the_page(model: type[BaseModel]) -> None:
    fields = {field.alias or name for name, field in model.model_fields.items()}
    assert fields - WORDS == set()
