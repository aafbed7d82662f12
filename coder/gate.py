"""Which sentences can hold an event at all, told from the words that they may hold before anything is parsed.

Every event rests on a reading with a code, so on a word of a dictionary entry, and on what the reading asks for. The
gate is lossless: it asks only for words without which no such reading can fit (docs/performance.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import product

from coder.dictionary.compiled import CompiledPattern, Constraint, LanguageDictionary, WordOrderVerb

Words = frozenset[str]
Need = tuple[Words, ...]  # one of these sets of words must be in the sentence, whole
_ARTICLE = "ال"
_SAYING = "attribution"


class Gate:
    """Decides on sentences by the words that they may hold: normal forms and lemmas of whatever reading."""

    def __init__(self, dictionary: LanguageDictionary, duties: Sequence[Words]) -> None:
        """``duties``: sets of words with which a language says that something must be done."""
        self._free: set[str] = set()
        self._needs: dict[str, list[tuple[Words, tuple[Need, ...]]]] = {}
        tables: tuple[Mapping[str, list[CompiledPattern]], ...] = (dictionary.verbs, dictionary.nouns)
        for table in tables:
            for word, patterns in table.items():
                for needs in _distinct(_needs_of(pattern, duties) for pattern in patterns):
                    self._add(word, needs)
        for word, verbs in dictionary.word_order.items():
            for needs in _distinct(_needs_of_verb(verb, duties) for verb in verbs):
                self._add(word, needs)
        self._drop_needless()
        self.vocabulary = frozenset(self._mentioned())

    def passes(self, words: Set[str]) -> bool:
        """Whether a sentence with these possible words can hold an event."""
        if not self._free.isdisjoint(words):
            return True
        return any(self._opens(word, words) for word in words if word in self._needs)

    def _opens(self, word: str, words: Set[str]) -> bool:
        return any(
            rest <= words and all(any(item <= words for item in need) for need in needs)
            for rest, needs in self._needs[word]
        )

    def _add(self, entry: str, needs: tuple[Need, ...] | None) -> None:
        if needs is None:
            return
        for parts in _spellings(entry):
            first, rest = parts[0], frozenset(parts[1:])
            if not rest and not needs:
                self._free.add(first)
            else:
                self._needs.setdefault(first, []).append((rest, needs))

    def _drop_needless(self) -> None:
        for word in self._free & self._needs.keys():
            del self._needs[word]

    def _mentioned(self) -> Iterator[str]:
        yield from self._free
        for word, found in self._needs.items():
            yield word
            for rest, needs in found:
                yield from rest
                yield from (w for need in needs for item in need for w in item)


def _distinct(found: Iterable[tuple[Need, ...] | None]) -> list[tuple[Need, ...]]:
    """The needs of the readings of one word: each once, and alone where one needs nothing more."""
    needs = dict.fromkeys(n for n in found if n is not None)
    return [()] if () in needs else list(needs)


def _needs_of(pattern: CompiledPattern, duties: Sequence[Words]) -> tuple[Need, ...] | None:
    """What a reading needs besides its word; None where it gives no event of its own (operators work on others)."""
    own = tuple(need for constraint in pattern.where if (need := _need_of(constraint)))
    if pattern.code is not None:
        return own
    return (*own, tuple(duties)) if pattern.operator == _SAYING and duties else None


def _needs_of_verb(verb: WordOrderVerb, duties: Sequence[Words]) -> tuple[Need, ...] | None:
    needs = _needs_of(verb.pattern, duties)
    if needs is None:
        return None
    around = tuple((frozenset({word}),) for word in (*verb.before, *verb.after))
    tokens = verb.pattern.tokens
    items = (*tokens.left, *tokens.right) if tokens is not None else ()
    named = tuple(tuple(frozenset({cut[0]}) for cut in i.cuts) for i in items if i.kind == "word")
    return (*needs, *around, *named)


def _need_of(constraint: Constraint) -> Need | None:
    """The words one of which a slot must hold; None where something else may fill it as well."""
    if not constraint.fillers or any(f.kind != "words" for f in constraint.fillers):
        return None
    items = [item for f in constraint.fillers for item in (*(frozenset({word}) for word in f.single), *f.several)]
    return tuple(frozenset(spelled) for item in items for spelled in _spelled(sorted(item)))


def _spellings(entry: str) -> Iterator[tuple[str, ...]]:
    """The words of an entry as a text may cut them: at spaces, with or without cuts at hyphens and Arabic articles."""
    return _spelled(entry.split())


def _spelled(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for choice in product(*(_cuts(word) for word in words)):
        yield tuple(part for cut in choice for part in cut)


def _cuts(word: str) -> list[tuple[str, ...]]:
    cuts: list[tuple[str, ...]] = [(word,)]
    if "-" in word.strip("-"):
        cuts.append(tuple(part for part in word.split("-") if part))
    if word.startswith(_ARTICLE) and len(word) > 4:
        cuts.append((word[len(_ARTICLE) :],))
    return cuts
