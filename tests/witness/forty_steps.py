"""Walks Miro's own Python client through forty steps; one JSON line on stdout for each.

Runs in an environment of its own, where `miro_api` 2.2.4 is, as `forty_steps.py ADDRESS`; a step's
`around` names what of that client is broken and had to be gone round, by its raw call.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from miro_api import MiroApi
from miro_api import models as m
from miro_api.configuration import Configuration
from miro_api.exceptions import (
    ApiException,
    BadRequestException,
    ForbiddenException,
    NotFoundException,
    UnauthorizedException,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 20.0
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'

NO_NULL = "models.Parent.to_dict leaves out an id of None, so nothing can be taken out of its frame"
NO_PARTS = "rest.py hands the `data` part of an upload to urllib3 as a dict, which can't be encoded"
NO_FRAME = "models.ItemDataCreate has no FrameData, so a frame can't be made in bulk"
NO_KINDS = "models.WidgetDataOutput is a oneOf without discriminator: data comes as another kind's"
FILLED_IN = "models.StickyNoteData fills in the shape `square`, also where it is to be left alone"
GROUP_IN_GROUP = "models.GroupResponseShort.data is a Group, so `items` lands in additional fields"


@dataclass
class Walk:
    """The client, where it calls, and what the steps made so far."""

    address: str
    api: MiroApi
    board: str = ""
    made: dict[str, str] = field(default_factory=dict)
    around: list[str] = field(default_factory=list)

    def raw(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        """Give the parsed answer of the client's raw call; raises what the client raises."""
        client = self.api.api_client
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        sent = client.param_serialize(method, path, header_params=headers, body=body)
        answer = client.call_api(*sent, _request_timeout=PATIENCE)
        answer.read()
        types = {"2XX": "object", "4XX": "object", "5XX": "object"}
        found: dict[str, Any] = client.response_deserialize(answer, types).data
        return found

    def went_round(self, broken: str) -> None:
        """Note what of the client is broken."""
        self.around.append(broken)


_STEPS: list[tuple[str, Callable[[Walk], None]]] = []


def step(name: str) -> Callable[[Callable[[Walk], None]], Callable[[Walk], None]]:
    """Take a function in as the step of this name."""

    def taken(function: Callable[[Walk], None]) -> Callable[[Walk], None]:
        _STEPS.append((name, function))
        return function

    return taken


def same(found: object, expected: object) -> None:
    """Raise AssertionError unless both are equal."""
    if found != expected:
        raise AssertionError(f"found {found!r}, expected {expected!r}")


def refused(kind: type[ApiException], status: int, call: Callable[[], object]) -> dict[str, Any]:
    """Give the error body of a call that must be refused with this status, by this exception."""
    try:
        call()
    except ApiException as error:
        same((type(error), error.status), (kind, status))
        body: dict[str, Any] = json.loads(error.body or "{}")
        same((body["type"], body["status"]), ("error", status))
        return body
    raise AssertionError(f"not refused, expected {status}")


@step("token-context")
def _token(walk: Walk) -> None:
    context = walk.api.token_info()
    same(context.scopes, ["boards:read", "boards:write"])
    walk.made["me"], walk.made["team"] = context.user.id, context.team.id


@step("board-create")
def _board(walk: Walk) -> None:
    changes = m.BoardChanges(name="Sõnastame õ ja ä", description="Witness")
    made = walk.api.create_board(board_changes=changes)
    same((made.name, made.description, made.type), ("Sõnastame õ ja ä", "Witness", "board"))
    same((made.team.id, made.owner.id), (walk.made["team"], walk.made["me"]))
    walk.board = made.id


@step("board-read")
def _board_read(walk: Walk) -> None:
    same(walk.api.get_specific_board(walk.board).id, walk.board)
    found = [b.id for b in walk.api.get_all_boards(team_id=walk.made["team"], limit="10")]
    same(found, [walk.board])


@step("board-update")
def _board_update(walk: Walk) -> None:
    policy = {"sharingPolicy": {"teamAccess": "private"}}
    changes = m.BoardChanges(name="Uus nimi", policy=m.BoardPolicyChange.from_dict(policy))
    changed = walk.api.update_board(walk.board, changes)
    same((changed.name, changed.description), ("Uus nimi", "Witness"))
    same(changed.policy.sharing_policy.team_access, "private")


@step("member-invite")
def _invite(walk: Walk) -> None:
    invite = m.BoardMembersInvite(emails=["mari@example.org"], role="editor")
    result = walk.api.share_board(walk.board, invite)
    same((len(result.successful), result.failed or []), (1, []))
    walk.made["mari"] = str(int(result.successful[0]))


@step("member-list")
def _members(walk: Walk) -> None:
    listed = {one.id: one.role for one in walk.api.get_all_board_members(walk.board)}
    same(listed, {walk.made["me"]: "owner", walk.made["mari"]: "editor"})
    same(walk.api.get_specific_board_member(walk.board, walk.made["mari"]).role, "editor")


@step("frame-create")
def _frame(walk: Walk) -> None:
    made = walk.api.create_frame_item(
        walk.board,
        m.FrameCreateRequest(
            data=m.FrameChanges(title="Raam", format="custom", type="freeform"),
            style=m.FrameStyle(fill_color="#ffffff"),
            position=m.PositionChange(x=100.0, y=-50.0),
            geometry=m.GeometryNoRotation(width=800.0, height=600.0),
        ),
    )
    same((made.data.title, made.data.format, made.style.fill_color), ("Raam", "custom", "#ffffff"))
    same((made.position.x, made.position.y, made.position.origin), (100, -50, "center"))
    same((made.geometry.width, made.geometry.height), (800, 600))
    walk.made["frame"] = made.id


@step("sticky-note-create")
def _sticky(walk: Walk) -> None:
    made = walk.api.create_sticky_note_item(
        walk.board,
        m.StickyNoteCreateRequest(
            data=m.StickyNoteData(content="Mõte & <b>tegu</b>", shape="rectangle"),
            style=m.StickyNoteStyle(fill_color="light_green", text_align="left"),
            position=m.PositionChange(x=400.0, y=300.0),
            geometry=m.FixedRatioNoRotationGeometry(width=350.0),
            parent=m.Parent(id=walk.made["frame"]),
        ),
    )
    same((made.data.shape, made.style.fill_color), ("rectangle", "light_green"))
    same((made.position.x, made.position.y), (400, 300))
    same((made.parent.id, made.geometry.height), (walk.made["frame"], 228))
    walk.made["sticky"] = made.id


@step("shape-create")
def _shape(walk: Walk) -> None:
    made = walk.api.create_shape_item(
        walk.board,
        m.ShapeCreateRequest(
            data=m.ShapeDataForCreate(content="<p>Ala</p>", shape="round_rectangle"),
            style=m.ShapeStyleForCreate(fill_color="#e6f2ff", border_width="3.0", font_size="18"),
            position=m.PositionChange(x=-900.0, y=0.0),
            geometry=m.Geometry(width=200.0, height=120.0, rotation=15.0),
        ),
    )
    same((made.data.content, made.data.shape), ("<p>Ala</p>", "round_rectangle"))
    same((made.style.border_width, made.style.font_size), ("3.0", "18"))
    same((made.geometry.width, made.geometry.rotation), (200, 15))
    walk.made["shape"] = made.id


@step("text-create")
def _text(walk: Walk) -> None:
    made = walk.api.create_text_item(
        walk.board,
        m.TextCreateRequest(
            data=m.TextData(content="Jalus"),
            style=m.TextStyle(font_size="20"),
            geometry=m.WidthOnlyAdjustableGeometry(width=300.0),
        ),
    )
    same((made.data.content, made.style.font_size, made.geometry.width), ("Jalus", "20", 300))
    walk.made["text"] = made.id


@step("card-create")
def _card(walk: Walk) -> None:
    made = walk.api.create_card_item(
        walk.board,
        m.CardCreateRequest(
            data=m.CardData(title="Ülesanne", description="Kirjeldus"),
            style=m.CardStyle(card_theme="#2d9bf0"),
        ),
    )
    same((made.data.title, made.data.description), ("Ülesanne", "Kirjeldus"))
    walk.made["card"] = made.id


@step("app-card-create")
def _app_card(walk: Walk) -> None:
    made = walk.api.create_app_card_item(
        walk.board,
        m.AppCardCreateRequest(
            data=m.AppCardDataChanges(
                title="Rakendus",
                status="connected",
                fields=[m.CustomField(value="väli", fill_color="#2fa9e3")],
            )
        ),
    )
    same((made.data.title, made.data.status), ("Rakendus", "connected"))
    same([one.value for one in made.data.fields], ["väli"])
    walk.made["app_card"] = made.id


@step("image-create")
def _image(walk: Walk) -> None:
    data = m.ImageUrlData(url="https://example.org/pilt.png", title="Pilt")
    made = walk.api.create_image_item_using_url(walk.board, m.ImageCreateRequest(data=data))
    same((made.type, made.data.title), ("image", "Pilt"))
    walk.made["image"] = made.id
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pilt.svg"
        file.write_bytes(PICTURE)
        told = m.UploadFileFromDeviceData(title="Pilt")
        try:
            walk.api.create_image_item_using_local_file(walk.board, resource=str(file), data=told)
        except TypeError:
            walk.went_round(NO_PARTS)
        sent = walk.api.create_image_item_using_local_file(walk.board, resource=str(file))
    same(sent.type, "image")


@step("embed-create")
def _embed(walk: Walk) -> None:
    data = m.EmbedUrlData(url="https://www.youtube.com/watch?v=HlVSNEiFCBk", mode="inline")
    made = walk.api.create_embed_item(walk.board, m.EmbedCreateRequest(data=data))
    same((made.type, made.data.mode), ("embed", "inline"))
    walk.made["embed"] = made.id


@step("document-create")
def _document(walk: Walk) -> None:
    data = m.DocumentUrlData(url="https://example.org/leping.pdf", title="Leping")
    made = walk.api.create_document_item_using_url(walk.board, m.DocumentCreateRequest(data=data))
    same((made.type, made.data.title), ("document", "Leping"))
    walk.made["document"] = made.id


@step("bulk-create")
def _bulk(walk: Walk) -> None:
    def note(number: int) -> m.ItemCreate:
        data = m.ItemDataCreate(m.StickyNoteData(content=f"Mõte {number}", shape="square"))
        place = m.PositionChange(x=250.0 * number, y=2000.0)
        return m.ItemCreate(type=m.ItemTypeChange.STICKY_NOTE, data=data, position=place)

    made = walk.api.create_items(walk.board, [note(number) for number in range(20)])
    same(len(made.data), 20)
    ids = [int(item.id) for item in made.data]
    same(ids, sorted(ids))
    walk.made["first"], walk.made["last"] = made.data[0].id, made.data[-1].id
    offered = m.ItemDataCreate.model_fields["actual_instance"].annotation.__args__
    same((m.TextData in offered, m.FrameData in offered), (True, False))
    walk.went_round(NO_FRAME)
    frame = {"type": "frame", "data": {"title": "Hulgi"}, "position": {"x": 9000, "y": 9000}}
    bulk = walk.raw("POST", f"/v2/boards/{walk.board}/items/bulk", [frame])
    same([item["type"] for item in bulk["data"]], ["frame"])


@step("item-read")
def _item_read(walk: Walk) -> None:
    wanted = ("frame", "shape", "text", "card", "app_card", "image", "embed", "document")
    found = [walk.api.get_specific_item(walk.board, walk.made[kind]).type for kind in wanted]
    same(found, list(wanted))
    note = walk.api.get_sticky_note_item(walk.board, walk.made["sticky"])
    same((note.type, note.data.content), ("sticky_note", "Mõte & <b>tegu</b>"))
    generic = walk.api.get_specific_item(walk.board, walk.made["sticky"]).data.actual_instance
    same((generic.content, generic.shape), ("Mõte & <b>tegu</b>", "rectangle"))
    same(type(generic), m.ShapeData)
    walk.went_round(NO_KINDS)


@step("items-by-cursor")
def _cursor(walk: Walk) -> None:
    page = walk.api.get_items(walk.board, limit="10")
    same((page.size, page.limit, len(page.data), bool(page.cursor)), (10, 10, 10, True))
    found = [int(item.id) for item in walk.api.get_all_items(walk.board, limit="10")]
    same((len(found), found), (page.total, sorted(set(found))))
    notes = list(walk.api.get_all_items(walk.board, type="sticky_note"))
    same({item.type for item in notes}, {"sticky_note"})
    same(len(notes), 21)


@step("items-of-a-frame")
def _children(walk: Walk) -> None:
    frame = walk.made["frame"]
    children = list(walk.api.get_all_items_within_frame(walk.board, frame))
    same([item.id for item in children], [walk.made["sticky"]])


@step("sticky-note-update")
def _sticky_update(walk: Walk) -> None:
    same(m.StickyNoteData(content="Muudetud").shape, "square")
    walk.went_round(FILLED_IN)
    changed = walk.api.update_sticky_note_item(
        walk.board,
        walk.made["sticky"],
        m.StickyNoteUpdateRequest(
            data=m.StickyNoteData(content="Muudetud", shape=None),
            style=m.UpdateStickyNoteStyle(fill_color="pink"),
        ),
    )
    same((changed.data.content, changed.data.shape), ("Muudetud", "rectangle"))
    same((changed.style.fill_color, changed.style.text_align), ("pink", "left"))


@step("item-move")
def _move(walk: Walk) -> None:
    place = m.PositionChange(x=-700.5, y=40.25)
    moved = walk.api.update_item_position_or_parent(
        walk.board, walk.made["shape"], m.GenericItemUpdate(position=place)
    )
    same((moved.position.x, moved.position.y), (-700.5, 40.25))


@step("item-reparent")
def _reparent(walk: Walk) -> None:
    frame, shape = walk.made["frame"], walk.made["shape"]
    update = m.GenericItemUpdate(
        parent=m.Parent(id=frame), position=m.PositionChange(x=200.0, y=150.0)
    )
    moved = walk.api.update_item_position_or_parent(walk.board, shape, update)
    same((moved.parent.id, moved.position.relative_to), (frame, "parent_top_left"))
    same(m.Parent(id=None).to_dict(), {})
    walk.went_round(NO_NULL)
    away = {"parent": {"id": None}, "position": {"x": -700, "y": 0}}
    freed = walk.raw("PATCH", f"/v2/boards/{walk.board}/items/{shape}", away)
    same((freed.get("parent"), freed["position"]["relativeTo"]), (None, "canvas_center"))


@step("item-delete")
def _delete(walk: Walk) -> None:
    walk.api.delete_item(walk.board, walk.made["last"])
    body = refused(
        NotFoundException,
        404,
        lambda: walk.api.get_specific_item(walk.board, walk.made["last"]),
    )
    same((body["code"], body["message"]), ("3.0201", "Item not found"))


@step("connector-create")
def _connector(walk: Walk) -> None:
    start = m.ItemConnectionCreationData(
        id=walk.made["first"], position=m.RelativeOffset(x="100%", y="50%")
    )
    end = m.ItemConnectionCreationData(id=walk.made["shape"], snap_to="left")
    data = m.ConnectorCreationData(
        start_item=start,
        end_item=end,
        shape="curved",
        captions=[m.Caption(content="viib", position="50%")],
        style=m.ConnectorStyle(end_stroke_cap="arrow", stroke_width="2.0"),
    )
    made = walk.api.create_connector(walk.board, data)
    same((made.start_item.id, made.end_item.id), (walk.made["first"], walk.made["shape"]))
    same((made.shape, made.style.end_stroke_cap), ("curved", "arrow"))
    same([one.content for one in made.captions], ["viib"])
    walk.made["connector"] = made.id


@step("connector-list")
def _connectors(walk: Walk) -> None:
    listed = [one.id for one in walk.api.get_all_connectors(walk.board, limit="10")]
    same(listed, [walk.made["connector"]])
    changed = walk.api.update_connector(
        walk.board, walk.made["connector"], m.ConnectorChangesData(shape="straight")
    )
    same((changed.shape, changed.style.end_stroke_cap), ("straight", "arrow"))
    same(walk.api.get_connector(walk.board, walk.made["connector"]).shape, "straight")


@step("connector-delete")
def _connector_delete(walk: Walk) -> None:
    walk.api.delete_connector(walk.board, walk.made["connector"])
    same(walk.api.get_connectors(walk.board, limit="10").data, [])


@step("tag-create")
def _tag(walk: Walk) -> None:
    made = walk.api.create_tag(walk.board, m.TagCreateRequest(title="Risk", fill_color="cyan"))
    same((made.title, made.fill_color), ("Risk", "cyan"))
    walk.made["tag"] = made.id
    same([tag.id for tag in walk.api.get_all_tags_from_board(walk.board)], [made.id])


@step("tag-attach")
def _attach(walk: Walk) -> None:
    walk.api.attach_tag_to_item(walk.board, walk.made["sticky"], walk.made["tag"])
    walk.api.attach_tag_to_item(walk.board, walk.made["card"], walk.made["tag"])
    tags = walk.api.get_tags_from_item(walk.board, walk.made["sticky"]).tags
    same([(tag.id, tag.title) for tag in tags], [(walk.made["tag"], "Risk")])


@step("items-by-tag")
def _by_tag(walk: Walk) -> None:
    page = walk.api.get_items_by_tag(walk.board, walk.made["tag"], limit="1", offset="0")
    same((page.total, page.size, page.offset), (2, 1, 0))
    found = [item.id for item in walk.api.get_all_items_by_tag(walk.board, walk.made["tag"])]
    same(sorted(found), sorted([walk.made["sticky"], walk.made["card"]]))


@step("tag-remove")
def _untag(walk: Walk) -> None:
    walk.api.remove_tag_from_item(walk.board, walk.made["sticky"], walk.made["tag"])
    same(walk.api.get_specific_item(walk.board, walk.made["sticky"]).id, walk.made["sticky"])
    changed = walk.api.update_tag(walk.board, walk.made["tag"], m.TagUpdateRequest(title="Oht"))
    same((changed.title, changed.fill_color), ("Oht", "cyan"))
    walk.api.delete_tag(walk.board, walk.made["tag"])
    same(walk.api.get_tags_from_item(walk.board, walk.made["card"]).tags, [])


@step("group-create")
def _group(walk: Walk) -> None:
    members = [walk.made["first"], walk.made["card"]]
    group = m.Group(data=m.GroupData(items=members))
    made = walk.api.create_group(walk.board, group)
    walk.went_round(GROUP_IN_GROUP)
    same(sorted(made.data.additional_properties["items"]), sorted(members))
    walk.made["group"] = made.id
    same([one.id for one in walk.api.get_all_groups(walk.board, limit=10).data], [made.id])


@step("group-remove")
def _ungroup(walk: Walk) -> None:
    walk.api.un_group(walk.board, walk.made["group"])
    same(walk.api.get_all_groups(walk.board, limit=10).data, [])
    same(walk.api.get_specific_item(walk.board, walk.made["card"]).type, "card")


@step("board-copy")
def _copy(walk: Walk) -> None:
    changes = m.CopyBoardChanges(name="Koopia")
    made = walk.api.copy_board(copy_from=walk.board, copy_board_changes=changes)
    same((made.name, made.id == walk.board), ("Koopia", False))
    same(_count(walk, made.id), _count(walk, walk.board))
    walk.made["copy"] = made.id


def _count(walk: Walk, board: str) -> int:
    return sum(1 for _ in walk.api.get_all_items(board, limit="50"))


@step("refused-400")
def _bad(walk: Walk) -> None:
    body = refused(BadRequestException, 400, lambda: walk.api.get_items(walk.board, limit="5"))
    faults = body["context"]["fields"]
    same(faults, [{"field": "limit", "message": "minimum items page size is 10"}])
    wrong = {"style": {"fillColor": "#ff0000"}}
    body = refused(
        BadRequestException,
        400,
        lambda: walk.raw("POST", f"/v2/boards/{walk.board}/sticky_notes", wrong),
    )
    same((body["code"], body["message"]), ("2.0703", "Invalid parameters"))


@step("refused-401")
def _stranger(walk: Walk) -> None:
    stranger = MiroApi("eyJtaXJvLm9yaWdpbiI6ImV1MDEifQ_unknown")
    body = refused(UnauthorizedException, 401, lambda: stranger.get_specific_board(walk.board))
    same(body["code"], "tokenNotProvided")


@step("refused-403")
def _other(walk: Walk) -> None:
    other = MiroApi("sandbox-other")
    body = refused(ForbiddenException, 403, lambda: other.get_specific_board(walk.board))
    same(body["code"], "6.0108")


@step("refused-404")
def _missing(walk: Walk) -> None:
    body = refused(
        NotFoundException,
        404,
        lambda: walk.api.get_frame_item(walk.board, "3458764500000000001"),
    )
    same(body["code"], "3.0201")


@step("refused-409")
def _twice(walk: Walk) -> None:
    tag = m.TagCreateRequest(title="Kordus", fill_color="red")
    walk.api.create_tag(walk.board, tag)
    body = refused(ApiException, 409, lambda: walk.api.create_tag(walk.board, tag))
    same(body["code"], "conflict")


@step("refused-429")
def _too_many(walk: Walk) -> None:
    walk.raw("POST", "/_sandbox/faults", {"fault": "GET /v2/boards=429"})
    body = refused(ApiException, 429, lambda: walk.api.get_boards(team_id=walk.made["team"]))
    same((body["code"], body["context"]), ("tooManyRequests", None))


@step("board-delete")
def _gone(walk: Walk) -> None:
    walk.api.delete_board(walk.made["copy"])
    walk.api.delete_board(walk.board)
    refused(NotFoundException, 404, lambda: walk.api.get_specific_board(walk.board))
    same(list(walk.api.get_all_boards(team_id=walk.made["team"])), [])


def run(walk: Walk) -> Iterator[dict[str, object]]:
    """Give what came of each step."""
    for name, function in _STEPS:
        walk.around.clear()
        ok, detail = True, ""
        try:
            function(walk)
        except Exception as error:  # noqa: BLE001  # whatever a step raises is its result
            ok, detail = False, f"{type(error).__name__}: {error}"
        yield {"name": name, "ok": ok, "detail": detail, "around": list(walk.around)}


def main(address: str) -> None:
    """Walk against the server at an address."""
    Configuration.set_default(Configuration(host=address))
    for line in run(Walk(address, MiroApi("sandbox-witness"))):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
