"""There is no such thing, or it is not this person's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workshops.errors.meaning import Interrupts, KoosloomeError
from workshops.faults import N_


@dataclass(eq=False, kw_only=True)
class NotFound(KoosloomeError):  # noqa: N818  # named by what happened
    """There is no such thing, or it is not this person's."""

    code: ClassVar[str] = "not_found"
    sentence: ClassVar[str] = N_("There is no such thing.")


@dataclass(eq=False, kw_only=True)
class UnknownMethod(NotFound):
    """No method of this id."""

    code: ClassVar[str] = "unknown_method"
    sentence: ClassVar[str] = N_(
        "There is no method “{method}”. Near to it: {near}. `koosloome methods list` names all."
    )
    bare: ClassVar[str] = N_("There is no method “{method}”. `koosloome methods list` names all.")
    method: str
    near: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class WorkshopNotFound(NotFound):
    """No workshop of this account answers to the reference."""

    code: ClassVar[str] = "workshop_not_found"
    sentence: ClassVar[str] = N_(
        "There is no workshop or board “{ref}”. `koosloome board list` names yours."
    )
    ref: str


@dataclass(eq=False, kw_only=True)
class BoardNotFound(Interrupts, NotFound):
    """Miro knows no such board, or this person does not see it."""

    code: ClassVar[str] = "board_not_found"
    sentence: ClassVar[str] = N_("The board {ref} is not there (any more), or you do not see it.")
    ref: str


@dataclass(eq=False, kw_only=True)
class JobNotFound(NotFound):
    """No job of this account has the id."""

    code: ClassVar[str] = "job_not_found"
    sentence: ClassVar[str] = N_("There is no such job: {job}.")
    job: str


@dataclass(eq=False, kw_only=True)
class CheckpointNotFound(NotFound):
    """No checkpoint of this workshop has the id."""

    code: ClassVar[str] = "checkpoint_not_found"
    sentence: ClassVar[str] = N_(
        "There is no checkpoint “{checkpoint}” of {workshop}. There are: {known}. "
        "`koosloome checkpoint` takes one."
    )
    bare: ClassVar[str] = N_(
        "There is no checkpoint “{checkpoint}” of {workshop}, nor any other. "
        "`koosloome checkpoint` takes one."
    )
    checkpoint: str
    workshop: str
    known: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class LinkNotFound(NotFound):
    """A template link or file that is not there."""

    code: ClassVar[str] = "link_not_found"
    sentence: ClassVar[str] = N_("There is no such link or file: {ref}.")
    ref: str
