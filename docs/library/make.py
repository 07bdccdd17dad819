"""Draw the boards of all methods for people who look for one: `make pictures`.

Each method that has an example is drawn in both languages: the whole board of the example's brief,
and a contact sheet of its frames, one copy of each. A page tells what a facilitator needs to know.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from board_templates.brief import make_brief
from board_templates.layout import make_plan
from board_templates.library import BUILT_IN, Library
from board_templates.method import Lang, Method
from board_templates.plan import Plan, PlannedFrame
from board_templates.preview import draw_svg, picture_of_plan, render_png

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))  # the scripts beside this one; docs is no package

from pages import index_page, method_page  # noqa: E402  # after the path
from sheet import contact_sheet_of_library  # noqa: E402  # as above

WIDTH = 2000
SHEET_WIDTH = 1600
COLUMNS = 2
GAP = 260.0
_LANGUAGES: tuple[Lang, ...] = ("et", "en")
INTRO = """\
# The library

What each method is for, how it goes and what it puts on a board, drawn from the brief of its
example. `make pictures` makes all of it anew.

![Meetodid](contact-sheet.et.png)
"""


def drawn_methods(library: Library) -> tuple[Method, ...]:
    """Return the methods that have an example, in the order of the catalogue."""
    there = {path.parent.name for path in BUILT_IN.glob("*/example.yaml")}
    return tuple(method for method in library.all() if method.id in there)


def files_of(method: Method, library: Library, lang: Lang) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of a method in a language, each with the name of its file."""
    plan = plan_of(method, library, lang, method.example["brief"][lang])
    yield f"{method.id}.{lang}.png", _png(plan, WIDTH)
    yield f"{method.id}.{lang}.frames.png", _png(contact_sheet(plan), SHEET_WIDTH)
    yield f"{method.id}.{lang}.md", method_page(method, library.shared, lang, plan).encode()


def common_files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield what shows the whole library: in each language an index and a contact sheet."""
    methods = drawn_methods(library)
    for lang in _LANGUAGES:

        def planned(method: Method, lang: Lang = lang) -> Plan:
            return plan_of(method, library, lang, method.example["brief"][lang])

        sheet = contact_sheet_of_library(methods, library.shared, lang, planned)
        yield f"contact-sheet.{lang}.png", sheet
        yield f"{lang}.md", index_page(methods, library.shared, lang).encode()


def plan_of(method: Method, library: Library, lang: Lang, values: Mapping[str, Any]) -> Plan:
    """Return the plan of a brief in a language."""
    brief = make_brief(method, library.shared, {**values, "lang": lang}, lang_default=lang)
    return make_plan(method, library.shared, brief)


def _png(plan: Plan, width: int) -> bytes:
    return render_png(draw_svg(picture_of_plan(plan), width=width), width)


def contact_sheet(plan: Plan) -> Plan:
    """Return the plan with one copy of each frame, set in rows of two, in reading order."""
    frames = tuple(frame for frame in plan.frames if _is_first(frame))
    moves = dict(_moves(frames))
    return replace(
        plan,
        frames=tuple(replace(f, box=f.box.moved(*moves[f.key])) for f in frames),
        items=tuple(
            replace(item, box=item.box.moved(*moves[item.frame]))
            for item in plan.items
            if item.frame in moves
        ),
    )


def _is_first(frame: PlannedFrame) -> bool:
    return frame.key in {frame.id, f"{frame.id}#1"}


def _moves(frames: Sequence[PlannedFrame]) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield how far each frame goes to its place; rows are as high as their highest frame."""
    across = max(frame.box.width for frame in frames) + GAP
    top = 0.0
    for start in range(0, len(frames), COLUMNS):
        row = frames[start : start + COLUMNS]
        for place, frame in enumerate(row):
            yield frame.key, (place * across - frame.box.x, top - frame.box.y)
        top += max(frame.box.height for frame in row) + GAP


def page(methods: Sequence[Method]) -> str:
    """Return the page that leads to both languages, in Markdown."""
    names = (f"| {_link(method, 'et')} | {_link(method, 'en')} |" for method in methods)
    return "\n".join(
        [INTRO, "| [eesti keeles](et.md) | [in English](en.md) |", "|---|---|", *names, ""]
    )


def _link(method: Method, lang: Lang) -> str:
    return f"[{method.texts[lang].name}]({method.id}.{lang}.md)"


def main() -> int:
    """Write all pictures and the page; remove pictures of methods that are gone."""
    library = Library()
    methods = drawn_methods(library)
    made = {HERE / "README.md": page(methods).encode()}
    for method in methods:
        for lang in _LANGUAGES:
            made |= {HERE / name: content for name, content in files_of(method, library, lang)}
    made |= {HERE / name: content for name, content in common_files(library)}
    for path in (*HERE.glob("*.png"), *HERE.glob("*.md")):
        if path not in made:
            path.unlink()
    for path, content in made.items():
        path.write_bytes(content)
    sys.stdout.write(f"{len(made)} files in {HERE}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
