"""Arabic: morphology over an embedded lexicon, and a clause grammar by rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from coder.languages.ar import closed, noun_classes, verb_classes
from coder.languages.ar.forms import Inflection
from coder.languages.ar.grammar import Grammar
from coder.languages.ar.normalise import normalise
from coder.languages.ar.tokenise import Tokeniser
from coder.languages.base import Draft, FormKind, Spelling, Vocabulary
from coder.model import Analysis, Sentence, Token

_GRAMMATICAL = (
    verb_classes.KANA | verb_classes.TAMMA | closed.DEMONSTRATIVES | closed.RELATIVES | closed.COMPLEMENTISERS
)

_DUTY = frozenset(map(normalise, ("على", "أن")))


def _readable(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary without words of names that would hide grammar: clitic and noun (``وسوريا``), ``كان``."""
    names, countries = vocabulary.names, noun_classes.standalone_names()

    def hidden(word: str) -> bool:
        if word in _GRAMMATICAL:
            return True
        if word.startswith("لل"):
            return "ال" + word[2:] in names
        if word.startswith("و") and word[1:] in countries:
            return True
        return word.startswith(("بال", "وال", "كال", "فال")) and word[1:] in names

    return replace(vocabulary, names=frozenset(w for w in names if not hidden(w)))


class Arabic:
    """The Arabic language module."""

    code = "ar"

    def __init__(self, vocabulary: Vocabulary, morphology: str = "embedded") -> None:
        self._tokeniser = Tokeniser(_readable(vocabulary), morphology)
        self._grammar = Grammar(vocabulary)
        self._inflection = Inflection(self._tokeniser)

    def normalise(self, text: str) -> str:
        """The form under which words of texts and dictionaries are compared."""
        return normalise(text)

    def forms(self, phrase: str, kind: FormKind) -> frozenset[tuple[str, ...]]:
        """All sequences of token norms that a dictionary phrase takes in a text."""
        return self._inflection.forms(phrase, kind)

    def spelling(self, norms: Iterable[str]) -> Spelling | None:
        """None: Arabic names have one spelling in their own script."""
        return None

    def same_name(self, first: Spelling, second: Spelling) -> bool:
        """Whether two spellings are equal."""
        return first == second

    @property
    def duties(self) -> Sequence[frozenset[str]]:
        """Verbs of obligation (``يجب أن``), and the preposition that stands for one (``على إسرائيل أن``)."""
        return [_DUTY, *(frozenset({verb}) for verb, kind in verb_classes.MODAL_VERBS.items() if kind == "obligation")]

    def plain_tokens(self, sentence: Sentence, analysis: Analysis | None = None) -> Sequence[Token] | None:
        """None: where a word begins behind its clitics is known after the analysis."""
        return None

    def possible_words(self, sentence: Sentence) -> Set[str] | None:
        """The norms and lemmas of all readings of the sentence's words."""
        return self._tokeniser.possible_words(sentence.text)

    def batch(self) -> AbstractContextManager[None]:
        """Nothing is interned without bound."""
        return nullcontext()

    def analyse(self, sentences: Sequence[Sentence]) -> Iterator[Analysis]:
        """One analysis for each sentence, in order."""
        for sentence in sentences:
            yield self._grammar.analyse(sentence, self._tokeniser.tokens(sentence))

    def drafts(self, sentences: Sequence[Sentence]) -> list[Draft]:
        """The analyses: there is nothing to add."""
        return [Draft(analysis) for analysis in self.analyse(sentences)]

    def complete(self, drafts: Sequence[Draft]) -> list[Analysis]:
        """The analyses as they are."""
        return [draft.frames for draft in drafts]
