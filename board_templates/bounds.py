"""What the expressions of a method may make: every filter that could grow a value, bounded.

Whoever writes a method needs no trust, so nothing large is made out of little. On a board all is
small; a harvest may join what thousands wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from jinja2.filters import do_map
from jinja2.runtime import Context, Undefined
from jinja2.utils import pass_context

from board_templates.choosing_filters import CHOOSING, mapped_attribute
from board_templates.expression_functions import OWN_FILTERS, TooLarge
from board_templates.plain import PLAIN_CLASSES, Plain
from board_templates.sentences import N_


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most characters of a text, those of one made out of little, the most entries of a list.

    The entries of lists within a list count too where an expression puts lists together.
    """

    text: int
    made: int
    entries: int

    def filters(self) -> Mapping[str, Callable[..., Plain]]:
        """Return the filters that hold a method to these bounds."""
        return {
            **OWN_FILTERS,
            **CHOOSING,
            "flat": self.flat,
            "join": self.join,
            "list": self.as_list,
            "map": _mapped(self),
            "replace": self.replace,
            "string": self.as_text,
        }

    def checked_text(self, text: str) -> str:
        """Return the text, refusing one that is too long."""
        if len(text) > self.text:
            raise TooLarge(N_("a text grew beyond {limit}", limit=self.text))
        return text

    def checked_length(self, values: Sequence[Plain]) -> Sequence[Plain]:
        """Return the list, refusing one that is too long."""
        if len(values) > self.entries:
            raise TooLarge(N_("a list grew beyond {limit}", limit=self.entries))
        return values

    def checked(self, value: Plain) -> Plain:
        """Return a value, refusing one that holds too much when all in it is counted.

        A list that holds another several times is small, but to compare or to say it is not.
        """
        waiting, entries, letters = [value], 0, 0
        while waiting:
            held = waiting.pop()
            if held.__class__ is int:  # numbers of notes come by thousands
                pass
            elif isinstance(held, str):
                letters += len(held)
            elif isinstance(held, Mapping):
                waiting.extend(held.values())
            elif isinstance(held, list | tuple):
                waiting.extend(held)
            entries += 1
            if entries > self.entries:
                raise TooLarge(N_("a list grew beyond {limit}", limit=self.entries))
            if letters > self.text:
                raise TooLarge(N_("a text grew beyond {limit}", limit=self.text))
        return value

    def as_list(self, values: Iterable[Plain]) -> list[Plain]:
        """Return the values as a list, refusing an endless one."""
        found = list(islice(values, self.entries + 1))
        if not PLAIN_CLASSES.issuperset(map(type, found)):
            for value in found:
                if isinstance(value, Undefined):
                    str(value)  # A strict one says here what is missing.
        self.checked_length(found)
        return found

    def as_text(self, value: Plain) -> str:
        """Return a value as a text."""
        return self.checked_text(value if isinstance(value, str) else str(self.checked(value)))

    def flat(self, values: Iterable[Iterable[Plain]]) -> list[Plain]:
        """Return the entries of several lists as one list."""
        return self.as_list(chain.from_iterable(values))

    def replace(self, text: object, old: str, new: str) -> str:
        """Return the text with every `old` replaced, its length checked beforehand."""
        before = str(text)
        hits = before.count(old) if old else len(before) + 1
        self._check_growth(len(before) + hits * max(0, len(new) - len(old)), len(before))
        return before.replace(old, new)

    def join(self, values: Iterable[Plain], by: str = "") -> str:
        """Return the values as one text, its length checked while it grows."""
        parts: list[str] = []
        given = 0
        for value in values:
            parts.append(str(value))
            given += len(parts[-1])
            self._check_growth(given + len(by) * len(parts), given)
        return by.join(parts)

    def lengths(self, values: Iterable[Plain]) -> Iterator[Plain]:
        """Yield the values while all their texts together are no longer than one may be."""
        letters = 0
        for value in values:
            if value.__class__ is str:
                letters += len(value)
                if letters > self.text:
                    raise TooLarge(N_("a text grew beyond {limit}", limit=self.text))
            yield value

    def _check_growth(self, size: int, given: int) -> None:
        """Refuse a text that is long without having been made of long ones."""
        limit = min(self.text, max(self.made, 2 * given))
        if size > limit:
            raise TooLarge(N_("a text grew beyond {limit}", limit=limit))


def _mapped(bounds: Bounds) -> Callable[..., Plain]:
    @pass_context
    def mapped(context: Context, values: Iterable[Plain], *args: Plain, **named: Plain) -> Plain:
        """Do the same to each value, as Jinja does."""
        if not args and named.keys() == {"attribute"}:
            return mapped_attribute(context.environment, values, named["attribute"])
        return bounds.lengths(do_map(context, values, *args, **named))

    return mapped


ON_BOARDS = Bounds(text=20_000, made=20_000, entries=5_000)
"""Far more than a board has room for."""

IN_HARVESTS = Bounds(text=100_000_000, made=100_000, entries=1_000_000)
"""Boards of a hundred thousand notes are read whole, and all of them may lie in one zone."""
