"""What a document says about where it plays: countries, provinces, towns, and names pinned down by "Town, Province"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import cos, hypot, log10, radians
from types import MappingProxyType

from coder.attributes.gazetteer import Candidate
from coder.attributes.gazetteer_build import Row
from coder.attributes.places_index import COUNTRY, OWN, PlaceIndex
from coder.attributes.places_names import arabic_key, place_key

SCANNED = 20_000
OPERATION = "Operation"  # before the name that the police or an army give to what they do (Operation Sinai)
_LEAD = 300
_NEAR_KM = 120.0
# How much a story's country must weigh, and how much beside it the next country may: outweighed, hardly named.
_ABOUT, _OUTWEIGHED, _ALONE = 2.0, 0.5, 0.25
# How much it must weigh where no other country is named in a text of more than a few sentences; if it acts, too.
_NAMED_ALONE, _ACTS_ALONE, _STORY = 1.5, 1.0, 300
_OUTWEIGHED_AT_THE_SCENE, _SCENES = 0.67, 3
_OF_AN_ACTOR = 0.7
_CITY, _DWARF = 100_000, 8
_CAPITALISED = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’ʿ‘-]*\.?"
_EN_WORD = re.compile(
    rf"(?:the\s+)?({_CAPITALISED}(?:(?:\s+|-)(?:(?:of|the|al|el|ez|es|de|la|le|sur|and|du|da|do|del|en|upon)\s+)?{_CAPITALISED})*)"
)
_EN_PART = re.compile(_CAPITALISED)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,3}")
_POSSESSIVE = re.compile(r"['’]s$")
_OWNED = re.compile(r"['’]s\s+(?:\w+ern\s+)?")
# A border is named after what lies behind it.
_BORDER = {
    "en": (
        re.compile(r"\b(?:border|frontier)s?\s+with\s+(?:the\s+)?$"),
        re.compile(r"(?:['’]s)?\s+(?:border|frontier)s?\b"),
    ),
    "ar": (re.compile(r"حدود[^\s.،]*\s+مع\s+$"), re.compile(r"(?!)")),
}
_BEHIND_A_BORDER = 0.2
_ARTICLE = "the "
_PART = re.compile(r"[^\W_][\w'’ʿ‘.]*", re.UNICODE)
_AR_WORD = re.compile("[\u0621-\u065f\u0670]+")
_BETWEEN_EN = re.compile(
    r"\s*[,(]\s*(?:in\s+)?(?:the\s+)?(?:\w+ern\s+)?|\s+in\s+(?:the\s+)?(?:\w+(?:ern|west|east)\s+)?(?:\w+\s+of\s+)?"
    r"|'s\s+(?:\w+ern\s+)?|\s+and\s+other\s+parts\s+of\s+",
)
_BETWEEN_AR = re.compile(
    r"\s*[،(]\s*|\s+(?:في\s+|ب|ب?ريف\s+)?(?:محافظة|ولاية|إقليم|اقليم|قضاء|منطقة)?\s*(?:شمال|جنوب|شرق|غرب|وسط)?[يى]?\s*"
    r"|\s+(?:التابعة|التابع)\s+لمحافظة\s+"
)
_TOLD = {
    "en": re.compile(r"\b(?:in|at|near|inside|outside|around|across)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE),
    "ar": re.compile(r"(?:\b|\b[وف])(?:في|قرب|داخل|وسط|شمال|جنوب|شرق|غرب)[يى]?\s+(?:\w+\s+){0,2}$|\bب\w*\s+$"),
}
_PARISH = 10_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A name found in the raw text."""

    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]


@dataclass(slots=True)
class Context:
    """The weight of each country, the provinces named, places that are certain, and names that are pinned down.

    ``named``: countries of which more is named than their people; ``characters``: the length of the text.
    """

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: set[str] = field(default_factory=set)
    provinces: set[int] = field(default_factory=set)
    sure: dict[tuple[int, str], Row] = field(default_factory=dict)
    pinned: dict[str, Row] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)
    focus: str | None = None
    heaviest: float = 0.0
    scenes: dict[int, Row] = field(default_factory=dict)
    told: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    characters: int = 0

    def share(self, country: str) -> float:
        """How much the document is about a country, against the one that it is most about."""
        return self.countries.get(country, 0.0) / self.heaviest if self.heaviest else 0.0

    def near_countries(self) -> list[str]:
        """The countries named, the most frequent first."""
        return [country for country, _ in sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))]


def context_of(text: str, title: str | None, lang: str, index: PlaceIndex, nameless: frozenset[str]) -> Context:
    """Read a document for its places without any analysis. ``nameless``: words that are no place by themselves."""
    context = Context(characters=len(text))
    for part, weight in ((title or "", 2.0), (text[:SCANNED], 1.0)):
        spots = _without_persons(list(scan(part, lang, index, nameless)), part, lang, index, context)
        _weigh([s for s in spots if not _is_people(s, lang, index)], part, lang, weight, context)
        _weigh_demonyms(part, lang, weight, index, context)
        context.heaviest = max(context.countries.values(), default=0.0)
        _pin(part, spots, lang, context)
        _set_scene(part, spots, lang, context)
    named = [c for c in context.near_countries() if context.countries[c] >= 0.6]
    told = {c: times for c, times in context.told.items() if context.share(c) >= _ALONE} or context.told
    scene = min(told, key=lambda c: (-told[c], -context.countries[c], c), default=None)
    context.focus = scene or (named[0] if named else None)
    return context


def only_country(context: Context, actors: Mapping[str, float] = MappingProxyType({})) -> tuple[str | None, bool]:
    """The country that outweighs all others, None without one; and whether these hardly count.

    A country in which most is told to happen needs less weight: of a war the powers behind it are named as often.
    ``actors``: how often the story names the people and bodies of each country.
    """
    names = {*context.countries, *actors}
    weights = {c: context.countries.get(c, 0.0) + _OF_AN_ACTOR * actors.get(c, 0.0) for c in names}
    first, second = (*sorted(weights, key=lambda country: (-weights[country], country)), None, None)[:2]
    enough = _ABOUT
    if second is None and context.characters >= _STORY:
        enough = _ACTS_ALONE if actors.get(first or "") else _NAMED_ALONE
    if first is None or weights[first] < enough:
        return None, False
    other = weights[second] / weights[first] if second is not None else 0.0
    elsewhere = max((times for country, times in context.told.items() if country != first), default=0)
    here = context.told.get(first, 0) >= max(_SCENES, 2 * elsewhere)
    most = _OUTWEIGHED_AT_THE_SCENE if here else _OUTWEIGHED
    return (first, other <= _ALONE) if other <= most else (None, False)


def _without_persons(spots: list[Spot], text: str, lang: str, index: PlaceIndex, context: Context) -> list[Spot]:
    """Leave out last names of people whose full name the text gives ("Lloyd Austin", then "Austin")."""
    key = ""
    for spot in spots:
        if full := index.full_names(spot.text, lang):
            key = key or place_key(text, lang)
            if any(name in key for name in full):
                context.persons.add(place_key(spot.text, lang))
    return [spot for spot in spots if place_key(spot.text, lang) not in context.persons]


def scan(text: str, lang: str, index: PlaceIndex, nameless: frozenset[str]) -> Iterator[Spot]:
    """Names of places in raw text, the longest first; no English ones among the words ``nameless``."""
    if lang == "ar":
        yield from _scan_arabic(text, index)
        return
    yield from sorted(
        (*_scan_english(text, index, nameless), *_scan_initials(text, index)), key=lambda spot: spot.start
    )


def _scan_initials(text: str, index: PlaceIndex) -> Iterator[Spot]:
    """Provinces by their initials (*B.C.*); countries so written are mostly said of people (*U.S. officials*)."""
    for run in _INITIALS.finditer(text):
        found = index.candidates(run[0], "en")
        if found and all(candidate.row.kind == "province" for candidate in found):
            yield Spot(run.start(), run.end(), run[0], found)


def _scan_english(text: str, index: PlaceIndex, nameless: frozenset[str]) -> Iterator[Spot]:
    named = OPERATION in text
    for run in _EN_WORD.finditer(text):
        words = list(_PART.finditer(run[1]))
        first = 0
        while first < len(words):
            if named and first and words[first - 1][0] == OPERATION:
                first += 1
                continue
            begin = run.start(1) + words[first].start()
            for last in range(_english_reach(words, first, index), first, -1):
                name = _POSSESSIVE.sub("", text[begin : run.start(1) + words[last - 1].end()])
                bare = name.casefold().removeprefix(_ARTICLE).removesuffix(".")
                if bare not in nameless and (found := index.candidates(name, "en")):
                    yield Spot(begin, begin + len(name), name, found)
                    first = last - 1
                    break
            first += 1


def _english_reach(words: Sequence[re.Match[str]], first: int, index: PlaceIndex) -> int:
    """The last word (exclusive) that can belong to the name that begins at ``first``; ``first`` where none does."""
    word = words[first][0]
    if not word[0].isupper():
        return first
    return min(len(words), first + 5) if first + 1 < len(words) and index.may_begin(word) else first + 1


def _scan_arabic(text: str, index: PlaceIndex) -> Iterator[Spot]:
    words = list(_AR_WORD.finditer(text))
    first = 0
    while first < len(words):
        begin = words[first].start()
        for last in range(_arabic_reach(text, words, first, index), first, -1):
            name = text[begin : words[last - 1].end()]
            if found := index.arabic_word(name) if last == first + 1 else index.arabic_name(name):
                yield Spot(begin, begin + len(name), *found)
                first = last - 1
                break
        first += 1


def _arabic_reach(text: str, words: Sequence[re.Match[str]], first: int, index: PlaceIndex) -> int:
    """The last word (exclusive) that can belong to the name that begins at ``first``."""
    last = first + 1
    while last < min(len(words), first + 3) and index.goes_on(arabic_key(words[last].group())):
        if not text[words[last - 1].end() : words[last].start()].isspace():
            break
        last += 1
    return last


def _is_people(spot: Spot, lang: str, index: PlaceIndex) -> bool:
    """Whether a name is that of a people, too (*Somali*, which is also a region of Ethiopia)."""
    key = arabic_key(spot.text) if lang == "ar" else place_key(spot.text, "en")
    return (lang, key) in index.demonyms


def _names_border(spot: Spot, text: str, lang: str) -> bool:
    before, after = _BORDER[lang]
    behind = after.match(text, spot.end) is not None
    return behind or before.search(text[max(0, spot.start - 40) : spot.start]) is not None


def _weigh(spots: Sequence[Spot], text: str, lang: str, weight: float, context: Context) -> None:
    ranked = [(spot, *_two_best(spot.candidates)) for spot in spots]
    lands = {best.row.country for _, best, _ in ranked if best.rank == COUNTRY}
    for spot, best, second in ranked:
        row = best.row
        own = weight * (1.5 if spot.start < _LEAD else 1.0)
        own *= _BEHIND_A_BORDER if _names_border(spot, text, lang) else 1.0
        if second >= 4.5 or (_is_parish(best) and row.country not in lands):
            continue
        if best.rank == COUNTRY:
            context.countries[row.country] += own
            context.named.add(row.country)
        elif row.kind == "province" or best.rank == OWN:
            if row.kind == "province":
                context.provinces.add(row.id)
            if row.country:
                context.countries[row.country] += 0.7 * own
                context.named.add(row.country)
            context.sure[row.id, row.kind] = row
        elif row.population >= 100_000 and prominence(best) - second >= 0.8 and best.rank == 2:
            context.countries[row.country] += 0.6 * own
            context.sure[row.id, row.kind] = row


def _is_parish(candidate: Candidate) -> bool:
    """A province of a small country, called like saints and people: *Michael*, *Saint Patrick*."""
    return candidate.row.kind == "province" and candidate.rank < OWN and candidate.row.population < _PARISH


def _two_best(candidates: Sequence[Candidate]) -> tuple[Candidate, float]:
    """The most prominent, and how prominent the first one in another country is."""
    best = max(candidates, key=prominence)
    others = [prominence(c) for c in candidates if c.row.country != best.row.country]
    return best, max(others, default=0.0)


def _weigh_demonyms(text: str, lang: str, weight: float, index: PlaceIndex, context: Context) -> None:
    for found in (_AR_WORD if lang == "ar" else _EN_PART).finditer(text):
        key = arabic_key(found[0]) if lang == "ar" else place_key(found[0], "en")
        if country := index.demonyms.get((lang, key)):
            behind = _BORDER[lang][1].match(text, found.end()) is not None
            context.countries[country] += 0.5 * weight * (_BEHIND_A_BORDER if behind else 1.0)


def _pin(text: str, spots: Sequence[Spot], lang: str, context: Context) -> None:
    """Names followed by the province or country in which they lie."""
    between = _BETWEEN_AR if lang == "ar" else _BETWEEN_EN
    for one, other in pairwise(spots):
        gap = text[one.end : other.start]
        if lang == "ar" and other.text != text[other.start : other.end]:
            gap += text[other.start : other.end].removesuffix(other.text)
        if lang == "en" and _OWNED.fullmatch(gap):
            one, other = other, one
        elif len(gap) > 40 or not between.fullmatch(gap):
            continue
        if inner := contained(one.candidates, other.candidates, context):
            context.pinned.setdefault(place_key(one.text, lang), inner)
            context.sure[inner.id, inner.kind] = inner


def _set_scene(text: str, spots: Sequence[Spot], lang: str, context: Context) -> None:
    """Note the places in which the text says that something is done: the scene of the story, not its actors."""
    for spot in (s for s in spots if not _names_border(s, text, lang)):
        prefixed = (
            lang == "ar" and text[spot.start : spot.start + 1] in "بو" and text[spot.start : spot.end] != spot.text
        )
        if prefixed or _TOLD[lang].search(text[max(0, spot.start - 40) : spot.start]):
            row = resolve(spot.text, spot.candidates, lang, context).row
            known = row.kind == "country" or any(row.id == other.id for other in context.sure.values())
            if row.country and known:
                context.told[row.country] += 1
                if row.kind not in ("country", "region"):
                    context.scenes[row.id] = row


def contained(inner: Sequence[Candidate], outer: Sequence[Candidate], context: Context) -> Row | None:
    """The place among ``inner`` that lies in one of ``outer``; the most prominent, the province named last."""
    fitting = [
        c
        for c in inner
        if c.rank != COUNTRY
        for o in outer
        if (o.rank == COUNTRY and c.row.country == o.row.country)
        or (o.row.kind == "province" and o.row.id == c.row.admin1_id and c.row.id != o.row.id)
    ]
    return _likeliest(fitting, context).row if fitting else None


def prominence(candidate: Candidate) -> float:
    """How likely a name means this place when nothing else is known."""
    row, rank = candidate
    if rank == COUNTRY:
        return 5.6
    if rank == OWN:
        return 4.8
    people = 0.55 * log10(row.population + 10)
    kind = {"capital": 1.2, "province": -0.4, "district": -1.2}.get(row.kind, 0.0)
    return people + kind + {2: 0.0, 1: -0.2, 0: -1.3}.get(rank, -1.6)


def score(candidate: Candidate, context: Context, rivals: frozenset[int] = frozenset()) -> float:
    """``prominence`` with what the document says: the country, the province, other places near by.

    ``rivals``: what else the name may mean; a name does not bear itself out.
    """
    row = candidate.row
    points = prominence(candidate) + 2.5 * context.share(row.country)
    if candidate.rank == COUNTRY:
        return points
    if row.admin1_id in context.provinces and row.id != row.admin1_id and row.admin1_id not in rivals:
        points += 1.8
    if row.kind == "province" and any(
        other.admin1_id == row.id for other in context.sure.values() if other.id != row.id and other.id not in rivals
    ):
        points += 0.5
    if any(near(row, other) for other in context.sure.values() if other.id != row.id and other.id not in rivals):
        points += 1.0
    return points


def near(one: Row, other: Row) -> bool:
    """Whether two points lie within some 120 km (on a flat map, which is enough here)."""
    north = 111.2 * (one.latitude - other.latitude)
    if abs(north) > _NEAR_KM:
        return False
    east = 111.2 * (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(north, east) <= _NEAR_KM


def resolve(name: str, candidates: Sequence[Candidate], lang: str, context: Context) -> Candidate:
    """The place that a name means in this document."""
    pinned = context.pinned.get(place_key(name, lang))
    if pinned is not None:
        for candidate in candidates:
            if candidate.row.id == pinned.id and candidate.row.kind == pinned.kind:
                return candidate
    return _likeliest(candidates, context)


def considerable(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without towns far smaller than a city of that name, unless a province of their country bears it, too."""
    largest = max((c.row.population for c in candidates if c.rank == 2), default=0)
    provinces = {c.row.country for c in candidates if c.row.kind == "province" and c.rank == 2}
    return [
        c
        for c in candidates
        if largest < _CITY or c.rank > 2 or c.row.population * _DWARF >= largest or c.row.country in provinces
    ]


def _without_dwarfs(candidates: Sequence[Candidate], context: Context) -> Sequence[Candidate]:
    """The considerable ones, and those in countries of which more is named than their people.

    An American who talks in Geneva is not in Geneva, New York.
    """
    kept = considerable(candidates)
    return [c for c in candidates if c in kept or c.row.country in context.named]


def _likeliest(candidates: Sequence[Candidate], context: Context) -> Candidate:
    """The highest score; of a province of GeoNames and its town of the same name, the town."""
    rivals = frozenset(candidate.row.id for candidate in candidates)
    candidates = _without_dwarfs(candidates, context)
    best = max(candidates, key=lambda c: (score(c, context, rivals), -c.row.id))
    if best.row.kind != "province" or best.rank == OWN:
        return best
    seats = (
        c for c in candidates if c.row.kind in ("town", "capital") and c.row.admin1_id == best.row.id and c.rank > 0
    )
    return max(seats, key=lambda c: c.row.population, default=best)
