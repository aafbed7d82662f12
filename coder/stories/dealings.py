"""Talk, appeals, praise, cooperation and refusals without a political party are no events of a story.

CAMEO codes what political actors say and do to each other. *Pupils were asked to stay*, *the firms teamed up*, *he
refused to drop his weapon* have no author of political standing, or are between private people of one country; what a
story leaves so after all its sentences have been read is left out. Cooperation needs both its sides. Of aid, demands,
accusations and measures only those are left out that firms and private people deal out among themselves.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from coder.actors.codes import BLOCK, SHARED_BLOCKS, UNKNOWN
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks

_DEALINGS = ("01", "02", "03", "04", "05", "06", "12", "13")
_STATEMENT, _COOPERATION, _THREAT = "01", "06", "13"
_PRIVATE = frozenset({"AGR", "BUS", "CRM", "CVL", "EDU", "HLH", "HRI", "MED", "MNC", "UAF", UNKNOWN})
_MEASURES = ("07", "08", "09", "10", "11", "16", "17")
_CUSTOMERS = (_PRIVATE - {"HRI", "CRM", "UAF"}) | {"ELI"}
_FIRMS = frozenset({"BUS", "MNC"})
_POLICE = frozenset({"COP"})
_AUTHORITIES = frozenset({"COP", "JUD"})  # political only where they deal with somebody


def between_parties(told: Sequence[Sequence[Event]], countries: Container[str]) -> list[list[Event]]:
    """The events of each sentence of a story, without the dealings that lack a political party.

    ``countries``: the blocks of states, for what happens between people of two of them may be political.
    """
    return [[e for e in events if _has_parties(e, countries)] for events in told]


def _has_parties(event: Event, countries: Container[str]) -> bool:
    sides = [m for m in (event.source, event.target) if m is not None]
    if event.status != "asserted" or any(map(_is_given, sides)):
        return True
    if event.code.startswith(_MEASURES):
        return event.source is None or not _is_business(sides)
    if not event.code.startswith(_DEALINGS):
        return True
    if event.source is not None and event.target is not None:
        states = {m.code[:BLOCK] for m in sides if m.code[:BLOCK] in countries}
        return len(states) > 1 or any(_standing(m) for m in sides)
    if event.source is None:
        return event.code.startswith(_THREAT)
    if event.code.startswith(_STATEMENT) and _standing(event.source) == _POLICE:
        return True
    return not event.code.startswith(_COOPERATION) and bool(_standing(event.source) - _AUTHORITIES)


def _is_business(sides: Sequence[ActorMention]) -> bool:
    """*The carmaker sued a supplier*, *the chain awarded grants to shops*: at least one firm, and nobody else."""
    blocks = [set(_own_blocks(m)) for m in sides]
    return any(b & _FIRMS for b in blocks) and all(b <= _CUSTOMERS for b in blocks)


def _standing(mention: ActorMention) -> set[str]:
    """What gives somebody political standing: a state, a power of it, a party, an armed group, a body of many."""
    return set(_own_blocks(mention)) - _PRIVATE


def _own_blocks(mention: ActorMention) -> list[str]:
    """What somebody is: the first role, else the country or kind of body."""
    first, *roles = actor_blocks(mention.code)
    return roles[:1] if roles and first not in SHARED_BLOCKS else [first]


def _is_given(mention: ActorMention) -> bool:
    return mention.resolved_by == "given"
