"""Whom a prefix is against: *anti-Chinese protesters*, *an anti-government rally*.

What stands behind *anti-* is no part of the actor (``SentenceHits.by_token``); a protest has it as its target.
"""

from __future__ import annotations

from coder.actors.affiliations import OwnedActors
from coder.actors.codes import Parts, parts_of
from coder.actors.index import is_province
from coder.dictionary.schema import ActorEntry
from coder.model import ActorMention, Phrase


class OpposedActors(OwnedActors):
    """The opponents that prefixes name in one sentence."""

    def opponents(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Whom the words of a phrase are against, as phrases of their own."""
        if self.opposed.keys().isdisjoint(phrase.tokens):
            return ()
        return tuple(self._alone(i) for i in phrase.tokens if i in self.opposed)

    def _alone(self, first: int) -> Phrase:
        hit = self.opposed[first]
        start, end = self.span((hit.first, hit.last))
        return Phrase(hit.last, start, end, self._tokens[hit.last].start, end, "noun", (*range(first, hit.last + 1),))

    def _as_opponent(self, phrase: Phrase) -> ActorMention | None:
        """The actor of a phrase that is nothing but the words behind *anti-*."""
        if not phrase.tokens or not self.opposed or phrase.tokens[0] not in self.opposed:
            return None
        hit = self.opposed[phrase.tokens[0]]
        if phrase.tokens[-1] != hit.last or is_province(hit):
            return None
        entry = hit.terminal.entry
        if isinstance(entry, ActorEntry):
            parts = parts_of(entry, self.document.date)
            name = self._entry_name(entry)
            return self._mention(phrase, parts, "name", [entry.ref], entry.id, name) if parts.base else None
        return self._mention(phrase, Parts((), set(entry.roles)), "agent", [entry.ref], None, None)
