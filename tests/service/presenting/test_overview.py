"""Every thing read has its reason."""

from __future__ import annotations

import pytest

from harvest.summary import SetAside
from service.presenting.overview import ASIDE, set_aside, unread
from service.texts import LANGUAGES
from tests.service.presenting.summaries import note, summary


def test_every_reason_has_its_words() -> None:
    assert set(ASIDE) == set(SetAside.model_fields)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reasons_nothing_had_are_left_out(lang: str) -> None:
    said = summary(note(1, "Vald", None), aside={"dot": 3, "image": 1})
    assert [count for _, count in set_aside(said, lang)] == [3, 1]
    assert [count for _, count in unread(said, lang)] == [1]


def test_reasons_are_told_in_the_language() -> None:
    said = summary(aside={"dot": 3})
    assert list(set_aside(said, "et")) == [("punktid", 3)]
    assert list(set_aside(said, "en")) == [("dots", 3)]
