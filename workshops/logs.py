"""Logs of what runs for long: one line an event, JSON for machines or text for people.

Only the doors that serve (`serve`, `worker`) turn them on. Everything else writes to Python's own
loggers, where the lines of an ordinary command go nowhere.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO
from urllib.parse import unquote, urlsplit

import structlog

from workshops.log_redaction import Redaction
from workshops.settings import Settings

ROOMS = ("board_templates", "harvest", "miro_client", "workshops", "service", "cli")
FIELDS = (
    "request_id",
    "route",
    "http_method",
    "status",
    "milliseconds",
    "job",
    "kind",
    "workshop",
    "state",
    "code",
    "seconds",
)


@contextmanager
def logs_to(stream: TextIO, *, as_json: bool, secrets: Iterable[str] = ()) -> Iterator[None]:
    """Write what happens to a stream until the end, then leave the loggers as they were.

    Our rooms tell from INFO on, libraries from WARNING. Of a line's extras only `FIELDS` are kept.
    """
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_formatter(secrets, as_json=as_json, colours=stream.isatty()))
    root = logging.getLogger()
    rooms = [logging.getLogger(room) for room in ROOMS]
    before = [(logger, logger.level) for logger in (root, *rooms)]
    root.setLevel(logging.WARNING)
    for room in rooms:
        room.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        for logger, level in before:
            logger.setLevel(level)


def known_secrets(settings: Settings) -> tuple[str, ...]:
    """Return the secrets of the settings, so that they can be found in texts; never print them."""
    given = [settings.access_token, settings.client_secret, settings.secret_key]
    found = [secret.get_secret_value() for secret in given if secret is not None]
    if settings.secret_key is not None:
        found += settings.secret_key.get_secret_value().split(",")
    try:
        password = urlsplit(settings.database_url).password
    except ValueError:
        password = None
    return tuple(found + ([password, unquote(password)] if password else []))


def _formatter(
    secrets: Iterable[str], *, as_json: bool, colours: bool
) -> structlog.stdlib.ProcessorFormatter:
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=colours)
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(allow=FIELDS),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            Redaction(secrets),
            renderer,
        ],
    )
