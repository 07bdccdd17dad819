"""Keeps tokens out of everything that is printed, logged or raised."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable
from typing import NoReturn, Self
from urllib.parse import quote, quote_plus

HIDDEN = "[hidden]"

# Shorter "secrets" would blank out ordinary words of a message.
_SHORTEST_SECRET = 4

# A Miro access token begins with a base64 JSON fragment naming the data region, hence `eyJ`.
# Source: https://developers.miro.com/reference/get-new-access-token-using-refresh-token
_TOKEN_LIKE = re.compile(
    r"(?i:\b(bearer)\s+)[^\s\"',;]+"
    r"|(?i:\b(access_?token|refresh_?token|client_?secret|code)\b[\"']?\s*[=:]\s*[\"']?)[^\s\"'&,;}]+"
    r"|\beyJ[\w+/=.%-]{6,}"
)


class Secret:
    """A string that shows itself only to those who ask for it by `reveal()`."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Gives the string itself."""
        return self._value

    def __repr__(self) -> str:
        """Shows that there is a secret."""
        return f"Secret({HIDDEN})"

    def __str__(self) -> str:
        """Shows that there is a secret."""
        return HIDDEN

    def __eq__(self, other: object) -> bool:
        """Compares in constant time."""
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        """Goes with equality."""
        return hash((Secret, self._value))

    def __copy__(self) -> Self:
        """The same: it can't change."""
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """The same: it can't change."""
        return self

    def __reduce__(self) -> NoReturn:
        """Refuses pickling, which would write the string in the clear."""
        message = "A Secret isn't written to a pickle; store what reveal() gives, encrypted."
        raise TypeError(message)


def redactor(*secrets: str) -> Callable[[str], str]:
    """Gives a function that blanks out these secrets and whatever looks like a token."""
    forms = {form for secret in secrets for form in _forms(secret)}
    longest_first = sorted(forms, key=len, reverse=True)

    def redact(text: str) -> str:
        for form in longest_first:
            text = text.replace(form, HIDDEN)
        return _TOKEN_LIKE.sub(_keep_label, text)

    return redact


def _forms(secret: str) -> set[str]:
    if len(secret) < _SHORTEST_SECRET:
        return set()
    escaped = secret.encode("unicode_escape").decode("ascii")
    printable = secret.encode("utf-8", "replace").decode("utf-8")
    return {secret, escaped, quote(printable, safe=""), quote_plus(printable)}


def _keep_label(match: re.Match[str]) -> str:
    scheme, label = match.group(1), match.group(2)
    return f"{scheme or label or 'token'} {HIDDEN}"
