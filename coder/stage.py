"""One language ready to code."""

from __future__ import annotations

from functools import cached_property

from coder import languages
from coder.actors import (
    ActorIndex,
    ActorResolver,
    ActorWords,
    SpellingVariants,
    agent_words,
    feminine_demonyms,
    names_of,
)
from coder.actors.forms_cache import FormsCache
from coder.acts.background import BackgroundWords
from coder.acts.grounding import GroundingWords
from coder.acts.protest_aims import ProtestAims
from coder.crime import PrivateStories
from coder.dictionary.compiled import LanguageDictionary, compile_language
from coder.dictionary.store import Store
from coder.errors import DictionaryError
from coder.frame_gate import FrameGate, refusals
from coder.gate import Gate
from coder.languages.base import Language, Vocabulary
from coder.matcher import SentenceMatcher
from coder.model import Analysis, Sentence
from coder.token_patterns import WordOrder

_OF_SPORT = 3  # words of sport in a story of it


class LanguageStage:
    """One language ready to code: its module, its compiled dictionary, its actor index."""

    def __init__(
        self, code: str, store: Store, *, model: str | None = None, morphology: str = "embedded", strict: bool = True
    ) -> None:
        """``strict``: faults of the entries are raised; otherwise they are left to the dictionary checks."""
        normalise = languages.normaliser(code)
        entries = store.languages[code]
        self.code = code
        self.dictionary: LanguageDictionary = compile_language(code, entries, normalise)
        if self.dictionary.problems and strict:
            raise DictionaryError(self.dictionary.problems)
        actors = store.actors.values()
        common = agent_words(entries.agents.values(), normalise) | feminine_demonyms(actors, normalise)
        self.vocabulary = Vocabulary(
            verbs=frozenset((*self.dictionary.verbs, *self.dictionary.word_order)),
            event_nouns=frozenset(self.dictionary.nouns),
            conditions=self.dictionary.condition_words(),
            names=names_of(actors, code, normalise) - common,
            words=self.dictionary.words,
            addressed=self.dictionary.addressed(),
        )
        self.language: Language = languages.load_language(code, self.vocabulary, model=model, morphology=morphology)
        forms = FormsCache(code, self.language.forms, store.version, morphology)
        self.index = ActorIndex(
            code,
            store.actors.values(),
            entries.agents.values(),
            forms,
            normalise,
            SpellingVariants(self.language, store.actors.values()),
        )
        forms.save()
        self.actor_words = ActorWords(self.dictionary.words, normalise)
        self.grounding_words = GroundingWords(self.dictionary.words)
        self.background_words = BackgroundWords(self.dictionary.words)
        self.suffixes = frozenset(a.suffix for a in entries.agents.values() if a.suffix)
        self.attribution_slots = frozenset(self.dictionary.words.get("attribution_prepositions", ()))
        self.past_reports = "past" in self.dictionary.words.get("reporting_tenses", ())
        self.protest_aims = ProtestAims(self.dictionary.words)
        self.crime = PrivateStories(self.dictionary.words, normalise, "crime_words")
        self.sport = PrivateStories(self.dictionary.words, normalise, "sport_words", least=_OF_SPORT)
        self.casualty_words = frozenset(self.dictionary.words.get("casualty_verbs", ()))
        self.anchor_slots = frozenset(self.dictionary.words.get("locative_prepositions", ()))

    @cached_property
    def gate(self) -> Gate:
        """Tells the sentences that can hold an event."""
        return Gate(self.dictionary, [*self.language.duties, *refusals(self.dictionary)])

    def may_hold_event(self, sentence: Sentence) -> bool:
        """Whether there can be an event in a sentence, told without analysing it."""
        words = self.language.possible_words(sentence)
        return words is None or self.gate.passes(words)

    @cached_property
    def frame_gate(self) -> FrameGate:
        """Tells the analysed sentences that can hold an event."""
        return FrameGate(self.dictionary)

    def matcher(
        self, analysis: Analysis, resolver: ActorResolver, dictionary: LanguageDictionary | None = None
    ) -> SentenceMatcher:
        """The matcher of a sentence, with word order where the dictionaries hold readings that need it."""
        used = dictionary or self.dictionary
        order = None
        if used.word_order:
            order = WordOrder(analysis, used, resolver.resolve, resolver.resolve_all, self.suffixes)
        is_country, several = resolver.ontology.countries.__contains__, resolver.resolve_all
        return SentenceMatcher(analysis, used, resolver.resolve, order, is_country, several, resolver.opponents)
