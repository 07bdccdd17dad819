"""A field that takes the place of a common one may have a label of its own, and need not."""

from __future__ import annotations

from pathlib import Path

import pytest

from board_templates.errors import FaultyMethod
from board_templates.loading import load_method
from board_templates.shared_texts import SharedTexts
from tests.board_templates.method_folders import SOUND, write_method

_OWN = "  - {name: dots_per_person, type: int, default: 2, min: 0, max: 5, shape: true}\nrules:"


def _files(*, field: bool, label: bool) -> dict[str, str | None]:
    texts = {name: SOUND[name] for name in ("method.yaml", "texts/et.yaml", "texts/en.yaml")}
    if field:
        texts["method.yaml"] = texts["method.yaml"].replace("rules:", _OWN, 1)
    if label:
        for name in ("texts/et.yaml", "texts/en.yaml"):
            texts[name] = texts[name].replace("  rows:", "  dots_per_person: Doubts\n  rows:", 1)
    return dict(texts)


@pytest.mark.parametrize("label", [True, False])
def test_a_field_of_its_own_may_have_a_label(
    tmp_path: Path, shared: SharedTexts, *, label: bool
) -> None:
    method = load_method(write_method(tmp_path, _files(field=True, label=label)), shared)
    assert ("dots_per_person" in method.texts["en"].parameters) is label


def test_a_common_field_keeps_its_label(tmp_path: Path, shared: SharedTexts) -> None:
    with pytest.raises(FaultyMethod) as caught:
        load_method(write_method(tmp_path, _files(field=False, label=True)), shared)
    assert any("dots_per_person" in fault.what for fault in caught.value.faults)
