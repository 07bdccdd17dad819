"""A report is headed in the reader's language, unless people named the board themselves."""

from __future__ import annotations

import pytest

from board_templates.method import Lang
from harvest.reports import ReportContext, get_report
from harvest.reports.head import Head
from harvest.reports.outline import Outline
from tests.harvest.boards import SHARED, board, method_named

NAMES = {"et": "Osapoolte kaart", "en": "Stakeholder map"}
OWN = "Bussid maal"


def _told(title: str, lang: Lang, made: Lang) -> tuple[str, str]:
    """Return what heads the report and the memo of a board that is called so."""
    fake = board("stakeholder-map", made)
    summary = fake.summary()
    facts = summary.board.model_copy(update={"title": title})
    summary = summary.model_copy(update={"board": facts})
    context = ReportContext(shared=SHARED, lang=lang, method=fake.method)
    [first, *_] = Outline(summary, context).blocks()
    return str(getattr(first, "text", "")), Head(summary, context).title


def test_the_methods_names_are_those_of_its_folder() -> None:
    assert {
        lang: method_named("stakeholder-map").texts[lang].name for lang in ("et", "en")
    } == NAMES  # type: ignore[index]


@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize("made", ["et", "en"])
def test_a_title_nobody_chose_follows_the_reader(made: Lang, lang: Lang) -> None:
    assert _told(NAMES[made], lang, made) == (NAMES[lang], NAMES[lang])


@pytest.mark.parametrize("lang", ["et", "en"])
def test_a_title_that_people_chose_stays(lang: Lang) -> None:
    assert _told(OWN, lang, "et") == (OWN, OWN)


def test_the_title_of_the_brief_follows_the_reader_also_where_the_plan_does_not() -> None:
    fake = board("stakeholder-map", "et")
    context = ReportContext(shared=SHARED, lang="en", method=fake.method, plan=fake.plan)
    assert Head(fake.summary(), context).title == NAMES["en"]


def test_a_board_nobody_knows_keeps_its_title() -> None:
    summary = board("stakeholder-map", "et").summary()
    made = get_report("markdown").make(summary, ReportContext(shared=SHARED, lang="en"))
    assert made.decode().startswith(f"# {summary.board.title}\n")


@pytest.mark.parametrize(
    ("session", "on_the_board", "guest", "told"),
    [
        ("Osapoolte kaart", "Bussid maal", False, "Bussid maal"),  # a copy, or renamed in Miro
        ("Bussid maal", "Bussid ma…", False, "Bussid maal"),  # Miro takes shorter names
        ("Osapoolte kaart", "Konsensustahvel", True, "Osapoolte kaart"),  # a second method
    ],
)
def test_a_session_is_headed_by_its_own_title(
    session: str, on_the_board: str, told: str, *, guest: bool
) -> None:
    fake = board("stakeholder-map", title=session)
    summary = fake.summary()
    facts = summary.board.model_copy(update={"title": on_the_board})
    summary = summary.model_copy(update={"board": facts})
    context = ReportContext(
        shared=SHARED, lang="et", method=fake.method, plan=fake.plan, guest=guest
    )
    [first, *_] = Outline(summary, context).blocks()
    assert Head(summary, context).title == told
    assert getattr(first, "text", "") == told
