"""What the command says is said well, whatever stands in its quotation marks."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.surroundings import Surroundings


def _heard(text: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    here = Surroundings({}, io.StringIO(), out, err, "et")
    here.say(text)
    here.print(text)
    return out.getvalue(), err.getvalue()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Kustub kogu tahvel „Kes maksab?“. Elemente: 3.",
            "Kustub kogu tahvel „Kes maksab?“ Elemente: 3.",
        ),
        ("The board “Money!”.", "The board “Money!”"),
        ("Written: /home/„Mis?“.md", "Written: /home/„Mis?“.md"),
        ("Tahvel „Raha“.", "Tahvel „Raha“."),
    ],
)
def test_a_message_ends_once(text: str, said: str) -> None:
    assert _heard(text) == (f"{said}\n", f"{said}\n")


@settings(deadline=None)
@given(st.text(alphabet="ab .!?…“”„\n"))
def test_no_message_ends_a_sentence_twice_and_nothing_else_changes(text: str) -> None:
    out, err = _heard(text)
    assert out == err
    assert "?“. " not in out
    assert out.replace(".", "") == f"{text}\n".replace(".", "")
