"""Links for the chat: one per frame and group, each in the sentence it is sent with."""

from __future__ import annotations

from board_templates.plan import PlannedFrame
from workshops.pack.content import Block, Messages, Paragraph, Section, Text, with_address
from workshops.pack.source import PackSource


def frame_address(board_url: str, frame_id: str) -> str:
    """Return the address that opens a board at a frame (known from use, not documented)."""
    return f"{board_url}?moveToWidget={frame_id}"


def chat_links(source: PackSource) -> Section:
    """Return the links of the frames that stand on the board."""
    made = [frame for frame in source.plan.frames if frame.key in source.frame_ids]
    block: Block = Paragraph((source.texts.links.none,), "quiet")
    if source.board_url and made:
        block = Messages(tuple(_sentence(source, frame) for frame in made))
    return Section("links", source.texts.headings["links"], (block,))


def _sentence(source: PackSource, frame: PlannedFrame) -> Text:
    link = frame_address(source.board_url, source.frame_ids[frame.key])
    texts = source.texts.links
    if "group" in frame.place:
        said = source.fill(texts.group, g=frame.place["group"], frame=frame.title, link=link)
    elif "table" in frame.place:
        said = source.fill(texts.table, t=frame.place["table"], frame=frame.title, link=link)
    else:
        said = source.fill(texts.otherwise, frame=frame.title, link=link)
    return with_address(said, link)
