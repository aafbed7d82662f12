"""What the place of a meeting makes of it: a visit to one side's country, or a third location (CAMEO 042 to 044).

CAMEO has 040 for consultations whose place is not told. *Envoys of Georgia and Russia met in Prague* meet at a third
location (044); who *met the Russian president in Moscow* visits (042) and is hosted (043). Only where the place is told
of the meeting itself, between parties of countries: organisations are at home in many places. Ambassadors live where
they are sent to, and visit nobody there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coder.actors.codes import BLOCK
from coder.dyads import Dyad, code_of
from coder.model import ActorMention, Attributes, Predicate, overlap

MEETING, VISIT, HOSTING, ELSEWHERE = "040", "042", "043", "044"
_GROUNDS, _TOPICS = ("in", "at", "في"), ("object", "about", "on", "over", "حول", "عن")
_BESIDE = 5  # characters: a preposition and its blanks


class MeetingPlaces:
    """Finer codes of meetings.

    ``country_blocks``: CAMEO's country blocks by ISO 3166 code; ``residents``: nouns of people who live abroad for
    their state, in the form that ``normalise`` gives.
    """

    def __init__(
        self, country_blocks: Mapping[str, str], residents: frozenset[str], normalise: Callable[[str], str]
    ) -> None:
        self._country_blocks, self._blocks = country_blocks, frozenset(country_blocks.values())
        self._residents, self._normalise = residents, normalise

    def code(self, code: str, predicate: Predicate, attributes: Attributes, dyad: Dyad) -> str:
        """The code of an act with its place, the same for what is no meeting of two known parties at a told place."""
        ground = self._country_blocks.get(attributes.country_iso3 or "")
        source, target = dyad.source, dyad.target
        if code != MEETING or ground is None or source is None or target is None or code_of(source) == code_of(target):
            return code
        homes = [source.code[:BLOCK], target.code[:BLOCK]]
        if not self._blocks.issuperset(homes) or not _is_told_of(predicate, attributes, dyad):
            return code
        if ground not in homes:
            return ELSEWHERE
        guest = target if homes[0] == ground else source
        if homes[0] == homes[1] or self._lives_abroad(guest):
            return code
        return HOSTING if guest is target else VISIT

    def _lives_abroad(self, mention: ActorMention) -> bool:
        return not self._residents.isdisjoint(self._normalise(mention.text).split())


def _is_told_of(predicate: Predicate, attributes: Attributes, dyad: Dyad) -> bool:
    """Whether the place is where an act is done, and not where its topic lies (*discussed the war in Yemen*)."""
    at = attributes.location_start
    if at is None:
        return False
    sides = [m for m in (dyad.source, dyad.target) if m is not None]
    topics = [p for s in _TOPICS for p in predicate.slots.get(s, ()) if not any(overlap(p, m) for m in sides)]
    places = [p for s in _GROUNDS for p in predicate.slots.get(s, ()) if p.start <= at < p.end]
    return any(all(not 0 <= p.start - topic.end <= _BESIDE for topic in topics) for p in places)
