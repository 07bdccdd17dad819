"""Everything people are told exists in both languages, and says its facts."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from workshops import messages
from workshops.errors import (
    BoardUnfinished,
    CheckpointNotFound,
    HarvestIncomplete,
    InputFault,
    InputFaults,
    KoosloomeError,
    NotAllowed,
    UnknownMethod,
)
from workshops.progress import Phase, ProgressStep
from workshops.requests_answers import DoctorLine
from workshops.stored_error import StoredError, error_from_json, error_to_json, every_error

ROOM = Path(messages.__file__).parent
HOLES = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("lang", ["et", "en"])
def test_every_text_is_translated_with_the_same_facts(lang: str) -> None:
    used = {
        found if isinstance(found, str) else found[0]
        for _, _, found, _, _ in extract_from_dir(ROOM, [("**.py", "python")])
    }
    with (messages.LOCALES / lang / "LC_MESSAGES" / "koosloome.po").open("rb") as file:
        catalog = {str(m.id): str(m.string) for m in read_po(file) if m.id}
    assert set(catalog) == used
    for text, translated in catalog.items():
        assert translated
        assert sorted(HOLES.findall(translated)) == sorted(HOLES.findall(text)), text


@pytest.mark.parametrize("kind", every_error().values())
def test_every_sentence_names_only_facts_of_its_error(kind: type[KoosloomeError]) -> None:
    known = {entry.name for entry in fields(kind)}
    assert set(HOLES.findall(kind.sentence)) <= known
    assert set(HOLES.findall(kind.bare)) <= known
    assert re.fullmatch(r"[a-z_]+", kind.code)


def test_codes_are_unique() -> None:
    kinds = every_error()
    assert len({id(kind) for kind in kinds.values()}) == len(kinds)
    assert "unknown_method" in kinds


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("lang", ["et", "en"])
def test_every_phase_has_a_text(phase: Phase, lang: str) -> None:
    text = messages.progress_text(ProgressStep(phase, 3, 9), lang)
    assert text
    assert "{" not in text


@pytest.mark.parametrize(("key", "state"), list(messages.DOCTOR))
def test_every_finding_has_a_text(key: str, state: str) -> None:
    line = DoctorLine(key=key, state=state)  # type: ignore[arg-type]
    found, remedy = messages.doctor_text(line, "et")
    assert found
    assert (remedy is None) == (state == "ok")


def test_an_error_says_thing_reason_and_remedy() -> None:
    error = BoardUnfinished(
        workshop="w-1", command="koosloome board resume w-1", made=3, planned=9, reason="Aeg läbi."
    )
    said = messages.message(error, "et")
    assert "koosloome board resume w-1" in said
    assert "3/9" in said
    assert "Aeg läbi." in said


@pytest.mark.parametrize(
    ("made", "said"),
    [(0, "pole veel ühtki tehtud"), (3, "on tehtud 3 ja need on alles")],
)
def test_how_far_a_board_came_is_said(made: int, said: str) -> None:
    error = NotAllowed(reason="r", made=made, planned=9, resume="koosloome board resume w-1")
    told = messages.message(error, "et")
    assert said in told
    assert told.endswith("koosloome board resume w-1")


def test_reasons_of_ours_are_translated() -> None:
    error = HarvestIncomplete(
        command="k", read=1, total=2, reason="The board kept changing while it was read."
    )
    assert "Tahvel muutus lugemise ajal." in messages.message(error, "et")


def test_faults_stand_one_a_line() -> None:
    told = InputFault(
        field="issue", code="short", sentence="{told}", values={"told": "Liiga lühike."}
    )
    error = InputFaults(faults=(told, told))
    assert messages.message(error, "et").splitlines()[1:] == ["issue: Liiga lühike."] * 2
    assert str(error).count("Liiga lühike.") == 2


def test_what_is_near_is_told_only_where_something_is() -> None:
    told = messages.message(UnknownMethod(method="x"), "et")
    assert told == "Meetodit „x“ ei ole. Kõiki näitab `koosloome methods list`."
    assert "Sarnased: y." in messages.message(UnknownMethod(method="x", near=("y",)), "et")
    assert "–" not in str(UnknownMethod(method="x"))


@pytest.mark.parametrize("lang", ["et", "en"])
def test_checkpoints_are_listed_only_where_there_are_some(lang: str) -> None:
    assert "–" not in messages.message(CheckpointNotFound(checkpoint="s", workshop="w"), lang)
    listed = CheckpointNotFound(checkpoint="s", workshop="w", known=("s-1",))
    assert "s-1" in messages.message(listed, lang)


def test_an_error_that_a_job_kept_says_the_same() -> None:
    told = InputFault(field="f", code="c", sentence="{told}", values={"told": "x"})
    for error in (
        InputFaults(faults=(told,)),
        BoardUnfinished(workshop="w", command="c", made=1, planned=2, reason="r"),
        UnknownMethod(method="m", near=("a", "b")),
    ):
        kept = error_from_json(error_to_json(StoredError.of(error)))
        assert messages.message(kept, "et") == messages.message(error, "et")


def test_an_older_jobs_error_never_fails() -> None:
    kept = StoredError(code="board_unfinished", facts={})
    assert "…" in messages.message(kept, "en")
    assert messages.message(StoredError(code="long_gone", facts={}), "en")


def test_a_catalog_that_is_missing_is_said_to_be() -> None:
    with pytest.raises(messages.CatalogMissing, match="make catalogs"):
        messages.translations("fi")


def test_doctor_speaks_even_without_a_catalog() -> None:
    line = DoctorLine(key="catalogs", state="missing", facts={"rooms": "cli"})
    text, remedy = messages.doctor_text(line, "fi")
    assert text == "Texts are not compiled: cli"
    assert remedy
