"""What people are told of a board that is not as planned, in their language."""

from __future__ import annotations

from workshops.check_answers import CheckAnswer, Finding, FindingKind
from workshops.faults import N_
from workshops.messages import said, translations
from workshops.requests_answers import WorkshopState
from workshops.workbench import resume_command

WORDS: dict[FindingKind, str] = {
    "missing": N_("missing"),
    "moved": N_("moved"),
    "retitled": N_("renamed"),
    "overwritten": N_("overwritten"),
    "doubled": N_("twice"),
    "orphaned": N_("out of its frame"),
    "outside": N_("outside every area"),
}
KINDS = {
    "frame": N_("frame"),
    "shape": N_("shape"),
    "sticky_note": N_("note"),
    "text": N_("text"),
    "card": N_("card"),
    "connector": N_("line"),
    "tag": N_("tag"),
}
SHOWN = 60  # characters of a text


def finding_word(kind: FindingKind, lang: str) -> str:
    """Return the word for a kind of finding."""
    return translations(lang).gettext(WORDS[kind])


def finding_text(finding: Finding, lang: str) -> str:
    """Return one finding as a line: what, which text, in which frame, and what is there instead."""
    what = translations(lang).gettext(KINDS.get(finding.what, finding.what))
    text = _short(finding.planned or finding.found)
    named = said(N_("{what} “{text}”"), {"what": what, "text": text}, lang)
    parts = [named if text else what]
    if finding.frame and finding.frame != finding.planned:
        parts.append(said(N_("in the frame “{frame}”"), {"frame": finding.frame}, lang))
    if finding.kind in {"retitled", "overwritten"} and finding.found:
        parts.append(said(N_("now says “{found}”"), {"found": _short(finding.found)}, lang))
    return ", ".join(parts)


STATES: dict[WorkshopState, str] = {
    "unfinished": N_(
        "This board is unfinished: what is missing was never made. Finish it with: {command}"
    ),
    "making": N_(
        "This board is being worked on right now. Wait until it is ready (koosloome board list), "
        "then try again."
    ),
}


def state_text(state: WorkshopState, workshop: str, lang: str) -> str:
    """Return what to know first of a board that is not ready; nothing of one that is."""
    return said(STATES.get(state, ""), {"command": resume_command(workshop)}, lang)


def check_summary(answer: CheckAnswer, lang: str) -> str:
    """Return the verdict in a sentence."""
    facts = {
        "present": answer.present,
        "planned": answer.planned,
        "read": answer.read,
        "count": len(answer.findings),
    }
    if answer.clean:
        return said(
            N_("The board is as planned: {present} of {planned} pieces, {read} items altogether."),
            facts,
            lang,
        )
    return said(
        N_("Differences from the plan: {count}; {present} of {planned} pieces are there."),
        facts,
        lang,
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + "…"
