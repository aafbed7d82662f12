"""Time expressions in a sentence: how they are written in English and Arabic, and which reader dates each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from coder.attributes import dates_readers as read
from coder.attributes import time_words as words
from coder.attributes.dates_readers import Context, Reader, Resolved
from coder.model import Analysis

PERIOD = 2
"""How exact a month, a year or another period is; a day is more, ``0`` is no date."""


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


_FOLD = {ord(a): b for a, b in zip("أإآٱىةؤ٠١٢٣٤٥٦٧٨٩", "اااايهو0123456789", strict=True)}
_NOT_WHEN = re.compile(
    r"(?:\b(?:since|until|till|by|before|from|ending|expires?|due|due on|due in|scheduled for|"
    r"Black|Good|Bloody|Easter)\s+"
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
    text = analysis.sentence.between(one.start, other.end)
    return Expression(one.start, other.end, one.anchor, text, first.exact, first.parts + second.parts)


def _single(analysis: Analysis) -> Iterator[Expression]:
    """Where two expressions overlap the earlier and longer one counts."""
    text = analysis.sentence.text.translate(_FOLD)
    taken = 0
    found = sorted(
        ((match, reader) for pattern, reader in _tried(_said(text.lower())) for match in pattern.finditer(text)),
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


def _said(lower: str) -> str:
    """The letters of the hints that a text gives, those of a script only where it has letters of it."""
    latin, arabic = _HINTS["L"](lower), _HINTS["A"](lower)
    letters = ("D", *(_LATIN_HINTS if latin else ()), *(_ARABIC_HINTS if arabic else ()))
    return "".join(letter for letter in letters if _HINTS[letter](lower))


@lru_cache(maxsize=1024)
def _tried(said: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """The patterns all of whose hints are given."""
    return tuple((pattern, reader) for pattern, reader, needed in _PATTERNS if set(said).issuperset(needed))


_EXACT: dict[Reader, int] = {
    read.full: 5,
    read.iso: 5,
    read.from_day: 5,
    read.ordinal_day: 4,
    read.day_month: 4,
    read.nothing: 0,
}
_EXACT |= dict.fromkeys(
    (
        *(read.month_only, read.month_year, read.whole_year, read.part_of_year, read.decade, read.century),
        *(read.last_period, read.last_season, read.weekend, read.OVERNIGHT),
    ),
    PERIOD,
)
"""How exact an expression is: of neighbours that name one day the more exact one is read."""

_PART = (
    r"(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id|beginning of|the beginning of|start of|the start of|end of|the end of)[ -])?"
)
_AR_PART = r"(?:(?P<part>مطلع|بدايه|اوائل|اول|نهايه|اواخر|منتصف) )?"
_AR_PARTS = r"مطلع|بدايه|اوائل|نهايه|اواخر|منتصف"
_AR_AGO = r"(?: (?:الماضي|المنصرم|الفائت|الجاري|الحالي))?"
_M = words.EN_MONTH_PATTERN
_A = words.AR_MONTH_PATTERN
_AR_MONTH = rf"(?P<month>{_A})(?: ?[/(] ?(?:{_A}) ?\)?)?"  # often by both names: 8 فبراير (شباط)
_NOT_TODAY = "(?! (?:التالي|السابق|نفسه|ذاته|الاول|الثاني|الثالث|الاخير|العالمي|الوطني))"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_OLD_YEAR = r"(?P<year>\d{3}|1[0-7]\d\d)"
_SOME = r"(?P<part>early|late|mid|beginning of|start of|end of)"
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
    "F": _holds("last s", "last a", "last f", "last w"),
    "G": _holds("ago"),
    "S": lambda text: _LONG_MONTHS(text) or _SHORT_MONTHS.search(text),
    "T": _holds("اسبوع", "شهر", "عام", "سنه"),
    "H": _holds("امس", "اليوم", "ليله", "البارحه", "غد"),
    "Y": _holds(*words.AR_WEEKDAYS),
    "Q": _holds("قبل"),
    "C": _holds("century"),
    "E": _holds("القرن"),
}
"""What the text, in small letters, must hold for the patterns that bear the letter: most need not be tried."""
_LATIN_HINTS, _ARABIC_HINTS = "LMWUNFGC", "ASTHYQE"

_PATTERNS: tuple[tuple[re.Pattern[str], Reader, str], ...] = (
    (
        _compiled(
            rf"\b(?P<count>\d{{1,3}}|{words.EN_COUNT_PATTERN}) (?P<unit>days?|weeks?|months?|years?) "
            rf"(?P<side>before|after) (?P<the>the )?(?P<month>{_M}) {_DAY}(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\w)"
            r"(?(the)(?: [a-z]+)?)"
        ),
        read.from_day,
        "MUD",
    ),
    (_compiled(rf"{_BEFORE}{_DAY}(?:st|nd|rd|th)?(?: of)? (?P<month>{_M}),? {_YEAR}\b"), read.full, "MD"),
    (_compiled(rf"{_BEFORE}(?P<month>{_M}) {_DAY}(?:st|nd|rd|th)?,? {_YEAR}\b"), read.full, "MD"),
    (_compiled(rf"{_BEFORE}{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)\b"), read.iso, "D"),
    (
        re.compile(rf"{_BEFORE}{_DAY}(?:st|nd|rd|th)?(?: of)? (?P<month>{words.EN_MONTH_CAPITAL})(?![\w-])"),
        read.day_month,
        "MD",
    ),
    (
        re.compile(rf"{_BEFORE}(?P<month>{words.EN_MONTH_CAPITAL}) {_DAY}(?:st|nd|rd|th)?(?![\w,]\d|\w)"),
        read.day_month,
        "MD",
    ),
    (_compiled(rf"{_BEFORE}{_PART}(?P<month>{_M}),? (?:of )?{_YEAR}\b"), read.month_year, "MD"),
    (
        re.compile(
            rf"{_BEFORE}(?:(?:[Ii]n|[Ll]ast|[Dd]uring|[Aa]t) |(?=[Ee]arly|[Ll]ate|[Mm]id)){_PART}"
            rf"(?P<month>{words.EN_MONTH_CAPITAL})(?P<last_year> (?:of )?last year)?(?!\w|,? (?:of )?\d)"
        ),
        read.month_only,
        "M",
    ),
    (
        re.compile(rf"{_BEFORE}(?P<month>{words.EN_MONTH_CAPITAL})(?P<last_year> (?:of )?last year)\b"),
        read.month_only,
        "M",
    ),
    (re.compile(rf"(?<=\bthe )(?P<month>{words.EN_MONTH_CAPITAL})(?= [a-z])"), read.month_only, "M"),
    (re.compile(rf"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) {_YEAR}(?= [a-zA-Z])"), read.whole_year, "LD"),
    (_compiled(rf"\b(?:spring|summer|autumn|fall|winter) (?:of )?{_YEAR}(?![\w-]|,\d)"), read.whole_year, "LD"),
    (_compiled(rf"{_BEFORE}(?:in|during|of|year) {_YEAR}(?![\w-]|,\d)"), read.whole_year, "LD"),
    (
        _compiled(
            rf"{_BEFORE}(?:the )?{_SOME}[ -](?:the )?(?:spring |summer |autumn |fall |winter )?{_YEAR}(?![\w-]|,\d)"
        ),
        read.part_of_year,
        "LD",
    ),
    (
        _compiled(
            rf"\b(?<!one )(?:in|during) (?:the year )?{_OLD_YEAR}"
            r"(?= ?(?:AD|CE)\b| ?[.,;)](?!\d)|$| (?:and|when|after|by|the)\b)"
        ),
        read.whole_year,
        "LD",
    ),
    (
        _compiled(
            rf"\b(?:in|during|of) the (?:{_SOME}[ -](?:the )?)?"
            rf"(?P<decade>(?:1\d\d|20\d|['\u2019]?[2-9])0s|{words.EN_DECADE_PATTERN})(?!\w)"
        ),
        read.decade,
        "L",
    ),
    (
        _compiled(
            rf"\b(?:in|during) the (?:{_SOME}[ -](?:the )?)?"
            rf"(?P<century>\d\d?(?=st|nd|rd|th)|{words.EN_CENTURY_PATTERN})(?:st|nd|rd|th)?[ -]century\b(?!-)"
        ),
        read.century,
        "C",
    ),
    (_compiled(r"\b(?:since|until|till) [^,.;]{1,25}\b(?:1[89]|20)\d\d\b"), read.nothing, "LD"),
    (_compiled(r"\b(?:earlier|later) (?:this|that|in the|last|next) (?:day|week|month|year)\b"), read.nothing, "U"),
    (_compiled(r"\bthis (?:week|month|year)\b|\bin recent (?:days|weeks|months|years)\b"), read.nothing, "U"),
    (
        _compiled(
            rf"{_BEFORE}(?:(?P<side>last|this past|next|this coming) )?(?P<weekday>{words.EN_WEEKDAY_PATTERN})\b"
        ),
        read.weekday,
        "W",
    ),
    (_compiled(r"\b(?:the day before yesterday)\b"), read.days_off(-2, "relative day"), "W"),
    (_compiled(r"\b(?:yesterday|last night)\b"), read.days_off(-1, "relative day"), "N"),
    (_compiled(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b"), read.days_off(0, "relative day"), "N"),
    (_compiled(r"\bovernight\b"), read.OVERNIGHT, "N"),
    (_compiled(r"\btomorrow\b"), read.days_off(1, "relative day"), "N"),
    (
        _compiled(
            rf"\b(?:(?P<count>\d{{1,3}}|{words.EN_COUNT_PATTERN}) )(?P<unit>days?|weeks?|months?|years?) "
            r"ago\b"
        ),
        read.ago,
        "G",
    ),
    (_compiled(r"\b(?:last|this past|over the|at the) weekend\b"), read.weekend, "U"),
    (_compiled(r"\b(?:last|the previous|the past) (?P<unit>week|month|year)\b"), read.last_period, "U"),
    (_compiled(r"\blast (?P<season>spring|summer|autumn|fall|winter)\b"), read.last_season, "F"),
    (
        re.compile(rf"\b{words.EN_MONTH_CAPITAL} \d\d?(?= (?:[Mm]ovement|[Bb]rigade|[Rr]evolution|[Aa]lliance))"),
        read.nothing,
        "MD",
    ),
    # Arabic, in folded letters
    (
        re.compile(rf"(?:حركه|كتيبه|كتائب|ثوره|تحالف|ميدان|ائتلاف|جماعه) \d\d? (?:من )?(?:{words.AR_MONTH_PATTERN})"),
        read.nothing,
        "AD",
    ),
    (
        re.compile(
            rf"{_AR_BEFORE}{_DAY} (?:من )?(?:شهر )?{_AR_MONTH}،? "
            rf"(?:من )?(?:عام |سنه )?{_YEAR}\b"
        ),
        read.full,
        "SD",
    ),
    (
        re.compile(
            rf"{_AR_BEFORE}(?P<ordinal>{words.AR_ORDINAL_PATTERN}) من (?:شهر )?{_AR_MONTH}"
            rf"{_AR_AGO}(?:،? (?:من )?(?:عام |سنه )?{_YEAR})?(?!\w)"
        ),
        read.ordinal_day,
        "S",
    ),
    (re.compile(rf"(?<!\d)(?P<day>\d\d?)[/-](?P<number>\d\d?)[/-]{_YEAR}\b"), read.iso, "D"),
    (re.compile(rf"{_AR_BEFORE}{_DAY} (?:من )?(?:شهر )?{_AR_MONTH}{_AR_AGO}(?!\w)"), read.day_month, "SD"),
    (
        re.compile(rf"{_AR_BEFORE}{_AR_PART}(?:شهر )?{_AR_MONTH}،? (?:من )?(?:عام |سنه )?{_YEAR}\b"),
        read.month_year,
        "SD",
    ),
    (
        re.compile(
            rf"(?<!\w)(?:(?:في|خلال) |(?=شهر |(?:{_AR_PARTS}) )){_AR_PART}(?:شهر )?{_AR_MONTH}"
            r"(?P<last_year> من العام (?:الماضي|المنصرم|الفائت))?"
            rf"{_AR_AGO}(?!\w| ?[/(]|،? (?:من )?(?:عام |سنه )?\d)"
        ),
        read.month_only,
        "S",
    ),
    (re.compile(rf"{_AR_BEFORE}(?P<month>{_A}) (?:الماضي|المنصرم|الفائت)(?!\w)"), read.month_only, "S"),
    (re.compile(rf"{_AR_BEFORE}(?P<part>{_AR_PARTS}) (?:ال)?(?:عام|سنه) {_YEAR}\b"), read.part_of_year, "AD"),
    (re.compile(rf"(?:عام|سنه|العام|السنه|في) {_YEAR}\b"), read.whole_year, "AD"),
    (re.compile(rf"(?:عام|سنه) {_OLD_YEAR}(?!\w|[-/]\d| ?ه)"), read.whole_year, "AD"),
    (
        re.compile(
            rf"(?<!\w)(?:في|خلال|ابان|من) {_AR_PART}(?:عقد )?(?:ال)?(?P<decade>(?:{words.AR_DECADE_PATTERN})ي?ات)"
            rf"(?!\w| من (?:ال)?عمر)(?: (?:من )?القرن (?P<century>الماضي|المنصرم|{words.AR_ORDINAL_PATTERN})(?!\w))?"
        ),
        read.decade,
        "A",
    ),
    (
        re.compile(
            rf"(?<!\w)(?:في|خلال|ابان) {_AR_PART}القرن (?P<century>الماضي|المنصرم|{words.AR_ORDINAL_PATTERN})"
            r"(?!\w| ?الهجري)"
        ),
        read.century,
        "E",
    ),
    (re.compile(rf"منذ [^،.؛]{{0,25}}{_YEAR}\b"), read.nothing, "AD"),
    (
        re.compile(r"(?:في وقت سابق (?:من )?)?(?:هذا|هذه|خلال) ?(?:ال)?(?:اسبوع|شهر|عام|سنه) ?(?:الجاري|الحالي)?"),
        read.nothing,
        "T",
    ),
    (
        re.compile(r"(?:الاسبوع|الشهر|العام|السنه) (?:الجاري|الحالي|الجاريه|الحاليه|المقبل|القادم|المقبله|القادمه)"),
        read.nothing,
        "T",
    ),
    (
        re.compile(rf"(?<!\w)[وفب]?اول (?:من )?امس(?: (?:يوم )?(?:{words.AR_WEEKDAY_PATTERN}))?(?!\w)"),
        read.days_off(-2, "relative day"),
        "H",
    ),
    (
        re.compile(rf"(?<!\w)[وفب]?ا?ل?امس(?: (?:يوم )?(?:{words.AR_WEEKDAY_PATTERN}))?(?!\w)"),
        read.days_off(-1, "relative day"),
        "H",
    ),
    (re.compile(r"(?<!\w)[وف]?(?:البارحه|الليله الماضيه|ليله امس)(?!\w)"), read.days_off(-1, "relative day"), "H"),
    (
        re.compile(rf"(?<!\w)[وف]?(?:اليوم|الليله)(?: (?:{words.AR_WEEKDAY_PATTERN}))?{_NOT_TODAY}(?!\w)"),
        read.days_off(0, "relative day"),
        "H",
    ),
    (re.compile(r"(?<!\w)[وف]?(?:غدا|يوم غد)(?!\w)"), read.days_off(1, "relative day"), "H"),
    (
        re.compile(
            rf"(?<!\w)[وفب]?(?:يوم )?(?P<weekday>{words.AR_WEEKDAY_PATTERN})"
            rf"(?: (?P<side>{words.AR_SIDE_PATTERN}))?(?!\w)"
        ),
        read.weekday,
        "Y",
    ),
    (
        re.compile(
            rf"(?<!\w)[وف]?قبل (?:(?P<count>\d{{1,3}}|{words.AR_COUNT_PATTERN}) )?"
            rf"(?P<unit>{words.AR_UNIT_PATTERN})(?! من)(?!\w)"
        ),
        read.ago,
        "Q",
    ),
    (
        re.compile(r"(?<!\w)[وف]?(?:(?:في )?(?:نهايه|عطله نهايه) الاسبوع(?: الماضي| المنصرم| الفائت)?)(?!\w)"),
        read.weekend,
        "T",
    ),
    (
        re.compile(r"(?<!\w)[وف]?قبل (?:نحو |حوالي )?\w+ \w+ من(?!\w)"),
        read.nothing,
        "Q",
    ),
    (
        re.compile(r"(?<!\w)[وف]?(?P<unit>الاسبوع|الشهر|العام|السنه) (?:الماضي|الماضيه|المنصرم|المنصرمه|الفائت)(?!\w)"),
        read.last_period,
        "T",
    ),
)
