"""Places where not even titles and shareable notes are kept."""

from __future__ import annotations

import pytest

from harvest.privacy import Kept, kept
from harvest.rules import rules_of
from tests.harvest.builders import method, shared

ZONES = {
    "F1.*": {"store": "never", "titles": "keep", "sealed": "brief.share == 'none'"},
}


def why(share: str, *, tags: tuple[str, ...] = (), title: bool = False, own: bool = False) -> Kept:
    rules = rules_of(method({"zones": ZONES}), shared(), {"share": share})
    return kept(rules, "F1.a", "F1", tags=tags, signed=False, title_note=title, our_own=own)


@pytest.mark.parametrize("what", [{"title": True}, {"tags": ("may_share",)}])
def test_a_sealed_place_keeps_titles_and_shareable_notes_out_too(what: dict[str, object]) -> None:
    assert why("none", **what) == Kept(confidential=True)  # type: ignore[arg-type]  # of many kinds
    assert not why("themes", **what).out  # type: ignore[arg-type]  # as above


def test_a_sealed_place_still_says_what_the_workshop_brought_along() -> None:
    assert not why("none", own=True).out
