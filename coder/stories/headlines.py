"""A headline tells what the text tells: its events are reports of those of the text, which have more to say.

Where the text has the event, the headline's is merged into it: one report more, and the sides that the text leaves
open.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from coder.actors.codes import SHARED_BLOCKS, UNKNOWN
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.dyads import code_of
from coder.left_out import HEADLINE, unless
from coder.model import TITLE_INDEX, ActorMention, Event
from coder.ontology import actor_blocks
from coder.stories.retelling import elsewhere, family, pointed

_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
_JAILED = ("173", "116")  # *Belarus jails editor* tells of the sentence
_OPENING = 6
"""Sentences of a text in which the event of its headline is told."""


def told_in_text(told: Sequence[Sequence[Event]]) -> list[list[Event]]:
    """The events of each sentence of a story, those of its headline that the text tells as left out."""
    found = [list(events) for events in told]
    places = [(i, k) for i, events in enumerate(found) for k, e in enumerate(events) if e.status == "asserted"]
    merged: set[str] = set()
    for title in (found[i][k] for i, k in places if found[i][k].sentence.index == TITLE_INDEX):
        body = [(a, b) for a, b in places if _is_same(title, found[a][b])]
        if body:
            a, b = min(body, key=lambda at: _distance(title, found[at[0]][at[1]]))
            found[a][b] = _with_sides(found[a][b], title)
            merged |= {title.event_id, title.reciprocal_of or title.event_id}
    return [[unless(e, HEADLINE if _is_merged(e, merged) else None) for e in events] for events in found]


def _is_merged(event: Event, merged: Collection[str]) -> bool:
    return event.sentence.index == TITLE_INDEX and not {event.event_id, event.reciprocal_of}.isdisjoint(merged)


def _is_same(title: Event, event: Event) -> bool:
    one_deed = event.code[:2] in family(title.code) or (title.code, event.code) == _JAILED
    if not 0 <= event.sentence.index < _OPENING or not one_deed or elsewhere(title, event):
        return False
    return fits(title.source, event.source) and fits(title.target, event.target)


def fits(one: ActorMention | None, other: ActorMention | None) -> bool:
    """Whether two sides may be one actor: one is open, a role without country, or a like part of the same country."""
    if one is None or other is None:
        return True
    own, others = actor_blocks(one.code), actor_blocks(other.code)
    if one.code.startswith(UNKNOWN) or other.code.startswith(UNKNOWN):
        return not own or not others or not set(own).isdisjoint(others)
    if own[0] in SHARED_BLOCKS:
        return own == others
    roles, other_roles = ({"GOV" if r in _STATE else r for r in blocks[1:]} for blocks in (own, others))
    return own[0] == others[0] and (not roles or not other_roles or not roles.isdisjoint(other_roles))


def _distance(title: Event, event: Event) -> tuple[int, ...]:
    sides = ((title.source, event.source), (title.target, event.target))
    other_sides = sum(code_of(a) != code_of(b) for a, b in sides)
    return title.code != event.code, other_sides, event.sentence.index


def _with_sides(event: Event, title: Event) -> Event:
    """An event with one report more, and the sides of its headline where it leaves them open."""
    event = replace(event, n_mentions=event.n_mentions + 1)
    if event.code != title.code or event.reciprocal_of or title.reciprocal_of:
        return event
    if event.source is None and title.source is not None and code_of(title.source) != code_of(event.target):
        event = replace(event, source=pointed(title.source, title, event))
    target = title.target
    if target is None or (target.code == UNKNOWN and event.code[:2] not in CONTENTIOUS_ROOTS):
        return event
    if event.target is None and code_of(target) != code_of(event.source):
        event = replace(event, target=pointed(target, title, event))
    return event
