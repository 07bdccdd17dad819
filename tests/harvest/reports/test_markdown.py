"""Markdown: what it says, and that nobody's text becomes markup."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from harvest.reports import ReportContext, get_report
from harvest.reports.markup import plain
from harvest.summary import Lang
from tests.harvest.boards import SHARED, FakeBoard, board

_HOSTILE = (
    "<script>alert(1)</script>",
    "[klõpsa](javascript:alert(1))",
    "![](https://evil.example/x.png)",
    "https://evil.example/a",
    "www.evil.example",
    "| lahter | teine |",
    "# pealkiri",
    "1. loend",
    "- loend",
    "**paks** `kood` ~~maha~~",
    "a\n\n## Kõik lipikud\n\nb",
    "&lt;b&gt; &#60;i&#62;",
    "\u202egpj.exe",
)


def _markdown(fake: FakeBoard, lang: Lang = "et", **options: object) -> str:
    context = ReportContext(shared=SHARED, lang=lang, method=fake.method, plan=fake.plan)
    return get_report("markdown").make(fake.summary(lang=lang, **options), context).decode()


def test_dates_plurals_and_decimals_of_each_language() -> None:
    fake = board("stakeholder-map")
    no = fake.write("Kohtume, @Mari, 15.03", "F3.next@1")
    fake.change(no, tags=("decision",))
    text = _markdown(fake, attended=1)
    assert "Tahvel loeti 2. märtsil 2026." in text
    assert "Kohal oli 1 inimene." in text
    assert "Arvesse läks 1 lipik." in text
    assert "| Kohtume | Mari | 15.03.2026 |  |" in text
    english = _markdown(fake, "en", attended=2)
    assert "The board was read on 2 March 2026." in english
    assert "2 people came." in english


def test_people_are_shown_the_quadrant_and_never_the_decimals() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F2.engage_closely", at=(0.04, 0.4))
    text = _markdown(fake)
    assert "**Koht kaardil**: Kaasame tihedalt" in text
    assert "**Kindlus**: piiril" in text
    assert "0,52" not in text


def test_rows_go_by_their_first_text_and_codes_are_read_out() -> None:
    fake = board("consensus-board")
    fake.write("aega on vähe", "F4.concern@1")
    text = _markdown(fake)
    assert "- aega on vähe\n  - **Tulemus**: lahtine" in text


def test_what_is_kept_out_is_said_and_not_shown() -> None:
    fake = board("stakeholder-map")
    fake.write(None, "F1.missing")
    assert "(tekst jäetud välja)" in _markdown(fake)


def test_no_text_of_a_participant_becomes_markup() -> None:
    fake = board("stakeholder-map")
    for text in _HOSTILE:
        fake.write(text, "F1.public")
        fake.write(text, "F3.next@1")
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(_markdown(fake))
    assert not re.findall(r"<(script|img|code|del|b|i)\b", page)
    assert re.findall(r'href="([^"]*)"', page) == ["https://miro.com/app/board/b1/"]
    assert page.count("<h2>Kõik lipikud</h2>") == 1
    assert "\u202e" not in page


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    page = MarkdownIt("commonmark").renderInline(plain(text))
    shown = re.sub(r"<[^>]*>", "", page)
    assert shown == page
