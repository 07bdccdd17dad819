"""The pack of a board that stands: links out of the ledger, files, what is refused."""

from __future__ import annotations

import pytest

from miro_client.bodies.boards import BoardBody
from tests.workshops.conftest import request
from workshops.errors import InputFaults, WorkshopNotFound
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account, PackAnswer, PackRequest
from workshops.wiring.wires import Wires

DATED = {"session_date": "2027-03-15", "start_time": "14:30", "facilitator": "Mari"}


def text(answer: PackAnswer, name: str) -> str:
    return next(file.content.decode() for file in answer.files if file.name == name)


def test_links_lead_to_the_frames_of_the_board(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    made = koosloome.create(me, request(values={"groups": 2}))
    answer = koosloome.pack(me, made.workshop, PackRequest())
    frames = {
        key: item
        for key, item in wires.store.ledger.items(made.workshop).items()
        if key in {"F0", "F1#1", "F1#2", "F2#1", "F2#2", "F3"}
    }
    assert len(frames) == 6
    for item in frames.values():
        assert f"<{made.board.url}?moveToWidget={item}>" in text(answer, "pack.md")
        assert f'href="{made.board.url}?moveToWidget={item}"' in text(answer, "pack.html")
    assert [file.name for file in answer.files] == ["pack.html", "pack.md"]
    assert answer.left_out == ("date", "time", "place", "delete_on", "contact", "facilitator")


def test_a_dated_workshop_comes_with_an_event_and_a_day_of_deletion(
    koosloome: Koosloome, me: Account
) -> None:
    made = koosloome.create(me, request(values=DATED))
    answer = koosloome.pack(me, made.board.url, PackRequest(place="Tartu", contact="m@example.ee"))
    assert answer.left_out == ()
    assert f"UID:{made.workshop}@koosloome" in text(answer, "invitation.ics")
    assert "Kokkuvõtte kustutame 15. märtsil 2032." in text(answer, "pack.md")
    said = koosloome.pack(me, made.workshop, PackRequest(delete_on="1.2.2030"))
    assert "Kokkuvõtte kustutame 1. veebruaril 2030." in text(said, "pack.md")


def test_a_second_method_is_opened_as_the_board_is(koosloome: Koosloome, me: Account) -> None:
    board = koosloome.create(me, request(values={"access": "link_edit"})).board
    second = koosloome.create(me, request(on=board.id, values={"issue": "Kuidas edasi?"}))
    markdown = text(koosloome.pack(me, second.workshop, PackRequest()), "pack.md")
    assert "Kontot pole vaja: avage link arvutis" in markdown
    assert "- Ligipääs: lingiga kirjutama" in markdown


def test_who_may_open_the_board_of_somebody_else_is_not_said(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    with wires.connect(wires.people.me()) as client:
        board = client.boards.create(BoardBody(name="Ühine"))
    made = koosloome.create(me, request(on=board.id))
    markdown = text(koosloome.pack(me, made.workshop, PackRequest()), "pack.md")
    assert "Töötame Miro tahvlil" in markdown
    assert not [said for said in ("Ligipääs:", "Miro kontot", "Kontot pole") if said in markdown]


def test_a_pack_in_the_other_language_says_the_steps_in_it(
    koosloome: Koosloome, me: Account
) -> None:
    made = koosloome.create(me, request(values=DATED))
    markdown = text(koosloome.pack(me, made.workshop, PackRequest(lang="en")), "pack.md")
    assert "| 14:30 | 5 | Alustame siit | Warm-up | technical help |" in markdown
    assert "Fill the table for key stakeholders." in markdown
    assert "Täidame tabeli" not in markdown


def test_all_faults_are_named_at_once_in_the_language_asked_for(
    koosloome: Koosloome, me: Account
) -> None:
    made = koosloome.create(me, request())
    wrong = PackRequest(
        lang="en", place="a\nb", contact="x" * 201, delete_on="juuni", timezone="../Mars"
    )
    with pytest.raises(InputFaults) as refused:
        koosloome.pack(me, made.workshop, wrong)
    assert [fault.field for fault in refused.value.faults] == [
        "delete_on",
        "place",
        "contact",
        "timezone",
    ]
    assert "This must be a date." in str(refused.value)


def test_nobody_gets_the_pack_of_others(koosloome: Koosloome, me: Account) -> None:
    with pytest.raises(WorkshopNotFound):
        koosloome.pack(me, "w-0000000000", PackRequest())
