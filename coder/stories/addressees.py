"""To whom a demand, refusal or threat is addressed where its sentence does not say.

*The ministry denounced the drills of the United States. It demanded an end to them*: who is the only other side of the
one who demands, in this sentence and the two before it, is addressed. *The government accused the opposition of
violence ... opposition leader Antezana rejected the offer*: a refusal that answers nothing told there is one to the
other side of a dispute at home.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from coder.actors.codes import BLOCK, UNKNOWN
from coder.actors.hits import time_names
from coder.model import ActorMention, Analysis, Event, Predicate
from coder.ontology import actor_blocks
from coder.stories.disputes import Dealing, disputes
from coder.stories.outsiders import tells_of_others
from coder.stories.retelling import pointed
from coder.stories.triggers import is_to_nobody, predicate_of

_ADDRESSED = ("0253", "0254", "0255", "10", "12", "13")
_NOT_PUBLIC = frozenset({"CVL", "REF", "MED", "HLH", "CRM"})
_REFUSED, _ASKING = "12", ("02", "03", "10", "13")
_CONFLICT = ("10", "11", "12", "13", "15", "16", "17", "18", "19")
_REACH = 2  # sentences
_RELEASE = "53"  # of asking for a release the target may be who is held
_RELATIVE = "relative"
_FROM = ("from", "by")


def is_unaddressed(event: Event) -> bool:
    """Whether an event is a demand, refusal or threat of somebody known to nobody."""
    return is_to_nobody(event, _ADDRESSED)


class Addressees:
    """The other sides of those who demand, refuse and threaten in one story."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml."""
        self._times = time_names(words)

    def addressed(self, analyses: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence, those to nobody with the one other side that their author has around them."""
        told = [e for events in found for e in events if e.status == "asserted"]
        at_home = disputes(told)
        return [
            [self._with_target(a, e, told, at_home) if is_unaddressed(e) else e for e in events]
            for a, events in zip(analyses, found, strict=True)
        ]

    def _with_target(
        self, analysis: Analysis, event: Event, told: Sequence[Event], at_home: Mapping[str, Mapping[str, Dealing]]
    ) -> Event:
        near = [e for e in told if 0 <= event.sentence.index - e.sentence.index <= _REACH and e.sentence.index >= 0]
        others = [(other, e) for e in near for other in _other_side(event, e)]
        if not others and event.source is not None and event.code.startswith(_REFUSED):
            others = list(at_home.get(event.source.code, {}).values())
        if len({other.code for other, _ in others}) != 1 or self._others_act(event, near, others[0][0]):
            return event
        predicate = predicate_of(analysis, event)
        if predicate is None or predicate.clause == _RELATIVE or self._is_to_others(analysis, predicate):
            return event
        other, of = others[-1]
        return replace(event, target=pointed(other, of, event))

    def _others_act(self, event: Event, near: Sequence[Event], other: ActorMention) -> bool:
        """Whether somebody else does something to nobody there, who might be meant as well."""
        author = event.source
        doers = [e.source for e in near if e.target is None and e.source is not None and e is not event]
        return author is not None and any(not _is_same(d, author) and d.code != other.code for d in doers)

    def _is_to_others(self, analysis: Analysis, predicate: Predicate) -> bool:
        """Whether the clause says who is addressed, if by words that name no actor we know (*that banks lend*)."""
        wanted = {p.head for p in predicate.slots.get("complement", ())}
        doers = {p.head for p in predicate.slots.get("subject", ())}
        inner = (p for p in analysis.predicates if p.head in wanted)
        own = any(p.head not in doers and p.kind == "noun" for q in inner for p in q.slots.get("subject", ()))
        told = (p.attached for p in predicate.slots.get("object", ()))
        named = any(s in slots for slots in (predicate.slots, *told) for s in _FROM)
        return own or named or tells_of_others(analysis, predicate, self._times)


def _other_side(event: Event, dealing: Event) -> Iterator[ActorMention]:
    """With whom the author of an event is at odds in another; of a refusal: who asked or offered something there."""
    source, target, author = dealing.source, dealing.target, event.source
    if source is None or target is None or author is None or dealing.code.endswith(_RELEASE) or not _is_public(author):
        return
    refusal = event.code.startswith(_REFUSED)
    asked = ((target, source),) if dealing.code.startswith(_ASKING) else ()
    at_odds = ((source, target), (target, source)) if dealing.code.startswith(_CONFLICT) else ()
    for one, other in asked if refusal else at_odds:
        if _is_same(author, one) and not _is_same(author, other) and _is_public(other):
            yield other


def _is_same(one: ActorMention, other: ActorMention) -> bool:
    """Whether two mentions speak for one actor: the same code, or a country and its government."""
    state = {one.code[BLOCK:], other.code[BLOCK:]} <= {"", "GOV"}
    return one.code == other.code or (state and one.code[:BLOCK] == other.code[:BLOCK])


def _is_public(mention: ActorMention) -> bool:
    return not mention.code.startswith(UNKNOWN) and _NOT_PUBLIC.isdisjoint(actor_blocks(mention.code))
