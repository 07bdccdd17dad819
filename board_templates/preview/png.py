"""A picture as PNG, rendered by resvg with the font of the boards and no other."""

from __future__ import annotations

from board_templates.preview.errors import RenderingError
from board_templates.typeface import font_file

WIDEST = 8000
"""Pixels; a wider picture would take memory by the gigabyte."""


def render_png(svg: str, width_px: int) -> bytes:
    """Return an SVG as PNG, `width_px` wide.

    Raises:
        RenderingError: the width is not 1 to 8000, or the renderer refused.
    """
    import resvg_py  # noqa: PLC0415  # only where pictures are rendered

    if not 1 <= width_px <= WIDEST:
        raise RenderingError(f"a width of {width_px} is not between 1 and {WIDEST}")
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                width=width_px,
                skip_system_fonts=True,
                font_files=[str(font_file())],
                font_family="Noto Sans",
                sans_serif_family="Noto Sans",
            )
        )
    except ValueError as error:
        raise RenderingError(str(error)) from error
