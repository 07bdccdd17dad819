"""A copy of a board: everything on it again, under new ids."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from miro_sandbox.state import connectors, groups, items, tags

if TYPE_CHECKING:
    from miro_sandbox.state.boards import Board
    from miro_sandbox.state.database import Tx


def copy_content(tx: Tx, source: Board, target: Board, *, by: int) -> None:
    """Put what is on one board onto another; ids are new, parents, ends and tags follow them.

    How long Miro takes, and whose name copied items carry, is not confirmed; here the copier's, at
    once.
    """
    ids = _copy_items(tx, source, target, by)
    _copy_connectors(tx, source, target, ids, by)
    _copy_tags(tx, source, target, ids)
    _copy_groups(tx, source, target, ids)
    tx.run(
        "INSERT INTO files SELECT ?, id, kind, media_type, url, content FROM files WHERE board = ?",
        target.id,
        source.id,
    )


def _copy_items(tx: Tx, source: Board, target: Board, by: int) -> dict[int, int]:
    old = items.every(tx, source.id)
    ids = dict(zip((i.id for i in old), tx.next_ids(len(old)), strict=True)) if old else {}
    new = [
        replace(
            item,
            id=ids[item.id],
            parent=ids[item.parent] if item.parent is not None else None,
            created=tx.now,
            created_by=by,
            modified=tx.now,
            modified_by=by,
        )
        for item in old
    ]
    items.insert(tx, target.id, new)
    return ids


def _copy_connectors(tx: Tx, source: Board, target: Board, ids: dict[int, int], by: int) -> None:
    for old in connectors.every(tx, source.id):
        new = replace(
            old,
            id=tx.next_ids()[0],
            start=ids[old.start] if old.start is not None else None,
            end=ids[old.end] if old.end is not None else None,
            created=tx.now,
            created_by=by,
            modified=tx.now,
            modified_by=by,
        )
        connectors.insert(tx, target.id, new)


def _copy_tags(tx: Tx, source: Board, target: Board, ids: dict[int, int]) -> None:
    new_tags = {}
    for tag in tags.every(tx, source.id):
        new_tags[tag.id] = tx.next_ids()[0]
        tags.insert(tx, target.id, replace(tag, id=new_tags[tag.id]))
    for item, tag_id in tags.attachments(tx, source.id):
        tags.attach(tx, target.id, ids[item], new_tags[tag_id])


def _copy_groups(tx: Tx, source: Board, target: Board, ids: dict[int, int]) -> None:
    for group in groups.every(tx, source.id):
        groups.insert(tx, target.id, [ids[item] for item in group.items])
