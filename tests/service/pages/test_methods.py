"""The page of a method: its form loses nothing, names every fault, opens filled in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.briefs.fields import FormField, Limits
from tests.service.at_work import ISSUE, METHOD, Bench, Page, typed

HERE = f"/methods/{METHOD}"
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
WRONG = {"issue": "Lühike", "sectors": "üks\nkaks", "groups": "palju", "participants": "99"}


def test_the_page_says_what_the_method_is_for(client: FlaskClient) -> None:
    page = Page(client.get(HERE))
    assert "Leiame üles kõik, keda teema puudutab" in page.text
    assert "Millal mitte" in page.text
    assert "Kirjutame vaikselt, loeme ette ja täiendame." in page.text


def test_the_form_asks_for_every_parameter_in_the_language(client: FlaskClient) -> None:
    page = Page(client.get(f"{HERE}?lang=en"))
    for label in ("Issue or decision", "Known stakeholders", "Stance dots", "Number of groups"):
        assert label in page.text
    for label in ("Number of participants", "Date", "Who can open the board?", "only me"):
        assert label in page.text


def test_defaults_stand_in_the_form(client: FlaskClient) -> None:
    answer = client.get(HERE)
    assert typed(answer, "sectors").splitlines()[0] == "Riik ja omavalitsused"
    assert Page(answer).field("minutes")["value"] == "75"


def test_an_address_opens_the_form_filled_in(client: FlaskClient) -> None:
    sectors = [("sectors", "Riik"), ("sectors", "Vald"), ("sectors", "Kool")]
    query = [("lang", "et"), ("issue", ISSUE), *sectors, ("stance", "false")]
    answer = client.get(HERE, query_string=query)
    assert typed(answer, "issue") == ISSUE
    assert typed(answer, "sectors") == "Riik\nVald\nKool"
    assert "checked" not in Page(answer).field("stance")
    assert 'class="faults"' not in answer.text


def test_wrong_values_of_an_address_are_told_at_once(client: FlaskClient) -> None:
    answer = client.get(HERE, query_string={**WRONG, "colour": "red"})
    assert answer.status_code == 200
    page = Page(answer)
    for name in WRONG:
        assert page.field(name).get("aria-invalid") == "true", name
    assert "colour" in page.text


def test_an_address_that_names_only_a_part_is_no_fault_yet(client: FlaskClient) -> None:
    assert 'class="faults"' not in client.get(HERE, query_string={"groups": "2"}).text


def test_every_fault_is_told_beside_its_field_and_nothing_is_lost(bench: Bench) -> None:
    answer = bench.press(HERE, **WRONG, facilitator="Mari <Maasikas>", stance="false")
    assert answer.status_code == 422
    page = Page(answer)
    for name in WRONG:
        field = page.field(name)
        assert field["aria-invalid"] == "true"
        assert f"{field['id']}-fault" in str(field["aria-describedby"]).split()
    assert typed(answer, "issue") == "Lühike"
    assert typed(answer, "sectors") == "üks\nkaks"
    assert page.field("groups")["value"] == "palju"
    assert page.field("facilitator")["value"] == "Mari <Maasikas>"
    assert "4 väärtust ei sobi" in page.text
    links = [link["href"] for link in page.every("a")]
    assert {f"#f-{name}" for name in WRONG} <= set(links)


def test_a_required_field_left_empty_is_a_fault(bench: Bench) -> None:
    page = Page(bench.press(HERE, issue=""))
    assert page.field("issue").get("aria-invalid") == "true"


def test_a_fault_among_the_settings_opens_them(bench: Bench) -> None:
    page = Page(bench.press(HERE, issue=ISSUE, access="everybody"))
    settings = [part for part in page.every("details") if part.get("class") == "group"]
    assert [("open" in part) for part in settings] == [True]


def test_a_wrong_choice_is_told_by_the_labels_that_stand_in_the_list(bench: Bench) -> None:
    text = Page(bench.press(HERE, issue=ISSUE, access="everybody")).text
    assert "Valige üks neist: ainult mina, minu meeskond, lingiga vaatama," in text
    assert "link_edit" not in text
    text = Page(bench.press("/methods/meeting-plan", **{"agenda-0-aim": "olematu"})).text
    assert "Valige üks neist: info, arutelu, otsus" in text


@pytest.mark.parametrize(("most", "said"), [(1, "Kuni 1 tähemärk."), (2, "Kuni 2 tähemärki.")])
def test_how_much_may_be_written_is_said_of_one_and_of_many(
    app: Flask, most: int, said: str
) -> None:
    field = FormField(
        name="who", kind="text", label="Kes", help="", required=True, value="",
        limits=Limits(most=most), items=Limits(), entry=Limits(),
    )  # fmt: skip
    with app.test_request_context("/"):
        template = app.jinja_env.get_template("form_fields.html")
        page = template.make_module({"lang": "et"}).one_field(field)  # type: ignore[attr-defined]  # its macro
    assert said in page


def test_a_form_sent_without_a_living_token_keeps_what_was_typed(client: FlaskClient) -> None:
    answer = client.post(HERE, data={"issue": ISSUE, "csrf_token": "old"})
    assert answer.status_code == 400
    assert typed(answer, "issue") == ISSUE
    assert "vajutage nuppu veel kord" in Page(answer).text


def test_hostile_values_are_shown_as_they_are(bench: Bench) -> None:
    for answer in (
        bench.client.get(HERE, query_string={"issue": HOSTILE, HOSTILE: "1"}),
        bench.press(HERE, issue="x", facilitator=HOSTILE, title=HOSTILE, sectors=HOSTILE),
    ):
        page = Page(answer)
        assert all("src" in script for script in page.every("script"))
        assert not [image for image in page.every("img") if image.get("src") == "x"]


def test_without_scripts_the_picture_follows_on_request(bench: Bench) -> None:
    answer = bench.press(HERE, issue=ISSUE, groups="3", do="preview")
    assert answer.status_code == 200
    source = next(i["src"] for i in Page(answer).every("img") if "data-picture" in i)
    assert parse_qs(urlsplit(str(source)).query)["groups"] == ["3"]
    assert bench.client.get(str(source)).status_code == 200
    assert not bench.k.workshops(bench.k.account())


def test_the_template_link_opens_the_same_form_without_names(bench: Bench) -> None:
    answer = bench.press(HERE, issue=ISSUE, groups="3", facilitator="Mari", do="preview")
    fields = Page(answer).every("input")
    link = str(next(field["value"] for field in fields if field.get("id") == "template-link"))
    assert "Mari" not in link
    again = bench.client.get(link)
    assert typed(again, "issue") == ISSUE
    assert Page(again).field("groups")["value"] == "3"
    assert bench.k.open_share(link).method == METHOD


def test_the_language_switch_keeps_what_was_filled_in(bench: Bench) -> None:
    answer = bench.press(HERE, issue=ISSUE, groups="palju")
    link = next(a["href"] for a in Page(answer).every("a") if "data-switch" in a)
    switched = bench.client.get(str(link))
    assert '<html lang="en">' in switched.text
    assert typed(switched, "issue") == ISSUE


def test_making_a_board_leads_to_its_workshop(bench: Bench) -> None:
    answer = bench.press(HERE, issue=ISSUE, participants="8")
    assert answer.status_code == 303
    page = Page(bench.work(answer))
    (view,) = bench.k.workshops(bench.k.account())
    assert view.state == "ready"
    assert view.values["participants"] == 8
    assert view.board is not None
    assert view.board.url in [field.get("value") for field in page.every("input")]


def test_the_same_board_is_not_begun_twice_unasked(bench: Bench) -> None:
    bench.press(HERE, issue=ISSUE)
    second = bench.press(HERE, issue=ISSUE)
    assert second.status_code == 409
    (view,) = bench.k.workshops(bench.k.account())
    assert f"/workshops/{view.workshop}" in [a["href"] for a in Page(second).every("a")]
    assert bench.press(HERE, issue=ISSUE, new="1").status_code == 303
    assert len(bench.k.workshops(bench.k.account())) == 2


def test_an_unknown_method_names_near_ones(client: FlaskClient) -> None:
    answer = client.get("/methods/stakeholders-map")
    assert answer.status_code == 404
    assert HERE in [link["href"] for link in Page(answer).every("a")]


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_picture_is_asked_for_again_by_its_tag(client: FlaskClient, kind: str) -> None:
    first = client.get(f"{HERE}/picture.{kind}", query_string={"issue": ISSUE})
    tag = first.headers["ETag"]
    same = client.get(
        f"{HERE}/picture.{kind}", query_string={"issue": ISSUE}, headers={"If-None-Match": tag}
    )
    other = client.get(
        f"{HERE}/picture.{kind}", query_string={"groups": 2}, headers={"If-None-Match": tag}
    )
    assert (same.status_code, other.status_code) == (304, 200)


def test_a_picture_of_wrong_values_is_refused(client: FlaskClient) -> None:
    assert client.get(f"{HERE}/picture.svg", query_string={"groups": "palju"}).status_code == 422


def test_a_fault_names_its_field_by_its_label_and_says_what_is_allowed(bench: Bench) -> None:
    page = Page(bench.press(HERE, issue="", groups="palju", sectors="a\n" + "b" * 200))
    assert "Rühmade arv : Siin peab olema täisarv. Lubatud 1–10." in page.text
    assert "See väli tuleb täita. 10–140 tähemärki." in page.text
    assert "2. väärtus: Tekst on liiga pikk" in page.text
    for name in ("issue", "groups", "sectors"):
        assert f" {name}:" not in page.text
        assert f"{name}[" not in page.text
