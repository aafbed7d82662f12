"""The words by which reports of casualties are read: lists of each language's words.yaml, normalised."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coder.languages import normaliser

_PREFIX = "toll."


@dataclass(frozen=True, slots=True)
class CasualtyWords:
    """The words of one language. ``merged``: verbs that may tell the toll of another act (``casualty_verbs``).

    ``words["unit"]`` is the list ``toll.unit``, empty where a language lacks it; ``civilian`` and ``agents`` are
    ``civilian_words`` and ``agent_nouns``.
    """

    killed: frozenset[str]
    injured: frozenset[str]
    merged: frozenset[str]
    lists: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists.get(name, frozenset())


def casualty_words(lang: str, words: Mapping[str, Sequence[str]]) -> CasualtyWords:
    """The lists of casualties among those of words.yaml."""
    normalise = normaliser(lang)

    def listed(name: str) -> frozenset[str]:
        return frozenset(normalise(word) for word in words.get(name, ()))

    lists = {name.removeprefix(_PREFIX): listed(name) for name in words if name.startswith(_PREFIX)}
    lists["civilian"] = listed("civilian_words")
    lists["agents"] = listed("agent_nouns") - lists.get("group", frozenset())
    return CasualtyWords(listed("killed_words"), listed("injured_words"), listed("casualty_verbs"), lists)
