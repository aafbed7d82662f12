"""From codings and their dyads to events: identity, attributes, age."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial

from coder.acts.background import STORY_SENTENCES
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.acts.incidents import FORCE_ROOTS, Coding, by_means
from coder.belonging import Belonging, names
from coder.dyads import Dyad, DyadBuilder, EventOptions, Key, code_of, key_of, spans_of
from coder.left_out import NO_KNOWN_SIDE
from coder.meeting_places import MEETING, VISIT, stands_in
from coder.model import ActorMention, Analysis, Attributes, Document, Event, Force, Phrase, Predicate, Status

AHEAD_STATUSES = ("planned", "hypothetical")
# Appeals, intent, demands, refusals, threats and postures are told with the day that they are for.
AHEAD_ROOTS = ("02", "03", "10", "12", "13", "15")
# Means that an entry may know better: a strike may be one from the air or with a club.
UNSPECIFIC_MEANS = frozenset({"strike", "bomb", "arrest", "beating"})
_EACH_OTHER, _THE_OTHER = frozenset({"each other", "one another"}), "the other"
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_STOP = re.compile(r"[.!?؟](?:\s|$)")
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\byesterday\b|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|أمس"
)

_DOCUMENTS = 128  # texts of a batch, titles among them: each is read once, not for each event

AttributeFunction = Callable[[Analysis, Predicate, ActorMention | None, ActorMention | None, Force | None], Attributes]


def hashed(*parts: object) -> str:
    """A short stable name for a tuple of values."""
    return hashlib.sha256(
        "\x1f".join("" if p is None else str(p) for p in parts).encode("utf-8", "replace")
    ).hexdigest()[:16]


class EventBuilder:
    """Turns the codings of one sentence of a document into events."""

    def __init__(
        self,
        document: Document,
        resolve_all: Callable[[Phrase], list[ActorMention]],
        attributes: AttributeFunction,
        options: EventOptions,
        belonging: Belonging,
        thing: Callable[[Phrase, bool], ActorMention | None],
        is_person: Callable[[ActorMention], bool],
        governed_by: Callable[[ActorMention], str | None],
        in_old_times: Callable[[Analysis, int | None], bool] | None = None,
        is_old: Callable[[Analysis], bool] | None = None,
        in_story: bool = False,
    ) -> None:
        """``belonging`` knows the countries that the story gives its actors.

        ``thing`` makes an unknown actor of a phrase that names none; ``is_person``: whether an actor is one by name.
        ``governed_by``: the country of the state that the text goes on about, for *the ministry*, *the army*.
        ``in_old_times``: whether a sentence names old dates only, for languages whose news dates its acts. ``is_old``:
        the same for a sentence of a story, where the rest of a sentence follows its main verb.
        """
        self.in_old_times, self.is_old = in_old_times, is_old
        self.belonging, self.governed_by = belonging, governed_by
        self.dyads = DyadBuilder(resolve_all, thing, options, is_person, in_story=in_story)
        self._acts: frozenset[int] = frozenset()
        self.document, self.resolve_all, self.attributes, self.options = document, resolve_all, attributes, options

    def events(
        self, analysis: Analysis, codings: Sequence[Coding], given: Sequence[ActorMention] = ()
    ) -> Iterator[Event]:
        """The events of a sentence, in the order of their triggers, those that make no row marked as left out.

        Of these only what is asserted: the rest would stand in no table anyway. ``given``: its mentions given with the
        document.
        """
        self._acts = _acts_of_force(codings)
        self.dyads.is_mutual = partial(_is_mutual, analysis)
        for coding, dyads in zip(codings, self.dyads.dyads(codings, given), strict=True):
            yield from self._of_coding(analysis, coding, dyads)

    # ------------------------------------------------------------------ one coding

    def _of_coding(self, analysis: Analysis, coding: Coding, dyads: Sequence[Dyad]) -> Iterator[Event]:
        incident = hashed(self.document.id, analysis.sentence.index, coding.predicate.start, coding.code)
        ids: dict[tuple[Key, Key], str] = {}
        for position, dyad in enumerate(d for d in dyads if d.left_out is None):
            event = self._event(analysis, coding, dyad, incident, first=position == 0)
            pair = (key_of(dyad.source), key_of(dyad.target))
            ids[pair] = event.event_id
            mirror = ids.get((pair[1], pair[0])) if dyad.mirrored else None
            event.reciprocal_of = mirror
            yield event
        for dyad in dyads if coding.status == "asserted" else ():
            if dyad.left_out is not None:
                yield self._left_out(analysis, coding, dyad, incident)

    def _left_out(self, analysis: Analysis, coding: Coding, dyad: Dyad, incident: str) -> Event:
        """The record of a dyad that makes no row: of its sentence alone, without the countries of the story.

        When and where nobody acts on nobody is not asked: such dyads are many, and the question costs time.
        """
        event = self._made(analysis, coding, dyad, incident, coding.code, Attributes())
        event.left_out = dyad.left_out
        if dyad.left_out != NO_KNOWN_SIDE:
            attributes = self.attributes(analysis, coding.predicate, dyad.source, dyad.target, None)
            event.status, event.status_reason = self._aged(analysis, coding, attributes)
            no_place = _is_no_place(coding.code, attributes, dyad)
            event.attributes = _without_place(attributes) if no_place else attributes
        event.attributed_to = _phrase_text(analysis, coding.speakers, ())
        return event

    def _event(self, analysis: Analysis, coding: Coding, dyad: Dyad, incident: str, first: bool) -> Event:
        predicate = coding.predicate
        force = Force(self._acts, counted=first) if coding.code[:2] in CONTENTIOUS_ROOTS else None
        attributes = self.attributes(analysis, predicate, dyad.source, dyad.target, force)
        forceful = coding.code[:2] in CONTENTIOUS_ROOTS
        if self.belonging.is_doers_home(dyad, attributes) if forceful else _is_no_place(coding.code, attributes, dyad):
            attributes = _without_place(attributes)
        if coding.match.sides is None:
            dyad = self.belonging.of(dyad, attributes, coding.code, self.governed_by)
        attributes.weapon = _weapon(coding, attributes.weapon)
        code = (coding.match.pattern.reverse or coding.code) if dyad.mirrored else coding.code
        code = code if coding.match.pattern.word_order else by_means(code, attributes.weapon)
        code = self.belonging.meetings.code(code, analysis.tokens, predicate, attributes, dyad)
        status, reason = self._aged(analysis, coding, attributes)
        if status not in AHEAD_STATUSES and code[:2] not in AHEAD_ROOTS:
            attributes = _without_day_ahead(attributes, self.document)
        speakers = [m for p in coding.speakers for m in self.resolve_all(p)]
        event = self._made(analysis, coding, dyad, incident, code, attributes)
        event.status, event.status_reason = status, reason
        event.attributed_to = _phrase_text(analysis, coding.speakers, speakers)
        event.attributed_code = speakers[0].code if speakers else None
        return event

    def _made(
        self, analysis: Analysis, coding: Coding, dyad: Dyad, incident: str, code: str, attributes: Attributes
    ) -> Event:
        """An event as its words have it."""
        predicate, sentence = coding.predicate, analysis.sentence
        pair = (code_of(dyad.source), code_of(dyad.target))
        return Event(
            event_id=hashed(self.document.id, sentence.index, predicate.start, *pair, code, spans_of(dyad)),
            incident_id=incident,
            reciprocal_of=None,
            document=self.document,
            sentence=sentence,
            source=dyad.source,
            target=dyad.target,
            code=code,
            trigger_text=sentence.between(predicate.start, predicate.end),
            trigger_start=predicate.start,
            trigger_end=predicate.end,
            pattern_id=coding.match.pattern.id,
            pattern_ref=coding.match.pattern.ref,
            status=coding.status,
            status_reason=coding.reason,
            attributed_to=None,
            attributed_code=None,
            attributes=attributes,
        )

    def _aged(self, analysis: Analysis, coding: Coding, attributes: Attributes) -> tuple[Status, str | None]:
        """Events older than the reporting window are background, not news; what is dated ahead is a plan."""
        published, happened = self.document.date, attributes.event_date
        if coding.status == "asserted" and published is None and tells_the_year(self.document, attributes):
            return "past_reference", "its year is named, in a story told by days of the week"
        if coding.status != "asserted" or published is None or happened is None:
            return coding.status, coding.reason
        if happened > published and coding.code[:2] not in AHEAD_ROOTS:
            return "planned", "dated after the day of publication"
        if attributes.date_rule == "publication" and self._lies_in_the_past(analysis, coding, published):
            return "past_reference", "its sentence tells of old times"
        if self._in_old_times(analysis, coding, attributes):
            return "past_reference", f"all times of the sentence lie over {self.options.window_days} days back"
        if happened < published - timedelta(days=self.options.window_days):
            return "past_reference", f"older than {self.options.window_days} days before publication"
        return coding.status, coding.reason

    def _lies_in_the_past(self, analysis: Analysis, coding: Coding, published: date) -> bool:
        """Whether the main verb of the sentence has an old date, which holds for all that hangs on it."""
        if self.is_old is None or coding.speakers:
            return False
        main = next((p for p in analysis.predicates if p.kind == "verb" and p.clause is None), None)
        if main is None or main.head > coding.predicate.head or not self.is_old(analysis):
            return False
        when = self.attributes(analysis, main, None, None, None)
        dated = when.event_date is not None and when.date_rule != "publication"
        return dated and when.event_date < published - timedelta(days=self.options.window_days)  # type: ignore[operator]

    def _in_old_times(self, analysis: Analysis, coding: Coding, attributes: Attributes) -> bool:
        """Whether an act of force without a date of its own is told among old dates only, a protest behind them.

        What a protest is against may be old.
        """
        undated = attributes.date_rule == "publication" and coding.code[:2] in CONTENTIOUS_ROOTS
        until = None if coding.code[:2] in FORCE_ROOTS else coding.predicate.start
        return undated and self.in_old_times is not None and self.in_old_times(analysis, until)


def tells_the_year(document: Document, attributes: Attributes) -> bool:
    """Whether an act has the year in its date while the story does without: news names the year of what is past.

    A story does without where it is told by days of the week, or for acts with a bare year if few sentences name one.
    """
    if attributes.event_date is None or _YEAR.search(attributes.date_text or "") is None:
        return False
    if attributes.date_precision == "year" and _names_few_years(document.text):
        return True
    return _names_weekday(document.title or "") or _names_weekday(document.text)


@lru_cache(maxsize=_DOCUMENTS)
def _names_weekday(text: str) -> bool:
    return _WEEKDAY.search(text) is not None


@lru_cache(maxsize=_DOCUMENTS)
def _names_few_years(text: str) -> bool:
    """Whether a text of several sentences is no chronicle: fewer years than a third of its sentences."""
    sentences = len(_STOP.findall(text))
    return sentences >= STORY_SENTENCES and 3 * len(_YEAR.findall(text)) <= sentences


def _is_mutual(analysis: Analysis, predicate: Predicate) -> bool:
    """Whether an act is done to *each other*, or by *each* to *the other*."""
    sentence = analysis.sentence
    words = {sentence.between(p.start, p.end).casefold() for phrases in predicate.slots.values() for p in phrases}
    return not words.isdisjoint(_EACH_OTHER) or (
        _THE_OTHER in words and any(w.split()[0] == "each" for w in words if w)
    )


def _acts_of_force(codings: Sequence[Coding]) -> frozenset[int]:
    """The heads of the acts among which the casualties of a sentence are shared: the asserted ones, else all."""
    acts = [c for c in codings if c.code[:2] in CONTENTIOUS_ROOTS]
    return frozenset(c.predicate.head for c in [c for c in acts if c.status == "asserted"] or acts)


def _is_no_place(code: str, attributes: Attributes, dyad: Dyad) -> bool:
    """Whether the place is the story's scene or one of the actors (*Iran met Egypt* is not in Egypt; a visit is)."""
    if attributes.location_rule == "document":
        return True
    named = (m for m in (dyad.source, dyad.target) if m is not None and names(attributes, m))
    return code != VISIT and any(code != MEETING or not stands_in(m, attributes) for m in named)


def _without_day_ahead(attributes: Attributes, document: Document) -> Attributes:
    """A deed that is denied, alleged or told as past cannot lie ahead: the day belongs to something else."""
    day = attributes.event_date
    if day is None or document.date is None or day <= document.date:
        return attributes
    return replace(attributes, event_date=None, date_precision=None, date_text=None, date_rule=None)


def _weapon(coding: Coding, told: str | None) -> str | None:
    """The means that the words of an act of force tell, unless its entry knows better; other acts have none."""
    if coding.code[:2] not in CONTENTIOUS_ROOTS - {"14"}:
        return coding.match.pattern.weapon
    return coding.match.pattern.weapon or told if told in UNSPECIFIC_MEANS else told or coding.match.pattern.weapon


def _without_place(attributes: Attributes) -> Attributes:
    return replace(
        attributes,
        location_text=None,
        location_start=None,
        location_end=None,
        location_name=None,
        country_iso3=None,
        admin1=None,
        admin2=None,
        latitude=None,
        longitude=None,
        geonameid=None,
        geo_precision=None,
        location_rule=None,
    )


def _phrase_text(analysis: Analysis, phrases: Sequence[Phrase], mentions: Sequence[ActorMention]) -> str | None:
    if mentions:
        return mentions[0].text
    if not phrases:
        return None
    sentence = analysis.sentence
    return sentence.text[phrases[0].start - sentence.start : phrases[0].end - sentence.start]
