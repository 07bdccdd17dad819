"""The pack as one printable page: light, A4, self-contained, nothing fetched from anywhere."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workshops.pack.content import Address, Block, Pack, Text

TEMPLATES = Path(__file__).parent / "templates"


def to_html(pack: Pack) -> str:
    """Return the pack as an HTML document; every text is escaped, only the picture is markup."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["linked"] = _linked
    environment.filters["kind"] = _kind
    picture = Markup(pack.picture) if pack.picture else None  # noqa: S704  # drawn and escaped by us
    return environment.get_template("pack.html").render(pack=pack, picture=picture)


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _linked(text: Text) -> Markup:
    """Return a text with its addresses as links, everything else escaped."""
    return Markup("").join(
        Markup('<a href="{url}">{url}</a>').format(url=part.url)
        if isinstance(part, Address)
        else part
        for part in text
    )
