"""Who is named for what in a free text."""

from __future__ import annotations

import pytest

from tests.harvest.boards import board
from tests.harvest.readings.reading import rows

_PARTS = {"lead": ["juhib", "led", "leads"], "owner": ["juhtum*", "case"]}


def _named(*texts: str | None) -> tuple[str | None, str | None]:
    fake = board("stakeholder-map")
    for text in texts:
        fake.write(text, "F1.public")
    [row] = rows(fake, who={"named_for": {"zones": ["F1.public"], "parts": _PARTS}})
    return row["lead"], row["owner"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("12. mai kell 14.00, juhib @Tiina", ("Tiina", None)),
        ("19. mai, juhib @Mart Kuusk, juhtum: @Kadri", ("Mart Kuusk", "Kadri")),
        ("juhtum on @Kadri ja juhib @Mart", ("Mart", "Kadri")),
        ("@Tiina juhib, @Peeter juhtum", ("Tiina", "Peeter")),
        ("led by @Mart. Case: @Kadri", ("Mart", "Kadri")),
        ("juhib Tiina Mets; juhtum kokku leppimata", ("Tiina Mets", None)),
        ("@Tiina, 12. mai", (None, None)),
        ("kell 14", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_name_belongs_to_the_word_beside_it(
    text: str | None, named: tuple[str | None, str | None]
) -> None:
    assert _named(text) == named


def test_what_one_note_leaves_open_another_may_tell() -> None:
    assert _named("juhib @Tiina", "juhtum: @Kadri, juhib @Mart") == ("Tiina", "Kadri")


def test_a_zone_without_notes_names_nobody() -> None:
    assert _named() == (None, None)
