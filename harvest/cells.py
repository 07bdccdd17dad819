"""What stands in a table cell or a text zone, by policy: a text, a number, dots, actions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from board_templates.board_spec import Name
from harvest.actions import action_of, parse_names
from harvest.due_dates import find_due
from harvest.durations import minutes_of
from harvest.periods import find_period
from harvest.placed import LiveZone
from harvest.view import Row, View
from harvest.votes import no_signs

Policy = Literal[
    "first",
    "all",
    "join",
    "text",
    "actions",
    "dots",
    "number",
    "minutes",
    "code",
    "date",
    "period",
    "planned",
]
POLICIES: Mapping[str, str] = {
    "first": "`text` is the first note's",
    "all": "`text` is all notes' texts, joined by “; ”",
    "join": "as `all`",
    "text": "`text` is what was typed into the zone, then its notes, line by line; unchanged, what "
    "the plan wrote there. `names` and `bare` part it at “@”",
    "actions": "`actions` are its notes and cards as actions, `action` the first of them",
    "dots": "`dots` is how many dots lie in it, `signs` by sign",
    "number": "`number` is the number typed there (“4”, “+4”), else the dots; null if neither",
    "minutes": "`minutes` is how long the notes there say (“20 min”, “1,5 h”, “10.00–10.20”), all "
    "together; null if none does",
    "code": "`code` is the code whose words or tag a note has, else `default`",
    "date": "`due` is the date in it, `due_text` as written, `rest` the text without it",
    "period": "`start` and `end` are the first and the last day that notes there name (“3.–28. "
    "veebruar”, “II kvartal”), null where none is; `names` and `bare` part it at “@”",
    "planned": "`text` is what the plan wrote there, unless it was written over",
}
_NUMBER = re.compile(r"(?<![\w.,+-])\+?(\d{1,6})(?![\w.,]\d|\w)")


class CellRule(BaseModel):
    """How a column is read. `codes` maps a code to the words that say it in either language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    policy: Policy
    codes: dict[Name, tuple[str, ...]] = Field(default_factory=dict)
    default: str | None = None


def _as_rule(value: object) -> object:
    return {"policy": value} if isinstance(value, str) else value


Rule = Annotated[CellRule, BeforeValidator(_as_rule)]


def cell(view: View, zones: Sequence[LiveZone], rule: CellRule) -> Row:
    """Return what stands in some zones taken together, read by a policy.

    Every cell has `text`, `texts`, `from`, `notes` and `votes`; a policy adds its own fields.

    Args:
        view: The board.
        zones: The zones of one cell; usually one, none when the cell isn't on the board.
        rule: The policy and what it needs.
    """
    notes = [row for zone in zones for row in view.notes_of(zone.plan.key)]
    return cell_with(view, zones, notes, rule)


def cell_with(view: View, zones: Sequence[LiveZone], notes: list[Row], rule: CellRule) -> Row:
    """Return what a cell holds when its notes are told, as `cell` does."""
    texts = [row["text"] for row in notes if row["text"]]
    return {
        "text": _text(view, zones, notes, texts, rule.policy),
        "texts": texts,
        "from": [row["no"] for row in notes],
        "notes": notes,
        "votes": sum(row["votes"] for row in notes),
        **_more(view, zones, notes, rule),
    }


def _text(
    view: View, zones: Sequence[LiveZone], notes: list[Row], texts: list[str], policy: Policy
) -> str | None:
    del notes
    if policy == "first":
        return texts[0] if texts else None
    if policy in {"text", "planned"}:
        return "\n".join(texts) or _planned(zones, view.written)
    return "; ".join(texts) or None


def _on_the_board(zone: LiveZone) -> str:
    return zone.plan.prefilled


def _planned(zones: Sequence[LiveZone], written: Callable[[LiveZone], str]) -> str | None:
    """Return what the plan itself wrote into a zone; a label is not it, but in a table's cell."""
    for zone in zones:
        plan = zone.plan
        said = written(zone) or (plan.prompt or plan.label if plan.row is not None else "")
        if said:
            return said
    return None


def _more(view: View, zones: Sequence[LiveZone], notes: list[Row], rule: CellRule) -> Row:
    read = _OF_NOTES.get(rule.policy)
    if read is not None:
        return read(notes, view)
    match rule.policy:
        case "dots":
            return _dots(view, zones)
        case "number":
            return {"number": _number(view, zones, notes)}
        case "code":
            return {"code": _code(notes, rule)}
        case _:
            return {}


def _actions(notes: Sequence[Row], view: View) -> Row:
    actions = actions_of(view, notes)
    return {"actions": actions, "action": actions[0] if actions else None}


def actions_of(view: View, notes: Sequence[Row]) -> list[Row]:
    """Return notes and cards as actions; private ones stay out, for their text may not be told.

    In a zone with `about` an action that only says who and when is about its row of the table.
    """
    found: list[Row] = []
    about: dict[str | None, str] = {}
    for row in notes:
        if row["text"] is not None:
            action = action_of(view.by_no[row["no"]], view.parsed(row["text"]), view.names)
            if not action["text"]:
                key = row["zone"]
                about[key] = action["text"] = about[key] if key in about else _about(view, key)
            found.append(action)
    return found


def _about(view: View, key: str | None) -> str:
    zone = view.reading.zones.get(key or "")
    column = view.rules_of(zone.plan.id).about if zone is not None else None
    if zone is None or column is None:
        return ""
    frame = zone.plan.id.partition(".")[0]
    cells = [
        other
        for other in view.zones([f"{frame}.{column}"])
        if (other.plan.frame, other.plan.row) == (zone.plan.frame, zone.plan.row)
    ]
    texts = (note["text"] for other in cells for note in view.notes_of(other.plan.key))
    said = "; ".join(text for text in texts if text)
    fixed = [other for other in cells if other.plan.colour == "chrome"]
    # An action is told once, as the board words it, whoever reads.
    return said or _planned(fixed, _on_the_board) or ""


def _dots(view: View, zones: Sequence[LiveZone]) -> Row:
    signs = no_signs()
    for zone in zones:
        for name, count in view.votes.of_zone.get(zone.plan.key, {}).items():
            signs[name] += count
    return {"dots": sum(signs.values()), "signs": signs}


def _number(view: View, zones: Sequence[LiveZone], notes: list[Row]) -> int | None:
    typed = [int(found[1]) for row in notes if (found := _NUMBER.search(row["text"] or ""))]
    if typed:
        return sum(typed)
    dots: int = _dots(view, zones)["dots"]
    return dots or None


def _minutes(notes: Sequence[Row], view: View) -> Row:
    del view
    said = [minutes for row in notes if (minutes := minutes_of(row["text"] or "")) is not None]
    return {"minutes": sum(said) if said else None}


def _code(notes: list[Row], rule: CellRule) -> str | None:
    tagged = [str(tag) for row in notes for tag in row["tags"] if tag in rule.codes]
    if tagged:
        return tagged[0]
    text = " ".join(folded_words(row["text"] or "") for row in notes)
    said = [
        (len(word), code)
        for code, words in rule.codes.items()
        for word in words
        if folded_words(word) in text
    ]
    return max(said)[1] if said else rule.default


def folded_words(text: str) -> str:
    """Return the text in one case with single spaces."""
    return " ".join(text.casefold().split())


def dates_of(notes: Sequence[Row], view: View) -> Row:
    """Return the first date in some notes, and their text without it."""
    rest: list[str] = []
    due = due_text = None
    for row in notes:
        text = row["text"] or ""
        found = find_due(text, view.session) if due is None else None
        if found is not None:
            due, due_text = found.due.isoformat(), found.text
            text = (text[: found.start] + text[found.end :]).strip(" ,;·–-/\n")
        if text:
            rest.append(text)
    return {"due": due, "due_text": due_text, "rest": "; ".join(rest) or None}


def _period(notes: Sequence[Row], view: View) -> Row:
    spans = [find_period(row["text"] or "", view.session) for row in notes]
    starts = [span.since for span in spans if span is not None and span.since is not None]
    ends = [span.due for span in spans if span is not None]
    return {
        "start": min(starts).isoformat() if starts else None,
        "end": max(ends).isoformat() if ends else None,
        **_named(notes, view),
    }


def _named(notes: Sequence[Row], view: View) -> Row:
    del view
    names: list[str] = []
    bare: list[str] = []
    for row in notes:
        found, left = parse_names(row["text"] or "")
        names += found
        if left:
            bare.append(left)
    return {"names": names, "name": ", ".join(names) or None, "bare": "\n".join(bare) or None}


_OF_NOTES: Mapping[Policy, Callable[[Sequence[Row], View], Row]] = {
    "actions": _actions,
    "date": dates_of,
    "minutes": _minutes,
    "period": _period,
    "text": _named,
}


def columns_of(zones: Sequence[LiveZone]) -> dict[str, list[LiveZone]]:
    """Return zones by their own names, the frame's left out (`who` of `F3.who`)."""
    found: dict[str, list[LiveZone]] = {}
    for zone in zones:
        found.setdefault(zone.plan.id.partition(".")[2], []).append(zone)
    return found
