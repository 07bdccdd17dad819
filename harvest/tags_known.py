"""Tags by what they mean: titles in either language, case ignored, become neutral ids."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from board_templates.plan import Plan
from board_templates.shared_texts import SharedTexts
from harvest.content import folded

GROUP: Final = "group"
PRIVATE: Final = "private"
MAY_SHARE: Final = "may_share"
DONE: Final = "done"
# The shared texts name the group's number so: "rühm {{ g }}".
_PLACEHOLDER: Final = re.compile(r"\{\{[^{}]*\}\}")
_GROUP_ID: Final = re.compile(rf"{GROUP}[:_]?(\d+)")


@dataclass(frozen=True)
class KnownTags:
    """Neutral ids by folded title, and how the title of a group's tag is recognised."""

    ids: Mapping[str, str]
    groups: tuple[re.Pattern[str], ...] = field(default=())

    def neutral(self, titles: Collection[str]) -> tuple[str, ...]:
        """Return the neutral ids of titles, each once; a title nobody knows stays as it is.

        The tag of a working group becomes `group:2`.
        """
        return tuple(dict.fromkeys(self._neutral(title) for title in titles)) if titles else ()

    def _neutral(self, title: str) -> str:
        words = folded(title)
        for pattern in self.groups:
            if found := pattern.fullmatch(words):
                return f"{GROUP}:{int(found[1])}"
        return self.ids.get(words, title)


def known_tags(shared: SharedTexts, plans: Iterable[Plan]) -> KnownTags:
    """Return the common tags in every language, and those the plans use."""
    ids: dict[str, str] = {}
    for plan in plans:
        ids.update({folded(tag.title): _plain_id(tag.id) for tag in plan.tags})
    groups: list[re.Pattern[str]] = []
    for tag in shared.common.tags:
        for title in shared.tag_titles(tag.id).values():
            if _PLACEHOLDER.search(title):
                before, after = (re.escape(folded(part)) for part in _PLACEHOLDER.split(title, 1))
                groups.append(re.compile(rf"{before}(\d+){after}"))
            else:
                ids[folded(title)] = tag.id
    return KnownTags(ids, tuple(groups))


def group_of(tags: Iterable[str]) -> str | None:
    """Return the number of the working group among neutral ids, null without one."""
    for tag in tags:
        if tag.startswith(f"{GROUP}:"):
            return tag.partition(":")[2]
    return None


def _plain_id(tag_id: str) -> str:
    found = _GROUP_ID.fullmatch(tag_id)
    return f"{GROUP}:{int(found[1])}" if found else tag_id
