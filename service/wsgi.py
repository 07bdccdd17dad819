"""The service for a WSGI server of one's own choice: `gunicorn 'service.wsgi:create_app()'`.

Importing this opens nothing. Each process of the server calls the factory and has connections of
its own; jobs are done by `koosloome worker`, beside it.
"""

from __future__ import annotations

import atexit
from collections.abc import Mapping

from flask import Flask

from service.app import create_app as create_service
from service.config import ServiceConfig
from service.errors import sign_in_missing
from service.serving import MachineClock
from workshops.settings import load_settings
from workshops.wiring import open_koosloome


def create_app(environ: Mapping[str, str] | None = None) -> Flask:
    """Build the service by the variables of the environment.

    What was opened is closed when the process ends. Raises `InputFaults` where a variable cannot
    be used, where the key is missing, and where sign-in isn't set up: nobody knows here on which
    address the server listens.
    """
    product = open_koosloome(load_settings(environ))
    atexit.register(product.close)
    config = ServiceConfig.of(product)
    if not config.sign_in:
        raise sign_in_missing(config.public_url, "et")
    return create_service(product, clock=MachineClock(), config=config)
