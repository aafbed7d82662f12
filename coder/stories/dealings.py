"""Talk, appeals, praise, cooperation and refusals without a political party are no events of a story.

CAMEO codes what political actors say and do to each other. *Pupils were asked to stay*, *the firms teamed up*, *he
refused to drop his weapon* have no author of political standing, or are between private people of one country; what a
story leaves so after all its sentences have been read is left out. Cooperation needs both its sides. Of aid, demands,
accusations and measures only those are left out that firms and private people deal out among themselves. Who visits his
own country is at home, and a government that meets itself is an office at work, unless two people of it are named.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from coder.actors.codes import BLOCK, SHARED_BLOCKS, UNKNOWN, states_of
from coder.left_out import AT_HOME, FIRMS, NO_AUTHOR, NO_PUBLIC_SIDE, NO_SECOND_SIDE, NO_STANDING, unless
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks

_PUBLIC = ("07", "08", "09", "10", "16")
_AID, _RELEASE, _INQUIRY = "07", "084", "090"
_AT_HOME = ("07", "10", "16")  # grants, orders and slights from one office of a state to another
_SERVANTS = frozenset({"GOV", "MIL", "COP", "SPY"})
_SHELTERED = frozenset({"CVL", "REF"})
_DEALINGS = ("01", "02", "03", "04", "05", "06", "12", "13")
_STATEMENT, _COOPERATION, _THREAT = "01", "06", "13"
_TALK = ("01", "02", "03")
_TELLING = ("010", "012", "016", "019", "03")  # unlike appeals and condolences, not of two offices of one state
_TOLD, _GOVERNMENT = "010", "GOV"
_PRIVATE = frozenset({"AGR", "BUS", "CRM", "CVL", "EDU", "HLH", "HRI", "MED", "MNC", "UAF", UNKNOWN})
_MEASURES = ("07", "08", "09", "10", "11", "16", "17")
_CUSTOMERS = (_PRIVATE - {"HRI", "CRM", "UAF"}) | {"ELI"}
_FIRMS = frozenset({"BUS", "MNC"})
_ELITES = frozenset({"BUS", "ELI"})
_BETWEEN_TWO = ("013", "030", "031", "032", "06")  # hope for nothing of anybody, cooperation with nobody
_POLICE = frozenset({"COP"})
_RESIGNATION, _NO_OFFICE = "0831", _PRIVATE | {"REL", "ENV", "LAB", "NGO"}
_CONSULT, _VISITS, _NAMED = "04", ("042", "043"), "name"
_AUTHORITIES = frozenset({"COP", "JUD"})  # political only where they deal with somebody


def between_parties(
    told: Sequence[Sequence[Event]], countries: Container[str], told_roots: Container[str]
) -> list[list[Event]]:
    """The events of each sentence of a story, the dealings that lack a political party as left out.

    ``countries``: the blocks of states, for what happens between people of two of them may be political.
    ``told_roots``: the list of words.yaml; of these roots measures need a public side and aid a receiver.
    """
    return [[unless(e, _reason_against(e, countries, told_roots)) for e in events] for events in told]


def _reason_against(event: Event, countries: Container[str], told_roots: Container[str]) -> str | None:
    """Why an event is left out; None if it has its parties."""
    sides = [m for m in (event.source, event.target) if m is not None]
    if event.status != "asserted" or any(m.is_given for m in sides):
        return None
    if event.code == _RESIGNATION and event.source is not None and _holds_no_office(event.source):
        return NO_STANDING
    if event.code.startswith(_MEASURES):
        if event.source is not None and _is_business(sides):
            return FIRMS
        public = event.code.startswith(_PUBLIC) and event.code[:2] in told_roots
        return None if not public or _is_public_measure(event, countries) else NO_PUBLIC_SIDE
    if not event.code.startswith(_DEALINGS):
        return None
    if event.source is not None and event.target is not None:
        return _against_both(event.code, event.source, event.target, countries)
    if event.source is None:
        return None if event.code.startswith(_THREAT) else NO_AUTHOR
    if event.code.startswith(_STATEMENT) and _standing(event.source) == _POLICE:
        return None
    if event.code.startswith(_BETWEEN_TWO):
        return NO_SECOND_SIDE
    return None if _standing(event.source) - _AUTHORITIES - _ELITES else NO_STANDING


def _against_both(code: str, source: ActorMention, target: ActorMention, countries: Container[str]) -> str | None:
    """Why dealings with both sides are left out; None if they are not."""
    sides = (source, target)
    if code.startswith(_TALK) and _is_among_themselves(code, source, target):
        return AT_HOME
    if code.startswith(_CONSULT) and _is_at_home(source, target, code):
        return AT_HOME
    if code.startswith(_COOPERATION) and source.code[:BLOCK] == target.code[:BLOCK]:
        return None if all(map(_standing, sides)) else AT_HOME  # a state invests in its own firms
    standing = any(_standing(m) - _ELITES for m in sides) or _are_foreign_elites(sides, countries)
    return None if standing else NO_STANDING


def _is_among_themselves(code: str, teller: ActorMention, told: ActorMention) -> bool:
    """Talk of two sides whose country is not known, within a body, or of private people at home.

    *The president told his chief of staff*, *passengers told the police*: neither speaks for a party to another one.
    """
    source, target = teller.code, told.code
    if source[:BLOCK] == target[:BLOCK] == UNKNOWN:
        return True
    if not code.startswith(_TELLING) or source[:BLOCK] != target[:BLOCK]:
        return False
    private = code == _TOLD and set(_own_blocks(teller)) <= _CUSTOMERS
    return private or source == target or {source[BLOCK:], target[BLOCK:]} == {"", _GOVERNMENT}


def _is_at_home(source: ActorMention, target: ActorMention, code: str) -> bool:
    """*Returned to the palace*, *visited the tower*, *met officials*; *met the Welsh first minister* is told."""
    if source.code[:BLOCK] == UNKNOWN:
        return code.startswith(_VISITS) and target.code == UNKNOWN
    if code.startswith(_VISITS):
        return target.code in (source.code, source.code[:BLOCK], UNKNOWN)
    return source.code == target.code and not source.resolved_by == target.resolved_by == _NAMED


def _is_business(sides: Sequence[ActorMention]) -> bool:
    """*The carmaker sued a supplier*, *the chain awarded grants to shops*: at least one firm, and nobody else."""
    blocks = [set(_own_blocks(m)) for m in sides]
    return any(b & _FIRMS for b in blocks) and all(b <= _CUSTOMERS for b in blocks)


def _is_public_measure(event: Event, countries: Container[str]) -> bool:
    """Aid needs who gets it, other measures a state, body or group, or people of two countries.

    Police who investigate nobody that is named look into a crime or an accident. Nobody has to be named who helps
    people in need or frees a captive.
    """
    source, target = event.source, event.target
    if source is None:
        spared = target is not None and not _SHELTERED.isdisjoint(actor_blocks(target.code))
        return (
            event.code.startswith(_RELEASE) or (spared and event.code.startswith(_AID)) or _is_state(target, countries)
        )
    if target is None:
        unnamed = event.code.startswith(_INQUIRY) and not _standing(source) - _POLICE
        return bool(_standing(source)) and not unnamed and not event.code.startswith(_AID)
    states = states_of((source, target), countries)
    standing = [_standing(m) for m in (source, target)]
    if len(states) == 1 and event.code.startswith(_AT_HOME) and all(s and s <= _SERVANTS for s in standing):
        return False
    return len(states) > 1 or any(standing) or event.code.startswith(_RELEASE)


def _holds_no_office(mention: ActorMention) -> bool:
    """*The bishop stepped down*, *the student quit*: nobody who rules."""
    return {*_own_blocks(mention), *actor_blocks(mention.code)[1:]} <= _NO_OFFICE


def _is_state(mention: ActorMention | None, countries: Container[str]) -> bool:
    return mention is not None and mention.code[:BLOCK] in countries and bool(_standing(mention))


def _standing(mention: ActorMention) -> set[str]:
    """What gives somebody political standing: a state, a power of it, a party, an armed group, a body of many."""
    return set(_own_blocks(mention)) - _PRIVATE


def _own_blocks(mention: ActorMention) -> list[str]:
    """What somebody is: the first role, else the country or kind of body."""
    first, *roles = actor_blocks(mention.code)
    return roles[:1] if roles and first not in SHARED_BLOCKS else [first]


def _are_foreign_elites(sides: Sequence[ActorMention], countries: Container[str]) -> bool:
    return len(states_of(sides, countries)) > 1 and not any(_ELITES.isdisjoint(actor_blocks(m.code)) for m in sides)
