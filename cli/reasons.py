"""Why the operating system refused something, in the language of the command."""

from __future__ import annotations

import errno
import socket

from cli.texts import Texts


def _(text: str) -> str:
    return text


REASONS = {
    errno.ENOENT: _("there is no such file"),
    errno.EISDIR: _("it is a folder"),
    errno.ENOTDIR: _("it lies inside a file"),
    errno.EACCES: _("you are not allowed to"),
    errno.EPERM: _("you are not allowed to"),
    errno.EROFS: _("nothing can be written there"),
    errno.ENOSPC: _("the disk is full"),
    errno.EADDRINUSE: _("something else uses it"),
    errno.EADDRNOTAVAIL: _("this machine has no such address"),
}


def reason(error: OSError, texts: Texts) -> str:
    """Return why it failed: a sentence of ours where there is one, else the system's words."""
    if isinstance(error, socket.gaierror):
        return texts.gettext(REASONS[errno.EADDRNOTAVAIL])
    known = REASONS.get(error.errno or 0)
    return texts.gettext(known) if known else (error.strerror or str(error))
