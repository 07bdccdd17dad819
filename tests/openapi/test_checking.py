"""Exchanges held against Miro's document."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.miro_client.bodies_of_miro import (
    BOARD,
    CONNECTOR,
    GROUP,
    INVALID,
    LINK,
    SHAPE,
    STICKY,
    TAG,
    cursor_list,
    offset_list,
)
from tests.openapi.checking import Exchange
from tests.openapi.operations import FORM, JSON

if TYPE_CHECKING:
    from tests.openapi.checking import Checker
    from tests.openapi.document import Json

PATH = "/v2/boards/uXjVAAAAAAA%3D"


def exchange(
    method: str, path: str, answer: Json = None, *, status: int = 200, body: Json = None
) -> Exchange:
    where, _, query = path.partition("?")
    return Exchange(
        method=method,
        path=where,
        query=dict(pair.split("=", 1) for pair in query.split("&") if pair),
        media_type=JSON if body is not None else "",
        sent=json.dumps(body).encode() if body is not None else b"",
        status=status,
        answered=json.dumps(answer).encode() if answer is not None else b"",
    )


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (PATH, BOARD),
        (f"{PATH}/sticky_notes/1", STICKY),
        (f"{PATH}/items/1", STICKY),
        (f"{PATH}/items", cursor_list(STICKY, SHAPE, cursor="MQ==", links={"self": LINK})),
        (f"{PATH}/items?tag_id=1", offset_list(STICKY)),
        (f"{PATH}/connectors/1", CONNECTOR),
        (f"{PATH}/tags/1", TAG),
        (f"{PATH}/groups/1", GROUP),
        (f"{PATH}/groups", cursor_list(GROUP)),
    ],
)
def test_what_was_recorded_from_miro_is_right(checker: Checker, path: str, answer: Json) -> None:
    assert checker.faults_of_answer(exchange("GET", path, answer)) == []


@pytest.mark.parametrize(
    ("path", "answer", "fault"),
    [
        (f"{PATH}/sticky_notes/1", {**STICKY, "tags": []}, "'tags' was unexpected"),
        (f"{PATH}/sticky_notes/1", {**STICKY, "style": {"fillColor": "#fff"}}, "style.fillColor"),
        (f"{PATH}/items/1", {**SHAPE, "style": {"fontSize": 14}}, "style.fontSize"),
        (f"{PATH}/items/1", {**SHAPE, "style": {"fontSize": "300"}}, "style.fontSize"),
        (f"{PATH}/items/1", {**STICKY, "data": {"title": "x"}}, "'title' was unexpected"),
        (f"{PATH}/items/1", {"type": "shape"}, '"id" is a required property'),
        (f"{PATH}/items", cursor_list({**SHAPE, "createdAt": "today"}), "data.0.createdAt"),
        (f"{PATH}/groups/1", {**GROUP, "data": {"items": "1"}}, "data.items"),
        (PATH, {**BOARD, "name": None}, "name"),
    ],
)
def test_a_wrong_answer_is_found(checker: Checker, path: str, answer: Json, fault: str) -> None:
    found = checker.faults_of_answer(exchange("GET", path, answer))

    assert fault in "\n".join(found)


def test_statuses_and_empty_bodies_are_looked_at(checker: Checker) -> None:
    gone = exchange("DELETE", f"{PATH}/items/1", status=204)

    assert checker.faults_of_answer(gone) == []
    assert checker.faults_of_answer(replace(gone, answered=b"{}")) == [
        "delete-item answered 204: with a body"
    ]
    assert checker.faults_of_answer(replace(gone, status=202)) == [
        "delete-item: 202 is not among its answers"
    ]


def test_a_failure_has_miros_error_body_wherever_it_happens(checker: Checker) -> None:
    right = exchange("POST", f"{PATH}/sticky_notes", INVALID, status=400)
    text = replace(right, answered=b"<html>")

    assert checker.faults_of_answer(right) == []
    assert checker.faults_of_answer(replace(right, path="/v2/nothing", status=404)) == []
    assert len(checker.faults_of_answer(text)) == 1
    assert len(checker.faults_of_answer(replace(text, path="/v2/nothing", status=404))) == 1
    assert len(checker.faults_of_answer(replace(text, method="PUT", status=405))) == 1


def test_what_the_document_lacks_must_not_be_answered(checker: Checker) -> None:
    assert checker.faults_of_answer(exchange("GET", "/v2/nothing", {})) == [
        "GET /v2/nothing is not in the document, yet answered"
    ]
    assert checker.faults_of_request(exchange("GET", "/v2/nothing", {})) == [
        "GET /v2/nothing is not in the document"
    ]


def test_a_connector_may_be_made_with_200_or_201_alone(checker: Checker) -> None:
    made = exchange("POST", f"{PATH}/connectors", CONNECTOR)

    assert checker.faults_of_answer(made) == []
    assert checker.faults_of_answer(replace(made, status=201)) == []
    assert checker.faults_of_answer(replace(made, status=202)) != []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/sticky_notes", {"data": {"content": "x"}, "parent": {"id": "1"}}),
        ("PATCH", "/items/1", {"parent": {"id": None}, "position": {"x": 1, "y": 2}}),
        ("POST", "/items/bulk", [{"type": "frame", "data": {"title": "x"}}, {"type": "shape"}]),
        ("POST", "/groups", {"data": {"items": ["1", "2"]}}),
        ("GET", "/items?limit=50&type=shape", None),
        ("GET", "/groups?limit=10", None),
        ("DELETE", "/groups/1?delete_items=true", None),
    ],
)
def test_a_right_request_is_let_be(checker: Checker, method: str, path: str, body: Json) -> None:
    assert checker.faults_of_request(exchange(method, f"{PATH}{path}", body=body)) == []


@pytest.mark.parametrize(
    ("method", "path", "body", "fault"),
    [
        ("POST", "/sticky_notes", {"metadata": 1}, "'metadata' was unexpected"),
        ("POST", "/shapes", {"style": {"fontSize": 14}}, "style.fontSize"),
        ("POST", "/texts", {}, '"data" is a required property'),
        ("POST", "/sticky_notes", None, "create-sticky-note-item body: missing"),
        ("POST", "/items/bulk", {"data": []}, "create-items body"),
        ("POST", "/items/bulk", [{"type": "shape"}] * 21, "create-items body"),
        ("POST", "/items/bulk", [{"type": "connector"}], "0.type"),
        ("POST", "/items/bulk", [{"type": "text", "style": {"cardTheme": "#fff"}}], "cardTheme"),
        ("DELETE", "/items/1", {}, "application/json is not among its media types"),
        ("GET", "/items?limit=5", None, "query limit"),
        ("GET", "/items?limit=many", None, "query limit"),
        ("GET", "/groups?limit=5", None, "query limit"),
        ("GET", "/items?page=2", None, "query page: not in the document"),
        ("DELETE", "/groups/1?delete_items=yes", None, "query delete_items"),
    ],
)
def test_a_wrong_request_is_found(
    checker: Checker, method: str, path: str, body: Json, fault: str
) -> None:
    found = checker.faults_of_request(exchange(method, f"{PATH}{path}", body=body))

    assert fault in "\n".join(found)


def test_a_form_is_looked_into(checker: Checker) -> None:
    form = replace(
        exchange("POST", f"{PATH}/images"),
        media_type=FORM,
        parts={"resource": "<svg/>", "data": json.dumps({"title": "Plan"})},
    )
    wrong = replace(form, parts={"data": json.dumps({"titel": "Plan"})})

    assert checker.faults_of_request(form) == []
    assert "'titel' was unexpected" in "\n".join(checker.faults_of_request(wrong))
    assert '"resource" is a required property' in "\n".join(checker.faults_of_request(wrong))
