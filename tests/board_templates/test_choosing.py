"""The questions lead to methods: every answer to one, every method from some answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from board_templates.choosing import (
    MOST_QUESTIONS,
    Choosing,
    Question,
    answer_faults,
    proposals,
    read_choosing,
)
from board_templates.library import Library
from board_templates.method import LANGUAGES, Lang
from tests.board_templates.method_folders import write_method


@cache
def choosing() -> Choosing:
    return read_choosing()


@cache
def library() -> Library:
    return Library()


def paths(choosing: Choosing, answers: dict[str, str] | None = None) -> Iterator[dict[str, str]]:
    """Yield every way through the questions with options."""
    answers = answers or {}
    left = [q for q in choosing.asked(answers) if q.options and q.id not in answers]
    if not left:
        yield answers
        return
    for option in left[0].options:
        yield from paths(choosing, {**answers, left[0].id: option.id})


def found(answers: dict[str, str], lang: Lang = "et") -> list[str]:
    assert answer_faults(choosing(), answers) == ()
    return [p.method.id for p in proposals(choosing(), library().all(), answers, lang)]


def test_nobody_is_asked_more_than_four_questions() -> None:
    for answers in paths(choosing()):
        assert len(choosing().asked(answers)) <= MOST_QUESTIONS


def test_every_method_of_the_product_can_be_found() -> None:
    first = {found(answers)[0] for answers in paths(choosing()) if found(answers)}
    assert {method.id for method in library().all()} <= first


def test_texts_are_those_of_the_questions() -> None:
    rules: dict[str, Question] = {question.id: question for question in choosing().questions}
    for texts in choosing().texts.values():
        assert set(texts.questions) == set(rules)
        for name, question in rules.items():
            assert set(texts.questions[name].options) == {option.id for option in question.options}


def test_facts_are_the_same_in_both_languages() -> None:
    one, other = (choosing().texts[lang].facts for lang in ("et", "en"))
    assert set(one) == set(other)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_proposal_says_why(lang: Lang) -> None:
    for answers in paths(choosing()):
        given = {**answers, "people": "15", "minutes": "60"}
        for proposal in proposals(choosing(), library().all(), given, lang):
            assert len(proposal.reasons) >= 3
            assert all("{" not in reason for reason in proposal.reasons)


def test_the_follow_up_puts_its_method_first() -> None:
    assert found({"need": "problem", "problem": "differs"})[0] == "problem-framing"
    assert found({"need": "problem", "problem": "several"})[0] == "problem-type"


def test_what_does_not_fit_comes_last_and_says_so() -> None:
    answers = {"need": "problem", "problem": "differs", "minutes": "45"}
    made = proposals(choosing(), library().all(), answers, "en")
    assert [(p.method.id, p.fits) for p in made] == [
        ("problem-type", True),
        ("problem-framing", False),
    ]
    assert "It takes 60–150 minutes; you have fewer (45)." in made[1].reasons


@pytest.mark.parametrize(
    "answers",
    [{"need": "no"}, {"people": "1"}, {"people": "many"}, {"many": "set"}, {"who": "known"}],
)
def test_answers_that_cannot_be_used_are_named(answers: dict[str, str]) -> None:
    faults = answer_faults(choosing(), answers)
    assert [fault.question for fault in faults] == list(answers)
    assert all(fault.wrong.said("et") != fault.wrong.said("en") for fault in faults)


def test_a_method_of_ones_own_is_proposed_in_its_phase(tmp_path: Path) -> None:
    write_method(tmp_path)
    methods = Library([tmp_path]).all()
    made = proposals(choosing(), methods, {"need": "many"}, "et")
    assert made[-1].method.id == "tiny"
    assert "tiny" not in [
        p.method.id for p in proposals(choosing(), methods, {"need": "who"}, "et")
    ]
