"""People named by what befell them, by whom they work with or speak for: *those hit by the flood*, *her colleagues*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coder.actors.codes import Parts
from coder.actors.renamed import RenamedActors
from coder.actors.shares import CIVILIANS
from coder.dictionary.schema import ActorEntry
from coder.model import ActorMention, Analysis, Phrase, Ref

INSIDE: Final = ("in", "في")
_ORIGINS = ("from", "من")
_SUFFERED: Final = ("object", "subject")
_AROUND: Final = ("in", "near", "at", "outside")
_SETTLED: Final = frozenset({"CVL", "AGR", "LAB", "EDU", "REL", "HLH", "UAF", "CRM", "COP"})
_DEPTH: Final = 3


class PlacedActors(RenamedActors):
    """Finds the countries of the places that go with phrases in one sentence."""

    def _inside(self, phrase: Phrase) -> list[Phrase]:
        """The place in which a phrase is, or the one right behind it, whatever the parse hangs it on."""
        own = [p for s in INSIDE for p in phrase.attached.get(s, ())]
        at = max(phrase.tokens) + 1
        if own or at >= len(self._tokens) or self._tokens[at].norm not in INSIDE:
            return own
        return [p for p in self.analysis.phrases if min(p.tokens) == at + 1][:1]

    def _country_of_place(self, around: Sequence[Phrase]) -> tuple[tuple[str, ...], list[Ref]]:
        """The country of the first place or people that the phrases name."""
        for place in nested(tuple(around)):
            entry = next(
                (e for t in place.tokens if (h := self.by_token.get(t)) and _is_of_a_country(e := h.terminal.entry)),
                None,
            )
            if isinstance(entry, ActorEntry) and entry.country:
                return (entry.country,), [entry.ref]
        return (), []

    def _taken_up(self, phrase: Phrase) -> ActorMention | None:
        """Whom a pronoun means."""
        if self._floats(phrase):
            return None
        return self._those(phrase) or next(iter(self._pair(phrase)), None) or self._pronoun(phrase)

    def _those(self, phrase: Phrase) -> ActorMention | None:
        """*Those in Gaza*, *those affected by the floods in Libya*: civilians of the place that goes with them."""
        if self._tokens[phrase.head].lemma not in self.words.those:
            return None
        around = sufferers(phrase, self.analysis, self.words.suffering)
        if around is None:
            return None
        base, entries = self._country_of_place(around)
        return self._mention(phrase, Parts(base, {CIVILIANS}), "place" if base else "agent", entries, None, None)

    def _is_sent(self, phrase: Phrase) -> bool:
        """Whether people are seldom of the country where they are: *the delegation in Geneva*, *diplomats in Kabul*.

        *Negotiators from Kenya* are told by whom.
        """
        if self._tokens[phrase.head].lemma not in self.words.sent:
            return False
        return not any(phrase.attached.get(origin) for origin in _ORIGINS)

    def _country_of_scene(self, phrase: Phrase, parts: Parts, entries: list[Ref]) -> tuple[str, ...]:
        """*Herders killed nine farmers near the Nigerian town of Barkin Ladi*: Nigerian, for no soldiers are meant."""
        if not parts.roles <= _SETTLED or self.index.lang != "en":
            return ()
        for told in self.analysis.predicates:
            if told.slots.keys().isdisjoint(_AROUND) or not _suffers(told.slots, phrase):
                continue
            for place in (p for s in _AROUND for p in told.slots.get(s, ())):
                hit = next((h for h in self._hits_in(place.tokens) if h.terminal.kind == "demonym"), None)
                entry = hit.terminal.entry if hit is not None else None
                scene = self._tokens[place.head].lemma in self.words.scenes
                if scene and isinstance(entry, ActorEntry) and entry.country:
                    entries.append(entry.ref)
                    return (entry.country,)
        return ()

    def _mention(
        self,
        phrase: Phrase,
        parts: Parts,
        resolved_by: str,
        entries: Sequence[Ref],
        actor_id: str | None,
        name: str | None,
    ) -> ActorMention:
        code = parts.code(self.ontology)
        text = self.text(phrase.start, phrase.end)
        unique = tuple(dict.fromkeys(entries))
        return ActorMention(phrase.start, phrase.end, text, code, actor_id, resolved_by, unique, phrase.head, name)


def sufferers(phrase: Phrase, analysis: Analysis, suffering: frozenset[str]) -> tuple[Phrase, ...] | None:
    """Where the people of *those* are, as phrases: *those in Gaza*, *those affected by the floods in Libya*.

    None where nothing says that they live or suffer somewhere (*those who voted*). ``suffering``: verbs of what befalls
    people.
    """
    inside = tuple(p for s in INSIDE for p in phrase.attached.get(s, ()))
    clauses = [
        p
        for p in analysis.predicates
        if p.kind == "verb" and p.lemma in suffering and phrase.head < p.head and _suffers(p.slots, phrase)
    ]
    if not inside and not clauses:
        return None
    told = (q for p in clauses for phrases in p.slots.values() for q in phrases if q.head > phrase.head)
    return (*inside, *told)


def nested(phrases: tuple[Phrase, ...], depth: int = _DEPTH) -> Iterator[Phrase]:
    """Phrases and what hangs on them, down to a few levels."""
    for phrase in phrases:
        yield phrase
        if depth:
            below = (*phrase.genitives, *(q for own in phrase.attached.values() for q in own))
            yield from nested(below, depth - 1)


def _suffers(slots: dict[str, tuple[Phrase, ...]], phrase: Phrase) -> bool:
    return any(q.head == phrase.head for s in _SUFFERED for q in slots.get(s, ()))


def _is_of_a_country(entry: object) -> bool:
    return isinstance(entry, ActorEntry) and entry.kind in ("country", "place") and bool(entry.country)
