"""Which dictionary reading fits a predicate, and which phrases are its source and target.

The most specific reading whose conditions all hold wins. An operator whose embedded slot holds an event outranks a
plain reading of the same word, because CAMEO is compositional (threaten + attack is a threat).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeGuard

from coder.actors.codes import Resolve, codes_of
from coder.dictionary.compiled import CompiledPattern, Constraint, Filler, LanguageDictionary, SlotPath
from coder.model import ActorMention, Analysis, Phrase, Predicate
from coder.ontology import actor_blocks
from coder.origins import led_by, nisbas, origin
from coder.protests import PROTEST, Addressees
from coder.slots import Slots
from coder.token_patterns import Sides, WordOrder

EMBEDDING_BONUS = 3
_REBELS, _ARMED_ABROAD = frozenset({"REB", "INS"}), "IMG"  # armed groups of several countries fight as rebels do
_DEPTH = 4
_MEASURES = ("07", "08", "16", "172")
_CONCERNS = (
    "of",
    "on",
    "over",
    "against",
    "for",
    "to",
    "with",
    "toward",
    "towards",
    "in",
    "at",
    "into",
    "between",
    "among",
)
_WHERE = "in"
_SCENES = (("in",), ("at",))  # slots in which who is hit may stand, but also much else
_HIT = ("scene_buildings", "scene_nouns", "post_nouns", "set.building", "set.military_target", "hit_gatherings")
_STRUCK, _BELONGING = ("object", "علي", "ضد"), "ل"
_STRIKING = ("145", "18", "19", "20")
_STAGED = ("14", "18", "19", "20")
_SUFFERED = ("16", "17", "18", "19", "20")
_REJECTION, _REJECTED = "12", ("object", "علي", "ل")
_AUTHORS = ("subject", "by", "from", "genitive", "of")
_OBJECT = ("object",)
_OBJECT_SLOTS = (("object",), ("of",), ("against",), ("on",), ("ضد",), ("بحق",), ("علي",), ("ل",))


@dataclass(eq=False)
class EventMatch:
    """A predicate, the reading that won and the predicates it embeds (operators only).

    Its actors' phrases are looked for when they are first asked for: those of most reports (*he said*) never are.
    """

    predicate: Predicate
    pattern: CompiledPattern
    find_actors: Callable[[], tuple[tuple[Phrase, ...], tuple[Phrase, ...]]]
    embedded: tuple[Predicate, ...] = ()
    sides: Sides | None = None

    @cached_property
    def sources(self) -> tuple[Phrase, ...]:
        """The phrases of who acts."""
        return self._actors[0]

    @cached_property
    def targets(self) -> tuple[Phrase, ...]:
        """The phrases of who is acted on."""
        return self._actors[1]

    @cached_property
    def _actors(self) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
        return self.find_actors()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A reading of the same word that did not fit, and the first condition that it lacked."""

    predicate: Predicate
    pattern: CompiledPattern
    lacked: str


class SentenceMatcher(Slots):
    """Matches the predicates of one analysis; each is decided once."""

    def __init__(
        self,
        analysis: Analysis,
        dictionary: LanguageDictionary,
        resolve: Resolve,
        word_order: WordOrder | None = None,
        is_country: Callable[[str], bool] = str.isupper,
        resolve_all: Callable[[Phrase], Sequence[ActorMention]] | None = None,
        opponents: Callable[[Phrase], tuple[Phrase, ...]] = lambda phrase: (),
    ) -> None:
        """``word_order`` decides the readings of entries with `word_order: yes`; without it they are left out.

        ``resolve_all`` tells the actors of a phrase that names several (*the presidents of Kenya and Uganda*);
        ``opponents``: whom the prefixes in a phrase are against (*anti-Chinese*).
        """
        self.word_order, self.is_country, self.resolve_all = word_order, is_country, resolve_all
        self.opponents = opponents
        super().__init__(analysis)
        self.dictionary, self.resolve = dictionary, resolve
        self.statement_nouns = dictionary.word_set("set.statement")
        self.support_nouns = dictionary.word_set("support_nouns")
        self._matches: dict[int, EventMatch | None] = {}
        self._addressees: Addressees | None = None

    def matches(self) -> list[EventMatch]:
        """The winning reading of every predicate that has one, in text order."""
        return self._all_matches

    @cached_property
    def _all_matches(self) -> list[EventMatch]:
        found = (self.match(p) for p in self.analysis.predicates)
        return [m for m in found if m is not None]

    def match(self, predicate: Predicate) -> EventMatch | None:
        """The winning reading of a predicate; None where none fits or the winner says that this is no event."""
        if predicate.head not in self._matches:
            self._matches[predicate.head] = None  # a predicate below itself by a faulty parse has no match
            self._matches[predicate.head] = self._decide(predicate)
        return self._matches[predicate.head]

    def asked(self, predicate: Predicate) -> CompiledPattern | None:
        """The reading of a verb as something that is asked for, demanded or refused, which alone is no event."""
        slots = predicate.slots.keys()
        possible = self.dictionary.asked.get(predicate.lemma, ()) if predicate.kind == "verb" else ()
        fitting = [(p, w) for p in possible if slots >= p.needs and (w := self._fit(p, predicate)) is not None]
        best = self._most_specific(fitting, predicate) if fitting else None
        return best if best is not None and best.code is not None else None

    def forget(self) -> None:
        """Let go of the matches, which lead back here, when the sentence is coded."""
        self._matches.clear()
        self.__dict__.pop("_all_matches", None)
        self._addressees = None

    def candidates(self, predicate: Predicate) -> Sequence[CompiledPattern]:
        """All readings of the predicate's word."""
        table = self.dictionary.verbs if predicate.kind == "verb" else self.dictionary.nouns
        own = table.get(predicate.lemma, ())
        return [*own, *self.word_order.candidates(predicate)] if self.word_order is not None else own

    def near_misses(self) -> Iterator[NearMiss]:
        """For every predicate that has readings: those that do not fit, with what they lack."""
        for predicate in self.analysis.predicates:
            for pattern in self.candidates(predicate):
                lacked = self._lacks(pattern, predicate)
                if lacked is not None:
                    yield NearMiss(predicate, pattern, lacked)

    # ------------------------------------------------------------------ deciding

    def _is_told_by_verb(self, noun: Predicate) -> bool:
        """Whether a noun is the second word of a verb that has a reading itself (*held a meeting*: hold meeting)."""
        if noun.kind != "noun":
            return False
        last = noun.lemma.rpartition(" ")[2]  # *called a general strike* is *call strike*
        verbs = (p for p in self._verbs_of_words if p.head < noun.head and p.lemma.endswith(f" {last}"))
        verb = max(verbs, key=lambda p: p.head, default=None)
        return verb is not None and self.match(verb) is not None

    @cached_property
    def _verbs_of_words(self) -> list[Predicate]:
        """The verbs of several words (*hold meeting*)."""
        return [p for p in self.analysis.predicates if p.kind == "verb" and " " in p.lemma]

    def _decide(self, predicate: Predicate) -> EventMatch | None:
        slots = predicate.slots.keys()
        possible = [p for p in self.candidates(predicate) if slots >= p.needs]
        fitting = [(p, weight) for p in possible if (weight := self._fit(p, predicate)) is not None]
        if not fitting:
            return None
        best = fitting[0][0] if len(fitting) == 1 else self._most_specific(fitting, predicate)
        if (best.operator is None and best.code is None) or self._is_told_by_verb(predicate):
            return None
        if best.word_order and self.word_order is not None:
            return self._by_word_order(best, predicate, self.word_order)
        embedded = self._embedded(best, predicate)
        return EventMatch(predicate, best, partial(self._actors, best, predicate, embedded), embedded)

    def _by_word_order(self, pattern: CompiledPattern, predicate: Predicate, order: WordOrder) -> EventMatch:
        sides = order.sides(pattern, predicate)
        by_head = {p.head: p for p in self.analysis.phrases}
        sources, targets = (
            tuple(by_head[m.head] for m in side if m.head in by_head) for side in (sides.sources, sides.targets)
        )
        return EventMatch(predicate, pattern, lambda: (sources, targets), sides=sides)

    def _preference(self, pattern: CompiledPattern, predicate: Predicate) -> int:
        return self.word_order.preference(pattern, predicate) if self.word_order is not None else 0

    def _most_specific(self, fitting: Sequence[tuple[CompiledPattern, int]], predicate: Predicate) -> CompiledPattern:
        def rank(found: tuple[CompiledPattern, int]) -> tuple[int, bool, int, int]:
            p, weight = found
            return self._rank(p, weight, predicate), p.refines, self._preference(p, predicate), -p.order

        return max(fitting, key=rank)[0]

    def _rank(self, pattern: CompiledPattern, weight: int, predicate: Predicate) -> int:
        """How specifically the pattern fits: what its conditions asked for, and whether it embeds an event."""
        weight += (1 if pattern.voice else 0) + (1 if pattern.kind else 0)
        weight += pattern.tokens.weight if pattern.tokens is not None else 0
        return weight + (EMBEDDING_BONUS if pattern.operator and self._embedded(pattern, predicate) else 0)

    def _fit(self, pattern: CompiledPattern, predicate: Predicate) -> int | None:
        """What the conditions of a reading that fits weigh together; None where it does not fit."""
        for filler in pattern.listed:
            if filler.single.isdisjoint(self.vocabulary) and filler.parts.isdisjoint(self.vocabulary):
                return None
        if (pattern.voice is not None or pattern.tokens is not None) and self._bars(pattern, predicate):
            return None
        total = 0
        for constraint in pattern.where:
            weight = self._weight(constraint, predicate)
            if weight <= 0:
                return None
            total += weight
        return total

    def _bars(self, pattern: CompiledPattern, predicate: Predicate) -> str | None:
        if pattern.voice is not None and pattern.voice != predicate.voice:
            return f"voice: {pattern.voice}"
        if pattern.tokens is not None and not (self.word_order and self.word_order.holds(pattern, predicate)):
            return f"tokens: {pattern.tokens.text}"
        return None

    def _lacks(self, pattern: CompiledPattern, predicate: Predicate) -> str | None:
        unmet = (c.text for c in pattern.where if self._weight(c, predicate) <= 0)
        return self._bars(pattern, predicate) or next(unmet, None)

    def _weight(self, constraint: Constraint, predicate: Predicate) -> int:
        """The weight of the most specific filler that fits; 0 when none does."""
        phrases = self.slot(predicate, constraint.path)
        if not phrases:
            return max((f.weight for f in constraint.fillers if f.kind == "none"), default=0)
        if constraint.fillers and constraint.fillers[0].kind in ("same", "other", "actors"):
            return self._compared(constraint.fillers[0], phrases, predicate)
        best = 0
        for filler in constraint.fillers:
            for phrase in phrases:
                weight = self._filler_weight(filler, phrase)
                if weight > best:
                    best = weight
        return best

    def _compared(self, filler: Filler, phrases: Sequence[Phrase], predicate: Predicate) -> int:
        """``<same:subject>``: the actor of that slot; ``<other:subject>``: another one; ``<actors>``: two or more."""
        if filler.kind == "actors":
            actors = {code for p in phrases if self._is_actor(m := self.resolve(p), p) for code in self._codes(p, m)}
            return filler.weight if len(actors) > 1 else 0
        own = codes_of(self.slot(predicate, (filler.value,)), self.resolve)
        found = codes_of(phrases, self.resolve)
        fits = bool(own & found) if filler.kind == "same" else bool(found) and not own & found
        return filler.weight if fits else 0

    def _codes(self, phrase: Phrase, mention: ActorMention) -> set[str]:
        """The codes of all actors that a phrase names."""
        return {m.code for m in self.resolve_all(phrase)} if self.resolve_all is not None else {mention.code}

    def _filler_weight(self, filler: Filler, phrase: Phrase) -> int:
        if filler.kind == "words":
            words = self._words_of(phrase, filler)
            return filler.weight + 2 * (words - 1) if words else 0
        return filler.weight if self._fills(filler, phrase) else 0

    def _fills(self, filler: Filler, phrase: Phrase) -> bool:
        if filler.kind == "any":
            return True
        if filler.kind == "event":
            inner = self.by_head.get(phrase.head)
            return inner is not None and self.starts_with(inner, filler.value)
        if filler.kind == "person":
            return self._is_person(phrase)
        if filler.kind == "infinitive":
            return (inner := self.by_head.get(phrase.head)) is not None and inner.clause == "infinitive"
        mention = self.resolve(phrase) if filler.kind in ("actor", "role", "country") else None
        if mention is None or filler.kind == "actor":
            return self._is_actor(mention, phrase)
        if filler.kind == "country":
            return self.is_country(mention.code[:3])
        blocks = actor_blocks(mention.code)
        return filler.value in blocks or (filler.value in _REBELS and _ARMED_ABROAD in blocks)

    @staticmethod
    def _is_actor(mention: ActorMention | None, phrase: Phrase) -> TypeGuard[ActorMention]:
        """Whether a phrase names an actor with its own head: one that is known, or given with the text."""
        if mention is None:
            return False
        own = mention.head in (None, phrase.head) or mention.resolved_by in ("given", "coreference")
        return own and (bool(mention.code.strip("-")) or mention.is_given)

    def _is_person(self, phrase: Phrase) -> bool:
        """Whether the language's recogniser calls the phrase a person's name."""
        labels = (e.label for e in self.analysis.entities if e.start < phrase.head_end and phrase.head_start < e.end)
        return phrase.kind == "noun" and next(labels, None) == "PERSON"

    def _words_of(self, phrase: Phrase, filler: Filler) -> int:
        """How many words the longest item has that the phrase holds: its head, and its head's modifiers."""
        head = self.words_at(phrase.head)
        inner = self.by_head.get(phrase.head)
        whole = frozenset(inner.lemma.split()) if inner is not None else frozenset()
        own: frozenset[str] | None = None
        longest = 0 if filler.single.isdisjoint(head) and not (len(whole) == 1 and whole <= filler.single) else 1
        if filler.parts.isdisjoint(head) and filler.parts.isdisjoint(whole):
            return longest
        for item in filler.several:
            if len(item) <= longest or not (item & head or item == whole):
                continue
            if item != whole and own is None:
                below = [*phrase.tokens, *(t for g in phrase.genitives for t in g.tokens)]
                own = head.union(*map(self.words_at, below))
            if item == whole or item <= (own or frozenset()) or (len(item) > 2 and item <= self.chain(phrase)):
                longest = len(item)
        return longest

    def starts_with(self, predicate: Predicate, prefix: str) -> bool:
        """Whether the predicate is coded, with a code that starts with ``prefix`` (operators count as coded)."""
        match = self.match(predicate)
        if match is None:
            return False
        return not prefix or (match.pattern.code or "").startswith(prefix)

    # ------------------------------------------------------------------ embedded events

    def _embedded(self, pattern: CompiledPattern, predicate: Predicate) -> tuple[Predicate, ...]:
        names = predicate.lemma in self._convening
        for path in pattern.embedded:
            if names and path == _OBJECT:
                continue  # *called the attack cruel*, *called a meeting*: no appeal for it
            inner = (q for p in self.slot(predicate, path) for q in self._events_of(p))
            found = tuple(q for q in inner if q is not predicate and self._carries_event(q))
            if found:
                return found
        return ()

    @cached_property
    def _convening(self) -> tuple[str, ...]:
        return self.dictionary.words.get("convening_verbs", ())

    def _events_of(self, phrase: Phrase) -> Iterator[Predicate]:
        """The predicate that a phrase is, or whose support noun it is (إجراء مفاوضات: holding talks is talks)."""
        own = self.by_head.get(phrase.head)
        if own is not None and own.support_for is not None:
            own = self.by_head.get(own.support_for, own)
        if own is not None and (own.kind == "verb" or self.match(own) is not None):
            yield own
        elif self.analysis.tokens[phrase.head].lemma in self.support_nouns:
            yield from (q for g in phrase.genitives for q in self._events_of(g))

    def _carries_event(self, predicate: Predicate) -> bool:
        match = self.match(predicate)
        return match is not None and (bool(match.embedded) or match.pattern.code is not None)

    # ------------------------------------------------------------------ actors

    def _actors(
        self, pattern: CompiledPattern, predicate: Predicate, inner: tuple[Predicate, ...]
    ) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
        if predicate.kind == "verb":
            sources, targets = pattern.sources, pattern.targets
        else:
            sources, targets = self._noun_paths(pattern, predicate)
        embedded = {p.head for p in inner}
        acting = self._author(self._first(predicate, sources, embedded))
        if not acting and predicate.kind == "noun" and (pattern.code or "").startswith(_STRIKING):
            leading = self.dictionary.word_set("leading_words")
            acting = led_by(self.analysis, predicate.slots.get("modifier", ()), leading)
        taken = self._spans(acting)
        places = not (pattern.code or "").startswith(_STAGED)
        acted_on = self._first(predicate, targets, embedded, taken, places)
        if (pattern.code or "").startswith(PROTEST) and not pattern.reciprocal:
            acted_on = self.protested(predicate, acting, acted_on)
        if (pattern.code or "").startswith(_REJECTION):
            things = predicate.slots.get("object", ())
            acted_on = origin(self.analysis, things, acting, self.resolve, self._is_actor) or acted_on
        if targets and not any(self.resolve(p) is not None for p in acted_on):
            acted_on = self._behind(pattern, predicate, acting) or acted_on
        return acting, acted_on

    def _behind(self, pattern: CompiledPattern, predicate: Predicate, acting: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """Where what is acted on is a thing: who made it (rejections), or whom it concerns (aid, easing, sanctions)."""
        own = codes_of(acting, self.resolve)
        code = pattern.code or ""
        if code.startswith(_REJECTION) or pattern.operator == "reject":
            return self._author_of(predicate, own)
        if code.startswith(_STRIKING):
            return self._possessor(predicate, own)
        if code.startswith(_MEASURES) or pattern.operator in ("ease", "halt"):
            return self._concerned(predicate, {c[:3] for c in own})
        return ()

    def protested(
        self, protest: Predicate, acting: tuple[Phrase, ...], acted_on: tuple[Phrase, ...]
    ) -> tuple[Phrase, ...]:
        """Whom the words of a protest name, else whom its entry names, unless that is who suffers."""
        if "demand_words" not in self.dictionary.words:
            return acted_on
        if self._addressees is None:
            words = self.dictionary.words
            self._addressees = Addressees(
                self.analysis, words, self.resolve, self._is_suffered, self._doers, self.opponents
            )
        taken = self._spans(acting)
        named = tuple(p for p in self._addressees.of(protest) if not self._spans((p,)) & taken)
        kept = tuple(p for p in acted_on if not self._addressees.spares(p, protest))
        return named or kept or (self._addressees.stood_before(protest) if acted_on else ())

    def _is_suffered(self, predicate: Predicate) -> bool:
        """Whether the genitive of an event noun is who suffers it."""
        match = self.match(predicate)
        coded = match is not None and (match.pattern.code or "").startswith(_SUFFERED)
        return coded or predicate.lemma in self.dictionary.word_set("victim_nouns")

    def _doers(self, predicate: Predicate) -> tuple[Phrase, ...]:
        match = self.match(predicate)
        return match.sources if match is not None else ()

    def _author_of(self, predicate: Predicate, own: set[str]) -> tuple[Phrase, ...]:
        """Whose the rejected thing is: *rejected the request from the agency*, *plans laid out by the council*."""
        for thing in (p for slot in _REJECTED for p in predicate.slots.get(slot, ())):
            below = (q for step in _AUTHORS for q in self.below(thing, step))
            for phrase in (*below, *nisbas(self.analysis, thing)):
                mention = self.resolve(phrase)
                if mention is not None and mention.code not in own and mention.resolved_by != "unknown":
                    return (phrase,)
        return ()

    def _possessor(self, predicate: Predicate, own: set[str]) -> tuple[Phrase, ...]:
        """Whose the thing is that is attacked, where a preposition says so (``مواقع لحزب الله``)."""
        things = (p for slot in _STRUCK for p in predicate.slots.get(slot, ()))
        for phrase in (q for p in things for q in p.attached.get(_BELONGING, ())):
            mention = self.resolve(phrase)
            if mention is not None and mention.code not in own and mention.resolved_by != "unknown":
                return (phrase,)
        return ()

    def _concerned(self, predicate: Predicate, own: set[str]) -> tuple[Phrase, ...]:
        """The country or group deeper in what is acted on: *eased limits on exports of grain to Cuba*."""
        roots = predicate.slots.get("object", ()) if predicate.kind == "verb" else ()
        queue = [(q, 1) for p in roots for q in self._hanging(p)]
        if predicate.kind == "noun":
            queue = [(p, 1) for slot in _CONCERNS for p in predicate.slots.get(slot, ())]
        while queue:
            phrase, depth = queue.pop(0)
            mention = self.resolve(phrase)
            known = mention is not None and mention.resolved_by in ("name", "demonym", "composed", "given")
            if mention is not None and known and mention.code.strip("-") and mention.code[:3] not in own:
                return (phrase,)
            if depth < _DEPTH:
                queue += [(q, depth + 1) for q in self._hanging(phrase)]
        return ()

    def _hanging(self, phrase: Phrase) -> list[Phrase]:
        inner = self.by_head.get(phrase.head)
        slots = inner.slots if inner is not None else phrase.attached
        return [*phrase.genitives, *(q for s in _CONCERNS for q in slots.get(s, ()) if q not in phrase.genitives)]

    def _spans(self, phrases: tuple[Phrase, ...]) -> frozenset[tuple[int, int]]:
        return frozenset((m.start, m.end) for p in phrases if (m := self.resolve(p)) is not None)

    def _author(self, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """*Issued a statement criticising X*: whoever issued the statement criticises."""
        if len(phrases) != 1 or self.analysis.tokens[phrases[0].head].lemma not in self.statement_nouns:
            return phrases
        if self.resolve(phrases[0]) is not None and phrases[0].genitives:
            return phrases
        head = phrases[0].head
        for predicate in self.analysis.predicates:
            if any(p.head == head for p in predicate.slots.get("object", ())) and predicate.slots.get("subject"):
                return predicate.slots["subject"]
        return phrases

    def _noun_paths(
        self, pattern: CompiledPattern, predicate: Predicate
    ) -> tuple[tuple[SlotPath, ...], tuple[SlotPath, ...]]:
        """A lone genitive is what the entry says; beside another filled object slot it is the source."""
        sources, targets = pattern.noun_sources, pattern.noun_targets
        genitive: SlotPath = ("genitive",)
        if pattern.possessor == "target" and genitive in targets and genitive in {(s,) for s in predicate.slots}:
            others = [p for p in targets if p != genitive and (p in _OBJECT_SLOTS) and self.slot(predicate, p)]
            extra = [p for p in _OBJECT_SLOTS if p not in targets and p != ("علي",) and self.slot(predicate, p)]
            own = {p.head for p in self.slot(predicate, genitive)}
            if any(self._resolved(predicate, p, own) for p in (*others, *extra)):
                targets = tuple(p for p in (*targets, *extra) if p != genitive)
                sources = (*sources[:2], genitive, *sources[2:])
        return sources, targets

    def _resolved(self, predicate: Predicate, path: SlotPath, but: set[int]) -> bool:
        return any(p.head not in but and self.resolve(p) is not None for p in self.slot(predicate, path))

    def _first(
        self,
        predicate: Predicate,
        paths: Sequence[SlotPath],
        embedded: set[int],
        taken: frozenset[tuple[int, int]] = frozenset(),
        places: bool = True,
    ) -> tuple[Phrase, ...]:
        """The fillers of the first path with an actor in it; failing that, of the first path that is filled.

        ``taken`` are the actors that hold the other role: *withdrew its troops* has no target. A modifier is an actor
        only when its code is known (*suicide attack* names nobody). Without ``places`` a country in a slot of place is
        the scene of the act and no actor (*attacks in Jordan*).
        """
        filled: tuple[Phrase, ...] = ()
        for path in paths:
            phrases = tuple(p for p in self.slot(predicate, path) if p.head not in embedded or self._is_given(p))
            if path[-1] == _WHERE and not places:
                phrases = tuple(p for p in phrases if not self._is_place(p))
            actors = [m for p in phrases if (m := self.resolve(p)) is not None]
            if path[-1] == "modifier":
                actors = [m for m in actors if m.code.strip("-") or m.is_given]
                phrases = phrases if actors else ()
            if path in _SCENES and not places and not actors:
                phrases = tuple(filter(self._is_scene, phrases))
            if any((m.start, m.end) not in taken for m in actors):
                return phrases
            if not actors:
                filled = filled or phrases
        return filled

    def _is_scene(self, phrase: Phrase) -> bool:
        """Whether what stands behind a preposition of place is one that can be hit (*a cafe*, no *apparent bid*)."""
        token = self.analysis.tokens[phrase.head]
        return token.pos == "PROPN" or any(token.lemma in self.dictionary.word_set(name) for name in _HIT)

    def _is_place(self, phrase: Phrase) -> bool:
        mention = self.resolve(phrase)
        named = mention is not None and mention.resolved_by == "name" and self.is_country(mention.code[:3])
        return mention is not None and named and mention.code[3:] in ("", "GOV")

    def _is_given(self, phrase: Phrase) -> bool:
        mention = self.resolve(phrase)
        return mention is not None and mention.is_given
