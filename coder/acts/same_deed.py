"""Verbs that tell one deed step by step: *stormed the church and shot worshippers*, *burned houses and looted shops*.

What the same people do in coordinated verbs of a sentence is one event where the one is general and the other exact,
where both have one code, or where one has a target and the other none. Deeds in two places, or on two sides that are
known, stay two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from coder.acts.incidents import FORCE_ROOTS, Coding, Results, fuller_side, merged_acts, one_force, same_side, sharper
from coder.model import ActorMention, Phrase

_DAMAGE = "171"
_APART = ("181", "182", "1821", "1822", "184", "186", "191", "192", "196")  # deeds that no other force includes
_ATTEMPT = "185"
_OCCASION, _RESULT = "when", "participle"
_TOLD_ON, _UNSPECIFIED, _SCENES = "relative", "190", ("in", "during", "with")
_DESCRIBED = "attributive"  # انفجار عبوة استهدفت دورية
_CLAUSES = (_TOLD_ON, _DESCRIBED)
_PLACED = ("in", "near", "outside", "at", "on", "في", "قرب")
_DESCRIBING = ("attributive", "participle", "relative")
_REDUCTIONS = ("08", "16")
_LEGAL_ACTION, _ACCUSED = "173", "112"

Phrases = tuple[Phrase, ...]


def told_once(
    codings: list[Coding],
    casualty_words: frozenset[str],
    led_to: Results,
    resolve: Callable[[Phrase], ActorMention | None],
    known: Callable[[Phrases], bool],
    named: Callable[[Phrases], object],
) -> list[Coding]:
    """The codings of a sentence with each act once, whether nouns, tolls or steps tell it again."""
    one_side = partial(same_side, resolve)
    acts = merged_acts(codings, casualty_words, known, named, led_to, one_side, partial(one_force, resolve))
    return Deeds(known, named, one_side, partial(fuller_side, resolve)).joined(acts)


@dataclass(frozen=True, slots=True)
class Deeds:
    """Joins the codings of one sentence.

    ``known``: whether phrases name an actor; ``named``: one of whose code something is known; ``one_side``: whether
    the second phrases name people of the first ones' side, or civilians; ``fuller``: whether they name the same role
    with its country.
    """

    known: Callable[[Phrases], bool]
    named: Callable[[Phrases], object]
    one_side: Callable[[Phrases, Phrases], bool]
    fuller: Callable[[Phrases, Phrases], bool]

    def joined(self, codings: Sequence[Coding]) -> list[Coding]:
        """The codings with each deed once."""
        found = _without_charges(self._without_results(list(codings)))
        if len(found) < 2:
            return found
        for step in (self._without_planting, self._without_occasions, self._without_tellings, self._with_victims):
            found = step(found)
        return self._one_by_one(found)

    # ------------------------------------------------------------------ bombs

    def _without_planting(self, codings: list[Coding]) -> list[Coding]:
        """*A bomb planted by rebels killed six*, *a shell fired by rebels hit a school*: one deed."""
        dropped: dict[int, Coding] = {}
        for act in codings:
            means = {p.head for p in act.predicate.slots.get("subject", ())}
            if not act.code.startswith(FORCE_ROOTS) or not means:
                continue
            for planting in codings:
                bombs = {p.head for p in planting.predicate.slots.get("object", ())}
                aimless = planting is not act and not self.known(planting.targets)
                told = planting.code.startswith(FORCE_ROOTS) and planting.predicate.clause in _DESCRIBING
                if aimless and told and bombs & means:
                    dropped[planting.predicate.head] = act
        return [self._with_planter(c, codings, dropped) for c in codings if c.predicate.head not in dropped]

    def _with_planter(self, act: Coding, codings: Sequence[Coding], dropped: dict[int, Coding]) -> Coding:
        planters = (c.sources for c in codings if dropped.get(c.predicate.head) is act and self.known(c.sources))
        return act if self.known(act.sources) else replace(act, sources=next(planters, act.sources))

    def _without_occasions(self, codings: list[Coding]) -> list[Coding]:
        """*Escaped an attempt on his life when a bomb went off*: the clause of time tells how."""
        attempts = [c for c in codings if c.code == _ATTEMPT and c.status == "asserted"]
        if not attempts:
            return codings
        return [c for c in codings if not (c.predicate.clause == _OCCASION and self._is_bare(c))]

    def _is_bare(self, coding: Coding) -> bool:
        bare = not self.known(coding.sources) and not self.named(coding.targets)
        return coding.code.startswith(FORCE_ROOTS) and coding.code != _ATTEMPT and bare

    # ------------------------------------------------------------------ results

    def _without_results(self, codings: list[Coding]) -> list[Coding]:
        """*Cut the road, halting food supplies*, *killed them, ending the siege*: results are no measures."""
        forces = [c.predicate for c in codings if c.code.startswith(FORCE_ROOTS)]
        results = {p.head for force in forces for p in force.slots.get(_RESULT, ())}
        return [
            c
            for c in codings
            if not (c.code.startswith(_REDUCTIONS) and c.predicate.head in results and not self.named(c.targets))
        ]

    def _without_tellings(self, codings: list[Coding]) -> list[Coding]:
        """*Used sarin in an attack that killed eighty*, *an attack by men who stormed a mall*: one deed told on."""
        found = list(codings)
        for telling in [c for c in codings if c.predicate.clause in _CLAUSES and c.code.startswith(FORCE_ROOTS)]:
            means = {p.head for p in telling.predicate.slots.get("subject", ())}
            act = next((c for c in found if self._is_told_on(c, telling, means)), None)
            if act is None or telling not in found:
                continue
            targets = act.targets if self.named(act.targets) else telling.targets or act.targets
            joint = replace(act, code=sharper(act.code, telling.code), targets=targets)
            found = [joint if c is act else c for c in found if c is not telling]
        return found

    def _is_told_on(self, act: Coding, telling: Coding, means: set[int]) -> bool:
        if act is telling or not act.code.startswith(FORCE_ROOTS) or act.status != telling.status:
            return False
        if not _is_kin(act, telling) and telling.code != _UNSPECIFIED:
            return False
        if self.named(act.targets) and self.named(telling.targets) and not self.one_side(act.targets, telling.targets):
            return False
        scenes = {p.head for s in _SCENES for p in act.predicate.slots.get(s, ())}
        if telling.predicate.clause == _DESCRIBED:
            slots = act.predicate.slots
            bombs = {g.head for p in slots.get("في", ()) for g in p.genitives} if act.predicate.kind == "verb" else None
            return bool(means) and means == (bombs or {p.head for p in slots.get("genitive", ())})
        doers = {p.head for p in act.sources}
        return bool(means) and (means <= scenes or (means == doers and act.predicate.kind == "noun"))

    # ------------------------------------------------------------------ victims

    def _with_victims(self, codings: list[Coding]) -> list[Coding]:
        """*Ambushed a patrol, killing two Kenyan soldiers*: those who fell say whose patrol it was."""
        found = list(codings)
        for toll in codings:
            act = next((c for c in found if self._is_result(toll, c)), None)
            if act is not None and self.fuller(act.targets, toll.targets):
                joint = replace(act, code=sharper(act.code, toll.code), targets=toll.targets)
                found = [joint if c is act else c for c in found if c is not toll]
        return found

    def _is_result(self, toll: Coding, act: Coding) -> bool:
        forces = all(c.code.startswith(FORCE_ROOTS) for c in (toll, act)) and toll.status == act.status
        hangs = any(p.head == toll.predicate.head for p in act.predicate.slots.get(_RESULT, ()))
        return forces and toll is not act and hangs and {p.head for p in toll.sources} == {p.head for p in act.sources}

    # ------------------------------------------------------------------ coordinated verbs

    def _one_by_one(self, codings: list[Coding]) -> list[Coding]:
        kept: list[Coding] = []
        for coding in codings:
            at = next((i for i in range(len(kept) - 1, -1, -1) if self._is_one(kept[i], coding)), None)
            if at is None:
                kept.append(coding)
            else:
                kept[at] = self._joint(kept[at], coding)
        return kept

    def _is_one(self, first: Coding, second: Coding) -> bool:
        if not _are_coordinated(first, second) or first.status != second.status or not _is_kin(first, second):
            return False
        heads, other_heads = ({p.head for p in c.sources} for c in (first, second))
        if heads != other_heads and (self.known(first.sources) or self.known(second.sources)):
            return False
        if _is_placed(first) and _is_placed(second):
            return False
        both = self.named(first.targets) and self.named(second.targets)
        return not both or self._is_one_target(first.targets, second.targets)

    def _is_one_target(self, first: Phrases, second: Phrases) -> bool:
        return self.one_side(first, second) or self.one_side(second, first)

    def _joint(self, first: Coding, second: Coding) -> Coding:
        """The first verb's deed with the better code and the fuller target: people go before what they stand in."""
        code = sharper(first.code, second.code)
        told = self.named(second.targets) and (code != first.code or not self.named(first.targets))
        targets = second.targets if told or not first.targets else first.targets
        exact = second if code != first.code or (_is_placed(second) and not _is_placed(first)) else first
        return replace(exact, code=code, targets=targets, sources=first.sources)


def _without_charges(codings: list[Coding]) -> list[Coding]:
    """``وجهت النيابة إليه تهمة``: the verb is legal action, which its object does not tell again as an accusation."""
    charged = {c.predicate.head for c in codings if c.code == _LEGAL_ACTION}
    return [c for c in codings if not (c.predicate.support in charged and c.code.startswith(_ACCUSED))]


def _is_placed(coding: Coding) -> bool:
    return any(coding.predicate.slots.get(s) for s in _PLACED)


def _are_coordinated(first: Coding, second: Coding) -> bool:
    """Whether two verbs share their subject and clause (*was shot and wounded*: the one to whom both is done)."""
    one, other = first.predicate, second.predicate
    if not one.kind == other.kind == "verb" or one.voice != other.voice or one.clause != other.clause:
        return False
    side = "object" if one.voice == "passive" else "subject"
    own, others = ([p.head for p in v.slots.get(side, ())] for v in (one, other))
    return bool(own) and own == others


def _is_kin(first: Coding, second: Coding) -> bool:
    """Whether one code may tell both: the same one, or a general and an exact one of force."""
    codes = (first.code, second.code)
    if any(c.startswith(_DAMAGE) for c in codes):
        return codes[0][:3] == codes[1][:3]
    if not all(c.startswith(FORCE_ROOTS) for c in codes) or any(c in _APART for c in codes):
        return False
    return sharper(*codes) != codes[0] or sharper(codes[1], codes[0]) != codes[1] or codes[0] == codes[1]
