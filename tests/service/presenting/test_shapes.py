"""Chapters of a report, and the shape each list takes on a page."""

from __future__ import annotations

import pytest

from harvest.reports.blocks import Bullet, Bullets, Heading, Paragraph, Table
from service.presenting.shapes import chapters, kind_of, numeric_columns, shape_of

LINES = (Bullet("Vald"), Bullet("Kool"))


@pytest.mark.parametrize(
    ("bullets", "shape"),
    [
        ((), "list"),
        (LINES, "list"),
        ((Bullet("5", "Toetan"), Bullet("0", "Ei"), Bullet("1,5", "Pool")), "counts"),
        ((Bullet("5", "Toetan"), Bullet("Triin", "Esitaja")), "facts"),
        ((Bullet("Vald"), Bullet("Triin", "Esitaja")), "list"),
        ((Bullet("", "Jälgime", LINES), Bullet("Teema (3 häält)", children=LINES)), "groups"),
        ((Bullet("Vald", children=(Bullet("Riik", "Liik"),)), Bullet("Kool")), "rows"),
        ((Bullet("Vald", "Osapool", LINES),), "rows"),
        ((Bullet("", "Hoiak", LINES, beside=True),), "rows"),
    ],
)
def test_a_list_takes_the_shape_of_what_is_in_it(bullets: tuple[Bullet, ...], shape: str) -> None:
    assert shape_of(bullets) == shape


def test_chapters_begin_at_headings_and_keep_everything_below() -> None:
    table = Table(("Mure", "Hääli"), (("aeg", "3"),))
    blocks = (
        Heading(2, "Tulemus"),
        Heading(3, "Osapooled"),
        Heading(4, "Jälgime"),
        Bullets(LINES),
        Heading(3, "Mured"),
        table,
    )
    first, second = chapters(blocks)
    assert (first.title, first.blocks) == ("Osapooled", (blocks[2], blocks[3]))
    assert (second.title, second.blocks) == ("Mured", (table,))


def test_a_part_without_headings_of_its_own_is_one_chapter() -> None:
    (chapter,) = chapters((Heading(2, "Parkla"), Bullets(LINES)))
    assert (chapter.title, chapter.wide) == ("Parkla", False)


@pytest.mark.parametrize(
    ("block", "wide"),
    [
        (Paragraph("Teema"), False),
        (Table(("a", "b", "c"), ()), False),
        (Table(("a", "b", "c", "d"), ()), True),
        (Bullets((Bullet("pikk " * 30, "Ettepanek"),)), True),
        (Bullets((Bullet("", "Jälgime", LINES),)), True),
    ],
)
def test_what_holds_much_takes_the_width_of_the_page(
    block: Paragraph | Table | Bullets, *, wide: bool
) -> None:
    (chapter,) = chapters((Heading(3, "Tulemus"), block))
    assert chapter.wide is wide


def test_columns_of_numbers_are_known_also_with_gaps() -> None:
    rows = (("Vald", "3", "", "1"), ("Kool", "-1,5", "", "üks"), ("Linn", "", "", "2"))
    assert numeric_columns(Table(("Osapool", "Hääli", "Tühi", "Märkus"), rows)) == {1}
    assert numeric_columns(Table(("Osapool",), ())) == frozenset()


def test_a_template_is_told_what_a_block_is() -> None:
    assert [kind_of(block) for block in (Heading(3, "x"), Table((), ()))] == ["heading", "table"]
