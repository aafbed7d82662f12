"""Actor codes: country or organisation blocks, role blocks in the ontology's order, the block of a named group."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from coder.dictionary.schema import ActorEntry, AgentEntry, Role
from coder.model import ActorMention, Phrase
from coder.ontology import Ontology, actor_blocks

#: whom a phrase names
Resolve = Callable[[Phrase], ActorMention | None]

UNKNOWN = "---"
BLOCK = 3  # letters
SHARED_BLOCKS = frozenset({"IGO", "IMG", "INT", "MNC", "NGM", "NGO"})  # no country: the second block tells which
STATE_FORCES = frozenset({"MIL", "COP", "GOV", "SPY"})
ARMED_ROLES = frozenset({"MIL", "COP", "REB", "INS", "SEP", "GOV", "SPY", "CRM"})
FORMER_ROLE, CIVILIAN_ROLE = "ELI", "CVL"
# Former rebels and former students held no office and are people.
_NO_OFFICE = frozenset(
    {FORMER_ROLE, CIVILIAN_ROLE, "EDU", "LAB", "REF", "HLH", "AGR", "REB", "INS", "SEP", "UAF", "CRM"}
)
_NEWS_OF_LEAVING = timedelta(days=7)  # who has resigned or died is told of with the office that he had


@dataclass(slots=True)
class Parts:
    """An actor code being composed. ``prefixes`` and ``suffixes`` come from imported agents, as written."""

    base: tuple[str, ...] = ()
    roles: set[str] = field(default_factory=set)
    group: str | None = None
    prefixes: list[str] = field(default_factory=list)
    suffixes: list[str] = field(default_factory=list)

    @property
    def has_role(self) -> bool:
        """Whether an agent has given anything."""
        return bool(self.roles or self.prefixes or self.suffixes)

    def add(self, agent: AgentEntry) -> None:
        """Take over what an agent gives."""
        self.roles.update(agent.roles)
        self.prefixes += [agent.prefix] if agent.prefix else []
        self.suffixes += [agent.suffix] if agent.suffix else []

    def code(self, ontology: Ontology) -> str:
        """Blocks in canonical order, every block once; ``---`` stands for a missing country."""
        roles = set(self.roles)
        if roles & ARMED_ROLES:
            roles.discard("UAF")
        if len(roles) > 1:
            roles.discard("CVL")
        if FORMER_ROLE in roles:
            roles = {CIVILIAN_ROLE} if {FORMER_ROLE} < roles <= _NO_OFFICE else {FORMER_ROLE}
        ordered = ontology.order_roles(sorted(roles)) if len(roles) > 1 else roles
        blocks = [*(self.base or (UNKNOWN,)), *ordered]
        if self.group:
            blocks.append(self.group)
        if not (self.prefixes or self.suffixes):
            return "".join(dict.fromkeys(blocks))
        start = len(self.base)
        code = "".join([*blocks[:start], *(b for b in blocks[start:] if b not in self.base)])
        for suffix in self.suffixes:
            code += "" if _has_blocks(code, suffix) else suffix
        for prefix in self.prefixes:
            code = code if _has_blocks(code, prefix) else prefix + code
        return code


def _has_blocks(code: str, part: str) -> bool:
    """Whether ``part`` stands in ``code`` at the border of a block."""
    return any(code.startswith(part, i) for i in range(0, len(code), 3))


def alternatives(entry: ActorEntry, day: date | None) -> list[str]:
    """The codes of an imported name that stands for several actors ("A/B/C"); one for any other."""
    return entry.listed_code(day).split("/")


def latest_roles(entry: ActorEntry) -> list[Role]:
    """The roles to assume of a text without a date: those without dates, and the last that began of those with."""
    undated = [r for r in entry.roles if r.since is None and r.until is None]
    dated = [r for r in entry.roles if r.since is not None or r.until is not None]
    last = max(((r.until or date.max, r.since or date.min) for r in dated), default=None)
    return undated + [r for r in dated if (r.until or date.max, r.since or date.min) == last]


def parts_of(entry: ActorEntry, day: date | None) -> Parts:
    """The code parts of an entry on a day; a person whose last role has ended is a former official (ELI)."""
    if entry.codes:
        return Parts(tuple(actor_blocks(alternatives(entry, day)[0])))
    base = tuple(actor_blocks(entry.code)) if entry.code else ((entry.country,) if entry.country else ())
    roles = {r.role for r in (entry.roles if day is not None else latest_roles(entry)) if r.holds(day)}
    ended = [r.until for r in entry.roles if r.until is not None]
    if entry.roles and not roles and day is not None and ended and day > max(ended):
        last = max(ended)
        just_left = day - last <= _NEWS_OF_LEAVING
        roles = {r.role for r in entry.roles if r.holds(last)} if just_left else {FORMER_ROLE}
    return Parts(base, roles, entry.group)


def states_of(mentions: Iterable[ActorMention], countries: Container[str]) -> set[str]:
    """The blocks of the states of which some actors are. ``countries``: the blocks of all states."""
    return {m.code[:BLOCK] for m in mentions if m.code[:BLOCK] in countries}


def codes_of(phrases: Iterable[Phrase], resolve: Resolve) -> set[str]:
    """The codes of those phrases that name an actor."""
    return {m.code for p in phrases if (m := resolve(p)) is not None}
