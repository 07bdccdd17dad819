"""The pack as Markdown and as a page: whole, and harmless whatever people wrote."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from board_templates.method import Lang
from board_templates.preview import draw_svg, picture_of_plan
from tests.workshops.pack.conftest import BOARD, DATED, KNOWN, MakeSource
from workshops.pack.assembly import make_pack
from workshops.pack.html import to_html
from workshops.pack.markdown import to_markdown
from workshops.pack.source import PackSource

HOSTILE = "<img src=x onerror=a()> | [x](javascript:a) `q` {{ 7*7 }} www.evil.example"
HEADINGS = {
    "et": [
        "Ajakava",
        "Lingid vestlusse",
        "Kutse",
        "Ligipääsu kontroll",
        "Tausta lukustamine",
        "Mis kokkuvõttesse ei jõua",
    ],
    "en": [
        "Run sheet",
        "Links for the chat",
        "Invitation",
        "Access check",
        "Locking the backgrounds",
        "What the harvest cannot read",
    ],
}


def hostile(source: MakeSource) -> PackSource:
    return source(
        values={**DATED, "title": HOSTILE[:80], "issue": HOSTILE, "facilitator": HOSTILE[:80]},
        place=HOSTILE,
        contact=HOSTILE,
    )


def shown(markdown: str) -> HTMLParser:
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    return HTMLParser(renderer.render(markdown))


def pictured(source: PackSource) -> str:
    picture = draw_svg(picture_of_plan(source.plan), width=1600)
    return to_html(make_pack(replace(source, picture=picture)))


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize("values", [{}, DATED], ids=["undated", "dated"])
def test_both_documents_hold_every_section(
    source: MakeSource, lang: Lang, values: dict[str, str]
) -> None:
    pack = make_pack(source(lang, values=values))
    page = HTMLParser(to_html(pack))
    assert [node.text() for node in page.css("h2")] == HEADINGS[lang]
    assert [node.text() for node in shown(to_markdown(pack)).css("h2")] == HEADINGS[lang]
    html = page.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == lang
    assert len(page.css("table.run_sheet tbody tr")) == len(source(lang, values=values).plan.agenda)


def test_the_page_fetches_nothing(source: MakeSource) -> None:
    page = pictured(source(values=DATED, **KNOWN))
    tree = HTMLParser(page)
    assert tree.css("figure svg")
    assert not tree.css("script, link, img, iframe, object, embed, form")
    assert not re.findall(r"(?:url\(|@import|srcset=)", page)
    for link in tree.css("[href]"):
        assert (link.attributes["href"] or "").startswith(BOARD)


def test_the_page_prints_on_a4_and_is_light(source: MakeSource) -> None:
    page = to_html(make_pack(source()))
    assert "size: A4" in page
    assert "color-scheme: light" in page
    assert "style=" not in page


def test_hostile_texts_stay_text_on_the_page(source: MakeSource) -> None:
    tree = HTMLParser(pictured(hostile(source)))
    assert not tree.css("img, script, [onerror]")
    heading = tree.css_first("h1")
    assert heading is not None
    assert heading.text() == HOSTILE[:80]
    for link in tree.css("a"):
        assert (link.attributes["href"] or "").startswith(BOARD)


def test_hostile_texts_stay_text_in_markdown(source: MakeSource) -> None:
    made = hostile(source)
    tree = shown(to_markdown(make_pack(made)))
    assert not tree.css("img, script, code")
    heading = tree.css_first("h1")
    assert heading is not None
    assert heading.text() == HOSTILE[:80]
    for link in tree.css("a"):
        assert (link.attributes["href"] or "").startswith(BOARD)
    rows = tree.css("tbody tr")
    assert len(rows) == len(made.plan.agenda)
    assert {len(row.css("td")) for row in rows} == {6}


def test_links_in_markdown_lead_where_they_say(source: MakeSource) -> None:
    made = source(values={"groups": 2})
    addresses = [
        link.attributes["href"] for link in shown(to_markdown(make_pack(made))).css("ul a")
    ]
    assert addresses[1:] == [
        f"{BOARD}?moveToWidget={made.frame_ids[frame.key]}" for frame in made.plan.frames
    ]


def test_roles_have_room_for_names(source: MakeSource) -> None:
    markdown = to_markdown(make_pack(source(values=DATED)))
    assert "- arutelujuht: Mari Maasikas\n- tehniline abi: ……" in markdown


def test_the_address_of_a_call_can_be_followed_and_copied(source: MakeSource) -> None:
    known = {
        **KNOWN,
        "place": "Zoom: https://zoom.us/j/1?pwd=a_b",
        "contact": "Mari (https://m.ee)",
    }
    pack = make_pack(source(values=DATED, **known))
    markdown, page = to_markdown(pack), to_html(pack)
    assert "- Koht: Zoom: <https://zoom.us/j/1?pwd=a_b>\n" in markdown
    assert "Zoom: <https://zoom.us/j/1?pwd=a_b>. Leiame" in markdown
    assert "soov: Mari (<https://m.ee>)." in markdown
    assert "\\:" not in markdown
    assert '<a href="https://zoom.us/j/1?pwd=a_b">' in page
