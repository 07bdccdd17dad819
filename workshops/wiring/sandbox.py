"""The sandbox wired in: its state, its server in this process, and its people.

The only place in this room that knows the sandbox.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, singledispatch
from pathlib import Path
from typing import Any

from miro_client.sending import SessionFactory, pooled_sessions
from miro_sandbox import script
from miro_sandbox.adapter import WsgiAdapter
from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.faults import KINDS, Fault, Faults, FaultSyntaxError, parse_fault
from miro_sandbox.mirror import Body
from miro_sandbox.people import Performance, perform
from miro_sandbox.server import Server
from miro_sandbox.state import State, open_state
from miro_sandbox.switches import SwitchSyntaxError, parse_app, switched
from workshops import rehearsal
from workshops.errors import InputFaults, OurFault
from workshops.faults import N_, InputFault
from workshops.pace import Pace, at_once
from workshops.ports import Clock, Sleep
from workshops.sandbox_wish import SandboxWish
from workshops.worlds import SANDBOX_TOKEN

ADDRESS = "http://sandbox.localhost"  # never called over a network: the adapter is mounted on it
PATH = "/sandbox/board/{id}"
TOO_HIGH = 400
ENDLESS = 10**9  # credits
STRICT = Config()
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


class Sandbox:
    """Our local Miro, in a file that other processes may open too, or in memory.

    `reading` says how it reads what Miro leaves open.
    """

    def __init__(
        self,
        file: Path | None,
        *,
        public_url: str,
        clock: Clock,
        sleep: Sleep,
        reading: Config = STRICT,
    ) -> None:
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
        self.state: State = open_state(file, clock=clock.now)
        self._config = replace(reading, view_link=public_url + PATH)
        self.app = create_app(self.state, config=self._config, sleep=sleep)
        self._adapter = WsgiAdapter(self.app, sleep=sleep)

    def sessions(self) -> SessionFactory:
        """Return what makes sessions that reach the sandbox without a socket."""
        fresh = pooled_sessions()

        def new_session() -> Any:  # noqa: ANN401  # the client's own session, whatever it is
            session = fresh()
            session.mount(ADDRESS, self._adapter)
            return session

        return new_session

    @cached_property
    def _stage(self) -> Any:  # noqa: ANN401  # an app as `create_app` makes it
        """Where simulated people act: as in Miro's own interface, which spends no API credits."""
        return create_app(self.state, config=replace(self._config, credits_per_minute=ENDLESS))

    def serve(
        self,
        host: str,
        port: int,
        wish: SandboxWish,
        *,
        public_url: str,
        ready: Callable[[str], None],
    ) -> None:
        """Answer on a port until interrupted, as wished; `ready` is told the address once open.

        Without a `public_url` boards are linked to where they were called. Raises `InputFaults` for
        a wish that cannot be read, and `OSError` when the port is not to be had.
        """
        config = replace(wished(self._config, wish), view_link=public_url + PATH)
        faults = Faults([_fault(rule) for rule in wish.faults])
        server = Server(create_app(self.state, config=config, faults=faults), host, port)
        ready(server.url)
        server.run()

    def perform(
        self,
        steps: Sequence[rehearsal.Step],
        board: str,
        on_step: Callable[[int], None],
        *,
        pace: Pace = at_once,
    ) -> int:
        """Let people do a script on a board, each as themselves; return how many calls it took."""
        return self.performed(steps, board, on_step, pace=pace).calls

    def performed(
        self,
        steps: Sequence[rehearsal.Step],
        board: str,
        on_step: Callable[[int], None],
        *,
        pace: Pace = at_once,
        known: Mapping[str, str] | None = None,
    ) -> Performance:
        """Let people do a script, and tell which item each name of the script became.

        `known` are items of the board by the names that the script calls them, as a ledger has
        them.
        """
        done = 0

        def at(moment: float) -> None:
            nonlocal done
            pace(moment)
            done += 1
            on_step(done)

        script_steps = [translated(step) for step in steps]
        return perform(script_steps, board, self._send, at=at, known=known)

    def close(self) -> None:
        """Let go of the state."""
        self.state.close()

    def _send(self, person: str, method: str, path: str, body: Body | None) -> dict[str, Any]:
        with self._stage.test_client() as client:
            answer = client.open(
                path,
                method=method,
                json=body,
                headers={"Authorization": f"Bearer {SANDBOX_TOKEN}{person}"},
            )
        if answer.status_code >= TOO_HIGH:
            raise OurFault(
                reason=f"{method} {path}: {answer.status_code} {answer.get_data(as_text=True)}"
            )
        text = answer.get_data(as_text=True)
        return dict(json.loads(text)) if text else {}


def _fault(rule: str) -> Fault:
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


@singledispatch
def translated(step: object) -> script.Step:
    """Return a step of ours as a step of the sandbox's script."""
    raise TypeError(step)


def _what(what: rehearsal.What) -> script.What:
    if isinstance(what, rehearsal.Named):
        return script.Label(what.name)
    return script.Existing(
        what.text,
        frame=what.frame,
        type=what.type,
        nth=what.nth,
        shape=what.shape,
        near=(what.near.x, what.near.y) if what.near else None,
    )


def _where(where: rehearsal.At) -> script.Place:
    return script.Spot(where.x, where.y)


def _said(text: rehearsal.Text) -> script.Text:
    return script.Rich(text.html) if isinstance(text, rehearsal.Rich) else text


@translated.register
def _(step: rehearsal.Writes) -> script.Step:
    return _note(step)


@translated.register
def _(step: rehearsal.WritesTogether) -> script.Step:
    notes = tuple(_note(note) for note in step.notes)
    return script.WriteTogether(step.who, step.at, notes)


def _note(step: rehearsal.Writes) -> script.WriteNote:
    return script.WriteNote(
        step.who,
        step.at,
        step.name,
        _said(step.text),
        _where(step.where),
        step.colour,
        step.shape,
        step.width,
    )


@translated.register
def _(step: rehearsal.WritesCard) -> script.Step:
    return script.WriteCard(
        step.who,
        step.at,
        step.name,
        _said(step.title),
        _where(step.where),
        description=_said(step.description),
        due=step.due,
        assignee=step.assignee,
    )


@translated.register
def _(step: rehearsal.WritesText) -> script.Step:
    where = _where(step.where)
    return script.WriteText(step.who, step.at, step.name, _said(step.text), where, step.width)


@translated.register
def _(step: rehearsal.Leaves) -> script.Step:
    where = _where(step.where)
    return script.Leave(step.who, step.at, step.name, where, step.type, supported=step.supported)


@translated.register
def _(step: rehearsal.Moves) -> script.Step:
    return script.Move(step.who, step.at, _what(step.what), _where(step.to))


@translated.register
def _(step: rehearsal.Copies) -> script.Step:
    return script.CopyItem(step.who, step.at, _what(step.what), step.name, _where(step.to))


@translated.register
def _(step: rehearsal.Colours) -> script.Step:
    return script.Recolour(step.who, step.at, _what(step.what), step.colour)


@translated.register
def _(step: rehearsal.Reshapes) -> script.Step:
    return script.Reshape(step.who, step.at, _what(step.what), step.shape)


@translated.register
def _(step: rehearsal.Groups) -> script.Step:
    return script.Group(step.who, step.at, tuple(_what(what) for what in step.whats))


@translated.register
def _(step: rehearsal.Tags) -> script.Step:
    return script.TagNote(step.who, step.at, _what(step.what), step.tag, step.colour)


@translated.register
def _(step: rehearsal.Edits) -> script.Step:
    return script.EditText(step.who, step.at, _what(step.what), _said(step.text))


@translated.register
def _(step: rehearsal.Types) -> script.Step:
    return script.TypeInto(step.who, step.at, _what(step.what), _said(step.text))


@translated.register
def _(step: rehearsal.Connects) -> script.Step:
    return script.Connect(step.who, step.at, _what(step.start), _what(step.end))


@translated.register
def _(step: rehearsal.Deletes) -> script.Step:
    return script.Delete(step.who, step.at, _what(step.what))
