"""Whom a protest is against: what demonstrators shout, demand, reject and condemn names their addressee.

Which words and slots say so stands in each language's words.yaml (`demand_words`, `condemn_words`, `protest_slots`);
the places before which people gather stay with the dictionary entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from coder.model import ActorMention, Analysis, Phrase, Predicate
from coder.slogans import Slogans

PROTEST = "14"
_DEPTH = 3
_DOERS = ("subject", "by")
_NAMED_WITH = ("modifier", "subject", "by")
_SEATS = ("outside", "in front of")
_RELATIVE = ("relative", "attributive")
_NEAR = 3
_BY_NAME = ("given", "name", "agent", "composed", "place")

_Slots = Mapping[str, tuple[Phrase, ...]]


class Addressees:
    """Finds the addressees of the protests of one sentence."""

    def __init__(
        self,
        analysis: Analysis,
        words: Mapping[str, tuple[str, ...]],
        resolve: Callable[[Phrase], ActorMention | None],
        suffered: Callable[[Predicate], bool],
        doers: Callable[[Predicate], tuple[Phrase, ...]],
        opponents: Callable[[Phrase], tuple[Phrase, ...]],
    ) -> None:
        """``suffered``: whether the genitive of an event noun is who suffers it (*the killing of three civilians*).

        ``doers``: who did an act by its entry (*the country's attacks*).
        ``opponents``: whom the prefixes in a phrase are against (*anti-Chinese*).
        """
        self.opponents = opponents
        self.analysis, self.resolve, self.suffered, self.doers = analysis, resolve, suffered, doers
        self.by_head = {p.head: p for p in analysis.predicates}
        self.slots = {name: words.get(name, ()) for name in _SLOT_LISTS}
        self.words = {name: frozenset(words.get(name, ())) for name in _WORD_LISTS}
        self.given_words = words

    def of(self, predicate: Predicate) -> tuple[Phrase, ...]:
        """The phrase that names whom the protest is against; nothing where the words name nobody."""
        says = predicate.lemma in self.words["demand_words"] | self.words["condemn_words"]
        own = self._stated(predicate) if says and predicate.kind == "verb" else ()
        return (
            own
            or self._named_by(predicate.slots)
            or _first(self.opponents(p) for name in _NAMED_WITH for p in predicate.slots.get(name, ()))
            or _first(self._stated(q) for q in self._clauses_of(predicate.head))
            or _first(self._protest(p) for phrases in predicate.slots.values() for p in phrases)
            or _first(self._named_by(q.slots) for q in self._told_by(predicate))
            or _first(self._stated(q) for q in self._next_acts(predicate))
            or self._borne_along(predicate)
            or self._aimed_apart(predicate)
            or Slogans(self.analysis, self.given_words, self._actor).opponents()
            or self._so_called(predicate)
        )

    def spares(self, phrase: Phrase, protest: Predicate) -> bool:
        """Whether the phrase is an act that somebody suffers, or who suffers it: nobody to protest against."""
        mention = self.resolve(phrase)
        if mention is not None and mention.is_given:
            return False
        acts = [p for p in self.analysis.predicates if p.kind == "noun" and p is not protest and self.suffered(p)]
        return any(p.head == phrase.head for p in acts) or any(
            q.head == phrase.head for p in acts for slot in self.slots["owner_slots"] for q in p.slots.get(slot, ())
        )

    def stood_before(self, protest: Predicate) -> tuple[Phrase, ...]:
        """Before whose seat people gather, where nothing else names whom they are against."""
        return _first(self._actor(p, known=True) for name in _SEATS for p in protest.slots.get(name, ()))

    def _named_by(self, slots: _Slots) -> tuple[Phrase, ...]:
        """Whom the words at the protest name: against whom, what is shouted, said meanwhile, and what for."""
        around = (self.by_head.get(p.head) for name in self.slots["protest_clauses"] for p in slots.get(name, ()))
        return (
            self._blamed_in(slots, self.slots["protest_slots"])
            or self._shouted(slots)
            or _first(self._stated(q) for q in around if q is not None)
            or _first(self._aimed(p) for name in self.slots["protest_aims"] for p in slots.get(name, ()))
        )

    def _protest(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """What is said with a noun of protest at the verb (*came out in a march that denounces the governor*)."""
        if self._lemma(phrase.head) not in self.words["set.demonstration"]:
            return ()
        return self._named_by(self._slots(phrase)) or _first(self._stated(q) for q in self._clauses_of(phrase.head))

    def _next_acts(self, predicate: Predicate) -> Iterator[Predicate]:
        """What the same people do next in the sentence (*gathered there and demanded that the mayor resign*)."""
        agents = {p.head for p in predicate.slots.get("subject", ())}
        for other in self.analysis.predicates:
            same = agents & {p.head for p in other.slots.get("subject", ())}
            if other.kind == "verb" and other.head > predicate.head and same and not other.negated:
                yield other

    def _told_by(self, protest: Predicate) -> Iterator[Predicate]:
        """The verbs that tell a protest named by a noun (``خرجت مسيرات تنديدا بالغارات``)."""
        for verb in self.analysis.predicates if protest.kind == "noun" else ():
            if verb.kind == "verb" and any(p.head == protest.head for p in verb.slots.get("subject", ())):
                yield verb

    def _borne_along(self, predicate: Predicate) -> tuple[Phrase, ...]:
        """An opponent that a parser hangs on those who protest (*a march by students against the council*)."""
        agents = (p for name in _DOERS for p in predicate.slots.get(name, ()))
        return _first(self._blamed_in(p.attached, self.slots["opposing_slots"]) for p in agents)

    # ------------------------------------------------------------------ what is said

    def _stated(self, clause: Predicate) -> tuple[Phrase, ...]:
        """What a clause of demanding, condemning or shouting says of the addressee."""
        if clause.lemma in self.words["demand_words"]:
            return self._demanded(clause.slots) or self._asked_in_that(clause)
        if clause.lemma in self.words["condemn_words"]:
            return self._blamed_in(clause.slots, self.slots["condemned_slots"])
        expressed = (p for slot in self.slots["told_slots"] for p in clause.slots.get(slot, ()))
        return (
            self._blamed_in(clause.slots, self.slots["opposing_slots"])
            or self._shouted(clause.slots)
            or _first(self._aimed(p) for p in expressed)
        )

    def _asked_in_that(self, clause: Predicate) -> tuple[Phrase, ...]:
        """The subject of a *that* clause that a parser takes for a noun (*demanded that the president resign*)."""
        tokens = self.analysis.tokens[clause.head + 1 : clause.head + 2]
        if not tokens or tokens[0].norm not in self.words["that_words"]:
            return ()
        behind = (p for p in self.analysis.phrases if p.tokens and min(p.tokens) in (clause.head + 1, clause.head + 2))
        return _first(self._actor(p) for p in behind if p.head > clause.head)

    def _shouted(self, slots: _Slots) -> tuple[Phrase, ...]:
        """Against whom slogans and banners are: by an adjective, a preposition or a clause on them."""
        phrases = (p for slot in self.slots["shouted_slots"] for p in slots.get(slot, ()))
        return _first(self._slogan(p) for p in phrases if self._lemma(p.head) in self.words["slogans"])

    def _slogan(self, phrase: Phrase) -> tuple[Phrase, ...]:
        below = self._slots(phrase)
        found = self._blamed_in(below, self.slots["opposing_slots"])
        if not found and any(self._lemma(t) in self.words["hostile_adjectives"] for t in phrase.tokens):
            found = self._blamed_in(below, self.slots["hostile_slots"])
        return found or _first(self._stated(q) for q in self._clauses_of(phrase.head))

    def _clauses_of(self, head: int) -> Iterator[Predicate]:
        """The relative clauses whose subject the noun at ``head`` is."""
        for predicate in self.analysis.predicates:
            subjects = predicate.slots.get("subject", ())
            if predicate.clause in _RELATIVE and any(p.head == head < predicate.head for p in subjects):
                yield predicate

    def _aimed(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The addressee of an aim that is told by a noun (*to demand that ..., in condemnation of ...*)."""
        lemma = self._lemma(phrase.head)
        if lemma in self.words["demand_words"]:
            return self._demanded(self._slots(phrase))
        if lemma in self.words["condemn_words"]:
            return self._blamed_in(self._slots(phrase), self.slots["condemned_slots"])
        joined = (p for name in self.slots["told_slots"] for p in self._slots(phrase).get(name, ()))
        return _first(self._aimed(p) for p in joined if p.head > phrase.head and self._is_stance(p))

    def _is_stance(self, phrase: Phrase) -> bool:
        return self._lemma(phrase.head) in self.words["demand_words"] | self.words["condemn_words"]

    def _demanded(self, slots: _Slots) -> tuple[Phrase, ...]:
        """Who is asked, or who is to go: *demanding that the government resign*."""
        wanted = [p for slot in self.slots["demanded_slots"] for p in slots.get(slot, ())]
        leaving = [p for p in wanted if self._lemma(p.head) in self.words["removal_nouns"]]
        first = min((p.head for p in leaving), default=self.analysis.tokens[-1].index)
        asked = [p for slot in self.slots["asked_slots"] for p in slots.get(slot, ()) if p not in leaving]
        acting = [
            q
            for p in wanted
            if (c := self.by_head.get(p.head)) and c.kind == "verb"
            for q in c.slots.get("subject", ())
        ]
        gone = (q for p in leaving for slot in self.slots["leaving_slots"] for q in self._slots(p).get(slot, ()))
        return (
            _first(self._actor(p) for p in asked if p.head < first)
            or _first(self._actor(p) for p in acting)
            or _first(self._blamed(p) for p in gone)
        )

    def _aimed_apart(self, predicate: Predicate) -> tuple[Phrase, ...]:
        """The aim that stands behind other clauses (``تجمع محتجون يحملون الشموع أمام القصر، لمطالبة الرئيس``)."""
        tokens, particles = self.analysis.tokens, self.words["aim_particles"]
        stances = (p for p in self.analysis.phrases if p.kind == "noun" and p.head > predicate.head)
        answers = self.words["answering_nouns"]
        aims = (
            p
            for p in stances
            if self._is_stance(p) and tokens[p.head - 1].norm in particles and tokens[p.head - 2].lemma not in answers
        )
        return _first(self._aimed(p) for p in aims)

    def _so_called(self, predicate: Predicate) -> tuple[Phrase, ...]:
        """Who is behind a thing that the protest calls by a name of its own (*over what they call the fraud of X*)."""
        tokens = self.analysis.tokens
        for naming in self.analysis.predicates:
            called = naming.lemma in self.words["naming_verbs"] and naming.head > predicate.head
            if called and naming.head > 0 and tokens[naming.head - 1].norm in self.words["so_called"]:
                after = (p for p in self.analysis.phrases if p.kind == "noun" and min(p.tokens) > naming.head)
                thing = min(after, key=lambda p: (min(p.tokens), -len(p.tokens)), default=None)
                if thing is not None and min(thing.tokens) - naming.head <= _NEAR:
                    return self._blamed(thing)
        return ()

    # ------------------------------------------------------------------ who is blamed

    def _blamed_in(self, slots: _Slots, names: Iterable[str]) -> tuple[Phrase, ...]:
        """The actors under the first slot that names any; all that are joined there."""
        return _first(tuple(q for p in slots.get(slot, ()) for q in self._blamed(p)) for slot in names)

    def _blamed(self, phrase: Phrase, depth: int = 0) -> tuple[Phrase, ...]:
        """The actor of a phrase, or who did or owns the thing; never who suffered it."""
        act = self.by_head.get(phrase.head)
        below = self._slots(phrase)
        if act is not None and act.kind == "verb" and act.lemma in self.words["naming_verbs"]:
            return self._blamed_in(below, self.slots["named_slots"])
        if self._is_actor_by_name(phrase):
            return (phrase,)
        if act is not None and act.kind == "noun":
            doer = _first(self._actor(p) for slot in _DOERS for p in below.get(slot, ()))
            doer = doer or tuple(p for p in below.get("modifier", ()) if self.resolve(p) is not None)[:1]
            doer = doer or _first(self._actor(p) for p in self.doers(act))
            if doer or self.suffered(act):
                return doer or self._weapon_of(below)
        elif found := self._actor(phrase, known=depth > 0):
            return found
        if depth >= _DEPTH:
            return ()
        owners = _first(self._blamed(p, depth + 1) for name in self.slots["owner_slots"] for p in below.get(name, ()))
        return owners or self._made_by(phrase)

    def _is_actor_by_name(self, phrase: Phrase) -> bool:
        """Whether the head is an actor's own noun (*Russian authorities*), not one of an act (*Russian raids*)."""
        mention = self.resolve(phrase) if phrase.kind == "noun" else None
        return mention is not None and mention.resolved_by in _BY_NAME and mention.head in (None, phrase.head)

    def _weapon_of(self, below: _Slots) -> tuple[Phrase, ...]:
        """Whose arms did it (``مقتل طالب برصاص الشرطة``)."""
        arms = (p for name in self.slots["means_slots"] for p in below.get(name, ()))
        owners = (q for p in arms for q in self._slots(p).get("genitive", ()))
        return _first(self._actor(p, known=True) for p in owners)

    def _made_by(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """Who a relative clause says made the thing (*the tax that the government imposed*)."""
        for clause in self.analysis.predicates:
            things = clause.slots.get("object", ())
            if clause.clause in _RELATIVE and any(p.head == phrase.head < clause.head for p in things):
                return _first(self._actor(p, known=True) for name in _DOERS for p in clause.slots.get(name, ()))
        return ()

    def _actor(self, phrase: Phrase, known: bool = False) -> tuple[Phrase, ...]:
        """The phrase where it names an actor; with ``known``, one with a code; never demonstrators."""
        if self._lemma(phrase.head) in self.words["set.demonstrators"]:
            return ()
        mention = self.resolve(phrase) if phrase.kind == "noun" else None
        return (phrase,) if mention is not None and not (known and mention.resolved_by == "unknown") else ()

    def _slots(self, phrase: Phrase) -> _Slots:
        """What hangs on a phrase: as event noun, as clause, or as plain noun."""
        inner = self.by_head.get(phrase.head)
        return inner.slots if inner is not None else {"genitive": phrase.genitives, **phrase.attached}

    def _lemma(self, token: int) -> str:
        return self.analysis.tokens[token].lemma


_SLOT_LISTS = (
    "protest_slots",
    "protest_clauses",
    "protest_aims",
    "opposing_slots",
    "told_slots",
    "shouted_slots",
    "hostile_slots",
    "condemned_slots",
    "asked_slots",
    "demanded_slots",
    "leaving_slots",
    "owner_slots",
    "means_slots",
    "named_slots",
)
_WORD_LISTS = (
    "demand_words",
    "condemn_words",
    "removal_nouns",
    "slogans",
    "hostile_adjectives",
    "naming_verbs",
    "so_called",
    "aim_particles",
    "answering_nouns",
    "that_words",
    "set.demonstrators",
    "set.demonstration",
)


def _first(found: Iterable[tuple[Phrase, ...]]) -> tuple[Phrase, ...]:
    return next((phrases for phrases in found if phrases), ())
