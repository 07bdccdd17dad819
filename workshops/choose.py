"""The verb: propose methods that fit what somebody answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from board_templates.choosing import Choosing, answer_faults, proposals
from workshops.errors import InputFaults
from workshops.faults import N_, InputFault

if TYPE_CHECKING:
    from board_templates.choosing import Proposal, Question
    from board_templates.library import Library

Lang = Literal["et", "en"]


@dataclass(frozen=True, kw_only=True)
class OptionView:
    """An answer that can be chosen."""

    id: str
    label: str


@dataclass(frozen=True, kw_only=True)
class QuestionView:
    """A question in words, with the answer that was given; `min` and `max` are for numbers."""

    id: str
    text: str
    required: bool
    options: tuple[OptionView, ...]
    min: int | None
    max: int | None
    answer: str

    def as_json(self) -> dict[str, Any]:
        """Give the question as the doors tell it."""
        return {**vars(self), "options": [vars(option) for option in self.options]}


@dataclass(frozen=True, kw_only=True)
class ProposalView:
    """A method proposed, and why; `fits` is false where people or time speak against it."""

    method: str
    name: str
    purpose: str
    use_when: str
    reasons: tuple[str, ...]
    fits: bool

    def as_json(self) -> dict[str, Any]:
        """Give the proposal as the doors tell it."""
        return {**vars(self), "reasons": list(self.reasons)}


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The questions for these answers, and the methods that follow from them."""

    questions: tuple[QuestionView, ...]
    proposals: tuple[ProposalView, ...]

    @property
    def open(self) -> QuestionView | None:
        """The first question that has no answer yet."""
        return next((question for question in self.questions if not question.answer), None)

    def as_json(self) -> dict[str, Any]:
        """Give the choice as the doors tell it."""
        return {
            "questions": [question.as_json() for question in self.questions],
            "proposals": [proposal.as_json() for proposal in self.proposals],
        }


def answers_of(pairs: Iterable[str]) -> dict[str, str]:
    """Return answers given as `NAME=VALUE`. Raises `InputFaults` that name every other one."""
    found = [(pair, *pair.partition("=")) for pair in pairs]
    sentence = N_("“{text}” is not NAME=VALUE")
    faults = tuple(
        InputFault(field="answer", code="pair", sentence=sentence, values={"text": pair})
        for pair, name, sign, _ in found
        if not (sign and name.strip())
    )
    if faults:
        raise InputFaults(faults=faults)
    return {name.strip(): value.strip() for _, name, _, value in found}


def choose(choosing: Choosing, library: Library, answers: Mapping[str, str], lang: Lang) -> Choice:
    """Return what is asked and what is proposed.

    Raises `InputFaults` that name every answer that can't be used.
    """
    wrong = answer_faults(choosing, answers)
    if wrong:
        raise InputFaults(faults=tuple(_fault(f.question, f.wrong.said(lang)) for f in wrong))
    asked = choosing.asked(answers)
    usable = (method for method in library.all() if library.status(method.id) != "retired")
    found = proposals(choosing, usable, answers, lang)
    return Choice(
        questions=tuple(_question(choosing, one, answers.get(one.id, ""), lang) for one in asked),
        proposals=tuple(_proposed(proposal, lang) for proposal in found),
    )


def _fault(question: str, told: str) -> InputFault:
    return InputFault(field=question, code="answer", sentence="{told}", values={"told": told})


def _question(choosing: Choosing, question: Question, answer: str, lang: Lang) -> QuestionView:
    texts = choosing.texts[lang].questions[question.id]
    number = question.fits is not None
    return QuestionView(
        id=question.id,
        text=texts.text,
        required=question.required,
        options=tuple(
            OptionView(id=option.id, label=texts.options[option.id].label)
            for option in question.options
        ),
        min=question.min if number else None,
        max=question.max if number else None,
        answer=answer,
    )


def _proposed(proposal: Proposal, lang: Lang) -> ProposalView:
    texts = proposal.method.texts[lang]
    return ProposalView(
        method=proposal.method.id,
        name=texts.name,
        purpose=texts.purpose,
        use_when=texts.use_when,
        reasons=proposal.reasons,
        fits=proposal.fits,
    )
