"""Every route as it is opened: its status, its headers, its languages, its weight."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from flask.testing import FlaskClient

from tests.service.at_work import METHOD, Bench, Page

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)
PAGES = (
    "/choose",
    "/",
    f"/methods/{METHOD}",
    f"/methods/{METHOD}/guide",
    "/workshops",
    "/workshops/{workshop}",
    "/workshops/{workshop}/remove",
    "/workshops/{workshop}/harvest",
    "/workshops/{workshop}/harvests/{summary}",
    "/harvest",
)
FILES = (
    f"/methods/{METHOD}/picture.svg",
    f"/methods/{METHOD}/picture.png",
    "/workshops/{workshop}/picture.svg",
    "/workshops/{workshop}/picture.png?moment=plan",
    "/workshops/{workshop}/pack/pack.html",
    "/workshops/{workshop}/harvest/report.json",
    "/workshops/{workshop}/harvests/{summary}/report.markdown",
    "/static/koosloome.css",
    "/static/koosloome.js",
    "/static/copying.js",
    "/static/following.js",
    "/static/polling.js",
    "/static/mark.svg",
)
CALLS = (
    "/api/choose",
    "/api/methods",
    f"/api/methods/{METHOD}",
    "/api/workshops",
    "/api/workshops/{workshop}",
    "/api/workshops/{workshop}/summary",
    "/api/workshops/{workshop}/summaries",
    "/api/token",
    "/api/openapi.json",
)
MISSING = (
    "/nothing",
    "/methods/nothing",
    "/methods/nothing/guide",
    "/methods/nothing/picture.svg",
    "/workshops/w-nothing",
    "/workshops/w-nothing/remove",
    "/workshops/w-nothing/harvest",
    "/workshops/w-nothing/pack/pack.html",
    "/workshops/{workshop}/pack/nothing.html",
    "/workshops/w-nothing/picture.svg",
    "/workshops/{workshop}/harvests/s-nothing",
    "/harvest?job=j-nothing",
    "/api/nothing",
    "/api/methods/nothing",
    "/api/workshops/w-nothing",
    "/api/jobs/j-nothing",
)
CHANGES = (
    f"/methods/{METHOD}",
    "/workshops/{workshop}/resume",
    "/workshops/{workshop}/harvests",
    "/workshops/{workshop}/remove",
    "/workshops/{workshop}/jobs/j-1/cancel",
    "/harvest",
    "/sign-out",
)
API_CHANGES = (
    "/api/workshops",
    "/api/workshops/{workshop}/resume",
    "/api/workshops/{workshop}/harvests",
    "/api/jobs/j-1/cancel",
)
HEAVIEST = 150_000
HEAVIEST_STYLE = 40_000


def at(bench: Bench, path: str) -> str:
    summary = bench.k.summaries(bench.k.account(), bench.workshop)[0].id
    return path.format(workshop=bench.workshop, summary=summary)


@pytest.mark.parametrize("path", [*PAGES, *FILES, *CALLS])
def test_every_address_answers_and_carries_the_protections(finished: Bench, path: str) -> None:
    answer = finished.client.get(at(finished, path), buffered=True)
    assert answer.status_code == 200
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_says_so(finished: Bench, path: str) -> None:
    answer = finished.client.get(at(finished, path))
    assert answer.status_code == 404
    assert answer.headers["Content-Security-Policy"] == POLICY
    if path.startswith("/api/"):
        assert answer.content_type == "application/problem+json"
        assert answer.get_json(force=True)["status"] == 404


@pytest.mark.parametrize("path", CHANGES)
def test_no_form_is_taken_without_its_token(finished: Bench, path: str) -> None:
    assert finished.client.post(at(finished, path)).status_code == 400
    wrong = finished.client.post(at(finished, path), data={"csrf_token": "wrong"})
    assert wrong.status_code == 400


@pytest.mark.parametrize("path", API_CHANGES)
def test_no_change_comes_through_the_api_from_a_foreign_page(finished: Bench, path: str) -> None:
    stranger = finished.client.application.test_client()
    form = stranger.post(at(finished, path), data={"method": METHOD})
    assert form.status_code == 415
    for header in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = stranger.post(at(finished, path), json={}, headers=header)
        assert answer.status_code == 403
        assert answer.get_json(force=True)["code"] == "token"


def test_every_route_is_walked_here(finished: Bench) -> None:
    walked = {re.sub(r"\?.*", "", path) for path in (*PAGES, *FILES, *CALLS, *CHANGES)}
    walked |= {path.replace("j-1", "{job}") for path in (*CHANGES, *API_CHANGES)}
    known = {_pattern(rule.rule) for rule in finished.client.application.url_map.iter_rules()}
    unwalked = {rule for rule in known if not any(re.fullmatch(rule, path) for path in walked)}
    assert unwalked == {
        _pattern("/api/jobs/<job>"),
        "/sign-in",
        "/sign-in/return",
        _pattern("/sandbox/board/<board_id>"),
        _pattern("/sandbox/board/<board_id>/deeds"),
        _pattern("/sandbox/static/<path:name>"),
        _pattern("/_sandbox/boards/<board_id>/files/<int:file_id>"),
    }


def _pattern(rule: str) -> str:
    return re.sub(r"<[^>]+>", "[^/]+", rule)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["et", "en"])
def test_pages_are_whole_in_each_language(finished: Bench, path: str, lang: str) -> None:
    client = finished.client.application.test_client()
    answer = client.get(at(finished, path), query_string={"lang": lang})
    page = Page(answer)
    assert page.every("html") == [{"lang": lang}]
    assert [tag for tag, _ in page.tags].count("h1") == 1
    assert any("data-switch" in link and link["lang"] != lang for link in page.every("a"))
    assert len(answer.data) < HEAVIEST


@pytest.mark.parametrize("path", PAGES)
def test_pages_carry_nothing_inline_and_nothing_of_others(finished: Bench, path: str) -> None:
    page = Page(finished.client.get(at(finished, path)))
    for tag, attributes in page.tags:
        assert "style" not in attributes, tag
        assert not [name for name in attributes if name.startswith("on")]
        address = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
        assert address is None or address.startswith("/"), address
    assert all(script.get("src") for script in page.every("script"))


@pytest.mark.parametrize("path", PAGES)
def test_every_field_has_a_label_and_headings_come_in_order(finished: Bench, path: str) -> None:
    page = Page(finished.client.get(at(finished, path)))
    labelled = {label.get("for") for label in page.every("label")}
    for kind in ("input", "select", "textarea"):
        for field in page.every(kind):
            if field.get("type") != "hidden":
                assert field.get("id") in labelled or field.get("aria-label"), field
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PAGES)
def test_what_is_described_by_something_has_it(finished: Bench, path: str) -> None:
    page = Page(finished.client.get(at(finished, path)))
    ids = [str(attributes["id"]) for _, attributes in page.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    named = [
        name
        for _, attributes in page.tags
        for reference in ("aria-describedby", "aria-labelledby")
        for name in (attributes.get(reference) or "").split()
    ]
    assert set(named) <= set(ids)


def test_the_stylesheet_is_small(finished: Bench) -> None:
    assert len(finished.client.get("/static/koosloome.css", buffered=True).data) < HEAVIEST_STYLE


def test_the_language_is_remembered(client: FlaskClient) -> None:
    assert 'lang="et"' in client.get("/").text
    answer = client.get("/?lang=en")
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert '<html lang="en">' in client.get("/workshops").text
    assert '<html lang="et">' in client.get("/?lang=et").text


def test_a_picture_in_another_language_changes_nothing(client: FlaskClient) -> None:
    assert "Set-Cookie" not in client.get(f"/methods/{METHOD}/picture.svg?lang=en").headers


def test_an_unknown_language_is_estonian(client: FlaskClient) -> None:
    assert '<html lang="et">' in client.get("/?lang=xx").text


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "[::2]:8000",
        "[::1].evil.example",
    ],
)
def test_another_host_name_is_refused(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8123", "localhost:8000", "[::1]", "[::1]:8000"]
)
def test_this_machine_is_answered_under_each_of_its_names(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(client: FlaskClient) -> None:
    cookie = client.get(f"/methods/{METHOD}").headers["Set-Cookie"]
    assert cookie.startswith("koosloome=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
