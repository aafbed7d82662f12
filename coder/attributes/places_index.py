"""All places by name: countries from the actor dictionaries, our own places, and the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from coder.attributes.gazetteer import ARABIC_LETTERS, Candidate, Gazetteer, open_gazetteer
from coder.attributes.gazetteer_build import Row
from coder.attributes.places_dictionary import PlaceEntry, read_places
from coder.attributes.places_names import arabic_key, arabic_variants, first_word, latin_key, place_key

COUNTRY, OWN = 4, 3
_AR_PREFIXES = ("وال", "بال", "لل", "فال", "كال", "و", "ب", "ل", "ف", "ك", "وب", "ول")


@dataclass(frozen=True, slots=True)
class CountryNames:
    """What the dictionaries call a country or a region that counts as one. ``whole``: no mere part of its country."""

    iso3: str
    names: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: bool = True


_CACHED = 4_096  # names of a text


class PlaceIndex:
    """Candidates by name. The gazetteer opens with the first name that asks for it."""

    def __init__(
        self,
        countries: Iterable[CountryNames],
        others: Iterable[Mapping[str, Iterable[str]]] = (),
        persons: Iterable[Mapping[str, Iterable[str]]] = (),
        gazetteer: Gazetteer | None = None,
    ) -> None:
        """``others``: names of actors that are no countries, by language; what they cover is no place.

        ``persons``: of people, whose last name alone is no place either where the document gives the full name.
        """
        self._countries = tuple(countries)
        self._persons = tuple(persons)
        self._others = (*others, *self._persons)
        self._given = gazetteer
        self._named: dict[str, frozenset[str]] = {}
        self._cache: dict[tuple[str, str], tuple[Candidate, ...]] = {}
        self.arabic_word = lru_cache(maxsize=_CACHED)(self.arabic_name)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """GeoNames' towns, districts and provinces."""
        return self._given or open_gazetteer()

    @cached_property
    def points(self) -> Mapping[str, PlaceEntry]:
        """The point that stands for each country."""
        return {entry.country: entry for entry in read_places() if entry.kind == "country"}

    @cached_property
    def _own(self) -> dict[tuple[str, str], list[Candidate]]:
        table: dict[tuple[str, str], list[Candidate]] = {}
        for number, entry in enumerate(read_places(), 1):
            if entry.kind != "country":
                _enter(table, entry.names, Candidate(self._row(number, entry), OWN))
        own = set(table)
        english: dict[str, str] = {}
        for country in self._countries:
            if country.whole:
                english.setdefault(country.iso3, next(iter(country.names.get("en", ())), country.iso3))
                _enter(table, country.names, Candidate(self._country(country), COUNTRY))
        for country in self._countries:
            if not country.whole:
                self._enter_part(table, country, own)
        return table

    @cached_property
    def demonyms(self) -> Mapping[tuple[str, str], str]:
        """Countries by the word for their people, in the forms of a text."""
        table: dict[tuple[str, str], str] = {}
        for country in self._countries:
            for lang, listed in country.demonyms.items():
                for word in listed:
                    for form in _demonym_forms(word, lang):
                        table.setdefault((lang, form), country.iso3)
        return table

    def _actors(self, lang: str) -> frozenset[str]:
        """The names of actors in a language that are no names of places."""
        if lang not in self._named:
            keys = {place_key(name, lang) for table in self._others for name in table.get(lang, ())}
            self._named[lang] = frozenset(key for key in keys if (lang, key) not in self._own)
        return self._named[lang]

    @cached_property
    def _surnames(self) -> Mapping[tuple[str, str], frozenset[str]]:
        table: dict[tuple[str, str], set[str]] = {}
        for names in self._persons:
            for lang, listed in names.items():
                for key in (place_key(name, lang) for name in listed):
                    if " " in key:
                        table.setdefault((lang, key.rsplit(" ", 1)[1]), set()).add(key)
        return {key: frozenset(full) for key, full in table.items()}

    def full_names(self, surname: str, lang: str) -> frozenset[str]:
        """The keys of the known persons who bear a last name."""
        return self._surnames.get((lang, place_key(surname, lang)), frozenset())

    def is_actor(self, name: str, lang: str) -> bool:
        """Whether a name is that of a person, an organisation or a medium."""
        return self.is_actor_key(place_key(name, lang), lang)

    def is_actor_key(self, key: str, lang: str) -> bool:
        """The same for a name that is a key already."""
        return key in self._actors(lang)

    @cached_property
    def _arabic_tails(self) -> frozenset[str]:
        """The words that stand behind the first one in any Arabic name of a place or an actor."""
        keys = (*self._arabic_keys, *self._actors("ar"))
        return frozenset(word for key in keys if " " in key for word in key.split()[1:])

    @cached_property
    def _arabic_keys(self) -> frozenset[str]:
        """All Arabic names of places, with and without their article."""
        own = (key for lang, key in self._own if lang == "ar")
        return frozenset(form for key in (*own, *self.gazetteer.arabic_keys) for form in arabic_variants(key))

    def goes_on(self, key: str) -> bool:
        """Whether an Arabic name of several words can go on with the word that has this key."""
        if key and " " not in key:
            return key in self._arabic_tails
        return self._arabic_tails.issuperset(key.split())

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first words of our own English names of several words."""
        return frozenset(key.split(" ", 1)[0] for lang, key in self._own if lang == "en" and " " in key)

    def may_begin(self, word: str) -> bool:
        """Whether an English name of several words may begin with a word: most words with a capital begin none."""
        first = first_word(word)
        return first is None or first in self._beginnings or first in self.gazetteer.beginnings

    def may_mean(self, key: str) -> bool:
        """Whether Arabic words with this key may name a place: else they have no candidates."""
        return key in self._arabic_keys or not ARABIC_LETTERS[0] <= key < ARABIC_LETTERS[1]

    def arabic_name(self, name: str) -> tuple[str, tuple[Candidate, ...]] | None:
        """The place that Arabic words name, without the clitics on them, where the name is hardly a common word.

        ``arabic_word`` is the same for a single word, with what was found kept.
        """
        if len(name) > 2 and (found := _strong(self.candidates(name, "ar"))):
            return name, found
        for prefix in _AR_PREFIXES:
            if name.startswith(prefix) and len(name) > len(prefix) + 2:
                bare = name[len(prefix) :]
                bare = "ال" + bare if prefix.endswith("ل") and prefix != "ل" and prefix != "ول" else bare
                if found := _strong(self.candidates(bare, "ar")):
                    return bare, found
        return None

    def candidates(self, name: str, lang: str) -> tuple[Candidate, ...]:
        """What a name may mean."""
        key = place_key(name, lang)
        if lang == "ar" and not self.may_mean(key):
            return ()
        if lang == "en" and name.endswith(".") and (dotted := self._own.get((lang, key + "."))):
            return tuple(dotted)
        if (found := self._cache.get((lang, key))) is None:
            if len(self._cache) >= _CACHED:
                self._cache.clear()
            found = self._cache[lang, key] = self._find(key, lang)
        return found

    def country(self, iso3: str) -> Row:
        """A country by its code."""
        listed = (c for c in self._countries if c.iso3 == iso3 and c.whole)
        return self._country(next(listed, CountryNames(iso3, {})))

    def _find(self, key: str, lang: str) -> tuple[Candidate, ...]:
        if not key:
            return ()
        forms = arabic_variants(key) if lang == "ar" else (key,)
        own = next((self._own[lang, form] for form in forms if (lang, form) in self._own), [])
        listed = (c for c in self.gazetteer.named(key, lang) if not any(_same(c.row, other.row) for other in own))
        if any(c.rank == COUNTRY for c in own):
            listed = (c for c in listed if c.rank == 2)
        return (*own, *listed)

    def _row(self, number: int, entry: PlaceEntry) -> Row:
        """An entry as a row; a province or town that GeoNames has too keeps GeoNames' number and people."""
        name = next(iter(entry.names["en"]), entry.id)
        where = entry.latitude, entry.longitude
        if entry.kind == "town" and (town := self._town(entry)):
            return town._replace(name=name, latitude=where[0], longitude=where[1])
        province = self._province(entry.admin1 or (name if entry.kind == "province" else ""), entry.country)
        admin1, admin1_id = (province.name, province.id) if province else (entry.admin1, None)
        if province and entry.kind == "province":
            return province._replace(name=name, latitude=where[0], longitude=where[1])
        return Row(-number, name, entry.country, admin1, None, admin1_id, *where, 0, entry.kind)

    def _town(self, entry: PlaceEntry) -> Row | None:
        for lang, names in entry.names.items():
            for name in names:
                for row, _ in (
                    *self.gazetteer.named(name, lang),
                    *self.gazetteer.sounding(name, lang, [entry.country]),
                ):
                    close = abs(row.latitude - entry.latitude) < 0.15 and abs(row.longitude - entry.longitude) < 0.15
                    if close and row.country == entry.country and row.kind in ("town", "capital"):
                        return row
        return None

    def _province(self, name: str, country: str) -> Row | None:
        if not name or not country:
            return None
        named = self.gazetteer.named(name, "en")
        return next((c.row for c in named if c.row.kind == "province" and c.row.country == country), None)

    def _country(self, country: CountryNames) -> Row:
        name = next(iter(country.names.get("en", ())), country.iso3)
        point = self.points.get(country.iso3)
        where = (point.latitude, point.longitude) if point else (float("nan"), float("nan"))
        return Row(0, name, country.iso3, None, None, None, *where, 0, "country")

    def _enter_part(
        self, table: dict[tuple[str, str], list[Candidate]], country: CountryNames, own: set[tuple[str, str]]
    ) -> None:
        """A part of a country is the place of our own or the province of that name, else stands for its country."""
        first = next(iter(country.names.get("en", ())), "")
        known = table.get(("en", latin_key(first)), []) if ("en", latin_key(first)) in own else []
        province = self._province(first, country.iso3)
        if known:
            candidate = known[0]
        elif province:
            candidate = Candidate(province, OWN)
        else:
            candidate = Candidate(self._country(country)._replace(kind="region"), OWN)
        _enter(table, country.names, candidate)


def _strong(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Arabic has no capitals: only names that are hardly common words."""
    if any(c.rank >= OWN or c.row.kind == "capital" or c.row.population >= 100_000 for c in found):
        return found
    return ()


def _same(one: Row, other: Row) -> bool:
    """Whether two rows are one place under two numbers."""
    if one.id == other.id:
        return True
    points = {"town", "capital"}
    near = abs(one.latitude - other.latitude) < 0.15 and abs(one.longitude - other.longitude) < 0.15
    return near and ((one.kind in points) == (other.kind in points))


def _enter(
    table: dict[tuple[str, str], list[Candidate]], names: Mapping[str, Iterable[str]], candidate: Candidate
) -> None:
    for lang, listed in names.items():
        for name in listed:
            short = lang == "en" and candidate.row.kind == "province" and name.endswith(".")
            same = table.setdefault((lang, place_key(name, lang) + "." * short), [])
            if all(c.row.name != candidate.row.name or c.row.country != candidate.row.country for c in same):
                same.append(candidate)


def _demonym_forms(word: str, lang: str) -> Iterable[str]:
    key = arabic_key(word) if lang == "ar" else latin_key(word)
    if lang == "en":
        return (key, key + "s")
    forms = [key, key + "ه", key + "ين", key + "ون", key + "ات"]
    return [*forms, *("ال" + form for form in forms)]
