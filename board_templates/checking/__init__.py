"""Checks the files of a method folder against each other; every fault is noted at its line."""

from __future__ import annotations

from board_templates.checking.boxes import check_boxes
from board_templates.checking.parameters import check_parameters
from board_templates.checking.references import check_references
from board_templates.checking.shape import check_shape
from board_templates.checking.steps import check_steps
from board_templates.checking.texts import check_texts
from board_templates.checking.trial import check_trial
from board_templates.checking.words import check_expressions
from board_templates.documents import Documents
from board_templates.method import Method
from board_templates.shared_texts import SharedTexts

__all__ = ["check_method"]


def check_method(
    method: Method, shared: SharedTexts, documents: Documents, folder_name: str
) -> None:
    """Note every fault that one file alone can't show.

    A trial plan is made only when nothing else is wrong.
    """
    if method.id != folder_name:
        what = f"The id is “{method.id}”, the folder is called “{folder_name}”."
        documents.fault("method.yaml", ("id",), what, "Give both the same name.")
    check_parameters(method, shared, documents)
    check_references(method, shared, documents)
    check_texts(method, shared, documents)
    check_expressions(method, shared, documents)
    check_shape(method, shared, documents)
    check_boxes(method, documents)
    if not documents.faults:
        check_steps(method, shared, documents)
    if not documents.faults:
        check_trial(method, shared, documents)
