"""What is said of a board that was made: who can open it, who was invited."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cli.board_answers import removal_text
from cli.texts import texts_in
from tests.cli.conftest import Koosloome
from workshops.requests_answers import BoardFacts, Removal, WorkshopView
from workshops.worlds import World

ISSUE = "issue=Kuidas korraldada maapiirkondade bussiliiklus?"


@pytest.mark.parametrize(
    ("lang", "said"),
    [("et", "Kutse saadeti: mari@asutus.ee, jyri@asutus.ee"), ("en", "Invited by e-mail: mari")],
)
def test_who_was_invited_is_told(koosloome: Koosloome, lang: str, said: str) -> None:
    people = ("--invite", "mari@asutus.ee", "--invite", "jyri@asutus.ee")
    ran = koosloome("board", "create", "stakeholder-map", "--set", ISSUE, *people, "--lang", lang)
    assert ran.code == 0
    assert said in ran.err


def test_a_script_that_reads_json_is_told_it_on_the_side(koosloome: Koosloome) -> None:
    ran = koosloome(
        *("board", "create", "stakeholder-map", "--set", ISSUE, "--json"),
        *("--invite", "mari@asutus.ee"),
    )
    assert ran.data["items"]["created"] > 0
    assert "Kutse saadeti: mari@asutus.ee" in ran.err


def removal(*, whole: bool = True, notes: int = 0, unknown: int = 0, authors: str = "") -> Removal:
    view = WorkshopView(
        workshop="w-aaaaaaaaaa",
        method="stakeholder-map",
        version=1,
        lang="et",
        title="Huvirühmade kaart",
        state="ready",
        world=World.SANDBOX,
        board=BoardFacts(id="uXjV", name="Suvekool", url=""),
        created_at=datetime(2026, 9, 1, tzinfo=UTC),
        planned=40,
        created=40,
    )
    return Removal(
        workshop=view,
        whole_board=whole,
        others=(),
        items=44,
        notes_of_others=notes,
        authors=tuple(authors.split()),
        authors_unknown=unknown,
        board_name="Suvekool",
    )


@pytest.mark.parametrize(
    ("whole", "lang", "said"),
    [
        (True, "et", "Kustub kogu tahvel „Suvekool“. Elemente: 44."),
        (True, "en", "The whole board “Suvekool” will be removed: 44 items."),
        (False, "et", "Tahvlilt „Suvekool“ kustub töötoa „Huvirühmade kaart“ osa. Elemente: 44."),
        (
            False,
            "en",
            (
                "Of the board “Suvekool”, the part of the workshop “Huvirühmade kaart” will be "
                "removed: 44 items."
            ),
        ),
    ],
)
def test_the_board_and_the_workshop_have_each_their_own_name(
    *, whole: bool, lang: str, said: str
) -> None:
    told = removal_text(removal(whole=whole), texts_in(lang)).splitlines()
    assert told[0] == said


@pytest.mark.parametrize(
    ("notes", "unknown", "authors", "said"),
    [
        (0, 0, "", []),
        (4, 0, "Mari Jaan", ["Nende seas on teiste kirjutatud lipikuid: 4 (Mari, Jaan)."]),
        (
            4,
            4,
            "",
            ["Nende seas on teiste kirjutatud lipikuid: 4. Kes need kirjutas, ei ole teada."],
        ),
        (
            4,
            3,
            "Mari",
            ["Nende seas on teiste kirjutatud lipikuid: 4 (Mari; kirjutaja teadmata: 3)."],
        ),
    ],
)
def test_whose_notes_go_is_said_as_far_as_it_is_known(
    notes: int, unknown: int, authors: str, said: list[str]
) -> None:
    told = removal_text(removal(notes=notes, unknown=unknown, authors=authors), texts_in("et"))
    *before, last = told.splitlines()
    assert before[1:] == said
    assert last.startswith("Varem koostatud kokkuvõtteid enam avada ei saa")
    assert "–" not in told
