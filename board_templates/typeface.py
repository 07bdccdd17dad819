"""Noto Sans, the font of every board we make: which characters it has and how wide they are.

The font comes from the package `fontpkg-noto-sans`, never from the machine's own fonts, so that a
layout is the same everywhere.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import fontpkg_noto_sans  # type: ignore[import-untyped]  # the package has no types

from board_templates.parsed_cache import BUILT_FOLDER, ParsedCache

_BOLD_WEIGHT = 700.0
_MISSING_ADVANCE = 1.0
_UNSEEN = frozenset("\n\r\t\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")


class Face(NamedTuple):
    """Advance widths of every character the font has, as parts of the font size."""

    regular: Mapping[str, float]
    bold: Mapping[str, float]


def font_file() -> Path:
    """Return the variable font file that holds all weights."""
    return Path(fontpkg_noto_sans.ROOT) / "files" / "NotoSans[wdth,wght].ttf"


@cache
def face() -> Face:
    """Return the widths of all glyphs: those kept by a build, or read from the font file.

    The former takes 2 ms, the latter 80.
    """
    kept = ParsedCache([BUILT_FOLDER]).get(font_key())
    return measured() if kept is None else Face(kept["regular"], kept["bold"])


def keep_widths(folder: Path) -> None:
    """Write the widths of all glyphs into a folder of parsed forms."""
    widths = measured()
    ParsedCache([], folder).put(
        font_key(), {"regular": dict(widths.regular), "bold": dict(widths.bold)}
    )


def font_key() -> str:
    """Return the name under which the widths of this very font file are kept."""
    content = font_file().read_bytes()
    return f"noto-sans-{len(content)}-{zlib.crc32(content):08x}"


def measured() -> Face:
    """Return the widths of all glyphs, read from the font file."""
    # Imported here since it is slow and not every command measures; the package has no types.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415
    from fontTools.varLib import models, varStore  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(font_file(), lazy=True) as font:
        names, metrics = font.getBestCmap(), font["hmtx"].metrics
        axes = {a.axisTag: (a.minValue, a.defaultValue, a.maxValue) for a in font["fvar"].axes}
        location = {
            tag: models.piecewiseLinearMap(value, font["avar"].segments[tag])
            for tag, value in models.normalizeLocation({"wght": _BOLD_WEIGHT}, axes).items()
        }
        variations = font["HVAR"].table
        growth = varStore.VarStoreInstancer(variations.VarStore, font["fvar"].axes, location)
        index = variations.AdvWidthMap.mapping
        em = font["head"].unitsPerEm
        return Face(
            {chr(code): metrics[name][0] / em for code, name in names.items()},
            {
                chr(code): (metrics[name][0] + growth[index[name]]) / em
                for code, name in names.items()
            },
        )


def is_unseen(char: str) -> bool:
    """Tell whether a character takes no place of its own: joiners, marks, control characters."""
    return char in _UNSEEN or unicodedata.category(char) in {"Mn", "Me", "Cc", "Cf"}


def missing_glyphs(text: str) -> list[str]:
    """Return the characters that Noto Sans lacks, each once, in the order they come."""
    known = face().regular
    return [c for c in dict.fromkeys(text) if c not in known and not is_unseen(c)]


def ems(text: str, *, bold: bool = False) -> float:
    """Return the width of a text at font size 1; a missing glyph counts as one em."""
    widths = face().bold if bold else face().regular
    return sum(
        widths[c] if c in widths else 0.0 if is_unseen(c) else _MISSING_ADVANCE for c in text
    )
