"""Opens an address in the person's browser, where there is one to be seen."""

from __future__ import annotations

import sys
from collections.abc import Mapping


def can_show(environ: Mapping[str, str], *, platform: str = sys.platform) -> bool:
    """Tell whether a browser window can appear; one inside the terminal would be in the way."""
    if platform in {"win32", "darwin"}:
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def show(address: str, environ: Mapping[str, str]) -> bool:
    """Open an address; tell whether a browser took it."""
    if not can_show(environ):
        return False
    import webbrowser

    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False
