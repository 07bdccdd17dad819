"""A summary's words in a second language, said at the harvest while everything is still known.

Who is known, what is withheld and what was read are gone later; so the second wording is made with
the first, from the same reading and by the same keeper of names.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, JsonValue, SkipValidation

from harvest.summary import Lang, Signal, Summary


class Retold(BaseModel):
    """What of a summary is in words of the product, in the language `lang`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lang: Lang
    signals: tuple[Signal, ...]
    result: dict[str, Annotated[JsonValue, SkipValidation]]

    def of(self, summary: Summary) -> Summary:
        """Return the summary it was made with, in this language."""
        said: dict[str, Any] = {"signals": self.signals, "result": self.result}
        return summary.model_copy(update=said)

    def to_json(self) -> str:
        """Return it as JSON; of a large result pydantic takes long to see that it is plain."""
        said = {
            "lang": self.lang,
            "signals": [signal.model_dump(mode="json") for signal in self.signals],
            "result": self.result,
        }
        return json.dumps(said, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Retold:
        """Return what `to_json` wrote.

        Raises:
            pydantic.ValidationError: If it isn't one.
        """
        return cls.model_validate_json(text)


@dataclass(frozen=True, slots=True)
class Told:
    """A summary, and its words in the other language where they could be found."""

    summary: Summary
    retold: Retold | None
