"""Headlines and later sentences name people without what they are: the text tells once who is out of office, or only
waits for it.

*Minister attacks Castro*, above *Cuba's former leader Fidel Castro*; *the ousted president Park ... Park denied it*;
*President-elect Obama ... Obama met*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from coder.actors.affiliations import PARTY
from coder.actors.codes import BLOCK
from coder.actors.former import people_in_office, roles_told
from coder.actors.hits import SentenceHits
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks

_TOLD = re.compile(r"\b(?:former|ex-|ousted|deposed)|-(?:elect|designate)\b|\b(?:candidate|nominee)\b", re.IGNORECASE)
_GOVERNING = "GOV"


def out_of_office(
    found: list[list[Event]], text: str, sentences: Callable[[], Iterable[SentenceHits]], dated: bool
) -> list[list[Event]]:
    """The events of each sentence, people with the role that the text gives them at another place.

    ``sentences``: the hits of every sentence of the story; read only where people in office are named. ``dated``:
    whether the story has a date, by which the dictionaries tell who is in office.
    """
    in_office = any(_is_in_office(m) for events in found for e in events for m in (e.source, e.target))
    if not in_office or _TOLD.search(text) is None:
        return found
    roles: dict[str, str] = {}
    holders: set[str] = set()
    for sentence in sentences():
        hits, tokens = sentence.all_hits(), sentence.analysis.tokens
        roles.update(roles_told(hits, tokens, dated))
        holders |= people_in_office(hits, tokens, sentence.words.titles)
    told = {actor: role for actor, role in roles.items() if role != PARTY or actor not in holders}
    if not told:
        return found
    return [
        [replace(e, source=_told(e.source, told), target=_told(e.target, told)) for e in events] for events in found
    ]


def _is_in_office(mention: ActorMention | None) -> bool:
    return mention is not None and mention.actor_id is not None and actor_blocks(mention.code)[1:] == [_GOVERNING]


def _told(mention: ActorMention | None, roles: Mapping[str, str]) -> ActorMention | None:
    role = roles.get(mention.actor_id or "") if mention is not None and _is_in_office(mention) else None
    return mention if mention is None or role is None else replace(mention, code=mention.code[:BLOCK] + role)
