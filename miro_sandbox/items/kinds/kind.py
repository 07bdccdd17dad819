"""What a kind of item is: the fields of its body, its defaults and its size, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from miro_sandbox.config import Config
from miro_sandbox.errors import InvalidParametersError
from miro_sandbox.validation import (
    NUMBER,
    ONE_SIDE,
    PARENT,
    POSITION,
    Field,
    Schema,
    nested,
)

Json = dict[str, Any]
Size = tuple[float | None, float | None]

# Numbers of a style come back as texts: the font size whole, the others with a decimal (seen live).
_WHOLE = {"fontSize"}
_DECIMAL = {"fillOpacity", "borderOpacity", "borderWidth", "strokeWidth"}


@dataclass(frozen=True)
class Sizing:
    """What decides a size: data and style, the sides sent, and those before a change."""

    data: Json
    style: Json
    sent: Json
    before: Size | None
    config: Config
    reshaped: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of item: its `type`, the path segment of its endpoints, its body, defaults and size.

    `noun` is how Miro's operation ids call it. `html` names the tags kept in each text field.
    """

    type: str
    path: str
    noun: str
    data: Mapping[str, Field]
    size: Callable[[Sizing], Size]
    style: Mapping[str, Field] = field(default_factory=dict)
    sides: tuple[str, ...] = ("width", "height")
    created: Callable[[Json, Json], tuple[Json, Json]] = lambda data, style: (data, style)
    html: Mapping[str, frozenset[str]] = field(default_factory=dict)
    data_required: bool = False
    parent: bool = True
    changes: bool = True
    bulk: bool = True
    changed_data: Mapping[str, Field] | None = None
    changed_sides: tuple[str, ...] | None = None

    def schema(self) -> Schema:
        """Give the body of a create call."""
        return Schema(self._fields(self.data, self.sides, required=self.data_required))

    def change_schema(self) -> Schema:
        """Give the body of a PATCH call: the same fields, none required."""
        data = self.changed_data if self.changed_data is not None else self.data
        sides = self.changed_sides if self.changed_sides is not None else self.sides
        return Schema(self._fields(data, sides, required=False)).optional()

    def _fields(
        self, data: Mapping[str, Field], sides: tuple[str, ...], *, required: bool
    ) -> dict[str, Field]:
        fields = {"data": nested(data, required=required), "position": POSITION}
        if self.style:
            fields["style"] = nested(self.style)
        if sides:
            fields["geometry"] = nested(dict.fromkeys(sides, NUMBER))
        if self.parent:
            fields["parent"] = PARENT
        return fields


def styled(style: Json) -> Json:
    """Give a style with its numbers written the way Miro answers them."""
    return {name: _written(name, value) for name, value in style.items()}


def _written(name: str, value: str | float) -> str:
    if name in _WHOLE:
        return f"{float(value):g}"
    if name in _DECIMAL:
        return str(float(value))
    return str(value)


def both_sides(width: float, height: float, smallest: float = 0.0) -> Callable[[Sizing], Size]:
    """Give the sizing of a kind whose sides are free."""

    def size(sizing: Sizing) -> Size:
        was_width, was_height = sizing.before or (width, height)
        new = (sizing.sent.get("width", was_width), sizing.sent.get("height", was_height))
        for side, value in zip(("width", "height"), new, strict=True):
            positive(side, value, smallest)
        return new

    return size


def fixed_ratio(width: float, height: float) -> Callable[[Sizing], Size]:
    """Give the sizing of a kind with a fixed ratio: one side may be sent, the other follows."""

    def size(sizing: Sizing) -> Size:
        one_side(sizing.sent)
        was_width, was_height = sizing.before or (width, height)
        ratio = (was_height or height) / (was_width or width)
        if "width" in sizing.sent:
            positive("width", sizing.sent["width"])
            return sizing.sent["width"], sizing.sent["width"] * ratio
        if "height" in sizing.sent:
            positive("height", sizing.sent["height"])
            return sizing.sent["height"] / ratio, sizing.sent["height"]
        return was_width, was_height

    return size


def one_side(sent: Json) -> None:
    """Raise InvalidParametersError when both sides are sent; the text was seen live."""
    if "width" in sent and "height" in sent:
        raise InvalidParametersError.one("geometry", ONE_SIDE)


def positive(side: str, value: float | None, smallest: float = 0.0) -> None:
    """Raise InvalidParametersError for a side that is nothing or under the kind's minimum."""
    if value is not None and (value <= 0 or value < smallest):
        raise InvalidParametersError.one(
            f"geometry.{side}", f"Value must be at least {max(smallest, 1):g}"
        )
