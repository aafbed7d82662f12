"""Crime, accidents and sport without politics are no events (CAMEO codes political actors and acts).

A robbery and the arrest of the robber have no side of political standing and stand in a story of crime. Both must hold:
the sides of the event are private people, police or courts (or unknown), and the words of crime and accident in the
title and text outnumber those of politics (lists in words.yaml), or the text is long and has hardly any of politics.
So it is with sport, where a side with public standing
is enough for an event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from itertools import islice

from coder.actors.codes import states_of
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks

_ROOTS = frozenset({"09", "11", "17", "18", "19"})
_PRIVATE = frozenset({"CVL", "COP", "JUD", "CRM", "EDU", "BUS", "HLH", "LAB", "AGR", "UAF"})
_QUARRELS, _SOMEBODY, _OWN = ("18", "19"), ("a ", "an "), ("his", "her")
_PROTEST, _BODIES, _PLAYERS = "14", ("IGO", "IMG", "INT"), _PRIVATE - {"COP", "JUD", "CRM", "UAF"} | {"ELI", "MNC"}
_LONG, _STRETCH = 800, 2000  # characters: from which a text has a word of politics in every stretch begun
_PROCLITICS = r"(?<!\w)(?:[وفبكل]?ال|لل|[وفبكل])?"


class PrivateStories:
    """Tells the stories of crime, or of sport, of one language; without a list there are none."""

    def __init__(
        self,
        words: Mapping[str, tuple[str, ...]],
        normalise: Callable[[str], str],
        topic: str,
        least: int = 1,
        sparse: bool = False,
    ) -> None:
        """``topic``: the list of words.yaml of which a story has at least ``least``, and more than of politics.

        ``sparse``: long texts with hardly any word of politics are such stories, too.
        """
        self._least, self._sparse = least, sparse
        self._listed = [w for w in map(normalise, words.get(topic, ())) if w]
        self._topic = _beginnings(self._listed)
        self._politics = _beginnings(map(normalise, words.get("political_words", ())))

    def has(self, text: str) -> bool:
        """Whether a document speaks more of the topic than of politics. ``text``: normalised, with its title."""
        if self._sparse and self._has_no_politics(text):
            return True
        if self._topic is None or not self._may_have(text):
            return False
        found = sum(1 for _ in self._topic.finditer(text))
        if self._politics is None or found < self._least:
            return found >= self._least
        return sum(1 for _ in islice(self._politics.finditer(text), found)) < found

    def _has_no_politics(self, text: str) -> bool:
        if self._politics is None or len(text) < _LONG:
            return False
        usual = 1 + len(text) // _STRETCH
        return sum(1 for _ in islice(self._politics.finditer(text), usual)) < usual

    def _may_have(self, text: str) -> bool:
        """Whether the letters of the words are there often enough, which is cheaper to ask than where words begin."""
        return self._least == 1 or sum(map(text.count, self._listed)) >= self._least


def is_private(event: Event, countries: Container[str]) -> bool:
    """Whether an event is one of force, law or blame between sides without political standing.

    ``countries``: the blocks of states; what happens between people of two of them may be political.
    """
    sides = [m for m in (event.source, event.target) if m is not None]
    return event.code[:2] in _ROOTS and len(states_of(sides, countries)) < 2 and all(map(_is_private_side, sides))


def is_play(event: Event) -> bool:
    """Whether an event of a story of sport has no side with public standing: *Peru attacked*, *the club backed him*."""
    sides = [m for m in (event.source, event.target) if m is not None]
    return event.code[:2] != _PROTEST and not any(m.is_given or _is_public(m) for m in sides)


def _is_public(mention: ActorMention) -> bool:
    first, *roles = actor_blocks(mention.code)
    return first in _BODIES or not set(roles) <= _PLAYERS


def is_family_quarrel(event: Event, kin: Container[str]) -> bool:
    """Whether somebody uses force on one of his own (*a soldier shot his wife*). ``kin``: nouns of relatives."""
    source, target = event.source, event.target
    if source is None or target is None or event.code[:2] not in _QUARRELS:
        return False
    words = target.text.casefold().split()
    return source.text.casefold().startswith(_SOMEBODY) and words[0] in _OWN and words[-1] in kin


def _is_private_side(mention: ActorMention) -> bool:
    return not mention.is_given and set(actor_blocks(mention.code)[1:]) <= _PRIVATE


def _beginnings(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = sorted(filter(None, words), key=len, reverse=True)
    return re.compile(f"{_PROCLITICS}(?:{'|'.join(map(re.escape, listed))})") if listed else None
