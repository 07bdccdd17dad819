"""Which address is taken, and which token may be sent there."""

from __future__ import annotations

import pytest

from miro_client.addresses import checked_address, checked_token
from miro_client.errors import InvalidArgument, SandboxTokenRefused


@pytest.mark.parametrize(
    ("given", "kept", "host"),
    [
        ("https://api.miro.com", "https://api.miro.com", "api.miro.com"),
        ("https://API.Miro.com./", "https://API.Miro.com.", "api.miro.com"),
        ("http://[::1]:8765", "http://[::1]:8765", "::1"),
        ("http://127.0.0.1:8765/", "http://127.0.0.1:8765", "127.0.0.1"),
        ("http://sandbox:80/base", "http://sandbox:80/base", "sandbox"),
    ],
)
def test_web_addresses_are_taken(given: str, kept: str, host: str) -> None:
    assert checked_address(given) == (kept, host)


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "api.miro.com",
        "ftp://x",
        "https://",
        "https://me:pw@x",
        "https://x?y=1",
        "https://x#y",
        "http://x:port",
        "http://[",
        "http://a..b",
        f"http://{'x' * 70}.test",
    ],
)
def test_others_are_refused(bad: str) -> None:
    with pytest.raises(InvalidArgument, match="base_url"):
        checked_address(bad)


@pytest.mark.parametrize("host", ["api.miro.com", "miro.com", "api.eu.miro.com"])
@pytest.mark.parametrize("token", ["sandbox-me", " sandbox-me", "SANDBOX-me"])
def test_a_sandbox_token_never_goes_to_miro(host: str, token: str) -> None:
    with pytest.raises(SandboxTokenRefused) as caught:
        checked_token(token, host)
    assert caught.value.host == host
    assert "sandbox-me" not in str(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "notmiro.com", "miro.com.example.org"])
def test_elsewhere_it_does(host: str) -> None:
    assert checked_token("sandbox-me", host).reveal() == "sandbox-me"


@pytest.mark.parametrize("bad", ["", "  ", "a\nb", "a\x00", "tõde"])
def test_what_no_header_takes_is_refused_without_being_shown(bad: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        checked_token(bad, "api.miro.com")
    assert not bad.strip() or bad not in str(caught.value)


def test_white_space_around_a_token_is_cut() -> None:
    assert checked_token(" abc\n", "api.miro.com").reveal() == "abc"
