"""Whose law, order or plan somebody answers: *The bill was passed by parliament. ... The unions slammed the bill*.

A story names the owner of a measure once (*the government's bill*, *parliament passed the bill*) and then speaks of the
bare noun. Who criticises, rejects, threatens over or praises it deals with the one owner that the story gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from coder.actors.codes import BLOCK, UNKNOWN
from coder.model import ActorMention, Analysis, Event, Phrase
from coder.ontology import actor_blocks
from coder.stories.triggers import is_definite, is_to_nobody, predicate_of

Resolve = Callable[[Phrase], ActorMention | None]
Owners = dict[str, ActorMention]  # by state

_ANSWERS = ("050", "051", "052", "110", "111", "120", "121", "122", "123", "127")
_ABOUT = ("object", "over", "about", "against", "at", "to")
_POWERS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP"})
_BODIES, _ANY = ("IGO",), ""
_TOLD = ("name", "demonym", "composed", "coreference")


def is_about_a_measure(event: Event) -> bool:
    """Whether an event answers something of nobody yet, so that its owner is worth looking for."""
    return is_to_nobody(event, _ANSWERS)


class Measures:
    """The measures of one story and their owners."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml; without ``measure_nouns`` nothing is looked for."""
        self.nouns = frozenset(words.get("measure_nouns", ()))
        self.enacting = frozenset(words.get("enacting_verbs", ()))

    def aimed(
        self, analyses: Sequence[Analysis], found: list[list[Event]], read: Iterable[tuple[Analysis, Resolve]]
    ) -> list[list[Event]]:
        """The events of each sentence, those about a bare measure with its owner as target.

        ``read``: all sentences of the story that were analysed, with who a phrase of them is.
        """
        asked = [list(self._asked(a, e)) for a, events in zip(analyses, found, strict=True) for e in events]
        if not any(asked):
            return found
        owners: dict[str, Owners] = {}
        for analysis, resolve in read:
            for noun, owner in self._owned(analysis, resolve):
                owners.setdefault(noun, {}).setdefault(_state(owner), owner)
                owners.setdefault(_ANY, {}).setdefault(_state(owner), owner)
        return [[self._with_owner(a, e, owners) for e in events] for a, events in zip(analyses, found, strict=True)]

    def _asked(self, analysis: Analysis, event: Event) -> Iterator[str]:
        """The bare definite measures that an event is about."""
        predicate = predicate_of(analysis, event) if is_about_a_measure(event) else None
        for phrase in (p for s in _ABOUT for p in predicate.slots.get(s, ())) if predicate is not None else ():
            named = any(analysis.tokens[t].pos == "PROPN" for t in phrase.tokens)
            bare = not (named or phrase.genitives or phrase.attached or phrase.appositions)
            noun = analysis.tokens[phrase.head].lemma
            if bare and noun in self.nouns and is_definite(analysis, phrase.head):
                yield noun

    def _owned(self, analysis: Analysis, resolve: Resolve) -> Iterator[tuple[str, ActorMention]]:
        """The measures to which a sentence gives an owner, with that owner."""
        for predicate in analysis.predicates:
            enacted = predicate.kind == "verb" and predicate.lemma in self.enacting and not predicate.negated
            for phrase in (p for filled in predicate.slots.values() for p in filled):
                noun = analysis.tokens[phrase.head].lemma
                if noun not in self.nouns:
                    continue
                doers = predicate.slots.get("subject", ()) if enacted else ()
                for owner in map(resolve, (phrase, *phrase.genitives, *doers)):
                    if owner is not None and owner.resolved_by in _TOLD and _is_power(owner):
                        yield noun, owner

    def _with_owner(self, analysis: Analysis, event: Event, owners: Mapping[str, Owners]) -> Event:
        """With the owner of this measure or, if the story gives it none, of all its measures; of two states neither."""
        for noun in self._asked(analysis, event):
            known = owners.get(noun) or owners.get(_ANY, {})
            owner = next(iter(known.values()), None)
            if len(known) == 1 and owner is not None and event.source is not None and owner.code != event.source.code:
                return replace(event, target=replace(owner, resolved_by="coreference", head=None))
        return event


def _is_power(owner: ActorMention) -> bool:
    first, *roles = actor_blocks(owner.code)
    return first != UNKNOWN and (not roles or roles[0] in _POWERS or first.startswith(_BODIES))


def _state(actor: ActorMention) -> str:
    """Parliament and government of one country are one owner: either may be told to have decided."""
    return actor.code if actor.code.startswith(_BODIES) else actor.code[:BLOCK]
