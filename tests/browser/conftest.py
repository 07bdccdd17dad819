"""A Chromium of the system, and the service on a port of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from service.serving import MachineClock, listening, make_server
from workshops.koosloome import Koosloome
from workshops.settings import load_settings
from workshops.wiring import open_koosloome

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Say which Chromium to start and how."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium here; install the package chromium")
    return {"executable_path": found, "args": list(QUIET)}


@pytest.fixture(scope="session")
def base_url() -> str:
    """Stand in for the fixture of pytest-base-url, which pytest 9 warns about; not used here."""
    return ""


@dataclass(frozen=True)
class Served:
    """The product and the address at which its service answers."""

    k: Koosloome
    url: str


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Serve a sandbox of its own, with workers, until the test is over."""
    with serving(tmp_path) as found:
        yield found


@contextmanager
def serving(home: Path) -> Iterator[Served]:
    """Serve a sandbox of its own, with workers."""
    with listening("127.0.0.1", 0) as found:
        port = found.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    settings = load_settings({"KOOSLOOME_HOME": str(home), "KOOSLOOME_PUBLIC_URL": url})
    with open_koosloome(settings) as k:
        server = make_server(k, "127.0.0.1", port, clock=MachineClock())
        thread = Thread(target=server.run)
        thread.start()
        k.start_worker()
        yield Served(k, url)
        server.stop()
        thread.join()
