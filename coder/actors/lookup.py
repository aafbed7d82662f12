"""Which code a name has on a day, and by which entry and role: ``coder dictionary search NAME --date``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from coder.actors.codes import FORMER_ROLE, parts_of
from coder.dictionary.schema import ActorEntry, Role
from coder.ontology import Ontology

Normalise = Callable[[str], str]


def codes_on(
    actors: Iterable[ActorEntry], name: str, day: date, ontology: Ontology, normalisers: Iterable[Normalise]
) -> Iterator[str]:
    """One line for each actor that has ``name`` as a whole: its code on ``day``, file and line, id, and the reason.

    A capital or a seat of power stands for the government.
    """
    wanted = [(normalise, normalise(name)) for normalise in normalisers]
    for actor in actors:
        own, seats = (actor.names, actor.demonyms), (actor.capital, actor.seats)
        for tables, government in ((own, False), (seats, True)):
            names = (n for table in tables for listed in table.values() for n in listed)
            if any(normalise(n) == norm for n in names for normalise, norm in wanted):
                code = _code(actor, day, ontology, government)
                yield f"{code:<12} {actor.ref}  {actor.id}  {_reason(actor, day)}"
                break


def _code(actor: ActorEntry, day: date, ontology: Ontology, government: bool) -> str:
    if not actor.valid_on(day) or actor.kind == "media" or (actor.codes and not actor.is_listed_on(day)):
        return "none"
    parts = parts_of(actor, day)
    if government:
        parts.roles.add("GOV")
    return parts.code(ontology)


def _reason(actor: ActorEntry, day: date) -> str:
    if actor.kind == "media":
        return "no actor of events"
    if not actor.valid_on(day):
        return f"exists only {_span(actor.since, actor.until)}"
    if actor.codes:
        return "code as imported"
    holding = [_role(r) for r in actor.roles if r.holds(day)]
    if not holding and FORMER_ROLE in parts_of(actor, day).roles:
        last = max(r.until for r in actor.roles if r.until is not None)
        return f"former: the last role ended on {last}"
    return ", ".join(holding) or ("no role on that day" if actor.roles else actor.kind)


def _role(role: Role) -> str:
    return f"{role.role} {_span(role.since, role.until)}".strip()


def _span(since: date | None, until: date | None) -> str:
    return f"{since or ''}..{until or ''}" if since or until else ""
