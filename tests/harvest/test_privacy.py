"""Whose text is kept out."""

from __future__ import annotations

import pytest

from harvest.privacy import Kept, kept
from harvest.rules import Rules, rules_of
from tests.harvest.builders import method, shared

SPEC = {
    "zones": {
        "F1.*": {"store": "never", "unless": "brief.share == 'all'", "titles": "keep"},
        "F2.secret": {"store": "never"},
    }
}


def rules(share: str = "none") -> Rules:
    return rules_of(method(SPEC), shared(), {"share": share})


def why(
    zone: str | None,
    frame: str | None = None,
    *,
    share: str = "none",
    tags: tuple[str, ...] = (),
    signed: bool = False,
    title_note: bool = False,
    our_own: bool = False,
) -> Kept:
    return kept(
        rules(share),
        zone,
        frame,
        tags=tags,
        signed=signed,
        title_note=title_note,
        our_own=our_own,
    )


def test_a_plain_note_is_open() -> None:
    assert not why("F3.open").out


@pytest.mark.parametrize(
    "private", [why("F3.open", tags=("private",)), why("F3.open", signed=True), why("F0.stays")]
)
def test_private_is_what_its_writer_wants_private(private: Kept) -> None:
    assert private == Kept(private=True)


def test_sharing_does_not_open_a_private_note() -> None:
    assert why("F1.a", tags=("private", "may_share")).out


def test_a_confidential_zone_keeps_texts_out_unless_they_may_be_shared() -> None:
    assert why("F1.a") == Kept(confidential=True)
    assert not why("F1.a", tags=("may_share",)).out
    assert not why("F1.a", our_own=True).out
    assert not why("F1.a", share="all").out


def test_title_notes_stay_only_where_the_zone_says_so() -> None:
    assert not why("F1.a", title_note=True).out
    assert why("F2.secret", title_note=True).out


def test_what_lies_outside_the_zones_of_a_frame_follows_the_frame() -> None:
    assert why(None, "F1").out
    assert not why(None, "F2").out
    assert not why(None, None).out


def test_a_board_of_others_has_no_rules() -> None:
    nobody = rules_of(None, shared(), {})
    assert not nobody.secrecy("F1.a", "F1").confidential
