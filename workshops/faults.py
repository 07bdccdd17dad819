"""One thing wrong with the input, and the mark that finds texts to translate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as default

Fact = str | int | float | bool | None


def N_(text: str) -> str:  # noqa: N802  # the name by which gettext tools find texts to translate
    """Mark a text for translation and return it."""
    return text


@dataclass(frozen=True, kw_only=True)
class InputFault:
    """One thing wrong with the input: the field, a code, and the values of its sentence.

    `sentence` is English with `{placeholders}`, the key of its translation.
    """

    field: str
    code: str
    sentence: str
    values: Mapping[str, Fact] = default(default_factory=dict)

    def __str__(self) -> str:
        """Give the field and the English sentence."""
        return f"{self.field}: {self.sentence.format_map(dict(self.values))}"
