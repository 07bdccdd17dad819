"""A brief's form as a page shows it: its fields in groups, what is wrong, what was ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from board_templates.method import Lang, Method, Parameter
from board_templates.scope import parameters_of
from service.briefs.fields import FormField, Wording, form_fields
from service.briefs.places import NAMES as PLACE
from service.briefs.reading import Sent, as_arguments, asked, read_values, unknown_names
from service.texts import texts_in
from workshops.errors import InputFaults
from workshops.faults import InputFault
from workshops.koosloome import Koosloome
from workshops.messages import fault_sentence

MEETING = ("participants", "session_date", "start_time", "minutes", "facilitator")
"""Common fields that depend on the meeting; the others are settings of the board."""

ENTRY = re.compile(r"\w+\[(\d+)\](?:\.(\w+))?")

NOT_VALUES = frozenset({"csrf_token", "new", "do"}) | PLACE

NO_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class BriefForm:
    """What was filled in for a method, and what is wrong with it, by field."""

    method: Method
    wording: Wording
    parameters: tuple[Parameter, ...]
    values: Mapping[str, Any]
    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[FormField, ...]:
        """The fields that are the method's own."""
        names = {parameter.name for parameter in self.method.identity.brief}
        return self._fields(p for p in self.parameters if p.name in names)

    @property
    def meeting(self) -> tuple[FormField, ...]:
        """The common fields about the meeting."""
        names = self._common()
        return self._fields(p for p in self.parameters if p.name in names and p.name in MEETING)

    @property
    def settings(self) -> tuple[FormField, ...]:
        """The common fields about the board."""
        names = self._common()
        return self._fields(p for p in self.parameters if p.name in names and p.name not in MEETING)

    @property
    def all_faults(self) -> tuple[tuple[str, str, str], ...]:
        """Every fault with the name and the label of its field, in the order of the form."""
        shown = (*self.own, *self.meeting, *self.settings)
        named = [(f.name, f.label, sentence) for f in shown for sentence in f.faults]
        known = {f.name for f in shown}
        others = [
            ("", name, sentence)
            for name, sentences in self.faults.items()
            if base_name(name) not in known
            for sentence in sentences
        ]
        return (*named, *others)

    @property
    def arguments(self) -> dict[str, list[str]]:
        """The values as arguments of an address, without names of people."""
        return as_arguments(self.parameters, self.values)

    @property
    def leaves_out(self) -> tuple[str, ...]:
        """The labels of the fields that an address doesn't carry."""
        return tuple(self.wording.text(p.name).label for p in self.parameters if p.personal)

    @property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """The labels of the choices of each field, and of parts of its entries (`agenda[].aim`)."""
        parts = [(f"{p.name}[].{part.name}", part) for p in self.parameters for part in p.fields]
        offered = [*((p.name, p) for p in self.parameters), *parts]
        return {
            name: tuple(option.label for option in self.wording.options(parameter))
            for name, parameter in offered
            if parameter.choices
        }

    def _common(self) -> frozenset[str]:
        own = {parameter.name for parameter in self.method.identity.brief}
        return frozenset(p.name for p in self.parameters if p.name not in own)

    def _fields(self, parameters: Iterable[Parameter]) -> tuple[FormField, ...]:
        return form_fields(self.wording, parameters, self.values, self.faults)


def read_form(k: Koosloome, method: Method, sent: Sent, lang: Lang) -> BriefForm:
    """Read what a form or an address sends for a method; nothing is checked yet."""
    parameters = asked(parameters_of(method, k.shared))
    names = [name for name in sent if name not in NOT_VALUES]
    return BriefForm(
        method=method,
        wording=Wording(method=method, shared=k.shared, lang=lang),
        parameters=parameters,
        values=read_values(parameters, sent),
        ignored=unknown_names(parameters, names),
    )


def faults_of(
    error: InputFaults, lang: Lang, choices: Mapping[str, tuple[str, ...]] = NO_CHOICES
) -> dict[str, tuple[str, ...]]:
    """Return the sentences of all faults by field, to stand beside its label.

    `choices` are labels by field: the person chooses among them and never sees their codes.
    """
    found: dict[str, tuple[str, ...]] = {}
    for fault in error.faults:
        labels = _labels(fault, choices)
        found[fault.field] = (*found.get(fault.field, ()), _sentence(fault, lang, labels))
    return found


def _labels(fault: InputFault, choices: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return among what a person can choose to mend a fault, nothing where that doesn't mend it."""
    name = base_name(fault.field)
    if fault.code == "choice":
        entry = ENTRY.fullmatch(fault.field)
        return choices.get(f"{name}[].{entry[2]}" if entry and entry[2] else name, ())
    return choices.get(name, ()) if fault.code == "required" else ()


def _sentence(fault: InputFault, lang: Lang, labels: tuple[str, ...]) -> str:
    """Return a fault as a sentence; one of an entry of a list says which entry it is."""
    sentence = fault_sentence(fault, lang)
    if labels:
        sentence = texts_in(lang).gettext("Choose one of these: %(labels)s.")
        sentence %= {"labels": ", ".join(labels)}
    entry = ENTRY.fullmatch(fault.field)
    if entry is None:
        return f"{sentence[:1].upper()}{sentence[1:]}"
    place = texts_in(lang).gettext("Value no %(n)s") % {"n": entry[1]}
    return f"{place}: {sentence}"


def base_name(name: str) -> str:
    """Return the field of a place in it: `agenda` of `agenda[2].topic`."""
    return name.partition("[")[0].partition(".")[0]
