"""What stands in a field that nobody has filled in is taken, whatever the field is."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from board_templates.brief import make_brief
from board_templates.library import Library
from board_templates.method import Parameter, ParameterType
from workshops.fillers import FILLER, filled

KINDS = [kind for kind in get_args(ParameterType) if kind != "ref"]
MORE: dict[str, dict[str, Any]] = {
    "choice": {"choices": ["yes", "no"]},
    "list[choice]": {"choices": ["yes", "no"]},
    "list[object]": {"fields": [{"name": "name", "type": "text", "required": True}]},
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_required_field_of_any_kind_is_filled_with_what_it_takes(kind: str) -> None:
    library = Library()
    method = library.get("stakeholder-map")
    asked = Parameter.model_validate(
        {"name": "asked", "type": kind, "required": True, **MORE.get(kind, {})}
    )
    identity = method.identity.model_copy(update={"brief": (*method.identity.brief, asked)})
    asking = method.model_copy(update={"identity": identity})
    values = filled(asking)
    assert make_brief(asking, library.shared, values, "et").values["asked"] not in (None, "", [])
    if kind in {"text", "longtext"}:
        assert values["asked"] == FILLER
