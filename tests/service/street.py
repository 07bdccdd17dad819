"""A service where people sign in, the Miro they sign in with, and their browsers."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient

from tests.workshops.signing import Miro
from workshops.koosloome import Koosloome

HERE = "http://127.0.0.1:8000"
BACK = f"{HERE}/sign-in/return"


@dataclass
class Street:
    """A Miro, and a service where people sign in."""

    k: Koosloome
    miro: Miro
    app: Flask

    def browser(self) -> FlaskClient:
        """Return the browser of somebody new."""
        return self.app.test_client()

    def enter(self, browser: FlaskClient, name: str, *, to: str = "/workshops") -> str:
        """Sign somebody in; return the page they come to."""
        begun = browser.get("/sign-in", query_string={"to": to})
        came = self.miro.answer(begun.headers["Location"], name=name)
        return browser.get(came.removeprefix(HERE)).headers["Location"]
