"""`labelled`: a text that people wrote behind labels, taken apart by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import Field

from board_templates.board_spec import Name
from harvest.readings.base import Arguments, But, Listed, Patterns, Reading, Sources
from harvest.view import Row

_AROUND = " \t:–-…"


class LabelledArguments(Arguments):
    """In which zones; `parts` gives each part the words that stand before it, in any language."""

    zones: Patterns
    but: But = ()
    parts: dict[Name, tuple[str, ...]] = Field(
        min_length=1, description="the words before each part, in any language"
    )


def _make(arguments: LabelledArguments, sources: Sources) -> Listed:
    view = sources.view
    rows = []
    for zone in view.zones(arguments.zones, arguments.but):
        notes = view.notes_of(zone.plan.key)
        lines = [line for note in notes for line in (note["text"] or "").splitlines()]
        rows.append(
            {
                **_parts(arguments.parts, lines),
                "from": [note["no"] for note in notes],
                "zone": zone.plan.key,
                "frame": zone.plan.frame,
                "label": view.label(zone),
            }
        )
    blank = {**_parts(arguments.parts, []), "from": [], "zone": None, "frame": None, "label": None}
    return Listed(rows, blank)


def _parts(labels: Mapping[str, tuple[str, ...]], lines: list[str]) -> Row:
    """Return each part's text, null where nothing stands; `rest` is what has no label.

    Where people wrote over all labels, as many lines as there are parts stand in their order.
    """
    found: dict[str, list[str]] = {name: [] for name in (*labels, "rest")}
    said = list(_named(labels, [line.strip() for line in lines if line.strip()]))
    bare = all(name == "rest" for name, _ in said)
    if bare and len(said) == len(labels):
        said = [(name, line) for name, (_, line) in zip(labels, said, strict=True)]
    for name, line in said:
        if line:
            found[name].append(line)
    return {name: "\n".join(texts) or None for name, texts in found.items()}


def _named(labels: Mapping[str, tuple[str, ...]], lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each line without its label, under the part that the last label began."""
    words = [(word.casefold(), name) for name, said in labels.items() for word in said]
    words.sort(key=lambda entry: -len(entry[0]))
    current = "rest"
    for line in lines:
        text = line.casefold()
        start = next((entry for entry in words if _begins(text, entry[0])), None)
        if start is None:
            yield current, line
        else:
            current = start[1]
            yield current, line[len(start[0]) :].strip(_AROUND)


def _begins(text: str, word: str) -> bool:
    return text.startswith(word) and not text[len(word) : len(word) + 1].isalnum()


READING = Reading(
    name="labelled",
    about=(
        "One row for each zone whose text has several parts behind labels (“Topic …”): each "
        "part by its name. A line without a label goes on with the part before it."
    ),
    arguments=LabelledArguments,
    make=_make,
    gives={
        "PART": "what stands behind its label, or null",
        "rest": "what stands before all labels, or null",
        "from": "numbers of the notes",
        "zone": "key of the zone",
        "frame": "key of its frame",
        "label": "what the zone is called",
    },
    order="in the order of the plan",
)
