"""Checks that every part of a method has its texts in both languages, and none are left over."""

from __future__ import annotations

from collections.abc import Mapping

from board_templates.checking.walk import Used, walk
from board_templates.documents import LANGUAGE_FILES, Documents
from board_templates.method import Lang, Method, MethodTexts
from board_templates.plain import Plain
from board_templates.scope import parameters_of
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Path

_BY_PART = ("frames", "zones", "chrome", "seeds", "steps", "rules", "tags")
_FREE = ("result", "phrases")


def check_texts(method: Method, shared: SharedTexts, documents: Documents) -> None:
    """Note every missing and every needless text."""
    wanted = _wanted(method, shared)
    for lang, file in LANGUAGE_FILES.items():
        texts = method.texts[_lang(lang)]
        for section, keys in wanted.items():
            _compare(documents, file, section, keys, set(getattr(texts, section)))
        _check_choices(method, shared, texts, documents, file)
        if not texts.guide.strip():
            documents.fault(f"guide/{lang}.md", (), "The guide is empty.", "Write it.")
    _check_alike(method.texts["et"], method.texts["en"], documents)


def _lang(lang: str) -> Lang:
    return "en" if lang == "en" else "et"


def _wanted(method: Method, shared: SharedTexts) -> dict[str, set[str]]:
    wanted: dict[str, set[str]] = {section: set() for section in _BY_PART}
    for found in walk(method, shared):
        if isinstance(found, Used):
            wanted[found.section].add(found.key)
    codes = {signal.code for signal in method.harvest.signals}
    wanted["signals"] = codes - set(shared.texts["et"].signals)
    wanted["parameters"] = _parameters(method, shared)
    return wanted


def _parameters(method: Method, shared: SharedTexts) -> set[str]:
    common = {parameter.name for parameter in shared.common.parameters}
    own = {parameter.name for parameter in method.identity.brief}
    fields = {
        f"{parameter.name}.{field.name}"
        for parameter in method.identity.brief
        for field in parameter.fields
    }
    return (own - common) | fields


def _compare(
    documents: Documents, file: str, section: str, wanted: set[str], found: set[str]
) -> None:
    for key in sorted(wanted - found):
        what = f"There is no text for “{key}” under `{section}`."
        documents.fault(file, (section,), what, "Add it.")
    for key in sorted(found - wanted):
        what = f"Nothing uses the text “{key}” under `{section}`."
        documents.fault(file, (section, key), what, "Remove it, or correct its name.")


def _check_choices(
    method: Method, shared: SharedTexts, texts: MethodTexts, documents: Documents, file: str
) -> None:
    known = shared.texts["et"].choices
    for parameter in parameters_of(method, shared):
        own = texts.choices.get(parameter.name, {})
        for code in parameter.choices:
            if code not in own and code not in known.get(parameter.name, {}):
                what = f"The choice “{code}” of “{parameter.name}” has no label."
                documents.fault(file, ("choices", parameter.name), what, "Add it under `choices`.")


def _check_alike(et: MethodTexts, en: MethodTexts, documents: Documents) -> None:
    """Note where one language has data that the other lacks."""
    for section in ("words", *_FREE):
        _alike(getattr(et, section), getattr(en, section), (section,), documents)
    for name in et.parameters.keys() & en.parameters.keys():
        path: Path = ("parameters", name, "default")
        _alike(et.parameters[name].default, en.parameters[name].default, path, documents)


def _alike(et: Plain, en: Plain, path: Path, documents: Documents) -> None:
    if isinstance(et, Mapping) and isinstance(en, Mapping):
        for key in sorted(et.keys() ^ en.keys()):
            _differ(documents, (*path, key))
        for key in et.keys() & en.keys():
            _alike(et[key], en[key], (*path, key), documents)
    elif isinstance(et, list) and isinstance(en, list):
        if len(et) != len(en):
            _differ(documents, path)
    elif type(et) is not type(en):
        _differ(documents, path)


def _differ(documents: Documents, path: Path) -> None:
    shown = ".".join(str(part) for part in path)
    what = f"“{shown}” is not the same kind of data in both languages."
    documents.fault(LANGUAGE_FILES["en"], path, what, "Give both files the same names and lengths.")
