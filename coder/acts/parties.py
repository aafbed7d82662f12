"""Sides of an act that its own words leave open and its sentence names elsewhere.

*Killed in a shootout with police*, *arrested in raids by police*, *claimed responsibility for the bombing that killed
six*, *cut ties with Cuba and imposed an embargo*, *gathered to voice their anger at the mayor*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coder.actors.codes import Resolve, codes_of
from coder.acts.authors import aimed_at_author
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.acts.incidents import FORCE_ROOTS, Coding
from coder.matcher import SentenceMatcher
from coder.model import Phrase, Predicate, overlap

_COERCION, _PROTEST, _CLAIM = "17", "14", "015"
_CRITICAL = ("10", "11", "12")
_OPPONENTS = ("with", "مع")
_OWNERS = ("by", "subject", "genitive")
_CLAIMED = ("for", "عن", "object")
_DURING = ("in", "during", "after", "في", "خلال")
_CAUSES = (*_DURING, "by", "when")
_MOMENTS = ("when", "as", "while")
_AIMS = ("purpose", "participle")
_RESULT, _BLAME = "participle", "11"
_TALKS, _PLEDGES = ("04",), ("033", "07")
_CRITICISM = "111"
_VICTIMS, _BY, _INSIDE = ("of", "genitive", "object"), ("by", "subject", "modifier"), ("in", "في")
_STANDS = ("outside", "at", "near")
_WRITTEN, _TO = ("in", "by", "with"), "to"
_ASKING, _FRIENDLY = ("02", "10"), ("01", "05")
_JUDGING, _WHAT, _NAMED_AS = ("05", "11", "12"), "what", ("as", "complement", "object")
_MEASURES = ("10", "11", "12", "13", "16")
_TOLD = ("asserted", "past_reference")


@dataclass(frozen=True, slots=True)
class Parties:
    """Completes the codings of one sentence."""

    matcher: SentenceMatcher
    resolve: Resolve
    words: Mapping[str, tuple[str, ...]]

    def completed(self, codings: Sequence[Coding]) -> list[Coding]:
        """The codings with the sides that other words of the sentence give them; the others as they are."""
        found = [self._fought(c, codings) for c in codings]
        found = [self._fired_upon(self._felled(self._aboard(c))) for c in found]
        found = [self._in_operation(c) for c in found]
        found = [self._addressed(c, found) for c in found]
        found = [self._written_to(c) for c in found]
        found = [self._answerable(self._so_called(c)) for c in found]
        found = [aimed_at_author(self._prompted(c), self.matcher, self.resolve) for c in found]
        found = [self._shared(c, found) for c in found]
        return [self._against_victims(c, found) for c in self._claimed(found)]

    def _known(self, phrases: Sequence[Phrase]) -> bool:
        return any(self.resolve(p) is not None for p in phrases)

    def named(self, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """The phrases, where one of them is an actor whose code is known or that came with the document."""
        mentions = [m for p in phrases if (m := self.resolve(p)) is not None]
        named = any(m.code.strip("-") or m.is_given for m in mentions)
        return tuple(phrases) if named else ()

    # ------------------------------------------------------------------ fights

    def _fought(self, coding: Coding, codings: Sequence[Coding]) -> Coding:
        """Who falls in a fight falls to the other side: *died in clashes with rebels*, *killed in a gunfight with*."""
        predicate = coding.predicate
        if coding.code[:2] not in FORCE_ROOTS or predicate.kind != "noun" or self._known(coding.sources):
            return coding
        enemies = self.named([p for s in _OPPONENTS for p in predicate.slots.get(s, ())])
        fallen = next(self._fallen(predicate), ())
        if not enemies or not fallen:
            return coding
        return replace(coding, sources=enemies, targets=fallen)

    def _fallen(self, fight: Predicate) -> Iterator[tuple[Phrase, ...]]:
        """Those whose death or injury is told of a fight."""
        for governor in self.matcher.analysis.predicates:
            if governor.lemma in self.words.get("loss_verbs", ()) and self._stands_in(fight, governor):
                victims = governor.slots.get("object", ())
                if not victims and not governor.slots.get("by") and governor.voice == "active":
                    victims = governor.slots.get("subject", ())
                if victims:
                    yield victims

    def _felled(self, coding: Coding) -> Coding:
        """Who fell when force was used, fell to it: *three people were wounded when a gunman opened fire*."""
        if coding.code[:2] not in FORCE_ROOTS or self._known(coding.targets):
            return coding
        telling = self._telling(coding.predicate)
        for governor in self.matcher.analysis.predicates:
            occasions = [p for s in _CAUSES for p in governor.slots.get(s, ())]
            if governor.lemma in self.words.get("loss_verbs", ()) and any(_hold(occasions, t) for t in telling):
                active = governor.slots.get("subject", ()) if governor.voice == "active" else ()
                victims = governor.slots.get("object", ()) or active
                if self._known(victims):
                    return replace(coding, targets=victims)
        return coding

    def _aboard(self, coding: Coding) -> Coding:
        """What befalls a vehicle befalls those in it: *blew up under a lorry carrying refugees*."""
        if coding.code[:2] not in FORCE_ROOTS or self.named(coding.targets):
            return coding
        hit = {p.head for p in coding.targets}
        for verb in self.matcher.analysis.predicates:
            carries = verb.kind == "verb" and verb.lemma in self.words.get("carrying_verbs", ())
            aboard = self.named(verb.slots.get("object", ())) if carries and verb.clause is not None else ()
            if aboard and any(p.head in hit for p in verb.slots.get("subject", ())):
                return replace(coding, targets=aboard)
        return coding

    def _fired_upon(self, coding: Coding) -> Coding:
        """Who did something just then was fired at: *opened fire as worshippers left the mosque*."""
        predicate = coding.predicate
        fires = predicate.kind == "verb" and predicate.lemma in self.words.get("firing_verbs", ())
        if not fires or coding.code[:2] not in FORCE_ROOTS or self._known(coding.targets):
            return coding
        doers = codes_of(coding.sources, self.resolve)
        for clause in (p for s in _MOMENTS for p in predicate.slots.get(s, ())):
            acting = self.matcher.by_head.get(clause.head)
            if acting is None or acting.negated or acting.voice == "passive":
                continue
            struck = self.named(acting.slots.get("subject", ()))
            if struck and not any((m := self.resolve(p)) is not None and m.code in doers for p in struck):
                return replace(coding, targets=struck)
        return coding

    def _telling(self, act: Predicate) -> tuple[Predicate, ...]:
        """An act and, of a noun, the verbs that it is the subject of (*an air strike hit*)."""
        if act.kind == "verb":
            return (act,)
        return (act, *(p for p in self.matcher.analysis.predicates if _hold(p.slots.get("subject", ()), act)))

    def _stands_in(self, noun: Predicate, governor: Predicate) -> bool:
        return any(p.head == noun.head for s in _DURING for p in governor.slots.get(s, ()))

    # ------------------------------------------------------------------ operations

    def _in_operation(self, coding: Coding) -> Coding:
        """Whose operation it is, did it: *was arrested during raids by police*, *killed in an army operation*."""
        predicate = coding.predicate
        forceful = coding.code[:2] in (_COERCION, *FORCE_ROOTS)
        if predicate.kind != "verb" or not forceful or self._known(coding.sources):
            return coding
        victims = codes_of(coding.targets, self.resolve)
        for phrase in (p for s in _DURING for p in predicate.slots.get(s, ())):
            if self.matcher.analysis.tokens[phrase.head].lemma in self.words.get("operation_nouns", ()):
                for owners in self.owners(phrase):
                    own = self.named(owners)
                    if own and not any((m := self.resolve(p)) is not None and m.code in victims for p in own):
                        return replace(coding, sources=own)
        return coding

    def owners(self, operation: Phrase) -> Iterator[tuple[Phrase, ...]]:
        """The phrases that may say whose operation it is, the surest first."""
        inner = self.matcher.by_head.get(operation.head)
        if inner is not None:
            yield from (inner.slots.get(s, ()) for s in (*_OWNERS, "modifier"))
        yield operation.attached.get("by", ())
        yield (operation,)

    # ------------------------------------------------------------------ protests

    def _addressed(self, coding: Coding, codings: Sequence[Coding]) -> Coding:
        """A protest held to criticise or demand is addressed to whom that is (*gathered to denounce the mayor*)."""
        placed = {p.head for s in _STANDS for p in coding.predicate.slots.get(s, ())}
        if coding.code[:2] != _PROTEST or self._known([p for p in coding.targets if p.head not in placed]):
            return coding
        aims = {p.head for s in _AIMS for p in coding.predicate.slots.get(s, ())}
        for said in codings:
            if said.predicate.head in aims and said.code[:2] in _CRITICAL and self.named(said.targets):
                return replace(coding, targets=said.targets)
        return coding

    # ------------------------------------------------------------------ letters

    def _written_to(self, coding: Coding) -> Coding:
        """Who asks or thanks in a letter addresses its reader: *in a letter to the minister, they asked for*."""
        told = coding.code[:2]
        if told not in (*_ASKING, *_FRIENDLY) or coding.predicate.kind != "verb":
            return coding
        if told not in _ASKING and self._known(coding.targets):
            return coding
        for phrase in (p for s in _WRITTEN for p in coding.predicate.slots.get(s, ())):
            if self.matcher.analysis.tokens[phrase.head].lemma in self.words.get("letter_nouns", ()):
                inner = self.matcher.by_head.get(phrase.head)
                readers = phrase.attached.get(_TO, ()) or (inner.slots.get(_TO, ()) if inner is not None else ())
                if self.named(readers):
                    return replace(coding, targets=readers)
        return coding

    # ------------------------------------------------------------------ criticism

    def _so_called(self, coding: Coding) -> Coding:
        """Whose it is that is called something: *denounced what he called the hypocrisy of Belgium*."""
        if coding.code[:2] not in _JUDGING or coding.predicate.kind != "verb" or self.named(coding.targets):
            return coding
        for clause in coding.predicate.slots.get("complement", ()):
            naming = self.matcher.by_head.get(clause.head)
            if naming is None or naming.lemma not in self.words.get("naming_verbs", ()) or not self._is_what(naming):
                continue
            named = [p for s in _NAMED_AS for p in naming.slots.get(s, ())]
            owners = [g for p in named for g in (*p.attached.get("by", ()), *p.genitives)]
            suffered = any(self._lemma(p) in self.words.get("victim_nouns", ()) for p in named)
            found = naming.slots.get("by") or self.named(owners) or (() if suffered else naming.slots.get("of", ()))
            if self.named(found):
                return replace(coding, targets=tuple(found))
        return coding

    def _is_what(self, naming: Predicate) -> bool:
        things = naming.slots.get("object", ())
        return any(self.matcher.analysis.tokens[p.head].norm == _WHAT for p in things)

    def _answerable(self, coding: Coding) -> Coding:
        """Of an act that is criticised its doer is: never who suffered it, and of what states do the country around it.

        *Condemned the arrest of six lawmakers in Chad*, *criticised the closure of a newspaper by the junta*.
        """
        if not coding.code.startswith(_CRITICISM) or coding.predicate.kind != "verb":
            return coding
        suffered = self.words.get("victim_nouns", ())
        for act in coding.predicate.slots.get("object", ()):
            if self._lemma(act) not in suffered:
                continue
            victims = [q for s in _VICTIMS for q in self._below(act, s)]
            if any(p not in victims for p in coding.targets if p.head != act.head) and self.named(coding.targets):
                return coding
            doing = [q for p in (act, *victims) for s in _BY for q in self._below(p, s)]
            doers = self.named(doing) or self.named(coding.predicate.slots.get("by", ()))
            states = self._lemma(act) in self.words.get("state_acts", ())
            return replace(coding, targets=doers or (self._around(act, victims) if states else ()))
        return coding

    def _around(self, act: Phrase, victims: Sequence[Phrase]) -> tuple[Phrase, ...]:
        """The country in which an act or its victims are said to be."""
        places = [q for s in _INSIDE for p in (act, *victims) for q in self._below(p, s)]
        return tuple(p for p in places if (m := self.resolve(p)) is not None and m.resolved_by == "name")[:1]

    def _below(self, phrase: Phrase, slot: str) -> tuple[Phrase, ...]:
        inner = self.matcher.by_head.get(phrase.head)
        slots = inner.slots if inner is not None else {"genitive": phrase.genitives, **phrase.attached}
        return slots.get(slot, ())

    def _lemma(self, phrase: Phrase) -> str:
        return self.matcher.analysis.tokens[phrase.head].lemma

    def _prompted(self, coding: Coding) -> Coding:
        """Whose act prompts criticism is criticised: *passed a law, prompting condemnation from Brussels*."""
        noun = coding.predicate
        if coding.code[:2] != _BLAME or noun.kind != "noun" or self._known(coding.targets):
            return coding
        for verb in self.matcher.analysis.predicates:
            if verb.lemma not in self.words.get("prompting_verbs", ()) or not _hold(verb.slots.get("object", ()), noun):
                continue
            acting = verb.slots.get("subject", ()) or self._doer_of(verb)
            owners = self.named(acting) or self.named([g for p in acting for g in p.genitives])
            if owners:
                return replace(coding, targets=owners)
        return coding

    def _doer_of(self, result: Predicate) -> tuple[Phrase, ...]:
        """The subject of the verb whose result a participle tells."""
        above = (v for v in self.matcher.analysis.predicates if _hold(v.slots.get(_RESULT, ()), result))
        return next((v.slots["subject"] for v in above if v.slots.get("subject")), ())

    # ------------------------------------------------------------------ coordinated acts

    def _shared(self, coding: Coding, codings: Sequence[Coding]) -> Coding:
        """A measure that names no target has that of the measure before it (*cut ties with X and set an embargo*).

        So has help that is promised, of the talks before it (*spoke with X and pledged further aid*).
        """
        verb = self._verb(coding)
        before = _MEASURES if coding.code[:2] in _MEASURES else _TALKS if coding.code.startswith(_PLEDGES) else ()
        if not before or verb is None or not all(map(self._is_act, coding.targets)):
            return coding
        for other in reversed(codings):
            first = self._verb(other)
            if first is None or first.head >= verb.head or other.code[:2] not in before:
                continue
            if self._same_agents(first, verb) and other.status == coding.status and self.named(other.targets):
                return replace(coding, targets=other.targets)
        return coding

    def _is_act(self, phrase: Phrase) -> bool:
        inner = self.matcher.by_head.get(phrase.head)
        return inner is not None and self.matcher.match(inner) is not None and self.resolve(phrase) is None

    def _verb(self, coding: Coding) -> Predicate | None:
        """The verb that tells an act: its own or its support verb."""
        predicate = coding.predicate
        if predicate.kind == "verb":
            return predicate
        return None if predicate.support is None else self.matcher.by_head.get(predicate.support)

    @staticmethod
    def _same_agents(first: Predicate, second: Predicate) -> bool:
        """Whether the subject of the first verb is that of the second, which stands in the same clause."""
        agents = [tuple(p.head for p in v.slots.get("subject", ())) for v in (first, second)]
        return bool(agents[0]) and agents[0] == agents[1] and first.clause == second.clause

    # ------------------------------------------------------------------ claims

    def _claimed(self, codings: Sequence[Coding]) -> Iterator[Coding]:
        """Who claims responsibility for an act of the sentence did it, where nobody else is named."""
        claims = [c for c in codings if c.code == _CLAIM and c.status == "asserted" and self._claims(c)]
        for coding in codings:
            author = next((c.sources for c in claims if self._is_claimed(coding, c, codings)), ())
            yield replace(coding, sources=author) if author else coding

    def _against_victims(self, claim: Coding, codings: Sequence[Coding]) -> Coding:
        """Who claims an attack tells it against those whom it hit, where the sentence says who they are."""
        if claim.code != _CLAIM or not self._claims(claim) or self._known(claim.targets):
            return claim
        objects = claim.predicate.slots.get("for", ())
        for act in (c for c in codings if c.code[:2] in FORCE_ROOTS):
            means = act.predicate.slots.get("subject", ()) if act.predicate.clause == "relative" else ()
            told = _hold(objects, act.predicate) or any(overlap(q, p) for q in means for p in objects)
            if told and self.named(act.targets):
                return replace(claim, targets=act.targets)
        return claim

    def _claims(self, coding: Coding) -> bool:
        predicate = coding.predicate
        named = [
            predicate.lemma,
            *(self.matcher.analysis.tokens[p.head].lemma for p in predicate.slots.get("object", ())),
        ]
        claimed = any(w in self.words.get("claim_words", ()) for n in named for w in (n, *n.split()))
        return claimed and not predicate.negated and bool(self.named(coding.sources))

    def _is_claimed(self, coding: Coding, claim: Coding, codings: Sequence[Coding]) -> bool:
        unsigned = coding.code[:2] in FORCE_ROOTS and not self._known(coding.sources) and coding.status in _TOLD
        if not unsigned or (coding.predicate.kind == "verb" and coding.predicate.negated):
            return False
        objects = [p for slot in _CLAIMED for p in claim.predicate.slots.get(slot, ())]
        means = coding.predicate.slots.get("subject", ()) if coding.predicate.clause == "relative" else ()
        if any(p.head == coding.predicate.head or any(overlap(q, p) for q in means) for p in objects):
            return True
        told = [c for c in codings if c.code[:2] in CONTENTIOUS_ROOTS and c.status == "asserted"]
        other = any(c.predicate.head == p.head and self._known(c.targets) for c in codings for p in objects)
        alone = coding in told and not any(self._known(c.sources) for c in told)
        return not other and alone and coding.predicate.clause != "relative"


def _hold(phrases: Sequence[Phrase], predicate: Predicate) -> bool:
    return any(p.head == predicate.head for p in phrases)
