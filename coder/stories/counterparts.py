"""At whom people protest, and whom courts and police hold, where a sentence of the story leaves it open.

Where the story tells of a dispute between a group and its government, a protest of the group without a target is aimed
at the government. A protest is also aimed at whom all other protests of the same people are (*voiced their anger at
the police ... protesters chanted*), and *the sentence*, *the arrests* of the same court or police are those of the one
whom they sentenced or arrested.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from coder.actors.codes import UNKNOWN
from coder.actors.hits import time_names
from coder.model import ActorMention, Analysis, Event, Phrase, Predicate
from coder.ontology import actor_blocks
from coder.stories.disputes import Dealing, disputes, is_group
from coder.stories.retelling import elsewhere, pointed
from coder.stories.triggers import is_definite, predicate_of

_PROTEST, _STRIKE = "14", "143"
_HELD = ("116", "173")  # verdicts and arrests
_POWERS = frozenset({"GOV", "COP", "JUD", "MIL", "LEG"})
_AGAINST = ("against", "over", "ضد", "علي")
_GOALS = ("to", "at", "on", "outside", "in front of", "before", "toward", "into", "الي", "امام", "نحو")
_SUFFERERS = ("on", "upon", "to", "against", "of", "object")


class Counterparts:
    """The other sides of protests, verdicts and arrests in one story."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml."""
        self._sentences = frozenset(words.get("sentence_nouns", ()))
        self._times = time_names(words)

    def settled(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence, with the one counterpart of those who protest, sentence or arrest."""
        events = [e for own in found for e in own]
        if not any(_is_aimless(e) or _is_open_hold(e) for e in events):
            return found
        at_odds = disputes(events)

        def aimed(analysis: Analysis, event: Event) -> Event:
            if event.source is None:
                return event
            others: dict[str, Dealing] = {}
            if _is_aimless(event):
                others = {**at_odds.get(event.source.code, {}), **self._protested(analysis, event, events)}
            elif _is_open_hold(event):
                others = self._held(analysis, event, events)
            if len(others) != 1:
                return event
            other, told = next(iter(others.values()))
            return replace(event, target=pointed(other, told, event))

        return [[aimed(a, e) for e in own] for a, own in zip(analyses, found, strict=True)]

    def _protested(self, analysis: Analysis, event: Event, told: Sequence[Event]) -> dict[str, Dealing]:
        """At whom the same people protest elsewhere in the story, unless the clause says at what it is aimed."""
        strike = event.code.startswith(_STRIKE)
        protests = [e for e in told if e.code.startswith(_PROTEST) and e.code.startswith(_STRIKE) == strike]
        others = _targets(event, protests)
        predicate = predicate_of(analysis, event) if others else None
        if predicate is None or not all(_is_power(other) for other, _ in others.values()):
            return {}
        return {} if self._has_aim(analysis, predicate) else others

    def _held(self, analysis: Analysis, event: Event, told: Sequence[Event]) -> dict[str, Dealing]:
        """Whom the same court sentenced, the same police arrested, for *imposed the sentence*, *the arrests*."""
        others = _targets(event, [e for e in told if e.code == event.code])
        predicate = predicate_of(analysis, event) if others else None
        if predicate is None or any(self._is_named(analysis, p) for p in _of_others(predicate)):
            return {}
        if predicate.kind == "noun":
            taken_up = is_definite(analysis, predicate.head)
        else:
            taken_up = any(self._is_sentence(analysis, p) for p in predicate.slots.get("object", ()))
        return others if taken_up else {}

    def _is_sentence(self, analysis: Analysis, phrase: Phrase) -> bool:
        """*The prison term*, but not *the driver's term*, *the term for the driver*."""
        known = analysis.tokens[phrase.head].lemma in self._sentences and is_definite(analysis, phrase.head)
        return known and not phrase.genitives and not any(p for s in _SUFFERERS for p in phrase.attached.get(s, ()))

    def _has_aim(self, analysis: Analysis, predicate: Predicate) -> bool:
        """Whether a clause says against what people protest, or names where they go to do so."""
        inner = (item for phrases in predicate.slots.values() for p in phrases for item in p.attached.items())
        slots = [*predicate.slots.items(), *inner]
        against = any(slot in _AGAINST for slot, _ in slots)
        goals = (p for slot, phrases in slots if slot in _GOALS for p in phrases)
        return against or any(self._has_name(analysis, p) for p in goals)

    def _is_named(self, analysis: Analysis, phrase: Phrase) -> bool:
        """Whether a phrase tells of others: neither a day nor the sentence itself."""
        if analysis.tokens[phrase.head].lemma in self._sentences:
            return self._has_name(analysis, phrase)
        return not any(analysis.tokens[i].norm in self._times for i in phrase.tokens)

    def _has_name(self, analysis: Analysis, phrase: Phrase) -> bool:
        inside = (t for t in analysis.tokens if phrase.start <= t.start < phrase.end)
        return any(t.pos == "PROPN" and t.norm not in self._times for t in inside)


def _targets(event: Event, told: Sequence[Event]) -> dict[str, Dealing]:
    """The targets of the told events that have the source of this one, by code, with an event of each."""
    found: dict[str, Dealing] = {}
    for other in told:
        if other.status != "asserted" or other.source is None or other.target is None or event.source is None:
            continue
        if other.source.code == event.source.code:
            found.setdefault(other.target.code, (other.target, other))
    return {} if any(elsewhere(event, other) for _, other in found.values()) else found


def _of_others(predicate: Predicate) -> Iterator[Phrase]:
    return (p for slot in _SUFFERERS for p in predicate.slots.get(slot, ()))


def _is_open_hold(event: Event) -> bool:
    """Whether an event is a verdict or an arrest by somebody known of nobody."""
    told = event.status == "asserted" and event.code in _HELD and event.target is None
    return told and event.source is not None and not event.source.code.startswith(UNKNOWN)


def _is_power(mention: ActorMention) -> bool:
    """Whether somebody is a state or one of its powers, at whom people protest."""
    first, *own = actor_blocks(mention.code)
    return first != UNKNOWN and (not own or own[0] in _POWERS)


def _is_aimless(event: Event) -> bool:
    """Whether an event is a protest of a group against nobody."""
    told = event.status == "asserted" and event.code.startswith(_PROTEST) and event.target is None
    return told and event.source is not None and is_group(event.source)
