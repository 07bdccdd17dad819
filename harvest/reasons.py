"""Sentences about faults of a harvest, with their translations in this room's catalog."""

from __future__ import annotations

from pathlib import Path

from board_templates.sentences import Catalog, Fact, Sentence

CATALOG = Catalog("harvest", Path(__file__).parent / "locales")


def N_(text: str, /, **facts: Fact) -> Sentence:  # noqa: N802  # the name by which gettext tools find texts to translate
    """Return a sentence of ours, marked for translation."""
    return Sentence(text, tuple(facts.items()), CATALOG)
