"""Keeps parsed methods as JSON under the digest of their folder, since reading YAML is slow.

No pickle: what lies in the cache is data only. A file that can't be used is as good as none.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from board_templates.plain import Plain

BUILT_FOLDER = Path(__file__).parent / "built"
"""Where a build of the product leaves the parsed forms of its own methods."""


class ParsedCache:
    """Parsed forms in folders; the last one is written to, when there is one to write."""

    def __init__(self, readable: Sequence[Path], writable: Path | None = None) -> None:
        self._readable = (*readable, *([writable] if writable else []))
        self._writable = writable

    def get(self, digest: str) -> dict[str, Plain] | None:
        """Return what was kept under a digest, or None."""
        for folder in self._readable:
            path = folder / f"{digest}.json"
            try:
                found = json.loads(path.read_bytes())
            except (OSError, ValueError):
                continue
            if isinstance(found, dict):
                return found
        return None

    def put(self, digest: str, raw: dict[str, Plain]) -> None:
        """Keep values under a digest, whole or not at all."""
        if self._writable is None:
            return
        # A cache that can't be written costs time, nothing else.
        with contextlib.suppress(OSError):
            self._writable.mkdir(parents=True, exist_ok=True)
            path = self._writable / f"{digest}.json"
            beside = path.with_suffix(f".{os.getpid()}.part")
            beside.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
            beside.replace(path)
