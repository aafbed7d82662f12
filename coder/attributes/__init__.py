"""When, where, how many: what is added to an event beyond who did what to whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta

from coder.attributes.casualties import Casualties, CasualtyCounter, Count
from coder.attributes.date_words import NO_WORDS, date_words
from coder.attributes.dates import When, speaks_of_old_times, time_of
from coder.attributes.places import Location, Place, PlaceFinder
from coder.attributes.places_index import CountryNames, PlaceIndex
from coder.attributes.weapons import WeaponFinder
from coder.model import ActorMention, Analysis, Attributes, Document, Force, Predicate, overlap

__all__ = ["AttributeCoder", "CountryNames", "Place", "PlaceIndex", "When", "speaks_of_old_times", "time_of"]


BACKGROUND_DAYS = 7
_STORY_RULES = ("document", "dateline")
_ANY_FORCE = Force()


class AttributeCoder:
    """Finds the attributes of predicates. ``words``: the lists of words.yaml by language; absent lists are empty."""

    def __init__(self, index: PlaceIndex, words: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        self._places = PlaceFinder(index, words)
        self._casualties = CasualtyCounter(words)
        self._weapons = WeaponFinder(words)
        self._dates = {lang: date_words(lang, lists) for lang, lists in words.items()}
        self._sentence: tuple[Analysis, Document] | None = None
        self._found: dict[Predicate, tuple[When, Location | None]] = {}

    def attributes(
        self,
        analysis: Analysis,
        predicate: Predicate,
        document: Document,
        source: ActorMention | None = None,
        target: ActorMention | None = None,
        force: Force | None = _ANY_FORCE,
    ) -> Attributes:
        """All attributes of a predicate; a new object each time. Without ``force`` no means and no casualties."""
        attributes = Attributes()
        when, location = self._when_and_where(analysis, predicate, document)
        attributes.event_date, attributes.date_precision, attributes.date_text, attributes.date_rule = when
        _add_place(attributes, location, document)
        if force is not None:
            attributes.weapon = self._weapons.weapon(analysis, predicate)
        if force is not None and force.counted:
            _add_casualties(attributes, self.casualties(analysis, predicate, force.acts), analysis, source, target)
        return attributes

    def casualties(self, analysis: Analysis, predicate: Predicate, acts: Collection[int] | None = None) -> Casualties:
        """The numbers of killed and injured that a sentence gives for a predicate."""
        return self._casualties.casualties(analysis, predicate, acts)

    def places(self, document: Document, analyses: Iterable[Analysis]) -> list[Place]:
        """Every place that a document's text names, in text order."""
        return self._places.places(document, analyses)

    def story_country(
        self, document: Document, lang: str, actors: Mapping[str, float]
    ) -> tuple[str | None, bool, frozenset[str]]:
        """The one country that a document is about (ISO 3166, alpha-3); None where there are two or none.

        Also whether hardly any other country is named, and all that are. ``actors``: how often the document names
        people and bodies of each country.
        """
        return self._places.story_country(document, lang, actors)

    def home_country(self, document: Document, lang: str) -> str | None:
        """The country from which a document reports and of which it speaks (ISO 3166, alpha-3)."""
        return self._places.home_country(document, lang)

    def _when_and_where(
        self, analysis: Analysis, predicate: Predicate, document: Document
    ) -> tuple[When, Location | None]:
        """Found once for a predicate, whatever the number of its actors."""
        if self._sentence is None or self._sentence[0] is not analysis or self._sentence[1] is not document:
            self._sentence, self._found = (analysis, document), {}
        if predicate not in self._found:
            where = self._places.locate(analysis, predicate, document)
            verbs = self._dates.get(analysis.sentence.lang, NO_WORDS)
            self._found[predicate] = time_of(analysis, predicate, document, verbs), where
        return self._found[predicate]


def _add_place(attributes: Attributes, location: Location | None, document: Document) -> None:
    if location is None or (location.rule in _STORY_RULES and _is_background(attributes, document)):
        return
    place = location.place
    attributes.location_rule, attributes.location_name = location.rule, place.name
    attributes.country_iso3, attributes.geo_precision = place.country or None, place.precision
    attributes.admin1, attributes.admin2 = place.admin1, place.admin2
    attributes.latitude, attributes.longitude, attributes.geonameid = place.latitude, place.longitude, place.geonameid
    if place.start >= 0:
        attributes.location_text, attributes.location_start = place.text, place.start
        attributes.location_end = place.end


def _is_background(attributes: Attributes, document: Document) -> bool:
    """Whether an event is older than the news: it then need not have happened where the story plays."""
    if attributes.event_date is None or document.date is None or attributes.date_precision == "publication":
        return False
    vague = attributes.date_precision != "day"
    return vague or document.date - attributes.event_date > timedelta(days=BACKGROUND_DAYS)


def _add_casualties(
    attributes: Attributes,
    found: Casualties,
    analysis: Analysis,
    source: ActorMention | None,
    target: ActorMention | None,
) -> None:
    killed, injured = found.killed, found.injured
    if killed:
        start, end = min(c.start for c in killed), max(c.end for c in killed)
        attributes.fatalities = _sum([c.value for c in killed])
        attributes.fatalities_low = (
            None if any(c.low is None and c.value for c in killed) else _sum([c.low for c in killed])
        )
        attributes.fatalities_high = None if any(c.high is None for c in killed) else _sum([c.high for c in killed])
        attributes.fatalities_start, attributes.fatalities_end = start, end
        attributes.fatalities_text = _text(analysis, start, end)
        attributes.fatalities_civilians = _sum([c.civilians for c in killed])
        attributes.fatalities_target_side = _side(killed, analysis, target, source)
        attributes.fatalities_source_side = _side(killed, analysis, source, target)
    if injured:
        attributes.injuries = _sum([c.value for c in injured])
        attributes.injuries_text = _text(analysis, min(c.start for c in injured), max(c.end for c in injured))


def _sum(values: Sequence[int | None]) -> int | None:
    """The total of what is known: "three soldiers and several civilians" are at least three."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _side(
    counts: Sequence[Count], analysis: Analysis, actor: ActorMention | None, other: ActorMention | None
) -> int | None:
    """The dead of one side: those whose words are the mention of that actor, or name it and not the other actor."""
    if actor is None:
        return None
    own, others = _names(analysis, actor.start, actor.end), _names(analysis, other.start, other.end) if other else set()
    found: list[int | None] = []
    for count in counts:
        people = _names(analysis, count.start, count.end)
        if overlap(count, actor) or (people & (own - others) and not people & (others - own)):
            found.append(count.value)
    return _sum(found)


def _names(analysis: Analysis, start: int, end: int) -> set[str]:
    return {t.lemma for t in analysis.tokens if start <= t.start < end and t.pos in ("NOUN", "PROPN", "ADJ")}


def _text(analysis: Analysis, start: int, end: int) -> str:
    offset = analysis.sentence.start
    return analysis.sentence.text[start - offset : end - offset]
