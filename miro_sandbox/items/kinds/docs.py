"""Docs: markdown written once; Miro offers no PATCH for them."""

from __future__ import annotations

from miro_sandbox.items.kinds.kind import Kind, both_sides
from miro_sandbox.validation import NUMBER, TEXT, enum

DOC = Kind(
    type="doc_format",
    path="docs",
    noun="doc-format-item",
    data={
        "contentType": enum("markdown").must(),
        "content": TEXT.must(),
        "contentVersion": NUMBER,
    },
    data_required=True,
    sides=(),
    size=both_sides(600.0, 800.0),
    changes=False,
    bulk=False,
)
