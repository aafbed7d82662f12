"""Who fights whom in a story, where a clause leaves one side open: *retook the bridge*, *six policemen fell*.

Armed people who have one enemy in a story fight him in its other clauses, too, unless these tell of another country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coder.actors.codes import BLOCK, STATE_FORCES, UNKNOWN
from coder.acts.incidents import FORCE_ROOTS
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks
from coder.stories.retelling import pointed

_ARMED = frozenset({"MIL", "COP", "REB", "INS", "SEP", "UAF", "SPY"})
_GROUPS, _NAMED = "IMG", 2  # blocks: more than a role
_FIGHTS, _GROUND = ("190", "192", "193", "194", "195"), ("192", "194", "195")
_NAMELESS = "UAF"  # gunmen, beside a group that is named
_TOLD = ("asserted", "planned")

Enemy = tuple[ActorMention, Event]


def fought(stories: Sequence[list[Event]]) -> list[list[Event]]:
    """The events of each sentence, with the one enemy of those who fight where his side is open."""
    if not any(_open_side(e) for events in stories for e in events):
        return list(stories)
    enemies: dict[str, dict[str, Enemy]] = {}
    for event in (e for events in stories for e in events):
        for own, other in _opposed(event):
            enemies.setdefault(_force(own), {}).setdefault(other.code, (other, event))
    return [[_completed(e, enemies) for e in events] for events in stories] if enemies else list(stories)


def _opposed(event: Event) -> Iterator[tuple[ActorMention, ActorMention]]:
    source, target = event.source, event.target
    if source is None or target is None or event.status not in _TOLD or event.code[:2] not in FORCE_ROOTS:
        return
    if _is_armed(source) and _is_armed(target) and _side(source) != _side(target):
        yield source, target
        yield target, source


def _is_armed(actor: ActorMention) -> bool:
    blocks = actor_blocks(actor.code)
    named = blocks[0] != UNKNOWN or len(blocks) > _NAMED
    return blocks[0] == _GROUPS or (named and not _ARMED.isdisjoint(blocks[1:]))


def _force(actor: ActorMention) -> str:
    """Under which name its enemies are kept: the army and the police of a state have the same."""
    blocks = actor_blocks(actor.code)
    return f"{blocks[0]} forces" if not STATE_FORCES.isdisjoint(blocks[1:]) else actor.code


def _side(actor: ActorMention) -> str:
    return actor.code[: 2 * BLOCK]


def _open_side(event: Event) -> str | None:
    """Which side of a fight is open: nobody, or for land and air strikes what is no actor.

    Whom a pronoun or *the gunman* fights is not asked: it may be one man of a force.
    """
    if event.status != "asserted" or not event.code.startswith(_FIGHTS):
        return None
    source, target = event.source, event.target
    if source is not None and _is_armed(source):
        ground = event.code.startswith(_GROUND)
        hit = target is None and (ground or source.resolved_by != "coreference")
        return "target" if hit or (target is not None and target.code == UNKNOWN and ground) else None
    return "source" if source is None and target is not None and _is_armed(target) else None


def _completed(event: Event, enemies: dict[str, dict[str, Enemy]]) -> Event:
    side = _open_side(event)
    own = event.source if side == "target" else event.target
    known = enemies.get(_force(own), {}) if side is not None and own is not None else {}
    named = [known[code] for code in known if len(known) == 1 or not code.endswith(_NAMELESS)]
    if len(named) != 1:
        return event
    enemy, fight = named[0]
    if fight is event or _in_other_country(event, fight):
        return event
    mention = pointed(enemy, fight, event)
    return replace(event, target=mention) if side == "target" else replace(event, source=mention)


def _in_other_country(event: Event, fight: Event) -> bool:
    countries = (event.attributes.country_iso3, fight.attributes.country_iso3)
    return None not in countries and countries[0] != countries[1]
