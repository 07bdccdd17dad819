"""What every operation may be asked with."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field


class LangQuery(BaseModel):
    """The language of texts."""

    lang: Literal["et", "en"] = Field("et", description="The language of texts in the answer.")


class SummaryQuery(BaseModel):
    """The language of a summary."""

    lang: Literal["et", "en"] | None = Field(
        None, description="The language of its result and signals; as it was made unless given."
    )


class WorkshopPath(BaseModel):
    """Which workshop."""

    workshop: str = Field(description="The id of a workshop, or of its board.")
