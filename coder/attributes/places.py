"""Where an event happened: its own locative slots, its clause, its sentence, the dateline, the story's focus."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

from coder.attributes.gazetteer import Candidate
from coder.attributes.gazetteer_build import Row
from coder.attributes.places_context import Context, context_of, only_country, resolve
from coder.attributes.places_detect import WEAK, Detector, Mention
from coder.attributes.places_dictionary import precision_of
from coder.attributes.places_index import PlaceIndex
from coder.model import TITLE_INDEX, Analysis, Document, Phrase, Predicate, Token, overlap, reaches_into

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
    "near outside around outskirts vicinity km kilometers kilometres kilometer kilometre miles mile suburb suburbs "
    "countryside northern southern eastern western north south east west northeast northwest southeast southwest "
    "قرب بالقرب حول مشارف محيط خارج ضواحي جوار محاذاه ريف كم كيلومتر كيلومترا كيلومترات اطراف ضاحيه تخوم "
    "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي".split()
)
_INSIDE = frozenset({"in", "at", "inside", "في", "ب", "داخل"})
# Slots whose filler, when it is a town or a base, is the place itself: "shelled Jabalia", "the storming of the camp".
_TOWNS = frozenset({"town", "capital"})
_OBJECTS = frozenset("object on against of genitive modifier علي ضد".split())


_AT_HOME = 0.7  # of the weight of the country that is named most
_MAX_CONTEXTS = 128


@dataclass(frozen=True, slots=True)
class Place:
    """A place named at ``start``..``end`` of the text (-1 when nothing names it). ``precision``: ACLED's 1, 2, 3."""

    start: int
    end: int
    text: str
    name: str
    country: str
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    precision: int = 3


@dataclass(frozen=True, slots=True)
class Location:
    """The place of an event and the rule that chose it: slot, clause, sentence, dateline, document.

    ``until``: where a dateline ends.
    """

    place: Place
    rule: str
    until: int = 0


class PlaceFinder:
    """Finds places. Holds what was found of the sentence looked at last and of the latest documents."""

    def __init__(self, index: PlaceIndex, words: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._index = index
        self._detector = Detector(index, words)
        self._sentence: tuple[Analysis, list[Mention]] | None = None
        self._contexts: dict[tuple[int, str], tuple[Document, Context, Location | None]] = {}

    def places(self, document: Document, analyses: Iterable[Analysis]) -> list[Place]:
        """Every place that a document's text names, in text order."""
        found: list[Place] = []
        for analysis in analyses:
            if analysis.sentence.index != TITLE_INDEX:
                context, fallback = self._of_document(document, analysis.sentence.lang)
                found += [self._place(analysis.tokens, m) for m in self._mentions(analysis, context)]
                if fallback and fallback.rule == "dateline" and not any(overlap(fallback.place, p) for p in found):
                    found.append(fallback.place)
        return sorted(found, key=lambda place: (place.start, place.end))

    def locate(self, analysis: Analysis, predicate: Predicate, document: Document) -> Location | None:
        """The place of a predicate and the rule that found it; None where nothing names one."""
        context, fallback = self._of_document(document, analysis.sentence.lang)
        mentions = self._mentions(analysis, context)
        if fallback is not None and fallback.rule == "dateline" and analysis.sentence.start < fallback.place.end:
            mentions = [m for m in mentions if m.start >= fallback.until]
        locative = [m for m in mentions if m.locative and (m.place.row.country or m.place.row.kind == "sea")]
        clause = _in_clause(analysis, predicate, locative)
        own = self._in_slots(predicate, mentions, analysis.sentence.lang)
        tiers = (
            ("slot", own),
            ("clause", clause),
            ("sentence", locative or [m for m in mentions if _precision(m) < 3 and m.place.row.kind != "capital"]),
        )
        for rule, candidates in tiers:
            if candidates:
                best = _best(predicate, candidates)
                if finer := _finer(best, clause):
                    best = _best(predicate, finer)
                return Location(self._place(analysis.tokens, best), rule if best in candidates else "clause")
        return fallback

    def story_country(
        self, document: Document, lang: str, actors: Mapping[str, float]
    ) -> tuple[str | None, bool, frozenset[str]]:
        """The one country that a document is about by the weight of what it names, whether it is alone, and all."""
        context, fallback = self._of_document(document, lang)
        home = fallback.place.country if fallback is not None and fallback.rule == "dateline" else None
        if home is not None and [home] == context.near_countries()[:1]:
            actors = {**actors, home: actors.get(home, 0.0) + 1.0}
        return *only_country(context, actors), frozenset({*context.countries, *actors})

    def home_country(self, document: Document, lang: str) -> str | None:
        """The country of the dateline, where the text names it about as often as any other; None without one."""
        context, where = self._of_document(document, lang)
        if where is None or where.rule != "dateline" or not where.place.country:
            return None
        return where.place.country if context.share(where.place.country) >= _AT_HOME else None

    def _mentions(self, analysis: Analysis, context: Context) -> list[Mention]:
        if self._sentence is None or self._sentence[0] is not analysis:
            self._sentence = analysis, self._detector.mentions(analysis, context)
        return self._sentence[1]

    def _of_document(self, document: Document, lang: str) -> tuple[Context, Location | None]:
        """What a document says of its places; kept, because the documents of a batch take turns."""
        key = id(document), lang
        known = self._contexts.get(key)
        if known is None or known[0] is not document:
            if len(self._contexts) >= _MAX_CONTEXTS:
                self._contexts.clear()
            nameless = self._detector.words(lang).nameless
            context = context_of(document.text, document.title, lang, self._index, nameless)
            fallback = self._dateline(document, lang, context) or self._focus(context)
            known = self._contexts[key] = document, context, fallback
        return known[1], known[2]

    def _dateline(self, document: Document, lang: str, context: Context) -> Location | None:
        line = _DATELINE[lang].match(document.text[:200]) if lang in _DATELINE else None
        if line is None or not (found := self._index.candidates(line[1], lang)):
            return None
        chosen = resolve(line[1], found, lang, context)
        return Location(place_of(chosen, line.start(1), line.end(1), line[1]), "dateline", line.end())

    def _focus(self, context: Context) -> Location | None:
        """The country where the story plays, or the one place in it where something is said to be done."""
        if context.focus is None:
            return None
        scenes = [row for row in context.scenes.values() if row.country == context.focus]
        if len(scenes) == 1:
            return Location(place_of(Candidate(scenes[0], 0), -1, -1, ""), "document")
        row = self._index.country(context.focus)
        return Location(place_of(Candidate(row, 0), -1, -1, ""), "document")

    def _in_slots(self, predicate: Predicate, mentions: Sequence[Mention], lang: str) -> list[Mention]:
        prepositions = self._detector.words(lang).prepositions
        strong = _inside(predicate, mentions, prepositions - WEAK)
        things = [m for m in _objects(predicate, mentions) if _is_ground(m) and m not in strong]
        if things and strong and min(map(_exactness, strong)) <= min(map(_exactness, things)):
            things = [m for m in _heads(predicate, things) if _exactness(m) <= min(map(_exactness, strong))]
        own = [*strong, *things]
        weak = [m for m in _inside(predicate, mentions, WEAK) if _precision(m) < 3 or m.place.row.kind == "sea"]
        return [*own, *weak] if all(m.place.row.kind == "country" for m in own) else own

    def _place(self, tokens: Sequence[Token], mention: Mention) -> Place:
        place = place_of(mention.place, mention.start, mention.end, mention.text)
        before = tokens[max(0, mention.first - 4) : mention.first]
        cut = max((i + 1 for i, t in enumerate(before) if t.pos in ("PUNCT", "VERB") or t.norm in _INSIDE), default=0)
        near = any(token.norm in _NEAR and not token.text[:1].isupper() for token in before[cut:])
        return replace(place, precision=2) if near and place.precision == 1 else place


def place_of(candidate: Candidate, start: int, end: int, text: str) -> Place:
    """A resolved name as a place; a country without a point has no coordinates."""
    row: Row = candidate.row
    known = not isnan(row.latitude)
    latitude, longitude = (round(row.latitude, 4), round(row.longitude, 4)) if known else (None, None)
    identity = row.id if row.id > 0 else None
    admin = row.admin1, row.admin2
    exact = precision_of(row.kind)
    return Place(start, end, text, row.name, row.country, *admin, latitude, longitude, identity, exact)


def _precision(mention: Mention) -> int:
    return precision_of(mention.place.row.kind)


def _is_ground(mention: Mention) -> bool:
    """Whether a place can be what a deed is done to without standing for a government: no country, no continent."""
    return mention.place.row.kind != "country" and bool(mention.place.row.country)


def _best(predicate: Predicate, found: Sequence[Mention]) -> Mention:
    """The most exact place (a base before its town), and among those the one nearest to the predicate."""
    return min(found, key=lambda m: (_exactness(m), abs(m.start - predicate.start)))


def _exactness(mention: Mention) -> tuple[int, int]:
    """The precision; of places that are as exact a base goes before its town, a province before its country."""
    kind = mention.place.row.kind
    return _precision(mention), 2 if kind == "country" else int(kind in _TOWNS)


def _finer(chosen: Mention, others: Sequence[Mention]) -> list[Mention]:
    """Where only a country is chosen: exacter places in it."""
    if _precision(chosen) < 3:
        return []
    country = chosen.place.row.country
    return [m for m in others if _precision(m) < 3 and m.place.row.country == country]


def _in_clause(analysis: Analysis, predicate: Predicate, locative: Sequence[Mention]) -> list[Mention]:
    """Places with no other verb between them and the predicate."""
    verbs = [p.start for p in analysis.predicates if p.kind == "verb" and p is not predicate]
    if predicate.support is not None:
        verbs = [v for v in verbs if v != analysis.tokens[predicate.support].start]
    kept = []
    for mention in locative:
        low, high = sorted((mention.start, predicate.start))
        if not any(low < verb < high for verb in verbs):
            kept.append(mention)
    return kept


def _inside(predicate: Predicate, mentions: Sequence[Mention], prepositions: frozenset[str]) -> list[Mention]:
    slots = [span for name, phrases in predicate.slots.items() for span in _spans(name, phrases, prepositions)]
    found = []
    for start, head, end in slots:
        own = [m for m in mentions if reaches_into(m, start, end)]
        behind = [m for m in own if m.start > head]
        found += [m for m in own if m in behind or not behind or m.end > head or m.place.row.kind != "country"]
    return [m for m in mentions if m in found]


def _spans(name: str, phrases: Sequence[Phrase], prepositions: frozenset[str]) -> Iterator[tuple[int, int, int]]:
    """The stretches of a slot that say where: all of a locative slot, the locative attachments of the others.

    Each with the start of its head: of *the U.S. embassy in Kenya* what stands before says whose it is.
    """
    for phrase in phrases:
        if phrase.kind == "clause":
            continue
        if name in prepositions:
            yield phrase.start, phrase.head_start, phrase.end
        else:
            for preposition, attached in phrase.attached.items():
                yield from _spans(preposition, attached, prepositions)


def _objects(predicate: Predicate, mentions: Sequence[Mention]) -> list[Mention]:
    """Places that are themselves what the deed is done to."""
    phrases = [p for name in predicate.slots.keys() & _OBJECTS for p in predicate.slots[name] if p.kind != "clause"]
    spans = [(phrase.start, _own_end(phrase)) for phrase in phrases]
    return [m for m in mentions if any(reaches_into(m, start, end) for start, end in spans)]


def _heads(predicate: Predicate, mentions: Sequence[Mention]) -> list[Mention]:
    """Places that are the object, not a part of it: "bombed Khan Younis in Gaza", not "attacked Tripoli's troops"."""
    heads = [p.head_start for p in predicate.slots.get("object", ()) if p.kind != "clause"]
    return [m for m in mentions if any(m.start <= head < m.end for head in heads)]


def _own_end(phrase: Phrase) -> int:
    """The end of a phrase without what hangs below it by preposition."""
    starts = [p.start for attached in phrase.attached.values() for p in attached if p.start > phrase.head_start]
    return min([phrase.end, *starts])
