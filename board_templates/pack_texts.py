"""The texts and rules of the facilitator's pack, in both languages (methods, 4.7)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from board_templates.board_spec import Spec
from board_templates.method import Lang
from board_templates.yaml_reading import read_yaml

PACK_FOLDER = Path(__file__).parent / "shared" / "pack"

RoleId = Literal["facilitator", "technical_help", "timekeeper", "scribe", "table_host"]


class PackRules(Spec):
    """Who leads a step, and how people get in.

    `by_kind` is by the kind of a step, `by_place` by what its frame is repeated for, `with_scribe`
    by the kind where one person writes for a group.
    """

    roles: tuple[RoleId, ...]
    by_kind: dict[str, RoleId]
    by_place: dict[str, RoleId]
    with_scribe: dict[str, RoleId]
    otherwise: RoleId
    without_account: frozenset[str]


class RunSheetTexts(Spec):
    """Heads of the run sheet; `tables` and `several` name a frame that has copies."""

    clock: str
    from_start: str
    minutes: str
    frame: str
    step: str
    leads: str
    opening: str
    total: str
    tables: str
    several: str


class LinkTexts(Spec):
    """Sentences for the chat, by what a frame is repeated for."""

    group: str
    table: str
    otherwise: str
    none: str


class RotationTexts(Spec):
    """Words of the list that tells who goes where."""

    person: str
    name: str
    round: str
    table: str
    hosts: str


class InvitationTexts(Spec):
    """The e-mail, paragraph by paragraph, each a row of sentences."""

    subject: str
    body: tuple[tuple[str, ...], ...]
    without_account: str
    with_account: str
    subject_label: str
    calendar: str
    no_calendar: str
    left_out: str
    names: dict[str, str]


class AccessTexts(Spec):
    """The check list of how people get in."""

    intro: str
    items: tuple[str, ...]


class LockingTexts(Spec):
    """How the backgrounds are locked by hand."""

    when: str
    step: str
    later: str


class PackTexts(Spec):
    """The pack's texts in one language."""

    name: str
    headings: dict[str, str]
    facts: dict[str, str]
    roles: dict[RoleId, str]
    run_sheet: RunSheetTexts
    links: LinkTexts
    rotation: RotationTexts
    invitation: InvitationTexts
    access: AccessTexts
    locking: LockingTexts
    unread: str


class PackWords(Spec):
    """Everything the pack says and goes by."""

    rules: PackRules
    texts: dict[Lang, PackTexts]


def read_pack_words(folder: Path = PACK_FOLDER) -> PackWords:
    """Return the words of the pack, read anew.

    Raises:
        ValueError: when the product's own files are broken; nobody else can mend that.
    """
    texts = {lang: _value(folder / f"{lang}.yaml") for lang in ("et", "en")}
    return PackWords.model_validate({"rules": _value(folder / "rules.yaml"), "texts": texts})


def _value(file: Path) -> Any:  # noqa: ANN401  # whatever the file holds
    document = read_yaml(file.read_text(encoding="utf-8"), file.name)
    if document.faults:
        raise ValueError(str(document.faults[0]))
    return document.value
