"""From Python values to Miro's JSON."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client.bodies.items import CardBody, ShapeStyle, StickyNoteBody
from miro_client.bodies.places import Geometry, Position
from miro_client.bodies.wire import given as set_fields
from miro_client.bodies.wire import instant
from miro_client.errors import InvalidArgument


@pytest.mark.parametrize(
    ("style", "wire"),
    [
        (ShapeStyle(font_size=14), {"fontSize": "14"}),
        (ShapeStyle(font_size=14.0), {"fontSize": "14"}),
        (ShapeStyle(font_size=14.5), {"fontSize": "14.5"}),
        (ShapeStyle(fill_opacity=0), {"fillOpacity": "0.0"}),
        (ShapeStyle(border_width=2), {"borderWidth": "2.0"}),
        (ShapeStyle(border_opacity=0.25), {"borderOpacity": "0.25"}),
        (ShapeStyle(text_align_vertical="top"), {"textAlignVertical": "top"}),
    ],
)
def test_numbers_of_a_style_go_out_as_text(style: ShapeStyle, wire: dict[str, str]) -> None:
    assert style.wire() == wire


def test_empty_text_and_zero_are_set() -> None:
    body = StickyNoteBody(content="", position=Position(0, 0), geometry=Geometry(rotation=0))
    assert body.wire() == {
        "data": {"content": ""},
        "position": {"x": 0, "y": 0},
        "geometry": {"rotation": 0},
    }


def test_a_due_date_goes_out_in_utc() -> None:
    tallinn = timezone(timedelta(hours=2))
    body = CardBody(due_date=datetime(2026, 12, 1, 14, 30, 5, 999, tzinfo=tallinn))
    assert body.wire() == {"data": {"dueDate": "2026-12-01T12:30:05.000Z"}}


def test_a_due_date_without_a_zone_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="time zone"):
        instant(datetime(2026, 12, 1))  # noqa: DTZ001  # that is the point


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(1000, 1, 1)))  # noqa: DTZ001  # a bound
def test_an_instant_is_read_back_to_the_second(moment: datetime) -> None:
    text = instant(moment)
    assert text is not None
    assert datetime.fromisoformat(text) == moment.replace(microsecond=0)


@given(st.dictionaries(st.text(), st.none() | st.just({}) | st.integers() | st.text()))
def test_only_what_is_set_is_left(fields: dict[str, object]) -> None:
    left = set_fields(fields)
    assert None not in left.values()
    assert {} not in left.values()
    assert left == {name: value for name, value in fields.items() if name in left}
