"""Who is told to be out of office, or not yet in it, by the words at his name: *former leader Fidel Castro*,
*ex-president Obama*, *President-elect Barack Obama*, *the Democratic candidate Barack Obama*.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Final

from coder.actors.codes import FORMER_ROLE
from coder.actors.index import Hit
from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import HYPHENS, Token

EX: Final = "ex"
_ELECT = frozenset({"elect", "designate"})
_THEN = "then"
_GOVERNING = "GOV"
_PARTY: Final = "PTY"


def tells_former(hits: Iterable[Hit], tokens: Sequence[Token]) -> bool:
    """Whether the hits at a name say that its bearer held an office of government, and name no other office."""
    titles = [(h, e) for h in hits if isinstance(e := h.terminal.entry, AgentEntry)]
    held = [e for h, e in titles if e.roles != (FORMER_ROLE,) or not _is_past(h, tokens)]
    return len(held) < len(titles) and all(e.roles == (_GOVERNING,) for e in held)


def tells_coming(hits: Sequence[Hit], tokens: Sequence[Token], dated: bool) -> bool:
    """Whether the hits right before a name say that its bearer only runs for an office, or waits to take it up.

    Of a text with a date the calendar tells who holds an office: presidents run again.
    """
    titles = [h for h in hits if isinstance(h.terminal.entry, AgentEntry)]
    if not titles or any(h.terminal.entry.roles != (_PARTY,) for h in titles):
        return False
    first, last = titles[0].first, titles[-1].last
    before = [t.norm for t in tokens[max(0, first - 2) : first] if t.text not in HYPHENS]
    return before[-1:] != [_THEN] and (not dated or tokens[last].norm in _ELECT)


def roles_told(hits: Sequence[Hit], tokens: Sequence[Token], dated: bool) -> dict[str, str]:
    """The roles of people who stand somewhere in a sentence without their office: by the entry of each."""
    found = dict.fromkeys(former_people(hits, tokens), FORMER_ROLE)
    for i, hit in enumerate(hits):
        entry = hit.terminal.entry
        if isinstance(entry, ActorEntry) and entry.kind == "person" and tells_coming(_before(hits, i), tokens, dated):
            found.setdefault(entry.id, _PARTY)
    return found


def people_in_office(hits: Sequence[Hit], tokens: Sequence[Token], titles: Container[str]) -> set[str]:
    """The entries of the people before whose names their office stands (*President Barack Obama*)."""
    found: set[str] = set()
    for i, hit in enumerate(hits):
        entry = hit.terminal.entry
        if not isinstance(entry, ActorEntry) or entry.kind != "person":
            continue
        told = [e for h in _before(hits, i) if isinstance(e := h.terminal.entry, AgentEntry)]
        if (told and all(e.roles == (_GOVERNING,) for e in told)) or tokens[hit.first].norm in titles:
            found.add(entry.id)
    return found


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
