"""Whose nameless people are: *hackers linked to Iran*, *a gunman loyal to the group*, *men with ties to Hamas*."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from coder.actors.codes import BLOCK, FORMER_ROLE, UNKNOWN, Parts, parts_of
from coder.actors.former import EX, tells_coming, tells_former
from coder.actors.index import Hit
from coder.actors.makeup import most_of
from coder.actors.people import PlacedActors
from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import HYPHENS, ActorMention, Analysis, Phrase, Ref
from coder.ontology import actor_blocks

_NO_GROUPS = frozenset({"GOV", "OPP", "ELI", "LEG"})  # whose supporters are people; those of a group are its own
_OUT_OF_OFFICE, _OPPOSITION = frozenset({"OPP", FORMER_ROLE}), "OPP"
_JOINING = ("to", "with")
_FORCES = (("COP",), ("MIL",))
_MEMBERSHIP = ("from", "in", "with", "من", "في")
_BESIDE, _MILITARY = "with", "MIL"
PARTY = "PTY"
_STATE_ROLES = frozenset({"GOV", "LEG", "JUD", "COP", "SPY"})  # whose seats are places, too
_CIVIL, _LEADER = {"CVL"}, "leader"
_GOVERNING, _BASED, _WORK, _TRADE = "GOV", "based", "LAB", "BUS"
_SEATED_ROLES = frozenset({"BUS", "MED", "EDU", "LAB", "HLH", "AGR"})
_OF, _OUT_OF = "ل", "من"
_AUTHORS, _WRITTEN_BY = ("by", "from"), "by"
_NEAR = 8  # tokens between a place and the word that says it is held by somebody
_BEFORE = ("with", "who", "that", "are", "were", "have", "had", "pledge")


def affiliation(phrase: Phrase, analysis: Analysis, words: Set[str]) -> Phrase | None:
    """The phrase of those to whom the words right behind a noun link its people; None where none do.

    ``words``: lemmas of the linking words (linked, loyal, ties). What backs or arms somebody is not meant.
    """
    tokens = analysis.tokens
    at = phrase.head + 1
    while at < len(tokens) and tokens[at].lemma in _BEFORE:
        at += 1
    if at + 2 >= len(tokens) or not words & {tokens[at].lemma, tokens[at].norm} or tokens[at + 1].norm not in _JOINING:
        return None
    return next((p for p in analysis.phrases if p.tokens and p.tokens[0] == at + 2 and p.kind == "noun"), None)


class OwnedActors(PlacedActors):
    """Finds whose nameless people and things are in one sentence."""

    def _affiliated(self, phrase: Phrase, parts: Parts, entries: list[Ref]) -> ActorMention | None:
        """*Hackers linked to North Korea* are North Korean, *a gunman loyal to Islamic State* is of that group."""
        to = affiliation(phrase, self.analysis, self.words.affiliation)
        inner = None if to is None else self.resolve(to)
        if to is None or inner is None or inner.code.startswith(UNKNOWN) or inner.resolved_by == "coreference":
            return None
        entry = self._entry_at(to)
        if entry is not None and self._stands_alone(entry):
            return self._with_extent(inner, phrase)
        own = Parts((inner.code[:BLOCK],), parts.roles)
        return self._mention(phrase, own, "composed", [*entries, *inner.entries], None, None)

    def _by_last_name(self, phrase: Phrase) -> ActorMention | None:
        """Whom a name means that no dictionary has: one told of before, else a person of the country that it tells."""
        return self._surname(phrase) or self._national(phrase)

    def _namesake(self, phrase: Phrase, hit: Hit) -> ActorMention | None:
        """A known surname of somebody else (*Clinton*, after *Hillary Clinton*), or of one told to be out of office."""
        entry = hit.terminal.entry
        if not isinstance(entry, ActorEntry) or entry.kind != "person" or hit.first != hit.last:
            return None
        known = self._bearer(hit.first)
        if known is None or (known.actor_id == entry.id and not known.code.endswith(FORMER_ROLE)):
            return None
        plain = len(known.code) == BLOCK and len(phrase.tokens) == 1 and self.index.lang == "en"
        if plain and parts_of(entry, self.document.date).has_role:
            return None  # *Trump*, after *Ivanka Trump*, is who holds the office
        return self._surname(phrase)

    def _national(self, phrase: Phrase) -> ActorMention | None:
        """*Ana Lopes of Portugal* is a person of that country, and not the country."""
        if not phrase.genitives or self.index.lang != "en" or self._label(phrase) != "PERSON":
            return None
        for origin in (g for g in phrase.genitives if g.head > phrase.head):
            land = self.resolve(origin)
            if land is not None and land.resolved_by == "name" and len(land.code) == BLOCK and self._is_land(land):
                return self._mention(phrase, Parts((land.code,)), "composed", land.entries, None, None)
        return None

    def _memberships(self, phrase: Phrase) -> Sequence[str]:
        """The prepositions behind which a phrase has its body; *a government with the Greens* has none."""
        if not phrase.attached:
            return ()
        apart = self._tokens[phrase.head].lemma in self.words.institutions and self.index.lang == "en"
        return tuple(s for s in _MEMBERSHIP if s != _BESIDE) if apart else _MEMBERSHIP

    def _roles_of_things(self, phrase: Phrase, owner: ActorEntry, hit: Hit) -> set[str]:
        """What acts by its things: a country's army (*Russian jets*), a government (*a White House request*)."""
        if owner.kind == "country" and self._tokens[phrase.head].norm in self.words.machines:
            return {_MILITARY}
        return {_GOVERNING} if hit.terminal.kind == "seat" else set()

    def _supporters(self, phrase: Phrase) -> ActorMention | None:
        """*Supporters of the ousted president* are opposition, those of who governs are people of the country."""
        if self._tokens[phrase.head].lemma not in self.words.supporting:
            return None
        owner = next((m for g in phrase.genitives if (m := self.resolve(g)) is not None), None)
        if owner is None or owner.resolved_by == "unknown":
            return None
        country, *roles = actor_blocks(owner.code)
        state = country in self.ontology.countries or country == UNKNOWN
        if not state or _NO_GROUPS.isdisjoint(roles) or not all(r in self.ontology.roles for r in roles):
            return None
        against = not _OUT_OF_OFFICE.isdisjoint(roles)
        base = () if country == UNKNOWN else (country,)
        own = Parts(base, {_OPPOSITION} if against else set(_CIVIL))
        return self._mention(phrase, own, "composed" if base else "agent", owner.entries, None, None)

    def _is_kin_of(self, phrase: Phrase, owner: Phrase) -> bool:
        """*The half-brother of the North Korean leader* is not the leader."""
        if self._tokens[phrase.head].lemma not in self.words.kin:
            return False
        entry, agent = self._entry_at(owner), self._agent_at(owner)
        return (entry is not None and entry.kind == "person") or (agent is not None and not agent.collective)

    def _is_scene_of_crime(self, phrase: Phrase, entry: ActorEntry, hit: Hit) -> bool:
        """*The Westminster attacker*: where somebody struck; *a Hezbollah bomber* is sent by whom he names."""
        after = self._tokens[hit.last + 1].lemma if hit.last < phrase.tokens[-1] else ""
        return after in self.words.doers and not _STATE_ROLES.isdisjoint(r.role for r in entry.roles)

    def _holder(self, phrase: Phrase) -> ActorMention | None:
        """Whose camp or unit it is, where a preposition says so (``معسكر للمسلحين``, ``قوة كبيرة من الجيش``)."""
        lemma = self._tokens[phrase.head].lemma
        slot = _OF if lemma in self.words.held else _OUT_OF if lemma in self.words.units else None
        if slot is None:
            return None
        owners = (self.resolve(p) for p in phrase.attached.get(slot, ()))
        return next((m for m in owners if m is not None and m.resolved_by not in ("unknown", "coreference")), None)

    def _author(self, phrase: Phrase) -> ActorMention | None:
        """*A report by the commission*, *a statement from the ministry*: what is written speaks for its author."""
        if not phrase.attached or self._tokens[phrase.head].lemma not in self.words.documents:
            return None
        for slot in _AUTHORS:
            for author in phrase.attached.get(slot, ()):
                known = self.resolve(author)
                if known is not None and known.code.strip("-") and (slot == _WRITTEN_BY or len(known.code) > BLOCK):
                    return known
        return None

    def _post(self, phrase: Phrase) -> ActorMention | None:
        """*A police convoy*, *an army camp*: what armed people hold stands for them."""
        if (holder := self._holder(phrase)) is not None:
            return self._with_extent(holder, phrase)
        if self._tokens[phrase.head].lemma not in self.words.posts:
            return None
        return self._by_agents(phrase, agents_only=True)

    def _holder_of_ground(self, phrase: Phrase) -> ActorMention | None:
        """*Rebel-held villages*, *a town controlled by the army*: who holds the ground that force is used on."""
        holding = [t for t in phrase.tokens if t > 1 and self._tokens[t].norm in self.words.holding]
        for hit in self._hits_in(tuple(t - 2 for t in holding if self._tokens[t - 1].text in HYPHENS)):
            parts, entry = Parts(), hit.terminal.entry
            if isinstance(entry, AgentEntry):
                parts.add(entry)
            elif entry.kind not in ("person", "media"):
                parts = parts_of(entry, self.document.date)
            if parts.base or parts.has_role:
                own = entry.id if isinstance(entry, ActorEntry) else None
                return self._mention(phrase, parts, "composed" if parts.base else "agent", [entry.ref], own, None)
        if self.words.holding.isdisjoint(t.norm for t in self._tokens[phrase.head + 1 : phrase.head + _NEAR]):
            return None
        verbs = (p for p in self.analysis.predicates if p.clause == "relative" and p.lemma in self.words.holding)
        held = (v for v in verbs if any(p.head == phrase.head for p in v.slots.get("object", ())))
        holders = (self.resolve(p) for v in held if v.voice == "passive" for p in v.slots.get("subject", ()))
        known = next((m for m in holders if m is not None and m.code.strip("-")), None)
        return None if known is None else self._with_extent(known, phrase)

    def _holder_of_area(self, phrase: Phrase) -> ActorMention | None:
        """*Rebel-held areas of the Syrian city*: the rebels of the country in which the ground lies."""
        if not any(self._tokens[t].norm in self.words.holding for t in phrase.tokens) or not phrase.genitives:
            return None
        holder = self._holder_of_ground(phrase)
        if holder is None or not holder.code.startswith(UNKNOWN):
            return holder
        country, entries = self._country_of_place(phrase.genitives)
        roles = {b for b in actor_blocks(holder.code) if b in self.ontology.roles}
        kept = (*holder.entries, *entries)
        return self._mention(phrase, Parts(country, roles), "composed" if country else "agent", kept, None, None)

    def _by_agents(self, phrase: Phrase, agents_only: bool = False) -> ActorMention | None:
        """The actor that the agents among the words of a phrase give, whatever its head."""
        parts, entries = Parts(), list[Ref]()
        self._add_roles(phrase, parts, entries, agents_only)
        return self._mention(phrase, parts, "agent", entries, None, None) if parts.has_role else None

    def _speaks_for(self, phrase: Phrase, owner: Phrase, body: ActorMention) -> bool:
        """*Its spokesman*, *their chief*: of the body that the pronoun means."""
        agent = self._agent_at(phrase)
        plain = agent is not None and not agent.roles
        if self._tokens[phrase.head].lemma == _LEADER:
            plain = _GOVERNING not in actor_blocks(body.code)  # *their leader*, of students who march
        return plain and owner.kind == "pronoun" and body.resolved_by == "coreference" and len(body.code) > BLOCK

    @staticmethod
    def _stands_alone(entry: ActorEntry) -> bool:
        return entry.kind not in ("country", "person", "media", "listed") and bool(
            entry.code or entry.group or entry.roles
        )

    def _add_roles(self, phrase: Phrase, parts: Parts, entries: list[Ref], agents_only: bool = False) -> None:
        for hit in self._hits_in(phrase.tokens):
            entry = hit.terminal.entry
            if isinstance(entry, AgentEntry):
                parts.add(entry)
                entries.append(entry.ref)
        if agents_only:
            return
        for genitive in phrase.genitives:
            if not parts.has_role:
                break
            for owner in (genitive, *genitive.genitives):
                agent = self._agent_at(owner)
                if agent is not None:
                    parts.add(agent)
                    entries.append(agent.ref)
                if agent is None or agent.roles:
                    break  # *activists of the party's youth wing*: a wing has no role of its own

    def _plain_roles(self, phrase: Phrase, parts: Parts) -> None:
        """*Leaders of the teachers' union* are no government, *workers of a bank* no business."""
        head = self._agent_at(phrase)
        if head is None or len(parts.roles) < 2:
            return
        if head.roles and _GOVERNING not in head.roles and self._is_level(phrase):
            parts.roles = parts.roles - {_GOVERNING}
        if head.roles in _FORCES:
            parts.roles = parts.roles - {_GOVERNING}  # *a bodyguard of the minister*
        if head.roles == (_WORK,):
            parts.roles = parts.roles - {_TRADE}
        elif self._tokens[phrase.head].lemma in self.words.supporting:
            parts.roles = parts.roles - {_GOVERNING}  # *government supporters*
        elif head.roles == (_GOVERNING,) and self._tokens[phrase.head].lemma in self.words.leading:
            others = parts.roles - {_GOVERNING}
            owners = (self._agent_at(g) for g in phrase.genitives)
            if all(a is None or _GOVERNING not in a.roles for a in owners):
                parts.roles = others

    def _is_level(self, phrase: Phrase) -> bool:
        """*Municipal policemen*, *federal judges*: the adjective says whose they are and makes no government."""
        governing = [h for h in self._hits_in(phrase.tokens) if _GOVERNING in getattr(h.terminal.entry, "roles", ())]
        return bool(governing) and all(h.terminal.kind == "adjective" for h in governing)

    def _take_makeup(self, phrase: Phrase, parts: Parts, entries: list[Ref]) -> None:
        """*Twelve people, many of them police recruits*: those whom most of a crowd are."""
        if parts.roles != _CIVIL or self._tokens[phrase.head].lemma not in self.words.people:
            return
        told = most_of(phrase, self.analysis, self.words.most)
        if told is None:
            return
        known = Parts()
        self._add_roles(told, known, entries)
        parts.roles = known.roles or parts.roles

    def _share_role(self, phrase: Phrase, hit: Hit, parts: Parts, entries: list[Ref]) -> None:
        """*Two Spanish* of *two Spanish and three Moroccan policemen*: the role stands with the last people named."""
        at = max(phrase.tokens) + 1
        if parts.has_role or hit.last != phrase.head or at >= len(self._tokens) or self._tokens[at].pos != "CCONJ":
            return
        other = next((p for p in self.analysis.phrases if p.kind == "noun" and min(p.tokens) == at + 1), None)
        kinds = {h.terminal.kind for h in self._hits_in(other.tokens)} if other is not None else set()
        counted = any(self._tokens[t].pos == "NUM" for t in phrase.tokens)
        if other is not None and counted and {"demonym", "agent"} <= kinds:
            self._add_roles(other, parts, entries, agents_only=True)

    def _add_occupation(self, phrase: Phrase, hit: Hit, parts: Parts, entries: list[Ref]) -> None:
        """*A German who is a banker*, *who works as a journalist*: what a national is told to be."""
        one = hit.terminal.kind == "demonym" and hit.last == phrase.head and not parts.has_role
        if not one or self._is_definite(phrase):
            return
        told = (self.resolve(d) for d in self._descriptions(phrase) if d.head > phrase.head)
        inner = next((m for m in told if m is not None and m.resolved_by in ("agent", "composed")), None)
        if inner is None or not (inner.code.startswith(UNKNOWN) or inner.code[:BLOCK] in parts.base):
            return
        parts.roles = {b for b in actor_blocks(inner.code) if b in self.ontology.roles}
        entries.extend(inner.entries)

    def _count_people(self, phrase: Phrase, hit: Hit, parts: Parts) -> None:
        """*Two Germans*, *thousands of Somalis*: people, and no state."""
        if hit.terminal.kind != "demonym" or hit.last != phrase.head or parts.has_role or self.index.lang != "en":
            return
        if any(self._tokens[t].pos == "NUM" or self._tokens[t].norm in self.words.hosts for t in phrase.tokens):
            parts.roles = set(_CIVIL)

    def _party_abroad(self, hit: Hit, entry: ActorEntry) -> ActorEntry | None:
        """*The Botswana National Front* is none of France: the country whose name stands before that of a party."""
        before = self.by_token.get(hit.first - 1) if self.index.lang == "en" else None
        other = before.terminal.entry if before is not None else None
        if not isinstance(other, ActorEntry) or other.kind != "country" or not other.country or not entry.country:
            return None
        return other if other.country != entry.country else None

    def _is_former(self, phrase: Phrase, name: Hit) -> bool:
        """*Former leader Fidel Castro*, *Tony Blair, the former premier*: out of office, though he may have another."""
        before = [h for h in self._hits_in(phrase.tokens) if h.last < name.first]
        if tells_former(before, self._tokens):
            return True
        if self.index.lang != "en" or any(isinstance(h.terminal.entry, AgentEntry) for h in before):
            return False  # *President Trump, the former senator*
        beside = (a for a in phrase.appositions if self._is_the_one(a))
        return any(tells_former(self._hits_in(a.tokens), self._tokens) for a in beside)

    def _is_coming(self, phrase: Phrase, name: Hit) -> bool:
        """*The Democratic candidate Barack Obama*, *President-elect Barack Obama*: not in office, or not yet."""
        before = [h for h in self._hits_in(phrase.tokens) if h.last < name.first]
        return self.index.lang == "en" and tells_coming(before, self._tokens, self.document.date is not None)

    def _is_the_one(self, phrase: Phrase) -> bool:
        """*The former premier*, *Italy's former premier*; *a former mayor* may have a higher office now."""
        return self._is_definite(phrase) or bool(phrase.genitives and phrase.genitives[0].head < phrase.head)

    def _out_of_office(self, phrase: Phrase, named: ActorMention) -> ActorMention:
        """*The former premier, Tony Blair*: whoever is apposed to an office that he had."""
        if named.actor_id is None or named.head is None or named.code[BLOCK:] != _GOVERNING or phrase.head > named.head:
            return named
        before = [h for h in self._hits_in(phrase.tokens) if h.last < named.head]
        former = named.code[:BLOCK] in self.ontology.countries and tells_former(before, self._tokens)
        return replace(named, code=named.code[:BLOCK] + FORMER_ROLE) if former else named

    def _behind_ex(self, phrase: Phrase) -> ActorMention | None:
        """*Ex-president Barack Obama*, where the parser takes the prefix for a phrase of its own."""
        at = phrase.head + 2
        if self._tokens[phrase.head].norm != EX or not any(t.text in HYPHENS for t in self._tokens[at - 1 : at]):
            return None
        whole = next((p for p in self.analysis.phrases if at in p.tokens and p.head != phrase.head), None)
        inner = None if whole is None else self.resolve(whole)
        return None if inner is None else self._with_extent(inner, phrase)

    def _seated(self, phrase: Phrase, parts: Parts, entries: list[Ref]) -> tuple[str, ...]:
        """*The Paris-based carmaker*: firms, schools and newspapers are of the country where they have their seat."""
        if not parts.roles <= _SEATED_ROLES:
            return ()
        for hit in self._hits_in(phrase.tokens):
            entry = hit.terminal.entry
            behind = [t.norm for t in self._tokens[hit.last + 1 : hit.last + 3] if t.pos != "PUNCT"]
            based = behind[:1] == [_BASED] or behind[:1] == [f"-{_BASED}"]
            if based and isinstance(entry, ActorEntry) and entry.kind in ("country", "place") and entry.country:
                entries.append(entry.ref)
                return (entry.country,)
        return ()
