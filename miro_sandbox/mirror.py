"""A board as the people of a script see it: read once, then kept up with what they do."""

from __future__ import annotations

from collections import Counter
from functools import partial
from math import dist
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from miro_sandbox.geometry import Box, lies_within, to_board, to_frame
from miro_sandbox.pages.writing import plain_lines
from miro_sandbox.script import Beside, Existing, Label, Place, What

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Json = dict[str, Any]
Body = Json | list[Json]
MOST_CHILDREN = 1000  # of a frame, as an earlier document of Miro had it


class Send(Protocol):
    """Sends one call as a person; gives the JSON of the answer, {} for an empty one."""

    def __call__(self, person: str, method: str, path: str, body: Body | None) -> Json:
        """Send it; raise when it is refused."""
        ...


class ScriptError(Exception):
    """A script that asks for what is not on the board."""

    def __init__(self, wanted: object) -> None:
        self.wanted = wanted
        super().__init__(
            f"The script asks for {wanted!r}, which is not on the board. "
            "Check the text, the frame's title and the order of the steps."
        )


class Mirror:
    """What is on the board, and the only way the script's people send anything."""

    def __init__(self, board_id: str, send: Send, reader: str, known: Mapping[str, str]) -> None:
        self.path = f"/v2/boards/{quote(board_id, safe='')}"
        self.calls = 0
        self.labels = dict(known)
        self._send = send
        self._items: dict[str, Json] = {}
        self._frames: dict[str, Json] = {}
        self._homes: dict[str, str] = {}
        self._children: Counter[str] = Counter()
        self._coming: Counter[str] = Counter()
        self._people: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._tags: dict[str, str] | None = None
        for item in self._pages(reader, "items"):
            self.keep(item)

    def send(self, who: str, method: str, rest: str, body: Body | None = None) -> Json:
        """Send one call below the board's path."""
        return self._called(who, method, f"{self.path}/{rest}", body)

    def seed(self, who: str, body: Json) -> Json:
        """Put something on the board that the API has no call for."""
        return self._called(who, "POST", f"{self.path.replace('/v2/', '/_sandbox/')}/items", body)

    def person_id(self, name: str) -> str:
        """Give a person's id, as only they themselves are told it."""
        if name not in self._people:
            told = self._called(name, "GET", "/v1/oauth-token", None)
            self._people[name] = told["user"]["id"]
        return self._people[name]

    def _called(self, who: str, method: str, path: str, body: Body | None) -> Json:
        self.calls += 1
        return self._send(who, method, path, body)

    def keep(self, item: Json, label: str = "") -> None:
        """Remember an item as answered, under a label when it has one."""
        self._items[item["id"]] = item
        self._texts[item["id"]] = plain_text(item)
        if item["type"] == "frame":
            self._frames[item["id"]] = item
        self._lives_in(item["id"], item.get("parent", {}).get("id"))
        if label:
            self.labels[label] = item["id"]

    def forget(self, item_id: str) -> None:
        """Forget a deleted item."""
        self._items.pop(item_id, None)
        self._frames.pop(item_id, None)
        self._lives_in(item_id, None)

    def expect(self, body: Json) -> Json:
        """Give the body of an item about to be made, whose frame then has one place less."""
        if "parent" in body:
            self._coming[body["parent"]["id"]] += 1
        return body

    def arrived(self) -> None:
        """Forget what was expected: it has been kept by now."""
        self._coming.clear()

    def _lives_in(self, item_id: str, home: str | None) -> None:
        """Keep count of the children of each frame."""
        before = self._homes.pop(item_id, None)
        if before is not None:
            self._children[before] -= 1
        if home is not None:
            self._homes[item_id] = home
            self._children[home] += 1

    def item(self, what: What) -> Json:
        """Give the item meant; raise ScriptError when there is none."""
        item_id = self.labels.get(what.name) if isinstance(what, Label) else self._existing(what)
        if item_id is None or item_id not in self._items:
            raise ScriptError(what)
        return self._items[item_id]

    def place(self, where: Place, width: float, height: float) -> Json:
        """Give `position` and `parent` of a body for an item of this size."""
        if isinstance(where, Beside):
            return self._beside(where, width, height)
        if where.frame is not None:
            frame = self.frame(where.frame)
            return _inside(frame, Box(where.x, where.y, width, height))
        return self._dropped(where.x, where.y, width, height)

    def frame(self, title: str) -> Json:
        """Give the frame with this plain title; raise ScriptError when there is none."""
        for item in self._frames.values():
            if self._texts[item["id"]] == title.strip():
                return item
        raise ScriptError(title)

    def tag_id(self, who: str, title: str, colour: str) -> str:
        """Give the id of a tag, made now when the board has none of this title."""
        if self._tags is None:
            self._tags = {tag["title"]: tag["id"] for tag in self._offset_pages(who, "tags")}
        if title not in self._tags:
            body = {"title": title, "fillColor": colour}
            self._tags[title] = self.send(who, "POST", "tags", body)["id"]
        return self._tags[title]

    def _existing(self, wanted: Existing) -> str | None:
        parent = self.frame(wanted.frame)["id"] if wanted.frame is not None else None
        text = _tidy(wanted.text)
        found = [
            item_id
            for item_id, item in self._items.items()
            if self._texts[item_id] == text
            and (parent is None or item.get("parent", {}).get("id") == parent)
            and _looks(item, wanted)
        ]
        if wanted.near is not None:
            return min(found, key=partial(self._distance, wanted.near), default=None)
        return found[wanted.nth] if wanted.nth < len(found) else None

    def _distance(self, place: tuple[float, float], item_id: str) -> float:
        return dist(place, self.board_place(self._items[item_id]))

    def _beside(self, where: Beside, width: float, height: float) -> Json:
        host = self.item(where.what)
        x = host["position"]["x"] + where.dx
        y = host["position"]["y"] + where.dy
        frame = self._items.get(host.get("parent", {}).get("id", ""))
        if frame is not None:
            return _inside(frame, Box(x, y, width, height))
        return {"position": {"x": x, "y": y}}

    def _dropped(self, x: float, y: float, width: float, height: float) -> Json:
        for frame in reversed(self._frames.values()):
            if self._children[frame["id"]] + self._coming[frame["id"]] >= MOST_CHILDREN:
                continue
            box = _box(frame)
            inner_x, inner_y = to_frame(box, x, y)
            if lies_within(Box(inner_x, inner_y, width, height), box, whole_box=True):
                return {"position": {"x": inner_x, "y": inner_y}, "parent": {"id": frame["id"]}}
        return {"position": {"x": x, "y": y}}

    def board_place(self, item: Json) -> tuple[float, float]:
        """Give where an item's centre is on the board."""
        x, y = item["position"]["x"], item["position"]["y"]
        frame = self._items.get(item.get("parent", {}).get("id", ""))
        return to_board(_box(frame), x, y) if frame is not None else (x, y)

    def _pages(self, who: str, noun: str) -> Iterator[Json]:
        cursor: str | None = ""
        while cursor is not None:
            page = self.send(who, "GET", f"{noun}?limit=50&cursor={quote(cursor, safe='')}")
            yield from page["data"]
            cursor = page.get("cursor") or None

    def _offset_pages(self, who: str, noun: str) -> Iterator[Json]:
        offset, more = 0, True
        while more:
            page = self.send(who, "GET", f"{noun}?limit=50&offset={offset}")
            yield from page["data"]
            offset += page["size"]
            more = page["size"] > 0 and offset < page["total"]


def plain_text(item: Json) -> str:
    """Give what an item says, without HTML, one line a paragraph."""
    data = item.get("data") or {}
    content = data.get("content", data.get("title", ""))
    return _tidy(plain_lines(str(content)))


def _looks(item: Json, wanted: Existing) -> bool:
    data, style = item.get("data") or {}, item.get("style") or {}
    return (
        wanted.type in {None, item["type"]}
        and wanted.shape in {None, data.get("shape")}
        and wanted.colour in {None, style.get("fillColor"), style.get("cardTheme")}
    )


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def _box(item: Json) -> Box:
    geometry = item.get("geometry") or {}
    x, y = item["position"]["x"], item["position"]["y"]
    return Box(x, y, geometry.get("width", 0.0), geometry.get("height", 0.0))


def _inside(frame: Json, box: Box) -> Json:
    outer = _box(frame)
    x = min(max(box.x, box.width / 2), outer.width - box.width / 2)
    y = min(max(box.y, box.height / 2), outer.height - box.height / 2)
    return {"position": {"x": x, "y": y}, "parent": {"id": frame["id"]}}
