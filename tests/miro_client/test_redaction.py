"""Secrets stay hidden, and what isn't secret stays readable."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client.redaction import HIDDEN, Secret, redactor

TOKEN = "eyJtaXJvLm9yaWdpbiI6ImV1MDEifQ_abcDEF-123"


@pytest.mark.parametrize("show", [repr, str, lambda s: f"{s}", lambda s: f"{[s]}"])
def test_a_secret_shows_nothing_of_itself(show: object) -> None:
    assert callable(show)
    assert TOKEN not in show(Secret(TOKEN))


def test_a_secret_is_revealed_on_request_and_compares_by_value() -> None:
    assert Secret(TOKEN).reveal() == TOKEN
    assert Secret(TOKEN) == Secret(TOKEN)
    assert Secret(TOKEN) != Secret("other")
    assert Secret(TOKEN) != TOKEN
    assert len({Secret(TOKEN), Secret(TOKEN)}) == 1


def test_a_secret_is_copied_but_never_pickled() -> None:
    secret = Secret(TOKEN)
    assert copy.deepcopy(secret) is secret
    assert copy.copy(secret) is secret
    with pytest.raises(TypeError, match="reveal"):
        pickle.dumps(secret)


@pytest.mark.parametrize(
    "text",
    [
        f"Bearer {TOKEN}",
        f"authorization: bearer {TOKEN}, again",
        f"access_token={TOKEN}&x=1",
        f'{{"refresh_token": "{TOKEN}"}}',
        f"clientSecret: {TOKEN}",
        f"at /callback?code={TOKEN}",
        f"token {TOKEN} expired",
    ],
)
def test_what_looks_like_a_token_is_hidden_without_being_known(text: str) -> None:
    cleaned = redactor()(text)
    assert TOKEN not in cleaned
    assert HIDDEN in cleaned


def test_ordinary_words_stay() -> None:
    text = "Unexpected value [orange], expected one of: [red, basic shapes]. The code was 2.0703"
    assert redactor()(text) == text


def test_a_short_secret_does_not_blank_out_words() -> None:
    assert redactor("a")("a board") == "a board"


@given(
    secret=st.text(st.characters(codec="utf-8", min_codepoint=33), min_size=6),
    before=st.text(max_size=20),
    after=st.text(max_size=20),
)
def test_a_known_secret_never_gets_through(secret: str, before: str, after: str) -> None:
    cleaned = redactor(secret)(before + secret + after)
    assert secret not in cleaned.replace(HIDDEN, "\0")


def test_the_percent_encoded_form_of_a_secret_is_hidden_too() -> None:
    assert redactor("abcdef==")("url ?t=abcdef%3D%3D") == f"url ?t={HIDDEN}"
