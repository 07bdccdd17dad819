"""The page of a summary, its reports and its JSON speak the reader's language throughout."""

from __future__ import annotations

import pytest

from tests.service.at_work import Bench, Page

IN_ESTONIAN, IN_ENGLISH = "Riik ja omavalitsused", "State and local government"


@pytest.mark.parametrize(
    ("path", "there", "gone"),
    [
        ("/workshops/{w}/harvest?lang=en", IN_ENGLISH, IN_ESTONIAN),
        ("/workshops/{w}/harvest?lang=et", IN_ESTONIAN, IN_ENGLISH),
        ("/workshops/{w}/harvest/report.json?lang=en", IN_ENGLISH, IN_ESTONIAN),
        ("/workshops/{w}/harvest/report.markdown?lang=en", IN_ENGLISH, IN_ESTONIAN),
        ("/api/workshops/{w}/summary?lang=en", IN_ENGLISH, IN_ESTONIAN),
        ("/api/workshops/{w}/summary", IN_ESTONIAN, IN_ENGLISH),
    ],
)
def test_a_reader_in_the_other_language_meets_no_label_of_the_first(
    finished: Bench, path: str, there: str, gone: str
) -> None:
    answer = finished.client.get(path.format(w=finished.workshop))
    assert answer.status_code == 200
    text = answer.get_data(as_text=True)
    assert there in text
    assert gone not in text


@pytest.mark.parametrize(
    ("lang", "there", "gone"),
    [("et", "Osapoolte kaart", "Stakeholder map"), ("en", "Stakeholder map", "Osapoolte kaart")],
)
def test_a_title_nobody_chose_heads_the_page_in_the_readers_language(
    finished: Bench, lang: str, there: str, gone: str
) -> None:
    page = Page(finished.client.get(f"/workshops/{finished.workshop}/harvest?lang={lang}"))
    assert there in page.text
    assert gone not in page.text
