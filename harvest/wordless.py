"""What says the same in every language: told by the names that an expression asks for.

A second wording takes it over as it is. Whatever reaches an expression has a name there, so what
names nothing that is in words of the product holds none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from board_templates.result_spec import expressions_in, phrases_in

IN_WORDS: Final = frozenset({"labels", "planned"})
"""What every expression may ask for that is in the language of the report."""

_NAME: Final = re.compile(r"[a-z_][a-z0-9_]*")


def without_words(
    nodes: Mapping[str, Any], worded: Iterable[str], whole: str | None = None
) -> frozenset[str]:
    """Return the names of the nodes that say the same in every language; in doubt they do not.

    Args:
        nodes: The nodes by name, each of which may draw on those before it.
        worded: What is in words, by name.
        whole: The name by which all nodes together go, where they do not go by their own.
    """
    known = set(worded)
    found = set()
    for name, node in nodes.items():
        if phrases_in(node) or asks([said for _, said in expressions_in(name, node)], known):
            known.add(whole or name)
        else:
            found.add(name)
    return frozenset(found)


def asks(value: object, names: set[str]) -> bool:
    """Tell whether a text among some, or within mappings and lists, holds one of the names."""
    return any(not names.isdisjoint(_NAME.findall(text)) for text in _texts_in(value))


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts_in(inner)
