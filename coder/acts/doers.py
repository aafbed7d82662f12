"""Who used force, or whom it hit, where only the words around the act name them.

*Died of a bullet that the soldiers fired*, *the army announced the death of ten rebels in an operation*, *took the town
after battles with the army*, *fired tear gas to disperse students*, *a mine went off as a patrol passed*. The lists are
in each language's words.yaml; a language without them has none of this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coder.actors.codes import BLOCK, STATE_FORCES, UNKNOWN, codes_of
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.acts.incidents import FORCE_ROOTS, Coding
from coder.acts.parties import Parties
from coder.model import Phrase, Predicate
from coder.ontology import actor_blocks

_REPRESSION, _BOMBING, _BATTLE = "175", "183", "190"
_BY_MEANS = ("ب", "من", "جراء", "نتيجة", "اثر")
_WITH, _AFTER = ("مع", "ضد"), ("بعد", "عقب", "اثر", "خلال")
_IN = ("في", "خلال", "ب", "اثر", "جراء")
_PASSING = ("لدي", "عند", "اثناء", "خلال")
_FIGHTERS = frozenset({"REB", "INS", "SEP", "IMG", "UAF"})
_ENEMIES = _FIGHTERS | {"CRM"}
_NEAR = 5  # tokens between what was fired and the verb that says who fired it


@dataclass(frozen=True, slots=True)
class Doers:
    """Completes the acts of force of one sentence."""

    parties: Parties

    def completed(self, codings: Sequence[Coding]) -> list[Coding]:
        """The codings with the sides that the words around them give; the others as they are."""
        if not any(c.code[:2] in CONTENTIOUS_ROOTS for c in codings):
            return list(codings)
        return [self._completed(c, codings) for c in codings]

    def _completed(self, coding: Coding, codings: Sequence[Coding]) -> Coding:
        if coding.code == _REPRESSION and not self._known(coding.targets):
            return replace(coding, targets=self._dispersed(coding, codings) or coding.targets)
        if coding.code[:2] not in FORCE_ROOTS:
            return coding
        if coding.code.startswith(_BOMBING) and not self._known(coding.targets):
            coding = replace(coding, targets=self._passing(coding) or coding.targets)
        if self._known(coding.sources):
            return coding
        found = self._who_fired(coding) or self._who_fought(coding) or self._who_announced(coding)
        return replace(coding, sources=found) if found else coding

    def _known(self, phrases: Sequence[Phrase]) -> bool:
        return any(self.parties.resolve(p) is not None for p in phrases)

    def _is(self, head: int, name: str) -> bool:
        return self.parties.matcher.analysis.tokens[head].lemma in self.parties.words.get(name, ())

    def _dispersed(self, act: Coding, codings: Sequence[Coding]) -> tuple[Phrase, ...]:
        """Whom force was to disperse (*fired tear gas to disperse a crowd*)."""
        behind = (c for c in codings if c is not act and c.code == _REPRESSION and c.status != "asserted")
        aims = (c.targets for c in behind if c.predicate.kind == "noun" and c.predicate.head > act.predicate.head)
        return next((t for t in aims if self._known(t)), ())

    def _passing(self, coding: Coding) -> tuple[Phrase, ...]:
        """Who passed when a bomb went off (``انفجرت عبوة لدى مرور دورية``)."""
        things = {p.head for s in ("subject", "object") for p in coding.predicate.slots.get(s, ())}
        for predicate in self.parties.matcher.analysis.predicates:
            own = {p.head for s in ("subject", "object") for p in predicate.slots.get(s, ())}
            for phrase in (p for s in _PASSING for p in predicate.slots.get(s, ()) if own & things):
                if self._is(phrase.head, "passing_nouns") and self._known(phrase.genitives):
                    return phrase.genitives
        return ()

    def _who_fired(self, coding: Coding) -> tuple[Phrase, ...]:
        """Who fired, laid or dropped what hit (``قتل برصاصة أطلقها جندي``)."""
        for phrase in (p for s in _BY_MEANS for p in coding.predicate.slots.get(s, ())):
            for verb in self._told_of(phrase):
                if doers := self.parties.named(verb.slots.get("subject", ())):
                    return doers
        return ()

    def _told_of(self, means: Phrase) -> Iterator[Predicate]:
        """The verbs of firing right behind a phrase that take it up."""
        last = max(means.tokens)
        for verb in self.parties.matcher.analysis.predicates:
            near = verb.kind == "verb" and last < verb.head <= last + _NEAR and self._is(verb.head, "launch_verbs")
            objects = verb.slots.get("object", ())
            taken_up = (p.head == means.head or (p.kind == "pronoun" and p.head == verb.head + 1) for p in objects)
            if near and any(taken_up):
                yield verb

    def _who_fought(self, coding: Coding) -> tuple[Phrase, ...]:
        """Whose verb stands before a fight with somebody (``سيطر المتمردون على البلدة بعد معارك مع الجيش``)."""
        fight = coding.predicate
        against = [p for s in _WITH for p in fight.slots.get(s, ())]
        if fight.kind != "noun" or not coding.code.startswith(_BATTLE) or not self.parties.named(against):
            return ()
        for verb in self.parties.matcher.analysis.predicates:
            behind = any(p.head == fight.head for s in _AFTER for p in verb.slots.get(s, ()))
            if behind and verb.kind == "verb" and verb.voice == "active" and not verb.negated:
                return self.parties.named(verb.slots.get("subject", ()))
        return ()

    def _who_announced(self, coding: Coding) -> tuple[Phrase, ...]:
        """Armed authorities that tell of enemies killed in an operation or a fight tell of their own deed."""
        speakers = self.parties.named(coding.speakers)
        if coding.predicate.kind != "noun" or not speakers or not coding.targets:
            return ()
        if self._claims(coding, speakers):
            return speakers
        operation = next((p for s in _IN for p in coding.predicate.slots.get(s, ()) if self._is_operation(p)), None)
        if operation is None or any(map(self.parties.named, self.parties.owners(operation))):
            return ()
        told = codes_of(speakers, self.parties.resolve)
        fallen = codes_of(coding.targets, self.parties.resolve)
        own = all(STATE_FORCES & set(actor_blocks(c)) for c in told)
        return speakers if own and fallen and all(_ENEMIES & set(actor_blocks(c)) for c in fallen) else ()

    def _claims(self, coding: Coding, speakers: tuple[Phrase, ...]) -> bool:
        """Whether armed people announce what they did to others (``أعلن الحوثيون استهداف سفينة بريطانية``)."""
        told = codes_of(speakers, self.parties.resolve)
        hit = codes_of(coding.targets, self.parties.resolve)
        announced = any(
            p.head == coding.predicate.head
            for verb in self.parties.matcher.analysis.predicates
            if verb.kind == "verb" and self._is(verb.head, "announcing_verbs")
            for p in verb.slots.get("object", ())
        )
        deeds = "own_deeds" if all(_FIGHTERS & set(actor_blocks(c)) for c in told) else "own_feats"
        armed = all((_FIGHTERS | STATE_FORCES) & set(actor_blocks(c)) for c in told)
        others = bool(hit) and all(c[:BLOCK] not in (UNKNOWN, *(t[:BLOCK] for t in told)) for c in hit)
        return announced and armed and others and self._is(coding.predicate.head, deeds)

    def _is_operation(self, phrase: Phrase) -> bool:
        return self._is(phrase.head, "operation_nouns") or self._is(phrase.head, "fight_nouns")
