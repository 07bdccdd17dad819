"""The verb: the facilitator's pack of a workshop, from its stored plan, brief and ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from board_templates.brief import Brief, in_language
from board_templates.brief_values import WrongValue, as_date, as_line
from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout import make_plan
from board_templates.library import Library
from board_templates.method import Method
from board_templates.pack_texts import read_pack_words
from board_templates.plan import Plan
from board_templates.preview import draw_svg, picture_of_plan
from board_templates.shared_texts import SharedTexts
from workshops.briefs import Lang, find_method, language
from workshops.deletion import session_day, summary_goes
from workshops.errors import InputFaults
from workshops.faults import N_, InputFault
from workshops.pack.assembly import make_pack
from workshops.pack.calendar_file import calendar_file
from workshops.pack.html import to_html
from workshops.pack.invitation import CALENDAR_FILE, left_out
from workshops.pack.markdown import to_markdown
from workshops.pack.source import PackSource
from workshops.plan_json import plan_from_json
from workshops.ports import Store
from workshops.records import WorkshopRecord
from workshops.requests_answers import PackAnswer, PackRequest, ReportFile

PICTURE_WIDTH = 1600
LONGEST = 200  # characters of a place or a contact


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A request that was checked."""

    lang: Lang
    place: str
    contact: str
    delete_on: dt.date | None
    zone: ZoneInfo


def pack_board(
    library: Library, store: Store, workshop: WorkshopRecord, request: PackRequest, now: dt.datetime
) -> PackAnswer:
    """Return the pack's files: a printable page, Markdown, and the event once a date is set.

    Raises `InputFaults` with every field that is wrong, `UnknownMethod` when the workshop's method
    is not in the library any more.
    """
    plan = plan_from_json(workshop.plan)
    wanted = _checked(request, library.shared, language(request.lang or workshop.lang))
    wanted = replace(wanted, delete_on=wanted.delete_on or _summary_goes(plan, now))
    source = _source(library, store, workshop, plan, wanted)
    return PackAnswer(
        workshop=workshop.id,
        files=_files(source, wanted.zone, uid=f"{workshop.id}@koosloome", now=now),
        left_out=left_out(source),
    )


def _source(
    library: Library,
    store: Store,
    workshop: WorkshopRecord,
    plan: Plan,
    wanted: _Wanted,
) -> PackSource:
    if not plan.method:
        sentence = N_("this board was not made here and names no method, so it has no pack")
        raise InputFaults(faults=(InputFault(field="ref", code="no_method", sentence=sentence),))
    method = find_method(library, workshop.method)
    expressions = Expressions()
    made = store.ledger.items(workshop.id)
    return PackSource(
        method=method,
        plan=plan,
        shared=library.shared,
        words=read_pack_words(),
        lang=wanted.lang,
        board_url=workshop.board_url or "",
        frame_ids={frame.key: made[frame.key] for frame in plan.frames if frame.key in made},
        step_texts=_step_texts(method, library.shared, plan, wanted.lang, expressions),
        access=_access(store, workshop),
        place=wanted.place,
        contact=wanted.contact,
        delete_on=wanted.delete_on,
        picture=draw_svg(picture_of_plan(plan), width=PICTURE_WIDTH),
        expressions=expressions,
    )


def _access(store: Store, workshop: WorkshopRecord) -> str:
    """Return who may open the board: whoever made it decided; nothing where that was not here."""
    every = (workshop, *store.workshops.on_board(str(workshop.board_id)))
    maker = next((one for one in every if one.owns_board), None)
    return str(maker.brief.get("access") or "") if maker else ""


def _files(
    source: PackSource, zone: ZoneInfo, *, uid: str, now: dt.datetime
) -> tuple[ReportFile, ...]:
    pack = make_pack(source)
    event = calendar_file(source, uid=uid, now=now, zone=zone)
    made = [
        ("pack.html", "text/html; charset=utf-8", to_html(pack).encode()),
        ("pack.md", "text/markdown; charset=utf-8", to_markdown(pack).encode()),
        (CALENDAR_FILE, "text/calendar; charset=utf-8", event),
    ]
    return tuple(
        ReportFile(name=name, media_type=media_type, content=content)
        for name, media_type, content in made
        if content is not None
    )


def _step_texts(
    method: Method, shared: SharedTexts, plan: Plan, lang: Lang, expressions: Expressions
) -> Mapping[str, str]:
    """Return the steps in a language that is not the board's; nothing when it cannot be known."""
    if lang == plan.lang or method.version != plan.version:
        return {}
    brief = Brief(method.id, language(plan.lang), plan.brief)
    try:
        other = make_plan(
            method, shared, in_language(method, shared, brief, lang), expressions=expressions
        )
    except (ExpressionError, KeyError):
        return {}  # the folder was changed without a new version
    return {step.id: step.text for step in other.agenda}


def _summary_goes(plan: Plan, now: dt.datetime) -> dt.date | None:
    """Return when the summary of this session is deleted; nothing where no day is known."""
    session = session_day(plan.brief)
    return summary_goes(now, session).date() if session else None


def _checked(request: PackRequest, shared: SharedTexts, lang: Lang) -> _Wanted:
    """Return the request with every value as it is meant; all faults at once."""
    check = _Check(shared, lang)
    day = check.day("delete_on", request.delete_on)
    wanted = _Wanted(
        lang=lang,
        place=check.line("place", request.place),
        contact=check.line("contact", request.contact),
        delete_on=day,
        zone=check.zone("timezone", request.timezone),
    )
    check.refuse()
    return wanted


class _Check:
    """Collects what is wrong with a request, in the words that forms use for a brief."""

    def __init__(self, shared: SharedTexts, lang: Lang) -> None:
        self._texts = shared.texts[lang].faults
        self._expressions = Expressions()
        self._faults: list[InputFault] = []

    def line(self, field: str, value: str) -> str:
        """Return a text of one line that is not too long."""
        try:
            text = as_line(value)
        except WrongValue as wrong:
            self._note(field, wrong.code)
            return ""
        if len(text) > LONGEST:
            self._note(field, "too_long", n=len(text), max=LONGEST)
        return text

    def day(self, field: str, value: str | None) -> dt.date | None:
        """Return a date, or none for an empty one."""
        try:
            said = as_date(value or "")
        except WrongValue as wrong:
            self._note(field, wrong.code)
            return None
        return dt.date.fromisoformat(said) if said else None

    def zone(self, field: str, name: str) -> ZoneInfo:
        """Return a time zone by its name."""
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            sentence = N_("there is no time zone “{zone}”; one is called Europe/Tallinn")
            self._faults.append(
                InputFault(field=field, code="timezone", sentence=sentence, values={"zone": name})
            )
            return ZoneInfo("UTC")

    def refuse(self) -> None:
        """Raise `InputFaults` if anything is wrong."""
        if self._faults:
            raise InputFaults(faults=tuple(self._faults))

    def _note(self, field: str, code: str, **facts: int) -> None:
        text = self._texts[code]
        said = f"{text.reason} {text.allowed}".strip()
        told = self._expressions.render(said, facts)
        self._faults.append(
            InputFault(field=field, code=code, sentence="{said}", values={"said": told})
        )
