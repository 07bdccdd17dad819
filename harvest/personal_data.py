"""Texts that may hold personal data: personal codes, e-mail addresses, phone numbers."""

from __future__ import annotations

import re

_SUSPECT = re.compile(r"[@\d]")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CODE = re.compile(r"(?<!\d)[1-8]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}(?!\d)")
_PHONE = re.compile(
    r"(?<![\w+.])(?:"
    r"(?:\+|00)\d{1,3}[ -]?(?:\d[ -]?){6,11}\d"  # with a country code
    r"|5\d{3}[ -]?\d{3,4}|5\d{2}[ -]?\d{4}|5\d[ -]?\d{3}[ -]?\d{3}"  # Estonian mobile
    r"|[34678]\d{2}[ -]?\d{4}"  # Estonian landline
    r")(?![\w%€]|[.,-]\d)"
)


def may_be_personal(text: str) -> bool:
    """Tell whether a text looks like it names a person's code, address or number."""
    if not _SUSPECT.search(text):
        return False
    return bool(_EMAIL.search(text) or _CODE.search(text) or _PHONE.search(text))
