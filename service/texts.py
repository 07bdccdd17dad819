"""The texts of the pages in the language asked for; the locale is an argument, never a global."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import cast

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from board_templates.method import Lang
from harvest.stops import one_stop

LANGUAGES: tuple[Lang, ...] = ("et", "en")
DEFAULT_LANG: Lang = "et"
DOMAIN = "service"
LOCALES = Path(__file__).parent / "locales"

Texts = gettext.NullTranslations


@lru_cache(maxsize=len(LANGUAGES))
def texts_in(lang: str) -> Texts:
    """Return the catalog of a language.

    Raises `FileNotFoundError` naming the domain when catalogs are not compiled (`make catalogs`).
    """
    return gettext.translation(DOMAIN, LOCALES, languages=[lang])


def N_(text: str) -> str:  # noqa: N802  # the name by which gettext tools find texts to translate
    """Mark a text for translation and return it."""
    return text


@pass_context
def _gettext(context: Context, text: str) -> str:
    return _of(context).gettext(text)


@pass_context
def _ngettext(context: Context, singular: str, plural: str, number: int) -> str:
    return _of(context).ngettext(singular, plural, number)


def _of(context: Context) -> Texts:
    return texts_in(context["lang"])


def install(environment: Environment) -> None:
    """Teach templates `_()`, `ngettext()` and `{% trans %}` in the language of their `lang`."""
    environment.add_extension("jinja2.ext.i18n")
    install_callables = environment.install_gettext_callables  # type: ignore[attr-defined]  # the extension adds it
    install_callables(_gettext, _ngettext, newstyle=True)
    for name in ("gettext", "ngettext"):
        environment.globals[name] = _ending_once(
            cast("Callable[..., str]", environment.globals[name])
        )


def _ending_once(fill: Callable[..., str]) -> Callable[..., str]:
    """Return what fills a text, values and all, so that a quotation with a stop brings no second.

    What it gives stays safe to show, or not, as it was.
    """

    @pass_context
    def filled(context: Context, *texts: object, **values: object) -> str:
        said = fill(context, *texts, **values)
        return type(said)(one_stop(said))

    return filled
