"""Force that is only rehearsed: *stormed a mock village*, *bombed targets during an exercise*."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coder.model import Phrase, Predicate, Token

_DURING = ("during", "in", "as")
_HIT = ("object", "on", "at", "against", "of")


def rehearsal(predicate: Predicate, tokens: Sequence[Token], words: Mapping[str, Sequence[str]]) -> str | None:
    """The word that tells an act of force as a rehearsal (lists ``rehearsal_*`` of words.yaml), None for a deed."""
    nouns, adjectives = words.get("rehearsal_nouns", ()), words.get("rehearsal_adjectives", ())
    if not nouns and not adjectives:
        return None
    occasions = (tokens[p.head] for s in _DURING for p in predicate.slots.get(s, ()))
    found = next((t for t in occasions if t.lemma in nouns), None)
    if found is None:
        found = next((t for t in _described(predicate, tokens) if t.norm in adjectives), None)
    return None if found is None else found.text


def _described(predicate: Predicate, tokens: Sequence[Token]) -> Iterator[Token]:
    yield from (tokens[i] for s in _HIT for p in predicate.slots.get(s, ()) for i in _before_head(p))
    yield from (tokens[p.head] for p in predicate.slots.get("modifier", ()))


def _before_head(phrase: Phrase) -> Iterator[int]:
    return (i for i in phrase.tokens if i < phrase.head)
