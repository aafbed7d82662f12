"""Days to days, weeks, months, quarters, years or decades: the finest that gives few enough bars."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

MOST = 60


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _quarter(day: date) -> str:
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


# Name, label of a day's period, the number of days that none is shorter than.
_UNITS: tuple[tuple[str, Callable[[date], str], int], ...] = (
    ("day", date.isoformat, 1),
    ("week", _week, 7),
    ("month", lambda day: f"{day:%Y-%m}" if day.year > 999 else f"{day.year:04}-{day.month:02}", 28),
    ("quarter", _quarter, 90),
    ("year", lambda day: f"{day.year:04}", 365),
    ("decade", lambda day: f"{day.year // 10:03}0s", 3652),
)


@dataclass(frozen=True, slots=True)
class Periods:
    """A division of time: ``unit`` names it, ``labels`` are all its periods in order, those without events too."""

    unit: str
    label: Callable[[date], str]
    labels: tuple[str, ...]

    @classmethod
    def over(cls, days: Collection[date], unit: str | None = None) -> Periods:
        """The finest division with at most ``MOST`` periods between the first and the last day, or the one asked for.

        ``days`` must not be empty.
        """
        first, last = min(days), max(days)
        known = [u for u in _UNITS if u[0] == unit] or [
            u for u in _UNITS if (last - first).days // u[2] < MOST or u is _UNITS[-1]
        ]
        name, label, shortest = known[0]
        labels: dict[str, None] = {}
        day = first
        while day < last and (last - day).days > shortest:
            labels[label(day)] = None
            day += timedelta(shortest)
        labels[label(day)] = None
        labels[label(last)] = None
        return cls(name, label, tuple(labels))

    def axis(self, width: int) -> dict[str, Any]:
        """The Vega-Lite encoding of the field ``period`` along the foot of a chart of this width in pixels."""
        axis = {"labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 8, "title": None, "ticks": False}
        axis |= {"labelPadding": 6, "labelBound": True}
        if len(self.labels) <= width // 90:
            axis["labelOverlap"] = False
        return {"field": "period", "type": "ordinal", "scale": {"domain": list(self.labels)}, "axis": axis}
