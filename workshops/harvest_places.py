"""Where in harvest.yaml a fault stands: the line of what a checker names by a path of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from board_templates.yaml_reading import Document, Path, read_yaml

HARVEST = "harvest.yaml"


class HarvestPlaces:
    """The lines of one harvest.yaml.

    Checkers name places by what people call them: `result.people.name`, `signals.all_key.when`.
    They leave out what only holds others (`fields`, the name of a reading), and signals go by code.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _document(self) -> Document:
        """The file once more, with lines; only read when something is wrong with it."""
        return read_yaml(self._text, HARVEST)

    def line(self, where: str, value: str = "") -> int | None:
        """Return the line of a place, of this value or name in it if one is given and stands there.

        The nearest that holds it where the place itself isn't written.
        """
        path = path_of(self._document.value, where)
        if value:
            inner = next(_paths_to(_at(self._document.value, path), value), ())
            path = (*path, *inner)
        return self._document.line(path)


def path_of(value: Any, where: str) -> Path:  # noqa: ANN401  # any value of a document
    """Return the path of the place within a value; of what holds it where it is not written."""
    if not where:
        return ()
    for name, key, inner in _entries(value):
        if where == name or where.startswith(f"{name}."):
            return (key, *path_of(inner, where[len(name) + 1 :]))
    for _, key, inner in _entries(value):
        if isinstance(inner, Mapping) and (found := path_of(inner, where)):
            return (key, *found)
    return ()


def _entries(value: Any) -> Iterator[tuple[str, str | int, Any]]:  # noqa: ANN401  # as above
    """Yield what a value holds: the name people call it by, its key, itself; long names first."""
    if isinstance(value, Mapping):
        for key in sorted(value, key=len, reverse=True):
            yield key, key, value[key]
    if isinstance(value, list):
        for number, entry in enumerate(value):
            named = isinstance(entry, Mapping) and isinstance(entry.get("code"), str)
            yield entry["code"] if named else str(number), number, entry


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401  # as above
    for step in path:
        value = value[step]
    return value


def _paths_to(value: Any, wanted: str) -> Iterator[Path]:  # noqa: ANN401  # as above
    """Yield the paths to a text, or to an entry of that name."""
    if value == wanted:
        yield ()
    for _, key, inner in _entries(value):
        if key == wanted:
            yield (key,)
        else:
            yield from ((key, *path) for path in _paths_to(inner, wanted))
