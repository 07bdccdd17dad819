"""Sends calls with a token, within the budget, again where that is safe."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from typing import TypeVar

import requests

from miro_client.addresses import checked_address, checked_token
from miro_client.answers import UNAUTHORISED, Answer, Lost, read, settled
from miro_client.calls import Call
from miro_client.limits import RateFacts
from miro_client.models.base import WireModel
from miro_client.ports import CallFacts, Clock, Observer, Pacer, Sleep, TokenSource
from miro_client.redaction import Secret, redactor
from miro_client.retrying import RetryPolicy, Try, repeatedly
from miro_client.sending import SessionFactory, Timeout, send

Model = TypeVar("Model", bound=WireModel)
Result = TypeVar("Result")


class Transport:
    """Carries calls to Miro and answers back; safe for several threads.

    Every thread has a session of its own from `session_factory`, since `requests.Session` doesn't
    promise to be safe for several.

    Args:
        base_url: where the API is, without a path.
        tokens: asked before every try; asked to renew once after a 401.
        session_factory: makes a session; an in-process adapter can be mounted there.
        pacer: asked before every try.
        clock: epoch seconds.
        sleep: lets time pass between tries.
        random: between 0 and 1, for the jitter of waits.
        timeout: on every try.
        policy: what is sent again.
        on_call: told of every try.

    Raises:
        InvalidArgument: `base_url` isn't an http(s) address.
    """

    def __init__(
        self,
        *,
        base_url: str,
        tokens: TokenSource,
        session_factory: SessionFactory,
        pacer: Pacer,
        clock: Clock,
        sleep: Sleep,
        random: Callable[[], float],
        timeout: Timeout,
        policy: RetryPolicy,
        on_call: Observer | None = None,
    ) -> None:
        self._base_url, self._host = checked_address(base_url)
        self._tokens = tokens
        self._session_factory = session_factory
        self._pacer = pacer
        self._clock = clock
        self._sleep = sleep
        self._random = random
        self._timeout = timeout
        self._policy = policy
        self._on_call = on_call
        self._mine = threading.local()
        self._sessions: weakref.WeakSet[requests.Session] = weakref.WeakSet()
        self._sessions_lock = threading.Lock()

    def call(self, call: Call) -> Answer:
        """Gives the answer of a call that was carried out (2xx).

        Raises:
            MiroError: the one that fits what happened, after the repeats the policy allows.
        """
        return self._repeatedly(lambda this: self._attempt(call, this))

    def fetch(self, call: Call, model: type[Model]) -> Model:
        """Gives the answer of a call as a model.

        Raises:
            MiroError: the one that fits what happened, also when the body can't be read; one that
                came garbled is asked for again, within the policy.
        """
        return self._repeatedly(lambda this: read(call, self._attempt(call, this), model))

    def close(self) -> None:
        """Closes the connections of all threads; a later call opens new ones."""
        with self._sessions_lock:
            for session in list(self._sessions):
                session.close()

    def _repeatedly(self, attempt: Callable[[Try], Result]) -> Result:
        return repeatedly(
            attempt,
            policy=self._policy,
            clock=self._clock,
            sleep=self._sleep,
            random=self._random,
        )

    def _attempt(self, call: Call, this: Try) -> Answer:
        """Sends a call once, and once more with a renewed token after a 401."""
        token = checked_token(self._tokens.token(), self._host)
        outcome = self._paced(call, token, this.number)
        if isinstance(outcome, Answer) and outcome.status == UNAUTHORISED:
            fresh = self._tokens.renewed(after=token.reveal())
            if fresh is not None:
                token = checked_token(fresh, self._host)
                outcome = self._paced(call, token, this.number)
        return settled(call, outcome, redactor(token.reveal()), doubt=this.doubt)

    def _paced(self, call: Call, token: Secret, number: int) -> Answer | Lost:
        self._pacer.reserve(call.credits)
        facts = RateFacts()
        began = self._clock.now()
        try:
            outcome = send(
                self._session(),
                self._base_url,
                call,
                token=token,
                timeout=self._timeout,
                clock=self._clock,
            )
            facts = outcome.rate if isinstance(outcome, Answer) else facts
        finally:
            self._pacer.settle(call.credits, facts)
        self._tell(call, outcome, self._clock.now() - began, number)
        return outcome

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._mine, "session", None)
        if session is None:
            session = self._mine.session = self._session_factory()
            with self._sessions_lock:
                self._sessions.add(session)
        return session

    def _tell(self, call: Call, outcome: Answer | Lost, seconds: float, number: int) -> None:
        if self._on_call is None:
            return
        answer = outcome if isinstance(outcome, Answer) else None
        self._on_call(
            CallFacts(
                operation=call.operation.name,
                method=call.operation.method,
                path=call.operation.path,
                status=answer.status if answer else None,
                credits=call.credits,
                seconds=seconds,
                attempt=number,
                request_id=answer.request_id if answer else None,
                lost=outcome.reason if isinstance(outcome, Lost) else None,
                server_time=answer.server_time if answer else None,
            )
        )
