"""Answers in the shapes Miro's were recorded in."""

from __future__ import annotations

from typing import Any

LINK = "https://api.miro.com/v2/boards/uXjVAAAAAAA%3D"

USER = {"id": "3458764500000000002", "type": "user"}
TIMES: dict[str, Any] = {
    "createdAt": "2026-05-20T06:38:21Z",
    "createdBy": USER,
    "modifiedAt": "2026-05-20T06:38:21Z",
    "modifiedBy": USER,
}

STICKY: dict[str, Any] = {
    "id": "3458764500000000100",
    "type": "sticky_note",
    "data": {"content": "<p>Ship weekly</p>", "shape": "square"},
    "style": {
        "fillColor": "light_yellow",
        "textAlign": "center",
        "textAlignVertical": "middle",
    },
    "geometry": {"width": 199.0, "height": 228.0},
    "position": {
        "x": 160.0,
        "y": 180.0,
        "origin": "center",
        "relativeTo": "parent_top_left",
    },
    "parent": {
        "id": "3458764500000000090",
        "links": {"self": f"{LINK}/frames/3458764500000000090"},
    },
    "links": {"self": f"{LINK}/sticky_notes/3458764500000000100"},
    **TIMES,
}

SHAPE: dict[str, Any] = {
    "id": "3458764500000000101",
    "type": "shape",
    "data": {"content": "probe", "shape": "rectangle"},
    "style": {
        "fillColor": "#ffffff",
        "fillOpacity": "0.0",
        "borderOpacity": "0.0",
        "borderWidth": "2.0",
        "fontSize": "14",
        "fontFamily": "open_sans",
    },
    "geometry": {"width": 100.0, "height": 100.0},
    "position": {"x": 0.0, "y": 0.0, "origin": "center", "relativeTo": "canvas_center"},
    **TIMES,
}

UI_FRAME: dict[str, Any] = {
    "id": "3458764500000000090",
    "type": "frame",
    "data": {
        "format": "a4",
        "title": "<p>Start / Stop</p>",
        "type": "unknown",
        "showContent": True,
    },
    "style": {"fillColor": "#ffffff"},
    "geometry": {"width": 1200.0, "height": 800.0},
    "position": {"x": 0.0, "y": 0.0, "origin": "center", "relativeTo": "canvas_center"},
    "links": {"self": f"{LINK}/frames/3458764500000000090"},
    **TIMES,
}

UNSUPPORTED: dict[str, Any] = {
    "id": "3458764500000000102",
    "type": "shape",
    "isSupported": False,
    **TIMES,
}

CONNECTOR: dict[str, Any] = {
    "id": "3458764500000000200",
    "type": "connector",
    "isSupported": True,
    "shape": "curved",
    "startItem": {
        "id": "3458764500000000100",
        "position": {"x": "100%", "y": "50%"},
        "links": {"self": f"{LINK}/items/3458764500000000100"},
    },
    "endItem": {"id": "3458764500000000101", "position": {"x": "0%", "y": "50%"}},
    "captions": [{"content": "leads to", "position": "50%", "textAlignVertical": "middle"}],
    "style": {
        "color": "#1a1a1a",
        "fontSize": "14",
        "startStrokeCap": "none",
        "endStrokeCap": "stealth",
        "strokeColor": "#000000",
        "strokeStyle": "normal",
        "strokeWidth": "1.0",
        "textOrientation": "aligned",
    },
    **TIMES,
}

TAG: dict[str, Any] = {
    "id": "3458764500000000300",
    "type": "tag",
    "title": "risk",
    "fillColor": "red",
    "links": {"self": f"{LINK}/tags/3458764500000000300"},
}

GROUP: dict[str, Any] = {
    "id": "3458764500000000400",
    "type": "group",
    "data": {"items": ["3458764500000000100", "3458764500000000101"]},
    "links": {"self": f"{LINK}/groups/3458764500000000400"},
}

BOARD: dict[str, Any] = {
    "id": "uXjVAAAAAAA=",
    "type": "board",
    "name": "Retro 14",
    "description": "",
    "links": {"self": LINK},
    "createdAt": "2026-05-20T06:38:21Z",
    "createdBy": {**USER, "name": "Ada Example"},
    "currentUserMembership": {
        "id": "3458764500000000002",
        "type": "board_member",
        "name": "Ada Example",
        "role": "owner",
    },
    "owner": {**USER, "name": "Ada Example"},
    "policy": {
        "permissionsPolicy": {"copyAccess": "anyone"},
        "sharingPolicy": {"access": "private", "teamAccess": "private"},
    },
    "team": {"id": "3458764500000000001", "type": "team", "name": "Workshop team"},
    "viewLink": "https://miro.com/app/board/uXjVAAAAAAA=",
}

MEMBER: dict[str, Any] = {
    "id": "3458764500000000002",
    "name": "Ada Example",
    "role": "owner",
    "type": "board_member",
}

TOKEN_CONTEXT: dict[str, Any] = {
    "type": "oAuthToken",
    "user": {"type": "user", "name": "Ada Example", "id": "3458764500000000002"},
    "team": {"type": "team", "name": "Workshop team", "id": "3458764500000000001"},
    "createdBy": {"type": "user", "name": "Ada Example", "id": "3458764500000000002"},
    "scopes": ["boards:read", "boards:write"],
}

INVALID: dict[str, Any] = {
    "type": "error",
    "code": "2.0703",
    "context": {"fields": [{"field": "metadata", "message": "Field [metadata] is not supported"}]},
    "message": "Invalid parameters",
    "status": 400,
}


def cursor_list(*rows: dict[str, Any], cursor: str | None = None, **more: object) -> dict[str, Any]:
    """A page of items, connectors or groups."""
    page = {"size": len(rows), "limit": 50, "data": list(rows), "type": "cursor-list", **more}
    return page if cursor is None else {**page, "cursor": cursor}


def offset_list(*rows: dict[str, Any], **more: object) -> dict[str, Any]:
    """A page of boards, members, tags or items by tag."""
    return {
        "size": len(rows),
        "offset": 0,
        "limit": 50,
        "total": len(rows),
        "data": list(rows),
        "links": {"self": LINK},
        "type": "list",
        **more,
    }
