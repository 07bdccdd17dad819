"""Why the operating system refused something, as sentences of ours."""

from __future__ import annotations

import errno
import socket

from workshops.faults import N_

REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.EEXIST: N_("a file is in its place"),
    errno.ENOTDIR: N_("it lies inside a file"),
    errno.EACCES: N_("you are not allowed to"),
    errno.EPERM: N_("you are not allowed to"),
    errno.EROFS: N_("nothing can be written there"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EADDRINUSE: N_("something else uses it"),
    errno.EADDRNOTAVAIL: N_("this machine has no such address"),
}


def os_reason(error: OSError) -> str:
    """Return why it failed: a sentence of ours where there is one, else the system's words."""
    if isinstance(error, socket.gaierror):
        return REASONS[errno.EADDRNOTAVAIL]
    return REASONS.get(error.errno or 0) or error.strerror or str(error)
