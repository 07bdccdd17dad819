"""A fault of this product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workshops.errors.meaning import Interrupts, KoosloomeError
from workshops.faults import N_


@dataclass(eq=False, kw_only=True)
class OurFault(KoosloomeError):  # noqa: N818  # named by what happened
    """A fault of this product."""

    code: ClassVar[str] = "our_fault"
    sentence: ClassVar[str] = N_("This is a fault of Koosloome: {reason}")
    reason: str = ""


@dataclass(eq=False, kw_only=True)
class MiroRefused(Interrupts, OurFault):
    """Miro refused a call that should have been right."""

    code: ClassVar[str] = "miro_refused"
    sentence: ClassVar[str] = N_("Miro refused a call of ours ({operation}, {status}): {reason}")
    operation: str = ""
    status: int | None = None


@dataclass(eq=False, kw_only=True)
class BrokenAccounting(OurFault):
    """A harvest whose sums do not agree; nothing of it is given out."""

    code: ClassVar[str] = "broken_accounting"
    sentence: ClassVar[str] = N_("The sums of the harvest do not agree: {reason}")
