"""What is handed to colleagues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workshops.requests_answers.results import ReportFile


@dataclass(frozen=True, kw_only=True)
class ShareAnswer:
    """A template link, and the file that stands for it on a machine nobody else reaches."""

    url: str
    file_name: str | None
    file_content: str | None
    left_out: tuple[str, ...]
    loopback: bool


@dataclass(frozen=True, kw_only=True)
class SharedBrief:
    """What a template link or file carries; untrusted until the brief is checked."""

    method: str
    version: int | None
    lang: str
    values: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class PackRequest:
    """What the pack is to say that the brief does not know.

    `lang` is the pack's, the board's own when null. `delete_on` is a date as people write it; when
    null, the day on which a summary of that workshop would be deleted. `timezone` is where the
    clock of the brief stands.
    """

    lang: str | None = None
    place: str = ""
    contact: str = ""
    delete_on: str | None = None
    timezone: str = "Europe/Tallinn"


@dataclass(frozen=True, kw_only=True)
class PackAnswer:
    """The files of a pack; `left_out` names the values its invitation had to do without."""

    workshop: str
    files: tuple[ReportFile, ...]
    left_out: tuple[str, ...]
