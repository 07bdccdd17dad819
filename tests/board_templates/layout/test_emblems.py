"""Symbols of zones stand in a corner, clear of the text, and are no voting dots."""

from __future__ import annotations

from pathlib import Path

import pytest

from board_templates.brief import make_brief
from board_templates.errors import FaultyMethod
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.loading import load_method
from board_templates.metrics import LINE_HEIGHT, PADDING, text_width, wrap
from board_templates.plan import Plan, PlannedItem, Role
from board_templates.rich_text import paragraphs
from board_templates.shared_texts import SharedTexts
from tests.board_templates.method_folders import changed, write_method

LIBRARY = Library()


def _plan(columns: int, participants: int, lang: str) -> Plan:
    method = LIBRARY.get("consensus-workshop")
    question = {"et": "Mida peame tegema, et jõuaksime kõigini?", "en": "What must we do next?"}
    values = {
        "focus_question": question[lang],
        "columns": columns,
        "participants": participants,
        "lang": lang,
    }
    return make_plan(method, LIBRARY.shared, make_brief(method, LIBRARY.shared, values))


def _symbols(plan: Plan) -> list[PlannedItem]:
    return [item for item in plan.items if item.key.endswith("/symbol")]


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize("participants", [6, 15, 40])
@pytest.mark.parametrize("columns", [4, 7, 10])
def test_a_symbol_covers_no_letter_and_is_larger_than_a_dot(
    columns: int, participants: int, lang: str
) -> None:
    plan = _plan(columns, participants, lang)
    symbols = _symbols(plan)
    shapes = {item.key: item for item in plan.items}
    assert len(symbols) == 2 * columns
    for symbol in symbols:
        home = shapes[f"{symbol.zone}/zone"]
        assert symbol.role is Role.CHROME
        assert home.box.contains(symbol.box)
        assert symbol.box.width > plan.note_size / 2
        assert not any(_letters_reach(home, symbol))


def _letters_reach(home: PlannedItem, symbol: PlannedItem) -> list[bool]:
    """Tell for each line of a zone's text whether it runs under the symbol."""
    size = home.style.font_size
    top = home.box.y + PADDING
    reach = []
    for paragraph in paragraphs(home.content):
        for line in wrap(paragraph.text, home.box.width - 2 * PADDING, size, bold=paragraph.bold):
            width = text_width(line, size, bold=paragraph.bold)
            beside = home.box.x + PADDING + width > symbol.box.x
            level = top < symbol.box.bottom and top + size > symbol.box.y
            reach.append(beside and level)
            top += size * LINE_HEIGHT
    return reach


def test_symbols_of_a_name_and_its_column_are_the_same() -> None:
    shapes = {item.key: item.style.shape for item in _symbols(_plan(5, 15, "et"))}
    names = [shapes[f"F3.name{i}/symbol"] for i in range(1, 6)]
    assert names == ["circle", "triangle", "rectangle", "rhombus", "star"]
    assert names == [shapes[f"F3.column{i}/symbol"] for i in range(1, 6)]


def test_an_unknown_symbol_is_a_fault(tmp_path: Path, shared: SharedTexts) -> None:
    files = changed("board.yaml", "npp: 2}", "npp: 2, symbol: unicorn}")
    with pytest.raises(FaultyMethod) as caught:
        load_method(write_method(tmp_path, files), shared)
    assert any("unicorn" in fault.what for fault in caught.value.faults)
