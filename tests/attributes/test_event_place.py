"""The place of an event from raw sentences: parsed, named places resolved, one chosen by rule."""

from __future__ import annotations

import pytest

from coder.languages.split import sentences
from coder.model import Attributes, Document
from tests.full import coder

ENGLISH = [
    # text, trigger, name, country, precision, rule
    ("Gunmen killed four traders in Baidoa.", "killed", "Baidoa", "SOM", 1, "slot"),
    ("Gunmen killed four traders near the town of Baidoa in Somalia.", "killed", "Baidoa", "SOM", 2, "slot"),
    ("A mine exploded 40 km north of Kirkuk on Friday.", "exploded", "Kirkuk", "IRQ", 2, None),
    ("Militants attacked soldiers outside Maiduguri.", "attacked", "Maiduguri", "NGA", 2, "slot"),
    ("Rebels seized the town of Goma in North Kivu.", "seized", "Goma", "COD", 1, "slot"),
    ("Aircraft bombed the Jabalia camp in the Gaza Strip.", "bombed", "Jabalia", "PSE", 1, "slot"),
    ("Drones struck Bagram on Sunday.", "struck", "Bagram", "AFG", 1, "slot"),
    ("Workers marched in Sfax, Tunisia.", "marched", "Sfax", "TUN", 1, "slot"),
    ("Police arrested two brothers in Paris, Texas.", "arrested", "Paris", "USA", 1, "slot"),
    ("Police arrested two brothers in Paris.", "arrested", "Paris", "FRA", 1, "slot"),
    ("Rival clans fought in Tripoli, Lebanon.", "fought", "Tripoli", "LBN", 1, "slot"),
    ("Rival militias fought in Tripoli, Libya.", "fought", "Tripoli", "LBY", 1, "slot"),
    ("The army killed nine rebels in Darfur.", "killed", "Darfur", "SDN", 3, "slot"),
    ("The army killed nine rebels in the Nuba Mountains.", "killed", "Nuba Mountains", "SDN", 3, "slot"),
    ("Troops shot a farmer in Idlib province.", "shot", "Idlib Governorate", "SYR", 3, "slot"),
    ("Troops shot a farmer in Edlib, Syria.", "shot", "Idlib", "SYR", 1, "slot"),
    ("Jets bombed a bridge in Deir Ezzor.", "bombed", "Deir Ezzor", "SYR", 1, "slot"),
    ("Jets bombed a bridge in Iraq.", "bombed", "Iraq", "IRQ", 3, "slot"),
    ("Crowds protested in Tahrir Square in Baghdad.", "protested", "Tahrir Square", "IRQ", 1, "slot"),
    ("Crowds protested in Tahrir Square in Cairo.", "protested", "Tahrir Square", "EGY", 1, "slot"),
    ("The two ministers met in Muscat.", "met", "Muscat", "OMN", 1, "slot"),
    ("Pirates attacked a tanker in the Gulf of Aden.", "attacked", "Gulf of Aden", None, 3, "slot"),
    ("Fighters shelled the Mitiga airport in Libya.", "shelled", "Mitiga", "LBY", 1, "slot"),
    ("Settlers attacked villagers in the West Bank town of Huwara.", "attacked", "Huwara", "PSE", 1, "slot"),
    ("Trucks entered through the Rafah crossing in Egypt.", "entered", "Rafah crossing", "PSE", 1, None),
    ("In Nairobi, officers fired tear gas.", "fired", "Nairobi", "KEN", 1, None),
    ("NAIROBI (Wire) - Officers beat a student.", "beat", "Nairobi", "KEN", 1, "dateline"),
    ("BEIRUT, Lebanon - Soldiers shot a driver.", "shot", "Beirut", "LBN", 1, "dateline"),
    ("Soldiers shot a driver. Sudan has seen much of this.", "shot", "Sudan", "SDN", 3, "document"),
    ("Iran condemned Israel.", "condemned", None, None, None, "document"),
    ("Somebody shot a driver.", "shot", None, None, None, None),
]

ARABIC = [
    ("قتل مسلحون أربعة تجار في مدينة بيدوا.", "قتل", "Baidoa", "SOM", 1, "slot"),
    ("استهدفت طائرة مسيرة عين الأسد في العراق.", "استهدفت", "Ain al-Asad", "IRQ", 1, "slot"),
    ("قصفت المدفعية قاعدة عين الأسد بمحافظة الأنبار.", "قصفت", "Ain al-Asad", "IRQ", 1, "slot"),
    ("هاجم مسلحون دورية قرب الموصل.", "هاجم", "Mosul", "IRQ", 2, "slot"),
    ("هاجم مسلحون دورية على بعد 20 كيلومترا شمال كركوك.", "هاجم", "Kirkuk", "IRQ", 2, None),
    ("قتل الجيش تسعة متمردين في دارفور.", "قتل", "Darfur", "SDN", 3, "slot"),
    ("قتل الجيش تسعة متمردين غرب العراق.", "قتل", "Iraq", "IRQ", 3, "slot"),
    ("قصفت الطائرات مخيم النصيرات.", "قصفت", "Nuseirat", "PSE", 1, "slot"),
    ("اقتحم جنود بلدة حوارة في الضفة الغربية.", "اقتحم", "Huwara", "PSE", 1, None),
    ("تظاهر عمال في صفاقس.", "تظاهر", "Sfax", "TUN", 1, "slot"),
    ("اعتقلت الشرطة طالبا في سيدي بوزيد.", "اعتقلت", "Sidi Bouzid", "TUN", 1, "slot"),
    ("اجتمع الوزيران في مسقط.", "اجتمع", "Muscat", "OMN", 1, "slot"),
    ("هاجم قراصنة ناقلة في خليج عدن.", "هاجم", "Gulf of Aden", None, 3, "slot"),
    ("قصف المتمردون ريف إدلب.", "قصف", "Idlib Governorate", "SYR", 3, "slot"),
    ("قصف المتمردون خاركيف.", "قصف", "Kharkiv", "UKR", 1, "slot"),
    ("بيروت (وكالات) - هاجم مسلحون دورية.", "هاجم", "Beirut", "LBN", 1, "dateline"),
    ("هاجم مسلحون دورية. يشهد السودان حربا منذ عامين.", "هاجم", "Sudan", "SDN", 3, "document"),
    ("تجمع محتجون في ميدان التحرير بالقاهرة.", "تجمع", "Tahrir Square", "EGY", 1, "slot"),
]


def place_of(text: str, trigger: str, lang: str) -> Attributes:
    document = Document("d", text, lang=lang)
    for analysis in coder().analyse(sentences(document)):
        for predicate in analysis.predicates:
            if text[predicate.start : predicate.end] == trigger:
                return coder().attribute_coder.attributes(analysis, predicate, document)
    raise AssertionError(f"no predicate {trigger}")


@pytest.mark.parametrize(("text", "trigger", "name", "country", "precision", "rule"), ENGLISH)
def test_english(
    text: str, trigger: str, name: str | None, country: str | None, precision: int | None, rule: str | None
) -> None:
    _check(place_of(text, trigger, "en"), name, country, precision, rule)


@pytest.mark.parametrize(("text", "trigger", "name", "country", "precision", "rule"), ARABIC)
def test_arabic(
    text: str, trigger: str, name: str | None, country: str | None, precision: int | None, rule: str | None
) -> None:
    _check(place_of(text, trigger, "ar"), name, country, precision, rule)


def _check(found: Attributes, name: str | None, country: str | None, precision: int | None, rule: str | None) -> None:
    if name is not None:
        assert (found.location_name, found.country_iso3, found.geo_precision) == (name, country, precision)
        assert found.latitude is not None
        assert found.longitude is not None
        assert round(found.latitude, 4) == found.latitude
    if rule is not None:
        assert found.location_rule == rule


def test_the_province_is_filled() -> None:
    assert place_of("Gunmen killed a judge in Mosul.", "killed", "en").admin1 == "Nīnawá"
    assert place_of("قصفت المدفعية قاعدة عين الأسد.", "قصفت", "ar").admin1 == "Al Anbār"


def test_a_region_of_many_countries_is_no_place_of_talks() -> None:
    found = place_of("The two ministers discussed peace in the Middle East.", "discussed", "en")
    assert found.location_rule in ("slot", None)


def names(text: str, lang: str) -> list[str]:
    (record,) = coder().place_records([Document("d", text, lang=lang)])
    assert all(text[p["start"] : p["end"]] == p["text"] for p in record["places"])
    return [place["name"] for place in record["places"]]


def test_people_organisations_and_common_words_are_no_places() -> None:
    assert names("Michael Jordan praised the Xinhua agency.", "en") == []
    assert "Austin" not in names("وصل لويد أوستن أمس. وقال أوستن إن الزيارة مهمة.", "ar")
    assert names("أكد العديد من المسؤولين على الصعيد الدولي أن الحد الأقصى لم يفرض.", "ar") == []


def test_every_place_named() -> None:
    assert names("Convoys left Hodeidah for Sanaa.", "en") == ["Hodeidah", "Sanaa"]
    assert names("انسحبت القوات من حلب وحماة وحمص.", "ar")[0] == "Aleppo"
    assert names("KHARTOUM (Wire) - Shops closed.", "en") == ["Khartoum"]
