"""Sentences are said whole or not at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from board_templates.expressions import Expressions
from board_templates.pack_texts import PackWords
from workshops.pack.sentences import Sentences

NAMES = (
    "title",
    "date",
    "day",
    "time",
    "end",
    "place",
    "purpose",
    "link",
    "account",
    "delete_on",
    "contact",
    "facilitator",
)
EXPRESSIONS = Expressions()


def say(**values: str | int | None) -> Sentences:
    return Sentences(values, EXPRESSIONS)


def test_a_sentence_without_its_value_is_left_out() -> None:
    text = "Teeme pausi. Jätkame kell {{ time }}."
    assert say(time="11.05").say_text(text) == "Teeme pausi. Jätkame kell 11.05."
    assert say(time="").say_text(text) == "Teeme pausi."
    assert say(time=None).say_text(text) == "Teeme pausi."


def test_a_value_asked_for_is_optional() -> None:
    sentence = "Kutsun {{ who }}{% if place %}, {{ place }}{% endif %}."
    assert say(who="teid", place="Tartu").say(sentence) == "Kutsun teid, Tartu."
    assert say(who="teid", place="").say(sentence) == "Kutsun teid."
    assert say(who="", place="Tartu").say(sentence) == ""


def test_zero_is_a_value() -> None:
    assert say(n=0).say("Kokku {{ n }}.") == "Kokku 0."


def test_values_are_never_templates() -> None:
    assert say(title="{{ 7 * 7 }}").say("„{{ title }}“") == "„{{ 7 * 7 }}“"


@given(known=st.sets(st.sampled_from(NAMES)), lang=st.sampled_from(["et", "en"]))
def test_whatever_is_missing_no_gap_is_seen(words: PackWords, known: set[str], lang: str) -> None:
    values = {name: f"[{name}]" if name in known else "" for name in NAMES}
    sentences = Sentences(values, EXPRESSIONS)
    texts = words.texts["en" if lang == "en" else "et"].invitation
    said = [sentences.say(texts.subject), *(sentences.say_all(row) for row in texts.body)]
    for text in said:
        assert "{" not in text
        assert "  " not in text
        assert not {" .", " ,", ",.", "„“", "“”"} & {text[i : i + 2] for i in range(len(text))}
    for name in known - {"day", "date", "time", "end", "place", "title"}:
        assert f"[{name}]" in " ".join(said)
