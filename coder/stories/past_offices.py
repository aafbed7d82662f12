"""Headlines and later sentences name people without what they were: the text tells once who is out of office.

*Minister attacks Castro*, above *Cuba's former leader Fidel Castro*; *the ousted president Park ... Park denied it*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from coder.actors.codes import BLOCK, FORMER_ROLE
from coder.actors.former import former_people
from coder.actors.hits import SentenceHits
from coder.model import ActorMention, Event
from coder.ontology import actor_blocks

_PAST = re.compile(r"\b(?:former|ex-|ousted|deposed)", re.IGNORECASE)
_GOVERNING = "GOV"


def out_of_office(
    found: list[list[Event]], text: str, sentences: Callable[[], Iterable[SentenceHits]]
) -> list[list[Event]]:
    """The events of each sentence, people with the role of the elites where the text says that they are former.

    ``sentences``: the hits of every sentence of the story; read only where people in office are named.
    """
    in_office = any(_is_in_office(m) for events in found for e in events for m in (e.source, e.target))
    if not in_office or _PAST.search(text) is None:
        return found
    former = set[str]().union(*(former_people(s.all_hits(), s.analysis.tokens) for s in sentences()))
    if not former:
        return found
    return [
        [replace(e, source=_told(e.source, former), target=_told(e.target, former)) for e in events] for events in found
    ]


def _is_in_office(mention: ActorMention | None) -> bool:
    return mention is not None and mention.actor_id is not None and actor_blocks(mention.code)[1:] == [_GOVERNING]


def _told(mention: ActorMention | None, former: Collection[str]) -> ActorMention | None:
    if mention is None or not _is_in_office(mention) or mention.actor_id not in former:
        return mention
    return replace(mention, code=mention.code[:BLOCK] + FORMER_ROLE)
