"""The parts a report is made of, before any file format: plain texts, not yet escaped."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the report's own."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text; `link` is an address of our own, shown behind it, and `after` goes on behind that."""

    text: str
    link: str | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line of a list; `label` stands before it, `children` below.

    With `beside` the children are short and may stand beside each other. `colour` is that of a
    note, as Miro names it.
    """

    text: str
    label: str = ""
    children: tuple[Bullet, ...] = ()
    beside: bool = False
    colour: str = ""

    @property
    def line(self) -> str:
        """What stands on the line itself: the text, and what may stand beside each other."""
        if not self.beside:
            return self.text
        said = "; ".join(": ".join(filter(None, (one.label, one.text))) for one in self.children)
        return f"{self.text} · {said}" if self.text else said

    @property
    def below(self) -> tuple[Bullet, ...]:
        """What stands on lines of its own."""
        return () if self.beside else self.children


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    bullets: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullets | Table
