"""Fail when a text in the code has no entry in its room's catalogs, or an entry lost its text."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CALLS = frozenset({"_", "N_", "gettext", "ngettext", "pgettext"})
WAYS = [("**.py", "python"), ("templates/**.html", "jinja2")]


def wanted(room: Path) -> set[str]:
    """Return every message id that the room's code and templates use."""
    found = extract_from_dir(room, WAYS)
    return {ids if isinstance(ids, str) else ids[0] for _, _, ids, _, _ in found}


def faults(catalog_file: Path, ids: set[str]) -> Iterator[str]:
    """Yield what is missing, stale or untranslated in one catalog."""
    with catalog_file.open("rb") as stream:
        messages = [message for message in read_po(stream) if message.id]
    have = {m.id if isinstance(m.id, str) else m.id[0]: m for m in messages}
    yield from (f"missing: {i}" for i in sorted(ids - set(have)))
    yield from (f"stale: {i}" for i in sorted(set(have) - ids))
    for i, message in sorted(have.items()):
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        if message.fuzzy or not strings or not all(strings):
            yield f"untranslated: {i}"


def unseen(source: str) -> Iterator[int]:
    """Yield the line of each text inside an f-string, where extraction does not look."""
    for outer in ast.walk(ast.parse(source)):
        if isinstance(outer, ast.JoinedStr):
            yield from (call.lineno for call in ast.walk(outer) if _asks_for_text(call))


def _asks_for_text(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not node.args:
        return False
    name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
    return name in CALLS and isinstance(node.args[0], ast.Constant)


def hidden(room: Path) -> Iterator[str]:
    """Yield the places in a room where a text stands inside an f-string."""
    for file in sorted(room.rglob("*.py")):
        for line in unseen(file.read_text(encoding="utf-8")):
            yield f"{file.relative_to(ROOT)}:{line}: a text inside an f-string is not extracted"


def main() -> int:
    """Print each fault by catalog; 1 when there is any."""
    bad = False
    for locales in sorted(ROOT.glob("*/locales")):
        for place in hidden(locales.parent):
            bad = True
            sys.stderr.write(f"{place}\n")
        ids = wanted(locales.parent)
        for catalog_file in sorted(locales.glob("*/LC_MESSAGES/*.po")):
            for fault in faults(catalog_file, ids):
                bad = True
                sys.stderr.write(f"{catalog_file.relative_to(ROOT)}: {fault}\n")
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
