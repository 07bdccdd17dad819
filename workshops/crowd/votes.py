"""Which note each dot belongs to, read from the rules alone; where it is doubtful, nobody says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from board_templates.geometry import Box, Point
from board_templates.plan import Voting
from workshops.crowd.ground import Ground

REACH = 0.4  # of a note's side
DOUBT = 2.0  # pixels
CELL = 1000.0


class Ballot:
    """Counts the dots of a board.

    `notes` are the boxes of what can be voted on, by name; `vague` are those of texts, whose height
    nobody knows: near them nobody can tell what a dot belongs to.
    """

    def __init__(
        self,
        ground: Ground,
        notes: Mapping[str, Box],
        note_size: float,
        vague: Iterable[Box] = (),
    ) -> None:
        self._ground = ground
        self._notes = notes
        self._reach = REACH * note_size
        self._cells: dict[tuple[int, int], list[str]] = defaultdict(list)
        for name, box in notes.items():
            for cell in _cells(box.inset(-self._reach - DOUBT)):
                self._cells[cell].append(name)
        self._vague = [box.inset(-self._reach - DOUBT) for box in vague]
        self.votes: Counter[str] = Counter()
        self.doubtful: set[str] = set()

    def cast(self, dots: Iterable[Point]) -> None:
        """Count some dots."""
        for dot in dots:
            near = sorted((self._notes[name].gap(_spot(dot)), name) for name in self._near(dot))
            near = [entry for entry in near if entry[0] <= self._reach + DOUBT]
            if near and self._votes(dot) is not False:
                self._cast(near, sure=self._votes(dot) is True)

    def _cast(self, near: list[tuple[float, str]], *, sure: bool) -> None:
        best, name = near[0]
        rivals = {other for gap, other in near if gap <= best + DOUBT}
        if not sure or len(rivals) > 1 or best > self._reach - DOUBT:
            self.doubtful |= {other for _, other in near}
        else:
            self.votes[name] += 1

    def _votes(self, dot: Point) -> bool | None:
        """Tell whether a dot votes where it lies; null where that is doubtful."""
        if any(box.holds(dot) for box in self._vague):
            return None
        zones, frames = self._ground.zones_at(dot), self._ground.frames_at(dot)
        if len(zones) > 1 or len(frames) > 1:
            return None
        [zone], [frame] = zones, frames
        frame = self._ground.zones[zone].frame if zone else frame
        if frame is None:
            return False
        voting, lying = self._ground.frames[frame].voting, self._ground.in_tray(frame, dot)
        if zone is not None and (voting is None or self._ground.zones[zone].colour == "dot"):
            return None  # the method may count dots for this zone
        votes = voting not in {None, Voting.SIGNED}
        return None if lying is None else votes and not lying

    def _near(self, dot: Point) -> Collection[str]:
        return self._cells.get((int(dot.x // CELL), int(dot.y // CELL)), ())


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    for column in range(int(box.x // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.y // CELL), int(box.bottom // CELL) + 1):
            yield column, row


def _spot(point: Point) -> Box:
    return Box(point.x, point.y, 0.0, 0.0)
