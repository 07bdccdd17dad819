"""A method of people's own that can't sum up a board: the page and the API say who must act."""

from __future__ import annotations

from pathlib import Path

from tests.service.at_work import Bench, Page
from tests.service.conftest import app_of
from tests.workshops.test_new_method import CARD, ID, made
from workshops.requests_answers import CreateRequest
from workshops.settings import load_settings
from workshops.wiring import open_koosloome


def test_the_page_and_the_api_name_the_rule(tmp_path: Path) -> None:
    file = made(tmp_path / "own", CARD) / "harvest.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("result:\n", 'result:\n  vigane: "1 / 0"\n', 1), "utf-8")
    environ = {"KOOSLOOME_HOME": str(tmp_path), "KOOSLOOME_METHODS": str(tmp_path / "own")}
    with open_koosloome(load_settings(environ), sleep=lambda _: None) as k:
        values = {"topic": "Bussid", "participants": 8}
        workshop = k.create(k.account(), CreateRequest(method=ID, values=values)).workshop
        bench = Bench(k, app_of(k).test_client())
        answer = bench.press(f"/workshops/{workshop}/harvests", names="none", attended="9")
        page = Page(bench.work(answer))
        job = answer.headers["Location"].split("job=")[1]
        error = bench.client.get(f"/api/jobs/{job}").get_json()["error"]
    assert "Meetod ei saa sellest tahvlist kokkuvõtet teha" in page.text
    assert "result.vigane: `1 / 0`" in page.text
    assert "See on Koosloome viga" not in page.text
    assert (error["code"], error["status"]) == ("faulty_rule", 422)
    assert "result.vigane" in error["detail"]
