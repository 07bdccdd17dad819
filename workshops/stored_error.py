"""An error as a job keeps it: enough to build its sentence again in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workshops.errors import InputFaults, KoosloomeError
from workshops.faults import InputFault


@dataclass(frozen=True, kw_only=True)
class StoredError:
    """An error as a job keeps it: enough to build the sentence again in any language."""

    code: str
    facts: Mapping[str, Any]
    faults: tuple[InputFault, ...] = ()

    @classmethod
    def of(cls, error: KoosloomeError) -> StoredError:
        """Keep an error's code and facts."""
        facts = {name: value for name, value in error.facts.items() if name != "faults"}
        faults = error.faults if isinstance(error, InputFaults) else ()
        return cls(code=error.code, facts=facts, faults=faults)


def every_error() -> dict[str, type[KoosloomeError]]:
    """Return the classes of the tree by code."""
    found: dict[str, type[KoosloomeError]] = {}
    waiting: list[type[KoosloomeError]] = [KoosloomeError]
    while waiting:
        kind = waiting.pop()
        found[kind.code] = kind
        waiting.extend(kind.__subclasses__())
    return found


def error_to_json(error: StoredError) -> dict[str, Any]:
    """Return an error as JSON keeps it."""
    faults = [{**vars(fault), "values": dict(fault.values)} for fault in error.faults]
    return {"code": error.code, "facts": dict(error.facts), "faults": faults}


def error_from_json(kept: Mapping[str, Any]) -> StoredError:
    """Return the error that `error_to_json` wrote."""
    faults = tuple(InputFault(**fault) for fault in kept.get("faults", ()))
    return StoredError(code=kept["code"], facts=kept["facts"], faults=faults)
