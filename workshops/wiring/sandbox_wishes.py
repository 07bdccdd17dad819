"""How a sandbox that is served shall behave, as people wish it on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from miro_sandbox.config import Config
from miro_sandbox.faults import KINDS, Fault, FaultSyntaxError, parse_fault
from miro_sandbox.switches import SwitchSyntaxError, parse_app, switched
from workshops.errors import InputFaults
from workshops.faults import N_, InputFault
from workshops.sandbox_wish import SandboxWish

FAULT_TOLD = {
    "form": N_("“{rule}” is no rule; it is written as in POST /v2/boards/*/items/bulk#2=500"),
    "kind": N_("“{rule}” names no kind of fault; there are {kinds}"),
    "count": N_("“{rule}” counts from 0; the first call is #1, and once is x1"),
    "pattern": N_("“{rule}” names no path"),
}
SWITCH_TOLD = {
    "app": N_("an app is written as ID:SECRET:REDIRECT, its redirect with http:// or https://"),
    "form": N_("“{text}” is not NAME=VALUE; there are {allowed}"),
    "name": N_("there is no switch “{text}”; there are {allowed}"),
    "value": N_("“{text}” is not possible; possible is {allowed}"),
}


def wished_fault(rule: str) -> Fault:
    """Return a fault as it is written.

    Raises `InputFaults` that say what is wrong with it.
    """
    try:
        return parse_fault(rule)
    except FaultSyntaxError as error:
        values = {"rule": rule, "kinds": ", ".join(KINDS)}
        raise _wrong("--fault", FAULT_TOLD[error.about], values) from error


def wished(config: Config, wish: SandboxWish) -> Config:
    """Return a configuration with apps and switches as wished.

    Raises `InputFaults` that name the option.
    """
    option = "--switch"
    try:
        config = switched(config, wish.switches)
        option = "--app"
        return replace(config, apps=tuple(map(parse_app, wish.apps)) or config.apps)
    except SwitchSyntaxError as error:
        # what is wrong with an app is not repeated: it holds a secret
        values = {"text": error.text if option == "--switch" else "", "allowed": error.allowed}
        raise _wrong(option, SWITCH_TOLD[error.about], values) from error


def _wrong(option: str, sentence: str, values: Mapping[str, str]) -> InputFaults:
    fault = InputFault(field=option, code="sandbox", sentence=sentence, values=values)
    return InputFaults(faults=(fault,))
