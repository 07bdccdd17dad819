"""What a run of tests is watched for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import flask
import pytest
import requests

from tests.miro_client.bodies_of_miro import STICKY
from tests.miro_client.world import Wire, refusal, reply, sessions
from tests.openapi.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.openapi.checking import Checker

# The watch of the run itself sees these as well.
pytestmark = pytest.mark.undocumented(".", "made wrong on purpose, to be found")

NOTES = "/v2/boards/uXjVAAAAAAA%3D/sticky_notes"


@pytest.fixture
def watch(checker: Checker) -> Iterator[Watch]:
    watch = Watch(checker)
    watch.start()
    yield watch
    watch.stop()


def answering(answer: object, status: int, name: str = "miro_sandbox") -> flask.testing.FlaskClient:
    app = flask.Flask(name)

    @app.route("/<path:_>", methods=["GET", "POST"])
    def answer_all(_: str) -> flask.Response:
        return flask.Response(json.dumps(answer), status, mimetype="application/json")

    return app.test_client()


def post(wire: Wire, body: object, path: str = NOTES) -> None:
    sessions(wire)().post(f"https://api.miro.example{path}", json=body)


def test_an_answer_of_the_sandbox_is_seen(watch: Watch) -> None:
    answering({**STICKY, "shade": 1}, 201).post(NOTES, json={})

    (fault,) = watch.taken()

    assert fault.startswith("create-sticky-note-item answered 201")
    assert watch.taken() == []


def test_a_request_the_sandbox_should_have_refused_is_seen(watch: Watch) -> None:
    answering(STICKY, 201).post(NOTES, json={"shade": 1})

    (fault,) = watch.taken()

    assert fault.startswith("create-sticky-note-item body")


def test_other_servers_and_other_pages_are_let_be(watch: Watch) -> None:
    answering({}, 201, name="service").post(NOTES, json={"shade": 1})
    answering({}, 200).get("/sandbox/board/1")
    answering({}, 200).get("/v2/boards/1/resources/images/7")

    assert watch.taken() == []


@pytest.mark.parametrize("path", [NOTES, "/v2/nothing"])
def test_a_request_that_our_client_sends_anywhere_is_seen(watch: Watch, path: str) -> None:
    post(Wire([reply(STICKY, 201)]), {"shade": 1}, path)

    (fault,) = watch.taken()

    assert "shade" in fault or "not in the document" in fault


@pytest.mark.parametrize(("status", "faults"), [(400, 0), (403, 0), (429, 1), (500, 1), (501, 0)])
def test_a_request_that_was_refused_as_wrong_is_let_be(
    watch: Watch, status: int, faults: int
) -> None:
    post(Wire([refusal(status)]), {"shade": 1})

    assert len(watch.taken()) == faults


def test_an_escaped_slash_in_an_id_stays_in_it(watch: Watch) -> None:
    wire = Wire([reply(STICKY)])
    sessions(wire)().get("https://api.miro.example/v2/boards/a%2Fb/sticky_notes/1%2F2")

    assert watch.taken() == []


def test_nothing_is_seen_after_the_end(checker: Checker) -> None:
    before = requests.Session.send
    watch = Watch(checker)
    watch.start()
    watch.stop()

    answering({}, 201).post(NOTES, json={})

    assert watch.taken() == []
    assert requests.Session.send is before
