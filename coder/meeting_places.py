"""What the place of a meeting makes of it: a visit to one side's country, or a third location (CAMEO 042 to 044).

CAMEO has 040 for consultations whose place is not told. *Envoys of Georgia and Russia met in Prague* meet at a third
location (044); who *met the Russian president in Moscow* visits (042) and is hosted (043). Only where the place is told
of the meeting itself or of the guest's clause, between parties of countries: organisations are at home in many places.
Ambassadors live where they are sent to, and visit nobody there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from coder.actors.codes import BLOCK
from coder.dyads import Dyad, code_of
from coder.model import ActorMention, Attributes, Predicate, Token, overlap

MEETING, VISIT, HOSTING, ELSEWHERE = "040", "042", "043", "044"
_GROUNDS, _TOPICS = ("in", "at", "في"), ("object", "about", "on", "over", "حول", "عن")
_BESIDE = 5  # characters: a preposition and its blanks
_ON, _FOR, _NAMED = "on", "for", "modifier"
_CLAUSE, _COUNTRY = "clause", 3  # a rule and a precision of places
_IN_A_PHRASE = re.compile(r"(?:\b(?:in|at)|(?:^|\s)في)\s+(?:\S+\s+){0,2}$")

MEETING_WORDS = ("resident_nouns", "set.talks", "weekdays", "months")
"""The lists of words.yaml that it asks for."""


class MeetingPlaces:
    """Finer codes of meetings.

    ``country_blocks``: CAMEO's country blocks by ISO 3166 code; ``words``: the lists of ``MEETING_WORDS`` in the form
    that ``normalise`` gives: nouns of people who live abroad for their state, of talks, of days.
    """

    def __init__(
        self, country_blocks: Mapping[str, str], words: Mapping[str, frozenset[str]], normalise: Callable[[str], str]
    ) -> None:
        self._country_blocks, self._blocks = country_blocks, frozenset(country_blocks.values())
        self._residents, self._talks = words["resident_nouns"], words["set.talks"]
        self._times = words["weekdays"] | words["months"]
        self._normalise = normalise

    def code(self, code: str, tokens: Sequence[Token], predicate: Predicate, attributes: Attributes, dyad: Dyad) -> str:
        """The code of an act with its place, the same for what is no meeting of two known parties at a told place."""
        ground = self._country_blocks.get(attributes.country_iso3 or "")
        source, target = dyad.source, dyad.target
        if code != MEETING or ground is None or source is None or target is None or code_of(source) == code_of(target):
            return code
        homes = [source.code[:BLOCK], target.code[:BLOCK]]
        if not self._blocks.issuperset(homes):
            return code
        guest = target if homes[0] == ground else source
        if not self._is_told_of(predicate, tokens, attributes, (source, target)):
            comes = ground in homes and guest is (target if dyad.mirrored else source)
            if not comes or attributes.location_rule != _CLAUSE or attributes.geo_precision == _COUNTRY:
                return code
        if ground not in homes:
            return ELSEWHERE
        if homes[0] == homes[1] or self._lives_abroad(guest):
            return code
        return HOSTING if guest is target else VISIT

    def _lives_abroad(self, mention: ActorMention) -> bool:
        return not self._residents.isdisjoint(self._normalise(mention.text).split())

    def _is_told_of(
        self, predicate: Predicate, tokens: Sequence[Token], attributes: Attributes, sides: Sequence[ActorMention]
    ) -> bool:
        """Whether the place is where an act is done, and not where its topic lies (*discussed the war in Yemen*)."""
        at = attributes.location_start
        if at is None:
            return False
        if any(stands_in(m, attributes) for m in sides):
            return True
        slots = predicate.slots
        days = [p for p in slots.get(_ON, ()) if not self._times.isdisjoint(tokens[t].norm for t in p.tokens)]
        talks = [p for p in slots.get(_FOR, ()) if tokens[p.head].lemma in self._talks]
        topics = [
            p for s in _TOPICS for p in slots.get(s, ()) if p not in days and not any(overlap(p, m) for m in sides)
        ]
        own = (p for s in _GROUNDS for p in slots.get(s, ()))
        below = (p for phrase in (*days, *talks) for s in _GROUNDS for p in phrase.attached.get(s, ()))
        places = [p for p in (*own, *below) if p.start <= at < p.end]
        named = (p for p in slots.get(_NAMED, ()) if not any(overlap(p, m) for m in sides))
        if any(all(not 0 <= p.start - topic.end <= _BESIDE for topic in topics) for p in places):
            return True
        return attributes.geo_precision != _COUNTRY and any(p.start <= at < p.end for p in named)


def stands_in(mention: ActorMention, attributes: Attributes) -> bool:
    """Whether the place ends the phrase of somebody who is met there (*the French president in Nice*)."""
    start, end = attributes.location_start, attributes.location_end
    if start is None or end is None or not mention.start < start < end <= mention.end:
        return False
    return _IN_A_PHRASE.search(mention.text[: start - mention.start]) is not None
