"""The client as one thing: every group of calls over one transport."""

from __future__ import annotations

import random as random_numbers
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from miro_client.addresses import MIRO_API
from miro_client.boards import Boards
from miro_client.bulk import Bulk
from miro_client.cards import Cards
from miro_client.clocks import SystemClock
from miro_client.connectors import Connectors
from miro_client.documents import Documents
from miro_client.embeds import Embeds
from miro_client.frames import Frames
from miro_client.groups import Groups
from miro_client.images import Images
from miro_client.items import Items
from miro_client.members import Members
from miro_client.notes import StickyNotes
from miro_client.pacing import CreditPacer
from miro_client.ports import Clock, Observer, Pacer, Sleep, TokenSource
from miro_client.retrying import RetryPolicy
from miro_client.sending import SessionFactory, Timeout, pooled_sessions
from miro_client.shapes import Shapes
from miro_client.tags import Tags
from miro_client.texts import Texts
from miro_client.token_sources import BearerToken
from miro_client.tokens import Tokens
from miro_client.transport import Transport


class MiroClient:
    """Miro's REST API v2; safe for several threads. Close it, or use it in a `with`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.boards = Boards(transport)
        self.members = Members(transport)
        self.items = Items(transport)
        self.bulk = Bulk(transport)
        self.frames = Frames(transport)
        self.notes = StickyNotes(transport)
        self.shapes = Shapes(transport)
        self.texts = Texts(transport)
        self.cards = Cards(transport)
        self.images = Images(transport)
        self.documents = Documents(transport)
        self.embeds = Embeds(transport)
        self.connectors = Connectors(transport)
        self.tags = Tags(transport)
        self.groups = Groups(transport)
        self.token = Tokens(transport)

    @classmethod
    def connect(
        cls,
        *,
        token: str | TokenSource,
        base_url: str = MIRO_API,
        session_factory: SessionFactory | None = None,
        pacer: Pacer | None = None,
        clock: Clock | None = None,
        sleep: Sleep = time.sleep,
        random: Callable[[], float] = random_numbers.random,
        timeout: Timeout = Timeout(),  # noqa: B008  # immutable
        policy: RetryPolicy = RetryPolicy(),  # noqa: B008  # immutable
        on_call: Observer | None = None,
    ) -> Self:
        """Gives a client; what isn't given is the real thing. Nothing is sent yet.

        Args:
            token: an access token, or a source that can renew one.
            base_url: where the API is.
            session_factory: makes the session of one thread.
            pacer: keeps within the budget; by default for this client alone.
            clock: epoch seconds.
            sleep: lets time pass.
            random: between 0 and 1, for the jitter of waits.
            timeout: on every try.
            policy: what is sent again.
            on_call: told of every try.

        Raises:
            InvalidArgument: `base_url` isn't an http(s) address.
        """
        clock = clock or SystemClock()
        return cls(
            Transport(
                base_url=base_url,
                tokens=BearerToken(token) if isinstance(token, str) else token,
                session_factory=session_factory or pooled_sessions(),
                pacer=pacer or CreditPacer(clock=clock, sleep=sleep),
                clock=clock,
                sleep=sleep,
                random=random,
                timeout=timeout,
                policy=policy,
                on_call=on_call,
            )
        )

    def close(self) -> None:
        """Closes the connections."""
        self._transport.close()

    def __enter__(self) -> Self:
        """Gives the client itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closes the connections."""
        self.close()
