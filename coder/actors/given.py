"""Actors that came with the document: they win over what is detected where they overlap."""

from __future__ import annotations

from functools import cached_property, partial

from coder.actors.codes import UNKNOWN, parts_of
from coder.actors.index import Hit
from coder.actors.opposed import OpposedActors
from coder.dictionary.schema import ActorEntry
from coder.model import ActorMention, Analysis, GivenMention, Phrase, Ref, overlap, reaches_into


class GivenActors(OpposedActors):
    """Reads the mentions that came with the document, for one sentence."""

    @cached_property
    def given(self) -> tuple[GivenMention, ...]:
        """The mentions of the document; none for a title, for they point into the text."""
        return () if self.analysis.sentence.index < 0 else self.document.mentions

    def given_actors(self, analysis: Analysis) -> list[ActorMention]:
        """The mentions of this sentence that came with the document, also those that no phrase holds as its actor."""
        found: list[ActorMention] = []
        for mention in self.given:
            if analysis.sentence.start <= mention.start and mention.end <= analysis.sentence.end:
                heads = ((p, analysis.tokens[p.head]) for p in analysis.phrases)
                own = (p for p, head in heads if overlap(mention, head))
                phrase = next(own, None)
                unread = ActorMention(
                    mention.start, mention.end, mention.text, mention.code or UNKNOWN, None, "given", (), None
                )
                found.append(unread if phrase is None else self._settled(partial(self._given_mention, mention, phrase)))
        return found

    def _given(self, phrase: Phrase) -> ActorMention | None:
        head = self._tokens[phrase.head]
        for mention in self.given:
            if overlap(mention, head):
                return self._given_mention(mention, phrase)
        return None

    def is_given(self, hit: Hit) -> bool:
        """Whether a mention that came with the document overlaps the hit."""
        start, end = self.span((hit.first, hit.last))
        return any(reaches_into(m, start, end) for m in self.given)

    def _given_inside(self, phrase: Phrase) -> ActorMention | None:
        for token in (self._tokens[t] for t in phrase.tokens):
            for mention in self.given:
                if overlap(mention, token):
                    return self._given_mention(mention, phrase)
        return None

    def _given_mention(self, mention: GivenMention, phrase: Phrase) -> ActorMention:
        code, entries, actor, name = mention.code, tuple[Ref, ...](), None, None
        if code is None:
            found = self._part_reading(mention, phrase) or self._dictionary_reading(phrase)
            code = found.code if found is not None else UNKNOWN
            if found is not None:
                entries, actor, name = found.entries, found.actor_id, found.name
        return ActorMention(mention.start, mention.end, mention.text, code, actor, "given", entries, phrase.head, name)

    def _part_reading(self, mention: GivenMention, phrase: Phrase) -> ActorMention | None:
        """The reading of a mention that is a modifier of its phrase (*UK* in *UK and EU negotiators*)."""
        head = self._tokens[phrase.head]
        if overlap(mention, head):
            return None
        for hit in self._hits_in(phrase.tokens):
            inside = mention.start <= self._tokens[hit.first].start and self._tokens[hit.last].end <= mention.end
            if inside and isinstance(hit.terminal.entry, ActorEntry):
                return self._from_entry(phrase, hit.terminal.entry, hit)
        return None

    def _dictionary_reading(self, phrase: Phrase) -> ActorMention | None:
        given, self.given = self.given, ()
        try:
            return self._resolve(phrase)
        finally:
            self.given = given

    def _from_entry(self, phrase: Phrase, entry: ActorEntry, hit: Hit) -> ActorMention | None:
        if self.is_backer(hit):
            return None
        parts = parts_of(entry, self.document.date)
        if not parts.base:
            return None
        if hit.terminal.kind == "seat":
            parts.roles.add("GOV")
        return self._mention(phrase, parts, "composed", [entry.ref], entry.id, self._entry_name(entry))
