"""What Miro's document gets wrong."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from miro_sandbox.coverage import emulated
from tests.openapi.operations import Operations
from tests.openapi.repairs import REPAIRS, Repair, repaired
from tests.openapi.schemas import strict

if TYPE_CHECKING:
    from tests.openapi.document import Document


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.name)
def test_a_repair_still_repairs_something(published: Document, repair: Repair) -> None:
    mended = copy.deepcopy(published)

    repair.mend(mended)

    assert mended != published


def test_every_repair_has_a_name_of_its_own_and_a_source() -> None:
    assert len({repair.name for repair in REPAIRS}) == len(REPAIRS)
    assert all(repair.source for repair in REPAIRS)


def test_the_published_document_stays_as_it_is(published: Document) -> None:
    before = copy.deepcopy(published)

    repaired(published)

    assert published == before


def test_what_the_sandbox_emulates_refers_to_nothing_that_is_missing(mended: Document) -> None:
    operations = Operations(mended)
    for _, method, path in emulated():
        # A file's own address is in no document, only in the answers.
        if path.startswith("/v2/") and "/resources/" not in path:
            operation = operations.meant(method, path, {}) or operations.meant(
                method, path, {"tag_id"}
            )
            assert operation is not None, path
            answers = [answer for answer in operation.answers.values() if answer is not None]
            for schema in [*operation.bodies.values(), *answers]:
                strict(schema, mended)
