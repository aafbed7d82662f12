"""One act told by several words is one coding: *a strike killed*, *killed in an attack*, *attacked, killing six*."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coder.actors.codes import BLOCK, STATE_FORCES, UNKNOWN, codes_of
from coder.acts.grounding import CONTENTIOUS_ROOTS
from coder.matcher import EventMatch
from coder.model import ActorMention, Analysis, Phrase, Predicate, Status
from coder.ontology import actor_blocks

FORCE_ROOTS = ("18", "19", "20")
_CIRCUMSTANCE = ("subject", "in", "by", "during", "with", "when", "في", "خلال", "ب", "اثر", "جراء")
_OCCASIONS, _BEFORE, _KNOWN = ("when", "as"), "after", "past_reference"
_RESULT = "participle"
_UNSPECIFIED = "190"
_CIVILIANS, _SOLDIERS, _UNITED_NATIONS = "CVL", "MIL", "UNO"
_ACTS_OF_THEIR_OWN = ("171", "173", "181", "1821", "1822")
_WITH_GROUP = 2  # blocks of a country and a role; a third names a group
_FIGHTERS = frozenset({"UAF", "REB", "INS", "SEP", "CRM"})
_SEQUEL = "ف"
_COERCION = "17"
_LED_TO = ("عن", "الي", "في", "ب", "to", "in")

# What an act of force told in general words is, by its means (values of the column ``weapon``).
_BY_MEANS: Mapping[str, str] = {
    "shooting": "193",
    "shelling": "194",
    "mortar": "194",
    "rocket": "194",
    "missile": "194",
    "air strike": "195",
    "drone": "1952",
    "bomb": "183",
    "car bomb": "1832",
    "suicide bomb": "1831",
    "IED": "1833",
    "mine": "1833",
    "stabbing": "182",
    "chemical weapon": "2041",
}

_BOMBING, _BOMBINGS = "183", ("1831", "1832")

#: heads of what verbs of result lead to, with the heads of their subjects
Results = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True, eq=False)
class Coding:
    """One coded act. ``attribution`` is the predicate or slot that reports it."""

    match: EventMatch
    code: str
    sources: tuple[Phrase, ...]
    targets: tuple[Phrase, ...]
    status: Status = "asserted"
    reason: str | None = None
    speakers: tuple[Phrase, ...] = ()
    embedded: tuple[Coding, ...] = ()

    @property
    def predicate(self) -> Predicate:
        """The verb or noun that tells the act."""
        return self.match.predicate


def by_means(code: str, weapon: str | None) -> str:
    """The code of an act of force by its means, where its words are general (*attacked the post with mortars*).

    A bombing becomes the finer one that the means tells: *the car bomb struck the offices* is 1832, not 183. Not every
    improvised device lies at a road.
    """
    told = _BY_MEANS.get(weapon or "", code)
    return told if code == _UNSPECIFIED or (code == _BOMBING and told in _BOMBINGS) else code


def results(analysis: Analysis, result_verbs: frozenset[str]) -> Results:
    """What verbs of result lead to, with the subject: *clashes led to the death of ten*, *which led to deaths*.

    So does the particle of sequence: ``انفجرت عبوة فقتل جنديان``.
    """
    tokens, predicates = analysis.tokens, analysis.predicates
    fallen = (p.head for p in predicates if p.kind == "verb" and p.voice == "passive" and p.head)
    sequels = (head for head in fallen if tokens[head - 1].norm == _SEQUEL)
    return dict.fromkeys(sequels, frozenset[int]()) | {
        phrase.head: frozenset(q.head for q in p.slots.get("subject", ()))
        for p in predicates
        if p.kind == "verb" and p.lemma in result_verbs
        for slot in _LED_TO
        for phrase in p.slots.get(slot, ())
    }


def most_exact(codings: Sequence[Coding]) -> Iterator[Coding]:
    """Of codings by one operator those whose code no other refines (accused of two deeds: 1122, not also 112).

    An entry whose own words tell more than the deed below it counts: *accused her of spying on him* is 1125.
    """
    told = [replace(c, code=_finer(c.match.pattern.code, c.code)) for c in codings]
    codes = {c.code for c in told}
    return (c for c in told if not any(_refines(o, c.code) for o in codes))


def _refines(code: str, other: str) -> bool:
    return code != other and code.startswith(other)


def _finer(own: str | None, code: str) -> str:
    return own if own is not None and _refines(own, code) else code


def same_side(
    resolve: Callable[[Phrase], ActorMention | None], struck: tuple[Phrase, ...], fallen: tuple[Phrase, ...]
) -> bool:
    """Whether those who fell are civilians, nobody known, or of the side or country that was struck.

    Soldiers of any country may serve with the United Nations.
    """
    side, codes = (codes_of(phrases, resolve) for phrases in (struck, fallen))

    def may_be(code: str) -> bool:
        if code.startswith(UNKNOWN):
            unarmed = _FIGHTERS.isdisjoint(actor_blocks(code))
            armed = any(
                not _FIGHTERS.isdisjoint(blocks) or len(blocks) > _WITH_GROUP for blocks in map(actor_blocks, side)
            )
            return not code.strip("-") or unarmed or armed or any(s.endswith(code[BLOCK:]) for s in side)
        return any(len(s) == BLOCK and code.startswith(s) for s in side)

    if any(_UNITED_NATIONS in c for c in side) and all(c.endswith(_SOLDIERS) for c in codes):
        return True
    return all(c.endswith(_CIVILIANS) or may_be(c) for c in codes - side)


def fuller_side(
    resolve: Callable[[Phrase], ActorMention | None], struck: tuple[Phrase, ...], fallen: tuple[Phrase, ...]
) -> bool:
    """Whether those who fell have the role of what was struck, and a country that it has not."""
    side, codes = (codes_of(phrases, resolve) for phrases in (struck, fallen))
    roles = {c.removeprefix(UNKNOWN) for c in side}
    return bool(codes) and all(c.startswith(UNKNOWN) for c in side) and {c[len(UNKNOWN) :] for c in codes} == roles


def one_force(
    resolve: Callable[[Phrase], ActorMention | None], doers: tuple[Phrase, ...], fallen: tuple[Phrase, ...]
) -> bool:
    """Whether the doers and those who fell are of one force: the same, or soldiers and police of one state."""
    own, others = codes_of(doers, resolve), codes_of(fallen, resolve)
    return any(code == other or of_one_state(code, other) for code in own for other in others)


def of_one_state(code: str, other: str) -> bool:
    """Whether two codes are those of forces of one state, as far as their countries are known."""
    forces = all(not STATE_FORCES.isdisjoint(actor_blocks(c)) for c in (code, other))
    return forces and (code[:BLOCK] == other[:BLOCK] or UNKNOWN in (code[:BLOCK], other[:BLOCK]))


def merged_acts(
    codings: list[Coding],
    casualty_words: frozenset[str],
    known: Callable[[tuple[Phrase, ...]], bool],
    named: Callable[[tuple[Phrase, ...]], object],
    led_to: Results,
    one_side: Callable[[tuple[Phrase, ...], tuple[Phrase, ...]], bool],
    own_force: Callable[[tuple[Phrase, ...], tuple[Phrase, ...]], bool],
) -> list[Coding]:
    """The codings with each act once.

    An event noun in the subject or a circumstance slot of a verb of force or a toll lends it its actors and, when it is
    the more specific, its code. A toll (killing six, wounding 14) beside another act of force belongs to that act,
    which takes the victims where its own target is no actor. ``known``: whether phrases name an actor; ``named``: one
    of whose code something is known. ``led_to``: what verbs of result lead to (see ``results``). ``one_side``: whether
    the second phrases name people of the first ones' side, or civilians; ``own_force``: whether both are of one force.
    """
    once = _without_aimless(_without_carried(codings, known), known, one_side)
    found = _without_occasions(_without_carriers(once, casualty_words), casualty_words, known, one_side, own_force)
    found = _once_aimed(_one_toll(found, casualty_words, known, one_side), known)
    return _without_tolls(found, casualty_words, known, named, led_to, one_side)


def _without_carried(codings: list[Coding], known: Callable[[tuple[Phrase, ...]], bool]) -> list[Coding]:
    """The act noun that is the object of a verb of its own root is that act (*delivered aid*)."""
    dropped: set[int] = set()
    for verb in (c for c in codings if c.predicate.kind == "verb"):
        objects = {p.head for p in verb.predicate.slots.get("object", ())}
        same = (c for c in codings if c.predicate.kind == "noun" and c.predicate.head in objects)
        dropped |= {
            c.predicate.head
            for c in same
            if c.code[:2] == verb.code[:2] and (not known(c.sources) or _is_exchanged(c, verb, known))
        }
    return [c for c in codings if c.predicate.head not in dropped]


def _is_exchanged(act: Coding, verb: Coding, known: Callable[[tuple[Phrase, ...]], bool]) -> bool:
    """Whether the act is what the sides of the verb did to each other (``تبادلت القوات إطلاق النار``)."""
    sides = {p.head for p in (*verb.sources, *verb.targets)}
    return verb.code[:2] in FORCE_ROOTS and not known(act.targets) and {p.head for p in act.sources} <= sides


def _without_aimless(
    codings: list[Coding],
    known: Callable[[tuple[Phrase, ...]], bool],
    one_side: Callable[[tuple[Phrase, ...], tuple[Phrase, ...]], bool],
) -> list[Coding]:
    """An act and its result in a participle are one: *attacked the post, killing four*, *opened fire, killing four*."""
    forces = [c for c in codings if c.code[:2] in FORCE_ROOTS]
    codes: dict[int, str] = {}
    dropped: set[int] = set()
    for act in forces:
        results_of = {p.head for p in act.predicate.slots.get(_RESULT, ())}
        for toll in (c for c in forces if c.predicate.head in results_of and c.status == act.status):
            if not known(toll.targets) or not toll.sources or not _same_agents(toll, act):
                continue
            aimed = known(act.targets)
            if aimed and not one_side(act.targets, toll.targets):
                continue
            kept, other = (act, toll) if aimed else (toll, act)
            first, second = (act, toll) if act.code[:2] != toll.code[:2] else (kept, other)
            codes[kept.predicate.head] = sharper(first.code, second.code)
            dropped.add(other.predicate.head)
    left = (c for c in codings if c.predicate.head not in dropped)
    return [replace(c, code=codes[c.predicate.head]) if c.predicate.head in codes else c for c in left]


def _without_occasions(
    codings: list[Coding],
    casualty_words: frozenset[str],
    known: Callable[[tuple[Phrase, ...]], bool],
    one_side: Callable[[tuple[Phrase, ...], tuple[Phrase, ...]], bool],
    own_force: Callable[[tuple[Phrase, ...], tuple[Phrase, ...]], bool],
) -> list[Coding]:
    """*Eight died when a bomber blew himself up*: who did it stands in the clause of time right behind the toll.

    So does the same deed with its own doer or victims (*shot after police fired at him*, *killed six when he fired*),
    or its kind (*suffered an attack as a bomber struck a shrine*). An army that attacks does not kill its own soldiers.
    """

    def same(first: tuple[Phrase, ...], second: tuple[Phrase, ...]) -> bool:
        return known(first) and known(second) and one_side(first, second) and one_side(second, first)

    def joined(toll: Coding, act: Coding) -> Coding | None:
        later = act.predicate.clause == _BEFORE
        before = later and act.status == _KNOWN and one_side(act.targets, toll.targets)
        before = before or (later and act.status == toll.status and same(act.targets, toll.targets))
        occasion = act.predicate.clause in _OCCASIONS and act.status == toll.status
        told = _is_told(act) and (occasion or (before and known(act.targets)))
        again = occasion and same(act.sources, toll.sources) and same(act.targets, toll.targets)
        if told and occasion and _is_suffered(toll) and not known(toll.sources) and act.code != _UNSPECIFIED:
            return act
        doerless = toll.predicate.lemma in casualty_words and (again or not known(toll.sources))
        if not told or not doerless or not (known(act.sources) or act.code != _UNSPECIFIED):
            return None
        if not again and occasion and own_force(act.sources, toll.targets):
            return None
        return replace(toll, sources=act.sources, code=sharper(toll.code, act.code))

    return _with_next(codings, joined)


def _is_told(act: Coding) -> bool:
    """Whether a verb tells the act, its own or that of its noun (*launched an attack*)."""
    return act.predicate.kind == "verb" or act.predicate.support is not None


def _is_suffered(act: Coding) -> bool:
    """Whether a noun tells of force in general by whom it hit (*suffered its worst attack*)."""
    noun = act.predicate
    return act.code == _UNSPECIFIED and noun.kind == "noun" and noun.support is not None and bool(act.targets)


def _one_toll(
    codings: list[Coding],
    casualty_words: frozenset[str],
    known: Callable[[tuple[Phrase, ...]], bool],
    one_side: Callable[[tuple[Phrase, ...], tuple[Phrase, ...]], bool],
) -> list[Coding]:
    """*Five were killed and seven wounded in an ambush that rebels laid*: who did it stands behind the second toll."""

    def joined(first: Coding, second: Coding) -> Coding | None:
        tolls = all(c.predicate.lemma in casualty_words and c.predicate.voice == "passive" for c in (first, second))
        told = known(second.sources) or second.code != _UNSPECIFIED
        if not tolls or not told or known(first.sources) or first.status != second.status:
            return None
        if not known(first.targets) or not one_side(first.targets, second.targets):
            return None
        return replace(first, sources=second.sources, code=sharper(first.code, second.code))

    return _with_next(codings, joined)


def _with_next(codings: list[Coding], joined: Callable[[Coding, Coding], Coding | None]) -> list[Coding]:
    """The codings, where an act of force and the next one are one event with that event in the place of the two."""
    dropped: set[int] = set()
    merged: dict[int, Coding] = {}
    for first, second in pairwise(c for c in codings if c.code[:2] in FORCE_ROOTS):
        if dropped.isdisjoint((first.predicate.head, second.predicate.head)):
            event = joined(first, second)
            if event is not None:
                merged[first.predicate.head] = event
                dropped.add(second.predicate.head)
    return [merged.get(c.predicate.head, c) for c in codings if c.predicate.head not in dropped]


def _once_aimed(codings: list[Coding], known: Callable[[tuple[Phrase, ...]], bool]) -> list[Coding]:
    """Coercion told without a target beside that of the same people with one (*carried out raids, arresting three*)."""
    aimed = {
        (c.code, c.status, tuple(p.head for p in c.sources))
        for c in codings
        if c.code.startswith(_COERCION) and c.sources and known(c.targets)
    }
    return [c for c in codings if known(c.targets) or (c.code, c.status, tuple(p.head for p in c.sources)) not in aimed]


def _without_carriers(codings: list[Coding], casualty_words: frozenset[str]) -> list[Coding]:
    by_head = {c.predicate.head: c for c in codings}
    dropped: set[int] = set()
    out: list[Coding] = []
    for coding in codings:
        noun = _carrier(coding, by_head, casualty_words)
        if noun is None or noun.predicate.head in dropped or noun.status != coding.status:
            out.append(coding)
            continue
        lends = noun.sources or noun.predicate.head in {p.head for p in coding.sources}
        carries = _carries_subject(coding, noun) and lends
        sources = noun.sources if carries or not coding.sources else coding.sources
        targets = coding.targets or noun.targets
        out.append(replace(coding, sources=sources, targets=targets, code=sharper(coding.code, noun.code)))
        dropped.add(noun.predicate.head)
    return [c for c in out if c.predicate.head not in dropped]


def _carrier(coding: Coding, by_head: dict[int, Coding], casualty_words: frozenset[str]) -> Coding | None:
    toll = coding.predicate.kind == "verb" or coding.predicate.lemma in casualty_words
    if not toll or coding.code[:2] not in FORCE_ROOTS:
        return None
    for slot in _CIRCUMSTANCE:
        for phrase in coding.predicate.slots.get(slot, ()):
            noun = by_head.get(phrase.head)
            if noun is not None and noun.predicate.kind == "noun" and noun.code[:2] in FORCE_ROOTS:
                return noun
    return None


def _carries_subject(coding: Coding, noun: Coding) -> bool:
    return any(p.head == noun.predicate.head for p in coding.predicate.slots.get("subject", ()))


def sharper(verb: str, noun: str) -> str:
    """The more specific code of one act told twice; 190 (unspecified force) yields to anything."""
    return noun if verb == _UNSPECIFIED or (len(noun) > len(verb) and noun[:2] == verb[:2]) else verb


def _without_tolls(
    codings: list[Coding],
    casualty_words: frozenset[str],
    known: Callable[[tuple[Phrase, ...]], bool],
    named: Callable[[tuple[Phrase, ...]], object],
    led_to: Results,
    one_side: Callable[[tuple[Phrase, ...], tuple[Phrase, ...]], bool],
) -> list[Coding]:
    acts = [c for c in codings if c.code[:2] in CONTENTIOUS_ROOTS]
    dropped: dict[int, Coding] = {}
    for toll in acts:
        if toll.predicate.lemma not in casualty_words or toll.code[:2] not in FORCE_ROOTS:
            continue
        found = _acts_of(toll, acts, casualty_words, dropped, led_to)
        act = next((a for a in found if not _are_two(a, toll, named, one_side)), None)
        if act is not None:
            dropped[toll.predicate.head] = act
    kept = (c for c in codings if c.predicate.head not in dropped)
    return [_with_toll(c, [t for t in codings if dropped.get(t.predicate.head) is c], known, named) for c in kept]


def _are_two(
    act: Coding,
    toll: Coding,
    named: Callable[[tuple[Phrase, ...]], object],
    one_side: Callable[[tuple[Phrase, ...], tuple[Phrase, ...]], bool],
) -> bool:
    """Whether act and toll hit two sides that are known (*attacked a Kenyan base, killing five Ugandan soldiers*)."""
    return bool(named(act.targets) and named(toll.targets)) and not one_side(act.targets, toll.targets)


def _acts_of(
    toll: Coding, acts: list[Coding], casualty_words: frozenset[str], dropped: dict[int, Coding], led_to: Results
) -> Iterator[Coding]:
    """Acts to which a toll belongs: a nearby act of force with the same or no other agent, else an earlier toll."""
    for act in acts:
        if act is toll or act.predicate.head in dropped or act.status != toll.status:
            continue
        is_toll = act.predicate.lemma in casualty_words
        if is_toll and act.predicate.head > toll.predicate.head:
            continue
        hangs = any(p.head == toll.predicate.head for p in act.predicate.slots.get(_RESULT, ()))
        if hangs or (_same_agents(toll, act) and (is_toll or _is_result(toll, act, led_to))):
            yield act


def _same_agents(toll: Coding, act: Coding) -> bool:
    heads = {p.head for p in toll.sources}
    return not heads or heads == {p.head for p in act.sources}


def _is_result(toll: Coding, act: Coding, led_to: Results) -> bool:
    """The toll hangs on the act (participle, clause of result, what it led to) or shares its agent."""
    causes = led_to.get(toll.predicate.head)
    if causes is not None and (act.predicate.head in causes if causes else act.predicate.head < toll.predicate.head):
        return True
    if act.predicate.kind == "noun" and _subjects(toll) & _means(act) and act.predicate.head < toll.predicate.head:
        return True  # a strike by a drone that killed two
    hangs = any(p.head == toll.predicate.head for phrases in act.predicate.slots.values() for p in phrases)
    told_before = act.predicate.head < toll.predicate.head and act.code not in _ACTS_OF_THEIR_OWN
    shared = bool(toll.sources) or _subjects(toll) & _subjects(act)  # shells fell on the market and killed seven
    return hangs or bool(shared and told_before)


def _means(coding: Coding) -> set[int]:
    return {p.head for p in coding.predicate.slots.get("ب", ())}


def _subjects(coding: Coding) -> set[int]:
    return {p.head for p in coding.predicate.slots.get("subject", ())}


def _with_toll(
    act: Coding,
    tolls: list[Coding],
    known: Callable[[tuple[Phrase, ...]], bool],
    named: Callable[[tuple[Phrase, ...]], object],
) -> Coding:
    """An act with what its tolls know better: the kind of force, who did it and, where it names none, the victims."""
    for toll in tolls:
        code = toll.code if toll.code.startswith(act.code) else sharper(act.code, toll.code)
        sources = act.sources if known(act.sources) else toll.sources or act.sources
        open_to = not known(act.targets) or (not named(act.targets) and named(toll.targets))
        act = replace(act, code=code, sources=sources, targets=toll.targets or act.targets if open_to else act.targets)
    return act
