"""A plan as JSON and back, so that a workshop keeps the very plan its board was made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from board_templates.plan import Plan


@lru_cache(maxsize=1)
def _plans() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


def plan_to_json(plan: Plan) -> str:
    """Return a plan as JSON; equal plans give equal text."""
    return _plans().dump_json(plan).decode()


def plan_from_json(text: str) -> Plan:
    """Return the plan that `plan_to_json` wrote.

    Raises `pydantic.ValidationError` when a later version of this product wrote it.
    """
    return _plans().validate_json(text)


def digest(method: str, version: int, values: Mapping[str, Any]) -> str:
    """Return what equal method, version and brief share."""
    said = json.dumps([method, version, values], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(said.encode()).hexdigest()
