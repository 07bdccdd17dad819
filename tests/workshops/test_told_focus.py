"""What a copied board is about is read off its intro frame, where that is clear."""

from __future__ import annotations

import pytest

from board_templates.footer import Shape, brief_from_shape
from board_templates.library import Library
from harvest.snapshot import Snapshot, SnapshotItem
from miro_client.bodies.boards import BoardBody
from tests.workshops.conftest import ISSUE, METHOD, request
from workshops.koosloome import Koosloome
from workshops.requests_answers import Account, HarvestRequest
from workshops.told_focus import with_focus
from workshops.wiring.wires import Wires

FOOTER = SnapshotItem(id="9", type="text", parent={"id": "1"})


def _told(library: Library, *shapes: tuple[str, object]) -> object:
    """Return what the brief of a board with these shapes says, each with its frame."""
    items = [
        SnapshotItem(id=str(no), type="shape", data={"content": content}, parent={"id": frame})
        for no, (frame, content) in enumerate(shapes, start=10)
    ]
    empty = SnapshotItem(id="8", type="shape", parent={"id": "1"})
    snapshot = Snapshot.model_validate(
        {"board": {"id": "b"}, "taken_at": "2026-03-02T12:00:00Z", "items": [FOOTER, empty, *items]}
    )
    method = library.get(METHOD)
    brief = brief_from_shape(method, library.shared, Shape(METHOD, 1, 1, "et", {}))
    return with_focus(method, library.shared, brief, snapshot, FOOTER).values["issue"]


def test_a_copy_says_what_it_is_about(koosloome: Koosloome, me: Account, wires: Wires) -> None:
    made = koosloome.create(me, request())
    with wires.connect(wires.people.me()) as client:
        copy = client.boards.copy(made.board.id, BoardBody(name="Koopia"))
    summary = koosloome.harvest(me, copy.id, HarvestRequest()).summary
    assert summary.matched_by == "footer"
    assert summary.result["issue"] == ISSUE


@pytest.mark.parametrize(
    "shapes",
    [
        (),
        (("2", "<p><strong>Teema</strong></p><p>Teise raami teema</p>"),),
        (("1", "<p><strong>Eesmärk</strong></p><p>Leiame</p>"),),
        (("1", "<p><strong>Teema</strong></p><p>Bussid</p><p>ja rong?</p>"),),  # typed by people
        (("1", "<p><strong>Teema</strong></p>"), ("1", ""), ("1", None)),
        (("1", "<p>Teema</p><p>Bussid</p>"), ("1", "<p>Teema</p><p>Rongid</p>")),
        (("1", f"<p>Teema</p><p>{'x' * 501}</p>"),),
    ],
)
def test_what_is_not_clear_is_not_guessed(
    koosloome: Koosloome, shapes: tuple[tuple[str, object], ...]
) -> None:
    assert _told(koosloome.library, *shapes) == "…"


def test_the_words_under_the_label_are_taken(koosloome: Koosloome) -> None:
    shape = "<p><strong>Fookusküsimus</strong></p><p>Kuidas bussid käivad? {{ 7 * 7 }}</p>"
    assert _told(koosloome.library, ("1", shape)) == "Kuidas bussid käivad? {{ 7 * 7 }}"
