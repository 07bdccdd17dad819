"""Helps to choose a method: the questions, and what follows from the answers (methods, part 1).

Questions and rules are data. Pure: the same answers over the same library give the same proposals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from board_templates.board_spec import Name, Spec
from board_templates.method import Lang, Method
from board_templates.phases import PhaseId
from board_templates.sentences import N_, Sentence
from board_templates.yaml_reading import read_yaml

CHOOSING_FOLDER = Path(__file__).parent / "shared" / "choosing"
MOST_QUESTIONS = 4
"""Nobody is asked more, whatever they answer."""

Fact = Literal["people", "minutes"]
Answers = Mapping[str, str]


class Option(Spec):
    """An answer to choose; `proposes` names methods, the likeliest first."""

    id: Name
    phase: PhaseId | None = None
    proposes: tuple[str, ...] = ()


class Question(Spec):
    """A question with options, or one for a number that is held against what a method `fits`.

    It is asked when every answer in `when` was given.
    """

    id: Name
    required: bool = False
    when: dict[str, str] = Field(default_factory=dict)
    options: tuple[Option, ...] = ()
    fits: Fact | None = None
    min: int = 0
    max: int = 0

    def asked_after(self, answers: Answers) -> bool:
        """Tell whether it is asked of somebody who has given these answers."""
        return all(answers.get(name) == value for name, value in self.when.items())


class OptionText(Spec):
    """What a person chooses, and why a method follows from it."""

    label: str
    because: str


class QuestionText(Spec):
    """A question in words."""

    text: str
    options: dict[str, OptionText] = Field(default_factory=dict)


class ChoosingTexts(Spec):
    """Everything in one language; `facts` are sentences with `{places}`."""

    questions: dict[str, QuestionText]
    facts: dict[str, str]


class Choosing(Spec):
    """The questions in the order they are asked, and their texts."""

    questions: tuple[Question, ...]
    texts: dict[Lang, ChoosingTexts]

    def asked(self, answers: Answers) -> tuple[Question, ...]:
        """Return the questions for somebody who has given these answers, answered ones too."""
        return tuple(question for question in self.questions if question.asked_after(answers))

    def named(self) -> frozenset[str]:
        """Return the ids of all methods that some option proposes."""
        options = (option for question in self.questions for option in question.options)
        return frozenset(method for option in options for method in option.proposes)


@dataclass(frozen=True, slots=True)
class AnswerFault:
    """An answer that can't be used."""

    question: str
    wrong: Sentence


@dataclass(frozen=True, slots=True)
class Proposal:
    """A method with the reasons for it; `fits` is false where people or time speak against it."""

    method: Method
    reasons: tuple[str, ...]
    fits: bool


def read_choosing(folder: Path = CHOOSING_FOLDER) -> Choosing:
    """Return the questions and rules, read anew.

    Raises:
        ValueError: when the product's own files are broken; nobody else can mend that.
    """
    texts = {lang: _value(folder / f"{lang}.yaml") for lang in ("et", "en")}
    return Choosing.model_validate({**_value(folder / "rules.yaml"), "texts": texts})


def _value(file: Path) -> Any:  # noqa: ANN401  # whatever the file holds
    document = read_yaml(file.read_text(encoding="utf-8"), file.name)
    if document.faults:
        raise ValueError(str(document.faults[0]))
    return document.value


def answer_faults(choosing: Choosing, answers: Answers) -> tuple[AnswerFault, ...]:
    """Return everything that is wrong with answers; empty ones are taken as not given."""
    asked = {question.id: question for question in choosing.asked(answers)}
    return tuple(
        AnswerFault(name, wrong)
        for name, answer in answers.items()
        if (wrong := _against(asked.get(name), answer, asked)) is not None
    )


def _against(question: Question | None, answer: str, asked: Iterable[str]) -> Sentence | None:
    if question is None:
        return N_("this is not asked; there are: {names}", names=", ".join(asked))
    if not answer:
        return None
    if question.fits is None:
        known = [option.id for option in question.options]
        wrong = N_(
            "“{answer}” is no answer; there are: {known}", answer=answer, known=", ".join(known)
        )
        return None if answer in known else wrong
    fine = answer.isdecimal() and question.min <= int(answer) <= question.max
    wrong = N_(
        "it must be a whole number from {least} to {most}", least=question.min, most=question.max
    )
    return None if fine else wrong


def proposals(
    choosing: Choosing, methods: Iterable[Method], answers: Answers, lang: Lang
) -> tuple[Proposal, ...]:
    """Return the methods that follow from answers without faults, the likeliest first.

    What doesn't fit the people or the time comes last and says why. A method that several answers
    propose comes before one that a single answer does; people's own come after the named ones.
    """
    found = {method.id: method for method in methods}
    chosen = list(_chosen(choosing, answers))
    reasons = dict(_because(choosing, chosen, found, lang))
    count = {name: sum(name in option.proposes for _, option in chosen) for name in reasons}
    made = [_proposal(choosing, found[name], reasons[name], answers, lang) for name in reasons]
    return tuple(sorted(made, key=lambda one: (not one.fits, -count[one.method.id])))


def _chosen(choosing: Choosing, answers: Answers) -> Iterator[tuple[Question, Option]]:
    for question in choosing.asked(answers):
        for option in question.options:
            if option.id == answers.get(question.id):
                yield question, option


def _because(
    choosing: Choosing,
    chosen: list[tuple[Question, Option]],
    found: Mapping[str, Method],
    lang: Lang,
) -> Iterator[tuple[str, list[str]]]:
    """Yield the proposed methods that there are, each with the sentences of its answers."""
    texts, named = choosing.texts[lang], choosing.named()
    ids = [name for _, option in chosen for name in option.proposes if name in found]
    for name in dict.fromkeys(ids):
        yield (
            name,
            [
                texts.questions[question.id].options[option.id].because
                for question, option in chosen
                if name in option.proposes
            ],
        )
    phases = {option.phase for _, option in chosen if option.phase}
    for method in found.values():
        if method.phase in phases and method.id not in named:
            yield method.id, [texts.facts["own"]]


def _proposal(
    choosing: Choosing, method: Method, reasons: list[str], answers: Answers, lang: Lang
) -> Proposal:
    facts, fits = list(reasons), True
    for question in choosing.asked(answers):
        given = answers.get(question.id)
        if question.fits is None or not given:
            continue
        span = method.people if question.fits == "people" else method.minutes
        code = _code(question.fits, int(given), span.min, span.max)
        fits = fits and not (code.endswith("_few") or code == "people_many")
        sentence = choosing.texts[lang].facts[code]
        facts.append(sentence.format(n=given, least=span.min, most=span.max))
    return Proposal(method, tuple(facts), fits)


def _code(fact: Fact, given: int, least: int, most: int) -> str:
    if given < least:
        return f"{fact}_few"
    return f"{fact}_many" if given > most else f"{fact}_fit"
