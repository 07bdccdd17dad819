"""What `doctor` finds on this machine, without a database or a network."""

from __future__ import annotations

import os
import platform
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from board_templates.errors import BoardTemplatesError
from board_templates.library import Library
from workshops.data_folder import private
from workshops.requests_answers import DoctorLine
from workshops.secrets_at_rest import KEY_FILE
from workshops.settings import Settings

OLDEST = (3, 11)
OTHERS = stat.S_IRWXG | stat.S_IRWXO
LANGUAGES = ("et", "en")


def machine(settings: Settings, library: Library) -> Iterator[DoctorLine]:
    """Look at Python, folders, methods and the key."""
    yield python(sys.version_info[:2], platform.python_version())
    yield home(settings.home)
    yield from seen_by_others(settings.home)
    yield from folders(settings.methods)
    yield from methods(library)
    yield from key(settings)
    yield from app(settings)
    yield DoctorLine(key="browser", state="ok")


def python(version: tuple[int, ...], name: str) -> DoctorLine:
    """Tell whether Python is new enough."""
    return _line("python", good=version >= OLDEST, facts={"version": name})


def home(folder: Path) -> DoctorLine:
    """Tell whether the data folder can be written; it is made if it is not there."""
    try:
        private(folder)
        writable = os.access(folder, os.W_OK | os.X_OK)
    except OSError:
        writable = False
    return _line("home", good=writable, facts={"path": str(folder)})


def seen_by_others(folder: Path) -> Iterator[DoctorLine]:
    """Tell when others on this machine can look into the data folder."""
    if os.name == "posix" and folder.is_dir() and folder.stat().st_mode & OTHERS:
        yield DoctorLine(key="home_open", state="warning", facts={"path": str(folder)})


def folders(given: Iterable[Path]) -> Iterator[DoctorLine]:
    """Name the further folders of methods that cannot be read."""
    for folder in given:
        if not (folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)):
            yield DoctorLine(key="folder", state="warning", facts={"path": str(folder)})


def methods(library: Library) -> Iterator[DoctorLine]:
    """Count the methods, and tell why one cannot be used."""
    try:
        count, faulty = len(library.catalogue), library.faulty
    except BoardTemplatesError as error:
        yield DoctorLine(key="methods", state="missing", facts={"reason": str(error)})
        return
    yield DoctorLine(key="methods", state="ok", facts={"count": count})
    for name, fault in faulty.items():
        facts = {"method": name, "path": fault.place, "reason": str(fault.faults[0])}
        yield DoctorLine(key="faulty_method", state="warning", facts=facts)


def key(settings: Settings) -> Iterator[DoctorLine]:
    """Tell where the key of stored tokens is, and whether only its owner reads it."""
    if settings.secret_key is not None:
        yield DoctorLine(key="key_given", state="ok")
        return
    if settings.client_id is not None:
        yield DoctorLine(key="key_given", state="warning")
    file = settings.home / KEY_FILE
    yield key_file(file) if file.exists() else DoctorLine(key="key_later", state="ok")


def key_file(file: Path) -> DoctorLine:
    """Tell whether a key's file holds one, and who can read it."""
    facts = {"path": str(file)}
    try:
        mode, held = file.stat().st_mode, file.read_bytes().strip()
    except OSError:
        held = b""
    if not held:
        return DoctorLine(key="key_file", state="missing", facts=facts)
    if os.name == "posix" and mode & OTHERS:
        shown = {**facts, "mode": f"{stat.S_IMODE(mode):o}"}
        return DoctorLine(key="key_file", state="warning", facts=shown)
    return DoctorLine(key="key_file", state="ok", facts=facts)


def app(settings: Settings) -> Iterator[DoctorLine]:
    """Tell whether the app's id and secret are both set, if any of them is."""
    given = (settings.client_id is not None, settings.client_secret is not None)
    if any(given):
        yield DoctorLine(key="app", state="ok" if all(given) else "warning")


def catalogs(locales: Iterable[Path]) -> DoctorLine:
    """Tell whether the texts of rooms are compiled; each folder is a room's `locales`."""
    missing = sorted({folder.parent.name for folder in locales if not _compiled(folder)})
    if missing:
        facts = {"rooms": ", ".join(missing)}
        return DoctorLine(key="catalogs", state="missing", facts=facts)
    return DoctorLine(key="catalogs", state="ok")


def _compiled(locales: Path) -> bool:
    return all(any((locales / lang / "LC_MESSAGES").glob("*.mo")) for lang in LANGUAGES)


def _line(key: str, *, good: bool, facts: Mapping[str, str]) -> DoctorLine:
    return DoctorLine(key=key, state="ok" if good else "missing", facts=facts)
