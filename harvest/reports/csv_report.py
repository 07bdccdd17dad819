"""Every note as a row of a table that Excel opens with a double click.

Excel takes the list separator of the machine, which is the semicolon wherever the decimal sign is a
comma, as in Estonia; it reads UTF-8 only behind a byte order mark. The language of the report
changes neither.
"""

from __future__ import annotations

import csv
import io
import re

from harvest.reports.labels import Labels
from harvest.reports.note_texts import NoteTexts
from harvest.reports.note_words import colour_word, reason_words, tag_titles
from harvest.reports.report import Report, ReportContext
from harvest.reports.unseen import without_unseen
from harvest.reports.words import translations
from harvest.summary import Lang, Note, Summary

SEPARATOR = ";"
_MARK = "\ufeff"
# OWASP, CSV injection: what a spreadsheet takes for a formula; the wide signs count as well.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")


def _make(summary: Summary, context: ReportContext) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(_head(context.lang))
    labels, texts = Labels(context), NoteTexts(summary, context.lang)
    for note in summary.notes:
        writer.writerow(guarded(cell) for cell in _row(note, labels, texts))
    return (_MARK + stream.getvalue()).encode()


def _head(lang: Lang) -> tuple[str, ...]:
    _ = translations(lang).gettext
    return (
        _("No"),
        _("Frame"),
        _("Area"),
        _("Text"),
        _("Colour"),
        _("Tags"),
        _("Votes"),
        _("Cluster"),
        _("Place"),
        _("Why there"),
    )


def _row(note: Note, labels: Labels, texts: NoteTexts) -> tuple[str, ...]:
    context, lang = labels.context, labels.lang
    return (
        str(note.no),
        labels.frame(note.frame),
        labels.zone(note.zone),
        texts.text(note),
        colour_word(note.color, lang),
        tag_titles(note.tags, context),
        str(note.votes),
        str(note.cluster or ""),
        f"x {note.place.x:.0f}, y {note.place.y:.0f}",
        reason_words(note.reason, lang),
    )


def guarded(cell: str) -> str:
    """Return a text that no spreadsheet works out, whatever it begins with."""
    text = without_unseen(cell).replace("\r", "")
    return f"'{text}" if _FORMULA.match(text) else text


REPORT = Report(name="csv", suffix=".csv", media_type="text/csv; charset=utf-8", make=_make)
