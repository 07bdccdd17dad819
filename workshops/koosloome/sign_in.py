"""The verbs of signing in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshops.koosloome.base import Face

if TYPE_CHECKING:
    from workshops.sign_in_answers import SignedIn, SignedOut, SignInPage


class SignInVerbs(Face):
    """Who is signed in with Miro."""

    def login(self, token: str) -> SignedIn:
        """Check a token with Miro and store it for this machine's person. Raises `NeedsSignIn`."""
        return self._wires.sign_in.with_token(token)

    def sign_in_page(self, redirect_uri: str) -> SignInPage:
        """Return Miro's consent page for an address to come back to, and the state to keep.

        Raises `InputFaults` when no app is set up.
        """
        return self._wires.sign_in.page(redirect_uri)

    def signed_back(
        self, redirected: str, *, state: str, redirect_uri: str, machine: bool = False
    ) -> SignedIn:
        """Finish a sign-in with the address Miro sent the person back to, and store it.

        `machine` makes it the sign-in of this machine's person. Raises `NotSignedIn`.
        """
        return self._wires.sign_in.back(
            redirected, state=state, redirect_uri=redirect_uri, machine=machine
        )

    def logout(self) -> SignedOut | None:
        """Sign this machine's person out; null when nobody is signed in."""
        return self._wires.sign_in.out()
