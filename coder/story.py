"""Codes one document sentence by sentence, reading what a reference leads to only when it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from itertools import chain
from typing import Protocol

from coder.actors import (
    ActorResolver,
    Aliases,
    DocumentMemory,
    NameIndex,
    Outline,
    PendingError,
    Phrases,
    RoleCountries,
    SentenceHits,
    Told,
    Whereabouts,
    last_names,
    may_introduce,
    outline,
    possible,
)
from coder.acts.background import STORY_SENTENCES, Background
from coder.acts.grounding import Grounding
from coder.attributes import AttributeCoder, speaks_of_old_times
from coder.belonging import Belonging, Home
from coder.composition import Composer
from coder.crime import PrivateStories, is_family_quarrel, is_play, is_private
from coder.dataset import order
from coder.dictionary.compiled import LanguageDictionary
from coder.dyads import EventOptions
from coder.events import EventBuilder
from coder.languages import normaliser
from coder.languages.base import Draft
from coder.left_out import CRIME, FAMILY, SPORT, kept, once, unless
from coder.matcher import SentenceMatcher
from coder.model import ActorMention, Analysis, Attributes, Document, Event, Force, Predicate, Sentence, Token
from coder.ontology import Ontology
from coder.protests import PROTEST
from coder.stage import LanguageStage
from coder.stories.addressed import Addressed
from coder.stories.addressees import Addressees, is_unaddressed
from coder.stories.counterparts import Counterparts
from coder.stories.dealings import between_parties
from coder.stories.enemies import fought
from coder.stories.finer_codes import Deeds
from coder.stories.headlines import told_in_text
from coder.stories.measures import Measures, is_about_a_measure
from coder.stories.nowhere import told_somewhere
from coder.stories.officers import Officers, is_open_arrest
from coder.stories.one_killing import Killings
from coder.stories.outsiders import Outsiders, is_aimless
from coder.stories.parallels import Parallels
from coder.stories.past_offices import out_of_office
from coder.stories.pyramid import Pyramid
from coder.stories.rallies import Rallies
from coder.stories.retelling import Retelling
from coder.stories.same_people import SamePeople
from coder.stories.same_victim import with_doers
from coder.stories.timeline import Timeline
from coder.stories.told_twice import ToldTwice
from coder.stories.visits import on_visit

_LOOK_BACK = 2
# Acts in one sentence, three for ten words of the longest: what has more is a heap of words and no prose, and each act
# is compared with all others of its sentence. Of some 5,000 sentences of news in both languages none has more than 16.
MOST_ACTS = 60
_BARE = 8_192  # words without an analysis, which come again and again
_WORD = re.compile(r"\w+|[^\w\s]")


class Resources(Protocol):
    """What all stories of a run share."""

    @property
    def ontology(self) -> Ontology:
        """Codes and crosswalks."""

    @property
    def attribute_coder(self) -> AttributeCoder:
        """Dates, places and casualties."""

    @property
    def country_blocks(self) -> dict[str, str]:
        """CAMEO country blocks by ISO 3166 code."""

    @property
    def event_options(self) -> EventOptions:
        """What a user chose about events."""

    @property
    def coreference(self) -> bool:
        """Whether pronouns and bare definites are resolved."""

    def stage(self, code: str) -> LanguageStage:
        """The stage of a language."""


class UnreadError(Exception):
    """A reference leads to a sentence that has not been analysed. ``position``: its place in the story."""

    def __init__(self, position: int) -> None:
        super().__init__(f"sentence {position} is not analysed")
        self.position = position


@dataclass(slots=True)
class _Place:
    """One sentence of a story, as the document's memory sees it."""

    story: Story
    position: int
    index: int

    def begin(self) -> None:
        self.story.made(self.position).begin()

    def told(self) -> Told | None:
        resolver = self.story.resolvers.get(self.position)
        return resolver.told() if resolver is not None else None


class Story:
    """The sentences of one document that are to be coded, with what is known of them so far."""

    def __init__(self, resources: Resources, document: Document, sentences: Sequence[Sentence]) -> None:
        self.resources, self.document, self.sentences = resources, document, sentences
        self.drafts: dict[int, Draft] = {}
        self.analyses: dict[int, Analysis] = {}
        self.resolvers: dict[int, ActorResolver] = {}
        places = [_Place(self, position, sentence.index) for position, sentence in enumerate(sentences)]
        self.memory = DocumentMemory(places, self._names, Whereabouts(self._outlines))
        self.introducing = {p: None for p, sentence in enumerate(sentences) if may_introduce(sentence.text)}
        self._plain: dict[int, Sequence[Token] | None] = {}
        self._phrases: dict[int, tuple[Sequence[Token], Phrases]] = {}
        self._waiting: list[int] = []
        self._events: dict[int, list[Event]] = {}
        self._left_out: dict[int, list[Event]] = {}
        self._aside: list[Event] = []
        self._homes: dict[str, Belonging] = {}
        self._hits: dict[str, list[SentenceHits]] = {}
        self._topics: dict[PrivateStories, bool] = {}
        self._normalised: dict[str, str] = {}
        self._reach = 1

    def _names(self) -> NameIndex:
        normalisers = (self.resources.stage(s.lang).language.normalise for s in self.sentences)
        return NameIndex(zip(self._last_names, normalisers, strict=True))

    @cached_property
    def _last_names(self) -> list[tuple[str, ...]]:
        return [tuple(last_names(s.text)) for s in self.sentences]

    def _outlines(self) -> list[Outline]:
        return [self._outline(position, sentence) for position, sentence in enumerate(self.sentences)]

    def _outline(self, position: int, sentence: Sentence) -> Outline:
        tokens = self._plain_tokens(position)
        named = None if tokens is None else possible(self._named(position, tokens))
        bearers = frozenset(word.casefold() for word in self._last_names[position])
        return outline(sentence.text, named, position in self.introducing, bearers)

    def _plain_tokens(self, position: int) -> Sequence[Token] | None:
        """The tokens of a sentence, of which only text and norm count; None where they come of the analysis."""
        if position not in self._plain:
            sentence = self.sentences[position]
            plain_tokens = self.resources.stage(sentence.lang).language.plain_tokens
            self._plain[position] = plain_tokens(sentence, self.analyses.get(position))
        return self._plain[position]

    def _named(self, position: int, tokens: Sequence[Token]) -> Phrases:
        """What the dictionaries of actors have for the words of a sentence; the same tokens are looked up once."""
        known = self._phrases.get(position)
        if known is None or known[0] is not tokens:
            found = self.resources.stage(self.sentences[position].lang).index.phrases(tokens)
            known = self._phrases[position] = tokens, found
        return known[1]

    # ------------------------------------------------------------------ which sentences

    def wanted_for(self, positions: Iterable[int]) -> list[int]:
        """The sentences to analyse so that those at ``positions`` can be coded, as far as can be told before."""
        self._waiting = sorted(positions)
        last = self._waiting[-1] if self._waiting else -1
        return sorted({*self._waiting, *(p for p in self.introducing if p < last)})

    def still_wanted(self) -> list[int]:
        """The sentences to complete, of those that have drafts: without the ones whose frames give no event."""
        return self.wanted_for(p for p in self._waiting if self.frames_may_tell(self.drafts[p].frames))

    def frames_may_tell(self, frames: Analysis) -> bool:
        """Whether there can be an event in a sentence, whoever its actors are."""
        return self.resources.stage(frames.sentence.lang).frame_gate.passes(frames)

    def code(self) -> list[int]:
        """Code what is still to be coded; gives the sentences that must be analysed before it can go on."""
        missing: set[int] = set()
        for position in self._waiting:
            try:
                self._events[position] = self.events(position)
            except UnreadError as unread:
                missing.add(unread.position)
        self._waiting = [p for p in self._waiting if p not in self._events]
        wanted = {p for needed in missing for p in self._unread_back_from(needed)}
        self._reach *= _LOOK_BACK
        return sorted(wanted)

    def _unread_back_from(self, position: int) -> list[int]:
        """The sentence and those before it that are likely to be asked for next, if it does not hold what is sought."""
        unread = [p for p in range(position, -1, -1) if p not in self.analyses]
        return unread[: self._reach]

    def coded(self) -> list[tuple[Sentence, list[Event]]]:
        """The events of the sentences that were to be coded, in order."""
        return [(self.sentences[p], self._events[p]) for p in sorted(self._events)]

    def left_out(self) -> list[Event]:
        """What the sentences that were coded tell and no table shows, in order."""
        told = chain(self._aside, *(self._left_out.get(p, ()) for p in self._events))
        return once(sorted(told, key=order))

    def take_up(self) -> list[int]:
        """Read the events of the whole story for what they tell again; gives what must be analysed before it can."""
        settled: dict[int, list[Event]] = {}
        aside: list[Event] = []
        try:
            for lang in dict.fromkeys(s.lang for s in self.sentences):
                settled.update(self._taken_up(lang, aside))
        except UnreadError as unread:
            return self._unread_back_from(unread.position)
        self._events.update(settled)
        self._aside = aside
        return []

    def _taken_up(self, lang: str, aside: list[Event]) -> dict[int, list[Event]]:
        """The events of the sentences of one language; those that a rule of the story leaves out go to ``aside``."""
        own = [p for p in sorted(self._events) if self.sentences[p].lang == lang]
        words = self.resources.stage(lang).dictionary.words
        news = self._of_the_news(lang, own, words)
        told_in = [self.analyses[p] for p in own]
        found = [news[p] for p in own]
        pyramid = Pyramid(words, self.document.text, self.document.date)
        pyramid.read(found)
        found = out_of_office(
            found, self.document.text, partial(self._plain_hits, lang), self.document.date is not None
        )
        found = Retelling(words).retold(zip(told_in, found, strict=True))
        if any(is_open_arrest(e) for events in found for e in events):
            officers = Officers(words, self._plain_hits(lang), self._home_block(lang), self.resources.country_blocks)
            found = officers.named(told_in, found)
        if any(is_aimless(e) for events in found for e in events):
            outsiders = Outsiders(words, self._plain_hits(lang), self._home_block(lang))
            found = outsiders.aimed(told_in, found)
        found = SamePeople(words).settled(told_in, Parallels(words).shared(with_doers(found)))
        if any(is_unaddressed(e) for events in found for e in events):
            found = Addressees(words).addressed(told_in, found)
        found = Counterparts(words).settled(told_in, found)
        if any(is_about_a_measure(e) for events in found for e in events):
            read = ((r.analysis, r.resolve) for _, r in sorted(self.resolvers.items()) if r.index.lang == lang)
            found = Measures(words).aimed(told_in, found, read)
        found = Deeds(words.get("further_words", ()), words.get("answering_triggers", ())).told(found)
        found = Killings(words).once(told_in, found)
        found = ToldTwice(words).settled(told_in, found)
        found = [kept(events, aside) for events in told_in_text(on_visit(found))]
        if self._is_article:
            found = self._of_article(told_in, found, words, aside)
        if self._is_article and pyramid.applies:
            found = pyramid.settled(found)
        return dict(zip(own, found, strict=True))

    def _of_article(
        self,
        told_in: Sequence[Analysis],
        found: list[list[Event]],
        words: Mapping[str, tuple[str, ...]],
        aside: list[Event],
    ) -> list[list[Event]]:
        """Without what an article tells of no political parties; fights and protests with the sides it gives them."""
        options = self.resources.event_options
        if options.unknown_actors != "all":
            told = between_parties(found, self.resources.ontology.countries, words.get("told_roots", ()))
            found = [kept(events, aside) for events in told]
            if not options.open_sides:
                found = [kept(events, aside) for events in Addressed(words).told(told_in, found)]
        nouns_name = bool(words.get("passing_slots"))
        found = fought([told_somewhere(e, a, nouns_name) for a, e in zip(told_in, found, strict=True)])
        if any(e.code[:2] == PROTEST for events in found for e in events):
            chanting, crowds = (frozenset(words.get(n, ())) for n in ("chanting_verbs", "set.demonstrators"))
            found = Rallies(self.resources.country_blocks, chanting, crowds).settled(told_in, found)
        return found

    def _of_the_news(
        self, lang: str, own: Sequence[int], words: Mapping[str, tuple[str, ...]]
    ) -> Mapping[int, list[Event]]:
        timeline = Timeline(words, self.document.date)
        if not timeline.words:
            return self._events
        told = {p: (self.analyses[p], self._events[p]) for p in own}
        parts = [(p, s.text) for p, s in enumerate(self.sentences) if s.lang == lang and s.index >= 0]
        return {**self._events, **timeline.settled(parts, told)}

    def release(self) -> None:
        """Forget the analyses of a story that is coded, and all that leads back to it.

        Without cycles its objects go at once; else the garbage collector has to find them: a tenth of the time.
        """
        self.drafts.clear()
        self.analyses.clear()
        self.resolvers.clear()
        self._plain.clear()
        self._phrases.clear()
        self._homes.clear()
        self._hits.clear()
        self.memory.forget()

    # ------------------------------------------------------------------ one sentence

    def resolver(self, position: int) -> ActorResolver:
        """The actors of a sentence; raises ``UnreadError`` where they depend on one that is not analysed."""
        while True:
            try:
                return self.made(position)
            except PendingError as pending:
                self.memory.settle(pending.position)

    def made(self, position: int) -> ActorResolver:
        """The actors of a sentence, for the document's memory; may raise ``PendingError``."""
        if position not in self.resolvers:
            lang = self.sentences[position].lang
            before = [p for p in self.introducing if p < position and self.sentences[p].lang == lang]
            aliases: Aliases | None = None
            for p in (*before, position):
                if p not in self.resolvers:
                    self.resolvers[p] = self._make(p, aliases)
                aliases = self.resolvers[p].aliases
        return self.resolvers[position]

    def _make(self, position: int, aliases: Aliases | None) -> ActorResolver:
        analysis = self.analyses.get(position)
        if analysis is None:
            raise UnreadError(position)
        stage = self.resources.stage(analysis.sentence.lang)
        return ActorResolver(
            stage.index,
            self.resources.ontology,
            stage.actor_words,
            self.document,
            analysis,
            self.memory,
            position,
            self._named(position, analysis.tokens),
            self.resources.coreference,
            aliases,
        )

    def events(self, position: int, dictionary: LanguageDictionary | None = None) -> list[Event]:
        """The events of a sentence, by its language's dictionary or another one."""
        resolver = self.resolver(position)
        analysis = resolver.analysis
        stage = self.resources.stage(analysis.sentence.lang)
        matcher = stage.matcher(analysis, resolver, dictionary)
        try:
            told = 0 < len(matcher.matches()) <= MOST_ACTS
            found = self._events_of(matcher, resolver, stage) if told else []
            self._left_out[position] = []
            return kept(found, self._left_out[position])
        finally:
            matcher.forget()

    def _events_of(self, matcher: SentenceMatcher, resolver: ActorResolver, stage: LanguageStage) -> list[Event]:
        analysis = resolver.analysis
        composer = Composer(
            matcher,
            self.resources.ontology,
            resolver.resolve,
            Grounding(analysis, stage.grounding_words),
            Background(analysis, stage.background_words, among=len(self.sentences)),
            stage.attribution_slots,
            stage.anchor_slots,
            stage.casualty_words,
            stage.past_reports,
        )
        codings = stage.protest_aims.told(composer.codings(), analysis.tokens)
        if not codings:
            return []
        builder = EventBuilder(
            self.document,
            resolver.resolve_all,
            self._attributes,
            self.resources.event_options,
            self._belonging(analysis.sentence.lang),
            partial(resolver.thing, scenes=self.resources.event_options.unknown_actors == "all"),
            resolver.is_person,
            resolver.governed_by,
            self._in_old_times if stage.past_reports else None,
            None if stage.past_reports or not self._is_article else self._in_old_times,
            self._is_article,
        )
        events = list(builder.events(analysis, codings, resolver.given_actors(analysis)))
        return self._without_private(events, stage)

    def _without_private(self, events: list[Event], stage: LanguageStage) -> list[Event]:
        """The events, crime, accidents and sport marked as left out; an incident is kept or left out as a whole."""
        countries = self.resources.ontology.countries
        kin = stage.dictionary.words.get("kin_nouns", ())
        events = [unless(e, FAMILY) if e.left_out is None and is_family_quarrel(e, kin) else e for e in events]
        crime = (stage.crime, partial(is_private, countries=countries), CRIME)
        topics = (crime, (stage.sport, is_play, SPORT)) if self._is_article else (crime,)
        for stories, of_topic, reason in topics:
            told = [e for e in events if e.left_out is None]
            of_others = {e.incident_id for e in told if not of_topic(e)}
            private = {e.incident_id for e in told} - of_others
            if private and self._is_about(stories, stage.code):
                out = (e.left_out is None and e.incident_id in private for e in events)
                events = [unless(e, reason) if o else e for e, o in zip(events, out, strict=True)]
        return events

    @cached_property
    def _is_article(self) -> bool:
        return len(self.sentences) >= STORY_SENTENCES

    def _is_about(self, stories: PrivateStories, lang: str) -> bool:
        if stories not in self._topics:
            if lang not in self._normalised:
                self._normalised[lang] = normaliser(lang)(f"{self.document.title or ''}\n{self.document.text}")
            self._topics[stories] = stories.has(self._normalised[lang])
        return self._topics[stories]

    def _belonging(self, lang: str) -> Belonging:
        """The countries that the story gives its actors, as its sentences of one language tell them."""
        if lang not in self._homes:
            told = RoleCountries(partial(self._plain_hits, lang))
            about = cache(partial(self._home, lang, told))
            stage = self.resources.stage(lang)
            dateline = partial(self.resources.attribute_coder.home_country, self.document, lang)
            words, normalise = stage.dictionary.words, normaliser(lang)
            self._homes[lang] = Belonging(
                self.resources.country_blocks, told, about, words, normalise, dateline, stage.anchor_slots
            )
        return self._homes[lang]

    def _home(self, lang: str, told: RoleCountries) -> Home:
        """The one country that the story is about."""
        named = told.actors()
        actors = {iso: float(named[block]) for iso, block in self.resources.country_blocks.items() if block in named}
        country, alone, others = self.resources.attribute_coder.story_country(self.document, lang, actors)
        return Home(country, alone, others)

    def _home_block(self, lang: str) -> str | None:
        """The block of the country that the story is about."""
        return self.resources.country_blocks.get(self._belonging(lang).about().country or "")

    def _plain_hits(self, lang: str) -> list[SentenceHits]:
        """What the dictionaries find in the words of the story's sentences, without analysing them."""
        if lang not in self._hits:
            self._hits[lang] = list(self._looked_up(lang))
        return self._hits[lang]

    def _looked_up(self, lang: str) -> Iterator[SentenceHits]:
        stage = self.resources.stage(lang)
        for position, sentence in enumerate(self.sentences):
            if sentence.lang == lang:
                plain = self._plain_tokens(position) or _written_words(sentence, stage.language.normalise)
                analysis = Analysis(sentence, tuple(_bare(t.text, t.norm) for t in plain), (), ())
                phrases = self._named(position, plain)
                yield SentenceHits(stage.index, stage.actor_words, self.document, analysis, Aliases(), phrases)

    def _in_old_times(self, analysis: Analysis, until: int | None = None) -> bool:
        return speaks_of_old_times(analysis, self.document, self.resources.event_options.window_days, until)

    def _attributes(
        self,
        analysis: Analysis,
        predicate: Predicate,
        source: ActorMention | None,
        target: ActorMention | None,
        force: Force | None,
    ) -> Attributes:
        return self.resources.attribute_coder.attributes(analysis, predicate, self.document, source, target, force)


@lru_cache(maxsize=_BARE)
def _bare(text: str, norm: str) -> Token:
    """A token without what an analysis says of it, if there is one."""
    return Token(0, 0, 0, text, norm, norm, "X")


def _written_words(sentence: Sentence, normalise: Callable[[str], str]) -> list[Token]:
    """The words as written, for a language whose tokens come of an analysis."""
    words = _WORD.findall(sentence.text)
    return [_bare(word, norm) for word in words if (norm := normalise(word))]
