"""Images, by their address or from bytes."""

from __future__ import annotations

from miro_client import operations
from miro_client.bodies.items import ImageBody
from miro_client.calls import JSON_TYPE, Part, call_of, json_bytes
from miro_client.errors import InvalidArgument
from miro_client.kinds import Kind
from miro_client.models.items import Item

LARGEST_UPLOAD = 6_000_000
"""Bytes of one file. Source: Miro's OpenAPI document, UploadFileFromDevice (6 MB)."""


class Images(Kind[ImageBody]):
    """Calls about images."""

    operations = operations.IMAGES

    def upload(
        self, board_id: str, content: bytes, body: ImageBody, *, filename: str, media_type: str
    ) -> Item:
        """Makes an image from bytes.

        Args:
            board_id: the board.
            content: at most 6 MB of PNG, JPEG or SVG.
            body: title, description for those who can't see it, place; no address.
            filename: with a suffix that fits.
            media_type: such as `image/png`.

        Raises:
            InvalidArgument: no bytes, too many, or a body with an address.
            OutcomeUnknown: it may have been made.
            MiroError: any other.
        """
        if not 0 < len(content) <= LARGEST_UPLOAD:
            raise InvalidArgument("content", f"give 1 to {LARGEST_UPLOAD} bytes")
        if body.url is not None:
            raise InvalidArgument("body", "an uploaded image has no address; call create for one")
        parts = (
            Part("data", json_bytes(_upload_data(body)), JSON_TYPE),
            Part("resource", content, media_type, filename),
        )
        call = call_of(self.operations.create, {"board_id": board_id}, parts=parts)
        return self._transport.fetch(call, Item)


def _upload_data(body: ImageBody) -> dict[str, object]:
    """The part `data`, where title and description stand beside the place, not in `data`."""
    wire = body.wire()
    data = wire.pop("data", {})
    return {**(data if isinstance(data, dict) else {}), **wire}
