"""How zones, notes' zones and dots look: very light tints, mid-tone borders, dark ink."""

from __future__ import annotations

from typing import NamedTuple

from board_templates.board_spec import NOTE_COLOURS
from board_templates.plan import Style

INK = "#1f2430"
QUIET_INK = "#4a5263"
WHITE = "#ffffff"


class Tone(NamedTuple):
    """The fill and the border of a zone."""

    fill: str
    border: str


ZONE_TONES = {
    "gray": Tone("#f6f7f9", "#a9b0bd"),
    "light_yellow": Tone("#fffdf0", "#d9c95a"),
    "yellow": Tone("#fff9e0", "#d1ad16"),
    "orange": Tone("#fff4ea", "#e08a3c"),
    "light_green": Tone("#f7fdeb", "#9cc24b"),
    "green": Tone("#f8fbe6", "#a4b93a"),
    "dark_green": Tone("#f0f9ec", "#6fae51"),
    "cyan": Tone("#ebf7f6", "#45a39d"),
    "light_pink": Tone("#fff4f8", "#e08fb0"),
    "pink": Tone("#fcf0f6", "#cf719d"),
    "violet": Tone("#f8f1f9", "#a569b0"),
    "red": Tone("#fdeff1", "#d9566a"),
    "light_blue": Tone("#f0f6fd", "#7aa9dc"),
    "blue": Tone("#ecf9fe", "#42b3d8"),
    "dark_blue": Tone("#f2f3ff", "#7c88e6"),
    "black": Tone("#f3f3f4", "#4a4d55"),
    "any": Tone("#ffffff", "#aab2c0"),
    "text": Tone("#ffffff", "#6f7a8c"),
    "dot": Tone("#ffffff", "#c3cad5"),
    "carrier": Tone("#f4f6f9", "#aab2c0"),
    "chrome": Tone("#f4f6f9", "#dde2ea"),
}
"""Tints and borders by what a zone is for; borders are the note colours darkened."""

HEAD_TONE = Tone("#e8ecf2", "#c3cad5")

_DOTS = {
    "blue": ("#2d6fd2", WHITE),
    "green": ("#1c8048", WHITE),
    "yellow": ("#f2c21a", INK),
    "red": ("#c5343f", WHITE),
    "violet": ("#7a4bbf", WHITE),
}


EMPHASIS = (ZONE_TONES["any"], Tone("#f3f5fa", "#9aa5b8"), Tone("#e6ebf5", "#7f8da6"))
"""Neutral tints, so that they say nothing that a colour of notes means."""


def zone_style(colour: str, font_size: int, emphasis: int = 0) -> Style:
    """Return how the shape of a zone looks; a zone of any colour may stand out."""
    tone = EMPHASIS[emphasis] if colour == "any" else ZONE_TONES[colour]
    return Style(fill=tone.fill, border=tone.border, ink=INK, font_size=font_size)


def head_style(font_size: int) -> Style:
    """Return how the head of a column looks."""
    return Style(fill=HEAD_TONE.fill, border=HEAD_TONE.border, ink=INK, font_size=font_size)


def text_style(font_size: int, *, quiet: bool = False, align: str = "left") -> Style:
    """Return how a text without a shape of its own looks."""
    return Style(ink=QUIET_INK if quiet else INK, font_size=font_size, align=align)


def note_style(colour: str, shape: str) -> Style:
    """Return how a note looks; its fill is a name, not a hex value."""
    return Style(shape=shape, fill=colour, align="center", valign="middle", font_size=14)


def dot_style(colour_name: str, *, marked: bool) -> Style:
    """Return how a dot looks."""
    fill, ink = _DOTS[colour_name]
    return Style(
        shape="circle",
        fill=fill,
        border=WHITE,
        border_width=1.0,
        ink=ink,
        font_size=24 if marked else 14,
        align="center",
        valign="middle",
    )


def is_note_colour(colour: str) -> bool:
    """Tell whether a colour is one a note can have."""
    return colour in NOTE_COLOURS
