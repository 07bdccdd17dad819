"""Runs lists over a board, as a harvest does."""

from __future__ import annotations

from typing import Any

from board_templates.expressions import Expressions
from board_templates.harvest_spec import HarvestSpec
from harvest.lists import make_lists, prepared, with_clusters, with_votes
from harvest.readings.base import Listed
from harvest.result import ResultMaker
from harvest.scope import Evaluator
from harvest.view import Row, View
from harvest.votes import Votes
from tests.harvest.boards import SESSION, FakeBoard


def lists(fake: FakeBoard, names: str = "tasks", **said: dict[str, Any]) -> dict[str, Listed]:
    """Return the lists of a board; each is `name={"reading": {…}}`. `names` is their mode."""
    spec = HarvestSpec.model_validate({"lists": said})
    ready = prepared(spec)
    view = View(
        reading=fake.reading(),
        spec=spec,
        votes=Votes({}, {}, {}, {}, 0),
        plan=fake.plan,
        labels={},
        brief=fake.plan.brief,
        people=fake.plan.participants,
        session=SESSION,
        names={},
    )
    maker = ResultMaker(Evaluator(Expressions()), lambda name, _: name, lambda name: name)
    scope = {"brief": dict(fake.plan.brief), "people": view.people, "names": names}
    return make_lists(with_clusters(with_votes(view, ready), ready), ready, maker, scope)


def rows(fake: FakeBoard, **said: dict[str, Any]) -> list[Row]:
    """Return the rows of the last list."""
    return list(lists(fake, "tasks", **said).values())[-1].rows
