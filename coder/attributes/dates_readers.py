"""The days that time expressions mean, seen from the day of publication: a reader for each kind of expression.

A bare weekday is the last one, the day of publication included ("on Tuesday" in Tuesday's news is today); in the
future it is the next one. A week, a month or a year is dated at its middle (at its first or last day when the text says
early or late), but an act that is told of as past never after the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from coder.attributes import time_words as words

Precision = Literal["day", "week", "month", "year", "publication"]
Resolved = tuple[date, Precision, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against."""

    published: date | None
    future: bool


Reader = Callable[[re.Match[str], Context], Resolved | None]


def _month(name: str) -> int:
    return words.MONTHS[re.sub(r"\s+", " ", name.lower().rstrip("."))]


def full(match: re.Match[str], _: Context) -> Resolved:
    """*5 August 2023*."""
    return date(int(match["year"]), _month(match["month"]), int(match["day"])), "day", "date"


def iso(match: re.Match[str], _: Context) -> Resolved:
    """*2023-08-05* and *5/8/2023*."""
    return date(int(match["year"]), int(match["number"]), int(match["day"])), "day", "date"


def day_month(match: re.Match[str], context: Context) -> Resolved | None:
    """*5 August*: the nearest one, in the past if the act is."""
    if context.published is None:
        return None
    day = date(context.published.year, _month(match["month"]), int(match["day"]))
    return _nearest_year(day, context), "day", "date without a year"


def _nearest_year(day: date, context: Context) -> date:
    published = context.published
    if published is None:
        return day
    if context.future:
        return day if day >= published else day.replace(year=day.year + 1)
    return day if day <= published else day.replace(year=day.year - 1)


def month_year(match: re.Match[str], context: Context) -> Resolved:
    """*In (early) May 2015*."""
    day = _in_month(int(match["year"]), _month(match["month"]), match.groupdict().get("part"), context)
    return day, "month", "month"


def month_only(match: re.Match[str], context: Context) -> Resolved | None:
    """*In May*: the last one; of what is to come the next."""
    published = context.published
    if published is None:
        return None
    month, year = _month(match["month"]), published.year
    if match.groupdict().get("last_year"):
        year -= 1
    elif context.future:
        year += month < published.month
    else:
        year -= month > published.month
    return _in_month(year, month, match.groupdict().get("part"), context), "month", "month without a year"


def _in_month(year: int, month: int, part: str | None, context: Context) -> date:
    said = (part or "").lower()
    if said in words.EARLY:
        return _not_ahead(date(year, month, 1), context)
    if said in words.LATE:
        following = date(year + month // 12, month % 12 + 1, 1)
        return _not_ahead(following - timedelta(days=1), context)
    return _not_ahead(date(year, month, 15), context)


def _not_ahead(day: date, context: Context) -> date:
    """What is told of as past did not happen after the day of publication (in the same month or year)."""
    published = context.published
    if published is None or context.future or day <= published or day.year != published.year:
        return day
    return published


def whole_year(match: re.Match[str], context: Context) -> Resolved:
    """*In 2003*: its middle."""
    return _not_ahead(date(int(match["year"]), 7, 1), context), "year", "year"


def part_of_year(match: re.Match[str], context: Context) -> Resolved:
    """*In early 2003*: its first quarter, at its middle; *late*, its last."""
    return _not_ahead(date(int(match["year"]), _at(match, 2, 7, 11), 15), context), "year", "part of a year"


def decade(match: re.Match[str], context: Context) -> Resolved | None:
    """*In the late 1990s*, at the middle of what is named; the decade that still runs dates nothing."""
    said = match["decade"].lower().lstrip("'\u2019").rstrip("s").removesuffix("ات").removesuffix("ي")
    years = int(said) if said.isdecimal() else words.DECADES[said]
    start = years if years >= 1000 else _century(match.groupdict().get("century"), context) + years
    return _in_period(start, 10, match, context, "decade")


def century(match: re.Match[str], context: Context) -> Resolved | None:
    """*In the 19th century*, at its middle; the century that still runs dates nothing."""
    return _in_period(_century(match["century"], context), 100, match, context, "century")


def _century(said: str | None, context: Context) -> int:
    """Its first year; of decades that name none it is the twentieth."""
    if said is None:
        return 1900
    if said in words.LAST:  # without a day of publication nothing comes of it
        return ((context.published or date.max).year // 100 - 1) * 100
    return (int(said) - 1 if said.isdecimal() else words.CENTURIES[" ".join(said.lower().split())] - 1) * 100


def _in_period(start: int, years: int, match: re.Match[str], context: Context, rule: str) -> Resolved | None:
    if context.published is None or start + years > context.published.year:
        return None
    return date(start + years * _at(match, 2, 5, 8) // 10, 7, 1), "year", rule


def _at(match: re.Match[str], early: int, middle: int, late: int) -> int:
    part = (match.groupdict().get("part") or "").lower()
    return early if part in words.EARLY else late if part in words.LATE else middle


def ordinal_day(match: re.Match[str], context: Context) -> Resolved | None:
    """الخامس من أغسطس, with or without a year."""
    day = words.ORDINALS[" ".join(match["ordinal"].split())]
    month, year = _month(match["month"]), match["year"]
    if year is not None:
        return date(int(year), month, day), "day", "date"
    if context.published is None:
        return None
    return _nearest_year(date(context.published.year, month, day), context), "day", "date without a year"


def weekday(match: re.Match[str], context: Context) -> Resolved | None:
    """In news a bare weekday is the last one, the day of publication included; with "last" it lies before that day."""
    if context.published is None:
        return None
    number = words.WEEKDAYS[match["weekday"].lower()]
    side = (match["side"] or "").lower()
    back = (context.published.weekday() - number) % 7
    if side in words.NEXT or (context.future and side not in words.LAST):
        return context.published + timedelta(days=-back % 7 or 7), "day", "weekday ahead"
    if side in words.LAST and back == 0:
        back = 7
    return context.published - timedelta(days=back), "day", "last weekday" if side in words.LAST else "weekday"


def days_off(days: int, rule: str, precision: Precision = "day") -> Reader:
    """A reader of words that say a day by its distance: *yesterday*."""

    def read(_: re.Match[str], context: Context) -> Resolved | None:
        return None if context.published is None else (context.published + timedelta(days=days), precision, rule)

    return read


def ago(match: re.Match[str], context: Context) -> Resolved | None:
    """*Three weeks ago*."""
    if context.published is None:
        return None
    unit, count = words.UNITS[match["unit"].lower()]
    said = match["count"]
    if said is None and match["unit"] in words.PLURAL_UNITS:
        return None
    number = count if said is None else (int(said) if said.isdecimal() else words.COUNTS[said.lower()]) * count
    return _back(context.published, unit, number, "ago")


def from_day(match: re.Match[str], context: Context) -> Resolved | None:
    """So long before or after a day that is named: *about a month before the Nov. 8 election*."""
    named = full(match, context) if match["year"] else day_month(match, context)
    if named is None:
        return None
    unit, count = words.UNITS[match["unit"].lower()]
    said = match["count"]
    number = (int(said) if said.isdecimal() else words.COUNTS[said.lower()]) * count
    if match["side"].lower() == "before":
        return _back(named[0], unit, number, "before a day")
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[unit] * number
    return named[0] + timedelta(days=days), "day" if unit == "day" else "month", "after a day"


def last_period(match: re.Match[str], context: Context) -> Resolved | None:
    """*Last month*; the last week is the one that ended on Sunday."""
    published = context.published
    if published is None:
        return None
    unit = words.UNITS[match["unit"].lower()][0]
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        return monday - timedelta(days=4), "week", "last period"
    return _back(published, unit, 1, "last period")


_SEASONS = {"winter": 1, "spring": 4, "summer": 7, "autumn": 10, "fall": 10}  # by a month in the middle
_SEASON = timedelta(days=45)


def last_season(match: re.Match[str], context: Context) -> Resolved | None:
    """*Last summer*, at its middle: the one that is over; seasons are those of the north."""
    published = context.published
    if published is None:
        return None
    day = date(published.year, _SEASONS[match["season"].lower()], 15)
    return day if day + _SEASON <= published else day.replace(year=day.year - 1), "year", "last period"


def _back(published: date, unit: str, number: int, rule: str) -> Resolved:
    if unit == "day":
        return published - timedelta(days=number), "day", rule
    if unit == "week":
        return published - timedelta(weeks=number), "week", rule
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        return date(months // 12, months % 12 + 1, 15), "month", rule
    return date(published.year - number, 7, 1), "year", rule


def weekend(match: re.Match[str], context: Context) -> Resolved | None:
    """The weekend that began on the last Saturday."""
    if context.published is None:
        return None
    back = (context.published.weekday() - 5) % 7
    return context.published - timedelta(days=back), "week", "weekend"


def nothing(match: re.Match[str], context: Context) -> Resolved | None:
    """An expression of time that dates no event: the whole stretch up to now, or some time in it."""
    return None


OVERNIGHT = days_off(0, "relative day")
