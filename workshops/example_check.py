"""Checks the example of a method folder: its shape, and its briefs against what the method asks."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from board_templates.brief import make_brief
from board_templates.errors import BriefFault, FaultyBrief
from board_templates.method import Lang, Method
from board_templates.problems import problem
from board_templates.sentences import Sentence
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Document, Path, read_yaml
from workshops.example import FILE, Example
from workshops.method_check import MethodFault

__all__ = ["FILE", "example_faults"]

_CORRECT = Sentence("Correct it.")  # the sentence of those who check the other files


def example_faults(
    method: Method, shared: SharedTexts, text: str, lang: Lang
) -> Iterator[MethodFault]:
    """Yield what is wrong with the text of example.yaml, said in `lang`; acts are not tried."""
    document = read_yaml(text, FILE)
    if document.value is None:
        return  # nothing in it, or said where the folder was read
    try:
        example = Example.model_validate(document.value)
    except ValidationError as error:
        for found in error.errors():
            wrong, cure = problem(dict(found))
            line = document.line(tuple(found["loc"]))
            yield MethodFault(file=FILE, line=line, what=wrong.said(lang), remedy=cure.said(lang))
        return
    for spoken, values in example.brief.items():
        try:
            make_brief(method, shared, {**values, "lang": spoken}, lang)
        except FaultyBrief as refused:
            for fault in refused.faults:
                yield _of_brief(document, ("brief", spoken), fault, lang)


def _of_brief(document: Document, path: Path, fault: BriefFault, lang: Lang) -> MethodFault:
    line = document.line((*path, fault.field))
    cure = fault.allowed or _CORRECT.said(lang)
    return MethodFault(file=FILE, line=line, what=f"{fault.place}: {fault.reason}", remedy=cure)
