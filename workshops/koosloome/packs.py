"""The verb of the hour before a workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshops.koosloome.base import Face

if TYPE_CHECKING:
    from workshops.requests_answers import Account, PackAnswer, PackRequest


class PackVerbs(Face):
    """What a facilitator prints or opens; each verb takes the acting account first."""

    def pack(self, account: Account, ref: str, request: PackRequest) -> PackAnswer:
        """Return the facilitator's pack of a workshop. Raises `NotFound` or `InputFaults`."""
        from workshops.pack_board import pack_board  # noqa: PLC0415  # drawing is heavy

        workshop = self._wires.refs.workshop(account, ref)
        return pack_board(self.library, self._wires.store, workshop, request, self._now())
