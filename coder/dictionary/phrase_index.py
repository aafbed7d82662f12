"""Phrases in running text: discards and issues. Words are compared normalised; hyphens and blanks are the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from coder.dictionary.schema import DiscardEntry, IssueEntry
from coder.model import Ref

_WORD = re.compile(r"\w+|[^\w\s'\-]")
V = TypeVar("V")


@dataclass(slots=True)
class PhraseIndex(Generic[V]):
    """A trie of phrases, each with a value."""

    normalise: Callable[[str], str]
    _whole: dict[tuple[str, ...], list[V]] = field(default_factory=dict)
    _stems: dict[tuple[str, ...], list[V]] = field(default_factory=dict)
    _lengths: dict[str, set[int]] = field(default_factory=dict)  # by first word; "" for stems of one word

    def add(self, phrase: str, value: V, stem: bool = False) -> None:
        """``stem``: the last word of the phrase may go on."""
        words = tuple(self._words(phrase))
        if words:
            (self._stems if stem else self._whole).setdefault(words, []).append(value)
            start = "" if stem and len(words) == 1 else words[0]
            self._lengths.setdefault(start, set()).add(len(words))

    def find(self, text: str) -> Iterator[V]:
        """The values of all phrases in a text, in text order, each as often as its phrase occurs."""
        words = self._words(text)
        anywhere = self._lengths.get("", set())
        for position, word in enumerate(words):
            for length in sorted(self._lengths.get(word, set()) | anywhere, reverse=True):
                part = tuple(words[position : position + length])
                if len(part) == length:
                    yield from self._at(part)

    def _at(self, part: tuple[str, ...]) -> Iterator[V]:
        yield from self._whole.get(part, ())
        if self._stems:
            for end in range(1, len(part[-1]) + 1):
                yield from self._stems.get((*part[:-1], part[-1][:end]), ())

    def _words(self, text: str) -> list[str]:
        return _WORD.findall(self.normalise(text))

    def __bool__(self) -> bool:
        return bool(self._lengths)


@dataclass(frozen=True, slots=True)
class Discard:
    """Why a sentence or story is not coded."""

    ref: Ref
    story: bool


class Screening:
    """Which sentences are not coded, and which context tags the others have."""

    def __init__(
        self, discards: Iterable[DiscardEntry], issues: Iterable[IssueEntry], normalise: Callable[[str], str]
    ) -> None:
        self._discards: PhraseIndex[Discard] = PhraseIndex(normalise)
        self._issues: PhraseIndex[IssueEntry] = PhraseIndex(normalise)
        for discard in discards:
            value = Discard(discard.ref, discard.scope == "story")
            for phrase in discard.phrases:
                self._discards.add(phrase, value)
            for phrase in discard.stems:
                self._discards.add(phrase, value, stem=True)
        for issue in issues:
            for phrase in issue.phrases:
                self._issues.add(phrase, issue)

    def __bool__(self) -> bool:
        return bool(self._discards) or bool(self._issues)

    def discard(self, text: str) -> Discard | None:
        """The discard that a sentence holds, that of the story first."""
        found = list(self._discards.find(text))
        return next((d for d in found if d.story), found[0] if found else None)

    def tags(self, text: str, story: Sequence[str] = ()) -> str | None:
        """Tags of a sentence with their counts, as Phoenix writes them: ``CODE,n;CODE,n``."""
        found = list(self._issues.find(text))
        if any(i.stop for i in found) or any(i.stop == "story" for part in story for i in self._issues.find(part)):
            return None
        counts = Counter(i.tag for i in found if i.tag)
        return ";".join(f"{tag},{n}" for tag, n in counts.items()) or None
