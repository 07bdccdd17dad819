"""Miro's own Python client (`miro-api` 2.2.4) finds its way about the sandbox."""

from __future__ import annotations

import pytest

from tests.witness.places import HERE, PYTHON
from tests.witness.steps import STEPS
from tests.witness.walking import Step, walk

# What of the client is broken, and at which step that shows; nothing else was gone round.
AROUND = {
    "image-create": "rest.py hands the `data` part of an upload to urllib3 as a dict",
    "bulk-create": "models.ItemDataCreate has no FrameData",
    "item-read": "models.WidgetDataOutput is a oneOf without discriminator",
    "sticky-note-update": "models.StickyNoteData fills in the shape `square`",
    "item-reparent": "models.Parent.to_dict leaves out an id of None",
    "group-create": "models.GroupResponseShort.data is a Group",
}


@pytest.fixture(scope="module")
def steps() -> dict[str, Step]:
    """What came of the walk."""
    if not PYTHON.ready():
        pytest.skip("Miro's Python client is not set up: run python tests/witness/setting_up.py")
    return walk([str(PYTHON.folder / "bin" / "python"), str(HERE / "forty_steps.py")])


def test_it_takes_the_forty_steps_in_order(steps: dict[str, Step]) -> None:
    assert tuple(steps) == STEPS
    assert len(STEPS) == 40


@pytest.mark.parametrize("name", STEPS)
def test_it_takes_the_step(steps: dict[str, Step], name: str) -> None:
    assert steps[name].detail == ""
    assert steps[name].ok


def test_only_what_is_broken_in_it_was_gone_round(steps: dict[str, Step]) -> None:
    found = {name: step.around for name, step in steps.items() if step.around}

    assert set(found) == set(AROUND)
    assert all(said.startswith(AROUND[name]) for name, (said,) in found.items())
