"""Field types read what Miro really sends."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic.alias_generators import to_snake

from miro_client.models.base import (
    Id,
    Number,
    Part,
    Parts,
    Text,
    Texts,
    Time,
    Truth,
    Whole,
    WireModel,
)


class Inner(WireModel):
    name: Text = None


class Outer(WireModel):
    id: Id
    long_name: Text = None
    number: Number = None
    whole: Whole = None
    truth: Truth = None
    time: Time = None
    texts: Texts = ()
    inner: Part[Inner] = None
    inners: Parts[Inner] = ()


def field(name: str, value: object) -> object:
    return getattr(Outer.read({"id": "1", name: value}), to_snake(name))


@pytest.mark.parametrize(
    ("value", "read"), [("1", "1"), (3458764500000000002, "3458764500000000002")]
)
def test_ids_are_text(value: object, read: str) -> None:
    assert Outer.read({"id": value}).id == read


@pytest.mark.parametrize("value", [None, "", True, 3.4587645e18, [], {}])
def test_what_is_no_id_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        Outer.read({"id": value})


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("number", "14", 14.0),
        ("number", 2, 2.0),
        ("number", "2.0", 2.0),
        ("number", "wide", None),
        ("number", "nan", None),
        ("number", float("inf"), None),
        ("number", True, None),
        ("number", 10**400, None),
        ("number", None, None),
        ("longName", True, None),
        ("whole", "172", 172),
        ("whole", 172.0, 172),
        ("whole", [], None),
        ("truth", False, False),
        ("truth", "true", True),
        ("truth", "yes", None),
        ("truth", 1, None),
        ("texts", [1, "b", None, {}], ("1", "b")),
        ("texts", "a b", ("a", "b")),
        ("texts", None, ()),
        ("inner", None, None),
        ("inner", "text", None),
        ("inners", None, ()),
        ("time", "2026-05-20T06:38:21Z", datetime(2026, 5, 20, 6, 38, 21, tzinfo=UTC)),
        ("time", "2022-03-30T17:26:50.000Z", datetime(2022, 3, 30, 17, 26, 50, tzinfo=UTC)),
        ("time", "2026-05-20T06:38:21", datetime(2026, 5, 20, 6, 38, 21, tzinfo=UTC)),
        ("time", "2026-05-20T09:38:21+03:00", datetime(2026, 5, 20, 6, 38, 21, tzinfo=UTC)),
        ("time", "0001-01-01T00:00:00+14:00", None),
        ("time", "yesterday", None),
        ("time", 1_780_000_000, None),
    ],
)
def test_fields(name: str, value: object, read: object) -> None:
    assert field(name, value) == read


def test_a_number_too_long_to_write_is_none() -> None:
    assert field("longName", 10**5000) is None


def test_names_are_camel_case_on_the_wire() -> None:
    assert Outer.read({"id": "1", "longName": 5}).long_name == "5"


def test_unknown_fields_and_the_raw_answer_are_kept_at_every_depth() -> None:
    raw = {"id": 1, "new": [1], "inner": {"name": None, "deep": {"x": 1}}, "inners": [{"y": 2}, 3]}
    model = Outer.read(raw)
    assert model.raw is raw
    assert model.model_extra == {"new": [1]}
    assert model.inner is not None
    assert model.inner.raw == {"name": None, "deep": {"x": 1}}
    assert [one.raw for one in model.inners] == [{"y": 2}]


def test_a_model_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(Outer.read({"id": "1"}), "id", "2")  # noqa: B010  # mypy knows it can't


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
NAMES = ["longName", "number", "whole", "truth", "time", "texts", "inner", "inners", "raw", "copy"]


@given(st.dictionaries(st.sampled_from(NAMES), ANYTHING))
def test_with_an_id_anything_can_be_read(fields: dict[str, object]) -> None:
    raw = {"id": "1", **fields}
    assert Outer.read(raw).raw is raw
