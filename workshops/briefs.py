"""From what a facilitator filled in to a plan, or to every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from board_templates.errors import BriefFault, FaultyBrief, FaultyMethod
from board_templates.errors import UnknownMethod as NoSuchMethod
from workshops.errors import InputFaults, UnknownMethod
from workshops.faults import N_, InputFault

if TYPE_CHECKING:
    from board_templates.brief import Brief
    from board_templates.library import Library
    from board_templates.method import Method
    from board_templates.plan import Plan

Lang = Literal["et", "en"]
LANGS: tuple[Lang, ...] = ("et", "en")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A method, its checked brief, and the plan made of them."""

    method: Method
    brief: Brief
    plan: Plan


def language(text: str, field: str = "lang") -> Lang:
    """Return a language of the product.

    Raises `InputFaults` for any other.
    """
    if text not in LANGS:
        sentence = N_("there is no language “{lang}”; there are et and en")
        fault = InputFault(field=field, code="lang", sentence=sentence, values={"lang": text})
        raise InputFaults(faults=(fault,))
    return "en" if text == "en" else "et"


def find_method(library: Library, method: str) -> Method:
    """Return a method.

    Raises `UnknownMethod` with ids that are much like it, or `InputFaults` when its folder has
    faults.
    """
    try:
        return library.get(method)
    except NoSuchMethod as error:
        raise UnknownMethod(method=method, near=tuple(error.near)) from error
    except FaultyMethod as error:
        sentence = N_(
            "the method “{method}” cannot be used, its folder has faults; "
            "`koosloome methods check FOLDER` names them"
        )
        values = {"method": method}
        fault = InputFault(field="method", code="faulty", sentence=sentence, values=values)
        raise InputFaults(faults=(fault,)) from error


def beside(values: Mapping[str, Any], on: str | None) -> Mapping[str, Any]:
    """Return the values of a method that is put on the board `on`, if on any that is there already.

    There people have warmed up: only the first board of the day begins with it, unless it is asked
    for (methods, 2.12).
    """
    return values if on is None else {"warm_up": False, **values}


def prepare(
    library: Library,
    method: str,
    values: Mapping[str, Any],
    lang: str,
    *,
    harvest_page: str | None = None,
) -> Prepared:
    """Return the plan of a method for these values; its footer leads to `harvest_page`.

    Raises `UnknownMethod`, or `InputFaults` with every field that is wrong, said in `lang`.
    """
    from board_templates.brief import make_brief  # noqa: PLC0415  # not needed to list methods
    from board_templates.layout import make_plan  # noqa: PLC0415  # as above

    found = find_method(library, method)
    try:
        brief = make_brief(found, library.shared, values, language(lang))
    except FaultyBrief as error:
        raise InputFaults(faults=tuple(_fault(fault) for fault in error.faults)) from error
    return Prepared(
        found, brief, make_plan(found, library.shared, brief, harvest_page=harvest_page)
    )


def _fault(fault: BriefFault) -> InputFault:
    said = f"{fault.reason} {fault.allowed}".strip()
    return InputFault(field=fault.place, code=fault.code, sentence="{said}", values={"said": said})
