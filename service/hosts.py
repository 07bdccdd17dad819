"""The name under which a request comes, where werkzeug's list of trusted hosts has no word for it.

The list cannot hold an IPv6 address: whatever follows its first colon is taken for a port
(werkzeug 3.1, sansio/utils.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

IPV6_LOOPBACK = re.compile(r"\[::1\](?P<port>:\d{1,5})?")


def answering_ipv6(app: WSGIApplication) -> WSGIApplication:
    """Let an application take `[::1]` for what it is: another name of `localhost`."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if found := IPV6_LOOPBACK.fullmatch(environ.get("HTTP_HOST", "")):
            environ = {**environ, "HTTP_HOST": f"localhost{found['port'] or ''}"}
        return app(environ, start_response)

    return answer
