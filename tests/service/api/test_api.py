"""The JSON API: the main job end to end, all faults as problems, a document that is true."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from harvest.summary import Summary
from service.api.jobs import JobOut
from service.api.methods import MethodDetailOut, MethodsOut
from service.api.problems import Problem
from service.api.workshops import SummariesOut, WorkshopOut, WorkshopsOut
from tests.service.at_work import ISSUE, METHOD, Bench
from workshops.jobs.holding import TRIES

CREATE: dict[str, Any] = {"method": METHOD, "brief": {"issue": ISSUE}, "lang": "et"}


def test_a_program_makes_a_board_and_collects_its_results(bench: Bench) -> None:
    program = bench.client.application.test_client()
    answer = program.post("/api/workshops", json=CREATE)
    assert answer.status_code == 202
    job = JobOut.model_validate_json(answer.data)
    assert answer.headers["Location"] == f"/api/jobs/{job.job}"
    bench.k.run_job(job.job)
    assert program.get(answer.headers["Location"]).get_json()["state"] == "done"
    at = f"/api/workshops/{job.workshop}"
    assert program.get(f"{at}/summary").status_code == 404
    harvest = program.post(f"{at}/harvests", json={"names": "none", "attended": 12})
    bench.k.run_job(harvest.get_json()["job"])
    summary = Summary.model_validate_json(program.get(f"{at}/summary").data)
    assert (summary.names, summary.attended) == ("none", 12)
    assert SummariesOut.model_validate_json(program.get(f"{at}/summaries").data).summaries


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("/api/methods", MethodsOut),
        (f"/api/methods/{METHOD}?lang=en", MethodDetailOut),
        ("/api/workshops", WorkshopsOut),
        ("/api/workshops/{workshop}", WorkshopOut),
        ("/api/workshops/{workshop}/summary", Summary),
        ("/api/workshops/{workshop}/summaries", SummariesOut),
    ],
)
def test_answers_are_as_the_document_says(finished: Bench, path: str, model: type[Any]) -> None:
    answer = finished.client.get(path.format(workshop=finished.workshop))
    TypeAdapter(model).validate_json(answer.data)


def test_a_program_puts_a_second_method_onto_a_board_and_invites(bench: Bench) -> None:
    first = bench.make()
    sent = {**CREATE, "on": first, "new": True, "invite": ["mari@asutus.ee"]}
    program = bench.client.application.test_client()
    job = program.post("/api/workshops", json=sent).get_json()
    bench.k.run_job(job["job"])
    boards = program.get("/api/workshops").get_json()["workshops"]
    assert len({said["board"]["id"] for said in boards}) == 1
    members = (
        bench.k.sandbox()
        .app.test_client()
        .get(
            f"/v2/boards/{boards[0]['board']['id']}/members",
            headers={"Authorization": "Bearer sandbox-me"},
        )
    )
    assert "mari" in members.text


def test_every_fault_of_a_brief_is_in_the_problem(bench: Bench) -> None:
    brief = {"issue": "x", "groups": 99, "sectors": ["a"], "colour": "red"}
    program = bench.client.application.test_client()
    answer = program.post("/api/workshops?lang=en", json={"method": METHOD, "brief": brief})
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    problem = Problem.model_validate_json(answer.data)
    assert {fault.field for fault in problem.faults} == set(brief)
    assert all(fault.detail for fault in problem.faults)
    assert not bench.k.workshops(bench.k.account())


def test_every_fault_of_a_request_is_in_the_problem(bench: Bench) -> None:
    program = bench.client.application.test_client()
    answer = program.post("/api/workshops", json={"lang": "fi", "colour": "red"})
    assert answer.status_code == 422
    problem = Problem.model_validate_json(answer.data)
    assert {fault.field for fault in problem.faults} == {"method", "lang", "colour"}


def test_an_unknown_method_names_near_ones(bench: Bench) -> None:
    answer = bench.client.get("/api/methods/stakeholders-map")
    assert Problem.model_validate_json(answer.data).near == [METHOD]


def test_what_is_no_json_is_refused(bench: Bench) -> None:
    answer = bench.client.post("/api/workshops", data="{", content_type="application/json")
    assert answer.content_type == "application/problem+json"
    assert answer.status_code in {400, 403, 422}


def test_a_browser_brings_the_token_of_its_session(bench: Bench) -> None:
    token = bench.token()
    browser = {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}
    assert bench.client.post("/api/workshops", json=CREATE, headers=browser).status_code == 403
    answer = bench.client.post(
        "/api/workshops", json=CREATE, headers={**browser, "X-CSRFToken": token}
    )
    assert answer.status_code == 202


def test_a_job_that_failed_says_why(bench: Bench) -> None:
    bench.break_miro("POST /v2/boards/*/frames#1x400=500")
    program = bench.client.application.test_client()
    answer = program.post("/api/workshops", json=CREATE)
    for tried in range(TRIES):
        if tried:
            waits = JobOut.model_validate_json(program.get(answer.headers["Location"]).data)
            assert waits.state == "waiting"
        bench.run(answer.get_json()["job"])
    said = JobOut.model_validate_json(program.get(answer.headers["Location"]).data)
    assert said.state == "failed"
    assert said.error is not None
    assert said.error.code == "board_unfinished"
    bench.mend_miro()
    again = program.post(f"/api/workshops/{said.workshop}/resume", json={})
    assert again.status_code == 202
    bench.run(again.get_json()["job"])
    assert program.get(f"/api/workshops/{said.workshop}").get_json()["state"] == "ready"


def test_polling_costs_nothing_while_nothing_changes(finished: Bench) -> None:
    path = f"/api/workshops/{finished.workshop}"
    tag = finished.client.get(path).headers["ETag"]
    again = finished.client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def document(bench: Bench) -> dict[str, Any]:
    described: dict[str, Any] = bench.client.get("/api/openapi.json").get_json()
    return described


def test_the_document_names_every_operation_once(bench: Bench) -> None:
    described = document(bench)
    assert described["openapi"].startswith("3.1")
    rules = [
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower())
        for rule in bench.client.application.url_map.iter_rules()
        for method in (rule.methods or set()) & {"GET", "POST", "PUT", "DELETE"}
        if rule.rule.startswith("/api/") and rule.rule != "/api/openapi.json"
    ]
    found = [(path, method) for path, item in described["paths"].items() for method in item]
    assert sorted(found) == sorted(rules)
    names = [item["operationId"] for path in described["paths"].values() for item in path.values()]
    assert len(names) == len(set(names))


def test_everything_the_document_refers_to_is_in_it(bench: Bench) -> None:
    described = document(bench)
    text = json.dumps(described)
    known = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    used = {part.split('"')[0] for part in text.split('"$ref": "')[1:]}
    assert used <= known


def test_each_operation_says_who_may_use_it_and_what_goes_wrong(bench: Bench) -> None:
    described = document(bench)
    assert set(described["components"]["securitySchemes"]) == {"session", "token"}
    for path, item in described["paths"].items():
        for method, operation in item.items():
            assert operation["security"], path
            changing = any("token" in way for way in operation["security"])
            assert changing == (method == "post")
            for status, response in operation["responses"].items():
                kinds = set(response.get("content", {}))
                assert kinds == {
                    "application/problem+json" if int(status) >= 400 else "application/json"
                }, (path, status)
