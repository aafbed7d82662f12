"""The compiled gazetteer: built once into the user's cache, then read by name."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import platformdirs

from coder.attributes.gazetteer_build import Row, build, read_header, source_version
from coder.attributes.places_names import (
    arabic_key,
    arabic_skeleton,
    arabic_variants,
    article_free,
    latin_key,
    skeleton,
)

__all__ = ["ARABIC_LETTERS", "Candidate", "Gazetteer", "open_gazetteer"]

_CACHED = 4_096
ARABIC_LETTERS = "\u0621", "\u0700"
# Countries whose names of places come into English from another script, in more than one spelling.
_TRANSLITERATED = frozenset(
    "AFG ARE ARM AZE BGD BGR BHR BLR COM CYP DJI DZA EGY ERI ETH GEO GRC IND IRN IRQ ISR JOR KAZ KGZ KHM KWT LBN "
    "LBY LKA MAR MKD MMR MNG MRT NPL OMN PAK PRK PSE QAT RUS SAU SDN SOM SRB SSD SYR TCD TJK TKM TUN UKR UZB XKX "
    "YEM".split()
)


class Candidate(NamedTuple):
    """A place that a name may mean. ``rank``: 2 its main name, 1 a spelling of it, 0 another name, -1 sounds alike."""

    row: Row
    rank: int


class Gazetteer:
    """Places by name. Each process opens its own; reading never writes."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._base = sqlite3.connect(uri, uri=True, check_same_thread=False)
        read_header(self._base)
        self._named = lru_cache(maxsize=_CACHED)(self._read_named)
        self._sounding = lru_cache(maxsize=_CACHED)(self._read_sounding)

    @cached_property
    def arabic_keys(self) -> frozenset[str]:
        """All Arabic names, in the form in which names are compared: most words of a text are none."""
        query = "SELECT DISTINCT key FROM name WHERE key >= ? AND key < ?"
        return frozenset(key for (key,) in self._base.execute(query, ARABIC_LETTERS))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first words of all names of several words, in the form in which names are compared."""
        return frozenset(word for (word,) in self._base.execute("SELECT word FROM beginning"))

    def named(self, name: str, lang: str) -> tuple[Candidate, ...]:
        """The places of a name, those with the most people first."""
        return self._named(arabic_key(name) if lang == "ar" else latin_key(name), lang)

    def sounding(self, name: str, lang: str, countries: Iterable[str]) -> tuple[Candidate, ...]:
        """Places of these countries whose Latin name is another transliteration of ``name``."""
        key = arabic_key(name) if lang == "ar" else latin_key(name)
        sound = arabic_skeleton(key) if lang == "ar" else skeleton(key)
        wanted = _TRANSLITERATED.intersection(countries) if lang == "en" else set(countries)
        if len(sound) < 3 or not wanted:
            return ()
        rows = self._sounding(sound)
        near = [r for r in rows if r.country in wanted and (lang == "ar" or _like(key, latin_key(r.name)))]
        return tuple(Candidate(row, -1) for row in sorted(near, key=lambda r: (-r.population, r.id)))

    def by_id(self, number: int) -> Row | None:
        """The place of a GeoNames id."""
        found = self._base.execute("SELECT * FROM place WHERE id = ?", (number,)).fetchone()
        return Row(*found) if found else None

    def _read_sounding(self, sound: str) -> tuple[Row, ...]:
        query = "SELECT place.* FROM sound JOIN place ON place.id = sound.place WHERE sound.key = ?"
        return tuple(Row(*found) for found in self._base.execute(query, (sound,)))

    def _read_named(self, key: str, lang: str) -> tuple[Candidate, ...]:
        tried = arabic_variants(key) if lang == "ar" else tuple(dict.fromkeys((key, article_free(key))))
        found: dict[int, Candidate] = {}
        query = "SELECT place.*, name.rank FROM name JOIN place ON place.id = name.place WHERE name.key = ?"
        for position, form in enumerate(tried):
            for row in self._base.execute(query, (form,)):
                rank = row[-1] - (1 if position else 0)
                if row[0] not in found or rank > found[row[0]].rank:
                    found[row[0]] = Candidate(Row(*row[:-1]), max(rank, 0))
        return tuple(sorted(found.values(), key=lambda c: (-c.row.population, c.row.id)))


def _like(one: str, other: str) -> bool:
    """Two keys of one skeleton that also agree in length and in how they begin."""
    a, b = article_free(one).replace(" ", ""), article_free(other).replace(" ", "")
    vowels = "aeiouy"
    begins = a[:1] == b[:1] or (a[:1] in vowels and b[:1] in vowels) or {a[:1], b[:1]} <= set("kqcgj")
    return begins and SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.65


def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer, built on first use. ``folder``: the cache; the user's own by default."""
    folder = folder or Path(platformdirs.user_cache_dir("event-coder"))
    name = f"gazetteer-{source_version()}.sqlite"
    for place in (folder, Path(tempfile.gettempdir()) / f"event-coder-{_user()}"):
        if opened := _opened(place / name):
            return opened
    for place in (folder, Path(tempfile.gettempdir()) / f"event-coder-{_user()}"):
        if _built(place / name) and (opened := _opened(place / name)):
            return opened
    raise OSError(f"the gazetteer can be written neither to {folder} nor to {tempfile.gettempdir()}")


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def _opened(path: Path) -> Gazetteer | None:
    try:
        return Gazetteer(path) if path.is_file() else None
    except sqlite3.Error:
        return None


def _built(path: Path) -> bool:
    """Build beside the target, then move: whoever reads sees all of it or nothing, however many build at a time."""
    part = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
        os.close(handle)
        part = Path(made)
        build(part)
        part.replace(path)
    except (OSError, sqlite3.OperationalError):
        return False
    finally:
        if part is not None:
            part.unlink(missing_ok=True)
    return True
