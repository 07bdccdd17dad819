"""Apps and switches written on one line."""

from __future__ import annotations

import pytest

from miro_sandbox.config import App, Config
from miro_sandbox.switches import SwitchSyntaxError, parse_app, switched


def test_an_app_keeps_the_colons_of_its_address() -> None:
    app = parse_app("1:s3cret:http://127.0.0.1:8912/miro/callback")
    assert app == App("1", "s3cret", ("http://127.0.0.1:8912/miro/callback",))


@pytest.mark.parametrize("text", ["", "1", "1:s", "1:s:", ":s:http://a", "1::http://a", "1:s:a/b"])
def test_an_app_that_could_sign_nobody_in_is_refused(text: str) -> None:
    with pytest.raises(SwitchSyntaxError) as wrong:
        parse_app(text)
    assert wrong.value.about == "app"


@pytest.mark.parametrize(
    ("pair", "name", "value"),
    [
        ("retry_after=true", "retry_after", True),
        ("retry_after = False", "retry_after", False),
        ("connector_created=201", "connector_created", 201),
        ("team_access=private", "team_access", "private"),
        ("board_limit=3", "board_limit", 3),
        ("sticky_digits=none", "sticky_digits", None),
        ("list_lag=2.5", "list_lag", 2.5),
        ("view_link=https://a.example/{id}", "view_link", "https://a.example/{id}"),
        ("links_base=http://a.example?x=1", "links_base", "http://a.example?x=1"),
    ],
)
def test_a_switch_is_read_by_its_type(pair: str, name: str, value: object) -> None:
    found = getattr(switched(Config(), [pair]), name)
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("pair", "about", "allowed"),
    [
        ("retry_after", "form", "retry_after"),
        ("banana=1", "name", "list_lag"),
        ("apps=1", "name", "list_lag"),
        ("secret=1", "name", "list_lag"),
        ("retry_after=maybe", "value", "true, false"),
        ("connector_created=204", "value", "200, 201"),
        ("board_limit=-1", "value", "none"),
        ("list_lag=inf", "value", "0.5"),
        ("view_link={name}", "value", "text"),
        ("view_link={", "value", "text"),
    ],
)
def test_what_is_no_switch_is_refused_with_what_there_is(
    pair: str, about: str, allowed: str
) -> None:
    with pytest.raises(SwitchSyntaxError) as wrong:
        switched(Config(), [pair])
    assert wrong.value.about == about
    assert allowed in wrong.value.allowed
