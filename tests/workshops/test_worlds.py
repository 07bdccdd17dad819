"""Which world a command means."""

from __future__ import annotations

import pytest

from workshops.worlds import World, decide_world, is_miro_itself

MIRO, SANDBOX = World.MIRO, World.SANDBOX


@pytest.mark.parametrize(
    ("wish", "token", "api_url", "signed_in", "expected"),
    [
        (None, None, None, False, SANDBOX),
        (None, None, None, True, MIRO),
        (None, "eyJ_x", None, False, MIRO),
        (None, "sandbox-mari", None, False, SANDBOX),
        (None, "sandbox-mari", None, True, SANDBOX),
        (None, "sandbox-mari", "http://127.0.0.1:1", False, MIRO),
        (None, "eyJ_x", "http://127.0.0.1:1", False, MIRO),
        (SANDBOX, "eyJ_x", None, True, SANDBOX),
        (MIRO, None, None, False, MIRO),
    ],
)
def test_the_world(
    wish: World | None,
    token: str | None,
    api_url: str | None,
    signed_in: bool,  # noqa: FBT001  # a row of the table
    expected: World,
) -> None:
    found = decide_world(wish=wish, token=token, api_url=api_url, signed_in=signed_in)
    assert found is expected


@pytest.mark.parametrize(
    ("address", "itself"),
    [
        (None, True),
        ("https://api.miro.com", True),
        ("https://API.Miro.com/", True),
        ("https://miro.com.example.org", False),
        ("http://127.0.0.1:8765", False),
    ],
)
def test_miros_own_address(address: str | None, itself: bool) -> None:  # noqa: FBT001
    assert is_miro_itself(address) is itself
