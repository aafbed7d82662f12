"""Time expressions of both languages, resolved against the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from coder.attributes.dates import time_of
from tests.attributes.tagged import PUBLISHED, analysis, document


def when(text: str, lang: str, published: date | None = PUBLISHED, **fields: object) -> tuple[str | None, str | None]:
    tagged = " ".join(["Attack/VERB", *text.split()])
    made = analysis(tagged, lang, {"Attack": fields})
    found = time_of(made, made.predicates[0], document(made, published))
    return found.date.isoformat() if found.date else None, found.precision


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("on Monday", "2024-08-05", "day"),
        ("on Tuesday", "2024-08-06", "day"),
        ("last Tuesday", "2024-07-30", "day"),
        ("yesterday", "2024-08-05", "day"),
        ("last night", "2024-08-05", "day"),
        ("this morning", "2024-08-06", "day"),
        ("two days ago", "2024-08-04", "day"),
        ("3 weeks ago", "2024-07-16", "week"),
        ("last week", "2024-08-01", "week"),
        ("over the weekend", "2024-08-03", "week"),
        ("last month", "2024-07-15", "month"),
        ("last year", "2023-07-01", "year"),
        ("last fall", "2023-10-15", "year"),
        ("last spring", "2024-04-15", "year"),
        ("last summer", "2023-07-15", "year"),
        ("on 5 August 2024", "2024-08-05", "day"),
        ("on August 5, 2023", "2023-08-05", "day"),
        ("on the 5th of August 2023", "2023-08-05", "day"),
        ("on Aug. 5", "2024-08-05", "day"),
        ("on December 24", "2023-12-24", "day"),
        ("in May 2015", "2015-05-15", "month"),
        ("in May", "2024-05-15", "month"),
        ("in October", "2023-10-15", "month"),
        ("in early May", "2024-05-01", "month"),
        ("at the end of May 2015", "2015-05-31", "month"),
        ("in August", "2024-08-06", "month"),
        ("in December last year", "2023-12-15", "month"),
        ("on Monday, July 29", "2024-07-29", "day"),
        ("three months ago", "2024-05-15", "month"),
        ("about a month before the July 8 election", "2024-06-15", "month"),
        ("in the fall of 2013", "2013-07-01", "year"),
        ("after the fall of Baghdad", "2024-08-06", "publication"),
        ("two weeks after May 3", "2024-05-17", "month"),
        ("three days before May 3, 2015", "2015-04-30", "day"),
        ("in 2003", "2003-07-01", "year"),
        ("since 2014", "2024-08-06", "publication"),
        ("since Monday", "2024-08-06", "publication"),
        ("earlier this month", "2024-08-06", "publication"),
        ("by Friday", "2024-08-06", "publication"),
        ("on 31 February 2024", "2024-08-06", "publication"),
        ("and may march 40 km", "2024-08-06", "publication"),
        ("in early 2003", "2003-02-15", "year"),
        ("in the late 1990s", "1998-07-01", "year"),
        ("in the '80s", "1985-07-01", "year"),
        ("in the sixties", "1965-07-01", "year"),
        ("in his 80s", "2024-08-06", "publication"),
        ("in the 2020s", "2024-08-06", "publication"),
        ("in the early 19th century", "1820-07-01", "year"),
        ("in the 21st century", "2024-08-06", "publication"),
        ("in 1415 and again later", "1415-07-01", "year"),
        ("in battle in 363 .", "0363-07-01", "year"),
        ("one in 500 .", "2024-08-06", "publication"),
        ("in 363 villages", "2024-08-06", "publication"),
        ("with 2003 soldiers", "2024-08-06", "publication"),
    ],
)
def test_english(text: str, day: str, precision: str) -> None:
    assert when(text, "en") == (day, precision)


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("أمس", "2024-08-05", "day"),
        ("وأمس الاثنين", "2024-08-05", "day"),
        ("الاثنين", "2024-08-05", "day"),
        ("يوم الثلاثاء", "2024-08-06", "day"),
        ("والأربعاء الماضي", "2024-07-31", "day"),
        ("الجمعة الماضية", "2024-08-02", "day"),
        ("أول من أمس", "2024-08-04", "day"),
        ("أول أمس", "2024-08-04", "day"),
        ("اليوم", "2024-08-06", "day"),
        ("قبل يومين", "2024-08-04", "day"),
        ("قبل ثلاثة أيام", "2024-08-03", "day"),
        ("قبل ٣ أسابيع", "2024-07-16", "week"),
        ("الأسبوع الماضي", "2024-08-01", "week"),
        ("الشهر الماضي", "2024-07-15", "month"),
        ("العام الماضي", "2023-07-01", "year"),
        ("٨ فبراير", "2024-02-08", "day"),
        ("في 8 فبراير (شباط) 2006", "2006-02-08", "day"),
        ("في 20 تشرين الأول/أكتوبر 2011", "2011-10-20", "day"),
        ("في آب 2013", "2013-08-15", "month"),
        ("عام 2003", "2003-07-01", "year"),
        ("منذ عام 2014", "2024-08-06", "publication"),
        ("هذا الشهر", "2024-08-06", "publication"),
        ("يوم الثلاثاء 30 يوليو", "2024-07-30", "day"),
        ("في الرابع والعشرين من تموز", "2024-07-24", "day"),
        ("مساء أول من أمس", "2024-08-04", "day"),
        ("نهاية الأسبوع الماضي", "2024-08-03", "week"),
        ("في يوليو الماضي", "2024-07-15", "month"),
        ("مطلع عام 2013", "2013-02-15", "year"),
        ("في أواخر عام 2013", "2013-11-15", "year"),
        ("عام 363", "0363-07-01", "year"),
        ("في تسعينيات القرن الماضي", "1995-07-01", "year"),
        ("في أواخر الثمانينات", "1988-07-01", "year"),
        ("في الثلاثينات من عمره", "2024-08-06", "publication"),
        ("في القرن التاسع عشر", "1850-07-01", "year"),
        ("في القرن الحادي والعشرين", "2024-08-06", "publication"),
        ("قبل أيام", "2024-08-06", "publication"),
        ("قبل يومين من المحادثات", "2024-08-06", "publication"),
    ],
)
def test_arabic(text: str, day: str, precision: str) -> None:
    assert when(text, "ar") == (day, precision)


def test_the_future_lies_ahead() -> None:
    assert when("on Friday", "en", modality="future") == ("2024-08-09", "day")
    assert when("on 3 January", "en", tense="future") == ("2025-01-03", "day")
    assert when("الخميس المقبل", "ar") == ("2024-08-08", "day")


def test_without_a_publication_date_only_full_dates_count() -> None:
    assert when("on Monday", "en", None) == (None, None)
    assert when("on 5 August", "en", None) == (None, None)
    assert when("on 5 August 2024", "en", None) == ("2024-08-05", "day")
    assert when("في 2003", "ar", None) == ("2003-07-01", "year")
    assert when("في القرن الماضي", "ar", None) == (None, None)


def test_each_predicate_has_the_date_of_its_clause() -> None:
    text = "Iran said/VERB on Tuesday that rebels attacked/VERB a base on Sunday ."
    made = analysis(text, predicates={"said": {}, "attacked": {}})
    days = [time_of(made, p, document(made)) for p in made.predicates]
    assert [(d.date, d.text, d.rule) for d in days] == [
        (date(2024, 8, 6), "Tuesday", "weekday"),
        (date(2024, 8, 4), "Sunday", "weekday"),
    ]


def test_a_date_inside_a_slot_is_preferred() -> None:
    text = "On Monday the army blamed/VERB Iran for the strike/NOUN of 3 May 2024 ."
    made = analysis(text, predicates={"blamed": {}, "strike": {"slots": {"of": (10, 12)}}})
    assert time_of(made, made.predicates[1], document(made)).date == date(2024, 5, 3)
    assert time_of(made, made.predicates[0], document(made)).date == date(2024, 8, 5)


def test_a_dateline_is_the_last_resort() -> None:
    made = analysis("CAIRO , Aug 5 (Wire) - Gunmen attacked/VERB a bank on Sunday .", predicates={"attacked": {}})
    assert time_of(made, made.predicates[0], document(made)).date == date(2024, 8, 4)


def test_verbs_that_govern_each_other_many_times_end_soon() -> None:
    """Every verb governs the two before it: the paths up from the first double with every verb."""
    names = [f"v{n}" for n in range(60)]
    verbs = {
        name: {"slots": {s: (n - d, n - d) for s, d in (("complement", 1), ("participle", 2)) if n >= d}}
        for n, name in enumerate(names)
    }
    made = analysis(" ".join(f"{name}/VERB" for name in names), "en", verbs)
    assert time_of(made, made.predicates[0], document(made)).rule == "publication"
