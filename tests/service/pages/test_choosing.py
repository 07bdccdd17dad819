"""The page that helps to choose: by its address alone, without script."""

from __future__ import annotations

from service.api.choosing import ChoiceOut
from tests.service.at_work import Bench, Page


def test_the_page_asks_and_then_proposes(bench: Bench) -> None:
    first = Page(bench.client.get("/choose?lang=et"))
    assert "Mis teil praegu ees on?" in first.text
    assert "Milles ebaselgus seisneb?" not in first.text
    then = Page(bench.client.get("/choose?lang=et&need=problem&problem=differs&people=&minutes=90"))
    assert "Milles ebaselgus seisneb?" in then.text
    assert "Muret kirjeldatakse erinevalt." in then.text
    assert then.text.index("Probleemi raamistamine") < then.text.index("Probleemi liik")


def test_what_fits_stands_apart_from_what_needs_changes(bench: Bench) -> None:
    both = Page(bench.client.get("/choose?lang=en&need=problem&people=8&minutes=50")).text
    fit, changed = both.index("These fit"), both.index("Only with changes")
    assert fit < changed
    none = Page(bench.client.get("/choose?lang=en&need=many&minutes=20")).text
    assert "These fit" not in none
    assert "Only with changes" in none


def test_a_follow_up_of_an_earlier_answer_is_passed_over(bench: Bench) -> None:
    answer = bench.client.get("/choose?need=proposal&problem=differs")
    assert answer.status_code == 200
    assert "Konsensustahvel" in Page(answer).text


def test_an_answer_that_cannot_be_used_is_told_beside_its_question(bench: Bench) -> None:
    answer = bench.client.get("/choose?need=proposal&people=999&<b>=1")
    assert answer.status_code == 422
    assert "Siin peab olema täisarv 2–60." in Page(answer).text
    assert "Konsensustahvel" in Page(answer).text


def test_a_program_gets_the_same(bench: Bench) -> None:
    answer = bench.client.get("/api/choose?answer=need=many&answer=people=20&lang=en")
    choice = ChoiceOut.model_validate_json(answer.data)
    assert [one.method for one in choice.proposals] == ["world-cafe", "open-space"]
    assert choice.questions[1].id == "many"
    refused = bench.client.get("/api/choose?answer=need=x&answer=people")
    assert refused.status_code == 422
    assert refused.get_json()["faults"]
