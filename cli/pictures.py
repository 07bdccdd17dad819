"""Which kind of picture a file's name asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from cli.texts import Texts


def picture_kind(target: Path, option: str, texts: Texts) -> Literal["svg", "png"]:
    """Return the kind by the file's suffix; another one is a wrong use of the option."""
    suffix = target.suffix.lower()
    if suffix not in {".svg", ".png"}:
        raise click.BadOptionUsage(
            option,
            texts.gettext("a picture's file ends with .svg or .png: {path}").format(path=target),
        )
    return "svg" if suffix == ".svg" else "png"
