"""What pydantic has against a value is said in our words, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from pydantic import Field, ValidationError, field_validator

from board_templates.board_spec import BoardSpec, Capacity, Name, Spec
from board_templates.harvest_spec import HarvestSpec
from board_templates.method import Identity, MethodTexts
from board_templates.problems import problem
from board_templates.sentences import N_, Reasoned


class Sample(Spec):
    """One field of each kind that method folders have."""

    name: Name = "a"
    npp: Capacity = "0"
    count: int = Field(default=1, ge=1, le=9)
    share: float = Field(default=0.5, gt=0, lt=1)
    on: bool = True
    kind: Literal["a", "b"] = "a"
    names: tuple[str, ...] = Field(default=("a",), min_length=1, max_length=2)
    texts: dict[str, str] = Field(default_factory=dict)
    part: Spec = Spec()
    short: str = Field(default="abc", min_length=2, max_length=4)

    @field_validator("short")
    @classmethod
    def _refuse(cls, value: str) -> str:
        if value == "ours":
            raise Reasoned(N_("it must be empty"))
        if value == "them":
            raise ValueError(value)
        return value


CASES = [
    ({"x": 1}, "no such field"),
    ({"name": "Ä"}, "form `^[a-z]"),
    ({"name": 3}, "a text"),
    ({"npp": "many"}, "form"),
    ({"count": 0}, "at least 1"),
    ({"count": 10}, "9 at most"),
    ({"count": "x"}, "whole number"),
    ({"count": 1.5}, "whole number"),
    ({"share": 0}, "greater than 0"),
    ({"share": 1}, "less than 1"),
    ({"share": "x"}, "a number"),
    ({"on": "perhaps"}, "true or false"),
    ({"on": []}, "true or false"),
    ({"kind": "c"}, "a, b"),
    ({"names": []}, "at least 1 entries"),
    ({"names": ["a", "b", "c"]}, "2 entries at most"),
    ({"names": "a"}, "a list"),
    ({"texts": []}, "`name: value`"),
    ({"part": 1}, "`name: value`"),
    ({"short": "a"}, "at least 2 characters"),
    ({"short": "abcde"}, "4 characters at most"),
    ({"short": "ours"}, "be empty"),
    ({"short": "them"}, "“them”"),
]


@pytest.mark.parametrize(("values", "said"), CASES, ids=str)
def test_each_kind_of_problem_has_its_sentence(values: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate(values)
    [found] = caught.value.errors(include_url=False)
    wrong, cure = problem(found)
    assert said in str(wrong)
    assert "wrong kind" not in str(wrong)
    assert wrong.said("et") != str(wrong)
    assert cure.said("et") != str(cure)


@pytest.mark.parametrize("model", [Identity, BoardSpec, MethodTexts, HarvestSpec])
@pytest.mark.parametrize("value", [3, {"lists": 3, "frames": [], "steps": [], "name": 1}])
def test_no_model_of_a_folder_has_a_problem_without_words(
    model: type[Identity | BoardSpec | MethodTexts | HarvestSpec], value: object
) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(value)
    for found in caught.value.errors(include_url=False):
        assert "wrong kind" not in str(problem(found)[0])


def test_an_unheard_of_problem_is_still_said() -> None:
    wrong, _ = problem({"type": "unheard", "loc": ("a", 1), "input": "x" * 99, "msg": "?"})
    assert str(wrong) == "“a.1”: it holds a value of a wrong kind."


def test_what_is_allowed_is_told_in_plain_words() -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({"kind": "c"})
    wrong, _ = problem(caught.value.errors()[0])
    assert str(wrong) == "“kind”: it must be one of a, b."


@pytest.mark.parametrize(
    ("value", "estonian", "english"),
    [
        ("foo", "„foo“", "“foo”"),
        ("it's\n", "„it's\\n“", "“it's\\n”"),
        (True, "true", "true"),
        (None, "null", "null"),
        (["üks"], '["üks"]', '["üks"]'),
        ({date(2026, 3, 2): 1}, "{datetime.date(2026, 3, 2): 1}", "{datetime.date(2026, 3, 2): 1}"),
        ("a" * 70, f"„{'a' * 59}…“", f"“{'a' * 59}…”"),
    ],
)
def test_what_was_given_stands_in_the_quotes_of_the_language(
    value: object, estonian: str, english: str
) -> None:
    _, remedy = problem({"type": "int_type", "loc": ("minutes",), "input": value, "ctx": {}})
    assert remedy.said("et") == f"Antud oli {estonian}. Parandage see."
    assert remedy.said("en") == f"Given was {english}. Correct it."
