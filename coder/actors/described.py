"""What a sentence says a name is: *Barlow is a former British spy*, *who became a citizen of Ghana*, *identified as*.

A name that no dictionary has is the actor of its description, here and where its last name stands later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coder.actors.remembered import RememberedActors
from coder.dictionary.schema import AgentEntry
from coder.model import HYPHENS, Phrase

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BUSINESS, _OPPOSITION = ("BUS",), ("OPP",)
_OPENING = frozenset({",", "("})
CONGRESS: Final = ("USA", "LEG")


class DescribedActors(RememberedActors):
    """Finds the descriptions of names in one sentence."""

    def _description(self, phrase: Phrase) -> Phrase | None:
        """What the sentence says a name is, if a role or a people; None where it says nothing of the kind."""
        if not self._is_name(phrase) or self._label(phrase) in _PLACES:
            return None
        return next((d for d in self._descriptions(phrase) if self._agent_at(d) is not None), None)

    def _descriptions(self, phrase: Phrase) -> Iterator[Phrase]:
        """What a clause says somebody is: a main or a relative clause, neither negated nor of what might be."""
        for clause in self.analysis.predicates:
            if clause.kind != "verb" or clause.negated or clause.modality is not None:
                continue
            if clause.lemma in self.words.being and _hold(clause.slots.get("subject", ()), phrase):
                yield from clause.slots.get("complement", ())
            if clause.lemma in self.words.occupied and _hold(clause.slots.get("subject", ()), phrase):
                yield from clause.slots.get("as", ())
            if clause.lemma in self.words.identifying and _hold(clause.slots.get("object", ()), phrase):
                yield from clause.slots.get("as", ())

    def _executive(self, phrase: Phrase) -> AgentEntry | None:
        """The agent noun of a firm's executive, for a name that has one (*Nordhydro's chief executive*)."""
        if not self._is_name(phrase) or self._label(phrase) in _PLACES:
            return None
        owned = (self._agent_at(p) for p in self.analysis.phrases if _hold(p.genitives, phrase))
        firm = next((agent for agent in owned if agent is not None and agent.roles == _BUSINESS), None)
        return firm or self._camp(phrase)

    def _camp(self, phrase: Phrase) -> AgentEntry | None:
        """*The opposition Social Democrats*, where the parser takes the name for a phrase of its own."""
        at = min(phrase.tokens) - 1
        hit = self.by_token.get(at)
        if hit is None or self.index.lang != "en" or at < 1 or self._tokens[at - 1].pos != "DET":
            return None
        entry = hit.terminal.entry
        return entry if isinstance(entry, AgentEntry) and entry.roles == _OPPOSITION else None

    def _is_tagged(self, phrase: Phrase) -> bool:
        """*Jason Barlow, R-Utah*, *Ann Hill (D-Mass.)*: whether party and state stand behind a name, as in Congress."""
        behind = self._tokens[phrase.head + 1 : phrase.head + 5]
        if len(behind) < 4 or behind[0].text not in _OPENING or behind[1].norm not in self.words.party_letters:
            return False
        return behind[2].text in HYPHENS and behind[3].text[:1].isupper() and behind[1].text.isupper()

    def _agent_at(self, phrase: Phrase) -> AgentEntry | None:
        hit = self.by_token.get(phrase.head)
        entry = hit.terminal.entry if hit is not None and hit.terminal.kind == "agent" else None
        return entry if isinstance(entry, AgentEntry) else None


def _hold(phrases: Sequence[Phrase], phrase: Phrase) -> bool:
    return any(p.head == phrase.head or any(a.head == phrase.head for a in p.appositions) for p in phrases)
