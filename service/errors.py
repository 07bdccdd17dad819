"""What keeps the service from starting; each error says what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False, kw_only=True)
class ServiceError(Exception):
    """The service cannot start."""


@dataclass(eq=False, kw_only=True)
class SignInMissing(ServiceError):  # noqa: N818  # named by what is wrong
    """Others could reach the service, and nothing would tell them apart."""

    host: str

    def __str__(self) -> str:
        """Say why, and both ways out."""
        return (
            f"The service would listen on {self.host}, where others reach it, but sign-in with "
            "Miro is not set up, so everybody would act as one person. Set MIRO_CLIENT_ID and "
            "MIRO_CLIENT_SECRET, or listen on 127.0.0.1."
        )
