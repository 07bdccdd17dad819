"""Reading the limit headers."""

from __future__ import annotations

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client.limits import Level, RateFacts, rate_facts

NOW = 1_780_000_000.0


def test_levels_cost_what_miro_says() -> None:
    assert [level.credits for level in Level] == [50, 100, 500, 2000]


def test_all_headers_are_read() -> None:
    headers = {
        "x-ratelimit-limit": "100000",
        "x-ratelimit-remaining": "97600",
        "x-ratelimit-reset": "1780000030",
        "retry-after": "7",
    }
    assert rate_facts(headers, status=429, now=NOW) == RateFacts(
        limit=100_000, remaining=97_600, reset_at=NOW + 30, retry_after=7.0, refused=True
    )


def test_no_headers_give_no_facts() -> None:
    assert rate_facts({}, status=200, now=NOW) == RateFacts()


def test_a_reset_in_milliseconds_is_understood() -> None:
    facts = rate_facts({"x-ratelimit-reset": "1780000030000"}, status=200, now=NOW)
    assert facts.reset_at == NOW + 30


@pytest.mark.parametrize(("ahead", "waits"), [(12, 12), (-30, 0)])
def test_retry_after_may_be_a_date(ahead: int, waits: int) -> None:
    headers = {"retry-after": formatdate(NOW + ahead, usegmt=True)}
    assert rate_facts(headers, status=429, now=NOW).retry_after == waits


@pytest.mark.parametrize("text", ["", "soon", "-5", "nan", "inf", "1e999", "Wed, 99 Xyz"])
def test_nonsense_is_left_out(text: str) -> None:
    headers = dict.fromkeys(["x-ratelimit-limit", "x-ratelimit-reset", "retry-after"], text)
    assert rate_facts(headers, status=200, now=NOW) == RateFacts()


@given(st.text(), st.text(), st.text())
def test_any_headers_give_facts_within_reason(limit: str, reset: str, after: str) -> None:
    headers = {"x-ratelimit-limit": limit, "x-ratelimit-reset": reset, "retry-after": after}
    facts = rate_facts(headers, status=200, now=NOW)
    assert facts.limit is None or facts.limit >= 0
    assert facts.retry_after is None or facts.retry_after >= 0
