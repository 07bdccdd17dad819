"""The pages speak both languages whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment

import service
from service.texts import LANGUAGES, LOCALES, install, texts_in

ROOM = Path(service.__file__).parent
SOURCES = [("**.py", "python"), ("templates/**.html", "jinja2")]


def used() -> set[str]:
    found = extract_from_dir(str(ROOM), SOURCES)
    return {ids if isinstance(ids, str) else ids[0] for _, _, ids, _, _ in found}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_in_use_is_translated(lang: str) -> None:
    with (LOCALES / lang / "LC_MESSAGES" / "service.po").open("rb") as stream:
        messages = [message for message in read_po(stream) if message.id]
    said = {
        (m.id if isinstance(m.id, str) else m.id[0])
        for m in messages
        if not m.fuzzy and (m.string if isinstance(m.string, str) else all(m.string or ()))
    }
    assert used() == said


@pytest.mark.parametrize(
    ("lang", "number", "said"),
    [
        ("et", 1, "1 lipik"),
        ("et", 2, "2 lipikut"),
        ("et", 21, "21 lipikut"),
        ("et", 0, "0 lipikut"),
        ("en", 1, "1 note"),
        ("en", 21, "21 notes"),
    ],
)
def test_plurals(lang: str, number: int, said: str) -> None:
    text = texts_in(lang).ngettext("%(num)s note", "%(num)s notes", number)
    assert text % {"num": number} == said


def test_estonian_differs_from_english() -> None:
    same = {text for text in used() if texts_in("et").gettext(text) == text}
    assert same == {"%(n)s min", "%(least)s–%(most)s"}


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Who pays?", "Choose what goes beside “Who pays?”"),
        ("<Money>", "Choose what goes beside “&lt;Money&gt;”."),
        ("<Money!>", "Choose what goes beside “&lt;Money!&gt;”."),
        ("Money!", "Choose what goes beside “Money!”"),
    ],
)
def test_a_sentence_of_a_page_ends_once_and_stays_safe(title: str, said: str) -> None:
    environment = Environment(autoescape=True)
    install(environment)
    page = environment.from_string(
        "{{ _('Choose what goes beside “%(title)s”.', title=title) }}"
        "{% trans %}Choose what goes beside “{{ title }}”.{% endtrans %}"
    )
    assert page.render(lang="en", title=title) == said * 2


def test_a_count_is_filled_in_as_before() -> None:
    environment = Environment(autoescape=True)
    install(environment)
    page = environment.from_string("{{ ngettext('%(num)s note', '%(num)s notes', 2) }}")
    assert page.render(lang="et") == "2 lipikut"
