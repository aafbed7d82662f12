"""Reported deaths by month; those of an incident are counted once."""

from __future__ import annotations

from collections import Counter
from datetime import date

from coder.report.figure import CATEGORIES, Column, Figure, Spec, Table, drawings
from coder.report.periods import Periods
from coder.report.source import Events

_TITLE = "Reported deaths"


def deaths_by_incident(events: Events) -> dict[str, tuple[str | None, int]]:
    """The deaths of each incident that reports any, and its day: the largest number that a row of it gives."""
    found: dict[str, tuple[str | None, int]] = {}
    for incident, event, day, number in events.rows("incident_id", "event_id", "event_date", "fatalities"):
        if number is None:
            continue
        known = found.get(incident or event)
        if known is None or number > known[1]:
            found[incident or event] = (day or (known[0] if known else None), number)
    return found


def deaths_by_month(events: Events) -> Figure:
    """Bars of deaths by month (or by a longer period where there are many months)."""
    incidents = deaths_by_incident(events)
    if not incidents:
        return Figure("deaths", _TITLE, "No event reports deaths.")
    dated = [(date.fromisoformat(day), number) for day, number in incidents.values() if day]
    total, shown = sum(number for _, number in incidents.values()), sum(number for _, number in dated)
    note = f"{total:,} deaths in {len(incidents):,} incidents; an incident counts once, however many rows it has."
    if total > shown:
        note += f" {total - shown:,} of them have no date and are not shown."
    if not dated:
        return Figure("deaths", _TITLE, note)
    days = {day for day, _ in dated}
    by_month = Periods.over(days, "month")
    periods = by_month if len(by_month.labels) <= 120 else Periods.over(days)
    counts: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for day, number in dated:
        counts[periods.label(day)] += number
        reports[periods.label(day)] += 1
    title = f"{_TITLE} by {periods.unit}"
    columns = [Column(periods.unit.capitalize()), Column("Deaths", True), Column("Incidents with deaths", True)]
    rows = [(label, counts[label], reports[label]) for label in periods.labels]
    table = Table("deaths-table", title, columns, rows)
    return Figure(
        "deaths", title, note, table, **drawings("deaths", title, lambda width: _spec(periods, counts, width))
    )


def _spec(periods: Periods, counts: Counter[str], width: int) -> Spec:
    values = [{"period": p, "deaths": counts[p], "says": f"{p}: {counts[p]:,} deaths"} for p in periods.labels]
    return {
        "data": {"values": values},
        "width": width,
        "height": 200,
        "mark": {"type": "bar", "fill": CATEGORIES[1], "stroke": "var(--card)"},
        "encoding": {
            "x": periods.axis(width),
            "y": {
                "field": "deaths",
                "type": "quantitative",
                "axis": {"title": None, "format": ",d", "tickMinStep": 1},
            },
            "description": {"field": "says", "type": "nominal"},
        },
    }
