"""Why no answer came, by what a network raises."""

from __future__ import annotations

import socket
import ssl

import pytest
import requests

from miro_client.losses import Loss, loss_of


@pytest.mark.parametrize(
    ("causes", "loss"),
    [
        ((requests.exceptions.ConnectionError(), ConnectionRefusedError()), Loss.REFUSED),
        ((requests.exceptions.ConnectionError(), socket.gaierror()), Loss.UNKNOWN_HOST),
        ((requests.exceptions.SSLError(), ssl.SSLCertVerificationError()), Loss.CERTIFICATE),
        ((requests.exceptions.ConnectTimeout(),), Loss.LATE),
        ((requests.exceptions.ReadTimeout(),), Loss.LATE),
        ((requests.exceptions.ConnectionError(), ConnectionResetError()), Loss.BROKEN),
        ((requests.exceptions.ChunkedEncodingError(),), Loss.BROKEN),
        ((ValueError("Invalid IPv6 URL"),), Loss.OTHER),
        ((), Loss.OTHER),
    ],
    ids=repr,
)
def test_the_most_telling_cause_is_named(causes: tuple[Exception, ...], loss: Loss) -> None:
    assert loss_of(causes) is loss
