"""Which items on a board are those of calls whose answers were lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workshops.matching import Finding, Seen, Wanted, find_calls

NOON = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)


def wanted(key: str, text: str = "", x: float = 0.0, parent: str | None = "9") -> Wanted:
    return Wanted(key, "sticky_note", text, parent, x, 0.0)


def seen(
    number: int, text: str = "", x: float = 0.0, second: int = 0, parent: str | None = "9"
) -> Seen:
    made = NOON + timedelta(seconds=second)
    return Seen(str(number), "sticky_note", text, parent, x, 0.0, made)


def found(*items: tuple[str, str | None]) -> Finding:
    return Finding(dict(items))


def test_a_whole_call_is_found_in_order_wherever_it_was_moved() -> None:
    call = [wanted("a", "üks"), wanted("b", "kaks"), wanted("c", "üks")]
    board = [seen(12, "üks", x=900), seen(10, "üks"), seen(11, "kaks", x=50)]
    [result] = find_calls([call], board)
    assert result == found(("a", "10"), ("b", "11"), ("c", "12"))
    assert result.whole


def test_nothing_on_the_board_means_absent() -> None:
    assert find_calls([[wanted("a", "üks")]], []) == [found()]
    assert find_calls([[wanted("a", "üks")]], [seen(1, "muu", x=700)]) == [found()]


def test_equal_calls_are_told_apart_by_place() -> None:
    first = [wanted(f"a{n}", x=n * 10.0) for n in range(3)]
    second = [wanted(f"b{n}", x=1000 + n * 10.0) for n in range(3)]
    board = [seen(20 + n, x=1000 + n * 10.0) for n in range(3)]
    results = find_calls([first, second], board)
    assert results == [found(), found(("b0", "20"), ("b1", "21"), ("b2", "22"))]


def test_two_calls_of_one_second_interleaved() -> None:
    first = [wanted("a1", "x"), wanted("a2", "y")]
    second = [wanted("b1", "x", x=500), wanted("b2", "y", x=500)]
    board = [seen(1, "x"), seen(2, "x", x=500), seen(3, "y", x=500), seen(4, "y")]
    results = find_calls([first, second], board)
    assert results == [found(("a1", "1"), ("a2", "4")), found(("b1", "2"), ("b2", "3"))]


def test_items_of_another_moment_do_not_complete_a_call() -> None:
    call = [wanted("a", "üks"), wanted("b", "kaks")]
    board = [seen(1, "üks", second=0), seen(2, "kaks", second=9)]
    [result] = find_calls([call], board)
    assert not result.whole
    assert sum(item is not None for item in result.items.values()) == 1


def test_what_was_deleted_or_edited_is_reported_gone() -> None:
    call = [wanted("a", "üks", x=10), wanted("b", "kaks", x=20), wanted("c", "kolm", x=30)]
    board = [seen(5, "üks", x=10), seen(7, "muudetud", x=30)]
    [result] = find_calls([call], board)
    assert result == found(("a", "5"), ("b", None), ("c", "7"))


def test_a_blank_note_written_by_hand_is_not_part_of_a_call() -> None:
    call = [wanted(f"a{n}", x=n * 10.0) for n in range(4)]
    assert find_calls([call], [seen(3, x=333)]) == [found()]
    assert find_calls([call], [seen(3, x=0, parent=None)]) == [found()]


def test_ids_of_other_lengths_are_ordered_as_numbers() -> None:
    call = [wanted("a", "üks"), wanted("b", "kaks")]
    [result] = find_calls([call], [seen(100, "kaks"), seen(99, "üks")])
    assert result == found(("a", "99"), ("b", "100"))


texts = st.sampled_from(["", "üks", "kaks", "kolm"])


@given(st.lists(st.lists(texts, min_size=1, max_size=6), min_size=1, max_size=4), st.data())
def test_what_was_made_is_found_and_what_was_not_is_absent(
    calls: list[list[str]], data: st.DataObject
) -> None:
    planned = [
        [wanted(f"{c}/{n}", text, x=c * 1000 + n * 10.0) for n, text in enumerate(texts_)]
        for c, texts_ in enumerate(calls)
    ]
    made = data.draw(st.sets(st.integers(0, len(calls) - 1)))
    board: list[Seen] = []
    for c in data.draw(st.permutations(sorted(made))):
        second = data.draw(st.integers(0, 2))
        board += [
            Seen(
                str(len(board) + n + 1),
                w.kind,
                w.text,
                w.parent,
                w.x,
                w.y,
                NOON + timedelta(seconds=second),
            )
            for n, w in enumerate(planned[c])
        ]
    results = find_calls(planned, board)
    for c, result in enumerate(results):
        assert result.whole == (c in made)
        assert bool(result.items) == (c in made)
    taken = [item for result in results for item in result.items.values()]
    assert len(taken) == len(set(taken)) == len(board)
