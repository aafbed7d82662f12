"""What a language module offers. To add one, write a module that fits ``Language`` and name it in ``__init__.py``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Literal, Protocol

from coder.model import Analysis, Sentence, Token

FormKind = Literal["name", "demonym", "agent", "adjective"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name with what writers confuse folded: its consonants, the vowels around them, how many words it has."""

    consonants: str
    vowels: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the dictionaries tell a language module, all normalised by that module.

    ``verbs``: lemmas with an entry (a particle verb as "carry out"). ``event_nouns``: nouns with an entry; they become
    predicates. ``conditions``: words that readings ask for in slots. ``names``: single words of actor names and
    demonyms, which must not be taken apart. ``words``: the lists of words.yaml by name. ``addressed``: for verbs, the
    prepositions under which a reading has its target.
    """

    verbs: frozenset[str] = frozenset()
    event_nouns: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    addressed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def word_set(self, name: str) -> frozenset[str]:
        """The list ``name`` of words.yaml, empty where the dictionaries lack it."""
        return frozenset(self.words.get(name, ()))


@dataclass(slots=True, eq=False)
class Draft:
    """What the grammar says of a sentence before its names are sought: enough to tell whether it may hold an event.

    ``frames`` lacks what ``Language.complete`` adds: the entities, and with which words the names of persons begin.
    """

    frames: Analysis


class Language(Protocol):
    """A language module: text in, predicates with slots out. Nothing after it knows which language it was."""

    code: str

    def normalise(self, text: str) -> str:
        """The form under which words of texts and dictionaries are compared."""
        ...

    def forms(self, phrase: str, kind: FormKind) -> frozenset[tuple[str, ...]]:
        """All sequences of token norms that a dictionary phrase takes in a text: plural, feminine, with article ..."""
        ...

    def spelling(self, norms: Iterable[str]) -> Spelling | None:
        """The folded spelling of the words of a name; None in a script in which writers agree.

        The consonants of several words are those of each, one after the other.
        """
        ...

    def same_name(self, first: Spelling, second: Spelling) -> bool:
        """Whether two spellings may be of one name."""
        ...

    @property
    def duties(self) -> Sequence[frozenset[str]]:
        """The sets of words (normal forms or lemmas) one of which is in every sentence with an ``obligation``."""
        ...

    def plain_tokens(self, sentence: Sentence, analysis: Analysis | None = None) -> Sequence[Token] | None:
        """The tokens that an analysis would give, with text and norm only; None where these come of the analysis.

        ``analysis``: that of the sentence, where there is one already.
        """
        ...

    def possible_words(self, sentence: Sentence) -> Set[str] | None:
        """Every normal form and lemma that a token of the sentence may get, told without analysing it.

        None where that cannot be told.
        """
        ...

    def batch(self) -> AbstractContextManager[None]:
        """Goes around the work on some documents: what is interned for them need not outlive it."""
        ...

    def analyse(self, sentences: Sequence[Sentence]) -> Iterator[Analysis]:
        """One analysis for each sentence, in order."""
        ...

    def drafts(self, sentences: Sequence[Sentence]) -> list[Draft]:
        """One draft for each sentence, in order: the analyses as far as they come cheap."""
        ...

    def complete(self, drafts: Sequence[Draft]) -> list[Analysis]:
        """The analyses of drafts made by this module, in order: the same that ``analyse`` would give."""
        ...
