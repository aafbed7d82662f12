"""Whom the words that demonstrators shout or write are against: *Death to America*, *No to the junta*."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from coder.model import Analysis, Phrase

_QUOTES = frozenset("«»“”\"„‘’'")
_LONGEST = 14  # words of a slogan


class Slogans:
    """Reads the slogans of one sentence by the lists `death_wishes`, `rejecting_words` and `leave_words`."""

    def __init__(
        self,
        analysis: Analysis,
        words: Mapping[str, tuple[str, ...]],
        actor: Callable[[Phrase], tuple[Phrase, ...]],
    ) -> None:
        """``actor``: the phrase where it names an actor, else nothing."""
        self.analysis, self.actor = analysis, actor
        self.wishes = frozenset(tuple(w.split()) for w in words.get("death_wishes", ()))
        self.rejecting = frozenset(tuple(w.split()) for w in words.get("rejecting_words", ()))
        self.leaving = frozenset(words.get("leave_words", ()))
        self.norms = [t.norm.lower() for t in analysis.tokens]

    def opponents(self) -> tuple[Phrase, ...]:
        """The first actor whom a slogan of the sentence is against."""
        tokens = range(len(self.norms))
        for i in tokens:
            if self._pair(i) in self.wishes or (self._pair(i) in self.rejecting and self._is_quote(i - 1)):
                found = self._named(i + 2, i + 2)
                if found:
                    return found
        for start, end in self._quotations():
            if not self.leaving.isdisjoint(self.norms[start:end]):
                found = self._named(start, end)
                if found:
                    return found
        return ()

    def _pair(self, i: int) -> tuple[str, ...]:
        return tuple(self.norms[i : i + 2])

    def _is_quote(self, i: int) -> bool:
        return i >= 0 and self.analysis.tokens[i].text in _QUOTES

    def _quotations(self) -> Iterator[tuple[int, int]]:
        marks = [i for i in range(len(self.norms)) if self._is_quote(i)]
        for start, end in pairwise(marks):
            if 1 < end - start <= _LONGEST:
                yield start + 1, end

    def _named(self, first: int, last: int) -> tuple[Phrase, ...]:
        """The first actor named by a phrase that begins between two tokens."""
        phrases = (p for p in self.analysis.phrases if p.tokens and first <= min(p.tokens) <= last)
        for phrase in sorted(phrases, key=lambda p: (min(p.tokens), -len(p.tokens))):
            if found := self.actor(phrase):
                return found
        return ()
