"""Whom a pronoun means: *he*, *them*, *we* in a quotation, the owner in *their computers*."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from coder.actors.codes import BLOCK, UNKNOWN
from coder.actors.described import DescribedActors
from coder.actors.memory import Asked, Recent
from coder.model import ActorMention, Phrase, Predicate
from coder.ontology import Ontology, actor_blocks

_FORCES = frozenset({"MIL", "COP"})
_POLICE = "COP"
_STATE = frozenset({"GOV", "MIL"})
_SELF, _NOR = frozenset({"we", "i"}), "nor"
_OWN = "own"
_PEOPLE = frozenset({"PERSON", "ORG", "NORP", None})  # as what the recogniser takes the names of people


class PronounActors(DescribedActors):
    """Finds the antecedents of pronouns in one sentence; ``coreference``: whether they are sought."""

    coreference: bool
    ontology: Ontology

    @property
    def _index(self) -> int:
        return self.analysis.sentence.index

    def _pronoun(self, phrase: Phrase) -> ActorMention | None:
        if not self.coreference:
            return None
        token = self._tokens[phrase.head]
        number, gender = token.feats.get("num"), token.feats.get("gen")
        if self.index.lang == "en" and token.norm in _SELF:
            return self._quoted(phrase)
        if token.feats.get("per", "3") != "3" or number is None:
            return None

        asked = self._asked(phrase, number, gender, token.feats.get("person") == "yes")
        known = self.memory.antecedent(asked, phrase.start, self.position, self._so_far())
        if known is None or known.thing or known.mention.resolved_by == "unknown":
            return None
        if self.index.lang == "en" and number == "s":
            one = token.feats.get("person") == "yes"
            if self._is_of_a_stranger(phrase, known) if one else self._faces(phrase, known):
                return None
            if not one and self._is_a_speaker_unknown(phrase, known):
                return None
        return self._referring(phrase, known)

    def _is_of_a_stranger(self, phrase: Phrase, known: Recent) -> bool:
        """Whether *him* may rather mean a subject of its sentence by whose name nobody is known."""
        least = known.rank if known.sentence == self._index and known.subject else (0, 0)
        others = self._other_sides(phrase)
        return any(
            least[0] <= self.standing.rank(p.head)[0]
            and (known.start < p.start or least < self.standing.rank(p.head))
            and p.head in self.standing.subjects
            and p.head not in others
            and self._is_name(p)
            and self._label(p) in _PEOPLE
            and ((own := self.resolve(p)) is None or own.resolved_by == "unknown")
            for p in self.analysis.phrases
            if p.kind == "noun" and p.start < phrase.start
        )

    def _is_a_speaker_unknown(self, phrase: Phrase, known: Recent) -> bool:
        """*The telecoms giant said it would pay*: *it* is who says so, also where nobody knows who that is."""
        for told in self.analysis.predicates:
            if told.kind != "verb" or told.lemma not in self.words.saying:
                continue
            if not any(p.start <= phrase.start < p.end for p in told.slots.get("complement", ())):
                continue
            for speaker in told.slots.get("subject", ()):
                one = speaker.kind == "noun" and self._tokens[speaker.head].feats.get("num") != "p"
                own = self.resolve(speaker) if one and known.start < speaker.start else known.mention
                if own is None or own.resolved_by == "unknown":
                    person = self._label(speaker) == "PERSON" or self._tokens[speaker.head].lemma in self.words.persons
                    return not person
        return False

    def _quoted(self, phrase: Phrase) -> ActorMention | None:
        """*"We reject this," the union said*: who says it, where the sentence tells."""
        sentence = self.analysis.sentence
        before = sentence.text[: phrase.start - sentence.start]
        opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        near = [t.norm for t in self._tokens[max(0, phrase.head - 2) : phrase.head]]
        if not opened or _NOR in near:
            return None
        said = (q for q in self.analysis.predicates if q.lemma in self.words.saying and q.kind == "verb")
        speakers = [p for q in said for p in q.slots.get("subject", ()) if p.kind == "noun"]
        found = [m for p in speakers if (m := self.resolve(p)) is not None and m.resolved_by != "unknown"]
        return replace(found[0], resolved_by="coreference", head=phrase.head) if len(found) == 1 else None

    def _asked(self, phrase: Phrase, number: str, gender: str | None, person: bool) -> Asked:
        others = self._other_sides(phrase)
        doing = self._doing(others)
        forces = {m.code[BLOCK:] for m in doing if m.code[BLOCK:] in _FORCES}
        acting, english = frozenset[str](), self.index.lang == "en"
        if not english:
            acting = frozenset(m.code for m in doing if not m.code.startswith(UNKNOWN))
        held = self._is_held(phrase)
        thing = gender == "n" and number == "s" and english
        states = {c for m in doing if (c := self._state(m.code))} if thing else set()

        def fits(recent: Recent) -> bool:
            if recent.sentence == self._index and recent.mention.head in others:
                return False
            if acting and recent.mention.code in acting:
                return False  # whoever acts on them, also where a sentence before names him
            if states and self._state(recent.mention.code) in states:
                return False  # *Malian troops retook it*: no state acts on itself
            if held and _POLICE in actor_blocks(recent.mention.code):
                return False  # *six of them were detained*: not of the police
            if recent.mention.code[BLOCK:] in forces:
                return False  # *soldiers dispersed them*: not the army
            if number == "p":
                return recent.plural or not recent.person
            if gender == "n":
                many = recent.plural and english and not (recent.group or (recent.named and not _are_nationals(recent)))
                return not recent.person and not many
            if person and not recent.person:
                return False
            return not recent.plural and (recent.gender is None or gender is None or recent.gender == gender)

        def fits_well(recent: Recent) -> bool:
            return number != "p" or recent.plural or not english

        speaks = any(
            q.lemma in self.words.speaking and any(p.head == phrase.head for p in q.slots.get("subject", ()))
            for q in self.analysis.predicates
        )
        many = number == "p" and english
        return Asked(fits, fits_well, speaks, objects=many, acted_on=bool(others) and (many or person or not english))

    def _faces(self, phrase: Phrase, known: Recent) -> bool:
        """*It accuses Mali*, said of a report: whether *it* acts on the very state that it would be."""
        own = (q.slots for q in self.analysis.predicates if q.voice == "active")
        acted = (s.get("object", ()) for s in own if any(p.head == phrase.head for p in s.get("subject", ())))
        named = (m for found in acted for p in found if self._is_name(p) and (m := self.resolve(p)) is not None)
        state = self._state(known.mention.code)
        return bool(state) and any(self._state(m.code) == state for m in named)

    def _state(self, code: str) -> str:
        """The country whose state a code is (the country, its government, its forces); else nothing."""
        blocks = actor_blocks(code)
        return blocks[0] if blocks[0] in self.ontology.countries and _STATE.issuperset(blocks[1:]) else ""

    def _owner_taken_up(self, phrase: Phrase) -> ActorMention | None:
        """*Bombed two of its camps*, *confiscated their computers*: of the latest actor that is not the doer."""
        owners = (*phrase.genitives, *(g for p in phrase.attached.get("of", ()) for g in p.genitives))
        owner = next((g for g in owners if g.kind == "pronoun"), None)
        if owner is None or not self.coreference or self.index.lang != "en":
            return None
        token = self._tokens[owner.head]
        number, own = token.feats.get("num"), self._tokens[owner.head + 1].norm == _OWN
        if number is None or own or (number != "p" and token.feats.get("gen") != "n"):
            return None
        others = self._other_sides(phrase)
        codes = {m.code for m in self._doing(others)}
        asked = self._asked(owner, number, token.feats.get("gen"), token.feats.get("person") == "yes")

        def fits(recent: Recent) -> bool:
            mention = recent.mention
            doer = mention.code in codes or (recent.sentence == self._index and mention.head in others)
            return not doer and asked.fits(recent)

        told = self._so_far()
        here = [r for r in told.recent if r.start < phrase.start and fits(r) and asked.fits_well(r)]
        others_than = replace(asked, fits=fits, objects=True)
        known = here[-1] if here else self.memory.antecedent(others_than, phrase.start, self.position, told)
        if known is None or not known.mention.code.strip("-"):
            return None
        taken = self._referring(owner, known)
        return None if taken is None else self._with_extent(taken, phrase)

    def _doing(self, heads: set[int]) -> list[ActorMention]:
        """Who stands as a subject with one of these heads, as far as they are known."""
        subjects = (p for q in self.analysis.predicates for p in q.slots.get("subject", ()) if p.head in heads)
        return [m for p in subjects if (m := self.resolve(p)) is not None]

    def _other_sides(self, phrase: Phrase) -> set[int]:
        """Who acts on what a pronoun means: *fired at them* does not aim at those who fire."""
        own = self._acted_on.get(phrase.head, [])
        if self.index.lang != "en":  # the pronoun at the verb
            return {p.head for q in own for p in q.slots.get("subject", ())} - {phrase.head}
        doers = {p.head for q in own if q.clause != "participle" for p in q.slots.get("subject", ())}
        if any(q.voice == "active" and q.clause is not None and not self._has_doer(q) for q in own):
            named = [r.mention.head for r in self._so_far().recent if r.subject and r.start < phrase.start]
            doers |= {head for head in named[-1:] if head is not None}  # *the gunman ran up, shooting him*
        return doers - {phrase.head}

    @cached_property
    def _acted_on(self) -> dict[int, list[Predicate]]:
        """The verbs below which each noun stands: in any slot but the subject, in Arabic as object."""
        found: dict[int, list[Predicate]] = {}
        for verb in (q for q in self.analysis.predicates if q.kind == "verb"):
            slots = (f for s, f in verb.slots.items() if (s != "subject" if self.index.lang == "en" else s == "object"))
            for head in dict.fromkeys(p.head for filled in slots for p in filled):
                found.setdefault(head, []).append(verb)
        return found

    def _is_held(self, phrase: Phrase) -> bool:
        """Whether a pronoun means people who are arrested or charged."""
        arrests = (q for q in self.analysis.predicates if q.lemma in self.words.arresting)
        return any(p.start <= phrase.start < p.end for q in arrests for p in q.slots.get("object", ()))

    def _has_doer(self, predicate: Predicate) -> bool:
        return any(self.resolve(p) is not None for p in predicate.slots.get("subject", ()))

    def _referring(self, phrase: Phrase, antecedent: Recent | None) -> ActorMention | None:
        """A reference keeps the words of its antecedent, unless they stand in the title."""
        if antecedent is None:
            return None
        known = antecedent.mention
        if antecedent.sentence < 0 <= self.analysis.sentence.index:
            text = self.text(phrase.start, phrase.end)
            known = replace(known, start=phrase.start, end=phrase.end, text=text)
        return replace(known, resolved_by="coreference", head=phrase.head)

    def _with_extent(self, mention: ActorMention, phrase: Phrase) -> ActorMention:
        text = self.text(phrase.start, phrase.end)
        return replace(mention, start=phrase.start, end=phrase.end, text=text, head=phrase.head)


def _are_nationals(recent: Recent) -> bool:
    """Whether *the Palestinians* are told of: no *it*."""
    return recent.mention.resolved_by == "demonym"
