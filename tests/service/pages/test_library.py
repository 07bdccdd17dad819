"""The first page: every method that can be used, and the ones that can't."""

from __future__ import annotations

import os
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


def test_a_folder_of_an_odd_name_takes_no_page_down(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/own/\xff\x1b[2J"))
    write_method(tmp_path / "own").rename(odd)
    environ = {"KOOSLOOME_HOME": str(tmp_path), "KOOSLOOME_METHODS": str(tmp_path / "own")}
    with open_koosloome(load_settings(environ)) as k:
        page = Page(app_of(k).test_client().get("/?lang=en"))
        assert "1 method is left out" in page.text
        assert "\\udcff\\x1b[2J" in page.text


def test_a_method_of_ones_own_says_how_far_it_has_come(tmp_path: Path) -> None:
    write_method(
        tmp_path / "own", changed("method.yaml", "version: 3", "version: 3\nstatus: tried")
    )
    environ = {"KOOSLOOME_HOME": str(tmp_path), "KOOSLOOME_METHODS": str(tmp_path / "own")}
    with open_koosloome(load_settings(environ)) as k:
        client = app_of(k).test_client()
        assert "läbi proovitud" in Page(client.get("/?lang=et")).text
        assert "läbi proovitud" in Page(client.get("/methods/tiny?lang=et")).text
        found = client.get("/api/methods").json["methods"]
        assert {one["id"]: one["status"] for one in found}["tiny"] == "tried"
