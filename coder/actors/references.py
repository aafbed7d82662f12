"""What takes up an actor of before: pronouns, *the group*, *the ambassador*, *Ambassador Baba*."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from coder.actors.codes import UNKNOWN
from coder.actors.described import DescribedActors
from coder.actors.memory import Fits, Recent
from coder.actors.whereabouts import Sought
from coder.dictionary.schema import AgentEntry
from coder.model import ActorMention, Phrase
from coder.ontology import actor_blocks

_FIRMS = frozenset({"BUS", "MNC"})


class ReferringActors(DescribedActors):
    """Finds the antecedents of references in one sentence; ``coreference``: whether they are sought."""

    coreference: bool

    def _pronoun(self, phrase: Phrase) -> ActorMention | None:
        if not self.coreference:
            return None
        token = self._tokens[phrase.head]
        number, gender = token.feats.get("num"), token.feats.get("gen")
        if token.feats.get("per", "3") != "3" or number is None:
            return None

        def fits(recent: Recent) -> bool:
            if number == "p":
                return recent.plural or not recent.person
            if gender == "n":
                return not recent.person
            if token.feats.get("person") == "yes" and not recent.person:
                return False
            return not recent.plural and (recent.gender is None or gender is None or recent.gender == gender)

        known = self.memory.antecedent(fits, phrase.start, self.position, self._so_far())
        return None if known is None or known.mention.resolved_by == "unknown" else self._referring(phrase, known)

    def _definite(self, phrase: Phrase, found: ActorMention | None) -> ActorMention | None:
        """'the group', 'the army', الحركة: the latest actor of the document that fits."""
        if not self.coreference or not self._is_definite(phrase):
            return None
        if found is None and self._tokens[phrase.head].lemma in self.words.bare_definites:
            known = self._latest(lambda r: not r.person and not r.plural and r.group, phrase, None)
        elif found is not None and found.resolved_by == "agent" and found.code.startswith(UNKNOWN):
            known = self._latest(lambda r: self._takes_up(phrase, found, r), phrase, frozenset(found.entries))
            if known is None and self._tokens[phrase.head].norm in self.words.firms:
                known = self._latest(_is_firm, phrase, None)
        else:
            return None
        return self._referring(phrase, known)

    def _titled(self, phrase: Phrase, found: ActorMention | None) -> ActorMention | None:
        """*Ambassador Barlow*, after *Ghana's ambassador*: the one who was mentioned by the title alone."""
        if not self.coreference or found is None or found.resolved_by != "agent" or not self._is_name(phrase):
            return None
        title = next((h for h in self.hits_of(phrase) if isinstance(h.terminal.entry, AgentEntry)), None)
        if title is None or title.last >= phrase.head or self._tokens[phrase.head].feats.get("num") == "p":
            return None
        word = self._tokens[title.last].norm
        known = self._latest(
            lambda r: not r.named and not r.plural and _is_same_kind(r.mention, found) and word in _words(r.mention),
            phrase,
            frozenset(found.entries),
        )
        taken = self._referring(phrase, known)
        return None if taken is None else self._with_extent(taken, phrase)

    def _takes_up(self, phrase: Phrase, found: ActorMention, recent: Recent) -> bool:
        """One is taken up by the same noun: *the ambassador* is no embassy, *the government* not two of them."""
        if not _is_same_kind(recent.mention, found):
            return False
        head = self._tokens[phrase.head]
        if self.index.lang != "en" or head.feats.get("num") == "p":
            return True
        return not recent.plural and head.norm in _words(recent.mention)

    def _latest(self, fits: Fits, phrase: Phrase, sought: Sought) -> Recent | None:
        among = partial(self.memory.may_name, sought)
        return self.memory.latest(fits, phrase.start, self.position, self._so_far(), among)

    def _referring(self, phrase: Phrase, antecedent: Recent | None) -> ActorMention | None:
        """A reference keeps the words of its antecedent, unless they stand in the title."""
        if antecedent is None:
            return None
        known = antecedent.mention
        if antecedent.sentence < 0 <= self.analysis.sentence.index:
            text = self.text(phrase.start, phrase.end)
            known = replace(known, start=phrase.start, end=phrase.end, text=text)
        return replace(known, resolved_by="coreference", head=phrase.head)

    def _with_extent(self, mention: ActorMention, phrase: Phrase) -> ActorMention:
        text = self.text(phrase.start, phrase.end)
        return replace(mention, start=phrase.start, end=phrase.end, text=text, head=phrase.head)


def _is_firm(recent: Recent) -> bool:
    return recent.group and not recent.plural and not _FIRMS.isdisjoint(actor_blocks(recent.mention.code))


def _words(mention: ActorMention) -> list[str]:
    return mention.text.casefold().split()


def _is_same_kind(known: ActorMention, found: ActorMention) -> bool:
    """Whether ``found`` (the army) may take up ``known`` (the Syrian army): same roles and noun, country known."""
    blocks = actor_blocks(known.code)
    same_roles = blocks[1:] == actor_blocks(found.code)[1:]
    return blocks[0] != UNKNOWN and same_roles and bool(set(known.entries) & set(found.entries))
