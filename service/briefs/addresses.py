"""Addresses that open a form filled in: how a prepared brief reaches a colleague."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from service.desk import desk
from service.languages import page_lang


def address_of(method_id: str, arguments: Mapping[str, list[str]]) -> str:
    """Return the address that opens the form filled in with these values."""
    query = urlencode({"lang": [page_lang()], **arguments}, doseq=True)
    return f"{desk().config.public_url}/methods/{method_id}?{query}"
