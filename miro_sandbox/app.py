"""The sandbox as a Flask application: every operation behind the same door."""

from __future__ import annotations

import json
import time
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Flask, Response, g, redirect, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from miro_sandbox import auth
from miro_sandbox import credits as budgets
from miro_sandbox.absent import absent_named
from miro_sandbox.catalogue import OPERATIONS
from miro_sandbox.config import Config
from miro_sandbox.control import make_control
from miro_sandbox.errors import (
    BadRequestError,
    InternalFaultError,
    MethodNotSupportedError,
    NotEmulatedError,
    NotFoundError,
    SandboxError,
    TooManyRequestsError,
)
from miro_sandbox.faults import Faults
from miro_sandbox.oauth.routes import make_oauth
from miro_sandbox.operations import Answer, Call, Operation, Part, Sent
from miro_sandbox.pages import make_board_pages
from miro_sandbox.wire import FAULT_KEY, DistantWire, FaultyWire

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response as AnyResponse

    from miro_sandbox.state import State

MAX_BODY = 32 * 1024 * 1024


def create_app(
    state: State,
    *,
    config: Config | None = None,
    faults: Faults | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Flask:
    """Give the sandbox serving `state`: the REST API, the board page and the control interface.

    `sleep` is what a slow or distant answer waits with. Times and ids come from the state and its
    clock.
    """
    config = config or Config()
    faults = faults or Faults()
    app = Flask("miro_sandbox", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.url_map.merge_slashes = False
    _Door(state, config).hang(app)
    app.register_blueprint(make_board_pages(state, writes=True, config=config))
    app.register_blueprint(make_control(state, faults))
    app.register_blueprint(make_oauth(state, config))
    app.wsgi_app = FaultyWire(app.wsgi_app, faults, sleep)  # type: ignore[assignment]  # Flask's documented way
    if config.delay:
        app.wsgi_app = DistantWire(app.wsgi_app, config.delay, state.clock, sleep)  # type: ignore[assignment]  # as above
    return app


class _Door:
    """What every call passes: token, scope, credits, then its operation in one transaction."""

    def __init__(self, state: State, config: Config) -> None:
        self._state = state
        self._config = config

    def hang(self, app: Flask) -> None:
        """Register every operation, and the answers for what there is no operation for."""
        paths: dict[str, list[Operation]] = {}
        for operation in OPERATIONS:
            paths.setdefault(operation.path, []).append(operation)
        for path, operations in paths.items():
            # One rule a path: building rules is most of what starting the sandbox costs.
            app.add_url_rule(
                path,
                endpoint=path,
                view_func=self._view(operations),
                methods=sorted({operation.method for operation in operations}),
                provide_automatic_options=False,
            )
        app.register_error_handler(SandboxError, self._refused)
        app.register_error_handler(NotFound, self._no_route)
        app.register_error_handler(MethodNotAllowed, self._no_method)
        app.register_error_handler(HTTPException, self._unreadable)
        app.after_request(self._with_budget)

    def _view(self, operations: list[Operation]) -> Callable[..., AnyResponse]:
        def view(**args: str) -> AnyResponse:
            operation = _meant(operations)
            return _response(self._answer(operation, _sent(args)))

        return view

    def _answer(self, operation: Operation, sent: Sent) -> Answer:
        with self._state.write() as tx:
            caller = auth.caller_of(tx, _token(operation), self._config)
            _strike(budgets.left(tx, caller, self._config), tx.now)
            budget = budgets.spend(tx, caller, operation.cost(sent), self._config)
            g.budget = budget or budgets.left(tx, caller, self._config)
            g.late = tx.now
        if budget is None:
            raise budgets.refusal(g.budget, g.late)
        auth.require(caller, operation.scope)
        reading = operation.method == "GET"
        with self._state.read() if reading else self._state.write() as tx:
            return operation.answer(Call(tx, self._config, caller, sent))

    def _refused(self, error: SandboxError) -> AnyResponse:
        response = _response(Answer(error.status, error.body()))
        if isinstance(error, TooManyRequestsError) and self._config.retry_after:
            response.headers["Retry-After"] = str(error.retry_after)
        return response

    def _no_route(self, error: NotFound) -> AnyResponse:  # noqa: ARG002  # Flask's signature
        name = absent_named(request.method, request.path)
        if name is not None:
            return self._refused(NotEmulatedError(name))
        # The beginning of this text was seen live.
        return self._refused(NotFoundError(f"No endpoint {request.method} {request.path}"))

    def _no_method(self, error: MethodNotAllowed) -> AnyResponse:
        response = self._refused(
            MethodNotSupportedError(f"Method {request.method} is not supported")
        )
        response.headers["Allow"] = ", ".join(error.valid_methods or ())
        return response

    def _unreadable(self, error: HTTPException) -> AnyResponse:
        refusal = BadRequestError(error.description or "Bad request")
        refusal.status = error.code or refusal.status
        if refusal.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return self._refused(InternalFaultError())
        return self._refused(refusal)

    def _with_budget(self, response: Response) -> Response:
        budget = g.get("budget") or budgets.untouched(self._state.clock(), self._config)
        for name, value in budget.headers().items():
            response.headers[name] = value
        return response


def _token(operation: Operation) -> str:
    header = request.headers.get("Authorization")
    if header is None and operation.query_token and "access_token" in request.args:
        return request.args["access_token"]
    return auth.bearer(header)


def _strike(budget: budgets.Budget, now: float) -> None:
    """Raise the refusal a fault rule asked for; it costs nothing."""
    kind = request.environ.get(FAULT_KEY)
    if kind is None:
        return
    g.budget = budget
    if kind == "429":
        raise budgets.refusal(budget, now)
    raise InternalFaultError


def _meant(operations: list[Operation]) -> Operation:
    """Give the operation a call means; Miro tells those of one path apart by the query."""
    method = "GET" if request.method == "HEAD" else request.method
    possible = [operation for operation in operations if operation.method == method]
    for operation in possible:
        if operation.when is not None and operation.when in request.args:
            return operation
    plain = [operation for operation in possible if operation.when is None]
    return plain[0] if plain else possible[0]


def _sent(args: dict[str, str]) -> Sent:
    parts: dict[str, tuple[Part, ...]] = {}
    form: dict[str, str] = {}
    if request.mimetype in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        form = request.form.to_dict()
        parts = {
            name: tuple(Part(f.read(), f.filename or "", f.mimetype) for f in files)
            for name, files in request.files.lists()
        }
    return Sent(
        args=args,
        query=request.args.to_dict(),
        raw=request.get_data(),
        base=request.host_url.rstrip("/"),
        parts=parts,
        form=form,
    )


def _response(answer: Answer) -> AnyResponse:
    if answer.location is not None:
        return redirect(answer.location, code=answer.status)
    if answer.body is None:
        return Response(status=answer.status)
    return Response(json.dumps(answer.body), status=answer.status, mimetype="application/json")
