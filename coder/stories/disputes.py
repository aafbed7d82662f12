"""With whom the groups and the government of a country are in dispute, as a story tells it.

*The government accused the opposition of violence*: each is the other side of what the one does to nobody. A
government that deals with two groups has no one counterpart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from coder.actors.codes import BLOCK, UNKNOWN
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks

Dealing = tuple[ActorMention, Event]
"""The other side, and an event between the two."""

_DISPUTES = ("10", "11", "12", "13", "14", "16", "17")
_APPROACHES = ("02", "03")  # a government's appeals and offers are to those who want something of it
_GOVERNMENT = frozenset({"GOV"})
_GROUPS = frozenset({"OPP", "PTY", "LAB", "EDU", "AGR", "CVL", "REL", "HLH", "MED", "BUS", "REB", "SEP", "INS"})


def disputes(events: Iterable[Event]) -> Mapping[str, Mapping[str, Dealing]]:
    """By the code of a group or government: those of its country with whom it is at odds, by their codes."""
    found: dict[str, dict[str, Dealing]] = {}
    for code, other, event in _dealings(events):
        found.setdefault(code, {}).setdefault(other.code, (other, event))
    return found


def is_group(mention: ActorMention) -> bool:
    """Whether somebody is a group of a known country, and no party with a block of its own."""
    return _is_one(mention, _GROUPS)


def _dealings(events: Iterable[Event]) -> Iterator[tuple[str, ActorMention, Event]]:
    """Each group and government with the other, and an event between them."""
    for event in events:
        source, target = event.source, event.target
        if event.status != "asserted" or source is None or target is None:
            continue
        if source.code[:BLOCK] != target.code[:BLOCK]:
            continue
        by_group = is_group(source) and _is_one(target, _GOVERNMENT)
        by_state = _is_one(source, _GOVERNMENT) and is_group(target)
        if event.code.startswith(_DISPUTES if by_group else _DISPUTES + _APPROACHES) and (by_group or by_state):
            yield source.code, target, event
            yield target.code, source, event


def _is_one(mention: ActorMention, roles: frozenset[str]) -> bool:
    """Whether somebody of a known country has only such roles, a party's own block aside."""
    first, *own = actor_blocks(mention.code)
    return first != UNKNOWN and bool(own) and own[0] in roles and "PTY" not in own[1:2]
