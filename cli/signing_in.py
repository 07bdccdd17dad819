"""`koosloome login` and `koosloome logout`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from cli.asking import asked, asked_in_secret
from cli.browsing import show
from cli.callback import PORT, Callback, Pages, redirect_uri
from cli.options import everywhere, json_option
from cli.surroundings import Surroundings, koosloome, surroundings
from cli.texts import Texts

if TYPE_CHECKING:
    from workshops.errors import InputFaults
    from workshops.koosloome import Koosloome
    from workshops.sign_in_answers import SignedIn, SignedOut, SignInPage

WAIT_SECONDS = 300


def login_command(texts: Texts) -> click.Command:
    """Build `login`."""

    @click.command(
        help=texts.gettext(
            "Sign in with Miro. Asks for an access token, which is not shown while you type; "
            "Miro is asked whose it is, then it is kept encrypted on this machine."
        )
    )
    @click.option(
        "--token-stdin",
        "from_stdin",
        is_flag=True,
        help=texts.gettext("Read the token from the standard input (for scripts)."),
    )
    @click.option(
        "--oauth",
        "by_page",
        is_flag=True,
        help=texts.gettext(
            "Give permission on Miro's page instead. Needs MIRO_CLIENT_ID and MIRO_CLIENT_SECRET, "
            "and http://127.0.0.1:8912/miro/callback as a redirect URI of the app."
        ),
    )
    @click.option(
        "--port",
        type=click.IntRange(1, 65535),
        default=PORT,
        help=texts.gettext("With --oauth: the port of the redirect URI. Default: 8912."),
    )
    @click.option(
        "--paste",
        is_flag=True,
        help=texts.gettext(
            "With --oauth: the browser is on another machine; paste the address it ends at."
        ),
    )
    @click.option(
        "--no-browser",
        is_flag=True,
        help=texts.gettext("With --oauth: only print the address of Miro's page."),
    )
    @click.option(
        "--wait",
        type=click.IntRange(1, 3600),
        default=WAIT_SECONDS,
        metavar="SECONDS",
        help=texts.gettext("With --oauth: how long to wait for the permission. Default: 300."),
    )
    @json_option(texts)
    @everywhere(texts)
    def login(
        *,
        from_stdin: bool,
        by_page: bool,
        port: int,
        paste: bool,
        no_browser: bool,
        wait: int,
        as_json: bool,
        lang: str | None,
        world: str | None,
    ) -> None:
        here = surroundings()
        _only_miro(world, here)
        with koosloome("miro") as product:
            if by_page:
                signed = _by_page(product, here, port, wait, paste=paste, quiet=no_browser)
            else:
                signed = product.login(_token(here, from_stdin=from_stdin))
        _tell_in(signed, here, as_json=as_json)

    return login


def logout_command(texts: Texts) -> click.Command:
    """Build `logout`."""

    @click.command(
        help=texts.gettext(
            "Sign out: end the token at Miro where an app is set up, and remove it from here."
        )
    )
    @json_option(texts)
    @everywhere(texts)
    def logout(*, as_json: bool, lang: str | None, world: str | None) -> None:
        here = surroundings()
        with koosloome("miro") as product:
            signed = product.logout()
        _tell_out(signed, here, as_json=as_json)

    return logout


def _only_miro(world: str | None, here: Surroundings) -> None:
    if world == "sandbox":
        told = here.texts.gettext("there is nothing to sign in to in the sandbox")
        raise _wrong("--world", told)


def _wrong(field: str, told: str) -> InputFaults:
    from workshops.errors import InputFault, InputFaults

    fault = InputFault(field=field, code="login", sentence="{told}", values={"told": told})
    return InputFaults(faults=(fault,))


def _token(here: Surroundings, *, from_stdin: bool) -> str:
    t = here.texts
    if from_stdin:
        return here.stdin.readline().strip()
    token = asked_in_secret(t.gettext("Access token of Miro (not shown):"), here)
    if token is None:
        told = t.gettext("nobody is there to type a token; scripts use --token-stdin")
        raise _wrong("login", told)
    return token


def _by_page(
    product: Koosloome, here: Surroundings, port: int, wait: int, *, paste: bool, quiet: bool
) -> SignedIn:
    target = redirect_uri(port)
    page = product.sign_in_page(target)
    if paste:
        _tell_address(page, here)
        redirected = asked(here.texts.gettext("The address your browser ended at:"), here)
    else:
        redirected = _awaited(page, here, port, wait, quiet=quiet)
    return product.signed_back(redirected, state=page.state, redirect_uri=target, machine=True)


def _tell_address(page: SignInPage, here: Surroundings) -> None:
    here.say(here.texts.gettext("Open this address and give permission:"))
    here.say(page.address)


def _awaited(page: SignInPage, here: Surroundings, port: int, wait: int, *, quiet: bool) -> str:
    t = here.texts
    pages = Pages(
        done=t.gettext("You may close this window and go back to the terminal."),
        other=t.gettext("This is not the answer that koosloome login waits for."),
    )
    try:
        callback = Callback(port, page.state, pages)
    except OSError:
        told = t.gettext("the port {port} is taken; stop what has it").format(port=port)
        raise _wrong("--port", told) from None
    with callback:
        _tell_address(page, here)
        here.say(t.gettext("Waiting for Miro …"))
        if not quiet:
            show(page.address, here.environ)
        redirected = callback.wait(wait, time.monotonic)
    if redirected is None:
        from workshops.errors import NotSignedIn

        raise NotSignedIn(reason=t.gettext("Nobody gave permission in time. Begin again."))
    return redirected


def _tell_in(signed: SignedIn, here: Surroundings, *, as_json: bool) -> None:
    t = here.texts
    if as_json:
        here.print_json(signed.as_json())
    else:
        told = t.gettext("Signed in: {name}. Team: {team}.")
        here.print(told.format(name=signed.account.name, team=signed.team or "–"))
    if signed.missing_scopes:
        told = t.gettext("This token may not do all that is needed. Add to the app: {scopes}")
        here.say(told.format(scopes=", ".join(signed.missing_scopes)))
    if signed.outranked:
        here.say(t.gettext("MIRO_ACCESS_TOKEN is set and goes before this sign-in."))


def _tell_out(signed: SignedOut | None, here: Surroundings, *, as_json: bool) -> None:
    t = here.texts
    if as_json:
        here.print_json({"signed_out": signed.as_json() if signed else None})
    if signed is None:
        here.say(t.gettext("Nobody was signed in here."))
        return
    if not as_json:
        here.print(t.gettext("Signed out: {name}.").format(name=signed.account.name))
    here.say(
        t.gettext("Miro ended the token.")
        if signed.revoked
        else t.gettext(
            "The token was removed here, but Miro may still accept it. To end it for certain, "
            "remove the app in Miro's settings."
        )
    )
    kept = t.gettext("Workshops that stay on this machine, with their summaries: {count}.")
    here.say(kept.format(count=signed.workshops))
    here.say(t.gettext("Boards in Miro stay as they are."))
    if signed.environment:
        here.say(t.gettext("MIRO_ACCESS_TOKEN is still set, so commands still act in Miro."))
