"""The compiled gazetteer: names in many spellings, the cache, and the project's own places."""

from __future__ import annotations

import sqlite3
from multiprocessing import get_context
from pathlib import Path

import pytest

from coder.attributes import gazetteer
from coder.attributes.gazetteer import Gazetteer, open_gazetteer
from coder.attributes.gazetteer_build import Row
from coder.attributes.places_dictionary import precision_of, read_places
from coder.attributes.places_index import CountryNames, PlaceIndex
from coder.attributes.places_names import (
    arabic_key,
    arabic_skeleton,
    arabic_variants,
    article_free,
    first_word,
    latin_key,
    skeleton,
)
from coder.errors import DictionaryError


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sana'a", "Sanaa"), ("Deir ez-Zor", "deir ez zor"), ("Saint Petersburg", "St. Petersburg"), ("Şırnak", "Sirnak")],
)
def test_keys_of_spellings_are_the_same(one: str, other: str) -> None:
    assert latin_key(one) == latin_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Idlib", "Edlib"),
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Al Ḩudaydah", "Hodeidah"),
        ("Al Qāmishlī", "Qamishli"),
        ("Ma‘arrat an Nu‘mān", "Maarat al-Numan"),
        ("Banghazi", "Benghazi"),
    ],
)
def test_transliterations_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(latin_key(one)) == skeleton(latin_key(other))


@pytest.mark.parametrize("name", ["Deir ez-Zor", "Saint Petersburg", "New York", "Port-au-Prince", "São Paulo"])
def test_names_of_several_words_begin_with_the_first_one(name: str) -> None:
    assert first_word(name.split()[0]) in open_gazetteer().beginnings


def test_some_words_begin_no_name_of_several_words() -> None:
    assert first_word("Prosecutors") not in open_gazetteer().beginnings
    assert first_word("al-Hasakah") is None
    assert first_word("The") is None


def test_arabic_names() -> None:
    assert arabic_key("إدلب") == arabic_key("ادلب")
    assert arabic_variants("الموصل") == ("الموصل", "موصل")
    assert arabic_skeleton("كيسمايو") == skeleton("kismayo")
    assert article_free("al") == "al"


@pytest.mark.parametrize(
    ("name", "lang", "country", "kind"),
    [
        ("Mosul", "en", "IRQ", "town"),
        ("الموصل", "ar", "IRQ", "town"),
        ("Baghdad", "en", "IRQ", "capital"),
        ("Anbar", "en", "IRQ", "province"),
        ("الأنبار", "ar", "IRQ", "province"),
        ("Adair County", "en", "USA", "district"),
    ],
)
def test_places_by_name(name: str, lang: str, country: str, kind: str) -> None:
    assert any(c.row.country == country and c.row.kind == kind for c in open_gazetteer().named(name, lang))


def test_a_town_lies_in_its_province() -> None:
    table = open_gazetteer()
    (mosul,) = [c.row for c in table.named("Mosul", "en") if c.row.country == "IRQ" and c.row.kind == "town"]
    assert mosul.admin1 == "Nīnawá"
    assert mosul.admin1_id is not None
    province = table.by_id(mosul.admin1_id)
    assert province is not None
    assert province.kind == "province"


def test_other_transliterations_only_in_the_countries_asked_for() -> None:
    table = open_gazetteer()
    assert [c.row.name for c in table.sounding("Edlib", "en", ["SYR"])] == ["Idlib"]
    assert table.sounding("Edlib", "en", []) == ()
    assert table.sounding("Edlib", "en", ["FRA"]) == ()


SMALL = Row(1, "Testtown", "IRQ", None, None, None, 33.0, 44.0, 1000, "town")


def tiny(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.executescript(
            "CREATE TABLE place (id INTEGER PRIMARY KEY); CREATE TABLE name (key); CREATE TABLE sound (key);"
        )


def test_the_table_is_built_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Path] = []
    monkeypatch.setattr(gazetteer, "build", lambda path: (built.append(path), tiny(path)))
    for _ in range(2):
        assert isinstance(open_gazetteer(tmp_path), Gazetteer)
    assert len(built) == 1
    assert [path.suffix for path in tmp_path.iterdir()] == [".sqlite"]


def test_a_broken_table_is_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "build", tiny)
    open_gazetteer(tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"no table")
    assert isinstance(open_gazetteer(tmp_path), Gazetteer)


def test_a_folder_without_rights_falls_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer, "build", tiny)
    monkeypatch.setattr(gazetteer.tempfile, "gettempdir", lambda: str(tmp_path / "temporary"))
    barred = tmp_path / "file"
    barred.write_text("a file where the folder should be")
    assert isinstance(open_gazetteer(barred / "cache"), Gazetteer)
    assert list((tmp_path / "temporary").rglob("*.sqlite"))


def open_one(folder: str) -> bool:
    gazetteer.build = tiny  # type: ignore[assignment]
    return isinstance(open_gazetteer(Path(folder)), Gazetteer)


def test_processes_may_build_at_the_same_time(tmp_path: Path) -> None:
    with get_context("fork").Pool(4) as pool:
        assert all(pool.map(open_one, [str(tmp_path)] * 8))
    assert [path.suffix for path in tmp_path.iterdir()] == [".sqlite"]


def test_our_own_places_are_sound() -> None:
    places = read_places()
    assert len({place.id for place in places}) == len(places)
    assert {"ain_al_asad", "bagram", "hmeimim", "jabalia", "rafah_crossing"} <= {place.id for place in places}
    assert all(place.names["en"] for place in places if place.kind != "country")
    assert (precision_of("base"), precision_of("district"), precision_of("province")) == (1, 2, 3)


def test_faults_are_listed_with_their_lines(tmp_path: Path) -> None:
    text = "- id: a\n  kind: moon\n  latitude: 99.5\n  longitude: 10\n- id: b\n  kind: base\n  color: red\n"
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DictionaryError) as caught:
        read_places(tmp_path)
    message = str(caught.value)
    for part in (
        "wrong.yaml:1",
        "unknown kind 'moon'",
        "'99.5' is no latitude",
        "unknown field 'color'",
        "'latitude' is missing",
    ):
        assert part in message


def test_names_of_countries_and_people() -> None:
    index = PlaceIndex(
        [CountryNames("JOR", {"en": ("Jordan",), "ar": ("الأردن",)}, {"en": ("Jordanian",)})],
        persons=[{"en": ("Michael Jordan",)}],
    )
    assert index.candidates("Jordan", "en")[0].row.country == "JOR"
    assert index.candidates("الأردن", "ar")[0].row.name == "Jordan"
    assert index.demonyms["en", "jordanians"] == "JOR"
    assert index.full_names("Jordan", "en") == {"michael jordan"}
    assert index.is_actor("Michael Jordan", "en")
    assert index.candidates("Ky.", "en")[0].row.name == "Kentucky"


def test_numbers_of_regions_are_no_names() -> None:
    assert not any(open_gazetteer().named(word, "en") for word in ("I", "X", "IX"))
