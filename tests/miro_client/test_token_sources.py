"""The fixed token."""

from __future__ import annotations

from miro_client.redaction import Secret
from miro_client.token_sources import BearerToken


def test_it_gives_its_token_and_no_other() -> None:
    source = BearerToken("abcdef")
    assert source.token() == "abcdef"
    assert source.renewed(after="abcdef") is None
    assert BearerToken(Secret("abcdef")).token() == "abcdef"


def test_it_does_not_show_it() -> None:
    assert "abcdef" not in repr(BearerToken("abcdef"))
