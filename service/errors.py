"""What keeps the service from starting."""

from __future__ import annotations

from board_templates.method import Lang
from service.texts import texts_in
from workshops.errors import InputFault, InputFaults


def sign_in_missing(host: str, lang: Lang) -> InputFaults:
    """Return the error that others could reach the service and nothing would tell them apart."""
    _ = texts_in(lang).gettext
    told = _(
        "On %(host)s others could reach the service, but sign-in with Miro is not set up, so "
        "everybody would act as one person. Set MIRO_CLIENT_ID and MIRO_CLIENT_SECRET, or listen "
        "on 127.0.0.1."
    )
    values = {"told": told % {"host": host}}
    fault = InputFault(field="host", code="sign_in_missing", sentence="{told}", values=values)
    return InputFaults(faults=(fault,))
