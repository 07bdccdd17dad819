"""What every report keeps to, whatever its format."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from board_templates.plan import Plan
from harvest.errors import UnknownReport
from harvest.reports import Report, ReportContext, all_reports, get_report
from harvest.summary import Lang
from tests.harvest.boards import SHARED, FakeBoard, board

METHODS = ("stakeholder-map", "consensus-board", "group-climate", "open-space", "world-cafe")
LANGS: tuple[Lang, ...] = ("et", "en")


def _context(fake: FakeBoard, lang: Lang) -> ReportContext:
    return ReportContext(shared=SHARED, lang=lang, method=fake.method, plan=fake.plan)


def _full(method: str) -> FakeBoard:
    """Put a note into every zone that takes some."""
    fake = board(method)
    for zone in fake.plan.zones:
        if zone.colour not in {"chrome", "dot"} and zone.id != "F0.practice":
            fake.write(f"Mõte alal {zone.key}, @Mari, 15.03", zone.key)
    fake.write(None, fake.plan.zones[-1].key)
    return fake


@pytest.mark.parametrize("report", all_reports(), ids=lambda report: report.name)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("method", METHODS)
def test_a_report_of_every_method_is_made_and_always_the_same(
    report: Report, lang: Lang, method: str
) -> None:
    fake = _full(method)
    summary = fake.summary(lang=lang)
    one = report.make(summary, _context(fake, lang))
    assert one
    assert one == report.make(summary, _context(fake, lang))


@pytest.mark.parametrize("report", all_reports(), ids=lambda report: report.name)
def test_a_board_of_others_has_a_report_too(report: Report) -> None:
    fake = _full("stakeholder-map")
    content = report.make(fake.summary(), ReportContext(shared=SHARED, lang="et"))
    assert "Mõte alal".encode() in content


@pytest.mark.parametrize("report", all_reports(), ids=lambda report: report.name)
def test_a_report_says_what_it_is(report: Report) -> None:
    assert report is get_report(report.name)
    assert report.suffix.startswith(".")
    assert "/" in report.media_type


def test_files_of_one_summary_have_names_of_their_own() -> None:
    names = [report.file_name("stakeholder-map") for report in all_reports()]
    assert len(set(names)) == len(names)
    assert "stakeholder-map.md" in names


def test_a_report_nobody_knows() -> None:
    with pytest.raises(UnknownReport, match="json, markdown"):
        get_report("fax")


def test_json_is_the_envelope() -> None:
    fake = _full("stakeholder-map")
    summary = fake.summary()
    content = get_report("json").make(summary, _context(fake, "et"))
    assert json.loads(content) == summary.as_data()


_CODES = re.compile(r"\b[A-Z]\d?\.[a-z]|\b[a-z]+\\?_[a-z]+\b|@\d|^#+ [A-Z]\d?$", re.MULTILINE)


@pytest.mark.parametrize("report_lang", LANGS)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("method", METHODS)
def test_people_never_read_keys_or_codes(method: str, lang: Lang, report_lang: Lang) -> None:
    fake = board(method, lang)
    for zone in fake.plan.zones:
        if zone.colour not in {"chrome", "dot"} and zone.id != "F0.practice":
            fake.write(f"Mõte {zone.label}", zone.key)
    twin = board(method, report_lang).plan
    text = _text(fake, report_lang, twins=(twin,), plan=twin)
    assert not _CODES.findall(text)


def test_without_a_plan_the_texts_of_the_method_are_read() -> None:
    fake = _full("stakeholder-map")
    text = _text(fake, "en", plan=None)
    assert "### List the stakeholders\n\n- **State and local government**" in text
    assert "- **What matters to them? · 2**" in text
    assert "#### Keep satisfied" in text


def _text(fake: FakeBoard, lang: Lang, *, plan: Plan | None, **options: object) -> str:
    context = ReportContext(shared=SHARED, lang=lang, method=fake.method, plan=plan)
    return get_report("markdown").make(fake.summary(lang=lang, **options), context).decode()


def test_every_report_is_told_of_in_the_docs() -> None:
    docs = Path(__file__).parents[3] / "docs" / "reports.md"
    heads = re.findall(r"^## `(\w+)`$", docs.read_text("utf-8"), re.MULTILINE)
    assert heads == [report.name for report in all_reports()]
