"""The words of time expressions with their values. Arabic words stand in the folded letters that ``dates`` compares."""

from __future__ import annotations


def _alternatives(names: list[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_EN_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_EN_MONTHS_SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_AR_MONTHS = {
    1: "يناير|كانون الثاني|جانفي",
    2: "فبراير|شباط|فيفري",
    3: "مارس|اذار",
    4: "ابريل|نيسان|افريل",
    5: "مايو|ايار|ماي",
    6: "يونيو|حزيران|جوان|يونيه",
    7: "يوليو|تموز|جويليه|يوليوز|يوليه",
    8: "اغسطس|اب|اوت|غشت",
    9: "سبتمبر|ايلول|شتنبر",
    10: "اكتوبر|تشرين الاول",
    11: "نوفمبر|تشرين الثاني|نونبر",
    12: "ديسمبر|كانون الاول|دجنبر",
}

MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_EN_MONTHS, 1)},
    **_EN_MONTHS_SHORT,
    **{name: number for number, names in _AR_MONTHS.items() for name in names.split("|")},
}
EN_MONTH_PATTERN = "(?:" + _alternatives(_EN_MONTHS) + "|(?:" + _alternatives([*_EN_MONTHS_SHORT]) + r")\b\.?)"
EN_MONTH_CAPITAL = (
    "(?:"
    + _alternatives([name.title() for name in _EN_MONTHS])
    + "|(?:"
    + _alternatives([name.title() for name in _EN_MONTHS_SHORT])
    + r")\b\.?)"
)
AR_MONTH_PATTERN = _alternatives([name for names in _AR_MONTHS.values() for name in names.split("|")])
EN_MONTH_BEGINNINGS = tuple(name[:3] for name in _EN_MONTHS)
AR_LONG_MONTHS = tuple(name for name in MONTHS if not name.isascii() and len(name) > 3)

_EN_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
AR_WEEKDAYS = ["الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد"]
WEEKDAYS: dict[str, int] = {
    **{name: number for number, name in enumerate(_EN_WEEKDAYS)},
    **{name: number for number, name in enumerate(AR_WEEKDAYS)},
}
EN_WEEKDAY_PATTERN = "|".join(_EN_WEEKDAYS)
AR_WEEKDAY_PATTERN = "|".join(AR_WEEKDAYS)

LAST = frozenset({"last", "this past", "الماضي", "الماضيه", "المنصرم", "المنصرمه", "الفائت"})
NEXT = frozenset({"next", "this coming", "المقبل", "القادم", "المقبله", "القادمه"})
AR_SIDE_PATTERN = _alternatives([name for name in (*LAST, *NEXT) if not name.isascii()])

# Each unit with how many it stands for by its form: Arabic has a dual.
UNITS: dict[str, tuple[str, int]] = {
    **{form: (unit, 1) for unit in ("day", "week", "month", "year") for form in (unit, unit + "s")},
    "يوم": ("day", 1),
    "يومين": ("day", 2),
    "ايام": ("day", 1),
    "يوما": ("day", 1),
    "اسبوع": ("week", 1),
    "اسبوعين": ("week", 2),
    "اسابيع": ("week", 1),
    "الاسبوع": ("week", 1),
    "شهر": ("month", 1),
    "شهرين": ("month", 2),
    "اشهر": ("month", 1),
    "شهور": ("month", 1),
    "الشهر": ("month", 1),
    "عام": ("year", 1),
    "عامين": ("year", 2),
    "اعوام": ("year", 1),
    "سنه": ("year", 1),
    "سنتين": ("year", 2),
    "سنوات": ("year", 1),
    "العام": ("year", 1),
    "السنه": ("year", 1),
    "عاما": ("year", 1),
}
AR_UNIT_PATTERN = _alternatives([name for name in UNITS if not name.isascii() and not name.startswith("ال")])

_EN_COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AR_COUNTS = {
    "ثلاثه": 3,
    "ثلاث": 3,
    "اربعه": 4,
    "اربع": 4,
    "خمسه": 5,
    "خمس": 5,
    "سته": 6,
    "ست": 6,
    "سبعه": 7,
    "سبع": 7,
    "ثمانيه": 8,
    "ثماني": 8,
    "تسعه": 9,
    "تسع": 9,
    "عشره": 10,
    "عشر": 10,
}
COUNTS: dict[str, int] = {**{name: number for number, name in enumerate(_EN_COUNTS, 1)}, "a": 1, "an": 1, **_AR_COUNTS}
EN_COUNT_PATTERN = "|".join([*_EN_COUNTS, "an", "a"])
AR_COUNT_PATTERN = _alternatives([*_AR_COUNTS])

PLURAL_UNITS = frozenset({"ايام", "اسابيع", "اشهر", "شهور", "اعوام", "سنوات"})
EARLY = frozenset(
    {"early", "beginning of", "the beginning of", "start of", "the start of", "مطلع", "بدايه", "اوائل", "اول"}
)
LATE = frozenset({"late", "end of", "the end of", "نهايه", "اواخر"})

_AR_FIRST = ["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
_AR_TEENS = ["الحادي", *_AR_FIRST[1:]]
ORDINALS: dict[str, int] = {
    **{name: number for number, name in enumerate(_AR_FIRST, 1)},
    "العاشر": 10,
    **{f"{name} عشر": number for number, name in enumerate(_AR_TEENS, 11)},
    **{f"{name} و{twenty}": number for twenty in ("العشرين", "العشرون") for number, name in enumerate(_AR_TEENS, 21)},
    "العشرين": 20,
    "الثلاثين": 30,
    "الحادي والثلاثين": 31,
}
AR_ORDINAL_PATTERN = _alternatives([*ORDINALS])

_EN_DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
_AR_DECADES = ["عشرين", "ثلاثين", "اربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
DECADES: dict[str, int] = {
    name.rstrip("s"): number * 10 for names in (_EN_DECADES, _AR_DECADES) for number, name in enumerate(names, 2)
}
EN_DECADE_PATTERN = _alternatives(_EN_DECADES)
AR_DECADE_PATTERN = _alternatives(_AR_DECADES)
_EN_CENTURIES = {
    name: number
    for number, name in enumerate(
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), 12
    )
}
CENTURIES: dict[str, int] = _EN_CENTURIES | ORDINALS
EN_CENTURY_PATTERN = _alternatives([*_EN_CENTURIES])

# Heads of noun phrases that are times of day or stretches of time: "the morning of Monday", مساء الاثنين.
TIME_NOUNS = frozenset(
    "morning afternoon evening night dawn day week weekend month year noon midnight hour beginning end start date "
    "early late صباح مساء فجر ظهر عصر ليل ليله نهار منتصف يوم وقت مطلع بدايه نهايه اواخر اوائل اول شهر عام سنه اسبوع "
    "ساعه تاريخ غروب عشيه امس غد ضحي".split()
)
