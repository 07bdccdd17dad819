"""The services on ports of this machine, as their commands say it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.cli.conftest import Koosloome

APP = "7:app-secret-7:http://127.0.0.1:9/back"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.mark.parametrize("words", [("serve",), ("sandbox", "serve")], ids=" ".join)
def test_a_port_in_use_is_told_before_anything_is_promised(
    koosloome: Koosloome, taken: int, words: tuple[str, ...]
) -> None:
    ran = koosloome(*words, "--port", taken)
    assert ran.code == 2
    assert f"--port: Aadressil 127.0.0.1:{taken} ei saa kuulata (seda kasutab miski muu)" in ran.err
    assert "Ctrl" not in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--fault", "banana"], "--fault: „banana“ ei ole reegel"),
        (["--fault", "GET /v2/boards=flood"], "--fault: „GET /v2/boards=flood“ ei nimeta"),
        (["--fault", "GET /v2/boards#0=500"], "--fault: „GET /v2/boards#0=500“ loendab nullist"),
        (["--switch", "banana=1"], "--switch: lülitit „banana“ ei ole; olemas on"),
        (["--switch", "retry_after"], "--switch: „retry_after“ ei ole kujul NIMI=VÄÄRTUS"),
        (["--switch", "retry_after=x"], "--switch: „retry_after=x“ ei sobi; sobib true, false"),
        (["--app", "7:app-secret-7"], "--app: rakendus kirjutatakse kujul"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wish_that_cannot_be_read_is_told_in_a_sentence(
    koosloome: Koosloome, words: list[str], told: str
) -> None:
    ran = koosloome("sandbox", "serve", "--port", 0, *words)
    assert ran.code == 2
    assert told in ran.err
    assert "cannot be read" not in ran.err
    assert "app-secret-7" not in ran.err


class Served:
    """`koosloome sandbox serve` in a process of its own, on a port it found."""

    def __init__(self, home: Path, *words: str, **environ: str) -> None:
        command = [sys.executable, "-c", "from cli.main import main; main()", "sandbox", "serve"]
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("KOOSLOOME_", "MIRO_"))}
        self.process = subprocess.Popen(  # noqa: S603  # our own command
            [*command, "--port", "0", *words],
            env={**clean, "KOOSLOOME_HOME": str(home), **environ},
            stderr=subprocess.PIPE,
            text=True,
        )
        said = self.process.stderr
        assert said is not None
        found = re.match(r"MIRO_API_URL=(http://127\.0\.0\.1:\d+) ", said.readline())
        assert found
        self.url: str = found[1]

    def board(self) -> dict[str, object]:
        answer = requests.post(
            f"{self.url}/v2/boards",
            json={"name": "Retro"},
            headers={"Authorization": "Bearer sandbox-me"},
            timeout=10,
        )
        return dict(answer.json())

    def end(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=20)


def test_a_board_is_linked_to_the_page_that_shows_it_and_readings_are_as_wished(
    home: Path,
) -> None:
    served = Served(home, "--switch", "team_access=private", "--app", APP)
    try:
        board = served.board()
        page = requests.get(str(board["viewLink"]), timeout=10)
        consent = requests.get(
            f"{served.url}/oauth/authorize",
            params={
                "response_type": "code",
                "client_id": "7",
                "redirect_uri": "http://127.0.0.1:9/back",
            },
            timeout=10,
        )
    finally:
        served.end()
    assert str(board["viewLink"]).startswith(f"{served.url}/")
    assert "Retro" in page.text
    assert board["sharingPolicy"]["teamAccess"] == "private"  # type: ignore[index]
    assert (consent.status_code, "<form" in consent.text) == (200, True)


def test_a_public_address_that_was_set_stands_in_links(home: Path) -> None:
    served = Served(home, KOOSLOOME_PUBLIC_URL="https://boards.example")
    try:
        board = served.board()
    finally:
        served.end()
    assert str(board["viewLink"]).startswith("https://boards.example/sandbox/board/")
