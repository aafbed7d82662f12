"""Places: countries as given, cities by GeoNames, and the choice among those that a sentence names."""

from __future__ import annotations

from typing import Any

import pytest

from coder.attributes import AttributeCoder, CountryNames, PlaceIndex
from coder.attributes.places_context import context_of
from coder.model import ActorMention, Attributes, Document
from tests.attributes.tagged import PUBLISHED, analysis, document

WORDS = {
    "en": {
        "locative_prepositions": ("in", "at", "near", "on"),
        "country_place_nouns": ("city", "town"),
        "killed_words": ("kill",),
    },
    "ar": {"locative_prepositions": ("في", "ب", "قرب", "غرب"), "country_place_nouns": ("مدينة",)},
}
COUNTRIES = (
    CountryNames("SYR", {"en": ("Syria",), "ar": ("سوريا",)}, {"en": ("Syrian",), "ar": ("سوري",)}),
    CountryNames("IRQ", {"en": ("Iraq",), "ar": ("العراق",)}, {"en": ("Iraqi",), "ar": ("عراقي",)}),
    CountryNames("EGY", {"en": ("Egypt",), "ar": ("مصر",)}),
    CountryNames("GNB", {"en": ("Guinea-Bissau",)}),
)


@pytest.fixture(scope="module")
def coder() -> AttributeCoder:
    return AttributeCoder(PlaceIndex(COUNTRIES), WORDS)


def attributes(
    coder: AttributeCoder, tagged: str, lang: str, trigger: str, rest: str = "", **fields: Any
) -> Attributes:
    made = analysis(tagged, lang, {trigger: fields})
    source = Document(id="d", text=made.sentence.text + rest, date=PUBLISHED, lang=lang)
    return coder.attributes(made, made.predicates[0], source, None, None)


def test_a_city_in_a_slot(coder: AttributeCoder) -> None:
    tagged = "Rebels/NOUN attacked/VERB troops/NOUN near/ADP Aleppo/PROPN in/ADP Syria/PROPN"
    found = attributes(coder, tagged, "en", "attacked", slots={"near": (4, 4), "in": (6, 6)})
    assert (found.location_text, found.location_name, found.country_iso3) == ("Aleppo", "Aleppo", "SYR")
    assert (found.location_rule, found.geo_precision) == ("slot", 2)
    assert (found.location_start, found.location_end) == (28, 34)
    assert found.latitude == pytest.approx(36.2, abs=0.1)


def test_common_words_do_not_say_where_a_story_plays() -> None:
    index, text = PlaceIndex(COUNTRIES), "The First Minister met the Duma on the Coast. Syria protested."
    assert set(context_of(text, None, "en", index, frozenset({"first", "duma", "coast"})).countries) == {"SYR"}


def test_a_country_is_its_point(coder: AttributeCoder) -> None:
    found = attributes(coder, "Rebels/NOUN attacked/VERB in/ADP Iraq/PROPN", "en", "attacked", slots={"in": (3, 3)})
    assert (found.country_iso3, found.latitude, found.geo_precision) == ("IRQ", 33.0, 3)


def test_a_name_with_a_hyphen_however_it_is_cut(coder: AttributeCoder) -> None:
    tagged = "Rebels/NOUN attacked/VERB in/ADP Guinea/PROPN -/PUNCT Bissau/PROPN"
    assert attributes(coder, tagged, "en", "attacked").country_iso3 == "GNB"


def test_an_actor_is_no_place(coder: AttributeCoder) -> None:
    found = attributes(coder, "Iraq/PROPN attacked/VERB rebels/NOUN in/ADP Syria/PROPN", "en", "attacked")
    assert (found.country_iso3, found.location_rule) == ("SYR", "clause")


def test_the_name_of_an_operation_is_no_place(coder: AttributeCoder) -> None:
    tagged = "Rebels/NOUN attacked/VERB troops/NOUN in/ADP Operation/PROPN Aleppo/PROPN"
    assert attributes(coder, tagged, "en", "attacked").country_iso3 is None
    assert attributes(coder, tagged.replace("Operation/PROPN ", ""), "en", "attacked").country_iso3 == "SYR"


def test_the_dateline_places_what_names_no_place(coder: AttributeCoder) -> None:
    tagged = "CAIRO/PROPN (Wire) - Gunmen/NOUN attacked/VERB a/DET bank/NOUN"
    found = attributes(coder, tagged, "en", "attacked")
    assert (found.location_name, found.location_rule, found.location_start) == ("Cairo", "dateline", 0)


def test_the_country_of_the_document_comes_last(coder: AttributeCoder) -> None:
    found = attributes(coder, "Gunmen/NOUN attacked/VERB a/DET bank/NOUN", "en", "attacked", " It lies in Syria.")
    assert (found.country_iso3, found.location_rule, found.location_text) == ("SYR", "document", None)
    assert attributes(coder, "Gunmen/NOUN attacked/VERB", "en", "attacked").location_rule is None


def test_the_country_of_the_sentence_decides_between_cities(coder: AttributeCoder) -> None:
    tagged = "Rebels/NOUN attacked/VERB in/ADP Tripoli/PROPN ,/PUNCT Syria/PROPN"
    assert attributes(coder, tagged, "en", "attacked").country_iso3 in ("LBY", "SYR")
    common = attributes(coder, "They/PRON met/VERB in/ADP Reading/VERB rooms/NOUN", "en", "met")
    assert common.location_name is None


def test_arabic(coder: AttributeCoder) -> None:
    tagged = "قتل/VERB جندي/NOUN في/ADP مدينة/NOUN الموصل/PROPN غرب/NOUN العراق/PROPN"
    found = attributes(coder, tagged, "ar", "قتل", slots={"في": (3, 4)})
    assert (found.location_text, found.location_name, found.country_iso3) == ("الموصل", "Mosul", "IRQ")
    assert found.location_rule == "slot"


def test_an_arabic_dateline(coder: AttributeCoder) -> None:
    found = attributes(coder, "بغداد/PROPN (وكالات) - قتل/VERB جندي/NOUN", "ar", "قتل")
    assert (found.location_name, found.country_iso3, found.location_rule) == ("Baghdad", "IRQ", "dateline")


def test_deaths_are_given_to_a_side(coder: AttributeCoder) -> None:
    made = analysis("Rebels/NOUN killed/VERB/kill five/NUM soldiers/NOUN", predicates={"killed": {}})
    target = ActorMention(14, 27, "five soldiers", "SYRMIL", None, "agent")
    found = coder.attributes(made, made.predicates[0], document(made), None, target)
    assert (found.fatalities, found.fatalities_target_side, found.fatalities_source_side) == (5, 5, None)
    assert (found.fatalities_text, found.fatalities_start, found.fatalities_end) == ("five soldiers", 14, 27)
