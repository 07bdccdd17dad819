"""What a facilitator filled in, from a file and from `--set`; it is checked elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cli.texts import Texts
from workshops.errors import InputFault, InputFaults
from workshops.reasons import os_reason

MOST_BYTES = 256 * 1024


def values_from(brief_file: Path | None, pairs: Iterable[str], texts: Texts) -> dict[str, Any]:
    """Merge the file and the pairs; a pair beats the file, a repeated pair makes a list.

    Raises `InputFaults` that name every pair and every fault of the file at once.
    """
    faults: list[InputFault] = []
    values: dict[str, Any] = {}
    if brief_file:
        try:
            values = _from_file(brief_file, texts)
        except _UnreadableError as wrong:
            faults.append(wrong.fault(brief_file))
    values.update(_from_pairs(pairs, faults, texts))
    if faults:
        raise InputFaults(faults=tuple(faults))
    return values


class _UnreadableError(Exception):
    """A brief file of which nothing can be used; the text says why, `reason` is filled in."""

    def __init__(self, told: str, reason: str = "", line: int | None = None) -> None:
        super().__init__(told)
        self.told = told
        self.reason = reason
        self.line = line

    def fault(self, path: Path) -> InputFault:
        place = str(path) if self.line is None else f"{path}:{self.line}"
        values = {"path": place, "reason": self.reason}
        return InputFault(
            field="--brief", code="file", sentence="{path}: " + self.told, values=values
        )


def _from_pairs(pairs: Iterable[str], faults: list[InputFault], texts: Texts) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if sign and name.strip():
            found.setdefault(name.strip(), []).append(value)
        else:
            told = texts.gettext("“{text}” is not NAME=VALUE").format(text=pair)
            faults.append(_fault("--set", "pair", told))
    return {name: given[0] if len(given) == 1 else given for name, given in found.items()}


def _from_file(path: Path, texts: Texts) -> dict[str, Any]:
    try:
        text = path.read_bytes()
    except OSError as error:
        told = texts.gettext("the file cannot be read ({reason})")
        raise _UnreadableError(told, os_reason(error)) from error
    if len(text) > MOST_BYTES:
        raise _UnreadableError(texts.gettext("the file is over 256 kB"))
    found = _parsed(text, texts)
    if not isinstance(found, Mapping):
        raise _UnreadableError(texts.gettext("the file holds no list of name: value"))
    return {str(name): value for name, value in found.items()}


def _parsed(text: bytes, texts: Texts) -> object:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).load(text.decode("utf-8")) or {}
    except (YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _mistake(text, texts) or _UnreadableError(
            texts.gettext("the file is not YAML ({reason})"), " ".join(str(error).split())
        ) from error


def _mistake(text: bytes, texts: Texts) -> _UnreadableError | None:
    """Return what is wrong in our own words, at its line, where the stricter reader has them."""
    from board_templates.yaml_reading import read_yaml

    try:
        faults = read_yaml(text.decode("utf-8"), "").faults
    except UnicodeDecodeError:
        return None
    if not faults:
        return None
    lang = texts.info().get("language", "en")
    told = f"{faults[0].wrong.said(lang)} {faults[0].cure.said(lang)}"
    return _UnreadableError("{reason}", told, faults[0].line)


def _fault(field: str, code: str, told: str) -> InputFault:
    return InputFault(field=field, code=code, sentence="{told}", values={"told": told})
