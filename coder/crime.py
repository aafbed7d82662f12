"""Crime and accidents without politics are no events (CAMEO codes political actors and acts).

A robbery and the arrest of the robber have no side of political standing and stand in a story of crime. Both must hold:
the sides of the event are private people, police or courts (or unknown), and the words of crime and accident in the
title and text outnumber those of politics (lists in words.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from itertools import islice

from coder.model import ActorMention, Document, Event
from coder.ontology import actor_blocks

_ROOTS = frozenset({"09", "11", "17", "18", "19"})
_PRIVATE = frozenset({"CVL", "COP", "JUD", "CRM", "EDU", "BUS", "HLH", "LAB", "AGR", "UAF"})
_QUARRELS, _SOMEBODY, _OWN = ("18", "19"), ("a ", "an "), ("his", "her")
_PROCLITICS = r"(?<!\w)(?:[وفبكل]?ال|لل|[وفبكل])?"


class CrimeStories:
    """Tells the crime stories of one language; without lists there are none."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], normalise: Callable[[str], str]) -> None:
        self._normalise = normalise
        self._crime = _beginnings(map(normalise, words.get("crime_words", ())))
        self._politics = _beginnings(map(normalise, words.get("political_words", ())))

    def is_story_of_crime(self, document: Document) -> bool:
        """Whether a document speaks more of crime and accidents than of politics."""
        if self._crime is None:
            return False
        text = self._normalise(f"{document.title or ''}\n{document.text}")
        crimes = len(self._crime.findall(text))
        if self._politics is None or not crimes:
            return crimes > 0
        return sum(1 for _ in islice(self._politics.finditer(text), crimes)) < crimes


def is_private(event: Event, countries: Container[str]) -> bool:
    """Whether an event is one of force, law or blame between sides without political standing.

    ``countries``: the blocks of states; what happens between people of two of them may be political.
    """
    sides = [m for m in (event.source, event.target) if m is not None]
    states = {m.code[:3] for m in sides if m.code[:3] in countries}
    return event.code[:2] in _ROOTS and len(states) < 2 and all(map(_is_private_side, sides))


def is_family_quarrel(event: Event, kin: Container[str]) -> bool:
    """Whether somebody uses force on one of his own (*a soldier shot his wife*). ``kin``: nouns of relatives."""
    source, target = event.source, event.target
    if source is None or target is None or event.code[:2] not in _QUARRELS:
        return False
    words = target.text.casefold().split()
    return source.text.casefold().startswith(_SOMEBODY) and words[0] in _OWN and words[-1] in kin


def _is_private_side(mention: ActorMention) -> bool:
    return mention.resolved_by != "given" and set(actor_blocks(mention.code)[1:]) <= _PRIVATE


def _beginnings(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = sorted(filter(None, words), key=len, reverse=True)
    return re.compile(f"{_PROCLITICS}(?:{'|'.join(map(re.escape, listed))})") if listed else None
