"""Every request is told by its route, never by what its address holds."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.request_log import HEADER
from workshops.logs import logs_to

SECRET = " wrote: Bearer Q7Q7Q7Q7"


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_request_is_told_by_its_route(client: FlaskClient) -> None:
    stream = io.StringIO()
    with logs_to(stream, as_json=True):
        answer = client.get("/methods/stakeholder-map?issue=Kes+on+Mari+Maasikas&code=Q7Q7Q7")
    [line] = lines(stream)
    assert (line["http_method"], line["route"]) == ("GET", "/methods/<method_id>")
    assert line["status"] == answer.status_code == 200
    assert line["request_id"] == answer.headers[HEADER]
    assert line["milliseconds"] >= 0
    assert "Mari" not in stream.getvalue()


def test_each_request_has_an_id_of_its_own(client: FlaskClient) -> None:
    first, second = (client.get("/workshops").headers[HEADER] for _ in range(2))
    assert first != second
    assert client.get("/workshops", headers={HEADER: "forged"}).headers[HEADER] != "forged"


def test_files_are_not_told(client: FlaskClient) -> None:
    stream = io.StringIO()
    with logs_to(stream, as_json=True), client.get("/static/koosloome.css") as answer:
        assert answer.status_code == 200
    assert stream.getvalue() == ""


@pytest.fixture
def failing(app: Flask) -> FlaskClient:
    def broken(wish: str) -> str:
        raise ValueError(wish + SECRET)

    app.add_url_rule("/broken/<wish>", view_func=broken)
    return app.test_client()


def test_a_fault_of_ours_is_told_with_the_requests_id(failing: FlaskClient) -> None:
    stream = io.StringIO()
    with logs_to(stream, as_json=True):
        answer = failing.get("/broken/Mari-Maasikas")
    fault, *_, told = lines(stream)
    assert fault["event"] == "unforeseen: GET /broken/<wish>"
    assert "builtins.ValueError" in fault["exception"]
    assert fault["request_id"] == told["request_id"] == answer.headers[HEADER]
    assert told["status"] == 500
    assert "Maasikas" not in stream.getvalue()
    assert "Q7Q7" not in stream.getvalue()
