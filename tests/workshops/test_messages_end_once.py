"""Messages about what is called by a question end once."""

from __future__ import annotations

import pytest

from workshops.errors import WorkshopNotFound
from workshops.messages import said

SENTENCE = "There is no workshop or board “{ref}”. `koosloome board list` names yours."


def test_the_sentence_is_that_of_the_error() -> None:
    assert WorkshopNotFound.sentence == SENTENCE


@pytest.mark.parametrize(
    ("ref", "begins"),
    [
        ("Who?", "There is no workshop or board “Who?” `koosloome"),
        ("Now.", "There is no workshop or board “Now.” `koosloome"),
        ("w-1", "There is no workshop or board “w-1”. `koosloome"),
    ],
)
def test_a_quoted_question_ends_its_sentence(ref: str, begins: str) -> None:
    assert said(SENTENCE, {"ref": ref}, "en").startswith(begins)
