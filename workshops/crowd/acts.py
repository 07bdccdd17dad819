"""What people do on a board, act by act: each gives its steps and changes the things there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from board_templates.geometry import Box, Point
from board_templates.plan import Role
from workshops import rehearsal
from workshops.crowd.crew import COLOURS, Crew, at, by_people, is_note
from workshops.crowd.things import Sort
from workshops.crowd.words import Said, listed, plainly
from workshops.rehearsal import Named, Step

TAGS = ("private", "may_share", "action", "decision", "question", "done")
MOST_TAGS = 3
MOST_GROUPED = 3
BOLDNESS = 30.0  # pixels that somebody drags a zone by accident
FIRST_DAY = date(2026, 11, 1)
CARD = (320.0, 60.0)
TEXT_WIDTH = 300.0
DOT = 40.0


def _writes(crew: Crew) -> Iterator[Step]:
    yield crew.note(crew.somebody())


def _leaves_empty(crew: Crew) -> Iterator[Step]:
    step = crew.note(crew.somebody(), plainly(" "))
    crew.things[step.name].said = None
    yield step


def _repeats_seed(crew: Crew) -> Iterator[Step]:
    text = crew.seed_text()
    if text is not None:
        yield crew.note(crew.somebody(), plainly(f" {text.upper()} "), seed=True)


def _moves(crew: Crew) -> Iterator[Step]:
    thing = crew.some(lambda one: is_note(one) or one.sort in {Sort.CARD, Sort.TEXT})
    if thing is not None and thing.role is not Role.FOOTER:
        thing.put(crew.spots.anywhere())
        yield rehearsal.Moves(crew.somebody(), 0.0, Named(thing.name), at(thing.centre))


def _copies(crew: Crew) -> Iterator[Step]:
    source = crew.some(
        lambda one: (
            one.sort in {Sort.NOTE, Sort.CARD}
            and one.role in {None, Role.EXAMPLE, Role.PROMPT, Role.BLANK}
            and not one.added
        )
    )
    if source is None:
        return
    untouched = source.said is None and source.role in {Role.EXAMPLE, Role.PROMPT}
    if untouched and not crew.may_be_repeated(source):
        return
    spot = crew.spots.anywhere()
    copy = crew.made(source.sort, spot, (source.box.width, source.box.height), source.said)
    copy.seed = source.seed or untouched
    copy.tags |= source.tags
    copy.due, copy.assigned = source.due, source.assigned
    crew.written += 1
    yield rehearsal.Copies(crew.somebody(), 0.0, Named(source.name), copy.name, at(spot))


def _rewrites(crew: Crew) -> Iterator[Step]:
    thing = crew.some(is_note)
    if thing is None:
        return
    words = crew.words() if crew.happens(0.9) else plainly("")
    thing.said = words if words.plain or thing.planned else None
    thing.added.clear()
    thing.seed = False
    yield rehearsal.Edits(crew.somebody(), 0.0, Named(thing.name), words.content)


def _writes_on_ours(crew: Crew) -> Iterator[Step]:
    """Write on a blank, or over an example or a prompt; now and then what another one says."""
    thing = crew.some(lambda one: is_note(one) and one.planned is not None)
    text = crew.seed_text()
    if thing is None or text is None or thing.planned is None:
        return
    again = crew.happens(0.1) and thing.planned.text != text
    thing.said = plainly(text) if again else crew.words()
    thing.seed = again
    thing.added.clear()
    yield rehearsal.Edits(crew.somebody(), 0.0, Named(thing.name), thing.said.content)


def _types_under_example(crew: Crew) -> Iterator[Step]:
    thing = crew.some(lambda one: one.role is Role.EXAMPLE and one.said is None)
    if thing is not None:
        words = _only_words(crew)
        thing.added.append(words)
        yield rehearsal.Types(crew.somebody(), 0.0, Named(thing.name), words.content)


def _types_into_zone(crew: Crew) -> Iterator[Step]:
    zone = crew.a_zone()
    if zone is not None:
        words = _only_words(crew)
        crew.things[zone.shape_key].added.append(words)
        yield rehearsal.Types(crew.somebody(), 0.0, Named(zone.shape_key), words.content)


def _only_words(crew: Crew) -> Said:
    """Return words without a sign, each line a paragraph of its own."""
    words = crew.words()
    while words.private or words.votes or not words.content.html.startswith("<p>"):
        words = crew.words()
    return words


def _tags(crew: Crew) -> Iterator[Step]:
    thing = crew.some(
        lambda one: (
            one.sort in {Sort.NOTE, Sort.CARD} and by_people(one) and len(one.tags) < MOST_TAGS
        )
    )
    if thing is not None:
        tag = crew.chance.choice(TAGS)
        thing.tags.add(tag)
        title, colour = crew.tag_title(tag)
        yield rehearsal.Tags(crew.somebody(), 0.0, Named(thing.name), title, colour)


def _votes(crew: Crew) -> Iterator[Step]:
    """Put a dot on a note, at its edge, or between notes."""
    dot, note = crew.a_dot(), crew.some(lambda one: one.sort is Sort.NOTE)
    if dot is None or note is None:
        return
    spread = crew.chance.choice((0.3, 0.5, 0.9))
    spot = Point(
        note.centre.x + crew.chance.uniform(-spread, spread) * note.box.width,
        note.centre.y + crew.chance.uniform(-spread, spread) * note.box.height,
    )
    if crew.happens(0.3):
        copy = crew.made(Sort.DOT, spot, (DOT, DOT), None)
        yield rehearsal.Copies(crew.somebody(), 0.0, Named(dot.name), copy.name, at(spot))
    else:
        dot.put(spot)
        yield rehearsal.Moves(crew.somebody(), 0.0, Named(dot.name), at(spot))


def _drags_zone(crew: Crew) -> Iterator[Step]:
    zone = crew.a_zone()
    if zone is None or crew.ground.frames[zone.frame].id == "F0":
        return
    dx, dy = (round(crew.chance.uniform(-BOLDNESS, BOLDNESS)) for _ in range(2))
    crew.ground.drag(zone.key, dx, dy)
    shape = crew.things[zone.shape_key]
    shape.put(Point(shape.centre.x + dx, shape.centre.y + dy))
    yield rehearsal.Moves(crew.somebody(), 0.0, Named(shape.name), at(shape.centre))


def _loses_zone(crew: Crew) -> Iterator[Step]:
    zone = crew.a_zone()
    if zone is not None and crew.ground.frames[zone.frame].id != "F0":
        crew.ground.lose(zone.key)
        crew.remove(crew.things[zone.shape_key])
        yield rehearsal.Deletes(crew.somebody(), 0.0, Named(zone.shape_key))


def _reshapes(crew: Crew) -> Iterator[Step]:
    thing = crew.some(lambda one: one.sort is Sort.NOTE and one.box.width < one.box.height)
    if thing is not None:
        height = thing.box.height
        thing.box = Box.around(thing.centre, height * 350 / 228, height)
        yield rehearsal.Reshapes(crew.somebody(), 0.0, Named(thing.name), "rectangle")


def _writes_card(crew: Crew) -> Iterator[Step]:
    title = plainly(" ".join(crew.words().plain.split()))
    points = listed(crew.plan.lang, crew.chance)
    spot = crew.spots.anywhere()
    whole = Said(title.content, f"{title.plain}\n{points.plain}")
    card = crew.made(Sort.CARD, spot, CARD, whole)
    crew.written += 1
    assignee = crew.somebody() if crew.happens(0.6) else None
    card.assigned = assignee is not None
    if crew.happens(0.6):
        card.due = FIRST_DAY + timedelta(days=crew.chance.randint(0, 90))
    yield rehearsal.WritesCard(
        crew.somebody(),
        0.0,
        card.name,
        title.content,
        at(spot),
        f"{card.due.isoformat()}T00:00:00Z" if card.due else None,
        assignee,
        points.content,
    )


def _writes_text(crew: Crew) -> Iterator[Step]:
    words = listed(crew.plan.lang, crew.chance) if crew.happens(0.5) else crew.words()
    spot = crew.spots.anywhere()
    text = crew.made(Sort.TEXT, spot, (TEXT_WIDTH, 60.0), words)
    crew.written += 1
    yield rehearsal.WritesText(crew.somebody(), 0.0, text.name, words.content, at(spot), TEXT_WIDTH)


def _leaves_unread(crew: Crew) -> Iterator[Step]:
    sort = crew.chance.choice((Sort.DRAWING, Sort.IMAGE))
    spot = crew.spots.anywhere()
    thing = crew.made(sort, spot, (200.0, 200.0), None)
    kind = "image" if sort is Sort.IMAGE else "shape"
    yield rehearsal.Leaves(
        crew.somebody(), 0.0, thing.name, at(spot), kind, supported=sort is Sort.IMAGE
    )


def _deletes(crew: Crew) -> Iterator[Step]:
    thing = crew.some(
        lambda one: (by_people(one) or is_note(one) or one.role is Role.DOT) and not one.stays
    )
    if thing is not None:
        crew.remove(thing)
        yield rehearsal.Deletes(crew.somebody(), 0.0, Named(thing.name))


def _recolours(crew: Crew) -> Iterator[Step]:
    thing = crew.some(is_note)
    if thing is not None:
        colour = crew.chance.choice(COLOURS)
        yield rehearsal.Colours(crew.somebody(), 0.0, Named(thing.name), colour)


def _groups(crew: Crew) -> Iterator[Step]:
    free = [one for one in crew.things.values() if is_note(one) and not one.grouped]
    if len(free) >= MOST_GROUPED:
        chosen = crew.chance.sample(free, crew.chance.choice((2, MOST_GROUPED)))
        for one in chosen:
            one.grouped = True
        yield rehearsal.Groups(crew.somebody(), 0.0, tuple(Named(one.name) for one in chosen))


def _connects(crew: Crew) -> Iterator[Step]:
    notes = [one for one in crew.things.values() if is_note(one)]
    if len(notes) > 1:
        start, end = crew.chance.sample(notes, 2)
        yield rehearsal.Connects(crew.somebody(), 0.0, Named(start.name), Named(end.name))


Act = Callable[[Crew], Iterator[Step]]
ACTS: tuple[tuple[Act, int], ...] = (
    (_writes, 60),
    (_moves, 10),
    (_copies, 5),
    (_rewrites, 4),
    (_writes_on_ours, 5),
    (_types_under_example, 1),
    (_types_into_zone, 3),
    (_repeats_seed, 2),
    (_leaves_empty, 2),
    (_tags, 5),
    (_votes, 14),
    (_drags_zone, 2),
    (_loses_zone, 1),
    (_reshapes, 3),
    (_writes_card, 5),
    (_writes_text, 2),
    (_leaves_unread, 2),
    (_deletes, 4),
    (_recolours, 3),
    (_groups, 2),
    (_connects, 2),
)
