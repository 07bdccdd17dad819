"""Text added to a shape."""

from __future__ import annotations

import pytest

from harvest.typed import typed_into

PLANNED = ("Ühe lausega", "Meie järeldus on …", "In one sentence", "Our conclusion is …")


@pytest.mark.parametrize(
    ("now", "added"),
    [
        ("Ühe lausega\nMeie järeldus on …", ""),
        ("ühe  lausega\nMEIE järeldus on …", ""),
        ("In one sentence\nOur conclusion is …", ""),
        ("Ühe lausega", ""),
        ("Ühe lausega\nMeie järeldus on …\nProovime kevadel", "Proovime kevadel"),
        ("Ühe lausega\nMeie järeldus on, et proovime", "Meie järeldus on, et proovime"),
        ("Ühe lausega: proovime\nMeie järeldus on …", "proovime"),
        ("Ühe lausega\nÜhe lausega on raske\nMeie järeldus on …", "Ühe lausega on raske"),
        ("Ühe lausegagi", "Ühe lausegagi"),
        ("kõik muu\n\nkaks rida", "kõik muu\n\nkaks rida"),
        ("", ""),
    ],
)
def test_only_what_was_added_is_kept(now: str, added: str) -> None:
    assert typed_into(now, PLANNED) == added
