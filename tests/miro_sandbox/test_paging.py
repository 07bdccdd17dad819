"""Cursors and offsets."""

from __future__ import annotations

from base64 import b64decode
from re import fullmatch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_sandbox.errors import InvalidParametersError
from miro_sandbox.paging import board_path, cursor_after, cursor_place, offset_place


@given(st.integers(1, 2**63 - 1))
def test_a_cursor_leads_on_after_its_id(last: int) -> None:
    assert cursor_place({"cursor": cursor_after(last)}).after == last


@given(st.text(max_size=12))
def test_any_other_cursor_is_refused_or_read(text: str) -> None:
    digits = b64decode(text) if fullmatch(r"(?:[A-Za-z0-9+/]{4})*", text) else b""
    if not text or fullmatch(rb"[0-9]{1,19}~?", digits):
        assert cursor_place({"cursor": text}).after >= 0
        return
    with pytest.raises(InvalidParametersError, match="Invalid parameters"):
        cursor_place({"cursor": text})


@given(st.integers(-5, 80))
def test_limits(limit: int) -> None:
    for read, allowed in ((cursor_place, range(10, 51)), (offset_place, range(1, 51))):
        if limit in allowed:
            assert read({"limit": str(limit)}).limit == limit
        else:
            with pytest.raises(InvalidParametersError):
                read({"limit": str(limit)})


def test_defaults() -> None:
    assert cursor_place({}).limit == cursor_place({"limit": ""}).limit == 10
    assert offset_place({}).limit == 20


def test_paths_escape_board_ids() -> None:
    assert board_path("uXjV=", "items", 7) == "/v2/boards/uXjV%3D/items/7"
