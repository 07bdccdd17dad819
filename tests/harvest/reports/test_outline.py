"""A report in parts and blocks, before any file format."""

from __future__ import annotations

from harvest.reports import ReportContext
from harvest.reports.blocks import Bullet, Bullets, Heading, Paragraph
from harvest.reports.labels import Labels
from harvest.reports.note_texts import NoteTexts
from harvest.reports.outline import Outline
from harvest.reports.result_values import Values
from tests.harvest.boards import SHARED, FakeBoard, board


def _outline(fake: FakeBoard) -> Outline:
    context = ReportContext(shared=SHARED, lang="et", method=fake.method, plan=fake.plan)
    return Outline(fake.summary(lang="et"), context)


def test_parts_make_the_report_and_each_begins_with_its_title() -> None:
    fake = board("consensus-board")
    fake.write("Jah", "F6.record")
    outline = _outline(fake)
    parts = {part.name: part.blocks for part in outline.parts()}
    assert [block for blocks in parts.values() for block in blocks] == list(outline.blocks())
    assert all(isinstance(blocks[0], Heading) for blocks in parts.values())
    assert parts["decisions"][0] == Heading(2, "Otsused")
    assert "parked" not in parts


def test_a_text_of_its_own_is_a_paragraph() -> None:
    fake = board("consensus-board")
    fake.write("Nii teeme", "F6.record")
    (result,) = (part for part in _outline(fake).parts() if part.name == "result")
    place = result.blocks.index(Heading(3, "Otsus"))
    assert result.blocks[place + 1] == Paragraph("Nii teeme")


def test_a_note_keeps_its_colour() -> None:
    fake = board("stakeholder-map")
    fake.write("Vald", "F1.public")
    (notes,) = (part for part in _outline(fake).parts() if part.name == "notes")
    lists = [block for block in notes.blocks if isinstance(block, Bullets)]
    (note,) = lists[0].bullets[0].children
    assert note.text == "Vald"
    assert note.colour


def test_what_may_stand_beside_each_other_is_one_line() -> None:
    counts = (Bullet("2", "Toetan"), Bullet("0", "Blokeerin"))
    assert Bullet("", "Seisukohad", counts, beside=True).line == "Toetan: 2; Blokeerin: 0"
    assert Bullet("", "Seisukohad", counts, beside=True).below == ()
    assert Bullet("", "Seisukohad", counts).line == ""
    assert Bullet("", "Seisukohad", counts).below == counts


def test_a_truth_stands_by_its_name_alone() -> None:
    flag = (Bullet("Otsus mõjutab otseselt"),)
    assert Bullet("Vald", children=flag, beside=True).line == "Vald · Otsus mõjutab otseselt"


def test_plain_numbers_stand_on_one_line_and_texts_each_on_their_own() -> None:
    fake = board("stakeholder-map")
    labels = Labels(ReportContext(shared=SHARED, lang="et", method=fake.method, plan=fake.plan))
    values = Values(labels, NoteTexts(fake.summary(lang="et"), "et"))
    assert values.lines(("rotation", "tables"), [3, 1, 2], None) == ["3, 1, 2"]
    assert values.lines(("amendments",), ["Üks", "Kaks"], None) == ["Üks", "Kaks"]
