"""Force told in general words has the code that the same deed has elsewhere in its story, and is told once.

*Gunmen attacked a village, killing six ... The attackers opened fire on worshippers*: one shooting. Two acts are taken
for one deed where their doer is the same, their victims may be, and neither another place nor another day is named.
Armed forces do many things in one story: of them only reports of as many dead, or a headline and its lead, are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from coder.actors.codes import BLOCK, STATE_FORCES, UNKNOWN
from coder.acts.incidents import FORCE_ROOTS
from coder.dyads import code_of
from coder.model import TITLE_INDEX, ActorMention, Event
from coder.ontology import actor_blocks
from coder.stories.headlines import fits
from coder.stories.retelling import elsewhere, is_open, pointed

_UNSPECIFIED = "190"
_KINDS = ("183", "193", "194", "195", "2041")
_PRIVATE = "CVL"
_REACH = 4  # sentences
_LEAD = 1  # the last sentence of the lead
_NEAR = 3  # sentences within which a deed goes on to be told
_DEFINITE = ("the ", "these ", "those ")


class Deeds:
    """Reads the acts of force of one story.

    ``further``: words that tell of another deed (*also*, *later*); ``answering``: triggers that tell of an answer.
    """

    def __init__(self, further: tuple[str, ...], answering: Sequence[str]) -> None:
        self._further, self._answering = _any_of(further), answering

    def told(self, stories: Sequence[Sequence[Event]]) -> list[list[Event]]:
        """The events of each sentence: unspecified force with its kind, a deed that goes on to be told as told."""
        found = _refined_all(_with_doers(stories, self._answering))
        deeds: list[Event] = []
        for events in found:
            for i, event in enumerate(events):
                if event.status != "asserted" or event.code[:2] not in FORCE_ROOTS or event.source is None:
                    continue
                before = next((d for d in reversed(deeds) if self._goes_on(event, d)), None)
                if before is None:
                    deeds.append(event)
                else:
                    events[i] = _as_told(event, before)
        return found

    def _goes_on(self, event: Event, before: Event) -> bool:
        """*The attackers opened fire on villagers*: the same doers and victims, and nothing that is new."""
        if event.source is None or before.sentence.index == TITLE_INDEX or event.reciprocal_of or before.reciprocal_of:
            return False
        if not 0 < event.sentence.index - before.sentence.index <= _NEAR or not _is_taken_up(event.source):
            return False
        doer = event.source.code
        if code_of(before.source) != doer or doer == UNKNOWN or not (event.code == before.code or _is_plain(event)):
            return False
        if not fits(event.target, before.target):
            return False
        if not is_open(event.target) and code_of(event.target) != code_of(before.target):
            return False
        new = event.attributes.fatalities is not None or event.attributes.injuries is not None
        return not new and not elsewhere(event, before) and self._further.search(event.sentence.text) is None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b" if words else r"(?!)", re.IGNORECASE)


def _with_doers(stories: Sequence[Sequence[Event]], answering: Sequence[str]) -> list[list[Event]]:
    """*They opened fire on the men*: not those who fell in the deed before, but who felled them.

    *The soldiers returned fire*: on those who used force before.
    """
    before: Event | None = None
    found: list[list[Event]] = []
    for events in stories:
        now = [_answer(_by_doer(e, before), before, answering) for e in events]
        before = next((e for e in reversed(now) if e.status == "asserted" and e.code[:2] in FORCE_ROOTS), before)
        found.append(now)
    return found


def _answer(event: Event, before: Event | None, answering: Sequence[str]) -> Event:
    if before is None or before.source is None or event.target is not None or event.source is None:
        return event
    near = 0 < event.sentence.index - before.sentence.index < _NEAR
    if not near or event.code[:2] not in FORCE_ROOTS or event.trigger_text.casefold() not in answering:
        return event
    struck = before.target is not None and before.target.code[:BLOCK] == event.source.code[:BLOCK]
    known = before.source.code != event.source.code and not before.source.code.startswith(UNKNOWN)
    return replace(event, target=pointed(before.source, before, event)) if struck and known else event


def _by_doer(event: Event, before: Event | None) -> Event:
    if before is None or event.source is None or before.target is None or before.source is None:
        return event
    fell = event.source.resolved_by == "coreference" and event.source.text == before.target.text
    near = 0 < event.sentence.index - before.sentence.index < _NEAR
    if not (fell and near) or event.code[:2] not in FORCE_ROOTS or not event.source.code.endswith(_PRIVATE):
        return event
    return replace(event, source=pointed(before.source, before, event))


def _is_plain(event: Event) -> bool:
    return event.code == _UNSPECIFIED


def _is_taken_up(doer: ActorMention) -> bool:
    return doer.resolved_by == "coreference" or doer.text.casefold().startswith(_DEFINITE)


def _as_told(event: Event, before: Event) -> Event:
    """An event as another report of a deed; de-duplication makes one row of the two."""
    return replace(event, code=before.code, attributes=before.attributes, source=before.source, target=before.target)


def _refined_all(told: Sequence[Sequence[Event]]) -> list[list[Event]]:
    exact = [e for events in told for e in events if e.status == "asserted" and e.code.startswith(_KINDS)]
    if not exact:
        return [list(events) for events in told]
    return [[_refined(e, exact) for e in events] for events in told]


def _refined(event: Event, exact: Sequence[Event]) -> Event:
    if event.code != _UNSPECIFIED or event.status != "asserted":
        return event
    code = _common(e.code for e in exact if _is_same_deed(event, e))
    return event if code is None else replace(event, code=code)


def _common(codes: Iterator[str]) -> str | None:
    """The most exact of codes that all refine each other; None where they tell of two kinds, or there are none."""
    found = sorted(set(codes), key=len)
    if not found or any(not found[-1].startswith(c) for c in found):
        return None
    return found[-1]


def _is_same_deed(event: Event, other: Event) -> bool:
    doer = event.source
    if doer is None or doer.code == UNKNOWN or code_of(other.source) != doer.code or elsewhere(event, other):
        return False
    if not fits(event.target, other.target) or not _is_near(event, other):
        return False
    own, others = event.attributes.fatalities, other.attributes.fatalities
    if own is not None and others is not None and own != others:
        return False
    forces = not STATE_FORCES.isdisjoint(actor_blocks(doer.code)) or not actor_blocks(doer.code)[1:]
    return not forces or (own is not None and own == others) or _are_lead(event, other)


def _is_near(event: Event, other: Event) -> bool:
    indices = (event.sentence.index, other.sentence.index)
    return abs(indices[0] - indices[1]) <= _REACH


def _are_lead(event: Event, other: Event) -> bool:
    indices = sorted((event.sentence.index, other.sentence.index))
    return indices[0] == TITLE_INDEX and indices[1] <= _LEAD
