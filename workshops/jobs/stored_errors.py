"""An error as a job keeps it, to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshops.errors import InputFault, StoredError


def error_to_json(error: StoredError) -> dict[str, Any]:
    """Return an error as JSON keeps it."""
    faults = [{**vars(fault), "values": dict(fault.values)} for fault in error.faults]
    return {"code": error.code, "facts": dict(error.facts), "faults": faults}


def error_from_json(kept: Mapping[str, Any]) -> StoredError:
    """Return the error that `error_to_json` wrote."""
    faults = tuple(InputFault(**fault) for fault in kept.get("faults", ()))
    return StoredError(code=kept["code"], facts=kept["facts"], faults=faults)
