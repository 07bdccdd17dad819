"""Which operation a call means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.openapi.operations import FORM, JSON, Operations

if TYPE_CHECKING:
    from tests.openapi.document import Document

BOARD = "/v2/boards/uXjVAAAAAAA%3D"


@pytest.mark.parametrize(
    ("call", "query", "kind", "name"),
    [
        ("GET /v2/boards", {}, "", "get-boards"),
        (f"GET {BOARD}/items", {"limit"}, "", "get-items"),
        (f"GET {BOARD}/items", {"limit", "tag_id"}, "", "get-items-by-tag"),
        (f"GET {BOARD}/items", {"parent_item_id"}, "", "get-items-within-frame"),
        (f"DELETE {BOARD}/items/1", {}, "", "delete-item"),
        (f"DELETE {BOARD}/items/1", {"tag_id"}, "", "remove-tag-from-item"),
        (f"POST {BOARD}/images", {}, JSON, "create-image-item-using-url"),
        (f"POST {BOARD}/images", {}, FORM, "create-image-item-using-local-file"),
        (f"GET {BOARD}/groups/items", {"group_item_id"}, "", "getItemsByGroupId"),
        (f"GET {BOARD}/groups/7", {}, "", "getGroupById"),
        ("GET /v2/boards/a%2Fb/items/1", {}, "", "get-specific-item"),
        (f"GET {BOARD}/frames/1/items", {}, "", None),
        (f"POST {BOARD}/items", {}, JSON, None),
        ("GET /v2/nothing", {}, "", None),
    ],
)
def test_method_path_query_and_media_type_tell(
    mended: Document, call: str, query: set[str], kind: str, name: str | None
) -> None:
    method, _, path = call.partition(" ")
    operation = Operations(mended).meant(method, path, query, kind)

    assert (operation.name if operation is not None else None) == name
