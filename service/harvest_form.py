"""What is asked before results are collected: whose names stay, who came, the report's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from board_templates.method import Lang
from service.briefs.reading import Sent
from service.texts import LANGUAGES, N_, texts_in
from workshops.requests_answers import HarvestRequest, NamesMode

MOST_PEOPLE = 500

NAMES: tuple[tuple[NamesMode, str, str], ...] = (
    ("tasks", N_("Only those who took something on"), N_("Ideas stay without names.")),
    ("none", N_("No names"), N_("Names are cut from the texts too.")),
    ("pseudonym", N_("Pseudonyms"), N_("P1, P2 … stand instead of names.")),
    (
        "full",
        N_("All names"),
        N_("The authors of the notes are shown too. Only with their consent."),
    ),
)


@dataclass(frozen=True, kw_only=True)
class HarvestForm:
    """The choices made; `faults` by field. `asked` is null while one of them is wrong."""

    lang: str
    names: str = "tasks"
    attended: str = ""
    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def asked(self) -> HarvestRequest | None:
        """The request that these choices make."""
        if self.faults:
            return None
        names: NamesMode = next(mode for mode in get_args(NamesMode) if mode == self.names)
        attended = int(self.attended) if self.attended else None
        return HarvestRequest(lang=self.lang, names=names, attended=attended)

    @property
    def choices(self) -> tuple[tuple[NamesMode, str, str], ...]:
        """The ways to treat names, each with what it means."""
        return NAMES

    def with_faults(self, faults: Mapping[str, tuple[str, ...]]) -> HarvestForm:
        """Return the same choices with what is wrong with them."""
        return replace(self, faults=faults)


def read_harvest_form(sent: Sent, lang: Lang) -> HarvestForm:
    """Read the choices, with everything that is wrong with them."""
    form = HarvestForm(
        lang=sent.get("report_lang", lang),
        names=sent.get("names", "tasks"),
        attended=sent.get("attended", "").strip(),
    )
    return form.with_faults(_faults(form, lang))


def _faults(form: HarvestForm, lang: str) -> dict[str, tuple[str, ...]]:
    _ = texts_in(lang).gettext
    faults: dict[str, tuple[str, ...]] = {}
    if form.names not in get_args(NamesMode):
        faults["names"] = (_("Choose how names are treated."),)
    if form.lang not in LANGUAGES:
        faults["report_lang"] = (_("Choose the language of the summary."),)
    if form.attended and not _is_count(form.attended):
        sentence = _("Write how many people came as a number from 1 to %(most)s.")
        faults["attended"] = (sentence % {"most": MOST_PEOPLE},)
    return faults


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_PEOPLE
