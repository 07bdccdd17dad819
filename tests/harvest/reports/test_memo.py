"""The memo: one page and the e-mail, word for word; a sentence whose value is missing is out."""

from __future__ import annotations

import re
from datetime import date

from markdown_it import MarkdownIt

from harvest.reports import FilledIn, ReportContext, get_report
from harvest.summary import Lang
from tests.harvest.boards import SHARED, FakeBoard, board

FILLED = FilledIn(
    link="https://koosloome.example/s/1",
    next="Saadame eelnõu kooskõlastusele.",
    correct_by=date(2026, 3, 16),
    reply_by=date(2026, 4, 1),
    delete_on=date(2031, 3, 2),
)


def _memo(
    fake: FakeBoard, lang: Lang = "et", filled: FilledIn | None = None, **options: object
) -> str:
    context = ReportContext(
        shared=SHARED,
        lang=lang,
        method=fake.method,
        plan=fake.plan,
        filled=filled or FilledIn(),
    )
    return get_report("memo").make(fake.summary(lang=lang, **options), context).decode()


def _themed(lang: str = "et") -> FakeBoard:
    """Return a retro with two themes of which one got more votes, a decision and an action."""
    fake = board("reflection-retro", lang, facilitator="Kai Saar", session_date="2026-03-02")
    zone = next(
        zone.key for zone in fake.plan.zones if zone.frame == "F2" and zone.colour != "text"
    )
    for place, (title, texts) in enumerate((("Aeg", ("üks", "kaks")), ("Raha", ("kolm", "neli")))):
        x = 0.1 + 0.5 * place
        fake.write(title, zone, at=(x, 0.1), title=True)
        for number, text in enumerate(texts):
            no = fake.write(text, zone, at=(x, 0.1 + 0.09 * (number + 1)))
        fake.dot(no, times=3 - place)
    return fake


def test_a_theme_without_a_title_that_got_the_most_votes_is_told_by_its_first_note() -> None:
    fake = board("reflection-retro")
    zone = next(
        zone.key for zone in fake.plan.zones if zone.frame == "F2" and zone.colour != "text"
    )
    first = fake.write("Alustan eesmärgiga", zone, at=(0.1, 0.3))
    fake.write("Kava kutsega kaasa", zone, at=(0.1, 0.36))
    fake.dot(first, times=3)
    fake.dot(fake.write("Muu", zone, at=(0.7, 0.8)))
    text = _memo(fake)
    assert "- „Alustan eesmärgiga“ (3 häält)\n" in text
    assert "Kõige rohkem hääli sai „Alustan eesmärgiga“." in text


def test_the_letter_is_said_word_for_word() -> None:
    fake = _themed()
    no = fake.write("Teeme pilootprojekti", frame="F2")
    fake.change(no, tags=("decision",))
    no = fake.write("Leiame raha, @Mari, 15.03", frame="F2")
    fake.change(no, tags=("action",))
    text = _memo(fake, attended=12, filled=FILLED)
    title = fake.plan.title
    assert f"Teema: Kokkuvõte: {title}, 02.03.2026\n" in text
    assert (
        f"Tere! Aitäh, et osalesite arutelul „{title}“.\n\n"
        "Kirja pandud mõtteid: 6, teemasid: 2. Kõige rohkem hääli sai „Aeg“. "
        "Otsustati: Teeme pilootprojekti. Järgmised sammud: Leiame raha (Mari, 15.03.2026).\n\n"
        "Kokkuvõte on siin: <https://koosloome.example/s/1>. Selles on mõtted; nimed on ainult "
        "nende juures, kes võtsid midagi enda peale.\n\n"
        "Kui teie mõte on valesti kirjas või peaks välja jääma, andke sellest teada hiljemalt "
        "16. märtsil 2026. Ettepanekutele vastame hiljemalt 1. aprillil 2026. Kokkuvõtte kustutame "
        "2. märtsil 2031.\n\nKai Saar\n"
    ) in text


def test_the_letter_in_english() -> None:
    text = _memo(_themed("en"), "en", attended=1, filled=FILLED)
    assert "1 person took part. Facilitated by Kai Saar." in text
    assert "Thoughts noted: 4, themes: 2. “Aeg” got the most votes.\n" in text
    assert "let us know by 16 March 2026. We reply to the proposals by 1 April 2026." in text
    assert "The summary will be deleted on 2 March 2031.\n" in text


def test_the_memo_holds_its_blocks_in_order() -> None:
    fake = _themed()
    fake.write("Kuidas edasi?", "F0.parking")
    text = _memo(fake, attended=12, filled=FILLED)
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert heads == [
        f"# {fake.plan.title}, 02.03.2026",
        "## Peamised mõtted",
        "## Lahtiseks jäi",
        "## Edasi",
        "## E-kiri osalejatele",
    ]
    assert "Osales 12 inimest. Arutelu juhtis Kai Saar.\n\nEesmärk: " in text
    assert "- Aeg (3 häält). Näiteks: „kaks“.\n- Raha (2 häält). Näiteks: „neli“." in text


def test_nothing_is_said_of_what_is_not_known() -> None:
    fake = board("stakeholder-map")
    text = _memo(fake)
    for said in (
        "Osales",
        "juhtis",
        "Kirja pandud",
        "hääli",
        "Otsustati",
        "Järgmised",
        "hiljemalt",
    ):
        assert said not in text
    assert "Tere! Aitäh, et osalesite arutelul „Osapoolte kaart“.\n" in text


def test_nobody_is_named_where_names_are_left_out() -> None:
    fake = _themed()
    no = fake.write("Leiame raha, @Mari", frame="F2")
    fake.change(no, tags=("action",))
    text = _memo(fake, names="none", filled=FILLED)
    assert "Mari" not in text
    assert "Kai Saar" not in text
    assert "nimed on ainult" not in text


def test_a_tie_has_no_winner_and_kept_texts_are_not_quoted() -> None:
    fake = board("reflection-retro")
    zone = next(
        zone.key for zone in fake.plan.zones if zone.frame == "F2" and zone.colour != "text"
    )
    for text in ("üks", None):
        no = fake.write(text, zone)
        fake.dot(no, times=2)
    text = _memo(fake)
    assert "Kõige rohkem hääli" not in text
    assert "- üks (2 häält)\n" in text
    assert "jäetud välja" not in text


def test_a_note_that_stands_alone_is_a_main_point_where_it_got_votes() -> None:
    fake = _themed()
    zone = next(note.zone for note in fake.summary().notes if note.text == "üks")
    alone = fake.write("Meid on vähe", zone, at=(0.85, 0.9))
    fake.write("Keegi ei hääletanud", zone, at=(0.5, 0.9))
    fake.dot(alone, times=9)
    text = _memo(fake)
    points = text.partition("## Peamised mõtted\n\n")[2].partition("\n\n")[0]
    assert [line.partition(" (")[0] for line in points.splitlines()] == [
        "- Meid on vähe",
        "- Aeg",
        "- Raha",
    ]
    assert "Kõige rohkem hääli sai „Meid on vähe“." in text


def test_names_that_hold_commas_are_told_apart() -> None:
    fake = board("stakeholder-map")
    fake.write("Gümnasistid, kes sõidavad linna", "F2.engage_closely")
    fake.write("Linn", "F2.engage_closely")
    assert "**Kaasame tihedalt**: Gümnasistid, kes sõidavad linna; Linn\n" in _memo(fake)


def test_a_method_names_its_own_main_points() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F2.engage_closely")
    fake.write("Linn", "F2.engage_closely")
    assert "## Peamised mõtted\n\n- **Kaasame tihedalt**: Vald, Linn\n" in _memo(fake)


def test_no_text_of_a_participant_becomes_markup() -> None:
    fake = board("stakeholder-map")
    for text in ("[x](javascript:alert(1))", "<img src=x>", "# pealkiri", "a\n\n## Edasi"):
        no = fake.write(text, "F0.parking")
        fake.change(no, tags=("decision", "action"))
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(_memo(fake))
    assert not re.findall(r"<(a|img|script)\b", page)
    assert page.count("<h1>") == 1
    assert "<h2>Edasi</h2>" not in page


def test_a_title_that_is_a_question_ends_the_greeting() -> None:
    fake = board("focused-conversation", title="Kuidas edasi?")
    assert "osalesite arutelul „Kuidas edasi?“\n" in _memo(fake, filled=FILLED)


def test_concerns_without_an_outcome_stay_open() -> None:
    fake = board("consensus-board")
    fake.write("aega on vähe", "F4.concern@1", at=(0.2, 0.5))
    fake.write("raha ka", "F4.concern@1", at=(0.7, 0.5))
    fake.write("inimesi pole", "F4.concern@2")
    fake.write("vastu võetud", "F4.outcome@2")
    fake.write("Mis saab talvel?", "F0.parking")
    text = _memo(fake)
    assert "## Lahtiseks jäi\n\n- Mis saab talvel?\n- aega on vähe / raha ka\n\n" in text


def test_a_question_that_is_noted_twice_stays_open_once() -> None:
    fake = board("world-cafe")
    zone = next(zone.key for zone in fake.plan.zones if zone.id.endswith(".questions"))
    fake.change(fake.write("Kes maksab?", zone), tags=("question",))
    fake.write("Millal?", zone)
    text = _memo(fake)
    assert text.count("- Kes maksab?\n") == 1
    assert "- Millal?\n" in text.partition("## Lahtiseks jäi")[2]
