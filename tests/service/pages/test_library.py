"""The first page: every method that can be used, and the ones that can't."""

from __future__ import annotations

from pathlib import Path

from tests.board_templates.method_folders import changed, write_method
from tests.service.at_work import Page
from tests.service.conftest import app_of
from workshops.settings import load_settings
from workshops.wiring import open_koosloome


def test_a_faulty_method_is_named_and_takes_no_page_down(tmp_path: Path) -> None:
    write_method(tmp_path / "own", changed("method.yaml", "version: 3", "version: <b>many</b>"))
    environ = {"KOOSLOOME_HOME": str(tmp_path), "KOOSLOOME_METHODS": str(tmp_path / "own")}
    with open_koosloome(load_settings(environ)) as k:
        client = app_of(k).test_client()
        page = Page(client.get("/?lang=et"))
        assert "1 meetod jääb välja" in page.text
        assert "method.yaml:2:" in page.text
        assert "Osapoolte kaart" in page.text
        assert not page.every("b")
        assert client.get("/methods/stakeholder-map").status_code == 200
        assert client.get("/workshops").status_code == 200
        assert client.get("/api/methods").status_code == 200
        assert client.get("/methods/tiny").status_code == 422
