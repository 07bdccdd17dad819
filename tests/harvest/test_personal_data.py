"""Texts that may hold personal data."""

from __future__ import annotations

import pytest

from harvest.personal_data import may_be_personal


@pytest.mark.parametrize(
    "text",
    [
        "kirjuta mari.maasikas@asutus.ee",
        "isikukood 38001085718",
        "helista 5551 2345",
        "helista 5551234",
        "+372 5551 2345",
        "lauatelefon 612 3456",
    ],
)
def test_a_code_an_address_or_a_number_is_found(text: str) -> None:
    assert may_be_personal(text)


@pytest.mark.parametrize(
    "text",
    ["", "500 000 eurot", "15.03.2021", "kell 10.30", "@Mari teeb", "2021–2027", "75 % kooli"],
)
def test_other_numbers_are_not(text: str) -> None:
    assert not may_be_personal(text)
