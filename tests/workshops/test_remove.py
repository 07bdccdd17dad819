"""Taking a workshop off Miro: what would go is said before, and nothing else goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import create_engine, text

from miro_client.bodies.boards import BoardBody
from miro_client.bodies.items import StickyNoteBody
from miro_client.bodies.places import Position
from tests.workshops.conftest import FakeClock
from tests.workshops.conftest import request as ordinary
from tests.workshops.test_reconcile import boards
from workshops.errors import BeingMade, WorkshopNotFound
from workshops.jobs.holding import STALE_SECONDS
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account, CreateAnswer
from workshops.wiring.wires import Wires

in_every_reading = True


def test_whose_notes_would_go_is_said(
    koosloome: Koosloome, me: Account, wires: Wires, board: CreateAnswer
) -> None:
    answer = board
    removal = koosloome.removal(me, answer.workshop)
    assert removal.whole_board
    assert removal.items > answer.planned
    assert removal.notes_of_others > 30
    assert removal.authors
    assert koosloome.remove(me, answer.workshop).board_removed
    assert boards(wires) == 0
    assert koosloome.workshops(me) == ()
    with pytest.raises(WorkshopNotFound):
        koosloome.workshop(me, answer.board.id)
    assert [entry.action for entry in wires.store.audit.about(answer.workshop)] == ["removed"]


def test_on_a_shared_board_only_its_own_goes(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    first = koosloome.create(me, ordinary())
    second = koosloome.create(me, ordinary(on=first.board.url, new=True))
    removal = koosloome.removal(me, second.workshop)
    assert (removal.whole_board, removal.others) == (False, (first.workshop,))
    assert removal.items == second.planned
    answer = koosloome.remove(me, second.workshop)
    assert (answer.board_removed, answer.items) == (False, second.planned)
    with wires.connect(wires.people.me()) as client:
        left = {item.id for item in client.items.iterate(first.board.id)}
    made = wires.store.ledger.items(first.workshop)
    assert left <= set(made.values())
    assert len(left) == first.planned
    assert koosloome.remove(me, first.workshop).board_removed


def test_the_board_is_called_as_it_is_called_in_miro_now(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    first = koosloome.create(me, ordinary())
    second = koosloome.create(me, ordinary(on=first.board.url, new=True))
    assert koosloome.removal(me, second.workshop).board_name == first.board.name
    with wires.connect(wires.people.me()) as client:
        client.boards.update(first.board.id, BoardBody(name="Suvekool 2026"))
        assert koosloome.removal(me, second.workshop).board_name == "Suvekool 2026"
        client.boards.delete(first.board.id)
    assert koosloome.removal(me, second.workshop).board_name == first.board.name


def test_ones_own_notes_are_not_those_of_others_on_a_board_that_others_made(
    koosloome: Koosloome, me: Account, open_wires: Callable[..., Wires]
) -> None:
    """Who made no board yet is somebody whom Miro has not named yet."""
    first = koosloome.create(me, ordinary())
    hers = open_wires(MIRO_ACCESS_TOKEN="sandbox-mari")
    product = Koosloome(hers)
    mari = product.account()
    second = product.create(mari, ordinary(on=first.board.id, new=True))
    frame = hers.store.ledger.items(second.workshop)["F1"]
    with hers.connect(hers.people.me()) as client:
        note = StickyNoteBody(content="Mari mõte", parent=frame, position=Position(300, 400))
        client.notes.create(first.board.id, note)
    removal = product.removal(mari, second.workshop)
    assert (removal.items, removal.notes_of_others) == (second.planned + 1, 0)
    assert product.account().miro_user


def test_who_made_a_workshop_before_miro_named_them_is_asked_for(
    koosloome: Koosloome, me: Account, wires: Wires, board: CreateAnswer
) -> None:
    known, account = koosloome.removal(me, board.workshop), koosloome.account()
    with create_engine(wires.settings.database_url).begin() as connection:
        connection.execute(text("UPDATE accounts SET miro_user = NULL"))
    assert koosloome.account().miro_user is None
    assert koosloome.removal(me, board.workshop) == known
    assert koosloome.account() == account


def test_the_first_of_two_leaves_the_board_to_the_other(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    first = koosloome.create(me, ordinary())
    second = koosloome.create(me, ordinary(on=first.board.url, new=True))
    assert not koosloome.remove(me, first.workshop).board_removed
    assert boards(wires) == 1
    assert koosloome.workshop(me, first.board.url).workshop == second.workshop


def test_a_board_that_is_gone_already(koosloome: Koosloome, me: Account, wires: Wires) -> None:
    answer = koosloome.create(me, ordinary())
    with wires.connect(wires.people.me()) as client:
        client.boards.delete(answer.board.id)
    assert koosloome.removal(me, answer.workshop).items == 0
    koosloome.remove(me, answer.workshop)
    assert koosloome.workshops(me) == ()


def test_not_while_somebody_works_on_it(
    koosloome: Koosloome, me: Account, wires: Wires, open_wires: Callable[..., Wires]
) -> None:
    answer = koosloome.create(me, ordinary())
    wires.resume.take(wires.refs.workshop(me, answer.workshop))
    with pytest.raises(BeingMade) as refused:
        Koosloome(open_wires()).remove(me, answer.workshop)
    assert refused.value.command == f"koosloome board remove {answer.workshop}"


def test_whoever_was_heard_of_last_long_ago_keeps_nobody_from_it(
    koosloome: Koosloome,
    me: Account,
    wires: Wires,
    open_wires: Callable[..., Wires],
    clock: FakeClock,
) -> None:
    answer = koosloome.create(me, ordinary())
    wires.resume.take(wires.refs.workshop(me, answer.workshop))
    clock.sleep(STALE_SECONDS + 1)
    assert Koosloome(open_wires()).remove(me, answer.workshop).board_removed
