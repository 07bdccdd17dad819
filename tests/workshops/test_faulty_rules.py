"""A rule that a board can't meet is told to whoever wrote it; nothing of the board is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harvest.errors import FaultyHarvest
from harvest.reasons import N_
from tests.workshops.conftest import METHOD
from tests.workshops.test_new_method import ACTS, CARD, ID, made
from workshops.errors import FaultyRule, OurFault
from workshops.example import Example
from workshops.faulty_rules import faults_told
from workshops.koosloome import Koosloome
from workshops.messages import message
from workshops.records import SnapshotKind
from workshops.rehearse import rehearse
from workshops.requests_answers import Account, CreateRequest, HarvestRequest
from workshops.stored_error import StoredError, error_from_json, error_to_json
from workshops.wiring.wires import Wires

Opened = Callable[[], Koosloome]

RULES = {
    "a missing field": '"brief.nothing.x"',
    "a division by zero": '"1 / 0"',
    "a too large result": '"range(10 ** 9) | list"',
    "rows that are none": '{each: "5", value: it}',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "own", CARD)


@pytest.fixture
def opened(open_wires: Callable[..., Wires], tmp_path: Path) -> Callable[[], Koosloome]:
    """Give what opens the product anew, as each command does."""
    return lambda: Koosloome(open_wires(KOOSLOOME_METHODS=str(tmp_path / "own")))


def created(k: Koosloome) -> tuple[Account, str]:
    me = k.account()
    values = {"topic": "Bussid", "participants": 8}
    return me, k.create(me, CreateRequest(method=ID, values=values, lang="et")).workshop


def broken(folder: Path, rule: str) -> str:
    """Put a faulty rule into a method; return what it was before."""
    file = folder / "harvest.yaml"
    before = file.read_text("utf-8")
    file.write_text(before.replace("result:\n", f"result:\n  vigane: {rule}\n", 1), "utf-8")
    return before


@pytest.mark.parametrize("kind", RULES)
def test_its_author_is_told_the_place_the_reason_and_the_remedy(
    opened: Opened, folder: Path, kind: str
) -> None:
    broken(folder, RULES[kind])
    with opened() as k:
        me, workshop = created(k)
        with pytest.raises(FaultyRule) as caught:
            k.harvest(me, workshop, HarvestRequest())
    file = folder / "harvest.yaml"
    line = file.read_text("utf-8").splitlines().index(f"  vigane: {RULES[kind]}") + 1
    kept = error_from_json(error_to_json(StoredError.of(caught.value)))
    for said in (message(kept, "et"), message(kept, "en")):
        assert f"{file}:{line}, result.vigane" in said
        assert f"koosloome methods check {folder}" in said
        assert f"koosloome harvest {workshop}" in said
        assert ID in said
    assert "Parandage meetod" in message(kept, "et")
    assert "Correct the method" in str(caught.value)
    assert ("jagab nulliga" in message(kept, "et")) == (kind == "a division by zero")


def test_once_mended_the_same_board_is_summed_up(
    opened: Opened, open_wires: Callable[..., Wires], folder: Path
) -> None:
    before = broken(folder, RULES["a missing field"])
    with opened() as k:
        me, workshop = created(k)
        with pytest.raises(FaultyRule):
            k.harvest(me, workshop, HarvestRequest())
        assert k.summaries(me, workshop) == ()
    assert len(open_wires().store.snapshots.of(workshop, [SnapshotKind.HARVEST])) == 1
    (folder / "harvest.yaml").write_text(before, "utf-8")
    with opened() as k:
        k.harvest(k.account(), workshop, HarvestRequest())
        assert len(k.summaries(k.account(), workshop)) == 1


def test_where_secrecy_cannot_be_told_nothing_is_stored(
    opened: Opened, open_wires: Callable[..., Wires], folder: Path
) -> None:
    file = folder / "harvest.yaml"
    rule = "    store: never\n    unless: brief.nothing.x"
    text = file.read_text("utf-8").replace("    kind: actions", f"    kind: actions\n{rule}", 1)
    file.write_text(text, "utf-8")
    with opened() as k:
        me, workshop = created(k)
        plan, view = k.workshop_plan(me, workshop), k.workshop(me, workshop)
        assert plan is not None
        assert view.board is not None
        acts = Example.model_validate({"brief": {}, "acts": ACTS})
        steps = rehearse(k.shared, plan, acts, facilitator="me")
        k.sandbox().perform(steps, view.board.id, lambda _: None)
        with pytest.raises(FaultyRule, match=r"harvest\.yaml:\d+, zones"):
            k.harvest(me, workshop, HarvestRequest())
    assert open_wires().store.snapshots.of(workshop, [SnapshotKind.HARVEST]) == ()


def test_a_method_of_the_product_is_our_fault(koosloome: Koosloome) -> None:
    method = koosloome.library.get(METHOD)
    why = N_("it grew")
    with (
        pytest.raises(OurFault),
        faults_told(koosloome.library, method, "koosloome harvest w"),
    ):
        raise FaultyHarvest("result.issue", "1 / 0", why)
