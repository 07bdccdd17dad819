"""Make what is not written by hand: compiled catalogs, and the methods already parsed.

A wheel gets both through the build hook; a checkout runs this file as a script.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # a checkout that only compiles its catalogs needs no build backend
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent


def compile_catalogs(root: Path) -> list[Path]:
    """Write a `.mo` beside every `.po` of the rooms and return the files written."""
    written = []
    for source in sorted(root.glob("*/locales/*/LC_MESSAGES/*.po")):
        with source.open("rb") as stream:
            catalog = read_po(stream, locale=source.parts[-3])
        target = source.with_suffix(".mo")
        with target.open("wb") as stream:
            write_mo(stream, catalog)
        written.append(target)
    return written


def parse_methods(root: Path) -> list[Path]:
    """Parse the product's methods into its built cache and return the files there."""
    sys.path.insert(0, str(root))
    from board_templates.library import build_cache  # noqa: PLC0415  # the tree that is being built
    from board_templates.parsed_cache import BUILT_FOLDER  # noqa: PLC0415  # as above

    shutil.rmtree(BUILT_FOLDER, ignore_errors=True)
    build_cache()
    return sorted(BUILT_FOLDER.glob("*.json"))


class BuiltHook(BuildHookInterface):  # type: ignore[misc, unused-ignore]
    """Put compiled catalogs and parsed methods into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make them before the files of the wheel are gathered."""
        if version == "editable":  # a checkout makes them by `make catalogs`
            return
        root = Path(self.root)
        for path in [*compile_catalogs(root), *parse_methods(root)]:
            build_data["artifacts"].append(str(path.relative_to(root)))


if __name__ == "__main__":
    compile_catalogs(ROOT)
    parse_methods(ROOT)
