"""Notes that belong together."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from board_templates.geometry import Point
from harvest.clusters import Clustering, find_clusters
from harvest.placed import PlacedNote
from tests.harvest.boards import board

SIDE = 160.0


def _notes(*places: tuple[float, float], **of: dict[int, object]) -> list[PlacedNote]:
    """Make notes at places in sides of a note; `title={0: True}` sets a field of some of them."""
    fake = board("world-cafe")
    for index, (x, y) in enumerate(places):
        more = {name: values[index] for name, values in of.items() if index in values}
        fake.write(f"n{index}", "T#1.round1", place=Point(x * SIDE, y * SIDE), **more)
    return fake.notes


def _sets(found: Clustering) -> set[frozenset[str]]:
    return {
        frozenset(note.id for note in (*cluster.titles, *cluster.notes))
        for cluster in found.clusters
    }


def test_close_notes_are_one_cluster_and_a_far_one_is_alone() -> None:
    found = find_clusters(_notes((0, 0), (1.1, 0), (5, 5)), SIDE)
    assert _sets(found) == {frozenset({"n1", "n2"})}
    assert [note.id for note in found.ungrouped] == ["n3"]


def test_notes_a_quarter_apart_are_no_cluster() -> None:
    assert not find_clusters(_notes((0, 0), (1.25, 0)), SIDE).clusters


def test_a_tidy_grid_is_not_one_cluster() -> None:
    places = [(x * 1.1, y * 1.1) for x in range(3) for y in range(2)]
    assert not find_clusters(_notes(*places), SIDE).clusters


def test_overlapping_notes_of_a_tidy_grid_still_are() -> None:
    places = [(x * 1.1, y * 1.1) for x in range(3) for y in range(2)] + [(0.5, 0.5)]
    assert find_clusters(_notes(*places), SIDE).clusters


def test_a_group_in_miro_is_a_cluster_wherever_its_notes_lie() -> None:
    notes = _notes((0, 0), (9, 9), (20, 0), bundle={0: "g1", 1: "g1"})
    assert _sets(find_clusters(notes, SIDE)) == {frozenset({"n1", "n2"})}


def test_a_title_covers_what_lies_below_it_down_to_the_next_title() -> None:
    notes = _notes((0, 0), (0, 1.4), (0, 2.8), (0, 4.2), (0, 5.6), title={0: True, 3: True})
    found = find_clusters(notes, SIDE)
    assert [(c.name, [n.id for n in c.notes]) for c in found.clusters] == [
        ("n0", ["n2", "n3"]),
        ("n3", ["n5"]),
    ]


def test_a_title_ends_at_a_gap_of_more_than_a_note() -> None:
    notes = _notes((0, 0), (0, 1.5), (0, 3.6), title={0: True})
    found = find_clusters(notes, SIDE)
    assert [n.id for n in found.clusters[0].notes] == ["n2"]
    assert [n.id for n in found.ungrouped] == ["n3"]


def test_closeness_never_merges_two_titles() -> None:
    notes = _notes((0, 0), (0, 1.05), (1.05, 0), (1.05, 1.05), title={0: True, 2: True})
    assert _sets(find_clusters(notes, SIDE)) == {
        frozenset({"n1", "n2"}),
        frozenset({"n3", "n4"}),
    }


PLACES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans()), min_size=1, max_size=25
)


@given(PLACES, st.randoms(use_true_random=False))
def test_the_order_of_the_notes_does_not_matter(
    places: list[tuple[int, int, bool]], luck: random.Random
) -> None:
    titles = {i: title for i, (_, _, title) in enumerate(places)}
    notes = _notes(*((x / 4, y / 4) for x, y, _ in places), title=titles)  # type: ignore[arg-type]
    shuffled = list(notes)
    luck.shuffle(shuffled)
    assert find_clusters(notes, SIDE) == find_clusters(shuffled, SIDE)


@given(PLACES)
def test_every_note_is_in_one_cluster_or_alone(places: list[tuple[int, int, bool]]) -> None:
    titles = {i: title for i, (_, _, title) in enumerate(places)}
    notes = _notes(*((x / 4, y / 4) for x, y, _ in places), title=titles)  # type: ignore[arg-type]
    found = find_clusters(notes, SIDE)
    seen = [note.no for cluster in found.clusters for note in (*cluster.titles, *cluster.notes)]
    seen += [note.no for note in found.ungrouped]
    assert sorted(seen) == [note.no for note in notes]


def test_a_pile_of_many_notes_is_one_cluster() -> None:
    notes = _notes(*((0.001 * i, 0.0) for i in range(300)), (3, 0))
    found = find_clusters(notes, SIDE)
    assert [len(cluster.notes) for cluster in found.clusters] == [300]
