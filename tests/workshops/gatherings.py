"""Lets a made-up crowd hold a workshop on a board that was made, and reads the board back."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from harvest.summary import Note, Summary
from miro_sandbox.config import Config
from tests.workshops.conftest import FakeClock, sandbox_read_as
from workshops.crowd.gathering import gather
from workshops.crowd.truth import Counted, Truth
from workshops.koosloome import Koosloome
from workshops.pace import in_time
from workshops.plan_json import plan_from_json
from workshops.requests_answers import Account, CreateRequest, HarvestRequest
from workshops.settings import load_settings
from workshops.wiring.wires import Wires


@dataclass(frozen=True)
class Held:
    """A workshop that was held: what a right harvest finds, what was found, items by name."""

    truth: Truth
    summary: Summary
    ids: Mapping[str, str]
    workshop: str
    board: str


@contextmanager
def product_at(home: Path, clock: FakeClock, reading: Config) -> Iterator[Wires]:
    """Give a product over a folder and a sandbox that reads Miro so."""
    wires = Wires(
        load_settings({"KOOSLOOME_HOME": str(home)}),
        clock=clock,
        sleep=clock.sleep,
        chance=secrets.token_bytes,
        on_call=None,
    )
    wires.sandbox = sandbox_read_as(reading, wires)
    try:
        yield wires
    finally:
        wires.close()
        wires.sandbox.close()


def hold(
    wires: Wires,
    clock: FakeClock,
    *,
    method: str,
    values: Mapping[str, Any],
    lang: str,
    seed: int,
    people: int,
    notes: int,
    pasted: int = 0,
) -> Held:
    """Make the board, let people write, harvest it."""
    product = Koosloome(wires)
    me = product.account()
    made = product.create(me, CreateRequest(method=method, values=values, lang=lang))
    kept = wires.store.workshops.get(made.workshop)
    assert kept is not None
    gathering = gather(
        wires.library.get(method),
        wires.library.shared,
        plan_from_json(kept.plan),
        people=people,
        notes=notes,
        chance=Random(seed),  # noqa: S311  # nothing secret hangs on it
        pasted=pasted,
    )
    ledger = wires.store.ledger.items(made.workshop)
    played = wires.sandbox.performed(
        gathering.steps,
        made.board.id,
        lambda _done: None,
        pace=in_time(clock.sleep),
        known=ledger,
    )
    return Held(
        gathering.truth, harvested(product, me, made.workshop), played.ids, made.workshop,
        made.board.id,
    )  # fmt: skip


def harvested(product: Koosloome, me: Account, ref: str) -> Summary:
    return product.harvest(me, ref, HarvestRequest()).summary


def assert_truth(held: Held) -> None:
    """Compare a harvest with what it must find, and name every difference."""
    truth, accounting = held.truth, held.summary.accounting
    aside = {reason: number for reason, number in accounting.set_aside if number}
    found = {note.id: note for note in held.summary.notes}
    names = {item: name for name, item in held.ids.items()}
    expected = {held.ids[name]: fate for name, fate in truth.counted.items()}
    told = {
        "counted, but should not be": sorted(
            f"{names.get(item, item)}: {truth.aside.get(names.get(item, ''))} {found[item]}"
            for item in found.keys() - expected.keys()
        ),
        "not counted": sorted(f"{names[i]}: {expected[i]}" for i in expected.keys() - found.keys()),
        "read otherwise": sorted(
            f"{names[item]}: {difference}"
            for item in found.keys() & expected.keys()
            for difference in differences(expected[item], found[item], held.summary)
        ),
    }
    wrong = {kind: which for kind, which in told.items() if which}
    assert not wrong, wrong
    assert aside == dict(truth.set_aside), (aside, truth.set_aside)
    assert accounting.read == truth.read == accounting.counted + sum(aside.values())


def differences(expected: Counted, note: Note, summary: Summary) -> list[str]:
    """Name what is not as expected of one note."""
    found = []
    if note.zone not in expected.zones:
        found.append(f"zone {note.zone}, not {set(expected.zones)}")
    if expected.texts is not None and note.text not in expected.texts:
        found.append(f"text {note.text!r}, not {set(expected.texts)}")
    if note.source != expected.source:
        found.append(f"source {note.source}, not {expected.source}")
    if expected.votes is not None and note.votes != expected.votes:
        found.append(f"votes {note.votes}, not {expected.votes}")
    if note.kind == "card" and note.text is not None:
        found += _actions(expected, note, summary)
    return found


def _actions(expected: Counted, note: Note, summary: Summary) -> list[str]:
    [action] = [one for one in summary.actions if one.from_ == (note.no,)]
    found = []
    if action.due != expected.due:
        found.append(f"due {action.due}, not {expected.due}")
    if (action.owner is not None) != expected.assigned:
        found.append(f"owner {action.owner}, though assigned: {expected.assigned}")
    return found
