"""The board's own words in the other language, so that a label follows whoever reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from board_templates.method import Lang, Method, MethodTexts
from board_templates.shared_texts import CommonTexts, SharedTexts

Path = tuple[str | int, ...]


def own_words(method: Method | None, shared: SharedTexts, lang: Lang) -> dict[str, str]:
    """Return every text a board may show, in whatever language, with its wording in `lang`.

    Texts that are filled in are left out: nothing tells their values from the words around them.
    """
    texts: list[Mapping[Lang, MethodTexts] | Mapping[Lang, CommonTexts]] = [shared.texts]
    if method is not None:
        texts.append(method.texts)
    found: dict[str, str] = {}
    for by_lang in texts:
        wanted = dict(_leaves(by_lang[lang]))
        for said in by_lang.values():
            found.update((text, wanted[path]) for path, text in _leaves(said) if path in wanted)
    return found


def _leaves(texts: MethodTexts | CommonTexts) -> Iterator[tuple[Path, str]]:
    for key, zone in texts.zones.items():
        yield from _inner(("zones", key), zone.label)
    for key, parameter in texts.parameters.items():
        yield from _inner(("parameters", key), parameter.default)
    yield from _inner(("words",), texts.words)


def _inner(path: Path, said: Any) -> Iterator[tuple[Path, str]]:  # noqa: ANN401  # data of any shape
    if isinstance(said, str):
        if "{" not in said:
            yield path, said
    elif isinstance(said, Mapping):
        for key, inner in said.items():
            yield from _inner((*path, key), inner)
    elif isinstance(said, list | tuple):
        for number, inner in enumerate(said):
            yield from _inner((*path, number), inner)
