"""Signing in and out, against the sandbox on a socket."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO, cast
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from cli.browsing import can_show
from cli.callback import redirect_uri
from cli.main import run
from tests.cli.conftest import Koosloome, Ran
from tests.workshops.signing import Miro, miro_on_a_socket

ADDRESS = re.compile(r"^http\S+/oauth/authorize\S+$", re.MULTILINE)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def miro(port: int) -> Iterator[Miro]:
    with miro_on_a_socket(time.time, redirect_uri=redirect_uri(port)) as server:
        yield server


@pytest.fixture
def environ(miro: Miro) -> dict[str, str]:
    return miro.environ


def token(miro: Miro, port: int) -> str:
    """Give a token that the sandbox's own page gave."""
    state = "s"
    target = redirect_uri(port)
    query = f"response_type=code&client_id=client-1&redirect_uri={target}&state={state}"
    back = miro.answer(f"{miro.url}/oauth/authorize?{query}", name="mari")
    form = {
        "grant_type": "authorization_code",
        "code": parse_qs(urlsplit(back).query)["code"][0],
        "client_id": "client-1",
        "client_secret": "app-secret-1",
        "redirect_uri": target,
    }
    answer = requests.post(f"{miro.url}/v1/oauth/token", data=form, timeout=10).json()
    return str(answer["access_token"])


def everything_kept(home: Path) -> bytes:
    return b"".join(file.read_bytes() for file in home.rglob("*") if file.is_file())


def test_a_token_is_checked_and_kept_encrypted(
    koosloome: Koosloome, miro: Miro, port: int, home: Path
) -> None:
    mine = token(miro, port)
    ran = koosloome("login", typed=f"{mine}\n", MIRO_API_URL=miro.url)
    assert (ran.code, ran.out) == (0, "Sisse logitud: mari. Meeskond: Sandbox team.\n")
    assert mine not in ran.err
    assert ("GET", "/v1/oauth-token") in miro.called
    kept = everything_kept(home)
    assert b"mari" in kept
    assert mine.encode() not in kept
    assert (home / "secret-key").stat().st_mode & 0o777 == 0o600


def test_commands_act_in_miro_once_somebody_is_signed_in(
    koosloome: Koosloome, miro: Miro, port: int
) -> None:
    koosloome("login", "--token-stdin", typed=token(miro, port), MIRO_API_URL=miro.url)
    there = koosloome("board", "list", "--json", MIRO_API_URL=miro.url)
    assert "Keskkond: Miro" in there.err
    elsewhere = koosloome("board", "list", "--json")
    assert "harjutuskeskkond" in elsewhere.err


def test_a_token_that_miro_does_not_accept_is_not_kept(
    koosloome: Koosloome, miro: Miro, home: Path
) -> None:
    ran = koosloome("login", "--token-stdin", typed="nonsense-token\n", MIRO_API_URL=miro.url)
    assert ran.code == 3
    assert "nonsense-token" not in ran.err + ran.out
    assert not (home / "secret-key").exists()
    assert "harjutuskeskkond" in koosloome("board", "list", MIRO_API_URL=miro.url).err


@pytest.mark.parametrize("typed", ["", "\n", "two words\n", "õun\n"])
def test_what_cannot_be_a_token_is_not_sent(koosloome: Koosloome, miro: Miro, typed: str) -> None:
    ran = koosloome("login", "--token-stdin", typed=typed, MIRO_API_URL=miro.url)
    assert ran.code == 2
    assert miro.called == []


def test_a_sandbox_token_is_not_sent_to_miro(koosloome: Koosloome) -> None:
    assert koosloome("login", "--token-stdin", typed="sandbox-mari\n").code == 3


def test_nobody_there_to_type(koosloome: Koosloome) -> None:
    ran = koosloome("login")
    assert ran.code == 2
    assert "--token-stdin" in ran.err


def test_the_sandbox_needs_no_sign_in(koosloome: Koosloome) -> None:
    ran = koosloome("login", "--world", "sandbox")
    assert ran.code == 2
    assert "harjutuskeskkond" in ran.err


def test_miro_out_of_reach(koosloome: Koosloome) -> None:
    closed = f"http://127.0.0.1:{free_port()}"
    ran = koosloome("login", "--token-stdin", typed="t\n", MIRO_API_URL=closed)
    assert ran.code == 5


def test_a_token_without_the_right_to_write_is_kept_with_a_warning(koosloome: Koosloome) -> None:
    with miro_on_a_socket(time.time, scopes=("boards:read",)) as server:
        ran = koosloome(
            "login", "--json", "--token-stdin", typed="sandbox-narrow\n", MIRO_API_URL=server.url
        )
    assert ran.code == 0
    assert ran.data["missing_scopes"] == ["boards:write"]
    assert "boards:write" in ran.err


def test_a_token_of_the_environment_goes_first(koosloome: Koosloome, miro: Miro, port: int) -> None:
    ran = koosloome(
        "login",
        "--token-stdin",
        typed=token(miro, port),
        MIRO_API_URL=miro.url,
        MIRO_ACCESS_TOKEN="sandbox-jaan",
    )
    assert "MIRO_ACCESS_TOKEN" in ran.err


class Streams:
    """Standard error that another thread can read while the command runs."""

    def __init__(self) -> None:
        self.text = ""
        self._changed = threading.Condition()

    def write(self, text: str) -> int:
        with self._changed:
            self.text += text
            self._changed.notify_all()
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def isatty(self) -> bool:
        return False

    def waited_for(self, pattern: re.Pattern[str]) -> str:
        with self._changed:
            assert self._changed.wait_for(lambda: pattern.search(self.text), 30), self.text
            found = pattern.search(self.text)
        assert found
        return found[0]


def signed_through_the_page(
    run_with: Callable[..., Ran], port: int, decide: Callable[[str], str], **environ: str
) -> Ran:
    """Run login, and let somebody decide on the page and be sent back."""
    err = Streams()

    def browse() -> None:
        back = decide(err.waited_for(ADDRESS))
        err.waited_for(re.compile("Waiting"))
        requests.get(back, timeout=10)

    person = threading.Thread(target=browse, daemon=True)
    person.start()
    ran = run_with(
        "login", "--oauth", "--no-browser", "--port", port, "--lang", "en", "--json",
        stderr=err, **environ,
    )  # fmt: skip
    person.join(30)
    return ran


@pytest.fixture
def run_with(home: Path) -> Callable[..., Ran]:
    def call(*words: object, stderr: Streams, **environ: str) -> Ran:
        out = io.StringIO()
        code = run(
            [str(word) for word in words],
            environ={"KOOSLOOME_HOME": str(home), **environ},
            stdin=io.StringIO(),
            stdout=out,
            stderr=cast("TextIO", stderr),
        )
        return Ran(int(code), out.getvalue(), stderr.text)

    return call


def test_permission_on_the_page_signs_in(
    run_with: Callable[..., Ran],
    miro: Miro,
    port: int,
    environ: dict[str, str],
    home: Path,
) -> None:
    del environ["KOOSLOOME_SECRET_KEY"]  # the machine's own is made
    ran = signed_through_the_page(run_with, port, miro.answer, **environ)
    assert ran.code == 0, ran.err
    assert ran.data["name"] == "ada"
    assert "app-secret-1" not in ran.err
    assert (home / "secret-key").exists()
    err = Streams()
    run_with("board", "list", stderr=err, **environ)
    assert "Keskkond: Miro" in err.text


def test_permission_refused_on_the_page(
    run_with: Callable[..., Ran], miro: Miro, port: int, environ: dict[str, str]
) -> None:
    ran = signed_through_the_page(
        run_with, port, lambda address: miro.answer(address, decision="deny"), **environ
    )
    assert ran.code == 3
    assert "Permission was not given" in ran.err
    assert miro.times("/v1/oauth/token") == 0


def test_nobody_gives_permission(koosloome: Koosloome, port: int, environ: dict[str, str]) -> None:
    ran = koosloome("login", "--oauth", "--no-browser", "--port", port, "--wait", 1, **environ)
    assert ran.code == 3
    assert ADDRESS.search(ran.err)


def test_the_address_is_pasted_where_the_browser_is_elsewhere(
    koosloome: Koosloome, environ: dict[str, str]
) -> None:
    ran = koosloome(
        "login",
        "--oauth",
        "--paste",
        typed="http://127.0.0.1:8912/miro/callback?code=c&state=guessed\n",
        **environ,
    )
    assert ran.code == 3
    assert "teise sisselogimise" in ran.err


def test_a_taken_port(koosloome: Koosloome, environ: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        busy = taken.getsockname()[1]
        ran = koosloome("login", "--oauth", "--port", busy, **environ)
    assert ran.code == 2
    assert str(busy) in ran.err
    assert "/oauth/authorize" not in ran.err


def test_without_an_app_both_variables_are_named(koosloome: Koosloome) -> None:
    ran = koosloome("login", "--oauth")
    assert ran.code == 2
    assert "MIRO_CLIENT_ID" in ran.err
    assert "MIRO_CLIENT_SECRET" in ran.err


def test_signing_out_ends_the_token_at_miro(
    run_with: Callable[..., Ran],
    koosloome: Koosloome,
    miro: Miro,
    port: int,
    environ: dict[str, str],
) -> None:
    signed_through_the_page(run_with, port, miro.answer, **environ)
    ran = koosloome("logout", "--json", **environ)
    assert ran.code == 0
    assert ran.data["signed_out"]["revoked"] is True
    assert miro.times("/v2/oauth/revoke") == 1
    assert "harjutuskeskkond" in koosloome("board", "list", **environ).err
    again = koosloome("logout", "--json", **environ)
    assert (again.code, again.data) == (0, {"signed_out": None})


def test_signing_out_without_an_app_says_what_stays(
    koosloome: Koosloome, miro: Miro, port: int
) -> None:
    koosloome("login", "--token-stdin", typed=token(miro, port), MIRO_API_URL=miro.url)
    koosloome(
        "board",
        "create",
        "stakeholder-map",
        "--set",
        "issue=Kuidas parandada kaasamist?",
        MIRO_API_URL=miro.url,
    )
    ran = koosloome("logout", MIRO_API_URL=miro.url, MIRO_ACCESS_TOKEN="sandbox-jaan")
    assert ran.code == 0
    assert ran.out == "Välja logitud: mari.\n"
    assert "kokkuvõtetega: 1." in ran.err
    assert "MIRO_ACCESS_TOKEN" in ran.err
    assert miro.times("/v2/oauth/revoke") == 0


def test_who_signs_in_next_does_not_see_the_boards_of_the_one_before(
    koosloome: Koosloome, miro: Miro, port: int
) -> None:
    here = {"MIRO_API_URL": miro.url}
    koosloome("login", "--token-stdin", typed=token(miro, port), **here)
    koosloome(
        "board", "create", "stakeholder-map", "--set", "issue=Kuidas parandada kaasamist?", **here
    )
    assert len(koosloome("board", "list", "--json", **here).data["workshops"]) == 1
    koosloome("login", "--token-stdin", typed="sandbox-jaan\n", **here)
    assert koosloome("board", "list", "--json", **here).data["workshops"] == []
    koosloome("login", "--token-stdin", typed=token(miro, port), **here)
    assert len(koosloome("board", "list", "--json", **here).data["workshops"]) == 1


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_browser_is_opened_only_where_it_can_be_seen(
    platform: str,
    environ: dict[str, str],
    expected: bool,  # noqa: FBT001  # a row of the table
) -> None:
    assert can_show(environ, platform=platform) is expected


def test_a_typed_token_is_not_shown(miro: Miro, home: Path) -> None:
    """Run in a terminal of its own: what comes back must not hold what was typed."""
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover  # the other process
        environ = {**os.environ, "KOOSLOOME_HOME": str(home), "MIRO_API_URL": miro.url}
        words = [sys.executable, "-c", "from cli.main import main; main()", "login", "--json"]
        os.execve(sys.executable, words, environ)  # noqa: S606  # our own command
    shown = b""
    typed = False
    while chunk := _read(terminal):
        shown += chunk
        if not typed and b":" in shown:
            os.write(terminal, b"sandbox-peidus\n")
            typed = True
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert b"sandbox-peidus" not in shown
    text = shown.decode()
    assert json.loads(text[text.index("{") : text.rindex("}") + 1])["name"] == "peidus"


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""
