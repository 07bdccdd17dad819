"""A link for every frame and group, in the sentence it is sent with."""

from __future__ import annotations

from tests.workshops.pack.conftest import BOARD, MakeSource
from workshops.pack.chat_links import chat_links
from workshops.pack.content import Address, Messages, Paragraph, plain_text
from workshops.pack.source import PackSource


def lines(source: PackSource) -> list[str]:
    block = chat_links(source).blocks[0]
    assert isinstance(block, Messages)
    assert all(isinstance(line[-1], Address) for line in block.lines)
    return [plain_text(line) for line in block.lines]


def test_without_groups_everyone_is_told_where_we_are(source: MakeSource) -> None:
    assert lines(source())[1] == (
        f"Oleme nüüd raamis (Frame) „1. Kogume osapooled“ {BOARD}?moveToWidget=2"
    )
    assert lines(source("en"))[1] == (
        f"We are now in the frame “1. List the stakeholders” {BOARD}?moveToWidget=2"
    )


def test_each_group_is_told_its_own_frame(source: MakeSource) -> None:
    made = source(values={"groups": 2})
    said = lines(made)
    assert len(said) == len(made.plan.frames)
    assert said[1].startswith("Rühm 1: avage raam (Frame) „1. Kogume osapooled · rühm 1“ https://")
    english = lines(source("en", values={"groups": 2}))
    assert english[3].startswith(
        "Group 2: open the frame “1. List the stakeholders · group 2” https://"
    )


def test_only_frames_on_the_board_have_links(source: MakeSource) -> None:
    assert len(lines(source(frame_ids={"F0": "7"}))) == 1
    [nothing] = chat_links(source(frame_ids={})).blocks
    assert nothing == Paragraph(("Lingid tekivad siis, kui tahvel on valmis.",), "quiet")


def test_what_is_no_web_address_stays_text(source: MakeSource) -> None:
    block = chat_links(source(board_url="javascript:alert(1)")).blocks[0]
    assert isinstance(block, Messages)
    assert not any(isinstance(part, Address) for line in block.lines for part in line)
