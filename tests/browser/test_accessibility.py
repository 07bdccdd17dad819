"""Every page is looked over by axe-core, in both languages, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types
from playwright.sync_api import Page

from tests.browser.conftest import Served, serving
from tests.service.at_work import METHOD, Bench
from tests.service.conftest import app_of

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    f"/methods/{METHOD}",
    f"/methods/{METHOD}/guide",
    f"/methods/{METHOD}?issue=Teema&participants=999&sectors=x",
    "/workshops",
    "/workshops/{workshop}",
    "/workshops/{workshop}/remove",
    "/workshops/{workshop}/harvest",
    "/harvest",
    "/nothing",
    "/sandbox/board/{board}",
)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, str]]]:
    """A service with a workshop that people wrote on and that was harvested."""
    with serving(tmp_path_factory.mktemp("furnished")) as served:
        bench = Bench(served.k, app_of(served.k).test_client())
        bench.make_and_harvest()
        view = served.k.workshop(served.k.account(), bench.workshop)
        assert view.board is not None
        yield served, {"workshop": view.workshop, "board": view.board.id}


def violations(page: Page) -> list[tuple[str, str]]:
    """Return what axe-core has against a page, each with the place of its first case."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["et", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_keeps_people_out(
    page: Page,
    furnished: tuple[Served, dict[str, str]],
    path: str,
    lang: str,
    scheme: Literal["light", "dark"],
) -> None:
    served, names = furnished
    page.emulate_media(color_scheme=scheme)
    address = path.format(**names)
    page.goto(f"{served.url}{address}{'&' if '?' in address else '?'}lang={lang}")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert violations(page) == []


def test_the_check_sees_what_is_wrong(page: Page) -> None:
    page.set_content("<html lang=et><title>x</title><main><h1>x</h1><img src='x'></main></html>")
    assert "image-alt" in dict(violations(page))
