"""What can go wrong with a picture."""

from __future__ import annotations

from collections.abc import Sequence

from board_templates.errors import BoardTemplatesError


class PictureError(BoardTemplatesError):
    """A picture cannot be made as asked."""


class UnknownFrameError(PictureError):
    """A frame was asked for that the picture does not have."""

    def __init__(self, frame: str, known: Sequence[str]) -> None:
        self.frame = frame
        self.known = tuple(known)
        super().__init__(
            f"Frame {frame!r} is not in the picture; it has {', '.join(known) or 'no frames'}."
        )


class RenderingError(PictureError):
    """The renderer refused an SVG."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            f"The picture could not be rendered: {reason}. Ask for an SVG, or a smaller width."
        )
