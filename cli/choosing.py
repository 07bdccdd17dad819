"""`koosloome methods choose`: at most four questions, then methods with the reasons for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.options import everywhere, json_option
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts
from workshops.errors import InputFault, InputFaults

if TYPE_CHECKING:
    from workshops.choose import Choice, QuestionView
    from workshops.koosloome import Koosloome

MOST_TRIES = 3


def choose_command(texts: Texts) -> click.Command:
    """Build `methods choose`."""

    @click.command(
        help=texts.gettext(
            "Answer at most four questions and see which methods fit, and why. Scripts answer with "
            "--answer; with --json nothing is asked and the questions come with the answer."
        )
    )
    @click.option(
        "--answer",
        "pairs",
        multiple=True,
        metavar="NAME=VALUE",
        help=texts.gettext("Answer a question beforehand; repeat it for several."),
    )
    @json_option(texts)
    @everywhere(texts)
    def choose(
        *, pairs: tuple[str, ...], as_json: bool, lang: str | None, world: str | None
    ) -> None:
        from workshops.choose import answers_of

        here = surroundings()
        answers = answers_of(pairs)
        with koosloome(world) as product:
            choice = product.choose(answers, here.lang)
            if as_json:
                here.print_json(choice.as_json())
                return
            if here.stdin.isatty():
                choice = _asked(product, choice, answers, here)
        _refuse_unanswered(choice, here.texts)
        _tell(choice, here)

    return choose


def _fault(field: str, told: str) -> InputFault:
    return InputFault(field=field, code="answer", sentence="{told}", values={"told": told})


def _asked(
    product: Koosloome, choice: Choice, answers: dict[str, str], here: Surroundings
) -> Choice:
    """Ask what is not answered yet; an empty line leaves a question open, if it may be."""
    passed: set[str] = set()
    while (question := _next(choice, passed)) is not None:
        answer = _one_answer(product, question, answers, here)
        if answer:
            answers[question.id] = answer
            choice = product.choose(answers, here.lang)
        else:
            passed.add(question.id)
    return choice


def _next(choice: Choice, passed: set[str]) -> QuestionView | None:
    left = (one for one in choice.questions if not one.answer and one.id not in passed)
    return next(left, None)


def _one_answer(
    product: Koosloome, question: QuestionView, answers: dict[str, str], here: Surroundings
) -> str:
    here.say("")
    here.say(question.text)
    for number, option in enumerate(question.options, 1):
        here.say(f"  {number}. {option.label}")
    for _ in range(MOST_TRIES):
        typed = _typed(question, here)
        if not typed:
            if not question.required:
                return ""
            here.say(here.texts.gettext("This question needs an answer."))
            continue
        try:
            product.choose({**answers, question.id: typed}, here.lang)
        except InputFaults:
            here.say(_remedy(question, here.texts))
            continue
        return typed
    return ""


def _typed(question: QuestionView, here: Surroundings) -> str:
    """Return what somebody typed; the number of an option as the option's name."""
    from cli.asking import asked

    hint = here.texts.gettext("Number:")
    if not question.required:
        hint = here.texts.gettext("Number (Enter: skip):")
    typed = asked(hint, here)
    if question.options and typed.isdecimal() and 0 < int(typed) <= len(question.options):
        return question.options[int(typed) - 1].id
    return typed


def _remedy(question: QuestionView, texts: Texts) -> str:
    least, most = question.min, question.max
    if question.options:
        least, most = 1, len(question.options)
    return texts.gettext("Type a number from {least} to {most}.").format(least=least, most=most)


def _refuse_unanswered(choice: Choice, texts: Texts) -> None:
    """Refuse to propose anything while a question that needs an answer has none."""
    faults = []
    for question in choice.questions:
        if question.required and not question.answer:
            known = ", ".join(option.id for option in question.options)
            told = texts.gettext("{question} Answer with --answer {name}=…: {known}").format(
                question=question.text, name=question.id, known=known
            )
            faults.append(_fault(question.id, told))
    if faults:
        raise InputFaults(faults=tuple(faults))


def _tell(choice: Choice, here: Surroundings) -> None:
    t = here.texts
    if not choice.proposals:
        here.print(t.gettext("No method follows from these answers; see `koosloome methods list`."))
        return
    for fits, head in ((True, t.gettext("These fit")), (False, t.gettext("Only with changes"))):
        found = [proposal for proposal in choice.proposals if proposal.fits is fits]
        if found:
            here.print(head)
        for proposal in found:
            here.print(f"  {proposal.name} ({proposal.method})")
            here.print(f"    {proposal.purpose}")
            here.print(
                "    " + t.gettext("Why: {reasons}").format(reasons=" ".join(proposal.reasons))
            )
    here.print()
    here.print(f"koosloome methods show {choice.proposals[0].method}")
