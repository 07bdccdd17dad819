"""A picture as SVG: no script, no outside reference, the same bytes for the same picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from board_templates.geometry import Box
from board_templates.metrics import LINE_HEIGHT, Paragraph, text_width
from board_templates.preview import colours
from board_templates.preview.connectors import draw_line
from board_templates.preview.errors import UnknownFrameError
from board_templates.preview.lettering import Lettering, letter
from board_templates.preview.markup import element, number, rect, words
from board_templates.preview.notes import draw_card, draw_note
from board_templates.preview.picture import Card, Frame, Line, Note, Picture, Shape, Thing
from board_templates.preview.shapes import draw_shape, draw_unreadable, with_large_labels
from board_templates.rich_text import one_line

_MARGIN = 60.0
_TITLE = 32.0  # board pixels, as long as that can be read
_TITLE_ON_SCREEN = 9.0
_ALIKE = 0.8  # titles are made smaller down to this part of their size, then cut
_TITLE_LINE = 1.5  # room a title takes above its frame, by its size
_FONTS = "'Noto Sans', 'Open Sans', Arial, sans-serif"


def draw_svg(
    picture: Picture, *, width: int | None = None, frames: Sequence[str] | None = None
) -> str:
    """Return a picture as an SVG document.

    Args:
        picture: What to draw.
        width: Width on screen in pixels; decides how large letters must be to be drawn as
            letters. Without it the drawing has no size of its own and every letter is drawn.
        frames: Keys of the frames to show, with what lies in them; `F2` also shows its copies
            `F2#1`, `F2#2`. Without it everything is shown.

    Raises:
        UnknownFrameError: a frame is not in the picture.
    """
    chosen = _chosen(picture.frames, frames)
    view = _view(picture, chosen, width, whole=frames is None)
    scale = width / view.width if width else 1.0
    shown = [f.box for f in chosen] if frames is not None else [view]
    large = _large_labels(picture.things, scale)
    drawn = [
        rect(view, fill=colours.BOARD),
        *(_paper(frame) for frame in chosen),
        *(
            _draw(thing, scale, large=place in large)
            for place, thing in enumerate(picture.things)
            if _any_overlap(thing.box, shown)
        ),
        *(draw_line(line) for line in picture.lines if _any_holds(line, shown)),
        *_titles(chosen, scale),
    ]
    return _document(picture.title, view, width, "\n".join(filter(None, drawn)))


def title_boxes(picture: Picture, width: int) -> tuple[Box, ...]:
    """Return where the titles of frames stand when the whole picture is drawn `width` wide."""
    scale = width / _view(picture, picture.frames, width, whole=True).width
    return tuple(
        _above(frame, size, min(text_width(_line(frame, size), size), frame.box.width))
        for frame, size in zip(picture.frames, _sizes(picture.frames, scale), strict=True)
        if size >= 1
    )


def _chosen(known: Sequence[Frame], asked: Sequence[str] | None) -> list[Frame]:
    if asked is None:
        return list(known)
    for key in asked:
        if not any(_answers(frame, key) for frame in known):
            raise UnknownFrameError(key, [frame.key for frame in known])
    return [frame for frame in known if any(_answers(frame, key) for key in asked)]


def _answers(frame: Frame, key: str) -> bool:
    return key in {frame.key, frame.key.partition("#")[0]}


def _view(picture: Picture, chosen: Sequence[Frame], width: int | None, *, whole: bool) -> Box:
    """Return what is shown: the frames, and on a whole board everything else, with a margin."""
    boxes = [frame.box for frame in chosen]
    if whole:
        boxes += [thing.box for thing in picture.things]
    if not boxes:
        return Box(0, 0, 1600, 900)
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.right for b in boxes), max(b.bottom for b in boxes)
    across = right - left + 2 * _MARGIN
    heading = _TITLE_LINE * _title_size(width / across if width else 1.0) if chosen else 0.0
    return Box(
        left - _MARGIN,
        top - _MARGIN - heading,
        across,
        bottom - top + 2 * _MARGIN + heading,
    )


def _any_overlap(box: Box, shown: Iterable[Box]) -> bool:
    return any(box.overlaps(part) for part in shown)


def _any_holds(line: Line, shown: Iterable[Box]) -> bool:
    return any(part.holds(line.start) and part.holds(line.end) for part in shown)


def _large_labels(things: Sequence[Thing], scale: float) -> frozenset[int]:
    """Return the places of the labels that can be drawn larger, clear of notes and symbols."""
    notes = [thing.box for thing in things if isinstance(thing, Note) or _is_symbol(thing)]
    shapes = [(place, thing) for place, thing in enumerate(things) if isinstance(thing, Shape)]
    found = with_large_labels([shape for _, shape in shapes], scale, notes)
    return frozenset(shapes[one][0] for one in found)


def _is_symbol(thing: Thing) -> bool:
    return isinstance(thing, Shape) and not thing.content and thing.kind != "rectangle"


def _draw(thing: Thing, scale: float, *, large: bool) -> str:
    if isinstance(thing, Note):
        return draw_note(thing, scale)
    if isinstance(thing, Shape):
        return draw_shape(thing, scale, large=large)
    if isinstance(thing, Card):
        return draw_card(thing, scale)
    return draw_unreadable(thing, scale)


def _paper(frame: Frame) -> str:
    fill = colours.paint(frame.fill, "#ffffff")
    return rect(frame.box, fill=fill, stroke=colours.FRAME_BORDER, stroke_width=3.0)


def _titles(frames: Sequence[Frame], scale: float) -> list[str]:
    """Return the titles above the frames."""
    sizes = _sizes(frames, scale)
    return [_title(frame, size, scale) for frame, size in zip(frames, sizes, strict=True)]


def _sizes(frames: Sequence[Frame], scale: float) -> list[float]:
    """Return the sizes of titles, as large as can be read; all alike where that can be."""
    wanted = [_fitting_size(frame, frames, _title_size(scale)) for frame in frames]
    common = max(min(wanted, default=0.0), _ALIKE * _title_size(scale))
    return [min(size, common) for size in wanted]


def _fitting_size(frame: Frame, beside: Sequence[Frame], size: float) -> float:
    size = min(size, _room_above(frame, beside) / _TITLE_LINE)
    width = text_width(one_line(frame.title), size)
    shrunk = size * frame.box.width / width if width > frame.box.width else size
    return max(shrunk, _ALIKE * size)


def _title(frame: Frame, size: float, scale: float) -> str:
    """Return a frame's title above it, on one line, cut where it is too long."""
    if size < 1:
        return ""
    title = _line(frame, size)
    if not title:
        return ""
    how = Lettering(size, colours.FRAME_TITLE, scale=max(scale, 1.0))
    return letter([Paragraph(title)], _above(frame, size, frame.box.width), how)


def _line(frame: Frame, size: float) -> str:
    return _shortened(one_line(frame.title), frame.box.width, size)


def _above(frame: Frame, size: float, width: float) -> Box:
    return Box(frame.box.x, frame.box.y - _TITLE_LINE * size, width, LINE_HEIGHT * size)


def _title_size(scale: float) -> float:
    return max(_TITLE, _TITLE_ON_SCREEN / scale)


def _room_above(frame: Frame, beside: Sequence[Frame]) -> float:
    """Return how far it is from a frame up to the next one."""
    return min(
        (
            frame.box.y - other.box.bottom
            for other in beside
            if other.box.bottom <= frame.box.y
            and other.box.x < frame.box.right
            and frame.box.x < other.box.right
        ),
        default=float("inf"),
    )


def _shortened(title: str, width: float, size: float) -> str:
    if text_width(title, size) <= width:
        return title
    kept = title
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept.rstrip() + "…" if kept else ""


def _document(title: str, view: Box, width: int | None, inner: str) -> str:
    height = round(width * view.height / view.width) if width else None
    name = words(one_line(title))
    return element(
        "svg",
        f"<title>{name}</title>\n{inner}\n",
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        viewBox=" ".join(number(v) for v in (view.x, view.y, view.width, view.height)),
        width=width,
        height=height,
        font_family=_FONTS,
    )
