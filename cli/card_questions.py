"""The questions of a method card, each asked until its answer will do."""

from __future__ import annotations

import json
from typing import Any

from board_templates.cards.card_checks import fault_of, few_entries, minutes_of_steps
from board_templates.cards.card_form import CardField, read_card_form
from cli.asking import asked
from cli.surroundings import Surroundings

Answer = str | int
STEPS = "steps"


class CardQuestions:
    """Asks for a card. `answers` holds what is answered so far, also when somebody stops."""

    def __init__(self, here: Surroundings) -> None:
        self._here = here
        self.answers: dict[str, Any] = {}

    def ask(self) -> None:
        """Ask for all fields of the card.

        Raises `click.Abort` when the answers end before the questions.
        """
        t = self._here.texts
        self._here.say(t.gettext("The card of your method. Ctrl + C stops; your answers are kept."))
        for field in read_card_form().fields:
            answer = self._steps(field) if field.name == STEPS else self._field(field)
            if answer not in ("", []):
                self.answers[field.name] = answer

    def card(self) -> str:
        """Return the card as a file holds it."""
        return json.dumps(self.answers, ensure_ascii=False, indent=1)

    def _steps(self, field: CardField) -> Any:  # noqa: ANN401  # JSON
        """Ask for the steps again until they make the whole time."""
        while True:
            steps = self._list(field)
            fault = minutes_of_steps({**self.answers, field.name: steps})
            if fault is None:
                return steps
            wrong, cure = (part.said(self._here.lang) for part in fault)
            again = self._here.texts.gettext("Give them again.")
            self._here.say(f"{wrong} {cure} {again}")

    def _field(self, field: CardField) -> Any:  # noqa: ANN401  # JSON
        return self._list(field) if field.kind == "list" else self._one(field)

    def _list(self, field: CardField) -> list[dict[str, Answer]]:
        """Ask for entries until the first field of one stays empty."""
        t = self._here.texts
        told = t.gettext("{label}: one after another; an empty line ends them.")
        self._here.say(told.format(label=field.label[self._here.lang]))
        found: list[dict[str, Answer]] = []
        first, *others = field.fields
        while len(found) < field.max:
            begun = self._one(first, ends=True, number=len(found) + 1)
            if begun == "":
                few = few_entries(field, len(found), self._here.lang)
                if few is None or (field.optional and not found):
                    break
                self._here.say(few.said(self._here.lang))
                continue
            rest = {one.name: answer for one in others if (answer := self._one(one)) != ""}
            found.append({first.name: begun, **rest})
        return found

    def _one(self, field: CardField, *, ends: bool = False, number: int = 0) -> Answer:
        """Ask until the answer will do; it may be empty if it may be left out, or `ends` a list."""
        here = self._here
        question = self._question(field, number)
        while True:
            typed = asked(question, here)
            if not typed:
                if field.optional or ends:
                    return ""
                here.say(here.texts.gettext("This question needs an answer."))
                continue
            answer = self._meant(field, typed)
            fault = fault_of(field, answer, here.lang)
            if fault is None:
                return answer
            here.say(self._remedy(field, fault.said(here.lang)))

    def _question(self, field: CardField, number: int) -> str:
        here, label = self._here, field.label[self._here.lang]
        if field.kind != "choice":
            asks = f"{number}. {label}" if number else label
            skip = here.texts.gettext("{label} (Enter: skip):")
            return skip.format(label=asks) if field.optional else f"{asks}:"
        here.say(f"{label}:")
        for place, choice in enumerate(field.said_choices[here.lang], 1):
            here.say(f"  {place}. {choice}")
        skip = here.texts.gettext("Number (Enter: skip):")
        return skip if field.optional else here.texts.gettext("Number:")

    def _remedy(self, field: CardField, fault: str) -> str:
        if field.kind != "choice":
            return fault
        told = self._here.texts.gettext("Type a number from {least} to {most}.")
        return told.format(least=1, most=len(field.choices))

    def _meant(self, field: CardField, typed: str) -> Answer:
        """Return a number as a number, and a choice by its place or its words as its code."""
        if field.kind == "number" and typed.isdecimal():
            return int(typed)
        if field.kind != "choice":
            return typed
        if typed.isdecimal() and 0 < int(typed) <= len(field.choices):
            return field.choices[int(typed) - 1]
        said = field.said_choices[self._here.lang]
        words = dict(zip(map(str.casefold, said), field.choices, strict=True))
        return words.get(typed.casefold(), typed)
