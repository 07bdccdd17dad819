"""Says in our words what a pydantic model has against a value, so that both languages have it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from board_templates.plain import Plain
from board_templates.sentences import N_, Reasoned, Sentence, ended, refused_with

_SHOWN = 60
_UNKNOWN = N_("there is no such field")
_MISSING = N_("the field is missing")
_TEXT = N_("it must be a text")
_WHOLE = N_("it must be a whole number")
_NUMBER = N_("it must be a number")
_TRUTH = N_("it must be true or false")
_LIST = N_("it must be a list")
_FIELDS = N_("it must hold `name: value` lines")
_WRONG_KIND = N_("it holds a value of a wrong kind")

_REASONS = {
    "extra_forbidden": _UNKNOWN,
    "missing": _MISSING,
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "dict_type": _FIELDS,
    "mapping_type": _FIELDS,
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
    "literal_error": N_("it must be one of {expected}"),
    "enum": N_("it must be one of {expected}"),
    "string_too_short": N_("it needs at least {min_length} characters"),
    "string_too_long": N_("it may have {max_length} characters at most"),
    "too_short": N_("it needs at least {min_length} entries"),
    "too_long": N_("it may have {max_length} entries at most"),
    "greater_than_equal": N_("it must be at least {ge}"),
    "less_than_equal": N_("it may be {le} at most"),
    "greater_than": N_("it must be greater than {gt}"),
    "less_than": N_("it must be less than {lt}"),
    "string_pattern_mismatch": N_("it must have the form `{pattern}`"),
    "none_required": N_("it must be empty"),
}


def problem(found: Mapping[str, Plain]) -> tuple[Sentence, Sentence]:
    """Return what is wrong and what mends it, of one entry of `ValidationError.errors()`."""
    wrong = ended(against(found))
    if found["type"] == "extra_forbidden":
        return wrong, N_("Correct its name, or remove it.")
    if found["type"] == "missing":
        return wrong, N_("Add it.")
    return wrong, N_("Given was {value}. Correct it.", value=_given(found["input"]))


def against(found: Mapping[str, Plain]) -> Sentence:
    """Return the place and what is wrong there, without a full stop."""
    path = ".".join(str(part) for part in found["loc"])
    return N_("“{path}”: {reason}", path=path, reason=_reason(found))


def _reason(found: Mapping[str, Plain]) -> Sentence:
    facts = dict(found.get("ctx", {}))
    raised = facts.pop("error", None)
    if isinstance(raised, Reasoned):
        return raised.reason
    if isinstance(raised, ValueError | AssertionError):
        return refused_with(raised)
    plain = {name: _fact(fact) for name, fact in facts.items()}
    return Sentence(_REASONS.get(found["type"], _WRONG_KIND).text, tuple(plain.items()))


def _fact(fact: Plain) -> str:
    return str(fact).replace("' or '", "', '").replace("'", "")


def _given(value: Plain) -> Sentence | str:
    """Return a value as it would be written: a text in the quotes of the language, else as YAML."""
    if isinstance(value, str):
        return N_("“{text}”", text=_short(repr(value)[1:-1]))  # signs nobody sees written out
    try:
        return _short(json.dumps(value, ensure_ascii=False, default=str))
    except (TypeError, ValueError):  # YAML has keys and circles that JSON has not
        return _short(repr(value))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
