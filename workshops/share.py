"""The verb: hand a method and a brief to a colleague, as a link or, on a lone machine, a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from board_templates.library import Library
from board_templates.method import Method
from board_templates.scope import parameters_of
from workshops.briefs import find_method, language, prepare
from workshops.errors import FaultyShare, LinkNotFound
from workshops.faults import N_
from workshops.requests_answers import ShareAnswer, SharedBrief

KIND = "koosloome-template"
SUFFIX = ".koosloome.json"
LARGEST = 200_000  # characters of a file; a brief of the longest texts has a tenth of that


class Share:
    """Makes template links and files, and reads them."""

    def __init__(self, library: Library, public_url: str, *, loopback: bool) -> None:
        self._library = library
        self._public_url = public_url
        self._loopback = loopback

    def make(
        self, method: str, values: Mapping[str, Any], lang: str, *, with_names: bool
    ) -> ShareAnswer:
        """Return the link of a method and a brief, and the file where no colleague could open it.

        Only what differs from the defaults is carried. Names and contacts are left out unless
        `with_names`. Raises `InputFaults` or `UnknownMethod`.
        """
        found = find_method(self._library, method)
        checked = prepare(self._library, method, values, lang)
        given = {name: value for name, value in checked.brief.values.items() if name in values}
        left_out = () if with_names else self._personal(found, given)
        carried = {name: value for name, value in given.items() if name not in left_out}
        lang = checked.brief.lang
        return ShareAnswer(
            url=_address(self._public_url, found, lang, carried),
            file_name=f"{found.id}{SUFFIX}" if self._loopback else None,
            file_content=_file(found, lang, carried) if self._loopback else None,
            left_out=left_out,
            loopback=self._loopback,
        )

    def _personal(self, method: Method, given: Mapping[str, Any]) -> tuple[str, ...]:
        parameters = parameters_of(method, self._library.shared)
        return tuple(
            parameter.name
            for parameter in parameters
            if parameter.name in given and parameter.personal and given[parameter.name]
        )

    def open(self, text: str) -> SharedBrief:
        """Return what a link, the path of a file, or its content carries; unchecked.

        Raises `LinkNotFound` when there is no such file, `FaultyShare` when it is none of ours.
        """
        said = text.strip()
        if said.startswith("{"):
            return _read_file(said)
        if "://" in said:
            return _read_address(said)
        try:
            return _read_file(Path(said).expanduser().read_text(encoding="utf-8")[: LARGEST + 1])
        except (OSError, UnicodeDecodeError) as error:
            raise LinkNotFound(ref=text) from error


def _file(method: Method, lang: str, values: Mapping[str, Any]) -> str:
    content = {
        "kind": KIND,
        "method": method.id,
        "version": method.version,
        "lang": lang,
        "brief": dict(values),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _address(public_url: str, method: Method, lang: str, values: Mapping[str, Any]) -> str:
    pairs = [("lang", lang)]
    for name, value in values.items():
        if name != "lang" and value is not None:
            entries = value if isinstance(value, list) else [value]
            pairs.extend((name, _word(entry)) for entry in entries)
    return f"{public_url}/methods/{method.id}?{urlencode(pairs)}"


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def _read_address(text: str) -> SharedBrief:
    parts = urlsplit(text)
    _, found, method = parts.path.partition("/methods/")
    if not found or not method.strip("/"):
        raise FaultyShare(reason=N_("no method is named in the address"))
    values: dict[str, Any] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name in values:
            before = values[name]
            values[name] = [*(before if isinstance(before, list) else [before]), value]
        else:
            values[name] = value
    lang = language(str(values.pop("lang", "et")))
    return SharedBrief(
        method=method.strip("/").split("/")[0], version=None, lang=lang, values=values
    )


def _read_file(text: str) -> SharedBrief:
    if len(text) > LARGEST:
        raise FaultyShare(reason=N_("the file is too large"))
    try:
        content = json.loads(text)
    except ValueError as error:
        raise FaultyShare(reason=N_("it is not JSON")) from error
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise FaultyShare(reason=N_("its kind is not named"))
    brief = content.get("brief")
    if not isinstance(brief, dict) or not isinstance(content.get("method"), str):
        raise FaultyShare(reason=N_("method or brief is missing"))
    version = content.get("version")
    return SharedBrief(
        method=content["method"],
        version=version if isinstance(version, int) else None,
        lang=language(str(content.get("lang", "et"))),
        values=brief,
    )
