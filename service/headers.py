"""What browsers are told to refuse, on every answer (design, section 6)."""

from __future__ import annotations

from flask import Flask, Response
from secure import (
    ContentSecurityPolicy,
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    StrictTransportSecurity,
    XContentTypeOptions,
    XFrameOptions,
)

NONE = "'none'"
SELF = "'self'"
YEAR = 365 * 24 * 3600


def policy() -> ContentSecurityPolicy:
    """Allow our own files and nothing else: no inline script or style, no frame, no other host."""
    return (
        ContentSecurityPolicy()
        .default_src(NONE)
        .script_src(SELF)
        .style_src(SELF)
        .connect_src(SELF)
        .img_src(SELF)
        .base_uri(NONE)
        .frame_ancestors(NONE)
        .form_action(SELF)
    )


def protections(*, over_https: bool) -> Secure:
    """Build the headers; HSTS only where there is HTTPS."""
    return Secure(
        csp=policy(),
        coop=CrossOriginOpenerPolicy().same_origin(),
        corp=CrossOriginResourcePolicy().same_origin(),
        hsts=StrictTransportSecurity().max_age(YEAR) if over_https else None,
        permissions=PermissionsPolicy().camera().microphone().geolocation().payment().usb(),
        referrer=ReferrerPolicy().same_origin(),
        xcto=XContentTypeOptions().nosniff(),
        xfo=XFrameOptions().deny(),
    )


def protect(app: Flask, *, over_https: bool) -> None:
    """Put the headers on every answer that has none of its own; caches keep only what says so."""
    headers = protections(over_https=over_https)

    @app.after_request
    def _set(response: Response) -> Response:
        for name, value in headers.headers.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
