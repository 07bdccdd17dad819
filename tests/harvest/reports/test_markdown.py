"""Markdown: what it says, and that nobody's text becomes markup."""

from __future__ import annotations

import re
from html import unescape
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from harvest.reports import ReportContext, get_report
from harvest.reports.markup import plain
from harvest.summary import Lang, Names
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
    assert "#### Kaasame tihedalt\n\n- Vald · Kindlus: piiril\n" in text
    assert "0,52" not in text


def test_flat_rows_are_a_table_without_empty_columns_and_codes_are_read_out() -> None:
    fake = board("consensus-board")
    fake.write("aega on vähe", "F4.concern@1")
    fake.write("raha ka", "F4.concern@1")
    fake.write("kevadel", "F4.amendment@2")
    text = _markdown(fake)
    assert "| Mure | Muudatusettepanekud | Tulemus | Hääli |" in text
    assert "| aega on vähe / raha ka |  | lahtine | 0 |" in text


def test_rows_that_hold_more_are_lists_that_go_by_their_first_text_or_number() -> None:
    fake = board("consensus-board")
    fake.write("sest nii on hea", "F3.support")
    fake.write("muidugi", "F3.support")
    text = _markdown(fake)
    assert "\n- Voor 1\n  - **Inimesi**: 15\n" in text
    assert "\n  - **Seisukohad**: Toetan: 2; Toetan mööndustega: 0; " in text
    assert "\n    - **Toetan**\n      - sest nii on hea\n      - muidugi\n" in text


def test_what_is_kept_out_is_said_and_not_shown() -> None:
    fake = board("stakeholder-map")
    fake.write(None, "F1.missing")
    assert "(tekst jäetud välja)" in _markdown(fake)


def test_notes_in_a_row_of_which_nothing_is_told_stand_on_one_line() -> None:
    fake = board("stakeholder-map")
    fake.write(None, "F1.missing")
    fake.write(None, "F1.missing")
    fake.write("Vald", "F1.public")
    text = _markdown(fake)
    assert "(tekst jäetud välja: 2 lipikut)" in text
    assert text.count("tekst jäetud välja") == 1


def test_a_note_that_was_nothing_but_a_name_is_listed_and_says_so() -> None:
    fake = board("stakeholder-map")
    people = {"p1": "Mari Kask", "p2": "Jaan Õun"}
    fake.write("Mari Kask", "F1.public")
    fake.write("Vald", "F1.public")
    fake.write("Jaan", "F1.public", tags=("question",))
    text = _markdown(fake, names="none", member_names=people)
    assert "## Lahtised küsimused\n\n- (nimi välja jäetud)\n" in text
    assert "- (nimi välja jäetud)\n  - Vald\n  - (nimi välja jäetud)\n" in text
    assert "- (nimi välja jäetud)\n- Vald\n- (nimi välja jäetud)\n" in text  # in the result
    assert "- (nimi välja jäetud) · Liik: Riik ja omavalitsused\n- Vald · Liik" in text
    assert "Arvesse läks 3 lipikut." in text
    assert "name left out" in _markdown(fake, "en", names="none", member_names=people)
    assert "välja jäetud" not in _markdown(fake, names="tasks", member_names=people)


def test_names_in_a_row_that_are_left_out_stand_on_one_line() -> None:
    fake = board("stakeholder-map")
    for name in ("Mari", "Jaan"):
        fake.write(name, "F1.public")
    text = _markdown(fake, names="none", known_names=("Mari Kask", "Jaan Õun"))
    assert "(nimi välja jäetud: 2 lipikut)" in text


def test_authors_whom_the_list_of_members_does_not_name_are_counted() -> None:
    fake = board("stakeholder-map")
    for author in ("p1", "p2", "p3"):
        fake.write("Vald", "F1.public", by=author)
    people = {"p1": "Mari Kask", "p2": "Jaan Õun", "p3": "Kai Saar"}
    said = "lipikute kirjutajat ei ole tahvli liikmete nimekirjas"
    assert said not in _markdown(fake, names="full", member_names=people)
    text = _markdown(fake, names="full", member_names={"p1": "Mari Kask"})
    assert f"- 2 {said}; nende lipikud on nimeta.\n" in text


def test_what_somebody_emptied_is_no_name() -> None:
    fake = board("stakeholder-map")
    fake.write("", "F1.public", origin={"parameter": "stakeholders"})
    for names in get_args(Names):
        text = _markdown(fake, names=names)
        assert "välja jäetud" not in text
        assert "  - (tühjaks tehtud)" in text


def test_what_somebody_emptied_and_a_name_are_told_apart() -> None:
    fake = board("stakeholder-map")
    origin = {"parameter": "stakeholders"}
    for text in ("", "Mari Kask"):
        fake.write(text, "F1.public", origin=origin)
    text = _markdown(fake, names="none", known_names=("Mari Kask",))
    assert "  - (tühjaks tehtud)\n  - (nimi välja jäetud)\n" in text
    named = _markdown(fake, names="pseudonym", known_names=("Mari Kask",))
    assert "välja jäetud" not in named


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


def test_a_table_of_the_board_is_one_table() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F3.who@1")
    fake.write("Kutsume", "F3.next@1")
    fake.write("Kirjutame", "F3.next@1")
    fake.write("Liit", "F3.who@3")
    text = _markdown(fake)
    assert text.count("| Osapool |") == 1
    assert "| Vald |  |  |  | Kutsume / Kirjutame |\n| Liit |  |  |  |  |" in text


def test_what_the_plan_wrote_into_a_row_stands_in_it() -> None:
    fake = board("consensus-board")
    fake.write("lepime eesmärgi kokku", "F1.remedy@1")
    assert (
        "| Eeldus | Mida teeme? |\n| --- | --- |\n"
        "| Meil on ühine eesmärk, mis on eriarvamustest tähtsam. | lepime eesmärgi kokku |"
    ) in _markdown(fake)


def test_names_out_of_the_brief_stay_as_they_were_written() -> None:
    fake = board("stakeholder-map", sectors=["eMTA", "riik", "monitor"])
    fake.write("Vald", "F1.sector1")
    text = _markdown(fake)
    assert "- **eMTA**: 1\n- **riik**: 0" in text


def test_what_people_wrote_is_not_taken_for_a_code() -> None:
    fake = board("stakeholder-map")
    fake.write("monitor", "F2.give_voice")
    assert "- monitor" in _markdown(fake).partition("## Kõik lipikud")[0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("20.03.2026", "20.03.2026"),
        ("liit@vallad.example", "liit@vallad.example"),
        ("give_voice", "give_voice"),
        ("andmed: 5 * 3 < 16 & nii edasi", "andmed: 5 * 3 < 16 & nii edasi"),
        ("maksab 5 $", "maksab 5 $"),
        ("-5 kraadi", "-5 kraadi"),
        ("2. märtsil", "2\\. märtsil"),
        ("www.evil.example", "www\\.evil.example"),
        ("http://evil.example", "http\\://evil.example"),
        ("_tõstetud_", "\\_tõstetud\\_"),
        ("$x$", "\\$x\\$"),
        ("&lt;b>", "&amp;lt;b>"),
    ],
)
def test_signs_are_escaped_only_where_markdown_would_act(text: str, shown: str) -> None:
    assert plain(text) == shown


_SEEN = st.characters(exclude_categories=("C", "Z"), include_characters=" \n")


@given(st.text(_SEEN, max_size=60) | st.text("*_`~$<>&;#!|[]()\\ a1.-+=:\n", max_size=30))
@settings(max_examples=150)
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(plain(text))
    inside = page.strip().removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inside
    lines = (" ".join(filter(None, line.split(" "))) for line in text.splitlines())
    assert unescape(inside) == " / ".join(filter(None, lines))
