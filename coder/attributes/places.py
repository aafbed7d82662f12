"""Where an event happened: places named in its sentence, in locative slots first, else the dateline or the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from coder.attributes.cities import City, Key, cities, pieces
from coder.languages import SUPPORTED, normaliser
from coder.model import Analysis, Document, Phrase, Predicate, Token

_DATELINE = {
    "en": re.compile(
        r"\s*([A-Z][A-Za-z .'’-]{2,40}?)(?:, [A-Z][\w. ]{1,30})*(?:, \w+\.? \d{1,2})?\s*(?:\([^)\n]{2,40}\))?"
        r"\s*[-–—]+\s"
    ),
    "ar": re.compile(
        r"\s*([\u0621-\u064a]+(?: [\u0621-\u064a]+){0,2}?)\s*"
        r"(?:/[^/\n]{2,30}/|\([^)\n]{2,40}\)|[-–—،]\s*(?:رويترز|وكالات|أ ?ف ?ب|د ?ب ?أ))\s*[-–—:]*\s"
    ),
}
_NEAR = frozenset(
    {"near", "outside", "around", "قرب", "بالقرب", "حول", "مشارف", "محيط", "خارج", "ضواحي", "جوار", "محاذاه"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place named at ``start``..``end``; a country has no coordinates."""

    start: int
    end: int
    text: str
    name: str
    country: str
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    precision: int = 3


@dataclass(frozen=True, slots=True)
class Location:
    """The place of an event and the rule that chose it: slot, clause, sentence, dateline, document."""

    place: Place
    rule: str


@dataclass(frozen=True, slots=True)
class _Hit:
    first: int
    last: int
    key: Key


class CountryGazetteer:
    """Countries and capitals by normalised name, as given, and cities by GeoNames."""

    def __init__(self, names: Mapping[Key, tuple[str, str]]) -> None:
        self._countries: dict[Key, tuple[str, str]] = {}
        for words, country in names.items():
            self._countries.setdefault(pieces(" ".join(words)), country)
        self._longest = max((len(key) for key in self._countries), default=1)

    def places(self, tokens: Sequence[Token], lang: str, prefer: Sequence[str] = ()) -> list[tuple[Place, int, int]]:
        """The places named by these tokens, longest match first, each with its first and last token (exclusive).

        ``prefer``: countries, nearest first, among which a city of a common name is looked for.
        """
        found = []
        hits = list(self._hits(tokens, lang))
        named = [self._countries[hit.key][0] for hit in hits if hit.key in self._countries]
        for hit in hits:
            place = self._resolve(tokens, hit, lang, [*named, *prefer])
            found.append((place, hit.first, hit.last))
        return found

    def first_country(self, text: str) -> tuple[str, str] | None:
        """The country that a text names first, whatever its language."""
        for lang in SUPPORTED:
            words = pieces(normaliser(lang)(text))
            for position in range(len(words)):
                if country := self._longest_country(words, position):
                    return country
        return None

    def by_name(self, name: str, lang: str) -> Place | None:
        """The place of a name that is known to be one, as in a dateline."""
        key = pieces(normaliser(lang)(name))
        known = self._countries.get(key)
        listed = cities(lang).get(key, ())
        return _place(name, 0, len(name), known, _choose(listed, [known[0]] if known else [], strict=known is not None))

    def _longest_country(self, words: Key, position: int) -> tuple[str, str] | None:
        for size in range(min(self._longest, len(words) - position), 0, -1):
            if country := self._countries.get(words[position : position + size]):
                return country
        return None

    def _hits(self, tokens: Sequence[Token], lang: str) -> Iterator[_Hit]:
        words: list[str] = []
        owner: list[int] = []
        for index, token in enumerate(tokens):
            for piece in pieces(token.norm):
                words.append(piece)
                owner.append(index)
        known = cities(lang)
        position = 0
        while position < len(words):
            starts = position == 0 or owner[position - 1] != owner[position]
            for size in range(min(max(self._longest, 4), len(words) - position), 0, -1) if starts else ():
                key = tuple(words[position : position + size])
                ends = position + size == len(words) or owner[position + size] != owner[position + size - 1]
                if ends and (
                    key in self._countries or (key in known and _may_be_city(tokens, owner, position, size, lang))
                ):
                    yield _Hit(owner[position], owner[position + size - 1] + 1, key)
                    position += size - 1
                    break
            position += 1

    def _resolve(self, tokens: Sequence[Token], hit: _Hit, lang: str, prefer: Sequence[str]) -> Place:
        known = self._countries.get(hit.key)
        listed = cities(lang).get(hit.key, ())
        city = _choose(listed, [known[0]], strict=True) if known else _choose(listed, prefer)
        start, end = tokens[hit.first].start, tokens[hit.last - 1].end
        text = " ".join(token.text for token in tokens[hit.first : hit.last])
        place = _place(text, start, end, known, city)
        assert place is not None
        return place


def _choose(listed: Sequence[City], prefer: Sequence[str], strict: bool = False) -> City | None:
    for country in prefer:
        for city in listed:
            if city.country == country:
                return city
    return None if strict or not listed else listed[0]


def _place(text: str, start: int, end: int, known: tuple[str, str] | None, city: City | None) -> Place | None:
    """A country's own name is the country, even where a city bears it too (Singapore, Kuwait)."""
    if city is not None and not (known and known[1].casefold() == text.casefold()):
        where = (city.latitude, city.longitude, city.geonameid)
        return Place(start, end, text, city.name, city.country, *where, precision=1)
    return Place(start, end, text, known[1], known[0]) if known else None


def _may_be_city(tokens: Sequence[Token], owner: Sequence[int], position: int, size: int, lang: str) -> bool:
    """Many cities are named like common words: they must look like names, or in Arabic be nouns."""
    named = [tokens[index] for index in owner[position : position + size]]
    if lang == "en":
        return all(token.text[:1].isupper() or len(token.norm) < 4 for token in named) and any(
            token.pos == "PROPN" for token in named
        )
    return all(token.pos in ("PROPN", "NOUN", "X", "ADJ") for token in named) and len(named[0].norm) > 2


class PlaceFinder:
    """Finds the place of a predicate. Holds what was found of the sentence and document looked at last."""

    def __init__(self, gazetteer: CountryGazetteer, words: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._sentence: tuple[Analysis, list[tuple[Place, int, int]]] | None = None
        self._document: tuple[Document, str | None, Location | None] | None = None

    def locate(self, analysis: Analysis, predicate: Predicate, document: Document) -> Location | None:
        """The place of a predicate and the rule that found it; None where nothing names one."""
        lang = analysis.sentence.lang
        home, fallback = self._of_document(document, lang)
        found = self._places(analysis, lang, [home] if home else [])
        locative = [item for item in found if self._is_locative(analysis, item, lang)]
        for rule, candidates in (
            ("slot", self._in_slots(predicate, found, lang)),
            ("clause", self._in_clause(analysis, predicate, locative)),
            ("sentence", locative),
        ):
            if candidates:
                return Location(self._sharpened(analysis, _best(predicate, candidates)), rule)
        return fallback

    def _places(self, analysis: Analysis, lang: str, prefer: Sequence[str]) -> list[tuple[Place, int, int]]:
        if self._sentence is None or self._sentence[0] is not analysis:
            nouns = _normalised(lang, tuple(self._words.get(lang, {}).get("country_place_nouns", ())))
            found = self._gazetteer.places(analysis.tokens, lang, prefer)
            named = [item for item in found if not (item[2] == item[1] + 1 and analysis.tokens[item[1]].norm in nouns)]
            self._sentence = analysis, named
        return self._sentence[1]

    def _of_document(self, document: Document, lang: str) -> tuple[str | None, Location | None]:
        if self._document is None or self._document[0] is not document:
            self._document = document, *self._look_through(document, lang)
        return self._document[1], self._document[2]

    def _look_through(self, document: Document, lang: str) -> tuple[str | None, Location | None]:
        """The country a document is about, and the place of its events that name none."""
        head = document.text[:200]
        line = _DATELINE[lang].match(head) if lang in _DATELINE else None
        if line and (place := self._gazetteer.by_name(line[1], lang)):
            at = replace(place, start=line.start(1), end=line.end(1))
            return place.country, Location(at, "dateline")
        country = self._gazetteer.first_country(document.text[:20_000])
        if country is None:
            return None, None
        return country[0], Location(Place(-1, -1, "", country[1], country[0]), "document")

    def _in_slots(
        self, predicate: Predicate, found: Sequence[tuple[Place, int, int]], lang: str
    ) -> list[tuple[Place, int, int]]:
        prepositions = _normalised(lang, tuple(self._words.get(lang, {}).get("locative_prepositions", ())))
        spans = [span for name, phrases in predicate.slots.items() for span in _spans(name, phrases, prepositions)]
        return [item for item in found if any(start <= item[0].start and item[0].end <= end for start, end in spans)]

    def _in_clause(
        self, analysis: Analysis, predicate: Predicate, locative: Sequence[tuple[Place, int, int]]
    ) -> list[tuple[Place, int, int]]:
        """Places with no other verb between them and the predicate."""
        verbs = [p.start for p in analysis.predicates if p.kind == "verb" and p is not predicate]
        kept = []
        for item in locative:
            low, high = sorted((item[0].start, predicate.start))
            if not any(low < verb < high for verb in verbs):
                kept.append(item)
        return kept

    def _is_locative(self, analysis: Analysis, item: tuple[Place, int, int], lang: str) -> bool:
        """Whether a locative preposition, or a noun like "city", stands before the place."""
        lists = self._words.get(lang, {})
        prepositions = _normalised(lang, tuple(lists.get("locative_prepositions", ())))
        nouns = _normalised(lang, tuple(lists.get("country_place_nouns", ())))
        for token in reversed(analysis.tokens[max(0, item[1] - 5) : item[1]]):
            if token.norm in prepositions or token.lemma in prepositions or token.lemma in nouns or token.norm in nouns:
                return True
            if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"):
                return False
        return False

    def _sharpened(self, analysis: Analysis, item: tuple[Place, int, int]) -> Place:
        place, first, _ = item
        near = any(token.norm in _NEAR for token in analysis.tokens[max(0, first - 4) : first])
        return replace(place, precision=2) if near and place.precision == 1 else place


def _spans(name: str, phrases: Sequence[Phrase], prepositions: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a slot that say where: all of a locative slot, the locative attachments of the others."""
    for phrase in phrases:
        if phrase.kind == "clause":
            continue
        if name in prepositions:
            yield phrase.start, phrase.end
        else:
            for preposition, attached in phrase.attached.items():
                yield from _spans(preposition, attached, prepositions)


def _best(predicate: Predicate, found: Sequence[tuple[Place, int, int]]) -> tuple[Place, int, int]:
    """The most exact place, and among those the one nearest to the predicate."""
    return min(found, key=lambda item: (item[0].precision, abs(item[0].start - predicate.start)))


@lru_cache(maxsize=64)
def _normalised(lang: str, words: tuple[str, ...]) -> frozenset[str]:
    normalise = normaliser(lang)
    return frozenset(normalise(word) for word in words)
