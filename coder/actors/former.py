"""Who is told to be out of office by the words at his name: *former leader Fidel Castro*, *ex-president Obama*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from coder.actors.codes import FORMER_ROLE
from coder.actors.index import Hit
from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import Token

EX: Final = "ex"
_GOVERNING = "GOV"


def tells_former(hits: Iterable[Hit], tokens: Sequence[Token]) -> bool:
    """Whether the hits at a name say that its bearer held an office of government, and name no other office."""
    titles = [(h, e) for h in hits if isinstance(e := h.terminal.entry, AgentEntry)]
    held = [e for h, e in titles if e.roles != (FORMER_ROLE,) or not _is_past(h, tokens)]
    return len(held) < len(titles) and all(e.roles == (_GOVERNING,) for e in held)


def former_people(hits: Sequence[Hit], tokens: Sequence[Token]) -> set[str]:
    """The entries of the people before whose names stands that they are out of office."""
    found: set[str] = set()
    for i, hit in enumerate(hits):
        entry = hit.terminal.entry
        if isinstance(entry, ActorEntry) and entry.kind == "person" and tells_former(_before(hits, i), tokens):
            found.add(entry.id)
    return found


def _is_past(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Whether a hit is *former* or *ex-president*, and not an actor or a billionaire, who are elites too."""
    return hit.terminal.kind == "adjective" or tokens[hit.first].norm == EX


def _before(hits: Sequence[Hit], at: int) -> list[Hit]:
    """The hits right before one, with no word between them."""
    found: list[Hit] = []
    first = hits[at].first
    for hit in reversed(hits[:at]):
        if hit.last != first - 1:
            break
        found.append(hit)
        first = hit.first
    return found
