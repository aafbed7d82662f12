"""Whose *the ministry*, *the army* is in a story of several countries: that of the state spoken of right before.

*Kyiv accused Moscow of the strike. The foreign ministry called on ...*: that of Kyiv, for a text goes on about the
subject of its sentence.
"""

from __future__ import annotations

from coder.actors.codes import BLOCK
from coder.actors.memory import Recent
from coder.actors.references import ReferringActors
from coder.model import ActorMention, Phrase
from coder.ontology import actor_blocks

_STATE = frozenset({"GOV", "MIL"})


class GoverningActors(ReferringActors):
    """Finds the states of authorities that their own words leave open."""

    def governed_by(self, mention: ActorMention) -> str | None:
        """The country block of the latest state that was a subject in this or the two sentences before.

        None for what is not definite (*officials*), or where nothing of the kind is told. A state that acts on the
        authority is not its own (*Britain condemned the army*).
        """
        own = (p for p in self.analysis.phrases if (p.start, p.end) == (mention.start, mention.end))
        phrase = next(own, None)
        if phrase is None or not self.coreference or self.index.lang != "en" or not self._is_definite(phrase):
            return None
        return self._settled(lambda: self._state_before(phrase))

    def _state_before(self, phrase: Phrase) -> str | None:
        others = self._other_sides(phrase)
        foreign = {r.mention.code[:BLOCK] for r in self._so_far().recent if r.mention.head in others}
        for recents in self.memory.near(self.position, self._so_far()):
            states = [r for r in recents if self._speaks_for_a_state(r) and self._is_before(r, phrase)]
            states = [r for r in states if r.mention.code[:BLOCK] not in foreign]
            if states:
                first = max(states, key=lambda r: r.rank)
                equals = {r.mention.code[:BLOCK] for r in states if r.rank[0] == first.rank[0]}
                return equals.pop() if len(equals) == 1 and not first.shares else None
        return None

    def _speaks_for_a_state(self, recent: Recent) -> bool:
        country, *roles = actor_blocks(recent.mention.code)
        return recent.subject and country in self.ontology.countries and set(roles) <= _STATE
