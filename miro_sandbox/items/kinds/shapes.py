"""Shapes: their forms, style and the defaults that were seen live rather than those documented."""

from __future__ import annotations

from miro_sandbox.content import NOTE_TAGS
from miro_sandbox.items.kinds.kind import Json, Kind, both_sides
from miro_sandbox.validation import HEX, TEXT, enum, number_text

BASIC = (
    "rectangle",
    "round_rectangle",
    "circle",
    "triangle",
    "rhombus",
    "parallelogram",
    "trapezoid",
    "pentagon",
    "hexagon",
    "octagon",
    "wedge_round_rectangle_callout",
    "star",
    "flow_chart_predefined_process",
    "cloud",
    "cross",
    "can",
    "right_arrow",
    "left_arrow",
    "left_right_arrow",
    "left_brace",
    "right_brace",
)
FLOWCHART = tuple(
    f"flow_chart_{name}"
    for name in (
        "connector",
        "magnetic_disk",
        "input_output",
        "decision",
        "delay",
        "display",
        "document",
        "magnetic_drum",
        "internal_storage",
        "manual_input",
        "manual_operation",
        "merge",
        "multidocuments",
        "note_curly_left",
        "note_curly_right",
        "note_square",
        "offpage_connector",
        "or",
        "predefined_process_2",
        "preparation",
        "process",
        "online_storage",
        "summing_junction",
        "terminator",
    )
)
FONTS = (
    "arial",
    "abril_fatface",
    "bangers",
    "eb_garamond",
    "georgia",
    "graduate",
    "gravitas_one",
    "fredoka_one",
    "nixie_one",
    "open_sans",
    "permanent_marker",
    "pt_sans",
    "pt_sans_narrow",
    "pt_serif",
    "rammetto_one",
    "roboto",
    "roboto_condensed",
    "roboto_slab",
    "caveat",
    "times_new_roman",
    "titan_one",
    "lemon_tuesday",
    "roboto_mono",
    "noto_sans",
    "plex_sans",
    "plex_serif",
    "plex_mono",
    "spoof",
    "tiempos_text",
    "formular",
)
SMALLEST = 8.0


def _created(data: Json, style: Json) -> tuple[Json, Json]:
    """Fill in what Miro was seen to answer: open_sans, and no border unless its opacity is set."""
    shape = data.get("shape", "rectangle")
    flowchart = shape in FLOWCHART
    filled = flowchart or "fillColor" in style
    return (
        {"content": "", **data, "shape": shape},
        {
            "fillColor": "#ffffff",
            "fillOpacity": "1.0" if filled else "0.0",
            "borderColor": "#1a1a1a",
            "borderOpacity": "0.0",
            "borderStyle": "normal",
            "borderWidth": "2.0",
            "color": "#1a1a1a",
            "fontFamily": "open_sans",
            "fontSize": "14",
            "textAlign": "center" if flowchart else "left",
            "textAlignVertical": "middle" if flowchart else "top",
            **style,
        },
    )


SHAPE = Kind(
    type="shape",
    path="shapes",
    noun="shape-item",
    data={"content": TEXT, "shape": enum(*BASIC, *FLOWCHART)},
    style={
        "fillColor": HEX,
        "fillOpacity": number_text(0, 1),
        "borderColor": HEX,
        "borderOpacity": number_text(0, 1),
        "borderStyle": enum("normal", "dotted", "dashed"),
        "borderWidth": number_text(1, 24),
        "color": HEX,
        "fontFamily": enum(*FONTS),
        "fontSize": number_text(10, 288),
        "textAlign": enum("left", "right", "center"),
        "textAlignVertical": enum("top", "middle", "bottom"),
    },
    sides=("width", "height", "rotation"),
    created=_created,
    size=both_sides(100.0, 100.0, SMALLEST),
    html={"content": NOTE_TAGS},
)
