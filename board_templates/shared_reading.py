"""Reads the shared texts and rules that come with the product."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from board_templates.plain import Plain
from board_templates.yaml_reading import read_yaml

if TYPE_CHECKING:
    from board_templates.shared_texts import SharedTexts

SHARED_FOLDER = Path(__file__).parent / "shared"
FILES = ("common.yaml", "intro.yaml", "texts/et.yaml", "texts/en.yaml")


def shared_sources(folder: Path = SHARED_FOLDER) -> dict[str, str]:
    """Return the texts of the shared files by name."""
    return {name: (folder / name).read_text(encoding="utf-8") for name in FILES}


def shared_digest(sources: dict[str, str]) -> str:
    """Return the SHA-256 of the shared files."""
    content = "\0".join(f"{name}\0{text}" for name, text in sorted(sources.items()))
    return hashlib.sha256(content.encode()).hexdigest()


def parse_shared(sources: dict[str, str]) -> dict[str, Plain]:
    """Return the plain values of the shared files.

    Raises:
        ValueError: when the product's own files are broken; nobody else can mend that.
    """
    values = {}
    for name, text in sources.items():
        document = read_yaml(text, name)
        if document.faults:
            raise ValueError(str(document.faults[0]))
        values[name] = document.value
    return {
        "common": values["common.yaml"],
        "intro": values["intro.yaml"],
        "texts": {"et": values["texts/et.yaml"], "en": values["texts/en.yaml"]},
    }


def read_shared() -> SharedTexts:
    """Return the shared texts, parsed anew."""
    # What was parsed is often enough.
    from board_templates.shared_texts import SharedTexts  # noqa: PLC0415

    sources = shared_sources()
    raw = {**parse_shared(sources), "digest": shared_digest(sources)}
    return SharedTexts.model_validate(raw)
