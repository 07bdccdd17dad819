"""What the guides of all methods have in common, beyond their own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import board_templates

METHODS = sorted((Path(board_templates.__file__).parent / "methods").iterdir())


@pytest.mark.parametrize("folder", METHODS, ids=lambda folder: folder.name)
def test_a_checkpoint_is_called_as_the_product_calls_it(folder: Path) -> None:
    english, estonian = (
        (folder / "guide" / f"{lang}.md").read_text(encoding="utf-8").lower()
        for lang in ("en", "et")
    )
    assert estonian.count("vaheseis") == english.count("checkpoint")


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize("folder", METHODS, ids=lambda folder: folder.name)
def test_nobody_is_told_to_lock_a_finished_board_whole(folder: Path, lang: str) -> None:
    """Ctrl + A would lock the notes and dots that people are to move."""
    guide = (folder / "guide" / f"{lang}.md").read_text(encoding="utf-8")
    assert "Ctrl + A" not in guide


HEADINGS = {
    "et": (r"Milleks see on", r"Enne ", r"amm-sammult", r"[Vv]eebis", r"Kui läheb teisiti",
           r"Kuidas kokkuvõte tahvlit loeb", r"Pärast"),
    "en": (r"What (it|this) is for", r"Before ", r"tep by step", r"[Oo]nline|remotely",
           r"When it goes differently",
           r"How the summary reads the board", r"Afterwards"),
}  # fmt: skip
"""What a facilitator looks for in each guide."""


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize("folder", METHODS, ids=lambda folder: folder.name)
def test_a_guide_has_a_part_for_all_a_facilitator_needs(folder: Path, lang: str) -> None:
    guide = (folder / "guide" / f"{lang}.md").read_text(encoding="utf-8")
    headings = [line for line in guide.splitlines() if line.startswith("## ")]
    for wanted in HEADINGS[lang]:
        assert any(re.search(wanted, heading) for heading in headings), wanted
