"""Who acts: composes each noun phrase's actor code and resolves what refers back.

Roles come from agent nouns of the same phrase, countries from the name itself, a demonym, a genitive or a possessor;
never from a backer (*Iran-backed*), and from a place only where nothing else names the country.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from coder.actors.affiliations import PARTY
from coder.actors.aliases import Aliases
from coder.actors.codes import ARMED_ROLES, BLOCK, FORMER_ROLE, UNKNOWN, Parts, alternatives, parts_of
from coder.actors.described import CONGRESS
from coder.actors.given import GivenActors
from coder.actors.hits import ActorWords
from coder.actors.index import ActorIndex, Hit, Phrases, is_province
from coder.actors.memory import DocumentMemory, Recent
from coder.actors.people import INSIDE
from coder.actors.shares import CIVILIANS, GOVERNMENT, OPPOSITION, counted, part_of_list
from coder.dictionary.schema import ActorEntry, AgentEntry
from coder.model import ActorMention, Analysis, Document, Phrase, Ref
from coder.ontology import Ontology, actor_blocks

_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_NO_ACTORS = _TIMES | {"LOC", "FAC", "LANGUAGE", "EVENT"}
_OWN_NAMES = ("name", "seat", "demonym")
_SPOKEN_FOR = ("for", "عن")
_ORIGIN = "من"
_LOCATIVE = ("in", "at", "near", "of", "from", "في", "ب")
_PLACING = (*_LOCATIVE, _ORIGIN)


class ActorResolver(GivenActors):
    """Resolves the phrases of one sentence of a document."""

    def __init__(
        self,
        index: ActorIndex,
        ontology: Ontology,
        words: ActorWords,
        document: Document,
        analysis: Analysis,
        memory: DocumentMemory,
        position: int,
        phrases: Phrases,
        coreference: bool = True,
        aliases: Aliases | None = None,
    ) -> None:
        """``position``: that of the sentence in ``memory``; ``aliases``: the short names introduced before it.

        ``phrases``: what the index has for the tokens of the sentence.
        Raises ``PendingError`` where the sentence introduces a short name by words that refer to a sentence not read.
        """
        super().__init__(index, words, document, analysis, memory, position, aliases, phrases)
        self.ontology, self.coreference = ontology, coreference
        self._learn_aliases()

    def resolve_all(self, phrase: Phrase) -> list[ActorMention]:
        """The actors of a phrase: several where its modifiers are coordinated (*Polish and Lithuanian troops*)."""
        whole = self.resolve(phrase)
        if whole is None:
            return []
        if whole.resolved_by == "coreference" and (pair := self._settled(partial(self._pair, phrase))):
            return pair
        return self._shares(phrase, whole) or [whole]

    def _shares(self, phrase: Phrase, mention: ActorMention) -> list[ActorMention]:
        whole = mention
        if phrase.kind != "noun":
            return []
        listed = self._listed_actors(phrase, whole) or self._shared_by_genitives(phrase, whole)
        listed = listed or self._shared_by_owned(phrase, whole)
        if listed or whole.resolved_by not in ("composed", "demonym", "given"):
            return listed
        inside = [m for m in self.given if phrase.start <= m.start and m.end <= phrase.end]
        if len(inside) > 1 and all(self._joined(a.end, b.start) for a, b in pairwise(inside)):
            return [self._settled(partial(self._given_mention, m, phrase)) for m in inside]
        if whole.is_given:
            return []
        hits = [h for h in self._hits_in(phrase.tokens) if h.terminal.kind in ("demonym", "name")]
        joined = all(self._joined(self._tokens[a.last].end, self._tokens[b.first].start) for a, b in pairwise(hits))
        return [self._share(phrase, whole, hit, hits) for hit in hits] if len(hits) > 1 and joined else []

    def _shared_by_genitives(self, phrase: Phrase, whole: ActorMention) -> list[ActorMention]:
        """*The presidents of Kenya and Uganda* are two actors: one for each country, the roles are of both."""
        behind = _owners_behind(phrase)
        both = self._of_both(phrase, whole, behind)
        if both:
            return both
        if whole.resolved_by == "place":
            behind = list(phrase.attached.get("from", ()))  # negotiators from Kenya and Uganda
        plural = self._tokens[phrase.head].feats.get("num") in ("p", "d")
        composed = whole.resolved_by in ("composed", "place")
        if len(behind) < 2 or not plural or not composed or self._given_inside(phrase) is not None:
            return []
        owners = [m for g in behind if (m := self.resolve(g)) is not None and m.resolved_by == "name"]
        joined = all(self._joined(a.end, b.start) for a, b in pairwise(behind))
        if len(owners) < len(behind) or not joined or not all(map(self._is_country, owners)):
            return []
        roles = {b for b in actor_blocks(whole.code) if b in self.ontology.roles}
        codes = [Parts((m.code[:BLOCK],), roles).code(self.ontology) for m in owners]
        return [part_of_list(whole, g, c, i, self.text) for i, (g, c) in enumerate(zip(behind, codes, strict=True))]

    def _of_both(self, phrase: Phrase, whole: ActorMention, behind: Sequence[Phrase]) -> list[ActorMention]:
        """``وزيرا الخارجية في البلدين``, ``رئيسا البلدين``: one for each of two countries that were named before."""
        if self._tokens[phrase.head].feats.get("num") != "d":
            return []
        lands = (*behind, *phrase.attached.get("في", ()))
        pair = next((p for land in lands if (p := self._settled(partial(self._pair, land)))), [])
        roles = {b for b in actor_blocks(whole.code) if b in self.ontology.roles}
        if not all(map(self._is_country, pair)):
            return []
        return [replace(m, code=Parts((m.code[:BLOCK],), roles).code(self.ontology), head=phrase.head) for m in pair]

    def _shared_by_owned(self, phrase: Phrase, whole: ActorMention) -> list[ActorMention]:
        """*The heads of the Polish and Czech armies*: where a phrase is who it belongs to, as many as those."""
        plural = self._tokens[phrase.head].feats.get("num") in ("p", "d")
        if not plural or whole.head == phrase.head or len(phrase.genitives) != 1:
            return []
        owner = self.resolve(phrase.genitives[0])
        return self._shares(phrase.genitives[0], owner) if owner is not None and owner.head == whole.head else []

    def _first_listed(self, phrase: Phrase) -> Parts | None:
        """Of several imported names in a phrase with a role the first counts: *Iran's minister Zarif* is of Iran."""
        before = [h for g in phrase.genitives if g.head < phrase.head for h in self._hits_in(g.tokens)]
        roles = [h for h in self._hits_in(phrase.tokens) if isinstance(h.terminal.entry, AgentEntry)]
        first = next((e for h in before if (e := _listed(h)) is not None), None)
        return parts_of(first, self.document.date) if first is not None and roles else None

    def _listed_actors(self, phrase: Phrase, whole: ActorMention) -> list[ActorMention]:
        """Several imported actors in one phrase: coordinated names, and a name that stands for several."""
        hits = [h for h in self._hits_in(phrase.tokens) if _listed(h) is not None]
        if not hits:
            return []
        joined = all(self._joined(self._tokens[a.last].end, self._tokens[b.first].start) for a, b in pairwise(hits))
        found: list[ActorMention] = []
        codes = [alternatives(entry, self.document.date) for h in hits if (entry := _listed(h)) is not None]
        for own in codes if joined and len(hits) > 1 else [c for c in codes if c[0] in whole.code][:1]:
            found += [replace(whole, code=whole.code.replace(codes[0][0], code, 1)) for code in own]
        spans = hits if len(found) == len(hits) > 1 else []
        for i, hit in enumerate(spans):
            start, end = self._tokens[hit.first].start, self._tokens[hit.last].end
            found[i] = replace(found[i], start=start, end=end, text=self.text(start, end))
        return found if len(found) > 1 else []

    def _share(self, phrase: Phrase, whole: ActorMention, hit: Hit, hits: Sequence[Hit]) -> ActorMention:
        entry = hit.terminal.entry
        assert isinstance(entry, ActorEntry)
        roles = {b for b in actor_blocks(whole.code) if b in self.ontology.roles}
        code = Parts(parts_of(entry, self.document.date).base, roles).code(self.ontology)
        start = self._tokens[hit.first].start
        end = phrase.end if hit is hits[-1] else self._tokens[hit.last].end
        return replace(whole, start=start, end=end, text=self.text(start, end), code=code)

    # ------------------------------------------------------------------ one phrase

    def _resolve(self, phrase: Phrase) -> ActorMention | None:
        given = self._given(phrase)
        if given is not None:
            return given
        if phrase.kind == "pronoun":
            return self._taken_up(phrase)
        if phrase.kind == "clause":
            return None
        head = self.by_token.get(phrase.head)
        if head is not None and self._is_part_of_a_name(phrase, head):
            return self._surname(phrase) or self._described(phrase) or self._unknown(phrase)
        if head is not None and is_province(head):
            head = None
        if (
            head is not None
            and head.terminal.kind == "agent"
            and (known := self._called_like(phrase, head)) is not None
        ):
            return known
        if head is not None and head.terminal.kind not in ("agent", "adjective"):
            return self._namesake(phrase, head) or self._named(phrase, head)
        if self._tokens[phrase.head].lemma in self.words.counterpart:
            return self._counterpart(phrase)
        if self._tokens[phrase.head].lemma in self.words.colleagues:
            return self._colleagues(phrase)
        known = self._adverse(phrase) or self._supporters(phrase) or self._homeland(phrase) or self._behind_ex(phrase)
        if known is not None:
            return known
        known = self._courteous(phrase) or self._composed(phrase, head) or self._by_last_name(phrase)
        known = known or self._below(phrase) or self._described(phrase) or self._unknown(phrase)
        if pair := self._pair(phrase):
            return pair[0]
        return self._titled(phrase, known) or self._renamed(phrase, known) or self._definite(phrase, known) or known

    def _named(self, phrase: Phrase, hit: Hit) -> ActorMention | None:
        entry = hit.terminal.entry
        assert isinstance(entry, ActorEntry)
        if entry.kind == "media":
            return None
        parts = parts_of(entry, self.document.date)
        entries = [entry.ref]
        if entry.codes:
            parts = self._first_listed(phrase) or parts
        if entry.kind == "party" and (namesake := self._party_abroad(hit, entry)) is not None:
            return self._mention(
                phrase, Parts((namesake.country or "",), {PARTY}), "composed", [namesake.ref], None, None
            )
        if hit.terminal.kind == "seat" or (hit.terminal.kind == "capital" and entry.country):
            parts.roles.add("GOV")
        if hit.terminal.kind == "demonym" or entry.kind in ("country", "listed"):
            self._add_roles(phrase, parts, entries)
            self._share_role(phrase, hit, parts, entries)
            self._add_occupation(phrase, hit, parts, entries)
            self._count_people(phrase, hit, parts)
        if entry.kind == "person" and self._is_former(phrase, hit):
            parts.roles = {FORMER_ROLE}
        elif entry.kind == "person" and GOVERNMENT in parts.roles and self._is_coming(phrase, hit):
            parts.roles = {PARTY}
        if not parts.base or UNKNOWN in parts.base:
            parts.base = self._countries(phrase, entries)
        kind = "name" if len(entries) == 1 else "composed"
        resolved = "demonym" if hit.terminal.kind == "demonym" and kind == "name" else kind
        actor = entry.id if hit.terminal.kind == "name" else None
        return self._mention(phrase, parts, resolved, entries, actor, self._entry_name(entry))

    def _described(self, phrase: Phrase) -> ActorMention | None:
        """A name that no dictionary has, by what its sentence says of it."""
        description, executive = self._description(phrase), self._executive(phrase)
        told = self.resolve(description) if description is not None else None
        if told is not None and told.resolved_by not in ("unknown", "coreference"):
            return self._with_extent(told, phrase)
        if self._is_tagged(phrase):
            return self._mention(phrase, Parts(CONGRESS[:1], set(CONGRESS[1:])), "composed", [], None, None)
        if executive is None:
            return None
        return self._mention(phrase, Parts((), set(executive.roles)), "agent", [executive.ref], None, None)

    def _adverse(self, phrase: Phrase) -> ActorMention | None:
        """*Opponents of the president*: those of a government are its country's opposition; of others, nobody known."""
        if self._tokens[phrase.head].lemma not in self.words.adverse:
            return None
        of = next((m for g in phrase.genitives if (m := self.resolve(g)) is not None), None)
        if of is None or of.resolved_by == "unknown":
            return None
        own = GOVERNMENT in actor_blocks(of.code) and self._is_country(of)
        parts = Parts((of.code[:BLOCK],), {OPPOSITION}) if own else Parts()
        return self._mention(phrase, parts, "composed" if own else "unknown", of.entries if own else [], None, None)

    def _composed(self, phrase: Phrase, head: Hit | None) -> ActorMention | None:
        if not phrase.appositions and not self._hits_in(phrase.tokens):
            return None
        parts, entries = Parts(), list[Ref]()
        self._add_roles(phrase, parts, entries)
        self._plain_roles(phrase, parts)
        self._take_makeup(phrase, parts, entries)
        named = self._apposed(phrase)
        if head is None and not (parts.has_role and self._is_name(phrase)):
            titled = named is not None and self._tokens[phrase.head].norm in self.words.titles
            return self._with_extent(named, phrase) if named is not None and titled else named
        if named is not None and (not parts.has_role or UNKNOWN not in named.code):
            told = self._out_of_office(phrase, self._with_office(named, parts))
            return self._with_extent(told, phrase)
        whole = self._organisation(phrase) or self._member(phrase)
        if whole is not None:
            former = FORMER_ROLE in parts.roles and self._is_country(whole)
            return replace(whole, code=whole.code[:BLOCK] + FORMER_ROLE) if former else whole
        parts.base = self._countries(phrase, entries)
        if not parts.has_role:
            return None
        if not parts.base and self._is_tagged(phrase):
            parts.base = CONGRESS[:1]
        if not parts.base and (holder := self._holder(phrase)) is not None:
            return self._with_extent(holder, phrase)
        if not parts.base and (whole := self._affiliated(phrase, parts, entries)) is not None:
            return whole
        resolved = "composed" if parts.base else "agent"
        if not parts.base and not self._is_sent(phrase):
            parts.base = self._seated(phrase, parts, entries) or self._country_by_place(phrase, entries)
            parts.base = parts.base or self._country_beside(phrase, parts, entries)
            parts.base = parts.base or self._country_of_scene(phrase, parts, entries)
            resolved = "place" if parts.base else "agent"
        return self._mention(phrase, parts, resolved, entries, None, None)

    def _with_office(self, named: ActorMention, told: Parts) -> ActorMention:
        """A person who has no office by the dictionary has the one that the text gives (*foreign minister X*)."""
        if not told.has_role or len(named.code) != BLOCK or not self._is_country(named) or self.index.lang == "en":
            return named
        return replace(named, code=Parts((named.code,), set(told.roles)).code(self.ontology), resolved_by="composed")

    def _organisation(self, phrase: Phrase) -> ActorMention | None:
        """'Hamas fighters', 'the UN envoy', 'leader of Hezbollah': the organisation's own code."""
        for hit in self._hits_in(phrase.tokens):
            entry = hit.terminal.entry
            if not isinstance(entry, ActorEntry) or hit.terminal.kind not in _OWN_NAMES:
                continue
            if self._stands_alone(entry) and not self._is_scene_of_crime(phrase, entry, hit):
                return self._from_entry(phrase, entry, hit)
        head = self.by_token.get(phrase.head)
        title = [g for g in phrase.genitives if head is not None and self.by_token.get(g.head) is head]
        for genitive in (*phrase.genitives, *(q for g in title for q in g.genitives)):
            inner = self.resolve(genitive)
            if inner is not None and (entry_ := self._entry_at(genitive)) is not None and self._stands_alone(entry_):
                return self._with_extent(inner, phrase)
            if inner is not None and (self._is_of_group(inner) or self._speaks_for(phrase, genitive, inner)):
                return self._with_extent(inner, phrase)
        return None

    def _member(self, phrase: Phrase) -> ActorMention | None:
        """*Fighters from the Rapid Support Forces*, *an officer in the Iraqi army*: the body they belong to."""
        agent = self._agent_at(phrase)
        if agent is not None and not agent.roles:
            for body in (b for s in _SPOKEN_FOR for b in phrase.attached.get(s, ())):
                inner = self.resolve(body)
                if inner is not None and inner.code.strip("-"):
                    return self._with_extent(inner, phrase)
        if (people := self._sent_by(phrase)) is not None:
            return people
        for preposition in self._memberships(phrase):
            for body in phrase.attached.get(preposition, ()):
                inner = self.resolve(body) if not self._is_town(body) else None
                known = inner is not None and not inner.code.startswith(UNKNOWN) and len(inner.code) > BLOCK
                if inner is not None and known and (inner.resolved_by in ("name", "composed") or self._is_union(inner)):
                    return self._with_extent(inner, phrase)
        return None

    def _sent_by(self, phrase: Phrase) -> ActorMention | None:
        """``وفد من الأهالي``: a delegation is those who are in it, also where their country is open."""
        if self._tokens[phrase.head].lemma not in self.words.delegations:
            return None
        people = (self.resolve(b) for b in phrase.attached.get(_ORIGIN, ()))
        known = next((m for m in people if m is not None and m.code.strip("-") and not self._is_land(m)), None)
        return None if known is None else self._with_extent(known, phrase)

    def _below(self, phrase: Phrase) -> ActorMention | None:
        """'Israel's decision', 'a US base', 'the headquarters of the police': the actor that owns the thing."""
        if (holder := self._holder_of_area(phrase)) is not None:
            return holder
        for genitive in phrase.genitives:
            inner = self.resolve(genitive)
            vague = ("unknown", "coreference") if genitive.kind == "pronoun" else ("unknown",)
            if inner is not None and self._is_kin_of(phrase, genitive):
                continue
            if inner is not None and inner.resolved_by not in vague and not self._is_seat_of(genitive, phrase):
                return self._with_extent(inner, phrase) if self._leads(phrase, inner) else inner
        inside = self._owner_of_arms(phrase) or self._given_inside(phrase) or self._author(phrase)
        if inside is not None:
            return inside
        for hit in self._hits_in(phrase.tokens):
            entry = hit.terminal.entry
            if not isinstance(entry, ActorEntry) or entry.kind == "media" or is_province(hit):
                continue
            if not self.is_backer(hit):
                parts, entries = parts_of(entry, self.document.date), [entry.ref]
                self._add_roles(phrase, parts, entries, agents_only=True)
                parts.roles |= self._roles_of_things(phrase, entry, hit)
                if parts.base:
                    return self._mention(phrase, parts, hit.terminal.kind, entries, entry.id, self._entry_name(entry))
        return self._post(phrase)

    def _leads(self, phrase: Phrase, body: ActorMention) -> bool:
        """``مدير سلطة المياه الفلسطينية``: an officer of a body acts as the body."""
        agent = self._agent_at(phrase) if self.index.lang != "en" else None
        return agent is not None and not agent.roles and len(body.code) > BLOCK

    def _is_seat_of(self, town: Phrase, owned: Phrase) -> bool:
        """Whether a capital is where a thing is (*London's streets*); acts are its government's (``تعاون باماكو``)."""
        return self._is_town(town) and self._tokens[owned.head].feats.get("masdar") != "yes"

    def _is_town(self, phrase: Phrase) -> bool:
        """Whether the phrase is a capital: beside a role it is where somebody is, and not the government."""
        hit = self.by_token.get(phrase.head)
        return hit is not None and hit.terminal.kind == "capital"

    def _apposed(self, phrase: Phrase) -> ActorMention | None:
        for apposition in phrase.appositions:
            hit = self.by_token.get(apposition.head)
            inner = self.resolve(apposition)
            if inner is not None and (inner.resolved_by != "unknown" or hit is not None):
                return inner
        for hit in self._hits_in(phrase.tokens):
            entry = hit.terminal.entry
            if isinstance(entry, ActorEntry) and entry.kind == "person" and hit.terminal.kind == "name":
                return self._named(phrase, hit)
        return None

    def _unknown(self, phrase: Phrase) -> ActorMention | None:
        """A name that no dictionary has. What the recogniser calls a date, an amount or a place is none."""
        if not self._is_name(phrase) or self._label(phrase) in _NO_ACTORS:
            return None
        if self._tokens[phrase.head].norm in self.words.time_words:
            return None
        return self._mention(phrase, Parts(), "unknown", [], None, None)

    def thing(self, phrase: Phrase, inhabited: bool = False, scenes: bool = False) -> ActorMention | None:
        """A mention for what is acted on and is no actor (a mosque, a convoy); people only counted are civilians.

        None for times; and for the scene of an act (*fought over the village*, *at close range*), for a place is no
        actor, unless ``scenes`` are wanted too. ``inhabited``: force is used on it, so that a village is its people
        (PETRARCH's agents have VILLAGE and NEIGHBORHOOD as CVL).
        """
        people = counted(phrase, self.analysis, self.words.others, self.words.crowds, self.resolve)
        if people is not None:
            return self._mention(phrase, Parts(people.base, set(people.roles)), "agent", people.entries, None, None)
        if self.words.holding and (holder := self._holder_of_ground(phrase)) is not None:
            return holder
        if inhabited and self._tokens[phrase.head].lemma in self.words.inhabited:
            return self._mention(phrase, Parts((), {CIVILIANS}), "agent", [], None, None)
        if inhabited and self._tokens[phrase.head].lemma in self.words.fixtures:
            base, entries = self._country_of_place(self._inside(phrase))
            if base or self._tokens[phrase.head].lemma not in self.words.scenes:
                return self._mention(phrase, Parts(base), "place", entries, None, None)
        if inhabited and (owner := self._by_agents(phrase)) is not None:
            return owner  # *an army column*, *a guerrilla camp*
        if inhabited and (owner := self._settled(partial(self._owner_taken_up, phrase))) is not None:
            return owner
        scene = self._tokens[phrase.head].lemma in self.words.scenes and not scenes
        if scene or self._label(phrase) in _TIMES or self._tokens[phrase.head].norm in self.words.time_words:
            return None
        return self._mention(phrase, Parts(), "unknown", [], None, None)

    # ------------------------------------------------------------------ what a phrase is made of

    def _countries(self, phrase: Phrase, entries: list[Ref]) -> tuple[str, ...]:
        """Country or organisation blocks from the phrase's own words, then its genitives, then its apposition."""
        for hit in self._hits_in(phrase.tokens):
            entry = hit.terminal.entry
            named = is_province(hit) and (hit.covers(phrase.head) or self._is_part_of_a_name(phrase, hit))
            if isinstance(entry, ActorEntry) and entry.kind != "person" and not named and not self.is_backer(hit):
                base = parts_of(entry, self.document.date).base
                if base:
                    entries.append(entry.ref)
                    return base
        for below in (*phrase.genitives, *phrase.appositions):
            if below in phrase.genitives and (province := self._province(below)) is not None:
                entries.append(province.ref)
                return parts_of(province, self.document.date).base
            inner = self.resolve(below)
            if inner is not None and not inner.code.startswith(UNKNOWN):
                entries.extend(inner.entries)
                if (own := self._entry_at(below)) is not None and own.codes:
                    return tuple(actor_blocks(inner.code))
                return (inner.code[:BLOCK],) if self._is_country(inner) else self._base_blocks(inner)
        return ()

    def _province(self, phrase: Phrase) -> ActorEntry | None:
        """The state or province that a phrase names (*Ohio*, *the state of Ohio*, but not *Ohio's governor*)."""
        hits = self._hits_in((*phrase.tokens, *(t for g in phrase.genitives for t in g.tokens)))
        named = all(is_province(h) for h in hits)
        return (
            next((h.terminal.entry for h in hits if isinstance(h.terminal.entry, ActorEntry)), None) if named else None
        )

    def _is_country(self, mention: ActorMention) -> bool:
        return mention.code[:3] in self.ontology.countries

    def _base_blocks(self, mention: ActorMention) -> tuple[str, ...]:
        return tuple(b for b in actor_blocks(mention.code) if b not in self.ontology.roles)

    def _country_by_place(self, phrase: Phrase, entries: list[Ref]) -> tuple[str, ...]:
        for preposition in _PLACING if phrase.attached else ():
            for place in phrase.attached.get(preposition, ()):
                entry = self._entry_at(place)
                if preposition == _ORIGIN and (entry is None or entry.kind != "country" or self._is_town(place)):
                    continue  # people *from* towns may be sent away from there
                if entry is not None and entry.codes:
                    entries.append(entry.ref)
                    return parts_of(entry, self.document.date).base
                if entry is not None and entry.country:
                    entries.append(entry.ref)
                    return (entry.country,)
        return ()

    def _country_beside(self, phrase: Phrase, parts: Parts, entries: list[Ref]) -> tuple[str, ...]:
        """*Criticised protesters in Tunisia*: the place right behind civil actors, whatever the parse hangs it on."""
        at = max(phrase.tokens) + 1
        place = self.by_token.get(at + 1) if at < len(self._tokens) and self._tokens[at].norm in INSIDE else None
        entry = place.terminal.entry if place is not None and place.first == at + 1 else None
        if not isinstance(entry, ActorEntry) or not entry.country or entry.kind not in ("country", "place"):
            return ()
        army = self._tokens[phrase.head].lemma in self.words.armies and self._is_definite(phrase)
        if parts.roles & (ARMED_ROLES | {"UAF"}) and not army:
            return ()
        entries.append(entry.ref)
        return (entry.country,)

    # ------------------------------------------------------------------ reference

    def _counterpart(self, phrase: Phrase) -> ActorMention | None:
        """'his Israeli counterpart', نظيره الإسرائيلي: the antecedent's roles with the country named here."""
        recent = self._with_whom(phrase, roles=True) or self._with_whom(phrase, roles=False)
        antecedent = recent.mention if recent is not None else None
        entries: list[Ref] = []
        base = self._own_countries(phrase, entries)
        named = self._apposed(phrase)
        if named is not None and UNKNOWN not in named.code:
            return self._with_extent(named, phrase)
        if not base:
            return None
        roles = {b for b in actor_blocks(antecedent.code) if b in self.ontology.roles} if antecedent else set()
        if antecedent is not None:
            entries.extend(antecedent.entries)
        return self._mention(phrase, Parts(base, roles), "counterpart", entries, None, None)

    def _with_whom(self, phrase: Phrase, roles: bool) -> Recent | None:
        """Who has the counterpart: the latest actor, rather a role (*the president of Peru*) than a country."""

        def fits(recent: Recent) -> bool:
            held = any(b in self.ontology.roles for b in actor_blocks(recent.mention.code))
            return recent.mention.head != phrase.head and (held or not roles)

        own = self._so_far()
        return next((r for r in reversed(own.recent) if r.mention.start < phrase.start and fits(r)), None) or (
            None if roles else self.memory.latest(fits, phrase.start, self.position, own)
        )

    def _own_countries(self, phrase: Phrase, entries: list[Ref]) -> tuple[str, ...]:
        for hit in self._hits_in((*phrase.tokens, *(t for g in phrase.genitives for t in g.tokens))):
            entry = hit.terminal.entry
            if isinstance(entry, ActorEntry) and entry.country:
                entries.append(entry.ref)
                return (entry.country,)
        return ()

    def _colleagues(self, phrase: Phrase) -> ActorMention | None:
        """*Her colleagues*: of the body that is named with them, else of the country and the roles of the one named."""
        body = self._member(phrase)
        if body is not None:
            return body
        one = next((m for g in phrase.genitives if (m := self.resolve(g)) is not None), None)
        if one is None or one.resolved_by == "unknown":
            return None
        first, *blocks = actor_blocks(one.code)
        parts = Parts(() if first == UNKNOWN else (first,), {b for b in blocks if b in self.ontology.roles})
        return self._mention(phrase, parts, "counterpart", one.entries, None, None) if parts.has_role else None

    # ------------------------------------------------------------------ building

    def mentions(self) -> Iterator[ActorMention]:
        """Every actor mention of the current sentence, in text order, each phrase once."""
        seen: set[tuple[int, int]] = set()
        for phrase in self.analysis.phrases:
            mention = self.resolve(phrase)
            if mention is not None and (mention.start, mention.end) not in seen:
                seen.add((mention.start, mention.end))
                yield mention


def _owners_behind(phrase: Phrase) -> list[Phrase]:
    """What stands behind a noun as its genitives, or the genitives of its portfolio (``وزيرا خارجية مصر والأردن``)."""
    behind = [g for g in phrase.genitives if g.head > phrase.head]
    while len(behind) == 1:
        behind = [g for g in behind[0].genitives if g.head > behind[0].head]
    return behind


def _listed(hit: Hit) -> ActorEntry | None:
    entry = hit.terminal.entry
    return entry if isinstance(entry, ActorEntry) and entry.codes else None
