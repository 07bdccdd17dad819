"""`board check`, `checkpoint`, `watch`, `board restore`: the real product on a sandbox."""

from __future__ import annotations

from pathlib import Path

import pytest

from miro_client.bodies.items import StickyNoteBody
from miro_client.bodies.places import Position
from miro_client.client import MiroClient
from tests.cli.conftest import Koosloome
from workshops.koosloome import Koosloome as Product
from workshops.requests_answers import WorkshopState
from workshops.settings import load_settings
from workshops.wiring import open_koosloome

ISSUE = "issue=Kuidas korraldada maapiirkondade bussiliiklus?"


@pytest.fixture
def board(koosloome: Koosloome) -> dict[str, str]:
    made = koosloome("board", "create", "stakeholder-map", "--set", ISSUE, "--json").data
    return {"ref": made["workshop"], "board": made["board"]["id"]}


def touch(home: Path, board: str, *, delete: str | None = None, write: str | None = None) -> None:
    """Let somebody write or delete on the board."""
    settings = load_settings({"KOOSLOOME_HOME": str(home)})
    with open_koosloome(settings) as product, connected(product) as client:
        if write is not None:
            body = StickyNoteBody(content=write, position=Position(-900, -900))
            client.notes.create(board, body)
        if delete is not None:
            every = list(client.items.iterate(board))
            [one] = [i for i in every if i.data and delete in (i.data.content or "")]
            client.items.delete(board, one.id)


def connected(product: Product) -> MiroClient:
    wires = product._wires
    return wires.connect(wires.people.me())


def test_a_board_as_planned_ends_with_nothing(koosloome: Koosloome, board: dict[str, str]) -> None:
    ran = koosloome("board", "check", board["ref"])
    assert ran.code == 0
    assert "Tahvel on kavandi järgi" in ran.out
    assert koosloome("board", "check", board["ref"], "--json").data["clean"] is True


def test_what_differs_is_told_drawn_and_put_back(
    koosloome: Koosloome, board: dict[str, str], home: Path, tmp_path: Path
) -> None:
    touch(home, board["board"], delete="Kelle hääl", write="Kuhu see käib?")
    picture = tmp_path / "pildid" / "tahvel.svg"
    ran = koosloome("board", "check", board["ref"], "--lang", "en", "--picture", picture)
    assert ran.code == 6
    assert "missing:" in ran.out
    assert "outside every area:" in ran.out
    assert f"koosloome board check {board['ref']} --repair" in ran.err
    assert "missing" in picture.read_text(encoding="utf-8")
    data = koosloome("board", "check", board["ref"], "--json")
    assert data.code == 6
    assert data.data["counts"] == {"missing": 1, "outside": 1}
    repaired = koosloome("board", "check", board["ref"], "--repair", "--json")
    assert len(repaired.data["repaired"]) == 1
    assert repaired.data["counts"] == {"outside": 1}
    assert koosloome("board", "check", board["ref"], "--picture", "x.gif").code == 2


def leave(home: Path, board: dict[str, str], state: WorkshopState) -> None:
    """Leave the board as one that was not finished, with every blank of it missing."""
    settings = load_settings({"KOOSLOOME_HOME": str(home)})
    with open_koosloome(settings) as product:
        product._wires.store.workshops.set_state(board["ref"], state)
        with connected(product) as client:
            for item in client.items.iterate(board["board"]):
                if item.type == "sticky_note" and not (item.data and item.data.content):
                    client.items.delete(board["board"], item.id)


def test_an_unfinished_board_is_told_to_be_one_and_is_not_repaired(
    koosloome: Koosloome, board: dict[str, str], home: Path
) -> None:
    leave(home, board, "unfinished")
    resume = f"koosloome board resume {board['ref']}"
    ran = koosloome("board", "check", board["ref"])
    assert ran.code == 6
    assert "pooleli" in ran.out.splitlines()[0]
    assert resume in ran.out.splitlines()[0]
    assert "--repair" not in ran.out + ran.err
    told = [line for line in ran.out.splitlines() if line.startswith("  · ")]
    assert len(told) == len(set(told))
    assert any(" × " in line for line in told)
    data = koosloome("board", "check", board["ref"], "--json").data
    assert data["state"] == "unfinished"
    assert len(data["findings"]) == data["counts"]["missing"] > len(told)
    refused = koosloome("board", "check", board["ref"], "--repair")
    assert (refused.code, resume in refused.err) == (5, True)


def test_a_harvest_of_an_unfinished_board_says_so(
    koosloome: Koosloome, board: dict[str, str], home: Path, tmp_path: Path
) -> None:
    leave(home, board, "unfinished")
    for lang, word in (("et", "pooleli"), ("en", "unfinished")):
        ran = koosloome("harvest", board["ref"], "-o", tmp_path / lang, "--lang", lang)
        assert ran.code == 0
        assert word in ran.err
        assert f"koosloome board resume {board['ref']}" in ran.err


def test_a_note_deleted_comes_back(koosloome: Koosloome, board: dict[str, str], home: Path) -> None:
    touch(home, board["board"], write="Kadunud mõte")
    taken = koosloome("checkpoint", board["ref"], "--json").data
    assert koosloome("checkpoint", board["ref"], "--list", "--json").data == {
        "checkpoints": [taken]
    }
    touch(home, board["board"], delete="Kadunud mõte")
    ran = koosloome("board", "restore", board["ref"], "--from", taken["id"])
    assert ran.code == 0, ran.err
    assert "Tagasi pandud: 1" in ran.out
    assert "Kadunud mõte" in ran.out
    again = koosloome("board", "restore", board["ref"], "--from", "latest", "--json").data
    assert (again["restored"], again["before"]) == ([], 1)
    assert koosloome("board", "restore", board["ref"], "--from", "s-x").code == 4
    assert koosloome("board", "restore", board["ref"]).code == 2


def test_watching_ends_after_so_many(koosloome: Koosloome, board: dict[str, str]) -> None:
    ran = koosloome("watch", board["ref"], "--times", "1")
    assert ran.code == 0
    assert "objekti" in ran.out
    assert len(koosloome("checkpoint", board["ref"], "--list").out.splitlines()) == 1
    assert koosloome("watch", board["ref"], "--every", "0").code == 2


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        (("--every", "0.05"), "et", "--every: lubatud on arvud vahemikus 1–1440"),
        (("--every", "0.05"), "en", "--every: allowed are numbers from 1 to 1440"),
        (("--every", "kümme"), "et", "--every: lubatud on arvud vahemikus 1–1440"),
        (("--times", "0"), "et", "--times: lubatud on täisarvud, vähemalt 1"),
        (("--times", "1.5"), "en", "--times: allowed are whole numbers, at least 1"),
    ],
)
def test_a_number_out_of_its_range_is_told_the_range(
    koosloome: Koosloome, words: tuple[str, ...], lang: str, said: str
) -> None:
    ran = koosloome("watch", "w-aaaaaaaaaa", *words, "--lang", lang)
    assert ran.code == 2
    assert said in ran.err.splitlines()
