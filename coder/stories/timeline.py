"""What goes on with an old tale: sentences without a time of their own behind one that tells of old times.

*The government imposed emergency rule in 2016. It arrested thousands of officers.* The second sentence is as old as the
first. News that follows such a passage names a day or a speaker, or is no deed of force and has a subject of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from coder.acts.background import STATE
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.acts.incidents import FORCE_ROOTS
from coder.model import Analysis, Event, Predicate
from coder.stories.triggers import predicate_of

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DECADE = re.compile(r"\b(?:1[5-9]|20)\d0s\b")
_NEWS_AGE = timedelta(days=60)
_NEWS, _OLD = "news", "old"
_PERFECT = ("has", "have")
_REACTIONS = ("01", "11")  # told without a day, also behind the history of what is condemned
_NEAR, _CHRONICLE = 4, 4  # a chronicle: at least so many old times, none further from the next
_LINK = re.compile(r"\((\d\d)\.(\d\d)\.((?:19|20)\d\d)\)")
_WINDOW = timedelta(days=30)
_GOES_ON = 2  # sentences behind one with an old time
_OWN_DATES = ("publication", None)


class Timeline:
    """Tells which sentences of a story go on with an old tale. ``words``: whether its language has the marks of one."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], published: date | None) -> None:
        self.published = published
        self._told = (*CONTENTIOUS_ROOTS, *words.get("told_roots", ()))
        self.words = words.get("old_time_marks", ())
        self._marks = re.compile("|".join(rf"\b{re.escape(w)}" for w in self.words) or r"(?!)", re.IGNORECASE)
        remembering = "|".join(map(re.escape, words.get("remembering_marks", ())))
        self._remembers = re.compile(rf"\b(?:{remembering})" if remembering else r"(?!)", re.IGNORECASE)
        times = "|".join(map(re.escape, words.get("ranked_times", ())))
        self._months = _months(words)
        openers = "|".join(map(re.escape, words.get("sequel_openers", ())))
        self._follows = re.compile(rf"[\"“'‘]?(?:{openers})\b" if openers else r"(?!)", re.IGNORECASE)
        self._again = re.compile(rf"\b(?:{times})\b" if times else r"(?!)", re.IGNORECASE)
        days = (*words.get("weekdays", ()), *words.get("news_days", ()), *words.get("report_marks", ()))
        self._news = re.compile(rf"\b(?:{'|'.join(map(re.escape, days))})\b", re.IGNORECASE)

    def settled(
        self, sentences: Iterable[tuple[int, str]], told: Mapping[int, tuple[Analysis, Sequence[Event]]]
    ) -> dict[int, list[Event]]:
        """The events of each sentence; those that go on with an old tale as background.

        ``sentences``: position and text of all sentences of the text; ``told``: analyses and events by position.
        """
        found = {p: list(events) for p, (_, events) in told.items()}
        if self._is_told_in_the_present(told):
            found = {p: [self._as_news(e) for e in events] for p, events in found.items()}
        since = _GOES_ON + 1
        sentences = list(sentences)
        for position in self._old_links(sentences) & found.keys():
            found[position] = [_as_linked(e) for e in found[position]]
        times = [self._time_of(text, found.get(position, ())) for position, text in sentences]
        chronicled = _chronicled(times)
        for i, (position, text) in enumerate(sentences):
            news, old = times[i] == _NEWS, times[i] == _OLD
            if position in found and i in chronicled:
                analysis, _ = told[position]
                found[position] = [_as_chronicled(analysis, e) for e in found[position]]
            remembered = self._remembers.search(text)
            if remembered is not None and position in found:
                analysis, _ = told[position]
                found[position] = [_as_remembered(analysis, e, remembered.end()) for e in found[position]]
            if position in found and (again := self._again.search(text)) is not None:
                analysis, _ = told[position]
                found[position] = [_as_ranked(analysis, e, again.end()) for e in found[position]]
            if i and not news and position in found and self._follows_old(text, sentences[i - 1][1]):
                analysis, _ = told[position]
                found[position] = [self._as_sequel(analysis, e) for e in found[position]]
                old = True
            if old or remembered is not None:
                since = 0
                continue
            since = _GOES_ON + 1 if news else since + 1
            if since <= _GOES_ON and position in told:
                analysis, _ = told[position]
                found[position] = [self._as_old(analysis, e) for e in found[position]]
                if any(e.status == "asserted" for e in found[position]):
                    since = _GOES_ON + 1
        return found

    def _time_of(self, text: str, events: Sequence[Event]) -> str | None:
        """Whether a sentence names a day of the news, or old times without telling any; None for neither."""
        if self._news.search(text) is not None:
            return _NEWS
        asserted = any(e.status == "asserted" for e in events)
        return _OLD if not asserted and self._is_old(text) else None

    def _old_links(self, sentences: Sequence[tuple[int, str]]) -> set[int]:
        """Sentences that point to older stories: the day in brackets, behind one, begins the next.

        Where the next has none, its own counts: a list of links is in the order of its days.
        """
        if self.published is None or not any("(" in text[:1] for _, text in sentences):
            return set()
        days = {position: day for position, text in sentences if (day := _linked_day(text)) is not None}
        old = self.published - _WINDOW
        return {p for q in days for p in (q - 1, q) if p + 1 == q or p + 1 not in days if days[q] < old}

    @staticmethod
    def _is_told_in_the_present(told: Mapping[int, tuple[Analysis, Sequence[Event]]]) -> bool:
        """Whether the first sentence of the text tells a deed in the simple present (*Soldiers storm a hospital*)."""
        analysis, events = next(((a, e) for a, e in told.values() if a.sentence.index == 0), (None, ()))
        deeds = (e for e in events if e.status == "asserted" and e.code[:2] in CONTENTIOUS_ROOTS)
        verbs = (_verb_of(analysis, e) for e in deeds if analysis is not None)
        return any(v is not None and v.tense == "present" and v.voice == "active" for v in verbs)

    @staticmethod
    def _as_news(event: Event) -> Event:
        if event.status_reason != STATE or event.code[:2] not in CONTENTIOUS_ROOTS:
            return event
        return replace(event, status="asserted", status_reason=None)

    def _is_old(self, text: str) -> bool:
        if self._marks.search(text) or _DECADE.search(text):
            return True
        if self.published is None:
            return False
        recent = (self.published - _NEWS_AGE).year
        years = _YEAR.findall(text)
        return any(int(year) < recent for year in years) or (not years and self._names_old_month(text))

    def _names_old_month(self, text: str) -> bool:
        """*On October 2nd*, *last December* in a text of March, not *by September* or *will meet in June*."""
        if self.published is None or not any(map(self._is_long_past, self._months.named.finditer(text))):
            return False
        return self._months.ahead.search(text) is None

    def _is_long_past(self, found: re.Match[str]) -> bool:
        published = self.published
        if published is None:
            return False
        month = self._months.names.index(found["month"].casefold()[:3]) + 1
        try:
            day = date(published.year, month, int(found["day"] or 28))
            last = day if day <= published else day.replace(year=day.year - 1)
        except ValueError:  # no such day, as the 29th of February of most years
            return False
        return last < published - _NEWS_AGE

    def _follows_old(self, text: str, before: str) -> bool:
        """*Afterwards*, *in the following days* behind a sentence with an old time."""
        return self._follows.match(text) is not None and self._news.search(before) is None and self._is_old(before)

    def _as_sequel(self, analysis: Analysis, event: Event) -> Event:
        verb = _verb_of(analysis, event)
        if event.status != "asserted" or event.attributed_to is not None or verb is None or verb.tense != "past":
            return event
        if event.attributes.date_rule not in _OWN_DATES:
            return event
        return replace(event, status="past_reference", status_reason="what followed on something of old times")

    def _as_old(self, analysis: Analysis, event: Event) -> Event:
        verb = _verb_of(analysis, event)
        if event.status != "asserted" or event.attributed_to is not None or verb is None or verb.tense != "past":
            return event
        before = analysis.tokens[verb.head - 1].norm if verb.head else ""
        if before in _PERFECT or event.attributes.date_rule not in _OWN_DATES:
            return event
        taken_up = event.source is not None and event.source.resolved_by == "coreference"
        if not taken_up and event.code[:2] not in self._told:
            return event
        return replace(event, status="past_reference", status_reason="goes on with what was told of old times")


class _Months(NamedTuple):
    """How a language names the months of the last year: the words that name one, and what is still to come."""

    names: tuple[str, ...]
    named: re.Pattern[str]
    ahead: re.Pattern[str]


def _months(words: Mapping[str, tuple[str, ...]]) -> _Months:
    return _named_months(*(words.get(k, ()) for k in ("months", "month_marks", "ahead_marks")))


@lru_cache(maxsize=4)
def _named_months(months: tuple[str, ...], marks: tuple[str, ...], ahead: tuple[str, ...]) -> _Months:
    if not (months and marks and ahead):
        return _Months((), re.compile(r"(?!)"), re.compile(r"(?!)"))
    names = tuple(dict.fromkeys(m.casefold()[:3] for m in months))
    month = rf"(?P<month>{'|'.join(m.capitalize() for m in months)})\b\.?(?: (?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b)?"
    named = re.compile(rf"\b(?:{'|'.join(marks)})[ -]{month}")
    return _Months(names, named, re.compile(rf"\b(?:{'|'.join(ahead)})\b", re.IGNORECASE))


def _chronicled(times: Sequence[str | None]) -> set[int]:
    """The sentences between old times of which several follow each other closely, without a day of the news."""
    found: set[int] = set()
    passage: list[int] = []
    for i, time in [*((i, t) for i, t in enumerate(times) if t is not None), (len(times), _NEWS)]:
        if time == _OLD and passage and i - passage[-1] <= _NEAR:
            passage.append(i)
            continue
        if len(passage) >= _CHRONICLE:
            found.update(range(passage[0], passage[-1]))
        passage = [i] if time == _OLD else []
    return {i for i in found if times[i] is None}


def _as_chronicled(analysis: Analysis, event: Event) -> Event:
    dated = event.attributed_to is not None or event.attributes.date_rule not in _OWN_DATES
    if event.status != "asserted" or dated or event.code.startswith(_REACTIONS):
        return event
    verb = _verb_of(analysis, event)
    if verb is not None and (verb.tense != "past" or (verb.head and analysis.tokens[verb.head - 1].norm in _PERFECT)):
        return event
    return replace(event, status="past_reference", status_reason="told between old times: a chronicle")


def _linked_day(text: str) -> date | None:
    found = _LINK.match(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _as_linked(event: Event) -> Event:
    if event.status != "asserted":
        return event
    return replace(event, status="past_reference", status_reason="a link to an older story, with its day")


def _as_remembered(analysis: Analysis, event: Event, mark: int) -> Event:
    """*Marked the anniversary of the bombing that killed sixty*: the deed behind the mark is what is remembered."""
    behind = event.trigger_start - analysis.sentence.start >= mark
    if event.status != "asserted" or event.code[:2] not in FORCE_ROOTS or not behind:
        return event
    own = predicate_of(analysis, event)
    if own is None or (own.kind == "verb" and own.clause != "relative"):
        return event
    return replace(event, status="past_reference", status_reason="what is remembered")


def _as_ranked(analysis: Analysis, event: Event, mark: int) -> Event:
    """*It was the third time in a week that the hospital had been struck*: a deed told before is counted."""
    behind = event.trigger_start - analysis.sentence.start >= mark
    verb = _verb_of(analysis, event)
    if event.status != "asserted" or not behind or verb is None:
        return event
    auxiliaries = {t.norm for t in analysis.tokens[max(verb.head - 3, 0) : verb.head]}
    if auxiliaries.isdisjoint(("had", "has", "have")):
        return event
    return replace(event, status="past_reference", status_reason="counted among others: told before")


def _verb_of(analysis: Analysis, event: Event) -> Predicate | None:
    """The verb that tells an event, also the support verb of a noun."""
    own = predicate_of(analysis, event)
    if own is None or own.kind == "verb":
        return own
    return next((p for p in analysis.predicates if p.head == own.support), None)
