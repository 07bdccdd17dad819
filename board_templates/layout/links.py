"""Resolves what leads to another frame; what leads to none that is there leads nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from board_templates.layout.drafts import ChromeDraft, FrameDraft, ZoneDraft


def resolve_links(frames: Sequence[FrameDraft]) -> None:
    """Give every link the key and the title of its frame; drop those without one."""
    targets = {(frame.spec.id, frame.copy_no): frame for frame in frames}
    for frame in frames:
        parts: list[FrameDraft | ZoneDraft | ChromeDraft] = [frame, *frame.all_zones, *frame.chrome]
        for part in parts:
            _resolve(part, targets)


def _resolve(
    part: FrameDraft | ZoneDraft | ChromeDraft, targets: dict[tuple[str, int], FrameDraft]
) -> None:
    if part.link is None:
        return
    target = targets.get((part.link.frame, part.link.copy_no))
    if target is None:
        part.link = None
    else:
        part.link.key, part.link.title = target.key, target.title
