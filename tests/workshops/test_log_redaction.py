"""What must never stand in a log does not, in whatever it is wrapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miro_client.redaction import HIDDEN
from workshops.errors import BoardUnfinished, OurFault
from workshops.log_redaction import Redaction, told

TOKENS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", min_size=8)
WRAPPED = [
    "Authorization: Bearer {}",
    "authorization: bearer {}",
    "'Authorization': 'Bearer {}'",
    "GET /back?code={}&state=s",
    "https://example.org/sign-in/return?state={}",
    "code={}",
    "client_secret={}&grant_type=x",
    '{{"access_token": "{}", "token_type": "bearer"}}',
    "{{'refresh_token': '{}'}}",
    "MIRO_ACCESS_TOKEN={}",
    "MIRO_CLIENT_SECRET: {}",
    "KOOSLOOME_SECRET_KEY={}",
    "password={}",
    "X-CSRF-Token: {}",
]


@given(token=TOKENS)
@pytest.mark.parametrize("wrap", WRAPPED)
def test_a_labelled_secret_is_hidden(wrap: str, token: str) -> None:
    shown = Redaction().text(f"before {wrap.format('Q7' + token)} after")
    assert "Q7" + token not in shown
    assert HIDDEN in shown
    assert shown.startswith("before ")


@given(token=TOKENS)
def test_a_known_secret_is_hidden_wherever_it_stands(token: str) -> None:
    secret = "Q7" + token
    assert secret not in Redaction([secret]).text(f"<{secret}>|{secret}")


@pytest.mark.parametrize("address", ["mari.maasikas@example.ee", "a+b@x.org", "mari%40example.ee"])
def test_addresses_are_hidden(address: str) -> None:
    assert Redaction().text(f"invited {address}.") == "invited [e-mail]."


def test_ordinary_text_stays() -> None:
    for text in ("job started", "/methods/<method_id>", "3 of 20 items", "exit code 5"):
        assert Redaction().text(text) == text


def test_values_are_made_fit_however_deep() -> None:
    class Note:
        def __str__(self) -> str:
            return "what somebody wrote"

    event = {"a": {"b": ["Bearer Q7Q7Q7Q7"]}, "n": 3, "none": None, "note": Note()}
    shown = Redaction()(None, "info", event)
    assert shown["n"] == 3
    assert shown["none"] is None
    assert "Q7Q7" not in str(shown)
    assert "wrote" not in str(shown)


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause  # noqa: TRY301  # a traceback is what the test needs
    except BaseException as caught:  # noqa: BLE001  # it is what the test needs
        return caught


def test_an_exception_says_where_and_what_kind_and_not_its_text() -> None:
    text = "".join(told(raised(ValueError("Mari wrote: liiga kallis"))))
    assert "test_log_redaction.py" in text
    assert "in raised" in text
    assert text.endswith("builtins.ValueError\n")
    assert "kallis" not in text


def test_causes_are_told_the_first_first() -> None:
    inner = raised(KeyError("Bearer Q7Q7Q7Q7"))
    text = "".join(told(raised(OurFault(reason="note text"), inner)))
    assert text.index("builtins.KeyError") < text.index(".OurFault")
    assert "(our_fault)" in text
    assert "Q7Q7" not in text
    assert "note text" not in text


def test_what_the_interpreter_says_is_kept() -> None:
    with pytest.raises(AttributeError) as missing:
        _ = object().nothing  # type: ignore[attr-defined]  # on purpose
    assert "nothing" in "".join(told(missing.value))
    assert "a note" not in "".join(told(raised(TypeError(("a note",)))))


def test_a_file_that_cannot_be_opened_is_not_named() -> None:
    text = "".join(told(raised(FileNotFoundError(2, "No such file", "Mari Maasikas.docx"))))
    assert "No such file" in text
    assert "Mari" not in text


def test_a_long_chain_ends() -> None:
    error: BaseException = ValueError("0")
    for number in range(50):
        error = raised(ValueError(str(number)), error)
    assert "".join(told(error)).count("builtins.ValueError") == 8


def test_the_exception_of_an_event_is_told() -> None:
    error = raised(BoardUnfinished(reason="Bearer Q7Q7Q7Q7", workshop="w-1"))
    shown = Redaction()(None, "error", {"event": "x", "exc_info": (type(error), error, None)})
    assert "board_unfinished" in str(shown["exception"])
    assert "exc_info" not in shown
    assert "Q7Q7" not in str(shown)
