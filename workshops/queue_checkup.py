"""What `doctor` finds of the queue of jobs: where it lies, and whether its Redis answers."""

from __future__ import annotations

from importlib.util import find_spec
from urllib.parse import urlsplit

from workshops.faults import N_
from workshops.requests_answers import DoctorLine
from workshops.settings import Settings

ANSWER_SECONDS = 3.0
REFUSED = N_("nothing listens there")
LATE = N_("it did not answer in time")
NOT_LET_IN = N_("it does not accept the name or the password")


def queue(settings: Settings) -> DoctorLine:
    """Tell where the queue lies; a Redis that is named is asked whether it is there."""
    if settings.queue_url is None:
        return DoctorLine(key="queue", state="ok")
    address = settings.queue_url.get_secret_value()
    if find_spec("redis") is None:
        facts = {"package": "'koosloome[redis]'"}
        return DoctorLine(key="queue_package", state="missing", facts=facts)
    shown = without_password(address)
    reason = _silence(address)
    if reason is None:
        return DoctorLine(key="queue_redis", state="ok", facts={"address": shown})
    facts = {"address": shown, "reason": reason}
    return DoctorLine(key="queue_redis", state="missing", facts=facts)


def without_password(address: str) -> str:
    """Return the address of a Redis without a name, a password or parameters."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _silence(address: str) -> str | None:
    """Return why a Redis does not answer, null when it does; its own words may hold anything."""
    from redis import Redis, exceptions  # noqa: PLC0415  # an extra, loaded only where it is named

    limits = {"socket_connect_timeout": ANSWER_SECONDS, "socket_timeout": ANSWER_SECONDS}
    try:
        with Redis.from_url(address, **limits) as server:
            server.ping()
    except exceptions.AuthenticationError:
        return NOT_LET_IN
    except exceptions.TimeoutError:
        return LATE
    except exceptions.ConnectionError:
        return REFUSED
    except (exceptions.RedisError, OSError, ValueError) as error:
        return type(error).__name__
    return None
