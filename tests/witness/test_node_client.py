"""Miro's own Node client (`@mirohq/miro-api` 2.2.4) finds its way about the sandbox."""

from __future__ import annotations

import shutil

import pytest

from tests.witness.places import HERE, NODE
from tests.witness.steps import STEPS
from tests.witness.walking import Step, walk

AROUND = {
    "group-create": ("model/groupResponseShort.js holds a Group in `data`, so `items` is lost",),
}


@pytest.fixture(scope="module")
def steps() -> dict[str, Step]:
    """What came of the walk."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("There is no Node here")
    if not NODE.ready():
        pytest.skip("Miro's Node client is not set up: run python tests/witness/setting_up.py")
    return walk([node, str(HERE / "node" / "forty_steps.mjs")])


def test_it_takes_the_forty_steps_in_order(steps: dict[str, Step]) -> None:
    assert tuple(steps) == STEPS


@pytest.mark.parametrize("name", STEPS)
def test_it_takes_the_step(steps: dict[str, Step], name: str) -> None:
    assert steps[name].detail == ""
    assert steps[name].ok


def test_only_what_is_broken_in_it_was_gone_round(steps: dict[str, Step]) -> None:
    assert {name: step.around for name, step in steps.items() if step.around} == AROUND
