"""Checks a method card against its form, all faults at once, each at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from board_templates.cards.card_form import CardField, CardForm
from board_templates.layout.agenda import BREAK_MINUTES, number_of_breaks
from board_templates.method import Lang
from board_templates.plain import Plain
from board_templates.sentences import N_, Sentence
from board_templates.yaml_reading import Document, Path

_SPAN = re.compile(r"\s*(\d{1,4})\s*[-–]\s*(\d{1,4})\s*")
_TEMPLATE = re.compile(r"\{[{%#]|[%#}]\}|\*\*")
_LANGUAGES = frozenset({"et", "en"})
_CORRECT = N_("Correct it.")


def check_card(form: CardForm, document: Document, lang: Lang) -> None:
    """Note in the document everything that is wrong with the card it holds.

    Fields are called by their labels in `lang`.
    """
    if document.broken:
        return
    if not isinstance(document.value, dict):
        document.fault((), N_("A card holds `name: value` lines."), _CORRECT)
        return
    fields = [field.called(lang) for field in form.fields]
    _mapping(fields, document.value, (), document)
    if not document.faults:
        _steps_add_up(document.value, document)


def span(value: Plain) -> tuple[int, int] | None:
    """Return the ends of a span, written `4–20` or as `{min: 4, max: 20}`."""
    if isinstance(value, dict) and set(value) == {"min", "max"}:
        ends = (value["min"], value["max"])
        return ends if all(type(end) is int for end in ends) else None
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    return (int(found[1]), int(found[2])) if found else None


def paused(minutes: int) -> int:
    """Return the minutes that steps have at this length, less the breaks of 2.12."""
    return minutes - number_of_breaks(minutes) * BREAK_MINUTES


def fault_of(field: CardField, value: Plain, lang: Lang) -> Sentence | None:
    """Return what is wrong with one answer, null for nothing; an empty one is not looked at."""
    return _AGAINST[field.kind](field.called(lang), value)


def few_entries(field: CardField, count: int, lang: Lang) -> Sentence | None:
    """Return what is wrong with so many entries of a list, null for nothing."""
    if field.min <= count <= field.max:
        return None
    return N_("“{label}” holds {least} to {most} entries.", label=field.label[lang],
              least=field.min, most=field.max)  # fmt: skip


def minutes_of_steps(card: Mapping[str, Plain]) -> tuple[Sentence, Sentence] | None:
    """Return how the steps of a card fail to make its whole time, and the cure; null if they do."""
    total, minutes = sum(step["minutes"] for step in card["steps"]), card["minutes"]
    if total in {minutes, paused(minutes)}:
        return None
    wrong = N_("The steps add up to {found} minutes, not {wanted}.", found=total, wanted=minutes)
    if paused(minutes) == minutes:
        return wrong, N_("Write {all} minutes of steps.", all=minutes)
    cure = N_("Write {net} minutes of steps, or {all} with breaks among them.",
              net=paused(minutes), all=minutes)  # fmt: skip
    return wrong, cure


def _steps_add_up(card: dict[str, Plain], document: Document) -> None:
    fault = minutes_of_steps(card)
    if fault is not None:
        document.fault(("steps",), *fault)


def _mapping(
    fields: Iterable[CardField], value: dict[str, Plain], path: Path, document: Document
) -> None:
    known = {field.name: field for field in fields}
    for name in value:
        if name not in known:
            wrong = N_("There is no field “{name}” in a card.", name=str(name))
            cure = N_("There are: {names}.", names=", ".join(known))
            document.fault((*path, name), wrong, cure)
    for name, field in known.items():
        given = value.get(name)
        if given is None or given in ("", []):
            if not field.optional:
                wrong = N_("“{label}” ({name}) is missing.", label=field.said, name=name)
                document.fault(path, wrong, N_("Add it."))
        else:
            _value(field, given, (*path, name), document)


def _value(field: CardField, value: Plain, path: Path, document: Document) -> None:
    if field.kind == "list":
        _entries(field, value, path, document)
        return
    if field.kind == "text" and isinstance(value, dict):
        if "et" not in value or not set(value) <= _LANGUAGES:
            wrong = N_(
                "“{label}” needs a text under `et`; `en` may stand beside it.", label=field.said
            )
            document.fault(path, wrong, _CORRECT)
        for lang in sorted(_LANGUAGES & set(value)):
            _single(field, value[lang], (*path, lang), document)
        return
    _single(field, value, path, document)


def _entries(field: CardField, value: Plain, path: Path, document: Document) -> None:
    if not isinstance(value, list) or not field.min <= len(value) <= field.max:
        wrong = N_("“{label}” holds {least} to {most} entries.", label=field.said,
                   least=field.min, most=field.max)  # fmt: skip
        document.fault(path, wrong, _CORRECT)
    for number, entry in enumerate(value if isinstance(value, list) else ()):
        if isinstance(entry, dict):
            _mapping(field.fields, entry, (*path, number), document)
        else:
            document.fault((*path, number), N_("An entry holds `name: value` lines."), _CORRECT)


def _single(field: CardField, value: Plain, path: Path, document: Document) -> None:
    wrong = _AGAINST[field.kind](field, value)
    if wrong is not None:
        document.fault(path, wrong, _CORRECT)


def _text(field: CardField, value: Plain) -> Sentence | None:
    if not isinstance(value, str):
        return N_("“{label}” must be a text.", label=field.said)
    if not field.min <= len(value.strip()) <= field.max or "\n" in value.strip():
        return N_("“{label}” has {least} to {most} characters on one line; here are {found}.",
                  label=field.said, least=field.min, most=field.max, found=len(value))  # fmt: skip
    if _TEMPLATE.search(value):
        return N_(
            "“{label}” may not hold signs of expressions ({signs}).",
            label=field.said,
            signs="{{ {% **",
        )
    return None


def _number(field: CardField, value: Plain) -> Sentence | None:
    if type(value) is int and field.min <= value <= field.max:
        return None
    return N_("“{label}” must be a whole number from {least} to {most}.", label=field.said,
              least=field.min, most=field.max)  # fmt: skip


def _span(field: CardField, value: Plain) -> Sentence | None:
    ends = span(value)
    if ends is not None and field.min <= ends[0] <= ends[1] <= field.max:
        return None
    return N_("“{label}” must be two numbers as 4–20, from {least} to {most}.",
              label=field.said, least=field.min, most=field.max)  # fmt: skip


def _choice(field: CardField, value: Plain) -> Sentence | None:
    if value in field.choices:
        return None
    return N_(
        "“{label}” must be one of: {known}.", label=field.said, known=", ".join(field.choices)
    )


_AGAINST = {"text": _text, "number": _number, "span": _span, "choice": _choice}
