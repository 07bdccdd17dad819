"""The general readings, by name: what harvest.yaml may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from harvest.readings import (
    actions,
    by_title,
    clusters,
    dates,
    frames,
    grid,
    group_by,
    kinds,
    labelled,
    links,
    match,
    mentions,
    named_for,
    notes,
    numbered,
    pairs,
    parts,
    people,
    ratings,
    reaches,
    rotation,
    rows,
    split,
    tally,
    text,
    themes,
    touching,
    zones,
)
from harvest.readings.base import Reading

READINGS: Mapping[str, Reading[Any]] = {
    module.READING.name: module.READING
    for module in (
        notes,
        zones,
        rows,
        frames,
        tally,
        clusters,
        text,
        labelled,
        dates,
        named_for,
        people,
        actions,
        pairs,
        links,
        rotation,
        numbered,
        grid,
        reaches,
        split,
        parts,
        mentions,
        ratings,
        kinds,
        touching,
        group_by,
        match,
        by_title,
        themes,
    )
}
"""All readings: those over the board first, then those over earlier lists, joins last."""
