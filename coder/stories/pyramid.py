"""What a long text tells behind its lead, without a day, is mostly no news.

News stands in the lead, which is why KEDS and TABARI long coded nothing but leads, and what an article adds to it has a
day or a speaker. Essays, profiles and explainers have hardly any day and nobody who said something: they take deeds of
any age as examples. And deeds (07, 08, 14, 16 to 20) of an article that tells none in its lead are how it came about:
the war behind the talks, the ban that is discussed.

In articles of any length, what a later sentence tells beside a year long past (*boycotted the vote between 2010 and
2014*) is of that year, if it names no day: a year before a noun (*the 2014 treaty*) only says which one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from coder.model import Event

_DEEDS = ("07", "08", "14", "16", "17", "18", "19", "20")
_LEADS = (*_DEEDS, "15")
_LEAD = 3  # sentences, and the headline
_ESSAY, _ARTICLE = 2500, 2000  # characters, from which a text has a lead and a body
_STRETCH = 1000  # characters, in which an article names a day or who said something, on average
_UNDATED = ("publication", None)
_BEFORE, _AFTER = timedelta(days=14), timedelta(days=7)
_OLD = timedelta(days=30)
_Lists = tuple[tuple[str, ...], ...]


class Pyramid:
    """The lead and the body of one text."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], text: str, published: date | None) -> None:
        lists = (*words.get("weekdays", ()), *words.get("news_days", ())), words.get("months", ())
        self._marks = _marks(
            (*lists, *(words.get(k, ()) for k in ("recent_times", "reporting_marks", "year_prepositions")))
        )
        self._text, self._published = text, published
        self._told = False

    @property
    def applies(self) -> bool:
        """Whether the language has the marks of reports."""
        return self._marks.reports is not None

    @property
    def _is_long(self) -> bool:
        return len(self._text) >= _ARTICLE

    def read(self, told: Sequence[Sequence[Event]]) -> None:
        """See whether the lead tells a deed, before what is told twice is merged."""
        self._told = self._told or any(
            _in_lead(e) and e.status == "asserted" and e.code.startswith(_LEADS) for events in told for e in events
        )

    def settled(self, told: Sequence[Sequence[Event]]) -> list[list[Event]]:
        """The events of each sentence; what is no news as background."""
        dated = [[self._of_its_year(e) for e in events] for events in told]
        return self._by_place(dated) if self._is_long else dated

    def _of_its_year(self, event: Event) -> Event:
        sentence = event.sentence
        if event.status != "asserted" or sentence.index <= 0 or event.attributes.date_rule not in _UNDATED:
            return event
        until = None if event.code.startswith(_LEADS) else event.trigger_start - sentence.start  # else of the topic
        if not self._names_old_year(sentence.text[:until]) or self._is_dated(sentence.text):
            return event
        return replace(event, status="past_reference", status_reason="beside a year long past, without a day")

    def _names_old_year(self, sentence: str) -> bool:
        years = (int(found["year"]) for found in self._marks.years.finditer(sentence))
        return self._published is not None and any(date(y, 12, 31) < self._published - _OLD for y in years)

    def _by_place(self, told: list[list[Event]]) -> list[list[Event]]:
        self.read(told)
        behind = [e for events in told for e in events if e.status == "asserted" and not _in_lead(e)]
        if not behind:
            return told
        if len(self._text) >= _ESSAY and self._is_essay():
            return [[self._as_told(e, "", "an essay or explainer: told without a day") for e in es] for es in told]
        if self._told:
            return told
        return [[self._as_told(e, _DEEDS, "no deed is in the lead: told without a day") for e in es] for es in told]

    def _is_essay(self) -> bool:
        said = len(self._marks.reports.findall(self._text)) if self._marks.reports is not None else 0
        return (said + self._days(self._text)) * _STRETCH < len(self._text)

    def _as_told(self, event: Event, codes: str | tuple[str, ...], reason: str) -> Event:
        if event.status != "asserted" or _in_lead(event) or not event.code.startswith(codes):
            return event
        if event.attributes.date_rule not in _UNDATED or self._is_dated(event.sentence.text):
            return event
        return replace(event, status="past_reference", status_reason=reason)

    def _is_dated(self, sentence: str) -> bool:
        return self._marks.recent.search(sentence) is not None or self._days(sentence) > 0

    def _days(self, text: str) -> int:
        """How many days of the news a text names: *on Monday*, *February 3* close to its publication."""
        dates = self._marks.dates.finditer(text)
        return len(self._marks.days.findall(text)) + sum(self._is_near(found) for found in dates)

    def _is_near(self, found: re.Match[str]) -> bool:
        if self._published is None:
            return True
        month = self._marks.months.index((found["month"] or found["before"]).casefold()[:3]) + 1
        day = int(found["day"] or found["after"])
        years = (self._published.year - 1, self._published.year, self._published.year + 1)
        return any(self._is_recent(year, month, day) for year in years)

    def _is_recent(self, year: int, month: int, day: int) -> bool:
        try:
            found = date(year, month, day)
        except ValueError:
            return False
        return self._published is not None and -_AFTER <= self._published - found <= _BEFORE


def _in_lead(event: Event) -> bool:
    return event.sentence.index < _LEAD


class _Marks:
    """The words of a language that name days and speakers."""

    def __init__(self, lists: _Lists) -> None:
        days, months, recent, reports, before_years = lists
        self.days = re.compile(_any_of(days), re.IGNORECASE)
        self.recent = re.compile(_any_of(recent), re.IGNORECASE)
        self.reports = re.compile(_any_of(reports), re.IGNORECASE) if reports else None
        self.months = tuple(dict.fromkeys(m.casefold()[:3] for m in months))
        named, year = _any_of(months), r"(?!,? (?:1[5-9]|20)\d\d)"
        dates = rf"(?P<month>{named})\.? (?P<day>\d\d?)\b{year}|\b(?P<after>\d\d?) (?P<before>{named}){year}"
        self.dates = re.compile(dates, re.IGNORECASE)
        since = rf"{_any_of(before_years)}[ -](?:{named}\.? (?:\d\d?,? )?)?"
        self.years = re.compile(rf"{since}(?P<year>(?:1[5-9]|20)\d\d)\b(?! [a-z]+ (?:of|in)\b)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _marks(lists: _Lists) -> _Marks:
    return _Marks(lists)


def _any_of(words: Sequence[str]) -> str:
    return rf"\b(?:{'|'.join(map(re.escape, words))})\b" if words else r"(?!)"
