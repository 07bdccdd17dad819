"""Checks the files of a method folder against each other; every fault is noted at its line."""

from __future__ import annotations

from board_templates.checking.boxes import check_boxes
from board_templates.checking.parameters import check_parameters
from board_templates.checking.references import check_references
from board_templates.checking.shape import check_shape
from board_templates.checking.steps import check_steps
from board_templates.checking.texts import check_texts
from board_templates.checking.trial import check_trial
from board_templates.checking.walk import BOARD, METHOD
from board_templates.checking.words import check_expressions
from board_templates.documents import Documents
from board_templates.parts import Parts
from board_templates.sentences import N_
from board_templates.shared_texts import SharedTexts

__all__ = ["check_method"]


def check_method(parts: Parts, shared: SharedTexts, documents: Documents, folder_name: str) -> None:
    """Note every fault that one file alone can't show.

    Only what is sound is judged: a file that had to be stood in for is not accused of what its
    stand-in lacks. A trial plan is made only when nothing else is wrong.
    """
    judged = Documents(by_name=documents.by_name)
    _compare_files(parts, shared, judged, folder_name)
    documents.faults.extend(fault for fault in judged.faults if fault.file in parts.sound)
    if parts.whole and not documents.faults:
        check_steps(parts.method, shared, documents)
    if parts.whole and not documents.faults:
        check_trial(parts.method, shared, documents)


def _compare_files(
    parts: Parts, shared: SharedTexts, documents: Documents, folder_name: str
) -> None:
    method = parts.method
    if BOARD in parts.sound:
        check_boxes(method, documents)
    if METHOD in parts.sound:
        check_parameters(method, shared, documents)
    if method.id != folder_name:
        wrong = N_(
            "The id is “{id}”, the folder is called “{folder}”.", id=method.id, folder=folder_name
        )
        documents.fault(METHOD, ("id",), wrong, N_("Give both the same name."))
    if not parts.sound.issuperset({BOARD, METHOD}):
        return
    check_references(method, shared, documents)
    check_texts(parts, shared, documents)
    check_expressions(method, shared, documents)
    check_shape(method, shared, documents)
