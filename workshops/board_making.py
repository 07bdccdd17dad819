"""Makes the board itself, once: by its mark it is found again when the answer was lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from miro_client import errors as miro
from miro_client.bodies.boards import BoardBody, SharingPolicy
from miro_client.models.boards import Board
from workshops import marks
from workshops.building import BOARD_KEY, Operation
from workshops.faults import N_
from workshops.looking import find_board
from workshops.progress import Phase, ProgressStep
from workshops.reconcile import pause_before_looking
from workshops.records import CallRecord, CallState, WorkshopRecord
from workshops.requests_answers import BoardFacts, Difference
from workshops.workbench import ROUNDS, TIME_OUT, Workbench

SHARING = {  # access by link, access of the team
    "private": ("private", "private"),
    "team": ("private", "edit"),
    "link_view": ("view", "edit"),
    "link_edit": ("edit", "edit"),
}


class BoardMaker:
    """Makes the board of one workshop unless it is there."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._workshop = bench.workshop
        self._ledger = bench.store.ledger
        self._differences: tuple[Difference, ...] = ()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Who may open the board, where Miro answered with something else than was asked for."""
        return self._differences

    def ensure(self) -> WorkshopRecord:
        """Return the workshop with its board, made or found.

        Raises `BoardUnfinished` when no answer came however often it was asked for.
        """
        if self._workshop.board_id is not None:
            self._settle_all(CallState.MADE, {BOARD_KEY: self._workshop.board_id})
            return self._workshop
        for _ in range(ROUNDS):
            if self._found() or self._sent():
                return self._workshop
        raise self._bench.unfinished(N_("Miro did not answer when asked for the board."))

    def body(self) -> BoardBody:
        """Return the call: name, description with the mark, and who may open the board."""
        workshop = self._workshop
        link, team = self._sharing()
        return BoardBody(
            name=marks.board_name(workshop.title),
            description=marks.board_description(self._bench.description, workshop.mark),
            team_id=workshop.team,
            sharing=SharingPolicy(access=link, team_access=team),
        )

    def _sharing(self) -> tuple[str, str]:
        return SHARING.get(str(self._workshop.brief.get("access", "team")), SHARING["team"])

    def _open_calls(self) -> list[CallRecord]:
        every = self._ledger.calls(self._workshop.id, (CallState.SENT, CallState.UNKNOWN))
        return [call for call in every if call.operation == Operation.BOARD]

    def _settle_all(self, state: CallState, items: dict[str, str]) -> None:
        for call in self._open_calls():
            known = self._ledger.items(self._workshop.id)
            self._ledger.settle(
                call.id, state, {key: item for key, item in items.items() if key not in known}
            )

    def _found(self) -> bool:
        """Look for a board that an earlier call may have made."""
        calls = self._open_calls()
        if not calls:
            return False
        bench = self._bench
        bench.wait(pause_before_looking(calls, bench.clock.now(), TIME_OUT))
        bench.progress(ProgressStep(Phase.LOOKING, 0, 1))
        board = find_board(bench.client, self._workshop.mark, self._workshop.team, bench.sleep)
        if board is None:
            self._settle_all(CallState.ABSENT, {})
            return False
        self._keep(board, calls[-1].id, adopted=True)
        self._settle_all(CallState.ABSENT, {})
        return True

    def _sent(self) -> bool:
        """Ask for a board; tell whether the answer came."""
        bench = self._bench
        bench.check_wanted()
        bench.progress(ProgressStep(Phase.BOARD, 0, 1))
        number = self._ledger.open_call(
            self._workshop.id, Operation.BOARD, (BOARD_KEY,), bench.now()
        )
        try:
            board = bench.client.boards.create(self.body())
        except miro.OutcomeUnknown:
            self._ledger.settle(number, CallState.UNKNOWN, {})
            return False
        except miro.MiroError as error:
            refused = isinstance(error, miro.Refused)
            self._ledger.settle(number, CallState.REFUSED if refused else CallState.ABSENT, {})
            raise
        self._keep(board, number, adopted=False)
        return True

    def _keep(self, board: Board, call: int, *, adopted: bool) -> None:
        workshop, store = self._workshop, self._bench.store
        self._differences = tuple(_otherwise(board, *self._sharing()))
        facts = BoardFacts(id=board.id, name=board.name or "", url=board.view_link or "")
        store.workshops.put_on(workshop.id, facts, workshop.origin, self._differences)
        self._ledger.settle(call, CallState.MADE, {BOARD_KEY: board.id}, adopted=adopted)
        maker = board.created_by or board.owner
        store.accounts.learn(
            workshop.account,
            miro_user=maker.id if maker else None,
            team=board.team.id if board.team else None,
        )
        self._workshop = replace(
            workshop, board_id=facts.id, board_name=facts.name, board_url=facts.url
        )
        self._bench.progress(ProgressStep(Phase.BOARD, 1, 1))


def _otherwise(board: Board, link: str, team: str) -> Iterator[Difference]:
    """Yield who may open a board otherwise than asked; silence in the answer is no sign."""
    sharing = board.policy.sharing_policy if board.policy else None
    if sharing is None:
        return
    for what, asked, given in (
        ("access_by_link", link, sharing.access),
        ("access_of_team", team, sharing.team_access),
    ):
        if given is not None and given != asked:
            yield Difference(key=BOARD_KEY, what=what, planned=asked, found=given)
