"""`koosloome demo`: files, an account of them, and the same again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Koosloome


@pytest.mark.parametrize(("lang", "told"), [("et", "Tähelepanekud:"), ("en", "What stands out:")])
def test_the_demo_leaves_pictures_and_summary_and_can_be_run_again(
    koosloome: Koosloome, tmp_path: Path, lang: str, told: str
) -> None:
    folder = tmp_path / "demo"
    results = []
    for _ in range(2):
        ran = koosloome("demo", "--lang", lang, "-o", folder)
        assert ran.code == 0, ran.err
        assert told in ran.out
        summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
        results.append((summary["result"], summary["accounting"], summary["signals"]))
    assert results[0] == results[1]
    assert {path.suffix for path in folder.iterdir()} == {".svg", ".png", ".json", ".md", ".csv"}
