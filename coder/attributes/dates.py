"""When an event happened: time expressions of a sentence, resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from coder.attributes import time_words as words
from coder.model import Analysis, Document, Predicate

Precision = Literal["day", "week", "month", "year", "publication"]
Resolved = tuple[date, Precision, str]


class When(NamedTuple):
    """The date of an event, how exact it is, the words that gave it and the rule that read them."""

    date: date | None = None
    precision: Precision | None = None
    text: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class _Context:
    published: date | None
    future: bool


@dataclass(frozen=True, slots=True)
class _Expression:
    start: int
    end: int
    text: str
    resolve: Callable[[_Context], Resolved | None]


Reader = Callable[[re.Match[str], _Context], Resolved | None]

_FOLD = {ord(a): b for a, b in zip("أإآٱىةؤ٠١٢٣٤٥٦٧٨٩", "اااايهو0123456789", strict=True)}
_NOT_WHEN = re.compile(
    r"(?:\b(?:since|until|till|by|before|from|ending|expires?|due)\s+(?:late|early|mid)?\s*|"
    r"(?:منذ|حتي|لغايه|قبل|بحلول|ابتداء من|اعتبارا من|بدءا من)\s+(?:يوم\s+|عام\s+|سنه\s+|شهر\s+)?)\Z",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[^.\n]{2,60}?\(?[^.\n()]{0,20}\)?\s*[-–—:]\s")


def time_of(analysis: Analysis, predicate: Predicate, document: Document) -> When:
    """The date of a predicate: from its own clause, else from the sentence, else the day of publication."""
    context = _Context(document.date, predicate.modality == "future" or predicate.tense == "future")
    best: tuple[tuple[int, int], When] | None = None
    for expression in _expressions(analysis):
        resolved = expression.resolve(context)
        if resolved is None:
            continue
        rank = _rank(analysis, predicate, expression)
        if best is None or rank < best[0]:
            best = rank, When(resolved[0], resolved[1], expression.text, resolved[2])
    if best is not None:
        return best[1]
    if document.date is not None:
        return When(document.date, "publication", None, "publication")
    return When()


def _rank(analysis: Analysis, predicate: Predicate, expression: _Expression) -> tuple[int, int]:
    """Lower is nearer: within a slot of the predicate, in its clause, elsewhere in the sentence, in the dateline."""
    distance = max(expression.start - predicate.end, predicate.start - expression.end, 0)
    sentence = analysis.sentence
    dateline = _DATELINE.match(sentence.text) if sentence.index <= 0 else None
    if dateline and expression.end <= sentence.start + dateline.end():
        return 3, distance
    for phrases in predicate.slots.values():
        if any(p.kind != "clause" and p.start <= expression.start and expression.end <= p.end for p in phrases):
            return 0, distance
    low, high = sorted((predicate.start, expression.start))
    between = any(p.kind == "verb" and low < p.start < high for p in analysis.predicates if p is not predicate)
    return (2 if between else 1), distance


def _expressions(analysis: Analysis) -> Iterator[_Expression]:
    """Time expressions in text order; where two overlap the earlier and longer one counts."""
    text = analysis.sentence.text.translate(_FOLD)
    taken = 0
    found = sorted(
        ((match, reader) for pattern, reader in _PATTERNS for match in pattern.finditer(text)),
        key=lambda item: (item[0].start(), -item[0].end()),
    )
    for match, reader in found:
        if match.start() < taken:
            continue
        taken = match.end()
        if _NOT_WHEN.search(text, max(0, match.start() - 20), match.start()):
            continue
        start, end = match.span()
        raw = analysis.sentence.text[start:end]
        offset = analysis.sentence.start

        def resolve(context: _Context, match: re.Match[str] = match, reader: Reader = reader) -> Resolved | None:
            try:
                return reader(match, context)
            except (ValueError, OverflowError):
                return None

        yield _Expression(start + offset, end + offset, raw, resolve)


# ---------------------------------------------------------------- readers


def _month(name: str) -> int:
    return words.MONTHS[re.sub(r"\s+", " ", name.lower().rstrip("."))]


def _full(match: re.Match[str], _: _Context) -> Resolved:
    return date(int(match["year"]), _month(match["month"]), int(match["day"])), "day", "date"


def _iso(match: re.Match[str], _: _Context) -> Resolved:
    return date(int(match["year"]), int(match["number"]), int(match["day"])), "day", "date"


def _day_month(match: re.Match[str], context: _Context) -> Resolved | None:
    if context.published is None:
        return None
    day = date(context.published.year, _month(match["month"]), int(match["day"]))
    return _nearest_year(day, context), "day", "date without a year"


def _nearest_year(day: date, context: _Context) -> date:
    published = context.published
    if published is None:
        return day
    if context.future:
        return day if day >= published else day.replace(year=day.year + 1)
    return day if day <= published else day.replace(year=day.year - 1)


def _month_year(match: re.Match[str], _: _Context) -> Resolved:
    return date(int(match["year"]), _month(match["month"]), 1), "month", "month"


def _month_only(match: re.Match[str], context: _Context) -> Resolved | None:
    if context.published is None:
        return None
    day = date(context.published.year, _month(match["month"]), 1)
    return _nearest_year(day, context), "month", "month without a year"


def _year(match: re.Match[str], _: _Context) -> Resolved:
    return date(int(match["year"]), 1, 1), "year", "year"


def _weekday(match: re.Match[str], context: _Context) -> Resolved | None:
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


def _days(days: int, rule: str, precision: Precision = "day") -> Reader:
    def read(_: re.Match[str], context: _Context) -> Resolved | None:
        return None if context.published is None else (context.published + timedelta(days=days), precision, rule)

    return read


def _ago(match: re.Match[str], context: _Context) -> Resolved | None:
    if context.published is None:
        return None
    unit, count = words.UNITS[match["unit"].lower()]
    said = match["count"]
    number = count if said is None else (int(said) if said.isdecimal() else words.COUNTS[said.lower()]) * count
    return _back(context.published, unit, number, "ago")


def _last_period(match: re.Match[str], context: _Context) -> Resolved | None:
    if context.published is None:
        return None
    return _back(context.published, words.UNITS[match["unit"].lower()][0], 1, "last period")


def _back(published: date, unit: str, number: int, rule: str) -> Resolved:
    if unit == "day":
        return published - timedelta(days=number), "day", rule
    if unit == "week":
        return published - timedelta(weeks=number), "week", rule
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        return date(months // 12, months % 12 + 1, 1), "month", rule
    return date(published.year - number, 1, 1), "year", rule


def _weekend(match: re.Match[str], context: _Context) -> Resolved | None:
    if context.published is None:
        return None
    back = (context.published.weekday() - 5) % 7
    return context.published - timedelta(days=back), "week", "weekend"


def _nothing(match: re.Match[str], context: _Context) -> Resolved | None:
    """An expression of time that dates no event: the whole stretch up to now, or some time in it."""
    return None


_M = words.EN_MONTH_PATTERN
_A = words.AR_MONTH_PATTERN
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_BEFORE = r"(?<![\w-])"
_AR_BEFORE = r"(?<![^\W_])(?:[وف]?[بل]?)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_compiled(rf"{_BEFORE}{_DAY}(?:st|nd|rd|th)?(?: of)? (?P<month>{_M}),? {_YEAR}\b"), _full),
    (_compiled(rf"{_BEFORE}(?P<month>{_M}) {_DAY}(?:st|nd|rd|th)?,? {_YEAR}\b"), _full),
    (_compiled(rf"{_BEFORE}{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)\b"), _iso),
    (re.compile(rf"{_BEFORE}{_DAY}(?:st|nd|rd|th)?(?: of)? (?P<month>{words.EN_MONTH_CAPITAL})(?![\w-])"), _day_month),
    (re.compile(rf"{_BEFORE}(?P<month>{words.EN_MONTH_CAPITAL}) {_DAY}(?:st|nd|rd|th)?(?![\w,]\d|\w)"), _day_month),
    (_compiled(rf"{_BEFORE}(?P<month>{_M}),? (?:of )?{_YEAR}\b"), _month_year),
    (
        re.compile(
            rf"{_BEFORE}(?:[Ii]n|[Ll]ast|[Ll]ate|[Ee]arly|mid-?|[Dd]uring) ?(?P<month>{words.EN_MONTH_CAPITAL})"
            r"(?!\w|,? (?:of )?\d)"
        ),
        _month_only,
    ),
    (_compiled(rf"{_BEFORE}(?:in|during|of|year) {_YEAR}(?![\w-]|,\d)"), _year),
    (_compiled(r"\b(?:since|until|till) [^,.;]{1,25}\b(?:1[89]|20)\d\d\b"), _nothing),
    (_compiled(r"\b(?:earlier|later) (?:this|that|in the|last|next) (?:day|week|month|year)\b"), _nothing),
    (_compiled(r"\bthis (?:week|month|year)\b|\bin recent (?:days|weeks|months|years)\b"), _nothing),
    (
        _compiled(
            rf"{_BEFORE}(?:(?P<side>last|this past|next|this coming) )?(?P<weekday>{words.EN_WEEKDAY_PATTERN})\b"
        ),
        _weekday,
    ),
    (_compiled(r"\b(?:the day before yesterday)\b"), _days(-2, "relative day")),
    (_compiled(r"\b(?:yesterday|last night)\b"), _days(-1, "relative day")),
    (_compiled(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|overnight)\b"), _days(0, "relative day")),
    (_compiled(r"\btomorrow\b"), _days(1, "relative day")),
    (
        _compiled(
            rf"\b(?:(?P<count>\d{{1,3}}|{words.EN_COUNT_PATTERN}) )(?P<unit>days?|weeks?|months?|years?) "
            r"(?:ago|earlier)\b"
        ),
        _ago,
    ),
    (_compiled(r"\b(?:last|this past|over the|at the) weekend\b"), _weekend),
    (_compiled(r"\b(?:last|the previous|the past) (?P<unit>week|month|year)\b"), _last_period),
    # Arabic, in folded letters
    (
        re.compile(
            rf"{_AR_BEFORE}{_DAY} (?:من )?(?:شهر )?(?P<month>{_A})(?: ?[/(] ?(?:{_A}) ?\)?)?،? "
            rf"(?:من )?(?:عام |سنه )?{_YEAR}\b"
        ),
        _full,
    ),
    (re.compile(rf"(?<!\d)(?P<day>\d\d?)[/-](?P<number>\d\d?)[/-]{_YEAR}\b"), _iso),
    (re.compile(rf"{_AR_BEFORE}{_DAY} (?:من )?(?:شهر )?(?P<month>{_A})(?: ?[/(] ?(?:{_A}) ?\)?)?(?!\w)"), _day_month),
    (
        re.compile(rf"{_AR_BEFORE}(?P<month>{_A})(?: ?[/(] ?(?:{_A}) ?\)?)?،? (?:من )?(?:عام |سنه )?{_YEAR}\b"),
        _month_year,
    ),
    (re.compile(rf"(?:في|خلال|شهر) (?:شهر )?(?P<month>{_A})(?!\w| ?[/(]|،? (?:من )?(?:عام |سنه )?\d)"), _month_only),
    (re.compile(rf"(?:عام|سنه|العام|السنه|في) {_YEAR}\b"), _year),
    (re.compile(rf"منذ [^،.؛]{{0,25}}{_YEAR}\b"), _nothing),
    (
        re.compile(r"(?:في وقت سابق (?:من )?)?(?:هذا|هذه|خلال) ?(?:ال)?(?:اسبوع|شهر|عام|سنه) ?(?:الجاري|الحالي)?"),
        _nothing,
    ),
    (
        re.compile(r"(?:الاسبوع|الشهر|العام|السنه) (?:الجاري|الحالي|الجاريه|الحاليه|المقبل|القادم|المقبله|القادمه)"),
        _nothing,
    ),
    (re.compile(r"(?<!\w)[وفب]?اول (?:من )?امس(?!\w)"), _days(-2, "relative day")),
    (
        re.compile(rf"(?<!\w)[وفب]?ا?ل?امس(?: (?:يوم )?(?:{words.AR_WEEKDAY_PATTERN}))?(?!\w)"),
        _days(-1, "relative day"),
    ),
    (re.compile(r"(?<!\w)[وف]?(?:البارحه|الليله الماضيه|ليله امس)(?!\w)"), _days(-1, "relative day")),
    (
        re.compile(rf"(?<!\w)[وف]?(?:اليوم|الليله)(?: (?:{words.AR_WEEKDAY_PATTERN}))?(?! التالي)(?!\w)"),
        _days(0, "relative day"),
    ),
    (re.compile(r"(?<!\w)[وف]?(?:غدا|يوم غد)(?!\w)"), _days(1, "relative day")),
    (
        re.compile(
            rf"(?<!\w)[وفب]?(?:يوم )?(?P<weekday>{words.AR_WEEKDAY_PATTERN})"
            rf"(?: (?P<side>{words.AR_SIDE_PATTERN}))?(?!\w)"
        ),
        _weekday,
    ),
    (
        re.compile(
            rf"(?<!\w)[وف]?قبل (?:(?P<count>\d{{1,3}}|{words.AR_COUNT_PATTERN}) )?"
            rf"(?P<unit>{words.AR_UNIT_PATTERN})(?!\w)"
        ),
        _ago,
    ),
    (
        re.compile(r"(?<!\w)[وف]?(?P<unit>الاسبوع|الشهر|العام|السنه) (?:الماضي|الماضيه|المنصرم|المنصرمه|الفائت)(?!\w)"),
        _last_period,
    ),
)
