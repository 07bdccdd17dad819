"""What took its time is made once, and the last of it kept."""

from __future__ import annotations

from service.kept import Kept


def test_a_picture_is_drawn_once() -> None:
    drawn: list[str] = []

    def draw() -> bytes:
        drawn.append("once")
        return b"<svg/>"

    pictures: Kept[bytes] = Kept()
    assert pictures.get("a", draw) == pictures.get("a", draw) == b"<svg/>"
    assert drawn == ["once"]


def test_the_picture_not_asked_for_longest_goes_first() -> None:
    drawn: list[str] = []
    pictures: Kept[bytes] = Kept(most=2)
    for tag in ("a", "b", "a", "c", "a", "b"):

        def draw(tag: str = tag) -> bytes:
            drawn.append(tag)
            return tag.encode()

        pictures.get(tag, draw)
    assert drawn == ["a", "b", "c", "b"]
