"""What Miro documents and the sandbox does not emulate; it says so by name, with 501."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from miro_sandbox.errors import NotEmulatedError
from miro_sandbox.operations import Answer, Call, Operation

if TYPE_CHECKING:
    from collections.abc import Callable

    from miro_sandbox.operations import Method

_LIST = Path(__file__).with_name("absent.txt")


def absent() -> list[Operation]:
    """Give an operation for every line of `absent.txt`: Miro's name, method and path."""
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return [_operation(*line.split(" ")) for line in lines]


def _operation(name: str, method: str, path: str) -> Operation:
    return Operation(name, cast("Method", method), path, 0, None, _saying(name))


def _saying(name: str) -> Callable[[Call], Answer]:
    def answer(call: Call) -> Answer:  # noqa: ARG001  # an operation's signature
        raise NotEmulatedError(name)

    return answer
