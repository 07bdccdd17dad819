"""The server's clock, as its answers tell it."""

from __future__ import annotations

import pytest

from miro_client.answers import Answer


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"date": "Thu, 01 Jan 1970 00:01:00 GMT"}, 60.0),
        ({"date": "half past nine"}, None),
        ({"date": ""}, None),
        ({}, None),
    ],
)
def test_the_date_of_an_answer(headers: dict[str, str], expected: float | None) -> None:
    assert Answer(200, headers, b"", 0.0).server_time == expected
