"""The tag by which a browser asks whether its copy of a picture is still right."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def tag_of(*facts: str | int | Mapping[str, Any]) -> str:
    """Return a tag that is equal for equal facts."""
    text = json.dumps(facts, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
