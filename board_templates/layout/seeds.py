"""Finds the notes that are there from the beginning, and the zone each belongs to."""

from __future__ import annotations

from board_templates.board_spec import SeedSpec
from board_templates.expressions import ExpressionError
from board_templates.layout.colours import is_note_colour
from board_templates.layout.context import UNKNOWN, Context
from board_templates.layout.drafts import FrameDraft, Scope, SeedDraft, ZoneDraft
from board_templates.plain import Plain
from board_templates.plan import Role
from board_templates.sentences import N_

SEED_COLOUR = "gray"
CARRIER_COLOUR = "light_yellow"


def sow(context: Context, draft: FrameDraft) -> None:
    """Give the zones of a frame their seeds.

    Raises:
        ExpressionError: when a carrier has no zone to lie in, which would lose what it carries.
    """
    zones = {zone.name: zone for zone in draft.all_zones}
    for spec in draft.spec.seeds:
        for scope in context.scopes(spec.each, spec.let, spec.when, draft.scope):
            _plant(context, draft, spec, scope, zones)


def _plant(
    context: Context,
    draft: FrameDraft,
    spec: SeedSpec,
    scope: Scope,
    zones: dict[str, ZoneDraft],
) -> None:
    name = context.render(spec.zone, scope)
    if draft.table is not None and name not in zones:
        name = f"{name}@{context.evaluate(spec.row or '1', scope)}"
    zone = zones.get(name)
    text = _text(context, draft, spec, scope)
    if zone is None:
        if spec.role == "carrier":
            reason = N_("there is no zone “{zone}” for “{text}”", zone=name, text=text)
            raise ExpressionError(spec.zone, reason)
        return
    if not text:
        return
    seed = _seed(context, spec, zone, scope, text)
    zone.sown.append(seed)
    if text != UNKNOWN:
        zone.seeds.append(seed)


def _text(context: Context, draft: FrameDraft, spec: SeedSpec, scope: Scope) -> str:
    if spec.text is not None:
        return context.said(spec.text, scope)
    key = context.wording(spec.wording, spec.text_name, scope)
    return context.render(context.texts.seeds[f"{draft.spec.id}.{key}"], scope)


def _seed(context: Context, spec: SeedSpec, zone: ZoneDraft, scope: Scope, text: str) -> SeedDraft:
    role = Role(spec.role)
    return SeedDraft(
        what=_what(spec, zone, role),
        role=role,
        text=text,
        colour=_colour(context, spec, zone, scope, role),
        origin=_origin(spec, scope),
    )


def _what(spec: SeedSpec, zone: ZoneDraft, role: Role) -> str:
    """Return the last part of the key: numbered for carriers, else only from the second on."""
    before = sum(seed.role is role for seed in zone.sown)
    if role is Role.CARRIER:
        return f"carrier{before + 1}"
    return spec.role if before == 0 else f"{spec.role}{before + 1}"


def _colour(context: Context, spec: SeedSpec, zone: ZoneDraft, scope: Scope, role: Role) -> str:
    if spec.colour is not None:
        return context.render(spec.colour, scope)
    if role is not Role.CARRIER:
        return SEED_COLOUR
    return zone.colour if is_note_colour(zone.colour) else CARRIER_COLOUR


def _origin(spec: SeedSpec, scope: Scope) -> dict[str, Plain] | None:
    if spec.origin is None:
        return None
    return {"parameter": spec.origin, "no": scope["i"]} if spec.each else {"parameter": spec.origin}
