"""With whom people of a country and their government deal, where a sentence of the story leaves the other side open.

*The government accused the opposition of violence ... opposition leader Antezana rejected the offer*: where the story
tells of an act between a group and its government, a protest or a refusal without a target is aimed at the other one.
A government that deals with two groups has no one counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coder.actors.codes import BLOCK, UNKNOWN
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks
from coder.stories.retelling import pointed

_REFUSAL = "12"
_AIMLESS = (_REFUSAL, "14")
_DISPUTES = ("10", "11", "12", "13", "14", "16", "17")
_APPROACHES = ("02", "03")  # a government's appeals and offers are to those who want something of it
_GOVERNMENT = frozenset({"GOV"})
_GROUPS = frozenset({"OPP", "PTY", "LAB", "EDU", "AGR", "CVL", "REL", "HLH", "MED", "BUS", "REB", "SEP", "INS"})

_Dealing = tuple[ActorMention, Event]


def with_counterparts(found: list[list[Event]]) -> list[list[Event]]:
    """The events of each sentence of a story, with the one counterpart of those who protest or refuse."""
    if not any(_is_aimless(e) for own in found for e in own):
        return found
    dealings: dict[str, dict[str, _Dealing]] = {}
    for code, other, event in _dealings(found):
        dealings.setdefault(code, {}).setdefault(other.code, (other, event))

    def aimed(event: Event) -> Event:
        others = dealings.get(event.source.code, {}) if event.source is not None and _is_aimless(event) else {}
        if len(others) != 1:
            return event
        other, told = next(iter(others.values()))
        return replace(event, target=pointed(other, told, event))

    return [[aimed(e) for e in own] for own in found]


def _is_aimless(event: Event) -> bool:
    if event.status != "asserted" or event.target is not None or event.source is None:
        return False
    roots = _AIMLESS if _is_one(event.source, _GROUPS) else (_REFUSAL,)
    return event.code.startswith(roots) and _is_one(event.source, _GROUPS | _GOVERNMENT)


def _dealings(found: list[list[Event]]) -> Iterator[tuple[str, ActorMention, Event]]:
    """Each group and government with the other, and an event between them."""
    for event in (e for own in found for e in own):
        source, target = event.source, event.target
        if source is None or target is None or source.code[:BLOCK] != target.code[:BLOCK]:
            continue
        by_group = _is_one(source, _GROUPS) and _is_one(target, _GOVERNMENT)
        by_state = _is_one(source, _GOVERNMENT) and _is_one(target, _GROUPS)
        if event.code.startswith(_DISPUTES if by_group else _DISPUTES + _APPROACHES) and (by_group or by_state):
            yield source.code, target, event
            yield target.code, source, event


def _is_one(mention: ActorMention, roles: frozenset[str]) -> bool:
    """Whether somebody of a known country has only such roles, a party's own block aside."""
    first, *own = actor_blocks(mention.code)
    return first != UNKNOWN and bool(own) and own[0] in roles and "PTY" not in own[1:2]
