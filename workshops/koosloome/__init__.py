"""The product as the doors see it: one method a verb, nothing decided here."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from workshops.koosloome.checks import CheckVerbs
from workshops.koosloome.jobs import JobVerbs
from workshops.koosloome.methods import MethodVerbs
from workshops.koosloome.packs import PackVerbs
from workshops.koosloome.sign_in import SignInVerbs


class Koosloome(MethodVerbs, JobVerbs, CheckVerbs, PackVerbs, SignInVerbs):
    """The product for one process; close it after use."""

    def close(self) -> None:
        """Stop working and let go of everything that was opened."""
        self.stop_worker()
        self._wires.close()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()
