"""Handing a method and a brief to a colleague."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workshops.conftest import ISSUE, METHOD
from workshops.errors import FaultyShare, InputFaults, LinkNotFound, UnknownMethod
from workshops.koosloome import Koosloome
from workshops.wiring.wires import Wires

VALUES = {
    "issue": ISSUE,
    "facilitator": "Mari Maasikas",
    "stakeholders": ["Riik: Vallad & linnad", "Õpilased"],
    "stance": False,
    "groups": 2,
}
PUBLIC = {"KOOSLOOME_PUBLIC_URL": "https://koosloome.example.org"}


@pytest.fixture
def public(open_wires: Callable[..., Wires]) -> Koosloome:
    return Koosloome(open_wires(**PUBLIC))


def test_a_link_carries_method_language_and_brief(public: Koosloome) -> None:
    shared = public.share(METHOD, VALUES, "et")
    assert shared.url is not None
    assert shared.url.startswith(f"https://koosloome.example.org/methods/{METHOD}?lang=et&issue=")
    assert (shared.loopback, shared.file_content) == (False, None)
    opened = public.open_share(shared.url)
    assert (opened.method, opened.lang) == (METHOD, "et")
    again = public.make_plan(opened.method, opened.values, opened.lang)
    kept = {name: value for name, value in VALUES.items() if name != "facilitator"}
    assert again == public.make_plan(METHOD, kept, "et")


def test_names_are_left_out_unless_asked_for(public: Koosloome) -> None:
    shared = public.share(METHOD, VALUES, "et")
    assert shared.left_out == ("facilitator",)
    assert "Maasikas" not in str(shared.url)
    named = public.share(METHOD, VALUES, "et", with_names=True)
    assert named.left_out == ()
    assert "Maasikas" in str(named.url)


def test_on_a_lone_machine_it_is_a_file_too(koosloome: Koosloome, tmp_path: Path) -> None:
    shared = koosloome.share(METHOD, VALUES, "en")
    assert shared.loopback
    assert str(shared.url).startswith("http://127.0.0.1:8000/methods/")
    assert shared.file_name == f"{METHOD}.koosloome.json"
    file = tmp_path / "x.json"
    file.write_text(str(shared.file_content), encoding="utf-8")
    for text in (str(file), str(shared.file_content)):
        opened = koosloome.open_share(text)
        assert (opened.method, opened.version, opened.lang) == (METHOD, 1, "en")
        assert opened.values["groups"] == 2
        assert "facilitator" not in opened.values


def test_only_what_was_filled_in_is_carried(koosloome: Koosloome) -> None:
    content = json.loads(str(koosloome.share(METHOD, {"issue": ISSUE}, "et").file_content))
    assert content["brief"] == {"issue": ISSUE}


def test_a_wrong_brief_is_not_shared(koosloome: Koosloome) -> None:
    with pytest.raises(InputFaults):
        koosloome.share(METHOD, {"issue": "x"}, "et")


@pytest.mark.parametrize(
    "text",
    ["{", '{"kind": "other"}', '{"kind": "koosloome-template", "method": 5}', "https://x.org/about",
     "{" + " " * 200_001],
)  # fmt: skip
def test_what_is_none_of_ours_is_refused(koosloome: Koosloome, text: str) -> None:
    with pytest.raises(FaultyShare):
        koosloome.open_share(text)


def test_no_such_file_and_no_such_method(koosloome: Koosloome, tmp_path: Path) -> None:
    with pytest.raises(LinkNotFound):
        koosloome.open_share(str(tmp_path / "none.json"))
    with pytest.raises(UnknownMethod):
        koosloome.open_share("https://x.org/methods/no-such-thing?lang=et")
    with pytest.raises(InputFaults):
        koosloome.open_share(f"https://x.org/methods/{METHOD}?lang=fi")
