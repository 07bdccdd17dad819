"""Checks that expressions and texts can be used and ask only for names that are known there."""

from __future__ import annotations

from collections.abc import Iterator

from board_templates.checking.walk import Said, Used, walk
from board_templates.documents import LANGUAGE_FILES, Documents
from board_templates.expressions import ExpressionError, Expressions
from board_templates.layout.boxes import parts_of
from board_templates.method import FrameText, Method, MethodTexts, ZoneText
from board_templates.sentences import N_, ended
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Path

_FIELDS = {"frames": ("title", "instruction"), "zones": ("label", "prompt", "prefilled")}


def check_expressions(method: Method, shared: SharedTexts, documents: Documents) -> None:
    """Note every expression or text that can't be used or asks for an unknown name."""
    checking = _Checking(method, documents)
    for found in walk(method, shared):
        if isinstance(found, Said):
            checking.said(found)
        else:
            checking.used(found)


class _Checking:
    def __init__(self, method: Method, documents: Documents) -> None:
        self._method = method
        self._documents = documents
        self._expressions = Expressions()

    def said(self, said: Said) -> None:
        parts = parts_of(said.text) if said.kind == "box" else [said.text]
        for part in parts:
            self._check(said.file, said.path, part, said.names, text=said.kind == "template")

    def used(self, used: Used) -> None:
        for lang, file in LANGUAGE_FILES.items():
            texts = self._method.texts["en" if lang == "en" else "et"]
            for path, text in _strings(texts, used):
                self._check(file, path, text, used.names, text=True)

    def _check(
        self, file: str, path: Path, content: str, known: frozenset[str], *, text: bool
    ) -> None:
        try:
            asked = (
                self._expressions.text_names(content) if text else self._expressions.names(content)
            )
        except ExpressionError as error:
            self._documents.fault(file, path, ended(error.sentence), N_("Correct it."))
            return
        for name in sorted(asked - known):
            wrong = N_("“{name}” is not a name that is known here.", name=name)
            cure = N_("Known are: {names}.", names=", ".join(sorted(known)))
            self._documents.fault(file, path, wrong, cure)


def _strings(texts: MethodTexts, used: Used) -> Iterator[tuple[Path, str]]:
    entry = getattr(texts, used.section).get(used.key)
    path: Path = (used.section, used.key)
    if isinstance(entry, str):
        yield path, entry
    elif isinstance(entry, FrameText | ZoneText):
        for field in _FIELDS[used.section]:
            yield (*path, field), getattr(entry, field)
