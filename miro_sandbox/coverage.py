"""Writes COVERAGE.md: what of Miro's REST API the sandbox answers and what not."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from miro_sandbox.absent import absent
from miro_sandbox.catalogue import OPERATIONS
from miro_sandbox.items.files import UPLOADS
from miro_sandbox.oauth.routes import OFFERED
from miro_sandbox.partly import PARTLY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PAGE = Path(__file__).with_name("COVERAGE.md")
_METHODS = {"get", "post", "put", "patch", "delete"}

_HEAD = """# What the sandbox emulates

Written by `python -m miro_sandbox.coverage`; a test fails when it is stale. Names are the operation
ids of Miro's published document. What is not emulated answers 501 and says its name.

"""


_PARTLY = """These are among the emulated, and here do less than Miro, or do it by a guess.
What Miro leaves open and can be read in two ways is a switch (docs/sandbox.md).

"""


def emulated() -> list[tuple[str, str, str]]:
    """Give name, method and path of everything the sandbox answers, sorted by path."""
    known = {(o.name, o.method, o.path) for o in OPERATIONS} | set(OFFERED) | set(UPLOADS)
    return sorted(known, key=_by_path)


def page() -> str:
    """Give the text of COVERAGE.md."""
    answered = emulated()
    missing = sorted(absent(), key=_by_path)
    return (
        f"{_HEAD}## Emulated ({len(answered)})\n\n{_table(answered)}\n"
        f"## Partly ({len(PARTLY)})\n\n{_PARTLY}{_differences()}\n"
        f"## Not emulated ({len(missing)})\n\n{_table(missing)}"
    )


def unlisted(document: Path) -> list[str]:
    """Give the operation ids of Miro's published OpenAPI document that no list here names."""
    paths = json.loads(document.read_text(encoding="utf-8"))["paths"]
    documented = {
        operation["operationId"]
        for entries in paths.values()
        for method, operation in entries.items()
        if method in _METHODS
    }
    return sorted(documented - {name for name, _, _ in (*emulated(), *absent())})


def main(arguments: Sequence[str] | None = None) -> int:
    """Write COVERAGE.md; with --openapi also fail when a list here lacks an operation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--openapi", type=Path, help="Miro's published OpenAPI document")
    chosen = parser.parse_args(arguments)
    PAGE.write_text(page(), encoding="utf-8")
    left = unlisted(chosen.openapi) if chosen.openapi is not None else []
    if left:
        parser.error(f"neither emulated nor listed as absent: {', '.join(left)}")
    return 0


def _table(rows: Iterable[tuple[str, str, str]]) -> str:
    lines = ["| method | path | operation |", "|---|---|---|"]
    lines += [f"| {method} | `{_braced(path)}` | `{name}` |" for name, method, path in rows]
    return "\n".join(lines) + "\n"


def _differences() -> str:
    lines = ["| what | operations | here | why |", "|---|---|---|---|"]
    for one in PARTLY:
        names = ", ".join(f"`{name}`" for name in one.operations)
        lines.append(f"| {one.what} | {names} | {one.here} | {one.why} |")
    return "\n".join(lines) + "\n"


def _braced(path: str) -> str:
    return re.sub(r"<([^>]+)>", r"{\1}", path)


def _by_path(row: tuple[str, str, str]) -> tuple[str, str, str]:
    name, method, path = row
    return path, method, name


if __name__ == "__main__":
    raise SystemExit(main())
