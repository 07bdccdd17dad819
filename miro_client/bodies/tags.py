"""Body of a tag."""

from __future__ import annotations

from dataclasses import dataclass

from miro_client.bodies.wire import JsonObject, given


@dataclass(frozen=True, slots=True, kw_only=True)
class TagBody:
    """A tag: title of at most 120 characters, unique on its board; colour by Miro's name.

    Give the colour when creating: a client saw creation without it fail, against the document.
    """

    title: str | None = None
    fill_color: str | None = None

    def wire(self) -> JsonObject:
        """The JSON object, without unset fields."""
        return given({"title": self.title, "fillColor": self.fill_color})
