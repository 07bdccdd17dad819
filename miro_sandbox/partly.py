"""Where an emulated operation does less than Miro's, or does it by a guess, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Partly:
    """One difference: of what, in which operations (Miro's names), what happens here, and why."""

    what: str
    operations: tuple[str, ...]
    here: str
    why: str


PARTLY = (
    Partly(
        "frames made in bulk",
        ("create-items",),
        "taken with the fields of a frame made alone",
        "Miro's document names the type, but neither its fields nor its answer",
    ),
    Partly(
        "the place of a fault in a bulk call",
        ("create-items",),
        "`{index}.{field}`, with the switch `bulk_field` anything else",
        "Miro documents that the index is named, not how it is written",
    ),
    Partly(
        "docs as HTML",
        ("get-doc-format-item",),
        "given as the markdown they were made of; `textContentType=html` answers 501",
        "Miro renders them itself and does not document the HTML",
    ),
    Partly(
        "growth of cards",
        ("create-card-item", "update-card-item", "create-app-card-item", "update-app-card-item"),
        "they keep the size sent, else 320 x 60, however long their words are",
        "Miro grows them with their words and does not document how",
    ),
    Partly(
        "height of texts, and their width where none is sent",
        ("create-text-item", "update-text-item"),
        "estimated from average widths of characters",
        "Miro measures with its own fonts and does not document how",
    ),
    Partly(
        "pictures and documents known by address",
        (
            "create-image-item-using-url",
            "update-image-item-using-url",
            "get-image-resource",
            "create-document-item-using-url",
            "update-document-item-using-url",
            "get-document-resource",
        ),
        "a grey pixel of a fixed shape, whatever the address leads to",
        "the sandbox fetches nothing from outside",
    ),
    Partly(
        "size of files sent along",
        (
            "create-image-item-using-local-file",
            "create-document-item-using-file-from-device",
        ),
        "of the same fixed shape; their bytes are kept and given back",
        "the sandbox does not decode pictures or documents",
    ),
    Partly(
        "embeds",
        ("create-embed-item", "update-embed-item"),
        "their title, provider and HTML stay empty",
        "Miro asks the site at the address, and the sandbox fetches nothing",
    ),
    Partly(
        "copies of boards",
        ("copy-board",),
        "ready at once, every item by who copied",
        "how long Miro takes and whose name copied items carry is not confirmed",
    ),
    Partly(
        "search for boards",
        ("get-boards",),
        "by whether the words stand in the name or description; new boards are found at once "
        "unless the switch `board_list_lag` says otherwise",
        "Miro's index is its own, and later than its boards",
    ),
    Partly(
        "invitations",
        ("share-board",),
        "the people are members at once, and no letter is sent",
        "there is nobody to write to",
    ),
    Partly(
        "a new parent without a new position",
        ("update-item-position-or-parent",),
        "the item stays where it is on the board",
        "what Miro does is not confirmed",
    ),
)
