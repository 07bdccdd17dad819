"""The page of a guide: readable in both languages, harmless whoever wrote the method."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.board_templates.method_folders import write_method
from tests.service.at_work import METHOD, Page
from tests.service.conftest import app_of
from tests.workshops.test_new_method import CARD, ID, made
from workshops.settings import load_settings
from workshops.wiring import open_koosloome

HERE = f"/methods/{METHOD}/guide"
HOSTILE = """\
# <script>title()</script>

<script>alert(1)</script>

A <b onclick="alert(2)">bold</b> word & [a](javascript:alert(3)) [b](data:text/html,x)
[c](//evil.example) [d](/sign-out) <javascript:alert(4)> [e](https://a.example/?x="y&z)
[f](http:alert) [g](java&#115;cript:alert(5)) [h](../x) ![i](https://evil.example/i.png)

# First

###### Deep

```"><img src=x>
</code><img src=y onerror=alert(6)>
```
"""


@contextmanager
def with_own(home: Path) -> Iterator[FlaskClient]:
    environ = {"KOOSLOOME_HOME": str(home), "KOOSLOOME_METHODS": str(home / "own")}
    with open_koosloome(load_settings(environ)) as k:
        yield app_of(k).test_client()


def headings(page: Page) -> list[str]:
    return [tag for tag, _ in page.tags if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]


@pytest.mark.parametrize(
    ("lang", "head", "piece"),
    [
        ("et", "Osapoolte kaart Juhend arutelujuhile", "Milleks see on"),
        ("en", "Stakeholder map Guide for the facilitator", "What it is for"),
    ],
)
def test_the_guide_is_read_in_the_language_of_the_page(
    client: FlaskClient, lang: str, head: str, piece: str
) -> None:
    page = Page(client.get(f"{HERE}?lang={lang}"))
    assert head in page.text
    assert piece in page.text
    assert headings(page) == ["h1"] + ["h2"] * 7
    assert page.every("strong")
    assert "**" not in page.text


@pytest.mark.parametrize(
    ("lang", "words"), [("et", "Juhend arutelujuhile"), ("en", "Guide for the facilitator")]
)
def test_the_page_of_the_method_leads_to_its_guide_and_back(
    client: FlaskClient, lang: str, words: str
) -> None:
    page = Page(client.get(f"/methods/{METHOD}?lang={lang}"))
    assert words in page.text
    assert HERE in [link["href"] for link in page.every("a")]
    back = [link["href"] for link in Page(client.get(HERE)).every("a")]
    assert f"/methods/{METHOD}" in back


def test_an_unknown_method_has_no_guide_and_names_near_ones(client: FlaskClient) -> None:
    answer = client.get("/methods/stakeholders-map/guide")
    assert answer.status_code == 404
    assert f"/methods/{METHOD}" in [link["href"] for link in Page(answer).every("a")]


def test_a_hostile_guide_is_shown_as_written(tmp_path: Path) -> None:
    write_method(tmp_path / "own", {"guide/et.md": HOSTILE})
    with with_own(tmp_path) as client:
        answer = client.get("/methods/tiny/guide?lang=et")
    page = Page(answer)
    assert answer.status_code == 200
    assert all("src" in script for script in page.every("script"))
    assert not [image for image in page.every("img") if not str(image["src"]).startswith("/")]
    assert not page.every("b")
    assert not [tag for tag, given in page.tags if any(name.startswith("on") for name in given)]
    assert "<script>alert(1)</script>" in page.text
    assert headings(page) == ["h1", "h2", "h3"]
    given = answer.text.partition('<article class="guide">')[2].partition("</article>")[0]
    assert 'href="https://a.example/?x=%22y&amp;z"' in given
    assert given.count("<a ") == 2  # the other one is a picture that became a link


@pytest.mark.parametrize("lang", ["et", "en"])
def test_a_method_made_of_a_card_has_a_guide(tmp_path: Path, lang: str) -> None:
    made(tmp_path / "own", CARD)
    with with_own(tmp_path) as client:
        page = Page(client.get(f"/methods/{ID}/guide?lang={lang}"))
    assert headings(page)[:2] == ["h1", "h2"]
    assert len(page.every("ol")) == 1
    for step in CARD["steps"]:
        assert step["text"] in page.text
