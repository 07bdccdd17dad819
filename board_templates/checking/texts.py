"""Checks that every part of a method has its texts in both languages, and none are left over."""

from __future__ import annotations

from collections.abc import Mapping

from board_templates.checking.walk import Used, walk
from board_templates.documents import LANGUAGE_FILES, Documents
from board_templates.method import Lang, Method, MethodTexts
from board_templates.parts import Parts
from board_templates.plain import Plain
from board_templates.scope import parameters_of
from board_templates.sentences import N_
from board_templates.shared_texts import SharedTexts
from board_templates.yaml_reading import Path

_BY_PART = ("frames", "zones", "chrome", "seeds", "steps", "rules", "tags")
_FREE = ("result", "phrases")


def check_texts(parts: Parts, shared: SharedTexts, documents: Documents) -> None:
    """Note every missing and every needless text; signals only where harvest.yaml is sound."""
    method = parts.method
    wanted = _wanted(method, shared)
    if "harvest.yaml" not in parts.sound:
        del wanted["signals"]
    for lang, file in LANGUAGE_FILES.items():
        texts = method.texts[_lang(lang)]
        for section, keys in wanted.items():
            found = set(getattr(texts, section))
            _compare(documents, file, section, keys, found - _optional(method, section, keys))
        _check_choices(method, shared, texts, documents, file)
        if not texts.guide.strip():
            documents.fault(f"guide/{lang}.md", (), N_("The guide is empty."), N_("Write it."))
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


def _optional(method: Method, section: str, wanted: set[str]) -> set[str]:
    """Return keys that may be there: a field with a common name may have a label of its own."""
    if section != "parameters":
        return set()
    return {parameter.name for parameter in method.identity.brief} - wanted


def _compare(
    documents: Documents, file: str, section: str, wanted: set[str], found: set[str]
) -> None:
    for key in sorted(wanted - found):
        wrong = N_("There is no text for “{key}” under `{section}`.", key=key, section=section)
        documents.fault(file, (section,), wrong, N_("Add it."))
    for key in sorted(found - wanted):
        wrong = N_("Nothing uses the text “{key}” under `{section}`.", key=key, section=section)
        documents.fault(file, (section, key), wrong, N_("Remove it, or correct its name."))


def _check_choices(
    method: Method, shared: SharedTexts, texts: MethodTexts, documents: Documents, file: str
) -> None:
    known = shared.texts["et"].choices
    for parameter in parameters_of(method, shared):
        own = texts.choices.get(parameter.name, {})
        for code in parameter.choices:
            if code not in own and code not in known.get(parameter.name, {}):
                wrong = N_(
                    "The choice “{code}” of “{name}” has no label.", code=code, name=parameter.name
                )
                cure = N_("Add it under `choices`.")
                documents.fault(file, ("choices", parameter.name), wrong, cure)


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
    wrong = N_("“{path}” is not the same kind of data in both languages.", path=shown)
    cure = N_("Give both files the same names and lengths.")
    documents.fault(LANGUAGE_FILES["en"], path, wrong, cure)
