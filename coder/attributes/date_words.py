"""The lists of words.yaml by which the date of one clause is that of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coder.languages import normaliser


@dataclass(frozen=True, slots=True)
class DateWords:
    """Verbs in normal form: of reporting, of happening, and of what an event led to."""

    reports: frozenset[str] = frozenset()
    happens: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()


NO_WORDS = DateWords()


def date_words(lang: str, lists: Mapping[str, Sequence[str]]) -> DateWords:
    """``lists``: those of one language; absent ones are empty."""
    normalise = normaliser(lang)
    names = ("saying_verbs", "occurrence_verbs", "leading_to_verbs")
    return DateWords(*(frozenset(map(normalise, lists.get(name, ()))) for name in names))
