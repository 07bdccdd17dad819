"""How Miro may be read where nobody has confirmed anything: every test of a journey runs in each.

The strict reading is the sandbox as it is. The other one answers every open question otherwise, so
that nothing rests on a guess. The single switches tell, when the other reading breaks something,
which one did.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from miro_sandbox.config import Config

STRICT = Config()
SWITCHES: dict[str, dict[str, Any]] = {
    "connector-201": {"connector_created": 201},
    "tag-409": {"duplicate_tag": 409, "bulk_field": "[{index}].{field}"},
    "tags-trimmed": {"trim_tag_titles": True, "tags_per_board": 100},
    "box-partly-out": {"whole_box_in_frame": False, "shrink_over_children": "allow"},
    "line-break-br": {"newline": "br"},
    "entities-encoded": {"bare_entities": "encode"},
    "content-wrapped": {"wrap_content": True},
    "retry-after": {"retry_after": True},
    "refusals-cost": {"refused_calls_cost": True},
    "style-numbers": {"numeric_style": "accept"},
    "heights-exact": {"sticky_digits": None},
    "heights-whole": {"sticky_digits": 0},
    "boards-listed-late": {"board_list_lag": 20.0},
}
ONLY_ALONE = {"heights-whole"}  # contradicts another switch

READINGS: dict[str, Config] = {
    "strict": STRICT,
    "otherwise": replace(
        STRICT,
        **{
            field: value
            for name, switch in SWITCHES.items()
            if name not in ONLY_ALONE
            for field, value in switch.items()
        },
    ),
    **{name: replace(STRICT, **switch) for name, switch in SWITCHES.items()},
}


def name_of(reading: Config) -> str:
    """Give the name of a reading."""
    return next(name for name, known in READINGS.items() if known == reading)
