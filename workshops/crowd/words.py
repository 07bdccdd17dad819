"""What made-up people write: bold words, links, lists, emoji, as Miro’s interface has them."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from workshops.rehearsal import Rich

THOUGHTS: Mapping[str, tuple[str, ...]] = {
    "et": (
        "Buss peab käima ka õhtul",
        "Küsime kõigepealt noortelt endilt",
        "Vallal ei ole selleks raha",
        "Kooli õueala võiks olla avatud",
        "Õpetajad on väsinud",
        "Meil on juba hea näide Võrust",
        "Inimesed ei usu, et neid kuulatakse",
        "Andmed on kolmes eri registris",
        "Keegi ei vastuta tervikus",
        "Teeme proovi ühes külas",
        "Kohtume suvel, mitte pimedal ajal",
        "Žürii otsus jäi arusaamatuks",
    ),
    "en": (
        "The bus must run in the evening too",
        "Ask the young people first",
        "The council has no money for this",
        "Open the school yard to everybody",
        "Teachers are tired",
        "There is a good example in Võru",
        "People do not believe anyone listens",
        "The data sits in three registers",
        "Nobody owns the whole",
        "Try it in one village first",
        "Meet in summer, not when it is dark",
        "The jury’s decision was not understood",
    ),
}
EMOJI = ("🚌", "👍🏽", "👩‍👩‍👧", "❤️", "🇪🇪", "🌱")
LINK = "https://example.org/kava?osa=1&leht=2"


@dataclass(frozen=True, slots=True)
class Said:
    """A text as Miro stores it and as people read it.

    `private` is what begins with the private sign; `votes` those typed at its end, which are not
    part of what people read.
    """

    content: Rich
    plain: str
    private: bool = False
    votes: int = 0


def said(lang: str, chance: Random) -> Said:
    """Return something somebody might write."""
    thought = chance.choice(THOUGHTS["en" if lang == "en" else "et"])
    more = chance.choice(THOUGHTS["en" if lang == "en" else "et"])
    return chance.choice(_FORMS)(thought, more, chance)


def listed(lang: str, chance: Random) -> Said:
    """Return a list, as the interface makes one in texts and on cards; notes have none."""
    lines = chance.sample(THOUGHTS["en" if lang == "en" else "et"], 3)
    tag = chance.choice(("ul", "ol"))
    points = "".join(f"<li>{_escaped(line)}</li>" for line in lines)
    return Said(Rich(f"<{tag}>{points}</{tag}>"), "\n".join(lines))


def plainly(text: str) -> Said:
    """Return a text that somebody typed as it is."""
    paragraphs = "".join(f"<p>{_escaped(line)}</p>" for line in text.split("\n"))
    return Said(Rich(paragraphs), text)


def _plain(thought: str, _more: str, _chance: Random) -> Said:
    return plainly(thought)


def _unwrapped(thought: str, more: str, _chance: Random) -> Said:
    return Said(Rich(f"{_escaped(thought)}<br />{_escaped(more)}"), f"{thought}\n{more}")


def _two_lines(thought: str, more: str, _chance: Random) -> Said:
    return plainly(f"{thought}\n{more}")


def _gap(thought: str, more: str, _chance: Random) -> Said:
    return plainly(f"{thought}\n\n{more}")


def _bold(thought: str, more: str, _chance: Random) -> Said:
    first, _, rest = thought.partition(" ")
    content = f"<p><strong>{_escaped(first)}</strong> {_escaped(rest)}</p><p><em>{more}</em></p>"
    return Said(Rich(content), f"{thought}\n{more}")


def _bold_in_a_word(thought: str, _more: str, _chance: Random) -> Said:
    return Said(Rich(f"<p>{thought[:3]}<b>{thought[3:5]}</b>{thought[5:]}</p>"), thought)


def _linked(thought: str, more: str, _chance: Random) -> Said:
    link = f'<a href="{_escaped(LINK)}">{_escaped(more)}</a>'
    return Said(Rich(f"<p>{_escaped(thought)}: {link}</p>"), f"{thought}: {more}")


def _with_emoji(thought: str, _more: str, chance: Random) -> Said:
    return plainly(f"{thought} {chance.choice(EMOJI)}")


def _only_emoji(_thought: str, _more: str, chance: Random) -> Said:
    return plainly(chance.choice(EMOJI))


def _characters_of_html(thought: str, _more: str, _chance: Random) -> Said:
    return plainly(f"{thought} (alla <5 km & <b>mitte</b> rohkem)")


def _broken_line(thought: str, more: str, _chance: Random) -> Said:
    return Said(Rich(f"<p>{_escaped(thought)}<br>{_escaped(more)}</p>"), f"{thought}\n{more}")


def _typed_list(thought: str, more: str, _chance: Random) -> Said:
    return plainly(f"- {thought}\n- {more}")


def _no_break(thought: str, _more: str, _chance: Random) -> Said:
    joined = _escaped(thought).replace(" ", "&nbsp;")
    return Said(Rich(f"<p>&nbsp;{joined} </p>"), thought)


def _private(thought: str, _more: str, _chance: Random) -> Said:
    return Said(Rich(f"<p>! {_escaped(thought)}</p>"), thought, private=True)


def _voted(thought: str, _more: str, chance: Random) -> Said:
    votes = chance.randint(1, 9)
    mark = chance.choice((f"+{votes}", "●" * votes))
    return Said(Rich(f"<p>{_escaped(thought)} {mark}</p>"), thought, votes=votes)


_FORMS: tuple[Callable[[str, str, Random], Said], ...] = (
    _plain,
    _plain,
    _plain,
    _unwrapped,
    _two_lines,
    _gap,
    _bold,
    _bold_in_a_word,
    _linked,
    _with_emoji,
    _only_emoji,
    _characters_of_html,
    _broken_line,
    _typed_list,
    _no_break,
    _private,
    _voted,
)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
