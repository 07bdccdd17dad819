"""Every kind of item the sandbox emulates, by type."""

from __future__ import annotations

from miro_sandbox.items.kinds.cards import APP_CARD, CARD
from miro_sandbox.items.kinds.docs import DOC
from miro_sandbox.items.kinds.frames import FRAME
from miro_sandbox.items.kinds.kind import Kind
from miro_sandbox.items.kinds.media import DOCUMENT, EMBED, IMAGE
from miro_sandbox.items.kinds.notes import STICKY_NOTE
from miro_sandbox.items.kinds.shapes import SHAPE
from miro_sandbox.items.kinds.texts import TEXT_ITEM

KINDS: dict[str, Kind] = {
    kind.type: kind
    for kind in (
        STICKY_NOTE,
        SHAPE,
        TEXT_ITEM,
        CARD,
        APP_CARD,
        FRAME,
        IMAGE,
        DOCUMENT,
        EMBED,
        DOC,
    )
}
