"""Boards of arbitrary junk, as nobody would make them and everybody does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from harvest.snapshot import (
    Snapshot,
    SnapshotBoard,
    SnapshotConnector,
    SnapshotGroup,
    SnapshotItem,
)

NUMBERS = st.one_of(
    st.none(),
    st.floats(-3000, 12_000),
    st.integers(-3000, 12_000),
    st.sampled_from(["160.0", "x", "", "nan", 1e300, True]),
)
TEXTS = st.one_of(
    st.sampled_from(
        ["", "<p></p>", "+3", "# x", "! x", "> x", "✓", "Näide: ühine kalender", "mõte +2", "Kava"]
    ),
    st.text(max_size=12),
)
TYPES = st.sampled_from(
    ["sticky_note", "card", "text", "shape", "frame", "image", "embed", "document", "paint", ""]
)
IDS = st.integers(1, 60).map(str)


def _object(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), st.just("junk"), st.fixed_dictionaries({}, optional=fields))


ITEMS = st.builds(
    SnapshotItem.model_validate,
    st.fixed_dictionaries(
        {"id": IDS, "type": TYPES},
        optional={
            "supported": st.booleans(),
            "data": _object(
                content=TEXTS,
                title=TEXTS,
                shape=st.sampled_from(["circle", "square"]),
                assigneeId=st.one_of(st.integers(), TEXTS),
                dueDate=TEXTS,
            ),
            "style": _object(fillColor=st.sampled_from(["cyan", "orange", "#f24726", "", 3])),
            "geometry": _object(width=NUMBERS, height=NUMBERS),
            "position": _object(
                x=NUMBERS,
                y=NUMBERS,
                relativeTo=st.sampled_from(["canvas_center", "parent_top_left", "?"]),
            ),
            "parent": _object(id=st.one_of(IDS, st.integers(1, 60))),
            "created_by": st.one_of(st.none(), IDS),
            "tags": st.lists(st.sampled_from(["mitte avaldada", "rühm 1", "may share", "x"])),
        },
    ),
)


def snapshots() -> st.SearchStrategy[Snapshot]:
    """Return any board: wrong types, missing parts, ids twice, rings of parents."""
    return st.builds(
        Snapshot,
        board=st.just(SnapshotBoard(id="b")),
        taken_at=st.integers(0, 4_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
        items=st.lists(ITEMS, max_size=30).map(tuple),
        connectors=st.lists(
            st.builds(SnapshotConnector, id=IDS, start=st.none() | IDS, end=st.none() | IDS)
        ).map(tuple),
        groups=st.lists(
            st.builds(SnapshotGroup, id=IDS, items=st.lists(IDS, max_size=3).map(tuple))
        ).map(tuple),
    )
