"""The invitation, word for word, and what it does without."""

from __future__ import annotations

from tests.workshops.pack.conftest import BOARD, DATED, KNOWN, MakeSource
from workshops.pack.content import Address, Paragraph, plain_text
from workshops.pack.invitation import invitation, left_out, letter

ESTONIAN = (
    "Tere! Kutsun teid arutelule „Liinid“ 15. märtsil 2021 kell 14.30–15.45, Rahu 4, Tartu. "
    "Leiame üles kõik, keda teema puudutab, ja otsustame, kuidas igaüht kaasata. "
    f"Töötame Miro tahvlil: {BOARD}. "
    "Kontot pole vaja: avage link arvutis, sisestage eesnimi ja alustage. "
    "Tahvlile kirjutatu põhjal koostame kokkuvõtte. Sinna jõuavad mõtted; nimi jääb juurde ainult "
    "siis, kui võtate midagi enda peale. Kui mõte ei tohi tahvlilt edasi minna, lisage sellele "
    "silt „mitte avaldada“. Palun ärge kirjutage tahvlile teiste inimeste isikuandmeid. "
    "Kokkuvõtte kustutame 14. märtsil 2026. "
    "Küsimused ja andmete kustutamise soov: mari@example.ee. Mari Maasikas"
)
ENGLISH = (
    "Hello! I invite you to the discussion “Lines” on 15 March 2021, 14:30–15:45, Rahu 4, Tartu. "
    "Find everyone the issue touches and decide how to engage each of them. "
    f"We work on a Miro board: {BOARD}. "
    "You need a Miro account to enter; the invitation comes in a separate e-mail. "
    "A summary will be made from what is written there. It keeps ideas; a name stays only if you "
    "take something on. If a thought must not leave the board, add the tag “do not publish”. "
    "Please do not write other people's personal data on the board. "
    "The summary will be deleted on 14 March 2026. "
    "Questions and requests to delete data: mari@example.ee. Mari Maasikas"
)


def test_an_estonian_invitation_says_everything(source: MakeSource) -> None:
    values = {**DATED, "title": "Liinid", "access": "link_edit"}
    made = letter(source(values=values, **KNOWN))
    assert made.subject == "Kutse: Liinid, 15.03.2021 kell 14.30"
    assert " ".join(made.body.split()) == ESTONIAN
    assert Address(BOARD) in made.paragraphs[2]


def test_an_english_invitation_says_everything(source: MakeSource) -> None:
    made = letter(source("en", values={**DATED, "title": "Lines"}, **KNOWN))
    assert made.subject == "Invitation: Lines, 15 March 2021 at 14:30"
    assert " ".join(made.body.split()) == ENGLISH


def test_what_is_not_known_is_not_said(source: MakeSource) -> None:
    made = letter(source("en", values={"title": "Lines"}, board_url=""))
    assert made.subject == "Invitation: Lines"
    assert "I invite you to the discussion “Lines”. Find everyone" in made.body
    for absent in ("We work", "deleted on", "requests to delete"):
        assert absent not in made.body
    assert left_out(source()) == ("date", "time", "place", "delete_on", "contact", "facilitator")


def test_the_facilitator_is_told_what_is_missing(source: MakeSource) -> None:
    hints = [
        plain_text(block.text)
        for block in invitation(source(values=DATED)).blocks[1:]
        if isinstance(block, Paragraph)
    ]
    assert hints == [
        "Lisage kirjale kalendrifail invitation.ics.",
        "Puudub ja jäi seetõttu kutsest välja: koht, kustutamise päev, kontakt.",
    ]
    undated = invitation(source("en")).blocks[1]
    assert undated == Paragraph(("There is no calendar file, since no date is set.",), "quiet")


def test_a_date_without_a_time_is_still_said(source: MakeSource) -> None:
    made = letter(source("en", values={"title": "Lines", "session_date": "2021-03-15"}))
    assert made.subject == "Invitation: Lines, 15 March 2021"
    assert "“Lines” on 15 March 2021. Find" in made.body
