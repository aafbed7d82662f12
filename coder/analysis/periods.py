"""Days, weeks, months, quarters and years as the periods of a panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

Period = Literal["day", "week", "month", "quarter", "year"]
PERIODS: tuple[Period, ...] = ("day", "week", "month", "quarter", "year")
# From fine to coarse: a date of a precision can be put into a period at least as long. A publication date is a day.
_PRECISIONS = {"day": 0, "publication": 0, "week": 1, "month": 2, "year": 4}


def fits(precision: str | None, period: Period) -> bool:
    """Whether a date of this precision falls into one period for sure; a week counts by its middle."""
    return _PRECISIONS.get(precision or "day", 0) <= PERIODS.index(period)


def start_of(day: date, period: Period) -> date:
    """The first day of the period; weeks begin on Monday."""
    if period == "week":
        return day - timedelta(days=day.weekday())
    if period == "month":
        return day.replace(day=1)
    if period == "quarter":
        return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return day.replace(month=1, day=1) if period == "year" else day


def label(start: date, period: Period) -> str:
    """2024-08-05, 2024-W32 (ISO week), 2024-08, 2024-Q3 or 2024."""
    if period == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}"
    if period == "quarter":
        return f"{start.year}-Q{(start.month + 2) // 3}"
    return start.isoformat()[: {"day": 10, "month": 7, "year": 4}[period]]


def periods(first: date, last: date, period: Period) -> Iterator[date]:
    """The first days of all periods from that of ``first`` to that of ``last``."""
    start = start_of(first, period)
    while start <= last:
        yield start
        longest = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[period]
        start = start_of(start + timedelta(days=longest), period)
