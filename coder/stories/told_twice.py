"""One act told twice: in the lead, and with its day or under another description in the sentences behind it.

*A lawmaker has been shot dead ... The 53-year-old was gunned down on Tuesday near his home.* The same code and sides
within three sentences, without another place, day or number, are one act; what says that it is another (*a second
raid*, *also*) parts them, and so do two different names. List: ``other_words``; empty, the rule is off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from coder.actors.codes import UNKNOWN
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.dataset import DATES, PLACES
from coder.dyads import code_of
from coder.model import ActorMention, Analysis, Event
from coder.stories.headlines import fits
from coder.stories.retelling import OWN_PLACE, elsewhere, pointed

_NEAR = 3  # sentences
_At = tuple[int, int]  # the sentence of an event in its story, and its place there
_FITTING = (*CONTENTIOUS_ROOTS, "17")  # told again of *soldiers* and *three soldiers of the mission*
_OPEN_DAY = "publication"


class ToldTwice:
    """Finds the second report of an act close behind the first."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._others = frozenset(words.get("other_words", ()))
        self._many = frozenset(words.get("many_words", ()))

    def settled(self, told_in: Sequence[Analysis], found: list[list[Event]]) -> list[list[Event]]:
        """The events of each sentence, a second report like the first, which has what it adds."""
        if not self._others:
            return found
        found = [list(events) for events in found]
        seen: list[_At] = []
        for i, (analysis, events) in enumerate(zip(told_in, found, strict=True)):
            own = [(i, k) for k, e in enumerate(events) if e.status == "asserted" and e.sentence.index >= 0]
            if self._others.isdisjoint(t.norm for t in analysis.tokens):
                for k in (k for _, k in own if events[k].reciprocal_of is None):
                    self._merge(seen, (i, k), told_in, found)
            seen += own
        return found

    def _merge(self, seen: Sequence[_At], now: _At, told_in: Sequence[Analysis], found: list[list[Event]]) -> None:
        """Make an act and the first report of it alike, so that de-duplication makes one row of the two."""
        events, k = found[now[0]], now[1]
        event, analysis = events[k], told_in[now[0]]
        first = next((at for at in reversed(seen) if self._is_same(at, event, analysis, told_in, found)), None)
        if first is None:
            return
        before = _with_more(found[first[0]][first[1]], event)
        mirrored = (m for m, e in enumerate(events) if e.reciprocal_of == event.event_id)
        for m in (k, *mirrored):
            one = events[m]
            sides = (before.source, before.target) if m == k else (before.target, before.source)
            events[m] = replace(_dated_as(one, before), source=sides[0], target=sides[1])
        found[first[0]] = [
            before if at == first[1] else _dated_as(e, before) if e.reciprocal_of == before.event_id else e
            for at, e in enumerate(found[first[0]])
        ]

    def _is_same(
        self,
        at: _At,
        event: Event,
        analysis: Analysis,
        told_in: Sequence[Analysis],
        found: Sequence[Sequence[Event]],
    ) -> bool:
        before = found[at[0]][at[1]]
        near = 0 < event.sentence.index - before.sentence.index <= _NEAR
        one_code = before.code.startswith(event.code) or event.code.startswith(before.code)  # 183 and 1833
        if not near or not one_code or before.reciprocal_of is not None or elsewhere(before, event):
            return False
        sides = ((before.source, event.source), (before.target, event.target))
        same = [code_of(a) == code_of(b) for a, b in sides]
        known = any(is_same and _is_known(a) for is_same, (a, _) in zip(same, sides, strict=True))
        fitting = event.code.startswith(_FITTING) and all(fits(a, b) for a, b in sides)
        if not known or not (all(same) or fitting) or any(_are_two(a, b) for a, b in sides):
            return False
        numbers = self._numbers(told_in[at[0]], before), self._numbers(analysis, event)
        return not (numbers[0] and numbers[1]) or numbers[0] == numbers[1]

    def _numbers(self, analysis: Analysis, event: Event) -> frozenset[str]:
        """The numbers in the words of the sides that stand in the event's sentence."""
        spans = [(m.start, m.end) for m in (event.source, event.target) if m is not None]
        counted = (t for t in analysis.tokens if t.pos == "NUM" or t.norm in self._many)
        return frozenset(t.norm for t in counted if any(a <= t.start < b for a, b in spans))


def _is_known(mention: ActorMention | None) -> bool:
    return mention is not None and mention.code != UNKNOWN


def _are_two(one: ActorMention | None, other: ActorMention | None) -> bool:
    """Whether both are named, and share no word of their names (*Omar Bello*, *Ali Musa*)."""
    if one is None or other is None or (one.actor_id is not None and one.actor_id == other.actor_id):
        return False
    names, others = _names(one), _names(other)
    return bool(names) and bool(others) and names.isdisjoint(others)


def _names(mention: ActorMention) -> frozenset[str]:
    words = mention.text.split()
    return frozenset(w for w in words if w[:1].isupper()) if words and words[-1][:1].isupper() else frozenset()


def _with_more(event: Event, report: Event) -> Event:
    """The first report with the day, the place and the side that only the second tells."""
    own, added = event.attributes, report.attributes
    more: dict[str, Any] = {}
    if own.date_precision == _OPEN_DAY and added.date_precision not in (None, _OPEN_DAY):
        more.update({name: getattr(added, name) for name in DATES})
    if own.location_rule not in OWN_PLACE and added.location_rule in OWN_PLACE:
        more.update({name: getattr(added, name) for name in PLACES})
    event = replace(event, code=max(event.code, report.code, key=len), attributes=replace(own, **more))
    if event.source is None and report.source is not None and code_of(report.source) != code_of(event.target):
        event = replace(event, source=pointed(report.source, report, event))
    if event.target is None and report.target is not None and code_of(report.target) != code_of(event.source):
        event = replace(event, target=pointed(report.target, report, event))
    return event


def _dated_as(event: Event, before: Event) -> Event:
    """A second report, or a mirrored half, with the code, the day and the place of the first report."""
    alike = {name: getattr(before.attributes, name) for name in (*DATES, *PLACES)}
    return replace(event, code=before.code, attributes=replace(event.attributes, **alike))
