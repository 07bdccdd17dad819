"""Compile the translation catalogs: for the wheel as a build hook, for a checkout as a script."""

from __future__ import annotations

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


class CatalogHook(BuildHookInterface):  # type: ignore[misc, unused-ignore]
    """Put compiled catalogs into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's signature
        """Compile before the files of the wheel are gathered."""
        for path in compile_catalogs(Path(self.root)):
            build_data["artifacts"].append(str(path.relative_to(self.root)))


if __name__ == "__main__":
    compile_catalogs(ROOT)
