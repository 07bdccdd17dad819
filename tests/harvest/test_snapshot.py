"""The raw snapshot: what Miro sent, and back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given

from harvest.snapshot import Snapshot, SnapshotBoard, SnapshotItem
from tests.harvest.junk import snapshots

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@given(snapshots())
def test_the_way_to_json_and_back_loses_nothing(snapshot: Snapshot) -> None:
    assert Snapshot.model_validate_json(snapshot.model_dump_json()) == snapshot


@pytest.mark.parametrize("wrong", [None, "text", 3, ["x"]])
def test_what_is_not_an_object_is_nothing(wrong: object) -> None:
    item = SnapshotItem.model_validate(
        {"id": "1", "data": wrong, "style": wrong, "geometry": wrong, "position": wrong}
    )
    assert (item.data, item.style, item.geometry, item.position) == (None, None, None, None)


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("2026-05-20T06:38:21Z", datetime(2026, 5, 20, 6, 38, 21, tzinfo=UTC)),
        ("2026-05-20T06:38:21.500Z", datetime(2026, 5, 20, 6, 38, 21, 500_000, tzinfo=UTC)),
        ("yesterday", None),
        (None, None),
    ],
)
def test_instants_come_in_both_forms(sent: str | None, read: datetime | None) -> None:
    assert SnapshotItem.model_validate({"id": "1", "created_at": sent}).created_at == read


def test_everything_but_the_board_and_the_moment_may_be_missing() -> None:
    empty = Snapshot(board=SnapshotBoard(id="b"), taken_at=NOW)
    assert (empty.items, empty.total, empty.members) == ((), None, {})
