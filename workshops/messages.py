"""What people are told, in their language: errors, progress, and what `doctor` found."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from workshops.errors import InputFaults, KoosloomeError
from workshops.faults import N_, InputFault
from workshops.progress import Phase, ProgressStep
from workshops.requests_answers import DoctorLine
from workshops.stored_error import StoredError, every_error

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

DOCTOR = {
    ("python", "ok"): (N_("Python {version}"), ""),
    ("python", "missing"): (
        N_("Python {version} is too old"),
        N_("Install Python 3.11 or newer."),
    ),
    ("home", "ok"): (N_("Data folder: {path}"), ""),
    ("home", "missing"): (
        N_("The data folder {path} cannot be written"),
        N_("Set KOOSLOOME_HOME to a folder that is yours."),
    ),
    ("database", "ok"): (N_("Database: {address}"), ""),
    ("database", "missing"): (
        N_("The database {address} does not answer: {reason}"),
        N_("Check KOOSLOOME_DATABASE_URL."),
    ),
    ("migrations", "ok"): (N_("Tables are up to date ({revision})"), ""),
    ("migrations", "missing"): (
        N_("Tables are not up to date ({revision})"),
        N_("Start any command once with this version; it brings them up to date."),
    ),
    ("methods", "ok"): (N_("Methods: {count}"), ""),
    ("methods", "missing"): (
        N_("A method cannot be used: {reason}"),
        N_("`koosloome methods check FOLDER` names every fault."),
    ),
    ("world", "ok"): (N_("World: {world}"), ""),
    ("token", "ok"): (N_("Signed in as {name}"), ""),
    ("token", "warning"): (
        N_("No Miro account: boards are made in the sandbox"),
        N_("Set MIRO_ACCESS_TOKEN to work in Miro."),
    ),
    ("token", "missing"): (
        N_("Miro does not accept the sign-in: {reason}"),
        N_("Set MIRO_ACCESS_TOKEN to a valid token."),
    ),
    ("team", "ok"): (N_("Team: {team}"), ""),
    ("team", "warning"): (N_("Miro names no team"), N_("Name one with --team.")),
    ("clock", "ok"): (N_("Clocks agree within {seconds} seconds"), ""),
    ("clock", "warning"): (
        N_("The clock of this machine differs from Miro's by {seconds} seconds"),
        N_("Set the clock of this machine."),
    ),
    ("due", "ok"): (N_("Deleted because it was due: {count}"), ""),
    ("unfinished", "warning"): (
        N_("Unfinished boards: {count}"),
        N_("`koosloome board list` names them, `koosloome board resume` finishes one."),
    ),
}


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
    own = said(kind.sentence, kept.facts, lang)
    lines = [fault_text(fault, lang) for fault in kept.faults]
    return "\n".join([own, *lines] if issubclass(kind, InputFaults) else [own])


def fault_text(fault: InputFault, lang: str) -> str:
    """Return one fault of the input: the field and what is wrong with it."""
    return f"{fault.field}: {said(fault.sentence, fault.values, lang)}"


def progress_text(step: ProgressStep, lang: str) -> str:
    """Return what is being done and how far it is."""
    return said(PROGRESS[step.phase], {"done": step.done, "total": step.total}, lang)


def doctor_text(line: DoctorLine, lang: str) -> tuple[str, str | None]:
    """Return what was found, and what to do about it if anything is to be done."""
    found, remedy = DOCTOR[line.key, line.state]
    return said(found, line.facts, lang), said(remedy, line.facts, lang) or None


def said(sentence: str, facts: Mapping[str, object], lang: str) -> str:
    """Return a sentence in a language, its facts filled in."""
    if not sentence:
        return ""
    catalog = translations(lang)
    spoken = {
        name: catalog.gettext(value)
        for name, value in facts.items()
        if name in TRANSLATED and isinstance(value, str) and value
    }
    return catalog.gettext(sentence).format_map(_Facts({**facts, **spoken})).strip()


class _Facts(dict[str, object]):
    """Facts by name; one that an older job did not keep is left open instead of failing."""

    def __missing__(self, name: str) -> str:
        return "…"
