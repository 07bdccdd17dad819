"""The invitation as an event that a calendar takes (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vUri

from workshops.pack.invitation import letter
from workshops.pack.source import PackSource

PRODUCT = "-//Koosloome//EN"


def calendar_file(
    source: PackSource, *, uid: str, now: dt.datetime, zone: ZoneInfo
) -> bytes | None:
    """Return the event as an .ics file; nothing while no date is set.

    Args:
        source: The workshop. Without a start time the event takes the whole day.
        uid: What the event is known by, so that a changed one takes its place.
        now: When the file is made.
        zone: Where the clock of the brief stands.
    """
    if source.date is None:
        return None
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(source, source.date, uid, now, zone))
    if source.brief.get("start_time"):
        year = source.date.year
        calendar.add_missing_timezones(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
    return bytes(calendar.to_ical())


def _event(source: PackSource, date: dt.date, uid: str, now: dt.datetime, zone: ZoneInfo) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now.astimezone(dt.UTC).replace(microsecond=0))
    event.add("summary", source.plan.title)
    event.add("description", letter(source).body)
    start, end = _span(source, date, zone)
    event.add("dtstart", start)
    event.add("dtend", end)
    if source.place or source.board_url:
        event.add("location", source.place or source.board_url)
    if source.board_url:
        event.add("url", vUri(source.board_url))
    return event


def _span(
    source: PackSource, date: dt.date, zone: ZoneInfo
) -> tuple[dt.date, dt.date] | tuple[dt.datetime, dt.datetime]:
    said = source.brief.get("start_time")
    if not said:
        return date, date + dt.timedelta(days=1)
    start = dt.datetime.combine(date, dt.time.fromisoformat(said), zone)
    whole = dt.timedelta(minutes=source.minutes)
    return start, (start.astimezone(dt.UTC) + whole).astimezone(zone)
