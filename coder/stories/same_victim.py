"""Who killed or shot somebody named, where the story tells of it a second time without saying who.

*A gunman shot Ambassador Berger ... Berger was speaking when he was gunned down*: by the gunman. Persons only; what is
done to groups, bodies and states may be done by many.
"""

from __future__ import annotations

import re
from dataclasses import replace

from coder.actors.codes import UNKNOWN
from coder.acts.incidents import FORCE_ROOTS
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks
from coder.stories.retelling import elsewhere, pointed

_MANY = frozenset({"REB", "INS", "SEP", "UAF"})
_POSSESSIVE = re.compile(r"['’]s\b")  # *Norway's Police Directorate*: a body
_NAMES = 2  # capitalised words of a person's full name or title and name


def with_doers(found: list[list[Event]]) -> list[list[Event]]:
    """The events of each sentence of a story, with the one who used force against a person told by name."""
    events = [e for own in found for e in own if _is_force(e)]
    if not any(e.source is None for e in events):
        return found
    told = [e for e in events if e.source is not None and e.source.code != UNKNOWN and _is_person(e.target)]
    return [[_with_doer(e, told) for e in own] for own in found] if told else found


def _with_doer(event: Event, told: list[Event]) -> Event:
    if event.source is not None or event.target is None or event.reciprocal_of or not _is_force(event):
        return event
    same = [e for e in told if _is_same(event.target, e.target) and not elsewhere(event, e)]
    if len({e.source.code for e in same if e.source is not None}) != 1 or same[0].source is None:
        return event
    return replace(event, source=pointed(same[0].source, same[0], event))


def _is_force(event: Event) -> bool:
    return event.status == "asserted" and event.code[:2] in FORCE_ROOTS


def _is_person(target: ActorMention | None) -> bool:
    if target is None or not _MANY.isdisjoint(actor_blocks(target.code)):
        return False
    words = target.text.split()
    body = words[0].casefold() == "the" or _POSSESSIVE.search(target.text)
    return not body and words[-1][:1].isupper() and sum(w[:1].isupper() for w in words) >= _NAMES


def _is_same(target: ActorMention, other: ActorMention | None) -> bool:
    """Whether two mentions name one person: *Ambassador Rolf Berger of Germany*, *Berger*."""
    if other is None or target.code != other.code:
        return False
    name = target.text.split()[-1]
    return name[:1].isupper() and name in other.text.split()
