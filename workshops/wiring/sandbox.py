"""The sandbox wired in: its state, its server in this process, and its people.

With `people_script` and `sandbox_wishes` the only place in this room that knows the sandbox.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from miro_client.sending import SessionFactory, pooled_sessions
from miro_sandbox.adapter import WsgiAdapter
from miro_sandbox.app import create_app
from miro_sandbox.config import Config
from miro_sandbox.faults import Faults
from miro_sandbox.mirror import Body
from miro_sandbox.people import Performance, perform
from miro_sandbox.server import Server
from miro_sandbox.state import State, open_state
from workshops import rehearsal
from workshops.errors import OurFault
from workshops.pace import Pace, at_once
from workshops.ports import Chance, Clock, Sleep
from workshops.sandbox_wish import SandboxWish
from workshops.wiring.people_script import translated
from workshops.wiring.sandbox_wishes import wished, wished_fault
from workshops.worlds import SANDBOX_TOKEN

ADDRESS = "http://sandbox.localhost"  # never called over a network: the adapter is mounted on it
PATH = "/sandbox/board/{id}"
TOO_HIGH = 400
ENDLESS = 10**9  # credits
STRICT = Config()


class Sandbox:
    """Our local Miro, in a file that other processes may open too, or in memory.

    `reading` says how it reads what Miro leaves open; `chance` sets its boards apart from others'.
    """

    def __init__(
        self,
        file: Path | None,
        *,
        public_url: str,
        clock: Clock,
        sleep: Sleep,
        chance: Chance,
        reading: Config = STRICT,
    ) -> None:
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
        self.state: State = open_state(file, clock=clock.now, chance=chance)
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
        faults = Faults([wished_fault(rule) for rule in wish.faults])
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
