"""A harvest moves a method of people's own on: from draft to tried, from tried to adopted."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from board_templates.errors import UnknownMethod
from board_templates.statuses import after_use, restated, stated

if TYPE_CHECKING:
    from board_templates.library import Library


def note_use(library: Library, method_id: str, people: Callable[[], int]) -> None:
    """Write a new status into the method's own folder, where its harvests ask for one.

    `people` tells how many have harvested it. A folder that can't be written keeps its status:
    the summary is what counts.
    """
    try:
        file = library.folder(method_id) / "method.yaml"
    except UnknownMethod:
        return
    if library.status(method_id) is None:
        return
    with contextlib.suppress(OSError, UnicodeDecodeError):
        with file.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        before = stated(text)
        after = after_use(before, people())
        if after is not None and after != before:
            _replace(file, restated(text, after))


def _replace(file: Path, text: str) -> None:
    beside = file.with_name(f".method.{os.getpid()}.part")
    with beside.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)
    beside.chmod(file.stat().st_mode & 0o777)
    beside.replace(file)
