"""The main job in a real browser, from a prefilled address to the summary on the page."""

from __future__ import annotations

import re
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from board_templates.scope import parameters_of
from service.briefs.reading import as_arguments
from tests.browser.conftest import Served
from workshops.example import Example, read_example
from workshops.koosloome import Koosloome
from workshops.rehearse import rehearse

pytestmark = pytest.mark.browser

METHOD = "stakeholder-map"
WHILE = 60_000


class Witness:
    """What the browser did that nobody should see: complaints, and calls to other hosts."""

    def __init__(self, page: Page, url: str) -> None:
        self._host = urlsplit(url).netloc
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        page.context.on("console", self._heard)
        page.context.on("request", self._asked)
        page.context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self._host:
            self.strangers.append(request.url)


def example_of(k: Koosloome) -> Example:
    return read_example(k.library.folder(METHOD))


def prefilled(served: Served, example: Example) -> str:
    parameters = parameters_of(served.k.library.get(METHOD), served.k.shared)
    query = urlencode({"lang": "et", **as_arguments(parameters, example.brief["et"])}, doseq=True)
    return f"{served.url}/methods/{METHOD}?{query}"


def let_people_write(k: Koosloome, board: str, example: Example) -> None:
    """Perform the method's own example on the board, as its participants would."""
    account = k.account()
    plan = k.make_plan(METHOD, example.brief["et"], "et")
    k.sandbox().perform(
        rehearse(k.shared, plan, example, facilitator=account.name), board, lambda _: None
    )


def test_from_a_prefilled_address_to_the_summary(page: Page, served: Served) -> None:
    witness = Witness(page, served.url)
    example = example_of(served.k)

    page.goto(prefilled(served, example))
    expect(page.get_by_label("Teema või otsus")).to_have_value(str(example.brief["et"]["issue"]))
    page.get_by_role("button", name="Tee tahvel").click()

    link = page.get_by_role("link", name=re.compile("Ava tahvel"))
    expect(link).to_be_visible(timeout=WHILE)
    with page.expect_popup() as opened:
        link.click()
    expect(opened.value.get_by_text("Kogume osapooled").first).to_be_attached()
    opened.value.close()

    (view,) = served.k.workshops(served.k.account())
    assert view.board is not None
    let_people_write(served.k, view.board.id, example)

    page.get_by_label(re.compile("Mitu inimest oli kohal")).fill(str(example.attended))
    page.get_by_role("button", name="Koosta kokkuvõte").click()
    expect(page.get_by_role("heading", name="Tähelepanekud")).to_be_visible(timeout=WHILE)

    summary = served.k.summary(served.k.account(), view.workshop)
    assert summary is not None
    assert summary.attended == example.attended
    assert summary.actions
    for action in summary.actions:
        expect(page.get_by_role("rowheader", name=action.text).first).to_be_visible()
    for signal in summary.signals:
        expect(page.get_by_text(signal.text).first).to_be_visible()
    assert page.get_by_text(f"Tahvlilt loeti {summary.accounting.read} asja").count() == 1
    with page.expect_download() as download:
        page.get_by_role("link", name="JSON").click()
    assert download.value.suggested_filename.endswith(".json")

    assert witness.complaints == []
    assert witness.strangers == []


def test_picture_and_template_link_follow_what_is_filled_in(page: Page, served: Served) -> None:
    witness = Witness(page, served.url)
    page.goto(f"{served.url}/methods/{METHOD}?lang=et")
    page.get_by_label("Teema või otsus").fill("Kuidas kaasata noori linna otsustesse?")
    page.get_by_label("Arutelujuht").fill("Mari Maasikas")
    page.get_by_label("Rühmade arv").fill("3")
    picture = page.locator("img[data-picture]")
    expect(picture).to_have_attribute("src", re.compile("groups=3"))
    link = page.get_by_label("Mallilink")
    expect(link).to_have_value(re.compile("groups=3"))
    assert "Mari" not in link.input_value()
    page.goto(link.input_value())
    expect(page.get_by_label("Rühmade arv")).to_have_value("3")
    assert witness.complaints == []
    assert witness.strangers == []


def test_the_main_job_needs_no_mouse(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/?lang=et")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Otse sisu juurde")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Osapoolte kaart").focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("Teema või otsus")
    field.focus()
    page.keyboard.type("Lühike")
    page.get_by_role("button", name="Tee tahvel").focus()
    page.keyboard.press("Enter")
    faults = page.get_by_role("alert")
    expect(faults).to_be_focused()
    faults.get_by_role("link", name="Teema või otsus").focus()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value("Lühike")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", f"/methods/{METHOD}", "/workshops", "/harvest", "/nothing"])
def test_no_page_is_wider_than_the_screen(
    page: Page, served: Served, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served.url}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_work_is_done_all_the_same(
    served: Served, browser: object, new_context: object
) -> None:
    del browser
    context = new_context(java_script_enabled=False)  # type: ignore[operator]  # a fixture of the plugin
    page = context.new_page()
    page.goto(f"{served.url}/methods/{METHOD}?lang=et")
    page.get_by_label("Teema või otsus").fill("Kuidas kaasata noori linna otsustesse?")
    page.get_by_role("button", name="Tee tahvel").click()
    expect(page.get_by_role("link", name=re.compile("Ava tahvel"))).to_be_visible(timeout=WHILE)


def test_the_board_chosen_stays_with_the_language_but_not_in_the_template_link(
    page: Page, served: Served
) -> None:
    page.goto(f"{served.url}/methods/{METHOD}?lang=et&on=uXjVNothing=")
    page.get_by_label("Rühmade arv").fill("3")
    link = page.get_by_label("Mallilink")
    expect(link).to_have_value(re.compile("groups=3"))
    assert "uXjVNothing" not in link.input_value()
    switch = page.get_by_role("link", name="In English")
    expect(switch).to_have_attribute("href", re.compile("on=uXjVNothing"))
