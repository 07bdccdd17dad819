"""Finds Miro's published OpenAPI document and reads it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

# What a JSON document may hold.
Json = Any
Schema = dict[str, Json]
Document = dict[str, Json]

ABSENT = "MIRO_OPENAPI names no copy of Miro's document, so nothing is held against it"


def find() -> Path | None:
    """Give where the document is: the file MIRO_OPENAPI names, else a folder beside this project.

    None when there is no such file.
    """
    beside = Path(__file__).parents[3] / "shared" / "miro-openapi.json"
    path = Path(os.environ.get("MIRO_OPENAPI") or beside)
    return path if path.is_file() else None


def load(path: Path) -> Document:
    """Give the document as published."""
    document: Document = json.loads(path.read_text(encoding="utf-8"))
    return document
