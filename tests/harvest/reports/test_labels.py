"""Every field of a result that people see has a name in their language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from board_templates.result_spec import Branch, Rows
from harvest.reports import ReportContext
from harvest.reports.labels import Labels, Path
from harvest.summary import Lang
from tests.harvest.boards import LIBRARY, SHARED, board

LANGS: tuple[Lang, ...] = ("et", "en")


def _paths(path: Path, node: Any) -> Iterator[Path]:  # noqa: ANN401  # a node of the tree
    yield path
    if isinstance(node, Branch) or (isinstance(node, Rows) and node.fields):
        for name, inner in node.fields.items():
            if name not in {"no", "from"}:
                yield from _paths((*path, name), inner)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", LIBRARY.ids())
def test_no_field_goes_by_its_bare_name(name: str, lang: Lang) -> None:
    method = LIBRARY.get(name)
    said = {**SHARED.texts[lang].result, **method.texts[lang].result}
    codes = method.texts[lang].choices
    zones = {key.partition(".")[2] for key in method.texts[lang].zones}
    paths = [path for key, node in method.harvest.result.items() for path in _paths((key,), node)]
    missing = [
        ".".join(path)
        for path in paths
        if ".".join(path) not in said
        and path[-1] not in said
        and path[-1] not in zones
        and path[-1] not in codes
        and not (len(path) > 1 and SHARED.choice_label(path[-2], path[-1], lang))
        and not _hidden(path, said)
    ]
    assert missing == []


def _hidden(path: Path, said: dict[str, str]) -> bool:
    """Tell whether a field lies in one that is not shown."""
    return any(said.get(".".join(path[:n])) == "" for n in range(1, len(path)))


def test_a_code_is_read_by_its_field_or_as_a_zone() -> None:
    fake = board("stakeholder-map")
    labels = Labels(ReportContext(shared=SHARED, lang="et", method=fake.method, plan=fake.plan))
    assert labels.code(("stakeholders", "salience", "class"), "latent") == "varjatud"
    assert labels.code(("stakeholders", "quadrant"), "monitor") == "Jälgime"
    assert labels.code(("stakeholders", "borderline"), value=True) == "piiril"
    assert labels.code(("stakeholders", "name"), "Vald") is None


def test_a_field_without_a_label_is_made_readable() -> None:
    labels = Labels(ReportContext(shared=SHARED, lang="et"))
    assert labels.field(("something_else",)) == "Something else"
