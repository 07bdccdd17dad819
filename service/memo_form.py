"""What a person fills in of the memo and the letter to participants, as fields of a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from board_templates.method import Lang
from harvest.reports import FilledIn
from service.briefs.fields import FormField, Kind, Limits
from service.briefs.reading import Sent
from service.texts import N_, texts_in
from workshops.filling import MOST_NEXT

QUESTIONS: tuple[tuple[str, Kind, str, str, int | None], ...] = (
    (
        "link",
        "text",
        N_("Address of the summary"),
        N_("Where participants can read it, such as a shared folder."),
        None,
    ),
    ("next", "longtext", N_("What comes next"), "", MOST_NEXT),
    ("correct_by", "date", N_("Corrections until"), "", None),
    ("reply_by", "date", N_("Proposals are answered by"), "", None),
)


@dataclass(frozen=True, kw_only=True)
class MemoForm:
    """What stands in the fields; `faults` by field."""

    lang: Lang
    values: Mapping[str, str]
    delete_on: date | None
    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[FormField, ...]:
        """The fields in the order of the letter; none is required."""
        _ = texts_in(self.lang).gettext
        return tuple(
            FormField(
                name=name,
                kind=kind,
                label=_(label),
                help=_(hint) if hint else "",
                required=False,
                value=self.values.get(name, ""),
                limits=Limits(most=most),
                items=Limits(),
                entry=Limits(),
                faults=self.faults.get(name, ()),
            )
            for name, kind, label, hint, most in QUESTIONS
        )

    def with_faults(self, faults: Mapping[str, tuple[str, ...]]) -> MemoForm:
        """Return the same values with what is wrong with them."""
        return replace(self, faults=faults)


def proposed_form(known: FilledIn, lang: Lang) -> MemoForm:
    """Return the form before anybody fills it in."""
    days = {"correct_by": known.correct_by, "reply_by": known.reply_by}
    values = {name: day.isoformat() for name, day in days.items() if day is not None}
    texts = {"link": known.link, "next": known.next}
    return MemoForm(lang=lang, values={**texts, **values}, delete_on=known.delete_on)


def sent_form(sent: Sent, known: FilledIn, lang: Lang) -> MemoForm:
    """Return the form as it was filled in; what was emptied stays empty."""
    values = {name: sent.get(name, "") for name, *_ in QUESTIONS}
    return MemoForm(lang=lang, values=values, delete_on=known.delete_on)
