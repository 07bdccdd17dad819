"""The event, read again by a library for calendars."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from tests.workshops.pack.conftest import BOARD, DATED, KNOWN, MakeSource
from workshops.pack.calendar_file import calendar_file
from workshops.pack.source import PackSource

TALLINN = ZoneInfo("Europe/Tallinn")
NOW = dt.datetime(2021, 3, 1, 9, 0, tzinfo=dt.UTC)


def made(source: PackSource) -> bytes:
    content = calendar_file(source, uid="w-1@koosloome", now=NOW, zone=TALLINN)
    assert content is not None
    return content


def event(source: PackSource) -> Event:
    calendar = Calendar.from_ical(made(source))
    [found] = calendar.walk("VEVENT")
    assert isinstance(found, Event)
    return found


def test_the_event_stands_where_the_workshop_does(source: MakeSource) -> None:
    found = event(source(values={**DATED, "title": "Liinid, teine ring; õhtul"}, **KNOWN))
    assert found.decoded("dtstart") == dt.datetime(2021, 3, 15, 14, 30, tzinfo=TALLINN)
    assert found.decoded("dtend") == dt.datetime(2021, 3, 15, 15, 45, tzinfo=TALLINN)
    assert str(found["uid"]) == "w-1@koosloome"
    assert str(found["summary"]) == "Liinid, teine ring; õhtul"
    assert str(found["location"]) == "Rahu 4, Tartu"
    assert str(found["url"]) == BOARD
    assert "Kutsun teid arutelule" in str(found["description"])


def test_the_file_keeps_to_the_standard(source: MakeSource) -> None:
    content = made(source(values=DATED, **KNOWN))
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.count(b"BEGIN:VTIMEZONE") == 1
    assert made(source(values=DATED, **KNOWN)) == content


def test_a_title_cannot_add_lines(source: MakeSource) -> None:
    found = event(source(values={**DATED, "title": "x\\nATTACH:http://evil.example/"}))
    assert "attach" not in found
    assert str(found["summary"]) == "x\\nATTACH:http://evil.example/"


def test_a_workshop_over_midnight_ends_the_next_day(source: MakeSource) -> None:
    found = event(source(values={**DATED, "start_time": "23:30"}))
    assert found.decoded("dtend") == dt.datetime(2021, 3, 16, 0, 45, tzinfo=TALLINN)


def test_a_day_without_a_time_is_a_whole_day(source: MakeSource) -> None:
    found = event(source(values={"session_date": "2021-03-15"}))
    assert found.decoded("dtstart") == dt.date(2021, 3, 15)
    assert found.decoded("dtend") == dt.date(2021, 3, 16)


def test_without_a_date_there_is_no_event(source: MakeSource) -> None:
    assert calendar_file(source(), uid="w-1", now=NOW, zone=TALLINN) is None
