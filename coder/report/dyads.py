"""Who acts on whom: the most frequent dyads as a matrix."""

from __future__ import annotations

from collections import Counter

from coder.report.figure import NARROW, Column, Figure, Scale, Spec, Table, drawings
from coder.report.source import Events

MATRIX, LISTED = 12, 100
_TITLE = "Top dyads"
Dyads = Counter[tuple[str, str]]


def dyad_matrix(events: Events) -> Figure:
    """The busiest sources and targets against each other, with a table of the most frequent dyads."""
    counts: Dyads = Counter(
        (source, target) for source, target in events.rows("source_code", "target_code") if source and target
    )
    if not counts:
        return Figure("dyads", _TITLE, "No event has both a source and a target.")
    scores: Counter[tuple[str, str]] = Counter()
    for source, target, score in events.rows("source_code", "target_code", "goldstein"):
        if source and target:
            scores[source, target] += score or 0
    first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:LISTED]
    columns = [Column("Source"), Column("Target"), Column("Events", True), Column("Mean Goldstein", True)]
    rows = [(source, target, n, f"{scores[source, target] / n:.2f}") for (source, target), n in first]
    note = f"{counts.total():,} events have a source and a target, in {len(counts):,} dyads. --- is an unknown actor."
    if len(counts) > LISTED:
        note += f" The table lists the {LISTED} most frequent."
    table = Table("dyads-table", "Dyads by number of events", columns, rows)
    return Figure("dyads", _TITLE, note, table, **drawings("dyads", _TITLE, lambda width: _spec(counts, width)))


def _axes(counts: Dyads, most: int) -> tuple[list[str], list[str]]:
    """Sources and targets of the most frequent dyads, at most so many of each, in that order."""
    sources: dict[str, None] = {}
    targets: dict[str, None] = {}
    for source, target in sorted(counts, key=lambda dyad: (-counts[dyad], dyad)):
        if len(sources.keys() | {source}) <= most and len(targets.keys() | {target}) <= most:
            sources[source] = targets[target] = None
    return list(sources), list(targets)


def _spec(counts: Dyads, width: int) -> Spec:
    most = 7 if width == NARROW else MATRIX
    sources, targets = _axes(counts, most)
    shown = {dyad: n for dyad, n in counts.items() if dyad[0] in sources and dyad[1] in targets}
    scale = Scale.of(shown.values())
    values = [
        {
            "source": source,
            "target": target,
            "events": n,
            "class": scale.label(n),
            "ink": "var(--heat-ink-high)" if scale.label(n) in scale.strong else "var(--heat-ink-low)",
            "says": f"{source} to {target}: {n:,} events",
        }
        for (source, target), n in sorted(shown.items())
    ]
    return {
        "data": {"values": values},
        "width": width,
        "height": {"step": 28},
        "encoding": {
            "x": {
                "field": "target",
                "type": "nominal",
                "scale": {"domain": targets},
                "axis": {"title": "target", "orient": "top", "labelAngle": -45, "domain": False, "labelLimit": 100},
            },
            "y": {
                "field": "source",
                "type": "nominal",
                "scale": {"domain": sources},
                "axis": {"title": "source", "domain": False, "labelLimit": 100},
            },
        },
        "layer": [
            {
                "mark": {"type": "rect", "stroke": "var(--card)"},
                "encoding": {
                    "color": scale.encoding("class", None),
                    "description": {"field": "says", "type": "nominal"},
                },
            },
            {
                "mark": {"type": "text", "fontSize": 11, "aria": False},
                "encoding": {
                    "text": {"field": "events", "format": ",d" if width != NARROW else ".3~s"},
                    "color": {"field": "ink", "type": "nominal", "scale": None},
                },
            },
        ],
    }
