"""Reading boards back: whole or not at all, nothing secret kept, and boards of others too."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from miro_client.bodies.boards import BoardBody
from miro_client.bodies.items import StickyNoteBody, TextBody
from miro_client.bodies.places import Position
from tests.workshops.conftest import METHOD, FakeClock, Told, request
from workshops.errors import BoardNotFound, HarvestIncomplete, InputFaults
from workshops.koosloome import Koosloome
from workshops.records import SnapshotKind
from workshops.requests_answers import Account, CreateAnswer, HarvestRequest
from workshops.wiring.wires import Wires

in_every_reading = True
READING = HarvestRequest()


def test_everything_read_is_counted_or_set_aside(
    koosloome: Koosloome, me: Account, board: CreateAnswer, wires: Wires
) -> None:
    told = Told()
    answer = koosloome.harvest(me, board.board.url, READING, progress=told)
    with wires.connect(wires.people.me()) as client:
        there = len(list(client.items.iterate(board.board.id)))
    accounting = answer.summary.accounting
    assert accounting.read == there == accounting.counted + accounting.set_aside.total
    assert accounting.counted > 40
    assert answer.summary.matched_by == "ledger"
    assert told.phases == ["reading", "placing", "summary"]


def test_reading_takes_no_more_calls_than_promised(
    koosloome: Koosloome, me: Account, board: CreateAnswer
) -> None:
    answer = koosloome.harvest(me, board.workshop, READING)
    items = answer.summary.accounting.read
    assert answer.requests <= 1.5 * -(-items // 50) + 1 + 1 + 8 + 4 + 4


def test_the_example_says_what_its_method_promises(
    koosloome: Koosloome, me: Account, board: CreateAnswer
) -> None:
    summary = koosloome.harvest(me, board.workshop, HarvestRequest(attended=14)).summary
    codes = {signal.code for signal in summary.signals}
    assert {"missing_owner", "missing_due", "parked", "personal_data"} <= codes
    votes = [signal for signal in summary.signals if signal.code == "overvote"]
    assert votes == []
    assert summary.attended == 14


def test_what_was_read_is_kept_without_people(
    koosloome: Koosloome, me: Account, board: CreateAnswer, wires: Wires
) -> None:
    koosloome.harvest(me, board.workshop, READING)
    [kept] = wires.store.snapshots.of(board.workshop, [SnapshotKind.HARVEST])
    assert len(authors(wires, board)) > 10
    for person in authors(wires, board):
        assert person not in kept.content
    assert json.loads(kept.content)["members"] == {}


def authors(wires: Wires, board: CreateAnswer) -> set[str]:
    with wires.connect(wires.people.me()) as client:
        items = client.items.iterate(board.board.id)
        return {item.created_by.id for item in items if item.created_by and item.created_by.id}


def test_names_are_kept_where_they_are_asked_for(
    koosloome: Koosloome, me: Account, board: CreateAnswer, wires: Wires
) -> None:
    answer = koosloome.harvest(me, board.workshop, HarvestRequest(names="full"))
    [kept] = wires.store.snapshots.of(board.workshop, [SnapshotKind.HARVEST])
    assert "me" in json.loads(kept.content)["members"].values()
    for person in authors(wires, board):
        assert person in kept.content
    assert answer.summary.names == "full"


def test_private_words_are_never_stored(
    koosloome: Koosloome, me: Account, board: CreateAnswer, wires: Wires
) -> None:
    with wires.connect(wires.people.me()) as client:
        items = list(client.items.iterate(board.board.id))
        frame = next(item for item in items if item.type == "frame")
        private = "! see jääb meie vahele"
        client.notes.create(
            board.board.id,
            StickyNoteBody(content=private, position=Position(900, 900), parent=frame.id),
        )
    answer = koosloome.harvest(me, board.workshop, READING)
    [kept] = wires.store.snapshots.of(board.workshop, [SnapshotKind.HARVEST])
    [summed] = wires.store.summaries.of(board.workshop)
    assert "meie vahele" not in kept.content + summed.content
    assert any(note.text is None for note in answer.summary.notes)


def test_a_harvest_can_be_looked_at_again(
    koosloome: Koosloome, me: Account, board: CreateAnswer, clock: FakeClock
) -> None:
    first = koosloome.harvest(me, board.workshop, READING).summary
    clock.sleep(60)
    second = koosloome.harvest(me, board.workshop, READING).summary
    assert koosloome.summary(me, board.workshop) == second
    listed = koosloome.summaries(me, board.workshop)
    assert [view.counted for view in listed] == [second.accounting.counted] * 2
    assert koosloome.summary(me, board.workshop, listed[1].id) == first
    assert koosloome.summary(me, board.workshop, "h-nothing") is None


def test_pages_that_hold_too_little_fail_loudly_and_are_kept(
    koosloome: Koosloome,
    me: Account,
    board: CreateAnswer,
    wires: Wires,
    break_next: Callable[[str], None],
) -> None:
    break_next("GET /v2/boards/*/items#1x400=fewer_items")
    with pytest.raises(HarvestIncomplete) as incomplete:
        koosloome.harvest(me, board.workshop, READING)
    error = incomplete.value
    assert error.total is not None
    assert error.read < error.total
    assert error.command == f"koosloome harvest {board.workshop}"
    [kept] = wires.store.snapshots.of(board.workshop, [SnapshotKind.PARTIAL])
    assert len(json.loads(kept.content)["items"]) == error.read
    assert koosloome.summary(me, board.workshop) is None


def test_a_board_that_changed_once_is_read_again(
    koosloome: Koosloome, me: Account, board: CreateAnswer, break_next: Callable[[str], None]
) -> None:
    break_next("GET /v2/boards/*/items#2=fewer_items")
    assert koosloome.harvest(me, board.workshop, READING).summary.matched_by == "ledger"


def test_a_copied_board_is_read_by_its_footer(
    koosloome: Koosloome, me: Account, board: CreateAnswer, wires: Wires
) -> None:
    with wires.connect(wires.people.me()) as client:
        copy = client.boards.copy(board.board.id, BoardBody(name="Koopia"))
    answer = koosloome.harvest(me, copy.id, READING)
    original = koosloome.harvest(me, board.workshop, READING)
    assert answer.summary.matched_by == "footer"
    assert answer.summary.method == METHOD
    assert answer.summary.accounting.counted == original.summary.accounting.counted
    [found] = [one for one in koosloome.workshops(me) if one.state == "found"]
    assert found.workshop == answer.workshop
    again = koosloome.harvest(me, copy.id, READING)
    assert again.workshop == answer.workshop
    assert len(koosloome.summaries(me, copy.id)) == 2


def test_tags_of_its_method_are_read_off_a_copy_that_nobody_here_knows(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    made = koosloome.create(me, request(values={"salience": True}))
    with wires.connect(wires.people.me()) as client:
        note = client.notes.create(made.board.id, StickyNoteBody(content="<p>Vallad</p>"))
        [power] = [
            tag for tag in client.tags.page(made.board.id).data if tag.title in {"võim", "power"}
        ]
        client.tags.attach(made.board.id, note.id, power.id)
        copy = client.boards.copy(made.board.id, BoardBody(name="Koopia"))
    summary = koosloome.harvest(me, copy.id, READING).summary
    assert ("Vallad", ("power",)) in [(one.text, one.tags) for one in summary.notes]


def test_a_board_nobody_made_here_is_read_too(
    koosloome: Koosloome, me: Account, wires: Wires
) -> None:
    with wires.connect(wires.people.me()) as client:
        other = client.boards.create(BoardBody(name="Kellegi oma"))
        client.notes.create(other.id, StickyNoteBody(content="<p>Mõte</p>"))
        client.texts.create(other.id, TextBody(content="Pealkiri"))
    summary = koosloome.harvest(me, other.id, READING).summary
    assert summary.matched_by == "none"
    assert summary.accounting.read == 2
    assert "Mõte" in [note.text for note in summary.notes]
    assert koosloome.workshop_plan(me, other.id) is None


def test_a_board_that_is_not_there(koosloome: Koosloome, me: Account) -> None:
    with pytest.raises(BoardNotFound):
        koosloome.harvest(me, "uXjVAAAAAAA=", READING)


def test_a_language_there_is_not(koosloome: Koosloome, me: Account, board: CreateAnswer) -> None:
    with pytest.raises(InputFaults):
        koosloome.harvest(me, board.workshop, HarvestRequest(lang="fi"))


def test_the_report_may_be_in_the_other_language(
    koosloome: Koosloome, me: Account, board: CreateAnswer
) -> None:
    summary = koosloome.harvest(me, board.workshop, HarvestRequest(lang="en")).summary
    assert summary.lang == "et"
    assert any("Topics left" in signal.text for signal in summary.signals)


def test_labels_of_a_report_are_those_of_its_language(
    koosloome: Koosloome, me: Account, board: CreateAnswer
) -> None:
    summary = koosloome.harvest(me, board.workshop, HarvestRequest(lang="en")).summary
    report = koosloome.report(summary, "markdown", "en", workshop=board.workshop)
    text = report.content.decode()
    assert "- **State and local government**: 7\n" in text
    assert "### 1. List the stakeholders\n\n- **State and local government**\n" in text
    assert "| Stakeholder | What do we need from them? |" in text
    again = koosloome.report(summary, "markdown", "en")
    assert again.content == report.content


def test_what_is_due_goes_at_the_next_harvest(
    koosloome: Koosloome, me: Account, board: CreateAnswer, wires: Wires, clock: FakeClock
) -> None:
    koosloome.harvest(me, board.workshop, READING)
    clock.sleep(timedelta(days=181).total_seconds())
    koosloome.harvest(me, board.workshop, READING)
    assert len(wires.store.snapshots.of(board.workshop, [SnapshotKind.HARVEST])) == 1
    assert len(koosloome.summaries(me, board.workshop)) == 2
    assert koosloome.delete_due() == 0


def test_a_report_in_every_format(koosloome: Koosloome, me: Account, board: CreateAnswer) -> None:
    summary = koosloome.harvest(me, board.workshop, READING).summary
    for name in koosloome.report_formats():
        report = koosloome.report(summary, name, "et")
        assert report.content
        assert report.name.startswith(METHOD)
    with pytest.raises(InputFaults, match="no format"):
        koosloome.report(summary, "pptxx", "et")


def test_a_memo_says_what_was_filled_in_and_what_the_product_knows(
    koosloome: Koosloome, me: Account, board: CreateAnswer
) -> None:
    summary = koosloome.harvest(me, board.workshop, READING).summary
    known = koosloome.to_fill_in(summary, workshop=board.workshop)
    assert known.delete_on == date(2031, 3, 2)  # five years after the session, not the reading
    said = {"link": "https://riik.ee/k", "next": "Kohtume uuesti", "correct_by": "16.03.2026"}
    memo = koosloome.report(summary, "memo", "et", workshop=board.workshop, said=said)
    text = memo.content.decode()
    assert "Kokkuvõte on siin: <https://riik.ee/k>." in text
    assert "## Edasi\n\n- Kohtume uuesti\n" in text
    assert "andke sellest teada hiljemalt 16. märtsil 2026." in text
    assert "Kokkuvõtte kustutame 2. märtsil 2031." in text
    assert "Ettepanekutele vastame hiljemalt" in text
    assert known.reply_by is not None
    bare = koosloome.report(summary, "memo", "et", said={"reply_by": ""}).content.decode()
    assert not [said for said in ("vastame", "Kokkuvõte on siin", "## Edasi") if said in bare]
    with pytest.raises(InputFaults):
        koosloome.check_filled_in({"link": "siin"})
