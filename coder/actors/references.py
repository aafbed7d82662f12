"""What takes up an actor of before besides pronouns: *the group*, *the ambassador*, *Ambassador Baba*."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from coder.actors.codes import BLOCK, SHARED_BLOCKS, UNKNOWN
from coder.actors.memory import Fits, Recent
from coder.actors.pronouns import PronounActors
from coder.actors.shares import GOVERNMENT
from coder.actors.whereabouts import Sought
from coder.dictionary.schema import AgentEntry
from coder.model import ActorMention, Phrase
from coder.ontology import actor_blocks

_FIRMS = frozenset({"BUS", "MNC"})
_ARMED = frozenset({"REB", "INS", "SEP", "UAF"})
_FIGHTING = _ARMED | {"IMG"}  # groups of several countries, too
_REBELS = "REB"
_OPPOSED = frozenset({"REB", "INS", "SEP"})  # whom *the rebels* may mean; gunmen and militias may be the government's
_FORCES = frozenset({"MIL", "COP"})
_STATE, _POLICE, _MILITARY, _LABOUR = "state", "COP", "MIL", "LAB"
_BARE = 2  # an article and a noun
_ARTICLE = "ال"
_FORCE = "force"
_PLACES = frozenset({"in", "near", "at", "outside", "around"})  # *the jihadists near Ramadi*
_BODIES, _MISSION, _MILITANTS = ("IGO", "NGO"), "IGOUNOPKO", "IMG"
_OF = "of"
# Characters: how far before a body its noun may stand with another one; behind the body, with itself; in apposition.
_NEAR, _BESIDE, _APPOSED = 200, 12, 40
_TAKEN_UP = frozenset({"the", "this", "that", "same", "a"})
_INITIALS = re.compile(r"\b[A-Z]{3,6}\b")
_UNITED_NATIONS = "IGOUNO"
_UNION = "IGO"
_OFFICES = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})  # no ministry is *the group*
_FLOATING, _SUBJECTS = frozenset({"both", "each", "all"}), frozenset({"NOUN", "PROPN", "PRON"})
_TWO = frozenset({"both", "each", "side", "sides", "two"})
_COUNTING = frozenset({"the", "two", "both", "warring", "rival", "neighbouring", "neighboring"})


class ReferringActors(PronounActors):
    """Finds the antecedents of references in one sentence."""

    def _is_before(self, recent: Recent, phrase: Phrase) -> bool:
        """Whether something was told in a sentence before, or before a phrase of this one."""
        return recent.sentence != self._index or recent.start < phrase.start

    def _definite(self, phrase: Phrase, found: ActorMention | None) -> ActorMention | None:
        """'the group', 'the army', الحركة: the latest actor of the document that fits."""
        lemma = self._tokens[phrase.head].lemma
        nobody = found is None or found.resolved_by == "unknown"
        if lemma in self.words.officers and nobody and self.coreference:
            return self._officers(phrase)
        if self.coreference and found is not None and any(words in found.text for words in self.words.peacekeepers):
            mission = self._referring(phrase, self._latest(_is_mission, phrase, None))
            return None if mission is None else replace(mission, code=_MISSION)
        country = found is None and self._names_country(phrase)
        armed = lemma in self.words.armed and len(phrase.tokens) <= _BARE and not phrase.genitives
        armed = armed and _PLACES.issuperset(phrase.attached)
        of_place = found is not None and found.resolved_by == "place" and lemma in self.words.bands
        body = lemma in self.words.bare_definites and (found is None or of_place or found.code.startswith(UNKNOWN))
        agent = found is not None and found.resolved_by == "agent" and found.code.startswith(UNKNOWN)
        named = self.index.lang != "en" and lemma in self.words.institutions and (not found or found.code == UNKNOWN)
        force = lemma == _FORCE and found is None and self._is_bare(phrase)
        if (
            not (country or armed or body or agent or named or force)
            or not self.coreference
            or not self._is_definite(phrase)
        ):
            return None
        if country:
            return self._country_before(phrase)
        if force:
            return self._force_before(phrase)
        if armed and (before := self._armed_before(phrase, found)) is not None:
            return self._referring(phrase, before)
        if named and self._is_bare(phrase):
            noun = self._tokens[phrase.head].norm.removeprefix(_ARTICLE)
            return self._referring(phrase, self._latest(lambda r: self._is_called(noun, r), phrase, None))
        if body:
            known = self._body_meant(phrase, found)
        elif found is not None and agent:
            known = self._latest(lambda r: self._takes_up(phrase, found, r), phrase, frozenset(found.entries))
            if known is None and self._tokens[phrase.head].norm in self.words.firms:
                known = self._latest(_is_firm, phrase, None)
            if known is None and actor_blocks(found.code)[1:] == [_UNION]:
                known = self._latest(_is_union, phrase, None)
        else:
            return None
        return self._referring(phrase, known)

    def _body_meant(self, phrase: Phrase, found: ActorMention | None) -> Recent | None:
        """The body that *the group*, *the agency* takes up."""
        known = self._latest(lambda r: self._is_body(phrase, found, r), phrase, None)
        if known is None and self._tokens[phrase.head].lemma in self.words.bands and len(phrase.tokens) <= _BARE:
            return self._armed_before(phrase, None)
        another = known is not None and (self._is_another_named(phrase, known) or self._is_another_told(phrase, known))
        return None if another else known

    def _is_another_named(self, phrase: Phrase, known: Recent) -> bool:
        """Whether a body that no dictionary has stands, by its initials, between a reference and what it may mean."""
        if self.index.lang != "en" or known.sentence >= self._index - 1:
            return False
        between = self.document.text[known.start : phrase.start]
        return any(not self.index.begins(self.index.normalise(m[0])) for m in _INITIALS.finditer(between))

    def _is_another_told(self, phrase: Phrase, known: Recent) -> bool:
        """*Rights group Barlow said a firm lied. The group ...*: whether the noun stood last with somebody else."""
        noun = self._tokens[phrase.head].norm
        if self.index.lang != "en" or known.sentence not in (self._index - 1, self._index):
            return False
        own = known.mention
        text = self.document.text[max(0, own.start - _NEAR) : phrase.start].casefold()
        at = max(text.rfind(f" {noun} "), text.rfind(f" {noun}, "))
        if at < 0:
            return False
        start = own.start - max(0, own.start - _NEAR)
        before, end = text[:at].rpartition(" ")[2], start + own.end - own.start
        reach = _APPOSED if text[end : end + 1] == "," else _BESIDE
        return before not in _TAKEN_UP and not start - len(noun) - 2 <= at <= end + reach

    def _is_called(self, noun: str, recent: Recent) -> bool:
        """Whether a body has the noun for its first word (``الجمعية`` after ``جمعية القضاة``)."""
        if recent.person or recent.plural:
            return False
        first = self.index.normalise(recent.mention.text.split()[0]).removeprefix(_ARTICLE)
        return first == noun

    def _is_body(self, phrase: Phrase, found: ActorMention | None, recent: Recent) -> bool:
        """Whether *the group*, *the union* may mean a body; unions of workers are no parties and no armed groups."""
        if recent.person or recent.plural or not recent.group:
            return False
        if self.index.lang == "en" and self._tokens[phrase.head].lemma in self.words.bands:
            if self._tokens[phrase.head].feats.get("num") == "p":
                return False
            state = not _OFFICES.isdisjoint(actor_blocks(recent.mention.code))
            return not state and not recent.mention.code.startswith(_UNITED_NATIONS)
        if self._tokens[phrase.head].lemma in self.words.peaceful and _is_armed_group(recent.mention.code):
            return False
        if self._tokens[phrase.head].lemma in self.words.parties_and_fighters:
            return not recent.mention.code.startswith(_BODIES)
        if self.index.lang != "en" or found is None:
            return True
        if self._tokens[phrase.head].feats.get("num") == "p":
            return False
        blocks = actor_blocks(recent.mention.code)
        return _LABOUR not in actor_blocks(found.code) or _LABOUR in blocks or blocks[0] in SHARED_BLOCKS

    def _titled(self, phrase: Phrase, found: ActorMention | None) -> ActorMention | None:
        """*Ambassador Barlow*, after *Ghana's ambassador*: the one who was mentioned by the title alone."""
        if not self.coreference or found is None or found.resolved_by != "agent" or not self._is_name(phrase):
            return None
        title = next((h for h in self.hits_of(phrase) if isinstance(h.terminal.entry, AgentEntry)), None)
        if title is None or title.last >= phrase.head or self._tokens[phrase.head].feats.get("num") == "p":
            return None
        word = self._tokens[title.last].norm
        known = self._latest(
            lambda r: not r.named and not r.plural and _is_same_kind(r, found) and word in _words(r.mention),
            phrase,
            frozenset(found.entries),
        )
        taken = self._referring(phrase, known)
        return None if taken is None else self._with_extent(taken, phrase)

    def _officers(self, phrase: Phrase) -> ActorMention | None:
        """*Officers fired rubber bullets*, *an officer was hurt*: of the police that were told of.

        One officer may be of an army, too: nobody's where soldiers are told of nearer than police.
        """
        if not self._is_bare(phrase):
            return None
        several = self._tokens[phrase.head].feats.get("num") == "p"
        for recents in self.memory.near(self.position, self._so_far()):
            for recent in reversed(recents):
                roles = actor_blocks(recent.mention.code)[1:]
                if self._is_before(recent, phrase) and roles == [_POLICE]:
                    return self._referring(phrase, recent)
                if not several and _MILITARY in roles:
                    return None
        return None

    def _force_before(self, phrase: Phrase) -> ActorMention | None:
        """*The force*: the police or army of which this or the two sentences before tell, if they tell of one."""
        others = self._other_sides(phrase)
        for recents in self.memory.near(self.position, self._so_far()):
            known = [r for r in recents if self._is_before(r, phrase) and r.mention.head not in others]
            known = [r for r in known if set(actor_blocks(r.mention.code)[1:]) & _FORCES]
            if known:
                return self._referring(phrase, known[-1]) if len({r.mention.code for r in known}) == 1 else None
        return None

    def _is_bare(self, phrase: Phrase) -> bool:
        """Whether nothing but an article stands before a noun (*the rebels*, *one of the rebels*)."""
        if phrase.genitives or phrase.attached:
            return False
        words = [self._tokens[t].norm for t in phrase.tokens] if len(phrase.tokens) > _BARE else []
        return len(phrase.tokens) <= _BARE or (_OF in words and len(words) - words.index(_OF) - 1 == _BARE)

    def _names_country(self, phrase: Phrase) -> bool:
        """*The country*, *the Gulf state*."""
        head = self._tokens[phrase.head]
        if head.lemma not in self.words.countries and head.lemma != _STATE:
            return False
        kinds = [self._tokens[t].lemma for t in phrase.tokens if t != phrase.head and self._tokens[t].pos != "DET"]
        kind = any(k in self.words.country_kinds for k in kinds)
        return head.feats.get("num") != "p" and not phrase.genitives and (kind or (not kinds and head.lemma != _STATE))

    def _homeland(self, phrase: Phrase) -> ActorMention | None:
        """``قال الوزير إن بلاده ترفض``: a subject that is somebody's own country."""
        if self._tokens[phrase.head].lemma not in self.words.homelands or phrase.head not in self.standing.subjects:
            return None
        owner = next((g for g in phrase.genitives if g.kind == "pronoun"), None)
        known = self.resolve(owner) if owner is not None else None
        if known is None or known.code[:BLOCK] not in self.ontology.countries:
            return None
        return replace(self._with_extent(known, phrase), code=known.code[:BLOCK], actor_id=None)

    def _country_before(self, phrase: Phrase) -> ActorMention | None:
        """The country that was named last and is not the other side of the same verb."""
        others = {
            m.code[:BLOCK]
            for q in self.analysis.predicates
            if any(p.head == phrase.head for found in q.slots.values() for p in found)
            for p in q.slots.get("subject", ())
            if p.head != phrase.head and (m := self.resolve(p)) is not None
        }
        subject = phrase.head in self.standing.subjects
        for recents in self.memory.near(self.position, self._so_far()):
            known = [r for r in recents if self._is_before(r, phrase)]
            known = [r for r in known if self._is_land(r.mention) and r.mention.code[:BLOCK] not in others]
            known = [r for r in known if self._may_be(phrase, r.mention.code[:BLOCK])]
            known = [r for r in known if r.subject] if subject and any(r.subject for r in known) else known
            if known:
                named = max(known, key=lambda r: r.rank) if subject else known[-1]
                mention = replace(named.mention, code=named.mention.code[:BLOCK])
                return self._referring(phrase, replace(named, mention=mention))
        return None

    def _may_be(self, phrase: Phrase, country: str) -> bool:
        """*The kingdom* has a king, *the Gulf state* lies there; nothing is asked of *the country*."""
        kinds = (self.words.crowned.get(self._tokens[t].lemma) for t in phrase.tokens)
        return all(country.casefold() in lands for lands in kinds if lands)

    def _is_land(self, mention: ActorMention) -> bool:
        blocks = actor_blocks(mention.code)
        return blocks[0] in self.ontology.countries and blocks[1:] in ([], ["GOV"])

    def _armed_before(self, phrase: Phrase, own: ActorMention | None) -> Recent | None:
        """The one armed group of the sentences before, for *the rebels*; else the one kind of nameless fighters."""
        found: dict[str, Recent] = {}
        for recents in self.memory.near(self.position, self._so_far()):
            for recent in recents:
                if self._is_before(recent, phrase) and _FIGHTING & set(actor_blocks(recent.mention.code)):
                    found.setdefault(recent.mention.code, recent)
        if not found and self.index.lang == "en":
            return self._latest(lambda r: r.group and bool(_FIGHTING & set(actor_blocks(r.mention.code))), phrase, None)
        named = [r for r in found.values() if r.group]
        rebels = own is not None and _REBELS in actor_blocks(own.code)
        nameless = [r for r in found.values() if r.plural and self.index.lang == "en"]
        known = named or [r for r in nameless if not rebels or not _OPPOSED.isdisjoint(actor_blocks(r.mention.code))]
        return known[0] if len(known) == 1 else None

    def _is_of_group(self, mention: ActorMention) -> bool:
        """Whether a reference means an armed group, whose fighters are the group (*its fighters*)."""
        blocks = actor_blocks(mention.code)
        named = mention.resolved_by == "coreference" and mention.actor_id is not None and self.index.lang == "en"
        return named and not _ARMED.isdisjoint(blocks) and any(b not in self.ontology.roles for b in blocks[1:])

    # ------------------------------------------------------------------ two sides

    def _pair(self, phrase: Phrase) -> list[ActorMention]:
        """*The two sides*, *both countries*, *both*: the two actors that were named last, if there were two."""
        if not self.coreference or not self._means_two(phrase):
            return []
        head = self._tokens[phrase.head]
        roles = {b for h in self.hits_of(phrase) if isinstance(e := h.terminal.entry, AgentEntry) for b in e.roles}
        lands = head.lemma in self.words.countries or head.lemma in self.words.lands
        found: dict[str, Recent] = {}
        others = self._acting_on(phrase) if self.index.lang != "en" else set()
        for recents in self.memory.near(self.position, self._so_far()):
            for recent in recents:
                if recent.mention.code[:BLOCK] in others:
                    continue
                if not recent.core or not self._is_before(recent, phrase):
                    continue
                for mention in recent.shares or (recent.mention,):
                    code = mention.code
                    known = not code.startswith(UNKNOWN) and roles <= set(actor_blocks(code))
                    if known and (not lands or self._may_be_a_land(code)):
                        state = self.index.lang != "en" and GOVERNMENT in actor_blocks(code)
                        found.setdefault(code[:BLOCK] if lands or state else code, replace(recent, mention=mention))
            if len(found) > 1:
                break
        if lands and len(found) == 1 and self.index.lang != "en":
            self._find_other_land(found, others)
        if len(found) != 2 and (both := self._named_together(phrase, roles)) is not None:
            found = {m.code: replace(both, mention=m) for m in both.shares}
        if len(found) > 2:
            found = {code: r for code, r in found.items() if r.subject}
        pair = [self._referring(phrase, r) for r in found.values()] if len(found) == 2 else []
        return [m for m in pair if m is not None]

    def _is_union(self, body: ActorMention) -> bool:
        """Whether a body of several states was taken up by its noun (*leaders from the military alliance*)."""
        return body.resolved_by == "coreference" and body.code.startswith(_UNION)

    def _may_be_a_land(self, code: str) -> bool:
        """*The two countries*: the countries of those named before; in English no court or army speaks for one."""
        country, *roles = actor_blocks(code)
        return country in self.ontology.countries and (self.index.lang != "en" or set(roles) <= {GOVERNMENT})

    def _find_other_land(self, found: dict[str, Recent], others: set[str]) -> None:
        """The one country besides that the story has told of as acting or acted on, further back (``البلدين``)."""
        known = {
            r.mention.code[:BLOCK]: r
            for recents in self.memory.before(self.position)
            for r in recents
            if r.core and r.mention.code[:BLOCK] in self.ontology.countries and r.mention.code[:BLOCK] not in others
        }
        further = {c: r for c, r in known.items() if all(c != r2.mention.code[:BLOCK] for r2 in found.values())}
        if len(further) == 1:
            found.update(further)

    def _named_together(self, phrase: Phrase, roles: set[str]) -> Recent | None:
        """*The two ministers*: the latest two whom one phrase has named (*the ministers of Peru and Chile*)."""
        if not roles:
            return None

        def fits(recent: Recent) -> bool:
            return len(recent.shares) == 2 and all(roles <= set(actor_blocks(m.code)) for m in recent.shares)

        return self.memory.latest(fits, phrase.start, self.position, self._so_far())

    def _acting_on(self, phrase: Phrase) -> set[str]:
        """The countries and bodies of those who act on two sides, and so are neither (``طالب الجانبين بالتهدئة``)."""
        slots = (q.slots for q in self.analysis.predicates if q.kind == "verb")
        own = (s for s in slots if any(p.head == phrase.head for n, f in s.items() for p in f if n != "subject"))
        acting = (self.resolve(p) for s in own for p in s.get("subject", ()) if p.head != phrase.head)
        return {m.code[:BLOCK] for m in acting if m is not None and not m.code.startswith(UNKNOWN)}

    def _floats(self, phrase: Phrase) -> bool:
        """*The ministers both said*: a word that only repeats the subject before it."""
        head, before = self._tokens[phrase.head], self._tokens[phrase.head - 1] if phrase.head else None
        return head.norm in _FLOATING and before is not None and before.pos in _SUBJECTS and self.index.lang == "en"

    def _means_two(self, phrase: Phrase) -> bool:
        head = self._tokens[phrase.head]
        may = head.norm in _TWO or head.lemma in self.words.pairs
        if not may or phrase.genitives or phrase.attached:
            return False
        if head.feats.get("num") == "d":
            return head.feats.get("def") == "yes" and len(phrase.tokens) == 1
        if self.index.lang != "en":
            return False
        words = [self._tokens[t].norm for t in phrase.tokens]
        if head.norm == "both" or (words == ["each", "side"]) or words == ["each"]:
            return True
        counted = "both" in words or ("two" in words and "the" in words) or (head.norm == "sides" and "the" in words)
        plain = all(w in _COUNTING or t == phrase.head for t, w in zip(phrase.tokens, words, strict=True))
        return counted and plain and (head.lemma in self.words.pairs or head.norm in ("two", "sides"))

    def _takes_up(self, phrase: Phrase, found: ActorMention, recent: Recent) -> bool:
        """One is taken up by the same noun: *the ambassador* is no embassy, *the government* not two of them."""
        head = self._tokens[phrase.head]
        if not _is_same_kind(recent, found):
            body = recent.named and not recent.plural and recent.mention.code.startswith(_BODIES)
            return body and head.feats.get("num") != "p" and head.norm in names_of(recent.mention)
        if self.index.lang != "en":
            return True
        if head.feats.get("num") == "p":
            return recent.plural or head.norm in _words(recent.mention)
        return not recent.plural and head.norm in _words(recent.mention)

    def _latest(self, fits: Fits, phrase: Phrase, sought: Sought) -> Recent | None:
        among = partial(self.memory.may_name, sought)
        return self.memory.latest(fits, phrase.start, self.position, self._so_far(), among)


def _is_armed_group(code: str) -> bool:
    return code.startswith(_MILITANTS) or not _ARMED.isdisjoint(actor_blocks(code))


def _is_mission(recent: Recent) -> bool:
    return recent.mention.code.startswith(_MISSION)


def _is_union(recent: Recent) -> bool:
    """A body of several states besides the United Nations: *the military alliance*, *the regional bloc*."""
    code = recent.mention.code
    return recent.group and not recent.plural and code.startswith(_UNION) and not code.startswith(_UNITED_NATIONS)


def _is_firm(recent: Recent) -> bool:
    return recent.group and not recent.plural and not _FIRMS.isdisjoint(actor_blocks(recent.mention.code))


def _words(mention: ActorMention) -> list[str]:
    return mention.text.casefold().split()


def names_of(mention: ActorMention) -> list[str]:
    """The words of a body as the text and as the dictionary has it: *the ICC* is *the court*."""
    return [*_words(mention), *(mention.name or "").casefold().split()]


def _is_same_kind(known: Recent, found: ActorMention) -> bool:
    """Whether ``found`` (the army) may take up ``known`` (the Syrian army): same roles and noun, country known."""
    same_roles = known.mention.code[BLOCK:] == found.code[BLOCK:] and known.mention.code[:BLOCK] != UNKNOWN
    return same_roles and not known.entries.isdisjoint(found.entries)
