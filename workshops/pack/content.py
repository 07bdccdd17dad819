"""What a pack holds: sections made of a few kinds of blocks, without any markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from board_templates.method import Lang

SectionId = Literal["run_sheet", "links", "rotation", "invitation", "access", "locking", "unread"]
Tone = Literal["plain", "quiet", "strong"]

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\^{|}]+")


@dataclass(frozen=True, slots=True)
class Address:
    """A web address within a text; a document makes a link of it."""

    url: str


Text = tuple[str | Address, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; quiet ones stand back, a strong one is the section's point."""

    text: Text
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `pause` tells that nobody works in it."""

    cells: tuple[str, ...]
    pause: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `kind` names it for a document's own style. An empty cell is to be written into."""

    kind: Literal["run_sheet", "rotation"]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Messages:
    """Lines that are copied one by one."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """Things to tick off, in order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail ready to be sent."""

    subject_label: str
    subject: str
    paragraphs: tuple[Text, ...]

    @property
    def body(self) -> str:
        """The e-mail's text, its paragraphs apart."""
        return "\n\n".join(plain_text(paragraph) for paragraph in self.paragraphs)


Block = Paragraph | Table | Messages | Checks | Letter


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the pack."""

    id: SectionId
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A line at the head of the pack; an empty value is to be written in by hand."""

    label: str
    value: Text


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole pack of one board. `picture` is the board as SVG, made by us and safe."""

    lang: Lang
    name: str
    title: str
    facts: tuple[Fact, ...]
    roles: tuple[Fact, ...]
    sections: tuple[Section, ...]
    picture: str | None = None


def with_address(text: str, url: str) -> Text:
    """Return a text in which this address, where it stands, can be made a link.

    An address that a browser would not open as a web page stays text.
    """
    if not _ADDRESS.fullmatch(url) or url not in text:
        return (text,) if text else ()
    before, _, after = text.partition(url)
    return tuple(part for part in (before, Address(url), *with_address(after, url)) if part)


def with_addresses(text: str, urls: Iterable[str]) -> Text:
    """Return a text in which these addresses can be made links; of two the longer one is meant."""
    parts: Text = (text,) if text else ()
    for url in sorted(set(urls), key=len, reverse=True):
        split = (with_address(part, url) if isinstance(part, str) else (part,) for part in parts)
        parts = tuple(chain.from_iterable(split))
    return parts


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the web addresses within a text, without the full stop or bracket behind them."""
    return tuple(found.rstrip(".,;:!?)") for found in _ADDRESS.findall(text))


def plain_text(text: Text) -> str:
    """Return a text as it is copied."""
    return "".join(part.url if isinstance(part, Address) else part for part in text)
