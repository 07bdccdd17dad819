"""The control interface under /_sandbox/: faults, and things only Miro's own interface can make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, jsonify, request

from miro_sandbox.errors import BadRequestError
from miro_sandbox.faults import Fault, Faults, FaultSyntaxError, parse_fault
from miro_sandbox.operations import parsed_json
from miro_sandbox.seeding import seed

if TYPE_CHECKING:
    from miro_sandbox.state import State


def make_control(state: State, faults: Faults) -> Blueprint:
    """Give the routes that change faults and seed items; they need no token and cost nothing."""
    control = Blueprint("control", __name__, url_prefix="/_sandbox")

    @control.get("/faults")
    def list_faults() -> Response:
        return jsonify({"faults": faults.described()})

    @control.post("/faults")
    def add_fault() -> tuple[Response, int]:
        faults.add(_fault(_body()))
        return jsonify({"faults": faults.described()}), 201

    @control.delete("/faults")
    def clear_faults() -> tuple[str, int]:
        faults.clear()
        return "", 204

    @control.post("/boards/<board_id>/items")
    def seed_item(board_id: str) -> tuple[Response, int]:
        with state.write() as tx:
            return jsonify(seed(tx, board_id, _body())), 201

    return control


def _body() -> dict[str, Any]:
    body = parsed_json(request.get_data() or b"{}")
    if not isinstance(body, dict):
        raise BadRequestError("The body must be a JSON object")
    return body


def _fault(body: dict[str, Any]) -> Fault:
    try:
        return parse_fault(body["fault"]) if "fault" in body else Fault(**body)
    except FaultSyntaxError as error:
        raise BadRequestError(str(error)) from error
    except TypeError as error:
        raise BadRequestError(
            f"A fault has method, path, kind, nth, times, seconds: {error}"
        ) from error
