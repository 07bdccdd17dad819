"""For whom the service acts: the person signed in, or the person of this machine."""

from __future__ import annotations

from flask import session

from service.desk import desk
from workshops.errors import NotSignedIn
from workshops.requests_answers import Account

SESSION_ACCOUNT = "account"


def acting() -> Account:
    """Return the account for which the request acts.

    Raises `NotSignedIn` where people sign in and this one has not.
    """
    if not desk().config.sign_in:
        return desk().k.account()
    account = signed_in()
    if account is None:
        raise NotSignedIn
    return account


def signed_in() -> Account | None:
    """Return who is signed in in this browser; nobody where nobody signs in here."""
    here = desk()
    account = session.get(SESSION_ACCOUNT) if here.config.sign_in else None
    if account is None:
        return None
    try:
        return here.k.account_by_id(account)
    except NotSignedIn:
        return None
