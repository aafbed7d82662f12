"""What the dictionaries' vocabulary means to the grammar: event nouns (also of several words) and word classes."""

from __future__ import annotations

from collections.abc import Sequence

from coder.languages.ar import closed, noun_classes, verb_classes
from coder.languages.base import Vocabulary
from coder.model import Token

#: weekdays that without their article are numbers and pronouns
_NOT_ALONE = closed.words("أحد اثنين")


_TO = "ل"


def bare(word: str) -> str:
    """A normalised noun without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


class Lexis:
    """The vocabulary in the form in which chunks, clauses and frames look it up."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.event_nouns = frozenset(w for w in vocabulary.event_nouns if " " not in w)
        self.phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for noun in vocabulary.event_nouns:
            if " " in noun:
                parts = tuple(bare(w) for w in noun.split())
                self.phrases.setdefault(parts[0], []).append((parts, noun))
        for found in self.phrases.values():
            found.sort(key=lambda item: (-len(item[0]), item[1]))
        self.standalone = noun_classes.standalone_names()
        self.transparent = (
            noun_classes.TRANSPARENT | vocabulary.word_set("transparent_nouns")
        ) - noun_classes.EVENT_WRAPPERS
        self.support_nouns = vocabulary.word_set("support_nouns")
        self.support = verb_classes.SUPPORT_VERBS | vocabulary.word_set("support_verbs")
        self.passive_support = verb_classes.PASSIVE_SUPPORT_VERBS | vocabulary.word_set("passive_support_verbs")
        self.addressed = frozenset(verb for verb, slots in vocabulary.addressed.items() if _TO in slots)
        self.time = (
            noun_classes.TIME_NOUNS
            | vocabulary.word_set("weekdays")
            | vocabulary.word_set("months")
            | vocabulary.word_set("relative_days")
        )

    def is_event(self, token: Token) -> bool:
        """Whether the word is, or begins, an event noun of the dictionaries."""
        return token.lemma in self.event_nouns or token.norm in self.event_nouns or bare(token.norm) in self.event_nouns

    def is_time(self, token: Token) -> bool:
        """Whether the word names a time."""
        if token.pos in ("VERB", "ADP"):
            return False
        return token.norm in self.time or (token.lemma in self.time and token.lemma not in _NOT_ALONE)

    def event_lemma(self, token: Token) -> str:
        """The name under which the dictionaries know the event noun; empty where they do not."""
        for form in (token.lemma, bare(token.norm), token.norm):
            if form in self.event_nouns:
                return form
        return ""

    def phrase_at(self, tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
        """The longest event noun of several words that begins at ``i``, and the index after it."""
        token = tokens[i]
        lemma, word = token.lemma, bare(token.norm)
        if lemma not in self.phrases and word not in self.phrases:
            return None
        for first in dict.fromkeys((lemma, word)):
            for parts, noun in self.phrases.get(first, ()):
                span = tokens[i : i + len(parts)]
                if len(span) == len(parts) and all(
                    part in (t.lemma, bare(t.norm)) for part, t in zip(parts[1:], span[1:], strict=True)
                ):
                    return noun, i + len(parts)
        return None
