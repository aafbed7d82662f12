"""Time expressions in a sentence and the days they mean, seen from the day of publication.

A bare weekday is the last one, the day of publication included ("on Tuesday" in Tuesday's news is today); in the
future it is the next one. A week, a month or a year is dated at its middle (at its first or last day when the text says
early or late), but an act that is told of as past never after the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from coder.attributes import time_words as words
from coder.model import Analysis

PERIOD = 2
"""How exact a month, a year or another period is; a day is more, ``0`` is no date."""
Precision = Literal["day", "week", "month", "year", "publication"]
Resolved = tuple[date, Precision, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against."""

    published: date | None
    future: bool


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at ``start:end`` of the document's text. ``anchor`` is inside its last word.

    ``parts`` are the readings of the words that make it up ("Monday, July 29"), the most exact first.
    """

    start: int
    end: int
    anchor: int
    text: str
    exact: int
    parts: tuple[Callable[[Context], Resolved | None], ...]

    def resolve(self, context: Context) -> Resolved | None:
        """The day by the most exact part that can be read."""
        return next((found for part in self.parts if (found := part(context)) is not None), None)


Reader = Callable[[re.Match[str], Context], Resolved | None]

_FOLD = {ord(a): b for a, b in zip("أإآٱىةؤ٠١٢٣٤٥٦٧٨٩", "اااايهو0123456789", strict=True)}
_NOT_WHEN = re.compile(
    r"(?:\b(?:since|until|till|by|before|from|ending|expires?|due|due on|due in|scheduled for|"
    r"Black|Good|Bloody|Easter|USA|Russia)\s+"
    r"(?:late|early|mid|on|in)?\s*|"
    r"(?:منذ|حتي|لغايه|قبل|بحلول|ابتداء من|اعتبارا من|بدءا من|صلاه|خطبه|خطيب|مقرره في|المقرره في|المقرر في|مقرر في|"
    r"ذلك)\s+"
    r"(?:يوم\s+|عام\s+|سنه\s+|شهر\s+)?)\Z"
)
_JOINED = re.compile(r"(?:\s*[,،(/-]\s*|\s+)(?:on |the |الموافق |من )?")


@lru_cache(maxsize=4)
def expressions(analysis: Analysis) -> tuple[Expression, ...]:
    """Time expressions in text order; neighbours that name one day together are one."""
    joined: list[Expression] = []
    for found in _single(analysis):
        last = joined[-1] if joined else None
        if last is not None and last.exact and found.exact and last.exact != found.exact:
            offset = analysis.sentence.start
            if _JOINED.fullmatch(analysis.sentence.text[last.end - offset : found.start - offset]):
                joined[-1] = _together(last, found, analysis)
                continue
        joined.append(found)
    return tuple(joined)


def _together(one: Expression, other: Expression, analysis: Analysis) -> Expression:
    first, second = (one, other) if one.exact >= other.exact else (other, one)
    text = analysis.sentence.text[one.start - analysis.sentence.start : other.end - analysis.sentence.start]
    return Expression(one.start, other.end, one.anchor, text, first.exact, first.parts + second.parts)


def _single(analysis: Analysis) -> Iterator[Expression]:
    """Where two expressions overlap the earlier and longer one counts."""
    text = analysis.sentence.text.translate(_FOLD)
    taken = 0
    lower = text.lower()
    said = {letter for letter, is_in in _HINTS.items() if is_in(lower)}
    tried = [(pattern, reader) for pattern, reader, needed in _PATTERNS if said.issuperset(needed)]
    found = sorted(
        ((match, reader) for pattern, reader in tried for match in pattern.finditer(text)),
        key=lambda item: (item[0].start(), -item[0].end()),
    )
    for match, reader in found:
        if match.start() < taken:
            continue
        taken = match.end()
        owned = text[match.end() : match.end() + 2] in ("'s", "\u2019s")
        if not owned and _NOT_WHEN.search(text, max(0, match.start() - 20), match.start()):
            continue
        start, end = match.span()
        raw, offset = analysis.sentence.text[start:end], analysis.sentence.start

        def resolve(context: Context, match: re.Match[str] = match, reader: Reader = reader) -> Resolved | None:
            try:
                return reader(match, context)
            except (ValueError, OverflowError):
                return None

        exact = _EXACT.get(reader, 3)
        yield Expression(start + offset, end + offset, end + offset - 1, raw, exact, (resolve,))


# ---------------------------------------------------------------- readers


def _month(name: str) -> int:
    return words.MONTHS[re.sub(r"\s+", " ", name.lower().rstrip("."))]


def _full(match: re.Match[str], _: Context) -> Resolved:
    return date(int(match["year"]), _month(match["month"]), int(match["day"])), "day", "date"


def _iso(match: re.Match[str], _: Context) -> Resolved:
    return date(int(match["year"]), int(match["number"]), int(match["day"])), "day", "date"


def _day_month(match: re.Match[str], context: Context) -> Resolved | None:
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


def _month_year(match: re.Match[str], context: Context) -> Resolved:
    day = _in_month(int(match["year"]), _month(match["month"]), match.groupdict().get("part"), context)
    return day, "month", "month"


def _month_only(match: re.Match[str], context: Context) -> Resolved | None:
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


def _year(match: re.Match[str], context: Context) -> Resolved:
    return _not_ahead(date(int(match["year"]), 7, 1), context), "year", "year"


def _ordinal_day(match: re.Match[str], context: Context) -> Resolved | None:
    day = words.ORDINALS[" ".join(match["ordinal"].split())]
    month, year = _month(match["month"]), match["year"]
    if year is not None:
        return date(int(year), month, day), "day", "date"
    if context.published is None:
        return None
    return _nearest_year(date(context.published.year, month, day), context), "day", "date without a year"


def _weekday(match: re.Match[str], context: Context) -> Resolved | None:
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
    def read(_: re.Match[str], context: Context) -> Resolved | None:
        return None if context.published is None else (context.published + timedelta(days=days), precision, rule)

    return read


def _ago(match: re.Match[str], context: Context) -> Resolved | None:
    if context.published is None:
        return None
    unit, count = words.UNITS[match["unit"].lower()]
    said = match["count"]
    if said is None and match["unit"] in words.PLURAL_UNITS:
        return None
    number = count if said is None else (int(said) if said.isdecimal() else words.COUNTS[said.lower()]) * count
    return _back(context.published, unit, number, "ago")


def _from_day(match: re.Match[str], context: Context) -> Resolved | None:
    """So long before or after a day that is named: *about a month before the Nov. 8 election*."""
    named = _full(match, context) if match["year"] else _day_month(match, context)
    if named is None:
        return None
    unit, count = words.UNITS[match["unit"].lower()]
    said = match["count"]
    number = (int(said) if said.isdecimal() else words.COUNTS[said.lower()]) * count
    if match["side"].lower() == "before":
        return _back(named[0], unit, number, "before a day")
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[unit] * number
    return named[0] + timedelta(days=days), "day" if unit == "day" else "month", "after a day"


def _last_period(match: re.Match[str], context: Context) -> Resolved | None:
    published = context.published
    if published is None:
        return None
    unit = words.UNITS[match["unit"].lower()][0]
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        return monday - timedelta(days=4), "week", "last period"
    return _back(published, unit, 1, "last period")


def _back(published: date, unit: str, number: int, rule: str) -> Resolved:
    if unit == "day":
        return published - timedelta(days=number), "day", rule
    if unit == "week":
        return published - timedelta(weeks=number), "week", rule
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        return date(months // 12, months % 12 + 1, 15), "month", rule
    return date(published.year - number, 7, 1), "year", rule


def _weekend(match: re.Match[str], context: Context) -> Resolved | None:
    if context.published is None:
        return None
    back = (context.published.weekday() - 5) % 7
    return context.published - timedelta(days=back), "week", "weekend"


def _nothing(match: re.Match[str], context: Context) -> Resolved | None:
    """An expression of time that dates no event: the whole stretch up to now, or some time in it."""
    return None


_OVERNIGHT = _days(0, "relative day")

_EXACT: dict[Reader, int] = {_full: 5, _iso: 5, _from_day: 5, _ordinal_day: 4, _day_month: 4, _nothing: 0}
_EXACT |= dict.fromkeys((_month_only, _month_year, _year, _last_period, _weekend, _OVERNIGHT), PERIOD)
"""How exact an expression is: of neighbours that name one day the more exact one is read."""

_PART = (
    r"(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id|beginning of|the beginning of|start of|the start of|end of|the end of)[ -])?"
)
_AR_PART = r"(?:(?P<part>مطلع|بدايه|اوائل|اول|نهايه|اواخر|منتصف) )?"
_AR_PARTS = r"(?:مطلع|بدايه|اوائل|نهايه|اواخر|منتصف) "
_AR_AGO = r"(?: (?:الماضي|المنصرم|الفائت|الجاري|الحالي))?"
_M = words.EN_MONTH_PATTERN
_A = words.AR_MONTH_PATTERN
_AR_MONTH = rf"(?P<month>{_A})(?: ?[/(] ?(?:{_A}) ?\)?)?"  # often by both names: 8 فبراير (شباط)
_NOT_TODAY = "(?! (?:التالي|السابق|نفسه|ذاته|الاول|الثاني|الثالث|الاخير|العالمي|الوطني))"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_BEFORE = r"(?<![\w-])"
_AR_BEFORE = r"(?<![^\W_])(?:[وف]?[بل]?)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _holds(*parts: str) -> Callable[[str], bool]:
    return lambda text: any(part in text for part in parts)


_LONG_MONTHS = _holds(*words.AR_LONG_MONTHS)
_SHORT_MONTHS = re.compile(r"(?<![^\W_])[وف]?[بل]?(?:اب|ماي|اوت|غشت)(?!\w)")
_HINTS: dict[str, Callable[[str], object]] = {
    "D": re.compile(r"\d").search,
    "L": re.compile("[a-z]").search,
    "A": re.compile("[\u0621-\u064a]").search,
    "M": _holds(*words.EN_MONTH_BEGINNINGS),
    "W": _holds("day"),
    "U": _holds("day", "week", "month", "year"),
    "N": _holds("this ", "day", "night", "tomorrow"),
    "G": _holds("ago"),
    "S": lambda text: _LONG_MONTHS(text) or _SHORT_MONTHS.search(text),
    "T": _holds("اسبوع", "شهر", "عام", "سنه"),
    "H": _holds("امس", "اليوم", "ليله", "البارحه", "غد"),
    "Y": _holds(*words.AR_WEEKDAYS),
    "Q": _holds("قبل"),
}
"""What the text, in small letters, must hold for the patterns that bear the letter: most need not be tried."""

_PATTERNS: tuple[tuple[re.Pattern[str], Reader, str], ...] = (
    (
        _compiled(
            rf"\b(?P<count>\d{{1,3}}|{words.EN_COUNT_PATTERN}) (?P<unit>days?|weeks?|months?|years?) "
            rf"(?P<side>before|after) (?P<the>the )?(?P<month>{_M}) {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\w)"
            r"(?(the)(?: [a-z]+)?)"
        ),
        _from_day,
        "MUD",
    ),
    (_compiled(rf"{_BEFORE}{_DAY}(?:st|nd|rd|th)?(?: of)? (?P<month>{_M}),? {_YEAR}\b"), _full, "MD"),
    (_compiled(rf"{_BEFORE}(?P<month>{_M}) {_DAY}(?:st|nd|rd|th)?,? {_YEAR}\b"), _full, "MD"),
    (_compiled(rf"{_BEFORE}{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)\b"), _iso, "D"),
    (
        re.compile(rf"{_BEFORE}{_DAY}(?:st|nd|rd|th)?(?: of)? (?P<month>{words.EN_MONTH_CAPITAL})(?![\w-])"),
        _day_month,
        "MD",
    ),
    (
        re.compile(rf"{_BEFORE}(?P<month>{words.EN_MONTH_CAPITAL}) {_DAY}(?:st|nd|rd|th)?(?![\w,]\d|\w)"),
        _day_month,
        "MD",
    ),
    (_compiled(rf"{_BEFORE}{_PART}(?P<month>{_M}),? (?:of )?{_YEAR}\b"), _month_year, "MD"),
    (
        re.compile(
            rf"{_BEFORE}(?:(?:[Ii]n|[Ll]ast|[Dd]uring|[Aa]t) |(?=[Ee]arly|[Ll]ate|[Mm]id)){_PART}"
            rf"(?P<month>{words.EN_MONTH_CAPITAL})(?P<last_year> (?:of )?last year)?(?!\w|,? (?:of )?\d)"
        ),
        _month_only,
        "M",
    ),
    (
        re.compile(rf"{_BEFORE}(?P<month>{words.EN_MONTH_CAPITAL})(?P<last_year> (?:of )?last year)\b"),
        _month_only,
        "M",
    ),
    (re.compile(rf"(?<=\bthe )(?P<month>{words.EN_MONTH_CAPITAL})(?= [a-z])"), _month_only, "M"),
    (re.compile(rf"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) {_YEAR}(?= [a-zA-Z])"), _year, "LD"),
    (_compiled(rf"\b(?:spring|summer|autumn|fall|winter) (?:of )?{_YEAR}(?![\w-]|,\d)"), _year, "LD"),
    (_compiled(rf"{_BEFORE}(?:in|during|of|year) {_YEAR}(?![\w-]|,\d)"), _year, "LD"),
    (_compiled(r"\b(?:since|until|till) [^,.;]{1,25}\b(?:1[89]|20)\d\d\b"), _nothing, "LD"),
    (_compiled(r"\b(?:earlier|later) (?:this|that|in the|last|next) (?:day|week|month|year)\b"), _nothing, "U"),
    (_compiled(r"\bthis (?:week|month|year)\b|\bin recent (?:days|weeks|months|years)\b"), _nothing, "U"),
    (
        _compiled(
            rf"{_BEFORE}(?:(?P<side>last|this past|next|this coming) )?(?P<weekday>{words.EN_WEEKDAY_PATTERN})\b"
        ),
        _weekday,
        "W",
    ),
    (_compiled(r"\b(?:the day before yesterday)\b"), _days(-2, "relative day"), "W"),
    (_compiled(r"\b(?:yesterday|last night)\b"), _days(-1, "relative day"), "N"),
    (_compiled(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b"), _days(0, "relative day"), "N"),
    (_compiled(r"\bovernight\b"), _OVERNIGHT, "N"),
    (_compiled(r"\btomorrow\b"), _days(1, "relative day"), "N"),
    (
        _compiled(
            rf"\b(?:(?P<count>\d{{1,3}}|{words.EN_COUNT_PATTERN}) )(?P<unit>days?|weeks?|months?|years?) "
            r"ago\b"
        ),
        _ago,
        "G",
    ),
    (_compiled(r"\b(?:last|this past|over the|at the) weekend\b"), _weekend, "U"),
    (_compiled(r"\b(?:last|the previous|the past) (?P<unit>week|month|year)\b"), _last_period, "U"),
    (
        re.compile(rf"\b{words.EN_MONTH_CAPITAL} \d\d?(?= (?:[Mm]ovement|[Bb]rigade|[Rr]evolution|[Aa]lliance))"),
        _nothing,
        "MD",
    ),
    # Arabic, in folded letters
    (
        re.compile(rf"(?:حركه|كتيبه|كتائب|ثوره|تحالف|ميدان|ائتلاف|جماعه) \d\d? (?:من )?(?:{words.AR_MONTH_PATTERN})"),
        _nothing,
        "AD",
    ),
    (
        re.compile(
            rf"{_AR_BEFORE}{_DAY} (?:من )?(?:شهر )?{_AR_MONTH}،? "
            rf"(?:من )?(?:عام |سنه )?{_YEAR}\b"
        ),
        _full,
        "SD",
    ),
    (
        re.compile(
            rf"{_AR_BEFORE}(?P<ordinal>{words.AR_ORDINAL_PATTERN}) من (?:شهر )?{_AR_MONTH}"
            rf"{_AR_AGO}(?:،? (?:من )?(?:عام |سنه )?{_YEAR})?(?!\w)"
        ),
        _ordinal_day,
        "S",
    ),
    (re.compile(rf"(?<!\d)(?P<day>\d\d?)[/-](?P<number>\d\d?)[/-]{_YEAR}\b"), _iso, "D"),
    (re.compile(rf"{_AR_BEFORE}{_DAY} (?:من )?(?:شهر )?{_AR_MONTH}{_AR_AGO}(?!\w)"), _day_month, "SD"),
    (
        re.compile(rf"{_AR_BEFORE}{_AR_PART}(?:شهر )?{_AR_MONTH}،? (?:من )?(?:عام |سنه )?{_YEAR}\b"),
        _month_year,
        "SD",
    ),
    (
        re.compile(
            rf"(?<!\w)(?:(?:في|خلال) |(?=شهر |{_AR_PARTS})){_AR_PART}(?:شهر )?{_AR_MONTH}"
            r"(?P<last_year> من العام (?:الماضي|المنصرم|الفائت))?"
            rf"{_AR_AGO}(?!\w| ?[/(]|،? (?:من )?(?:عام |سنه )?\d)"
        ),
        _month_only,
        "S",
    ),
    (re.compile(rf"{_AR_BEFORE}(?P<month>{_A}) (?:الماضي|المنصرم|الفائت)(?!\w)"), _month_only, "S"),
    (re.compile(rf"(?:عام|سنه|العام|السنه|في) {_YEAR}\b"), _year, "AD"),
    (re.compile(rf"منذ [^،.؛]{{0,25}}{_YEAR}\b"), _nothing, "AD"),
    (
        re.compile(r"(?:في وقت سابق (?:من )?)?(?:هذا|هذه|خلال) ?(?:ال)?(?:اسبوع|شهر|عام|سنه) ?(?:الجاري|الحالي)?"),
        _nothing,
        "T",
    ),
    (
        re.compile(r"(?:الاسبوع|الشهر|العام|السنه) (?:الجاري|الحالي|الجاريه|الحاليه|المقبل|القادم|المقبله|القادمه)"),
        _nothing,
        "T",
    ),
    (
        re.compile(rf"(?<!\w)[وفب]?اول (?:من )?امس(?: (?:يوم )?(?:{words.AR_WEEKDAY_PATTERN}))?(?!\w)"),
        _days(-2, "relative day"),
        "H",
    ),
    (
        re.compile(rf"(?<!\w)[وفب]?ا?ل?امس(?: (?:يوم )?(?:{words.AR_WEEKDAY_PATTERN}))?(?!\w)"),
        _days(-1, "relative day"),
        "H",
    ),
    (re.compile(r"(?<!\w)[وف]?(?:البارحه|الليله الماضيه|ليله امس)(?!\w)"), _days(-1, "relative day"), "H"),
    (
        re.compile(rf"(?<!\w)[وف]?(?:اليوم|الليله)(?: (?:{words.AR_WEEKDAY_PATTERN}))?{_NOT_TODAY}(?!\w)"),
        _days(0, "relative day"),
        "H",
    ),
    (re.compile(r"(?<!\w)[وف]?(?:غدا|يوم غد)(?!\w)"), _days(1, "relative day"), "H"),
    (
        re.compile(
            rf"(?<!\w)[وفب]?(?:يوم )?(?P<weekday>{words.AR_WEEKDAY_PATTERN})"
            rf"(?: (?P<side>{words.AR_SIDE_PATTERN}))?(?!\w)"
        ),
        _weekday,
        "Y",
    ),
    (
        re.compile(
            rf"(?<!\w)[وف]?قبل (?:(?P<count>\d{{1,3}}|{words.AR_COUNT_PATTERN}) )?"
            rf"(?P<unit>{words.AR_UNIT_PATTERN})(?! من)(?!\w)"
        ),
        _ago,
        "Q",
    ),
    (
        re.compile(r"(?<!\w)[وف]?(?:(?:في )?(?:نهايه|عطله نهايه) الاسبوع(?: الماضي| المنصرم| الفائت)?)(?!\w)"),
        _weekend,
        "T",
    ),
    (
        re.compile(r"(?<!\w)[وف]?قبل (?:نحو |حوالي )?\w+ \w+ من(?!\w)"),
        _nothing,
        "Q",
    ),
    (
        re.compile(r"(?<!\w)[وف]?(?P<unit>الاسبوع|الشهر|العام|السنه) (?:الماضي|الماضيه|المنصرم|المنصرمه|الفائت)(?!\w)"),
        _last_period,
        "T",
    ),
)
