"""Unrolls the zones, tables and texts of a frame."""

from __future__ import annotations

from collections.abc import Mapping

from board_templates.board_spec import (
    ZONE_COLOURS,
    ChromeSpec,
    ColumnSpec,
    TableSpec,
    ZoneSpec,
)
from board_templates.expressions import ExpressionError
from board_templates.layout.boxes import WHOLE, box_of
from board_templates.layout.colours import EMPHASIS, is_note_colour
from board_templates.layout.context import UNKNOWN, Context, bindings_of
from board_templates.layout.drafts import (
    ChromeDraft,
    ColumnDraft,
    Fractions,
    FrameDraft,
    Scope,
    TableDraft,
    ZoneDraft,
)
from board_templates.layout.markup import paragraphs, plain
from board_templates.method import ZoneText
from board_templates.plain import Plain
from board_templates.scope import repetitions
from board_templates.sentences import N_

Texts = Mapping[str, ZoneText]


def fill(context: Context, draft: FrameDraft, texts: Texts, chrome: Mapping[str, str]) -> None:
    """Give a frame its zones, its table and its texts."""
    draft.zones = [
        zone
        for spec in draft.spec.zones
        for scope in context.scopes(spec.each, spec.let, spec.when, draft.scope)
        for zone in [_zone(context, draft, spec, scope, texts)]
    ]
    if draft.spec.table is not None:
        draft.table = _Table(context, draft, draft.spec.table, texts).draft()
    draft.chrome = [
        _chrome(context, draft, spec, chrome)
        for spec in draft.spec.chrome
        if context.holds(spec.when, draft.scope)
    ]


def _zone(
    context: Context, draft: FrameDraft, spec: ZoneSpec, scope: Scope, texts: Texts
) -> ZoneDraft:
    frame = draft.spec.id
    name = context.render(spec.id, scope) if spec.id else spec.name
    said = texts[f"{frame}.{context.wording(spec.wording, spec.name, scope)}"]
    colour = _colour(context, spec.colour, scope)
    prefilled = context.render(said.prefilled, scope)
    return ZoneDraft(
        name=name,
        id=f"{frame}.{name}",
        spec=f"{frame}.{spec.name}",
        label=context.render(said.label, scope),
        prompt=context.render(said.prompt, scope),
        prefilled="" if UNKNOWN in prefilled else prefilled,
        colour=colour,
        npp=spec.npp,
        box=_box(context, spec.box, scope),
        strip=spec.strip,
        stack=spec.stack and is_note_colour(colour),
        emphasis=spec.emphasis,
        symbol=context.render(spec.symbol, scope) if spec.symbol else "",
        bindings=bindings_of(scope, context.scope),
        origin=_origin(context, spec.origin or _source(context, said.prefilled)),
        link=context.link(spec.link_to, scope),
    )


def _colour(context: Context, template: str, scope: Scope) -> str:
    """Return the colour of a zone; one worked out is only known here."""
    colour = context.render(template, scope)
    if colour not in ZONE_COLOURS:
        raise ExpressionError(template, N_("there is no colour “{colour}”", colour=colour))
    return colour


def _box(context: Context, expression: str | None, scope: Scope) -> Fractions:
    return WHOLE if expression is None else box_of(expression, scope, context.expressions)


def _source(context: Context, prefilled: str) -> str | None:
    """Return the parameter that a prefilled text comes from; the first when there are several."""
    names = context.expressions.text_names(prefilled)
    own = (parameter.name for parameter in context.method.identity.brief)
    return next((name for name in own if name in names), None)


def _origin(context: Context, parameter: str | None, no: int | None = None) -> Plain:
    if parameter is None or not context.brief.values.get(parameter):
        return None
    return {"parameter": parameter} if no is None else {"parameter": parameter, "no": no}


class _Table:
    """Unrolls the table of one frame."""

    def __init__(self, context: Context, draft: FrameDraft, spec: TableSpec, texts: Texts) -> None:
        self._context = context
        self._draft = draft
        self._spec = spec
        self._texts = texts
        values = repetitions(spec.rows, draft.scope, context.expressions)
        self._rows = [
            {spec.rows.over: value, "row": row, "rows": len(values)}
            for row, value in enumerate(values, 1)
        ]

    def draft(self) -> TableDraft:
        columns: list[ColumnDraft] = []
        for spec in self._spec.columns:
            scopes = self._context.scopes(spec.each, {}, spec.when, self._draft.scope)
            columns.extend(
                self._column(spec, scope, len(columns) + place)
                for place, scope in enumerate(scopes, 1)
            )
        return TableDraft(len(self._rows), self._spec.row_height, columns)

    def _column(self, spec: ColumnSpec, scope: Scope, place: int) -> ColumnDraft:
        context, frame = self._context, self._draft.spec.id
        said = self._texts[f"{frame}.{context.wording(spec.wording, spec.name, scope)}"]
        column = ColumnDraft(
            name=spec.name if spec.each is None else f"{spec.name}{scope['i']}",
            label=context.render(said.label, scope),
            prompt=context.render(said.prompt, scope),
            box=box_of(spec.box, scope, context.expressions),
        )
        column.cells = [self._cell(spec, column, {**scope, **row}, place) for row in self._rows]
        return column

    def _cell(self, spec: ColumnSpec, column: ColumnDraft, outer: Scope, place: int) -> ZoneDraft:
        context, frame = self._context, self._draft.spec.id
        scope = context.with_let(outer, spec.let)
        row = scope["row"]
        name = context.render(spec.id, scope) if spec.id else column.name
        body = "" if spec.cell is None else context.said(spec.cell, scope)
        body = "" if body == UNKNOWN else body
        return ZoneDraft(
            name=f"{name}@{row}",
            id=f"{frame}.{name}",
            spec=f"{frame}.{spec.name}",
            label=column.label,
            prompt=column.prompt,
            prefilled=plain(paragraphs(body)),
            body=body,
            colour=_colour(context, spec.colour, scope),
            npp=spec.npp,
            box=column.box,
            bindings=bindings_of(scope, context.scope),
            origin=_origin(context, spec.origin, row) if body else None,
            link=context.link(spec.link_to, scope),
            row=row,
            column=place,
            emphasis=_emphasis(context, spec, scope),
        )


def _emphasis(context: Context, spec: ColumnSpec, scope: Scope) -> int:
    """Return how much a cell stands out, of the steps there are."""
    stated = int(context.evaluate(spec.emphasis, scope) or 0)
    return min(max(stated, 0), len(EMPHASIS) - 1)


def _chrome(
    context: Context, draft: FrameDraft, spec: ChromeSpec, texts: Mapping[str, str]
) -> ChromeDraft:
    key = f"{draft.spec.id}.{context.wording(spec.wording, spec.name, draft.scope)}"
    return ChromeDraft(
        name=spec.name,
        text=context.render(texts[key], draft.scope),
        box=_box(context, spec.box, draft.scope),
        strip=spec.strip,
        link=context.link(spec.link_to, draft.scope),
    )
