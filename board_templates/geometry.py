"""Points and boxes on a board: x grows right, y grows down, units are board pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the board."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, named by its top-left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle of the box."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def area(self) -> float:
        """Width times height."""
        return self.width * self.height

    @classmethod
    def around(cls, centre: Point, width: float, height: float) -> Box:
        """Return the box of this size whose middle is `centre`."""
        return cls(centre.x - width / 2, centre.y - height / 2, width, height)

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies in the box, its left and top edge included."""
        return self.x <= point.x < self.right and self.y <= point.y < self.bottom

    def contains(self, other: Box, slack: float = 0.0) -> bool:
        """Tell whether another box lies wholly inside, but for `slack` pixels."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Box) -> bool:
        """Tell whether the boxes share an area; touching edges do not count."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def gap(self, other: Box) -> float:
        """Return the distance between the nearest edges, 0 when the boxes touch or overlap."""
        dx = max(other.x - self.right, self.x - other.right, 0.0)
        dy = max(other.y - self.bottom, self.y - other.bottom, 0.0)
        return float((dx * dx + dy * dy) ** 0.5)

    def inset(self, by: float) -> Box:
        """Return the box made smaller by `by` on each side."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def moved(self, dx: float, dy: float) -> Box:
        """Return the same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def part(self, x: float, y: float, width: float, height: float) -> Box:
        """Return the part of the box given in fractions of it."""
        return Box(
            self.x + x * self.width,
            self.y + y * self.height,
            width * self.width,
            height * self.height,
        )
