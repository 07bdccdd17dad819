"""A report as Markdown that can be pasted into a wiki."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harvest.reports.blocks import Block, Bullet, Bullets, Heading, Paragraph, Table
from harvest.reports.markup import inline, plain
from harvest.reports.outline import Outline
from harvest.reports.report import Report, ReportContext
from harvest.summary import Summary

_UNSAFE_IN_ADDRESS = str.maketrans({"<": "%3C", ">": "%3E", " ": "%20", "\n": "", "\r": ""})


def _make(summary: Summary, context: ReportContext) -> bytes:
    return rendered(Outline(summary, context).blocks())


def rendered(blocks: Iterable[Block]) -> bytes:
    """Return blocks as a Markdown file."""
    parts = ["\n".join(_lines(block)) for block in blocks]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {inline(block.text)}"
        case Paragraph():
            link = f" <{block.link.translate(_UNSAFE_IN_ADDRESS)}>" if block.link else ""
            yield plain(block.text) + link + _after(block.after)
        case Bullets():
            for bullet in block.bullets:
                yield from _bullet(bullet, 0)
        case Table():
            yield _row(block.head)
            yield "|" + " --- |" * len(block.head)
            yield from (_row(row) for row in block.rows)


def _after(text: str) -> str:
    """Return what goes on behind a link; a full stop stands close to it."""
    said = inline(text)
    return f" {said}" if said and said[0].isalnum() else said


def _bullet(bullet: Bullet, depth: int) -> Iterator[str]:
    label = f"**{inline(bullet.label)}**" if bullet.label else ""
    text = inline(bullet.line) if label else plain(bullet.line)
    joined = f"{label}: {text}" if label and text else label or text
    yield f"{'  ' * depth}- {joined}".rstrip()
    for child in bullet.below:
        yield from _bullet(child, depth + 1)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(inline(cell) for cell in cells) + " |"


REPORT = Report(
    name="markdown", suffix=".md", media_type="text/markdown; charset=utf-8", make=_make
)
