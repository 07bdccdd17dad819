"""`python -m tests.bench [quick]`: runs the bench; the full run writes docs/benchmarks.md."""

from __future__ import annotations

import os
import sys

from tests.bench.document import document
from tests.bench.run import FULL, QUICK, run
from tests.bench.standing import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"


def main(words: list[str]) -> int:
    """Run it, telling on stderr what is under way."""
    quick = words == ["quick"]
    load = os.getloadavg()[0]
    found = run(QUICK if quick else FULL, lambda said: print(said, file=sys.stderr, flush=True))  # noqa: T201  # a script
    page = document(found, load)
    if not quick:
        PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
