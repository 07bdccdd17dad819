"""The page of a summary: everything read has its place, and nothing people wrote can act."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.service.at_work import Bench, Page
from workshops.requests_answers import HarvestRequest

HOSTILE = "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(2)&gt;"


def write(bench: Bench, text: str) -> None:
    """Let somebody put a note on the board, outside all frames."""
    view = bench.k.workshop(bench.k.account(), bench.workshop)
    assert view.board is not None
    body: dict[str, Any] = {
        "data": {"content": f"<p>{text}</p>", "shape": "square"},
        "position": {"x": -4000, "y": -4000},
    }
    answer = (
        bench.k.sandbox()
        .app.test_client()
        .post(
            f"/v2/boards/{view.board.id}/sticky_notes",
            json=body,
            headers={"Authorization": "Bearer sandbox-jyri"},
        )
    )
    assert answer.status_code == 201, answer.text


@pytest.fixture
def read(bench: Bench) -> Bench:
    """A workshop with a hostile note that nobody placed."""
    bench.make(title="<b>Töötuba</b>")
    write(bench, HOSTILE)
    write(bench, "Kutsume noored kokku, @Mari, 15.03")
    bench.k.harvest(bench.k.account(), bench.workshop, HarvestRequest(lang="et"))
    return bench


def test_what_people_wrote_is_shown_and_cannot_act(read: Bench) -> None:
    answer = read.client.get(f"/workshops/{read.workshop}/harvest")
    page = Page(answer)
    assert "<script>alert(1)</script> <img src=x onerror=alert(2)>" in page.text
    assert all("src" in script for script in page.every("script"))
    assert not [image for image in page.every("img") if image.get("src") == "x"]
    assert "<b>Töötuba</b>" in page.text
    assert not page.every("b")


def test_unplaced_notes_are_shown(read: Bench) -> None:
    page = Page(read.client.get(f"/workshops/{read.workshop}/harvest"))
    assert "Paigutamata lipikud" in page.text
    assert "Kutsume noored kokku" in page.text


def test_every_note_of_the_board_waits_behind_its_frame(read: Bench) -> None:
    page = Page(read.client.get(f"/workshops/{read.workshop}/harvest?lang=et"))
    assert [part for part in page.every("details") if "open" in part] == []
    view = read.k.workshop(read.k.account(), read.workshop)
    assert view.board is not None
    pictures = [image["src"] for image in page.every("img") if "picture" in str(image["src"])]
    assert len(pictures) == 2
    assert not any("loading" in image for image in page.every("img"))


def test_labels_follow_the_language_of_the_page(finished: Bench) -> None:
    address = f"/workshops/{finished.workshop}/harvest"
    estonian = Page(finished.client.get(address, query_string={"lang": "et"})).text
    assert all(said in estonian for said in ("Parkla", "Kaasame tihedalt", "Kogume osapooled"))
    english = Page(finished.client.get(address, query_string={"lang": "en"})).text
    assert all(said in english for said in ("Parking lot", "Engage closely", "the stakeholders"))
    assert "Kogume osapooled" not in english


def test_stakeholders_stand_by_quadrant_with_codes_as_labels(finished: Bench) -> None:
    address = f"/workshops/{finished.workshop}/harvest"
    answer = finished.client.get(address, query_string={"lang": "et"})
    page = Page(answer)
    quadrants = re.findall(r"<h4>([^<]+)</h4>", answer.text)
    assert "Kaasame tihedalt" in quadrants
    assert "engage_closely" not in page.text
    assert "by_quadrant" not in page.text
    assert len(page.every("table")) >= 3


def test_the_numbers_on_the_page_add_up(read: Bench) -> None:
    page = Page(read.client.get(f"/workshops/{read.workshop}/harvest"))
    total = re.search(r"Tahvlilt loeti (\d+) asja\. Arvesse läks (\d+) lipik", page.text)
    assert total is not None
    aside = page.text.partition("järgmistel põhjustel:")[2]
    counts = [
        int(count) for count in re.findall(r"\b(\d+) [^\d]+", aside.partition("Kommentaar")[0])
    ]
    assert int(total[1]) == int(total[2]) + sum(counts)


def test_every_report_is_saved_not_opened(read: Bench) -> None:
    page = Page(read.client.get(f"/workshops/{read.workshop}/harvest?lang=et"))
    links = [str(link["href"]) for link in page.every("a") if "download" in link]
    assert len(links) == len(read.k.report_formats()) + 1
    for link in links:
        answer = read.client.get(link)
        assert answer.status_code == 200
        saved = answer.headers.get("Content-Disposition", "").startswith("attachment")
        assert saved or answer.content_type == "image/png"
    (data,) = (link for link in links if "report.json" in link)
    envelope = json.loads(read.client.get(data).data)
    assert envelope["accounting"]["counted"] == len(envelope["notes"])


def test_the_memo_is_filled_in_on_the_page(read: Bench) -> None:
    address = f"/workshops/{read.workshop}/harvest"
    page = Page(read.client.get(address))
    proposed = str(page.field("reply_by")["value"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", proposed)
    labels = {str(label.get("for")) for label in page.every("label")}
    assert labels >= {"f-link", "f-next", "f-correct_by", "f-reply_by"}
    said = {"link": "https://riik.ee/k", "next": "Kohtume", "correct_by": "2027-03-16"}
    answer = read.press(address, **said, reply_by="")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "Kokkuvõte on siin: <https://riik.ee/k>" in answer.text
    assert "- Kohtume\n" in answer.text
    assert "hiljemalt 16. märtsil 2027." in answer.text
    assert "Kokkuvõtte kustutame" in answer.text
    assert "vastame" not in answer.text
    first = read.k.summaries(read.k.account(), read.workshop)[0].id
    earlier = f"/workshops/{read.workshop}/harvests/{first}"
    forms = [form.get("action") for form in Page(read.client.get(earlier)).every("form")]
    assert earlier in forms
    assert read.press(earlier, reply_by=proposed).status_code == 200


def test_what_is_wrong_in_the_memo_stands_beside_its_field(read: Bench) -> None:
    address = f"/workshops/{read.workshop}/harvest"
    answer = read.press(address, link="<b>siin</b>", next="Kohtume", reply_by="homme")
    page = Page(answer)
    assert answer.status_code == 422
    assert page.field("link")["value"] == "<b>siin</b>"
    assert page.field("link")["aria-invalid"] == page.field("reply_by")["aria-invalid"] == "true"
    assert "aria-invalid" not in page.field("next")
    assert page.text.count("Peab olema kuupäev") == 1
    assert [part for part in page.every("details") if part.get("id") == "memo" and "open" in part]
    assert read.client.post(address, data={"link": ""}).status_code != 200  # without its token


def test_a_refused_memo_is_shown_in_the_other_language_too(read: Bench) -> None:
    first = read.k.summaries(read.k.account(), read.workshop)[0].id
    for place in ("harvest", f"harvests/{first}"):
        address = f"/workshops/{read.workshop}/{place}"
        page = Page(read.press(f"{address}?lang=et", reply_by="homme"))
        (other,) = {str(link["href"]) for link in page.every("a") if link.get("hreflang") == "en"}
        assert other == f"{address}?lang=en"
        answer = read.client.get(other)
        assert answer.status_code == 200
        assert "Fill in the memo" in Page(answer).text


def test_an_unknown_format_is_told(read: Bench) -> None:
    answer = read.client.get(f"/workshops/{read.workshop}/harvest/report.exe")
    assert answer.status_code == 422


def test_an_earlier_summary_keeps_its_page(read: Bench) -> None:
    account = read.k.account()
    first = read.k.summaries(account, read.workshop)[0]
    write(read, "Hilisem mõte")
    read.k.harvest(account, read.workshop, HarvestRequest(lang="et"))
    earlier = Page(read.client.get(f"/workshops/{read.workshop}/harvests/{first.id}"))
    latest = Page(read.client.get(f"/workshops/{read.workshop}/harvest"))
    assert "Hilisem mõte" not in earlier.text
    assert "Hilisem mõte" in latest.text


def test_before_the_first_summary_there_is_none(bench: Bench) -> None:
    assert bench.client.get(f"/workshops/{bench.make()}/harvest").status_code == 404
