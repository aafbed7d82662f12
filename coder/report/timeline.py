"""Events over time, by CAMEO root and by ACLED type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from coder.ontology import Ontology
from coder.report.figure import CATEGORIES, NARROW, PADDING, Column, Figure, Scale, Spec, Table, drawings
from coder.report.periods import Periods
from coder.report.source import Events

Counts = Counter[tuple[str, str]]
Draw = Callable[[Periods, dict[str, str], Counts], Callable[[int], Spec]]
ACLED_TYPES = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
)


def by_root(events: Events, ontology: Ontology) -> Figure:
    """Counts of each root in each period, as a heat map."""
    pairs = [(day, root) for day, root in events.rows("event_date", "event_root") if root]
    names = {root: ontology.label(root) or "" for root in sorted({root for _, root in pairs})}
    return _figure("roots", "Events over time by CAMEO root", pairs, names, _heat_map)


def by_acled_type(events: Events) -> Figure:
    """Counts of each ACLED type in each period, as stacked bars."""
    pairs = [(day, kind) for day, kind in events.rows("event_date", "acled_event_type") if kind]
    known = {kind for _, kind in pairs}
    kinds = [kind for kind in ACLED_TYPES if kind in known] + sorted(known - set(ACLED_TYPES))
    title = "Events over time by ACLED event type"
    return _figure("acled", title, pairs, dict.fromkeys(kinds, ""), _bars)


def _figure(
    name: str, title: str, pairs: Sequence[tuple[str | None, str]], names: dict[str, str], draw: Draw
) -> Figure:
    dated = [(date.fromisoformat(day), kind) for day, kind in pairs if day]
    undated = ""
    if len(dated) < len(pairs):
        undated = f"{len(pairs) - len(dated):,} of {len(pairs):,} have no event date and are not shown."
    if not dated:
        return Figure(name, title, undated or "There are no such events.")
    periods = Periods.over({day for day, _ in dated})
    counts = Counter((periods.label(day), kind) for day, kind in dated)
    labels = {kind: f"{kind} {label}".strip() for kind, label in names.items()}
    table = _table(name, f"{title}, by {periods.unit}", periods, labels, counts)
    note = f"{len(dated):,} events by {periods.unit} of the event. {undated}"
    return Figure(name, title, note, table, **drawings(name, title, draw(periods, labels, counts)))


def _table(name: str, caption: str, periods: Periods, labels: dict[str, str], counts: Counts) -> Table:
    columns = [Column(periods.unit.capitalize()), *(Column(label, True) for label in labels.values())]
    rows = [(period, *(counts[period, kind] for kind in labels)) for period in periods.labels]
    return Table(f"{name}-table", caption, columns, rows)


def _values(counts: Counts, labels: dict[str, str]) -> Iterable[tuple[str, str, int]]:
    return ((period, labels[kind], count) for (period, kind), count in sorted(counts.items()))


def _heat_map(periods: Periods, labels: dict[str, str], counts: Counts) -> Callable[[int], Spec]:
    scale = Scale.of(counts.values())
    values = [
        {"period": period, "kind": kind, "events": count, "class": scale.label(count)}
        for period, kind, count in _values(counts, labels)
    ]

    def spec(width: int) -> Spec:
        axis: Spec = {"title": None, "ticks": False, "domain": False, "grid": True, "tickBand": "extent"}
        axis["labelLimit"] = 110 if width == NARROW else 260
        legend: Spec = {"orient": "top", "title": "events", "direction": "horizontal", "symbolType": "square"}
        if width == NARROW:
            legend["columns"] = 3
        return {
            "data": {"values": values},
            "width": width,
            "padding": PADDING if width == NARROW else {**PADDING, "left": _FONTS},
            "height": {"step": 22},
            "mark": {"type": "rect", "stroke": "var(--card)"},
            "encoding": {
                "x": periods.axis(width),
                "y": {
                    "field": "kind",
                    "type": "nominal",
                    "scale": {"domain": list(labels.values())},
                    "axis": axis,
                },
                "color": scale.encoding("class", legend),
                "description": _description(),
            },
            "transform": _SENTENCE,
        }

    return spec


# Pixels on the left of long labels: a reader's font may be wider than the one that they were measured with.
_FONTS = 64

# What hovering over a mark says.
_SENTENCE: list[Spec] = [{"calculate": "datum.period + ', ' + datum.kind + ': ' + datum.events", "as": "says"}]


def _description() -> Spec:
    return {"field": "says", "type": "nominal"}


def _bars(periods: Periods, labels: dict[str, str], counts: Counts) -> Callable[[int], Spec]:
    kinds = list(labels.values())
    values = [
        {"period": period, "kind": kind, "events": count, "order": kinds.index(kind)}
        for period, kind, count in _values(counts, labels)
    ]

    def spec(width: int) -> Spec:
        legend = {"orient": "top", "title": None, "columns": 1 if width == NARROW else 3, "symbolType": "square"}
        colours = [CATEGORIES[number % len(CATEGORIES)] for number in range(len(kinds))]
        return {
            "data": {"values": values},
            "width": width,
            "height": 260,
            "mark": {"type": "bar", "stroke": "var(--card)"},
            "encoding": {
                "x": periods.axis(width),
                "y": {
                    "field": "events",
                    "type": "quantitative",
                    "axis": {"title": None, "format": ",d", "tickMinStep": 1},
                },
                "color": {
                    "field": "kind",
                    "type": "nominal",
                    "scale": {"domain": kinds, "range": colours},
                    "legend": legend,
                },
                "order": {"field": "order", "type": "quantitative"},
                "description": _description(),
            },
            "transform": _SENTENCE,
        }

    return spec
