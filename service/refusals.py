"""Errors as people read them on a page: what happened, why, what to do next."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.texts import N_, texts_in
from workshops.errors import KoosloomeError, UnknownMethod
from workshops.messages import message
from workshops.stored_error import StoredError


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """An error in a person's words. `near` are methods that may have been meant."""

    title: str
    why: str
    remedy: str
    near: tuple[str, ...] = ()
    code: str = ""
    details: str = field(default="")


UNKNOWN = (
    N_("Something went wrong"),
    N_("This is a fault of Koosloome, not yours."),
    N_("Try again in a moment. If it stays, tell the keeper of this service what you did last."),
)

SENTENCES: dict[str, tuple[str, str, str]] = {
    "input": (
        N_("Some values are not right"),
        N_("What is wrong is written below."),
        N_("Correct them and send again."),
    ),
    "not_signed_in": (
        N_("You are not signed in"),
        N_("Nobody is signed in here, or Miro does not accept the sign-in any more."),
        N_("Sign in with Miro. Without that link ask the keeper of this service for a new token."),
    ),
    "nobody_signed_in": (
        N_("You are not signed in"),
        N_("Nobody is signed in here, or Miro does not accept the sign-in any more."),
        N_("Ask the keeper of this service to set the access token of Miro."),
    ),
    "not_allowed": (
        N_("Your Miro account may not do this"),
        N_("The team or the board does not let your account in."),
        N_("Ask the owner of the board or team for the right to edit."),
    ),
    "sandbox_token_elsewhere": (
        N_("The sandbox and Miro were mixed up"),
        N_("A token of the sandbox is never sent to Miro."),
        N_("Ask the keeper of this service to set the access token of Miro."),
    ),
    "not_found": (
        N_("There is no such page"),
        N_("The address may be old or mistyped."),
        N_("Begin with the methods, or open your workshops."),
    ),
    "unknown_method": (
        N_("There is no method “%(method)s”"),
        N_("The address may be old or mistyped."),
        N_("Choose a method from the list."),
    ),
    "workshop_not_found": (
        N_("There is no such workshop"),
        N_("It was removed, or it is somebody else's."),
        N_("Your own workshops are all in one list."),
    ),
    "board_not_found": (
        N_("The board is not there any more"),
        N_("It was deleted in Miro, or it is no longer shared with you."),
        N_("Look in Miro's bin, or ask the owner of the board to share it with you again."),
    ),
    "job_not_found": (
        N_("There is no such job"),
        N_("It ended long ago, or it is somebody else's."),
        N_("Your own workshops are all in one list."),
    ),
    "board_unfinished": (
        N_("Miro did not finish the board"),
        N_("%(made)s of %(planned)s parts are there. What was made is kept, nothing is doubled."),
        N_("Continue when Miro works again: making goes on from where it stopped."),
    ),
    "already_unfinished": (
        N_("The same board is unfinished"),
        N_("You began a board of the same method with the same values, and it is not ready yet."),
        N_("Continue that one, or make another board."),
    ),
    "being_made": (
        N_("The board is being made right now"),
        N_("Another job works on it."),
        N_("Wait a minute and open this page again."),
    ),
    "harvest_incomplete": (
        N_("The board could not be read whole"),
        N_("%(read)s items were read before Miro fell silent. No summary was made of a part."),
        N_("Try again: collecting results starts from the beginning and takes a minute."),
    ),
    "miro_unreachable": (
        N_("Miro does not answer"),
        N_("Nothing was changed."),
        N_("Check the network and try again in a few minutes."),
    ),
    "cancelled": (
        N_("The job was stopped"),
        N_("What was made is kept."),
        N_("Continue when you like: making goes on from where it stopped."),
    ),
    "miro_refused": (
        N_("Miro refused a part of the board"),
        N_("What was made is kept. This is a fault of Koosloome, not yours."),
        N_("Try to continue. If Miro refuses again, tell the keeper of this service."),
    ),
    "faulty_rule": (
        N_("The method cannot sum up this board"),
        N_("A rule of its harvest.yaml does not fit what is on the board. The board is untouched."),
        N_(
            "Let the method's author correct it, as told below, and the keeper of this service "
            "start it anew. Then collect the results again."
        ),
    ),
    "broken_accounting": (
        N_("The summary does not add up"),
        N_("Some notes would be lost, so no summary was made. This is a fault of Koosloome."),
        N_("Tell the keeper of this service. The board and its notes are untouched."),
    ),
}  # fmt: skip


def refusal_of(error: KoosloomeError | StoredError, lang: str) -> Refusal:
    """Put an error into words for a page; the exact message of the product stands in `details`."""
    texts = texts_in(lang)
    title, why, remedy = SENTENCES.get(error.code, UNKNOWN)
    return Refusal(
        title=_filled(texts.gettext(title), error),
        why=_filled(texts.gettext(why), error),
        remedy=_filled(texts.gettext(remedy), error),
        near=error.near if isinstance(error, UnknownMethod) else (),
        code=error.code,
        details=message(error, lang),
    )


def _filled(sentence: str, error: KoosloomeError | StoredError) -> str:
    return sentence % dict(error.facts) if "%(" in sentence else sentence
