"""Puts the pack together, section by section."""

from __future__ import annotations

from board_templates.dates import date_text
from board_templates.pack_texts import RoleId
from workshops.pack.chat_links import chat_links
from workshops.pack.content import Checks, Fact, Pack, Paragraph, Section
from workshops.pack.invitation import invitation
from workshops.pack.rotation import rotation
from workshops.pack.run_sheet import roles_of, run_sheet
from workshops.pack.source import PackSource


def make_pack(source: PackSource) -> Pack:
    """Return the pack of one board."""
    sections = (
        run_sheet(source),
        chat_links(source),
        rotation(source),
        invitation(source),
        _access(source),
        _locking(source),
        _unread(source),
    )
    return Pack(
        lang=source.lang,
        name=source.texts.name,
        title=source.plan.title,
        facts=_facts(source),
        roles=tuple(_role(source, role) for role in roles_of(source)),
        sections=tuple(section for section in sections if section is not None),
        picture=source.picture,
    )


def _facts(source: PackSource) -> tuple[Fact, ...]:
    labels, date, access = source.texts.facts, source.date, source.access
    start, end = source.clock_after(0), source.clock_after(source.minutes)
    said = {
        "method": source.method.texts[source.lang].name,
        "date": date_text(date.isoformat(), source.lang) if date else "",
        "time": f"{start}–{end}" if start else "",
        "length": source.fill(source.common.words["minutes"], n=source.minutes),
        "people": str(source.plan.participants),
        "place": source.place,
        "access": source.shared.choice_label("access", access, source.lang) or access,
        "board": source.board_url,
    }
    return tuple(Fact(labels[name], source.linked(value)) for name, value in said.items() if value)


def _role(source: PackSource, role: RoleId) -> Fact:
    """Return a role with who takes it; only the facilitator is known beforehand."""
    name = source.facilitator if role == "facilitator" else ""
    return Fact(source.texts.roles[role], (name,) if name else ())


def _access(source: PackSource) -> Section:
    texts = source.texts.access
    blocks = (Paragraph((texts.intro,)), Checks(texts.items))
    return Section("access", source.texts.headings["access"], blocks)


def _locking(source: PackSource) -> Section:
    texts = source.texts.locking
    blocks = (
        Paragraph((texts.when,)),
        Paragraph((texts.step,), "strong"),
        Paragraph((texts.later,)),
    )
    return Section("locking", source.texts.headings["locking"], blocks)


def _unread(source: PackSource) -> Section:
    blocks = (Paragraph((source.texts.unread,)),)
    return Section("unread", source.texts.headings["unread"], blocks)
