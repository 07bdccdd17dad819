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
    here = desk()
    if not here.config.sign_in:
        return here.k.account()
    account = session.get(SESSION_ACCOUNT)
    if account is None:
        raise NotSignedIn
    return here.k.account_by_id(account)
