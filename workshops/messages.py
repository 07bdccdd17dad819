"""What people are told, in their language: errors, progress, and what `doctor` found."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from harvest.stops import one_stop
from workshops.doctor_texts import DOCTOR
from workshops.errors import BoardNotFound, InputFaults, Interrupts, KoosloomeError
from workshops.faults import N_, InputFault
from workshops.progress import Phase, ProgressStep
from workshops.stored_error import StoredError, every_error

if TYPE_CHECKING:
    from workshops.requests_answers import DoctorLine

DOMAIN = "koosloome"
TRANSLATED = frozenset({"reason"})  # facts that may be sentences of ours
LOCALES = Path(__file__).parent / "locales"


class CatalogMissing(RuntimeError):  # noqa: N818  # named by what happened
    """A catalog was not compiled, so nothing can be said in its language."""

    def __init__(self, lang: str) -> None:
        super().__init__(f"The catalog of “{lang}” is missing; `make catalogs` compiles it.")
        self.lang = lang


PROGRESS = {
    Phase.PLAN: N_("Planning the board"),
    Phase.BOARD: N_("Making the board"),
    Phase.FRAMES: N_("Frames: {done} of {total}"),
    Phase.ZONES: N_("Areas: {done} of {total}"),
    Phase.TEXTS: N_("Texts: {done} of {total}"),
    Phase.NOTES: N_("Notes: {done} of {total}"),
    Phase.DOTS: N_("Dots: {done} of {total}"),
    Phase.LINKS: N_("Lines: {done} of {total}"),
    Phase.TAGS: N_("Tags: {done} of {total}"),
    Phase.WAITING: N_("An answer of Miro was lost. Waiting {total} seconds before looking."),
    Phase.LOOKING: N_("Looking for what was made"),
    Phase.READING: N_("Reading: {done} of {total}"),
    Phase.PLACING: N_("Placing the notes"),
    Phase.SUMMARY: N_("Summing up"),
    Phase.PEOPLE: N_("People write: {done} of {total}"),
    Phase.PICTURES: N_("Drawing pictures: {done} of {total}"),
}

HALFWAY = N_(
    "{made} of {planned} planned pieces were made and are kept. Once this is put right, go on "
    "with: {resume}"
)
NOT_BEGUN = N_(
    "None of the {planned} planned pieces was made yet. Once this is put right, go on with: "
    "{resume}"
)
GONE_HALFWAY = N_(
    "{made} of {planned} planned pieces had been made. If you can see the board again, go on with: "
    "{resume}. If it was deleted, make another with --new."
)


@lru_cache(maxsize=4)
def translations(lang: str) -> gettext.NullTranslations:
    """Return the compiled catalog of a language.

    Raises `CatalogMissing`.
    """
    try:
        return gettext.translation(DOMAIN, LOCALES, languages=[lang])
    except FileNotFoundError:
        raise CatalogMissing(lang) from None


def message(error: KoosloomeError | StoredError, lang: str) -> str:
    """Return the whole text of an error; faults of the input stand one a line."""
    kept = StoredError.of(error) if isinstance(error, KoosloomeError) else error
    kind = every_error().get(kept.code, KoosloomeError)
    own = said(kind.said_of(kept.facts), kept.facts, lang)
    lines = [fault_text(fault, lang) for fault in kept.faults]
    if kept.facts.get("resume"):
        lines = [said(_how_far(kind, kept.facts), kept.facts, lang)]
    return "\n".join([own, *lines] if issubclass(kind, Interrupts | InputFaults) else [own])


def _how_far(kind: type[KoosloomeError], facts: Mapping[str, object]) -> str:
    if issubclass(kind, BoardNotFound):
        return GONE_HALFWAY
    return HALFWAY if facts.get("made") else NOT_BEGUN


def fault_text(fault: InputFault, lang: str) -> str:
    """Return one fault of the input: the field and what is wrong with it."""
    return f"{fault.field}: {fault_sentence(fault, lang)}"


def fault_sentence(fault: InputFault, lang: str) -> str:
    """Return what is wrong with a field, for where its label stands beside it."""
    return said(fault.sentence, fault.values, lang)


def progress_text(step: ProgressStep, lang: str) -> str:
    """Return what is being done and how far it is."""
    return said(PROGRESS[step.phase], {"done": step.done, "total": step.total}, lang)


def doctor_text(line: DoctorLine, lang: str) -> tuple[str, str | None]:
    """Return what was found, and what to do about it if anything is to be done.

    Without a catalog, which is a finding of its own, it is said in English.
    """
    found, remedy = DOCTOR[line.key, line.state]
    try:
        catalog = translations(lang)
    except CatalogMissing:
        catalog = gettext.NullTranslations()
    return _filled(found, line.facts, catalog), _filled(remedy, line.facts, catalog) or None


def said(sentence: str, facts: Mapping[str, object], lang: str) -> str:
    """Return a sentence in a language, its facts filled in; of those in each language that one."""
    own = {
        name: value.get(lang, value.get("en")) if isinstance(value, Mapping) else value
        for name, value in facts.items()
    }
    return _filled(sentence, own, translations(lang)) if sentence else ""


def _filled(sentence: str, facts: Mapping[str, object], catalog: gettext.NullTranslations) -> str:
    if not sentence:
        return ""
    spoken = {
        name: catalog.gettext(value)
        for name, value in facts.items()
        if name in TRANSLATED and isinstance(value, str) and value
    }
    return one_stop(catalog.gettext(sentence).format_map(_Facts({**facts, **spoken}))).strip()


class _Facts(dict[str, object]):
    """Facts by name; one that an older job did not keep is left open instead of failing."""

    def __missing__(self, name: str) -> str:
        return "…"
