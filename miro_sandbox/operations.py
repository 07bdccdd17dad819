"""What an emulated endpoint is: data about it, the call it gets, the answer it gives."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from miro_sandbox.errors import BadRequestError, InvalidParametersError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from miro_sandbox.config import Config
    from miro_sandbox.state.database import Tx
    from miro_sandbox.state.people import Person

# Credits of a call by its rate level, as Miro documents them.
CREDITS = {0: 0, 1: 50, 2: 100, 3: 500, 4: 2000}

# Miro's ids have 19 digits and stay below 2^63.
DIGITS = 19

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]


@dataclass(frozen=True)
class Caller:
    """Whom a token stands for: the person, the app and what the token may do."""

    person: Person
    app: str
    scopes: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One part of a multipart body: the file's bytes, its name and media type."""

    content: bytes
    name: str
    media_type: str


@dataclass(frozen=True)
class Sent:
    """What came over the wire: path arguments, query, raw body or parts, and the called address."""

    args: Mapping[str, str]
    query: Mapping[str, str]
    raw: bytes
    base: str
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)

    def json(self) -> object:
        """Give the JSON body, {} when there is none; raise BadRequestError when it is none."""
        if self.parts or self.form:
            raise BadRequestError("The request body must be JSON")
        return parsed_json(self.raw) if self.raw.strip() else {}


@dataclass(frozen=True)
class Call:
    """One call being answered, within one transaction."""

    tx: Tx
    config: Config
    caller: Caller
    sent: Sent

    @property
    def board_id(self) -> str:
        """Give the board id of the path."""
        return self.sent.args["board_id"]

    @property
    def me(self) -> int:
        """Give the caller's person id."""
        return self.caller.person.id

    @property
    def base(self) -> str:
        """Give the address that links begin with."""
        return self.config.links_base or self.sent.base

    def arg_id(self, name: str) -> int:
        """Give a numeric id of the path; raise InvalidParametersError for anything else."""
        return numeric_id(self.sent.args[name], name)


@dataclass(frozen=True)
class Answer:
    """A status, and a JSON body unless None (then the body is empty); or a redirect."""

    status: int
    body: Any = None
    location: str | None = None


@dataclass(frozen=True)
class Operation:
    """An endpoint: Miro's name for it, method, path, rate level, scope, and what answers it.

    `when` names a query parameter that must be present for this operation to be meant; Miro puts
    several operations on one path. `units` counts how often the level is charged. `query_token`
    also takes the token as `access_token` in the query.
    """

    name: str
    method: Method
    path: str
    level: int
    scope: str | None
    answer: Callable[[Call], Answer]
    when: str | None = None
    units: Callable[[Sent], int] | None = None
    query_token: bool = False

    def cost(self, sent: Sent) -> int:
        """Give the credits a call costs."""
        times = self.units(sent) if self.units is not None else 1
        return CREDITS[self.level] * times


def numeric_id(text: str, name: str) -> int:
    """Give a decimal id as a number; the text for 0 was seen live."""
    if not text.isascii() or not text.isdigit() or len(text) > DIGITS or int(text) == 0:
        raise InvalidParametersError.one(name, "Has illegal integer number value")
    number = int(text)
    if number >= 2**63:
        raise InvalidParametersError.one(name, "Has illegal integer number value")
    return number


def parsed_json(raw: bytes) -> object:
    """Give parsed JSON; NaN, infinities and unpaired surrogates count as broken."""
    try:
        text = raw.decode("utf-8")
        found: object = json.loads(text, parse_constant=_refuse)
        if "\\ud" in text.lower():
            json.dumps(found, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise BadRequestError("Malformed JSON in the request body") from error
    return found


def _refuse(name: str) -> None:
    raise ValueError(name)
