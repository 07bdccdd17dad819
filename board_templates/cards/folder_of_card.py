"""Makes the files of a method folder out of a card: columns of equal width, the common rules.

The files are an ordinary method folder, to be changed by hand afterwards.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from board_templates.cards.card_checks import paused, span
from board_templates.cards.card_form import CardForm, CardWords
from board_templates.method import Lang

_LANGUAGES: tuple[Lang, ...] = ("et", "en")
_SHORTEST, _LONGEST = 15, 480
_WITH_BREAKS = 90


def folder_of_card(form: CardForm, method_id: str, card: Mapping[str, Any]) -> dict[str, str]:
    """Return the files of a method by name, from a card that has no faults."""
    zones = _zones(form, card)
    files: dict[str, Any] = {
        "method.yaml": _method(form, method_id, card, zones),
        "board.yaml": {"frames": _frames(form, zones)},
        "harvest.yaml": _harvest(zones),
        "example.yaml": {
            "brief": {lang: {"topic": _in(card["name"], lang)} for lang in _LANGUAGES}
        },
    }
    for lang in _LANGUAGES:
        files[f"texts/{lang}.yaml"] = _texts(form.texts[lang], card, zones, lang)
    made = {name: _yaml(content) for name, content in files.items()}
    return made | {f"guide/{lang}.md": _guide(form.texts[lang], card, lang) for lang in _LANGUAGES}


def _in(text: Any, lang: Lang) -> str:  # noqa: ANN401  # a text, or one in each language
    """Return a text in a language; in Estonian where it has no other."""
    return str(text.get(lang) or text["et"] if isinstance(text, Mapping) else text).strip()


def _zones(form: CardForm, card: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the areas with neutral names and colours; a table's columns share one frame."""
    given = card.get("zones") or form.zones
    return [
        {"colour": form.colours[zone["kind"]], **zone, "name": f"{zone['kind']}{number}"}
        for number, zone in enumerate(given, 1)
    ]


def _open(zones: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [zone for zone in zones if zone["kind"] != "table"]


def _columns(zones: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [zone for zone in zones if zone["kind"] == "table"]


def _place(zones: list[dict[str, Any]], zone: Mapping[str, Any]) -> str:
    """Return the id of a zone on the board: columns of a table stand in a frame of their own."""
    own = "F2" if _open(zones) else "F1"
    return f"{own if zone['kind'] == 'table' else 'F1'}.{zone['name']}"


def _method(
    form: CardForm, method_id: str, card: Mapping[str, Any], zones: list[dict[str, Any]]
) -> dict[str, Any]:
    least, most = span(card["group"]) or (2, 60)
    minutes, total = card["minutes"], sum(step["minutes"] for step in card["steps"])
    brief = [{"name": "topic", "type": "text", "required": True, "min": 3, "max": 140}]
    if _columns(zones):
        rows = {"name": "rows", "type": "int", "default": form.layout.rows, "min": 1, "max": 12}
        brief.append({**rows, "shape": True})
    return {
        "id": method_id,
        "version": 1,
        "status": "draft",
        "phase": form.phase,
        "minutes": {
            "default": minutes,
            "min": max(_SHORTEST, minutes * 2 // 3),
            "max": min(_LONGEST, minutes * 3 // 2),
        },
        "people": {"min": least, "max": most},
        "common_breaks": minutes < _WITH_BREAKS or total == paused(minutes),
        "brief": brief,
        "steps": _steps(card, zones),
        "sources": [{"et": _in(card["source"], "et"), "en": _in(card["source"], "en")}],
    }


def _steps(card: Mapping[str, Any], zones: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the steps: the first opens, the second writes, the last agrees or closes."""
    last = len(card["steps"])
    acts = any(zone["kind"] == "actions" for zone in zones)
    kinds = {1: "open", 2: "write", last: "agree" if acts else "close"}
    return [
        {
            "id": f"step{number}",
            "minutes": step["minutes"],
            "frame": "F0" if number == 1 else "F1",
            "kind": kinds.get(number, "talk"),
        }
        for number, step in enumerate(card["steps"], 1)
    ]


def _frames(form: CardForm, zones: list[dict[str, Any]]) -> list[dict[str, Any]]:
    frames: list[dict[str, Any]] = []
    layout, columns = form.layout, _columns(zones)
    if found := _open(zones):
        placed = [
            {
                "name": zone["name"],
                "box": f"row({number}, {len(found)})",
                "colour": zone["colour"],
                "npp": layout.npp,
            }
            for number, zone in enumerate(found, 1)
        ]
        frame = {"id": "F1", "width": layout.width, "height": layout.height}
        frames.append({**frame, "voting": {"kind": "plain"}, "zones": placed})
    if columns:
        share = 1 / len(columns)
        heads = [
            {
                "name": zone["name"],
                "box": f"{number * share:.4f}, {share - 0.0001:.4f}",
                "colour": zone["colour"],
                "npp": "c4",
            }
            for number, zone in enumerate(columns)
        ]
        rows = {"as": "line", "times": "rows"}
        table = {"rows": rows, "row_height": layout.row_height, "columns": heads}
        frames.append({"id": f"F{len(frames) + 1}", "width": layout.table_width, "table": table})
    return frames


def _harvest(zones: list[dict[str, Any]]) -> dict[str, Any]:
    """Return how it is read: notes of each area, rows of the table, and the actions."""
    acting = [_place(zones, zone) for zone in zones if zone["kind"] == "actions"]
    lists: dict[str, Any] = {
        zone["name"]: {"notes": {"zones": [_place(zones, zone)]}}
        for zone in zones
        if zone["kind"] == "ideas"
    }
    result: dict[str, Any] = {"topic": "brief.topic"}
    result |= {name: {"notes": name} for name in lists}
    if columns := _columns(zones):
        names = [zone["name"] for zone in columns]
        frame = _place(zones, columns[0]).partition(".")[0]
        lists["lines"] = {"rows": {"frame": frame, "cells": dict.fromkeys(names, "all")}}
        result["lines"] = {"each": "lines", "fields": {name: f"it.{name}.text" for name in names}}
    lists["agreed"] = {"actions": {"zones": acting, "everywhere": True}}
    result["actions"] = "agreed"
    rules = {place: {"kind": "actions"} for place in acting}
    return {"zones": rules, "lists": lists, "result": result, "signals": []}


def _texts(
    words: CardWords, card: Mapping[str, Any], zones: list[dict[str, Any]], lang: Lang
) -> dict[str, Any]:
    columns, ideas = _columns(zones), [zone for zone in zones if zone["kind"] == "ideas"]
    labels = {zone["name"]: _in(zone["label"], lang) for zone in zones}
    frames: dict[str, Any] = {}
    if _open(zones):
        frames["F1"] = {"title": words.write, "instruction": words.instruction}
    if columns:
        frames[f"F{len(frames) + 1}"] = {"title": words.table, "instruction": words.instruction}
    result = {"topic": words.topic, "actions": words.actions}
    result |= {zone["name"]: labels[zone["name"]] for zone in ideas}
    if columns:
        result |= {"lines": words.table_label}
        result |= {f"lines.{zone['name']}": labels[zone["name"]] for zone in columns}
    return {
        **{name: _in(card[name], lang) for name in ("name", "purpose", "use_when", "not_when")},
        "source_short": _in(card["source"], lang),
        "parameters": {"topic": words.topic, **({"rows": words.rows} if columns else {})},
        "frames": frames,
        "zones": {_place(zones, zone): _zone_text(words, zone, lang) for zone in zones},
        "steps": {
            f"step{number}": _in(step["text"], lang) for number, step in enumerate(card["steps"], 1)
        },
        "result": result,
    }


def _zone_text(words: CardWords, zone: Mapping[str, Any], lang: Lang) -> dict[str, str]:
    prompt = _in(zone["prompt"], lang) if zone.get("prompt") else ""
    if zone["kind"] == "actions" and "@" not in prompt:
        prompt = f"{prompt} {words.action_format}".strip()
    return {"label": _in(zone["label"], lang), **({"prompt": prompt} if prompt else {})}


def _guide(words: CardWords, card: Mapping[str, Any], lang: Lang) -> str:
    purpose, steps, experience, contributor = words.guide
    lines = [
        f"# {_in(card['name'], lang)}",
        "",
        f"## {purpose}",
        "",
        _in(card["purpose"], lang),
        "",
    ]
    fits, fits_not = words.fits
    lines += [f"- **{fits}:** {_in(card['use_when'], lang)}"]
    lines += [f"- **{fits_not}:** {_in(card['not_when'], lang)}", "", f"## {steps}", ""]
    for number, step in enumerate(card["steps"], 1):
        lines.append(f"{number}. {_in(step['text'], lang)} ({step['minutes']} min)")
    if card.get("experience"):
        lines += ["", f"## {experience}", "", _in(card["experience"], lang)]
    return "\n".join([*lines, "", f"## {contributor}", "", _in(card["contributor"], lang), ""])


def _yaml(content: Mapping[str, Any]) -> str:
    # Imported here: only who makes a folder needs it.
    from ruamel.yaml import YAML  # noqa: PLC0415

    yaml: Any = YAML(typ="safe", pure=True)  # its settings are untyped
    stream = io.StringIO()
    yaml.default_flow_style, yaml.allow_unicode, yaml.width = False, True, 120
    yaml.sort_base_mapping_type_on_output = False
    yaml.dump(content, stream)
    return stream.getvalue()
