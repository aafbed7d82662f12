"""One language ready to code."""

from __future__ import annotations

from collections.abc import Set
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
        actors, agents = store.actors.values(), entries.agents.values()
        common = agent_words(agents, normalise) | feminine_demonyms(actors, normalise)
        self.vocabulary = _vocabulary(self.dictionary, names_of(actors, code, normalise) - common)
        self.language: Language = languages.load_language(code, self.vocabulary, model=model, morphology=morphology)
        forms = FormsCache(code, self.language.forms, store.version, morphology)
        self.index = ActorIndex(code, actors, agents, forms, normalise, SpellingVariants(self.language, actors))
        forms.save()
        self.suffixes = frozenset(a.suffix for a in agents if a.suffix)
        words = self.dictionary.words
        self.actor_words = ActorWords(words, normalise)
        self.grounding_words = GroundingWords(words)
        self.background_words = BackgroundWords(words)
        self.attribution_slots = frozenset(words.get("attribution_prepositions", ()))
        self.past_reports = "past" in words.get("reporting_tenses", ())
        self.protest_aims = ProtestAims(words)
        self.crime = PrivateStories(words, normalise, "crime_words", sparse=True)
        self.sport = PrivateStories(words, normalise, "sport_words", least=_OF_SPORT)
        self.casualty_words = frozenset(words.get("casualty_verbs", ()))
        self.anchor_slots = frozenset(words.get("locative_prepositions", ()))

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


def _vocabulary(dictionary: LanguageDictionary, names: Set[str]) -> Vocabulary:
    """What a language module knows of the dictionaries. ``names``: of actors."""
    return Vocabulary(
        verbs=frozenset((*dictionary.verbs, *dictionary.word_order)),
        event_nouns=frozenset(dictionary.nouns),
        conditions=dictionary.condition_words(),
        names=frozenset(names),
        words=dictionary.words,
        addressed=dictionary.addressed(),
    )
