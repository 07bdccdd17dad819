"""Sentences about faults: English with places for facts, said in either language when asked."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Union

Fact = Union[str, int, float, "Sentence"]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Where the translations of a room's sentences are: its domain and its folder of locales."""

    domain: str
    folder: Path


OURS = Catalog("board_templates", Path(__file__).parent / "locales")


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English sentence with `{places}`, the key of its translations, and what stands in them.

    A fact may be a sentence itself, of another room too; it is then said in the same language.
    """

    text: str
    facts: tuple[tuple[str, Fact], ...] = ()
    catalog: Catalog = OURS

    def __str__(self) -> str:
        """Give the English sentence."""
        return self.text.format_map(dict(self.facts))

    def said(self, lang: str) -> str:
        """Return the sentence in a language; in English where it has no translation."""
        facts = {
            name: fact.said(lang) if isinstance(fact, Sentence) else fact
            for name, fact in self.facts
        }
        return _translations(self.catalog, lang).gettext(self.text).format_map(facts)

    def parts(self) -> Iterator[Sentence]:
        """Yield this sentence and those it holds."""
        yield self
        for _, fact in self.facts:
            if isinstance(fact, Sentence):
                yield from fact.parts()


def N_(text: str, /, **facts: Fact) -> Sentence:  # noqa: N802  # the name by which gettext tools find texts to translate
    """Return a sentence of ours, marked for translation."""
    return Sentence(text, tuple(facts.items()))


@lru_cache(maxsize=8)
def _translations(catalog: Catalog, lang: str) -> gettext.NullTranslations:
    return gettext.translation(catalog.domain, catalog.folder, languages=[lang], fallback=True)


def ended(reason: Sentence) -> Sentence:
    """Return a reason with the full stop of a sentence of its own."""
    return Sentence("{reason}.", (("reason", reason),))


def several(reasons: Iterable[Sentence]) -> Sentence:
    """Return several reasons as one, with semicolons between them."""
    facts = tuple((f"reason{number}", reason) for number, reason in enumerate(reasons))
    return Sentence("; ".join(f"{{{name}}}" for name, _ in facts), facts)


def printable(text: str) -> str:
    """Return a text in which every sign that can't be printed is written out."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


class Reasoned(ValueError):  # noqa: N818  # the base of those that say what happened
    """Something of a method can't be used; `reason` is a sentence without its full stop."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


def refused_with(error: Exception) -> Sentence:
    """Quote what Python or a library said, which is never translated."""
    return N_("it was refused with “{detail}”", detail=str(error))


def reason_of(error: Exception) -> Sentence:
    """Return why something failed: our own sentence, or what Python or Jinja said, quoted."""
    if isinstance(error, Reasoned):
        return error.reason
    if isinstance(error, ZeroDivisionError):
        return N_("it divides by zero")
    return refused_with(error)
