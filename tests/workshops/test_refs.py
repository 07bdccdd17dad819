"""What a person may call a workshop or a board."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.workshops.conftest import request
from workshops.errors import AmbiguousRef, WorkshopNotFound
from workshops.koosloome import Koosloome
from workshops.refs import parse_ref
from workshops.requests_answers import Account
from workshops.wiring.wires import Wires


@pytest.mark.parametrize(
    ("text", "workshop", "board"),
    [
        ("w-abcdefghjk", "w-abcdefghjk", None),
        ("uXjVOfjkmAk=", None, "uXjVOfjkmAk="),
        ("uXjVOfjkmAk%3D", None, "uXjVOfjkmAk="),
        ("https://miro.com/app/board/uXjVOfjkmAk=/", None, "uXjVOfjkmAk="),
        ("https://miro.com/app/board/uXjVOfjkmAk%3D/?moveToWidget=3", None, "uXjVOfjkmAk="),
        (" http://127.0.0.1:8000/sandbox/board/uXjVAJ43ebE= ", None, "uXjVAJ43ebE="),
    ],
)
def test_a_reference_is_taken_apart(text: str, workshop: str | None, board: str | None) -> None:
    ref = parse_ref(text)
    assert (ref.workshop, ref.board) == (workshop, board)


@pytest.mark.parametrize("text", ["", "https://miro.com/app/dashboard/", "../x", "a b c d e f g"])
def test_what_is_no_reference_is_not_found(text: str) -> None:
    with pytest.raises(WorkshopNotFound):
        parse_ref(text)


def test_a_workshop_by_id_board_and_address(koosloome: Koosloome, me: Account) -> None:
    made = koosloome.create(me, request())
    for ref in (made.workshop, made.board.id, made.board.url):
        assert koosloome.workshop(me, ref).workshop == made.workshop


def test_a_board_of_two_workshops_must_be_named_by_one(koosloome: Koosloome, me: Account) -> None:
    first = koosloome.create(me, request())
    second = koosloome.create(me, request(on=first.board.url))
    with pytest.raises(AmbiguousRef) as which:
        koosloome.workshop(me, first.board.id)
    assert set(which.value.workshops) == {first.workshop, second.workshop}


def test_a_workshop_keeps_its_world_and_account(
    koosloome: Koosloome, me: Account, open_wires: Callable[..., Wires]
) -> None:
    made = koosloome.create(me, request())
    elsewhere = Koosloome(open_wires(MIRO_ACCESS_TOKEN="eyJ_x", MIRO_API_URL="http://127.0.0.1:9"))
    assert elsewhere.world().value == "miro"
    assert elsewhere.workshop(elsewhere.account(), made.workshop).world.value == "sandbox"
    assert elsewhere.resume(elsewhere.account(), made.workshop).created == made.planned
