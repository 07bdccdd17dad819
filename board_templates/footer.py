"""The footer of a board: what it says of itself, so that a copy of it can be read too.

The compact form holds method, version, layout, language and only those values of the brief that
shape the board; a list stands as its length, a text as nothing, so no words of people are in it.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from board_templates.brief import Brief
from board_templates.errors import UnreadableFooter
from board_templates.expressions import Expressions
from board_templates.method import Lang, Method, Parameter
from board_templates.plain import Plain
from board_templates.scope import default_of, first_scope, parameters_of
from board_templates.shared_texts import SharedTexts

LAYOUT_VERSION = 1
"""Raised when the same brief would give zones of other names, labels or kinds."""

COMPACT_LIMIT = 1500
PREFIX = "kl1."
UNKNOWN = "…"
"""Stands for a text of the brief that the compact form doesn't hold."""

_INFLATED_LIMIT = 20_000
_LIST_LIMIT = 200
_COMPACT = re.compile(r"kl1\.[A-Za-z0-9_-]+")
_LINE = re.compile(r"(?:mall|template)\s+([a-z][a-z0-9-]{0,60})\s+v(\d{1,4})\s+·\s+(et|en)\b")


@dataclass(frozen=True, slots=True)
class FooterLine:
    """What the readable line of a footer says."""

    method: str
    version: int
    lang: Lang


@dataclass(frozen=True, slots=True)
class Shape:
    """What the compact form says: of which method a board is, and what shaped it.

    `values` holds only what differs from the defaults; a list is its length. `left_out` names the
    strips that are not on the board, since nothing lay in them.
    """

    method: str
    version: int
    layout: int
    lang: Lang
    values: Mapping[str, Plain]
    left_out: frozenset[str] = frozenset()


def footer_line(method: Method, shared: SharedTexts, lang: Lang) -> str:
    """Return the line by which a board is recognised: `mall world-cafe v1 · et`."""
    word = shared.texts[lang].words["template"]
    return f"{word} {method.id} v{method.version} · {lang}"


def credit_line(method: Method, shared: SharedTexts, lang: Lang) -> str:
    """Return the line that names the sources of a method; a full stop ends it only once."""
    source = {"source_short": method.texts[lang].source_short.rstrip(".")}
    return Expressions().render(shared.texts[lang].words["credit"], source)


def read_footer_line(text: str) -> FooterLine | None:
    """Return what a footer says of its board, or None when it isn't a footer of ours."""
    found = _LINE.search(text)
    if found is None:
        return None
    return FooterLine(found[1], int(found[2]), "et" if found[3] == "et" else "en")


def pack_shape(
    method: Method, shared: SharedTexts, brief: Brief, left_out: Sequence[str] = ()
) -> str:
    """Return the compact form of a board, at most 1500 characters, safe in an address.

    `left_out` names strips that have nothing to hold: from the length of a list alone nobody could
    tell that all it names went elsewhere.
    """
    values = {
        parameter.name: _shape_of(parameter, brief.values[parameter.name])
        for parameter in parameters_of(method, shared)
        if parameter.shape and _differs(parameter, method, brief)
    }
    packed: list[Plain] = [method.id, method.version, LAYOUT_VERSION, brief.lang, values]
    if left_out:
        packed.append(sorted(left_out))
    content = json.dumps(packed, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    squeezed = zlib.compress(content.encode(), 9)
    text = PREFIX + base64.urlsafe_b64encode(squeezed).decode().rstrip("=")
    if len(text) > COMPACT_LIMIT:
        raise ValueError(f"the compact form has {len(text)} characters")
    return text


def _differs(parameter: Parameter, method: Method, brief: Brief) -> bool:
    if parameter.computed is not None:
        return True
    default = default_of(parameter, method, brief.lang)
    if default is None and parameter.is_list:
        default = []
    return bool(brief.values[parameter.name] != default)


def _shape_of(parameter: Parameter, value: Plain) -> Plain:
    """Return what of a value shapes the board: codes and numbers as they are, never words."""
    if parameter.type == "list[choice]":
        return list(value)
    if isinstance(value, list):
        return len(value)
    if parameter.type in {"text", "longtext"}:
        return bool(value)
    return value


def unpack_shape(text: str) -> Shape:
    """Return what a compact form says; it may stand anywhere in the text, in an address too.

    Raises:
        UnreadableFooter: when there is none, or it is damaged or not ours.
    """
    found = _COMPACT.search(text)
    if found is None:
        raise UnreadableFooter("it has no compact form")
    parts = _inflated(found[0].removeprefix(PREFIX))
    try:
        method, version, layout, lang, values, *more = parts
    except (TypeError, ValueError):
        raise UnreadableFooter("its compact form has other parts") from None
    known = isinstance(method, str) and isinstance(version, int) and isinstance(layout, int)
    if not known or lang not in {"et", "en"} or not isinstance(values, dict):
        raise UnreadableFooter("its compact form has parts of another kind")
    return Shape(method, version, layout, lang, values, _names(more))


def _names(more: Sequence[Plain]) -> frozenset[str]:
    """Return the strips left out; a later version may say more behind them."""
    names = more[0] if more else []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise UnreadableFooter("its compact form has parts of another kind")
    return frozenset(names)


def _inflated(encoded: str) -> Plain:
    try:
        squeezed = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
        inflating = zlib.decompressobj()
        content = inflating.decompress(squeezed, _INFLATED_LIMIT)
        if inflating.unconsumed_tail or not inflating.eof:
            raise UnreadableFooter("its compact form is cut short or too large")
        return json.loads(content)
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        raise UnreadableFooter(f"its compact form is damaged ({error})") from error


def brief_from_shape(method: Method, shared: SharedTexts, shape: Shape) -> Brief:
    """Return a brief that gives the plan of a board again: keys, labels, kinds, seeded texts.

    Texts of the brief aren't known and stand as `…`; a plan leaves out what would carry them.

    Raises:
        UnreadableFooter: when the values aren't of the kind the method asks for.
    """
    scope = first_scope(method, shared, shape.lang)
    values: dict[str, Plain] = {}
    expressions = Expressions()
    for parameter in parameters_of(method, shared):
        said = shape.values.get(parameter.name)
        value = _default(parameter, method, shape.lang, {**scope, **values}, expressions)
        values[parameter.name] = value if said is None else _restored(parameter, said)
        if parameter.name == "participants":
            scope["P"] = values["participants"]
    values["lang"] = shape.lang
    return Brief(method.id, shape.lang, values, shape.left_out)


def _default(
    parameter: Parameter,
    method: Method,
    lang: Lang,
    scope: Mapping[str, Plain],
    expressions: Expressions,
) -> Plain:
    if parameter.required:
        return _unknown(parameter)
    if parameter.computed is not None and not parameter.shape:
        return expressions.evaluate(parameter.computed, {"today": None, **scope})
    default = default_of(parameter, method, lang)
    return [] if default is None and parameter.is_list else default


def _unknown(parameter: Parameter) -> Plain:
    if parameter.is_list:
        return [UNKNOWN]
    return {"int": 1, "bool": False, "date": None, "time": None}.get(parameter.type, UNKNOWN)


def _restored(parameter: Parameter, said: Plain) -> Plain:
    """Return a value of the brief's kind for what the compact form says of it."""
    if parameter.is_list and _is_length(said):
        return _entries(parameter, said)
    if parameter.type == "list[choice]" and isinstance(said, list):
        return [choice for choice in said if choice in parameter.choices]
    if parameter.type in {"text", "longtext"} and isinstance(said, bool):
        return UNKNOWN if said else ""
    if _fits(parameter, said):
        return said
    raise UnreadableFooter(f"“{parameter.name}” can't be “{said}”")


def _is_length(said: Plain) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and 0 <= said <= _LIST_LIMIT


def _entries(parameter: Parameter, count: int) -> Sequence[Plain]:
    if parameter.type == "list[object]":
        return [{field.name: None for field in parameter.fields} for _ in range(count)]
    if parameter.type == "list[time]":
        return ["00:00"] * count
    return [UNKNOWN] * count


def _fits(parameter: Parameter, said: Plain) -> bool:
    if parameter.type == "choice":
        return said in parameter.choices
    if parameter.type == "bool":
        return isinstance(said, bool)
    if parameter.type == "int":
        return _is_length(said)
    return said is None or (parameter.type in {"date", "time"} and isinstance(said, str))
