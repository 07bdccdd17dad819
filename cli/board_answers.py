"""What the board commands say: pure text over the answers of the product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.surroundings import Surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from workshops.requests_answers import (
        BoardFacts,
        CreateAnswer,
        Difference,
        DryRun,
        Removal,
    )

_SHARING = frozenset({"access_by_link", "access_of_team"})
_MAY = ("private", "view", "comment", "edit")  # from least to most


def tell_dry_run(run: DryRun, here: Surroundings, *, as_json: bool) -> None:
    """Tell what would be made."""
    if as_json:
        here.print_json(run.as_json())
        return
    here.print(
        here.texts.gettext(
            "{title}: {items} items, of them {frames} frames; {tags} tags. "
            "Calls to Miro: {calls}, credits: {credits}."
        ).format(**run.as_json())
    )
    here.print(
        here.texts.gettext(
            "Expected time: {seconds} s, if Miro answers in a quarter of a second."
        ).format(seconds=run.seconds)
    )


def tell_created(answer: CreateAnswer, here: Surroundings, *, as_json: bool) -> None:
    """Tell what was made: the address as the answer, the rest on the side."""
    if as_json:
        here.print_json(answer.as_json())
        return
    t = here.texts
    here.print(answer.board.url)
    here.say(t.gettext("Ready: {name}").format(name=answer.board.name))
    here.say(
        t.gettext("Made: {created} of {planned} planned items, {requests} calls.").format(
            created=answer.created, planned=answer.planned, requests=answer.requests
        )
    )
    if answer.shortened:
        here.say(
            t.gettext("Miro takes shorter texts: the board's name or description was shortened.")
        )
    for line in sharing_lines(answer.differences, t):
        here.say(line)
    changed = sum(found.what not in _SHARING for found in answer.differences)
    if changed:
        here.say(
            t.gettext("Items Miro stored otherwise than planned: {count}").format(count=changed)
        )
    if answer.invited:
        invited = ", ".join(answer.invited)
        here.say(t.gettext("Invited by e-mail: {addresses}").format(addresses=invited))
    if answer.not_invited:
        missed = ", ".join(answer.not_invited)
        here.say(
            t.gettext(
                "Miro did not invite: {addresses}. Check the addresses, or invite them by hand: "
                "open the board and choose Share."
            ).format(addresses=missed)
        )
    if answer.world.value == "sandbox":
        here.say(t.gettext("To open it, start the service: koosloome serve"))
    here.say(t.gettext("After the workshop: koosloome harvest {ref}").format(ref=answer.workshop))


def sharing_lines(differences: Iterable[Difference], texts: Texts) -> Iterator[str]:
    """Yield what to do by hand where Miro opened the board otherwise than asked."""
    said = {
        ("access_by_link", True): texts.gettext(
            "The board is ready, but whoever gets its link cannot open it as you asked: Miro did "
            "not allow it, perhaps by a rule of your organisation. Open the board, choose Share "
            "and set there what anyone with the link can do, or invite people by e-mail."
        ),
        ("access_of_team", True): texts.gettext(
            "The board is ready, but your team cannot open it as you asked: Miro did not allow it. "
            "Open the board, choose Share and set there what your team can do."
        ),
        ("access_by_link", False): texts.gettext(
            "The board is ready, but Miro lets everyone who gets its link do more than you asked "
            "for. Open the board, choose Share and set there what anyone with the link can do."
        ),
        ("access_of_team", False): texts.gettext(
            "The board is ready, but Miro lets your whole team do more than you asked for. Open "
            "the board, choose Share and set there what your team can do."
        ),
    }
    for one in differences:
        if one.what in _SHARING:
            less = _MAY.index(one.found) < _MAY.index(one.planned) if one.found in _MAY else True
            yield said[one.what, less]


def nothing_removed(here: Surroundings) -> str:
    """Tell that a no was taken for a no; only a script needs to know how it says yes."""
    if here.stdin.isatty():
        return here.texts.gettext("Nothing was removed.")
    return here.texts.gettext("Nothing was removed: nobody could be asked. In a script, add --yes.")


def removal_text(removal: Removal, texts: Texts) -> str:
    """Tell what would go, and whose notes are among it."""
    board = removal.workshop.title
    lines = [
        texts.gettext("The whole board “{board}” will be removed: {items} items.")
        if removal.whole_board
        else texts.gettext(
            "This workshop's part of the board “{board}” will be removed: {items} items."
        )
    ]
    if removal.notes_of_others:
        lines.append(texts.gettext("Among them notes that others wrote: {count} ({authors})."))
    return "\n".join(lines).format(
        board=board,
        items=removal.items,
        count=removal.notes_of_others,
        authors=", ".join(removal.authors) or "–",
    )


def pause_for_locking(here: Surroundings) -> Callable[[BoardFacts], None]:
    """Give the pause in which a person locks the backgrounds, which REST cannot do."""

    def pause(board: BoardFacts) -> None:
        t = here.texts
        here.say(board.url)
        here.say(
            t.gettext(
                "The backgrounds are ready. Open the board, press Ctrl + A and choose Lock. "
                "Then we add notes and dots."
            )
        )
        here.stderr.write(t.gettext("Press Enter to go on.") + " ")
        here.stderr.flush()
        here.stdin.readline()

    return pause


def states(texts: Texts) -> dict[str, str]:
    """Name the states of a workshop."""
    return {
        "making": texts.gettext("being made"),
        "unfinished": texts.gettext("unfinished"),
        "ready": texts.gettext("ready"),
        "found": texts.gettext("found"),
        "removed": texts.gettext("removed"),
    }
