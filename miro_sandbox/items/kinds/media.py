"""Images, documents and embeds; nothing is fetched from outside, whatever address is given."""

from __future__ import annotations

from urllib.parse import urlsplit

from miro_sandbox.items.kinds.kind import Json, Kind, fixed_ratio
from miro_sandbox.validation import TEXT, Field, enum


def _absolute(value: str) -> str | None:
    """Check that an address is absolute; what Miro says otherwise is not confirmed."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return "Invalid URL"
    return None if parts.scheme in {"http", "https"} and parts.netloc else "Invalid URL"


_URL = Field("String", _absolute)


def _document(data: Json, style: Json) -> tuple[Json, Json]:
    return {"title": "", **data}, style


def _embed(data: Json, style: Json) -> tuple[Json, Json]:
    known = {
        "contentType": "link",
        "description": "",
        "html": "",
        "mode": "inline",
        "providerName": "",
        "providerUrl": "",
        "title": "",
    }
    return {**known, **data}, style


IMAGE = Kind(
    type="image",
    path="images",
    noun="image-item",
    data={"url": _URL.must(), "title": TEXT},
    data_required=True,
    sides=("width", "height", "rotation"),
    size=fixed_ratio(400.0, 300.0),
)

DOCUMENT = Kind(
    type="document",
    path="documents",
    noun="document-item",
    data={"url": _URL.must(), "title": TEXT},
    data_required=True,
    sides=(),
    changed_sides=("width", "height", "rotation"),
    created=_document,
    size=fixed_ratio(300.0, 400.0),
)

EMBED = Kind(
    type="embed",
    path="embeds",
    noun="embed-item",
    data={"url": _URL.must(), "mode": enum("inline", "modal"), "previewUrl": TEXT},
    data_required=True,
    created=_embed,
    size=fixed_ratio(480.0, 270.0),
)
