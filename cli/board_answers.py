"""What the board commands say: pure text over the answers of the product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.surroundings import Surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshops.requests_answers import BoardFacts, CreateAnswer, DryRun, Removal


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
        _tell_what_differs(answer, here)
        return
    t = here.texts
    here.print(answer.board.url)
    here.say(t.gettext("Ready: {name}").format(name=answer.board.name))
    here.say(
        t.gettext("Made: {created} of {planned} planned items, {requests} calls.").format(
            created=answer.created, planned=answer.planned, requests=answer.requests
        )
    )
    _tell_what_differs(answer, here)
    if answer.world.value == "sandbox":
        here.say(t.gettext("To open it, start the service: koosloome serve"))
    here.say(t.gettext("After the workshop: koosloome harvest {ref}").format(ref=answer.workshop))


def _tell_what_differs(answer: CreateAnswer, here: Surroundings) -> None:
    """Tell on the side what is not as asked and who was invited: JSON has no place for it."""
    from workshops.sharing_texts import SHARING, by_hand  # see cli.progress

    t = here.texts
    if answer.shortened:
        here.say(
            t.gettext("Miro takes shorter texts: the board's name or description was shortened.")
        )
    changed = sum(found.what not in SHARING for found in answer.differences)
    if changed:
        here.say(
            t.gettext("Items Miro stored otherwise than planned: {count}").format(count=changed)
        )
    if answer.invited:
        invited = ", ".join(answer.invited)
        here.say(t.gettext("Invited by e-mail: {addresses}").format(addresses=invited))
    for line in by_hand(answer.differences, answer.not_invited, here.lang):
        here.say(line)


def nothing_removed(here: Surroundings) -> str:
    """Tell that a no was taken for a no; only a script needs to know how it says yes."""
    if here.stdin.isatty():
        return here.texts.gettext("Nothing was removed.")
    return here.texts.gettext("Nothing was removed: nobody could be asked. In a script, add --yes.")


def removal_text(removal: Removal, texts: Texts) -> str:
    """Tell what would go, and whose notes are among it."""
    lines = [
        texts.gettext("The whole board “{board}” will be removed: {items} items.")
        if removal.whole_board
        else texts.gettext(
            "Of the board “{board}”, the part of the workshop “{title}” will be removed: "
            "{items} items."
        )
    ]
    if removal.notes_of_others:
        lines.append(_whose(removal, texts))
    lines.append(
        texts.gettext(
            "Summaries made before can't be opened afterwards; they are deleted on their day. "
            "Save what you need first."
        )
    )
    return "\n".join(lines).format(
        board=removal.board_name,
        title=removal.workshop.title,
        items=removal.items,
        count=removal.notes_of_others,
        authors=", ".join(removal.authors),
        unknown=removal.authors_unknown,
    )


def _whose(removal: Removal, texts: Texts) -> str:
    if not removal.authors:
        return texts.gettext(
            "Among them notes that others wrote: {count}. Who wrote them is not known."
        )
    if removal.authors_unknown:
        return texts.gettext(
            "Among them notes that others wrote: {count} ({authors}; author unknown: {unknown})."
        )
    return texts.gettext("Among them notes that others wrote: {count} ({authors}).")


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
