"""The balance of cooperation and conflict: events by quad class."""

from __future__ import annotations

from collections import Counter

from coder.report.figure import CATEGORIES, NARROW, Column, Figure, Spec, Table, drawings, share
from coder.report.source import Events

CLASSES = {1: "Verbal cooperation", 2: "Material cooperation", 3: "Verbal conflict", 4: "Material conflict"}
_COLOURS = {1: CATEGORIES[0], 2: CATEGORIES[2], 3: CATEGORIES[4], 4: CATEGORIES[1]}
_TITLE = "Cooperation and conflict"


def quad_classes(events: Events) -> Figure:
    """Bars of the four quad classes with their mean Goldstein score."""
    counts: Counter[int] = Counter(quad for quad in events["quad_class"] if quad in CLASSES)
    if not counts:
        return Figure("quad", _TITLE, "There are no events with a quad class.")
    scores: Counter[int] = Counter()
    scored: Counter[int] = Counter()
    for quad, score in events.rows("quad_class", "goldstein"):
        if quad in CLASSES and score is not None:
            scores[quad] += score
            scored[quad] += 1
    total = counts.total()
    columns = [Column("Quad class"), Column("Events", True), Column("Share", True), Column("Mean Goldstein", True)]
    rows = [
        (f"{quad} {name}", counts[quad], share(counts[quad], total), _mean(scores[quad], scored[quad]))
        for quad, name in CLASSES.items()
    ]
    note = "Quad classes of CAMEO; the Goldstein score runs from -10 (conflict) to 10 (cooperation)."
    table = Table("quad-table", _TITLE, columns, rows)
    return Figure("quad", _TITLE, note, table, **drawings("quad", _TITLE, lambda width: _spec(counts, width)))


def _mean(total: float, count: int) -> str:
    return f"{total / count:.2f}" if count else ""


def _spec(counts: Counter[int], width: int) -> Spec:
    total = counts.total()
    values = [
        {
            "class": name,
            "events": counts[quad],
            "text": f"{counts[quad]:,} ({share(counts[quad], total)})",
            "says": f"{name}: {counts[quad]:,} events, {share(counts[quad], total)}",
        }
        for quad, name in CLASSES.items()
    ]
    names = list(CLASSES.values())
    narrow = width == NARROW
    bar = {"type": "bar", "height": 20, "yOffset": 8 if narrow else 0}
    label = {"type": "text", "align": "left", "dx": 6, "yOffset": 8 if narrow else 0}
    return {
        "data": {"values": values},
        "width": width,
        "height": {"step": 44 if narrow else 34},
        "encoding": {
            "y": {
                "field": "class",
                "type": "nominal",
                "scale": {"domain": names},
                "axis": _name_axis(narrow),
            },
            "x": {
                "field": "events",
                "type": "quantitative",
                "scale": {"domainMax": max(counts.values()) * (1.6 if narrow else 1.2)},
                "axis": None,
            },
        },
        "layer": [
            {
                "mark": bar,
                "encoding": {
                    "color": {
                        "field": "class",
                        "type": "nominal",
                        "scale": {"domain": names, "range": list(_COLOURS.values())},
                        "legend": None,
                    },
                    "description": {"field": "says", "type": "nominal"},
                },
            },
            {"mark": label, "encoding": {"text": {"field": "text"}}},
        ],
    }


def _name_axis(narrow: bool) -> Spec:
    """Names stand before the bars, on a phone above them."""
    axis: Spec = {"title": None, "ticks": False, "domain": False, "labelLimit": 200}
    if narrow:
        axis |= {"labelAlign": "left", "labelOffset": -12, "labelPadding": 0, "maxExtent": 0}
    return axis
