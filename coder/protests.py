"""Whom a protest is against: what demonstrators shout, demand, reject and condemn names their addressee.

Languages whose words.yaml has the lists `demand_words` and `condemn_words` are read so; the places before which people
gather stay with the dictionary entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from coder.model import ActorMention, Analysis, Phrase, Predicate

PROTEST = "14"
_TO = "ل"
_DEPTH = 3
_DOERS = ("subject", "by")
_OWNERS = ("genitive", "object", "من", "ل")
_TOLD = ("object", "ب", "عن")
_CONDEMNED = ("علي", "ب", "object", "genitive", "ل")
_SHOUTED = ("object", "ب", "علي")
_LEAVING = ("subject", "genitive", "object", "modifier")
_DEMANDED = ("ب", "الي")
_RELATIVE = ("relative", "attributive")

_Slots = Mapping[str, tuple[Phrase, ...]]


class Addressees:
    """Finds the addressees of the protests of one sentence."""

    def __init__(
        self,
        analysis: Analysis,
        words: Mapping[str, tuple[str, ...]],
        resolve: Callable[[Phrase], ActorMention | None],
        suffered: Callable[[Predicate], bool],
    ) -> None:
        """``suffered``: whether the genitive of an event noun is who suffers it (*the killing of three civilians*)."""
        self.analysis, self.resolve, self.suffered = analysis, resolve, suffered
        self.by_head = {p.head: p for p in analysis.predicates}
        self.against = words.get("protest_slots", ())
        self.aims = words.get("protest_aims", ())
        self.demands = frozenset(words.get("demand_words", ()))
        self.condemns = frozenset(words.get("condemn_words", ()))
        self.removals = frozenset(words.get("removal_nouns", ()))
        self.slogans = frozenset(words.get("slogans", ()))
        self.wishes = frozenset(words.get("death_wishes", ()))
        self.hostile = frozenset(words.get("hostile_adjectives", ()))

    def of(self, predicate: Predicate) -> tuple[Phrase, ...]:
        """The phrase that names whom the protest is against; nothing where the words name nobody."""
        around = (self.by_head[p.head] for p in predicate.slots.get("adverbial", ()) if p.head in self.by_head)
        return (
            self._blamed_in(predicate.slots, self.against)
            or self._shouted(predicate.slots)
            or _first(self._stated(q) for q in around)
            or _first(self._aimed(p) for slot in self.aims for p in predicate.slots.get(slot, ()))
            or self._wished_dead()
        )

    def _wished_dead(self) -> tuple[Phrase, ...]:
        """*Death to America*: whom a shouted wish names."""
        tokens = self.analysis.tokens
        heads = (i + 2 for i in range(len(tokens) - 2) if tokens[i].norm in self.wishes and tokens[i + 1].norm == _TO)
        by_start = {min(p.tokens): p for p in self.analysis.phrases if p.tokens}
        return _first(self._actor(by_start[i]) for i in heads if i in by_start)

    # ------------------------------------------------------------------ what is said

    def _stated(self, clause: Predicate) -> tuple[Phrase, ...]:
        """What a clause of demanding, condemning or shouting says of the addressee."""
        if clause.lemma in self.demands:
            return self._demanded(clause.slots)
        if clause.lemma in self.condemns:
            return self._blamed_in(clause.slots, _CONDEMNED)
        expressed = (p for slot in _TOLD for p in clause.slots.get(slot, ()))
        return (
            self._blamed_in(clause.slots, self.against)
            or self._shouted(clause.slots)
            or _first(self._aimed(p) for p in expressed)
        )

    def _shouted(self, slots: _Slots) -> tuple[Phrase, ...]:
        """Against whom slogans and banners are: by an adjective, a preposition or a clause on them."""
        phrases = (p for slot in _SHOUTED for p in slots.get(slot, ()))
        return _first(self._slogan(p) for p in phrases if self._lemma(p.head) in self.slogans)

    def _slogan(self, phrase: Phrase) -> tuple[Phrase, ...]:
        below = self._slots(phrase)
        found = self._blamed_in(below, self.against)
        if not found and any(self._lemma(t) in self.hostile for t in phrase.tokens):
            found = self._blamed_in(below, ("ل", "ب", "object"))
        return found or _first(self._stated(q) for q in self._clauses_on(phrase))

    def _clauses_on(self, phrase: Phrase) -> Iterable[Predicate]:
        for predicate in self.analysis.predicates:
            subjects = predicate.slots.get("subject", ())
            if predicate.clause in _RELATIVE and any(p.head == phrase.head < predicate.head for p in subjects):
                yield predicate

    def _aimed(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The addressee of an aim that is told by a noun (*to demand that ..., in condemnation of ...*)."""
        lemma = self._lemma(phrase.head)
        if lemma in self.demands:
            return self._demanded(self._slots(phrase))
        return self._blamed_in(self._slots(phrase), _CONDEMNED) if lemma in self.condemns else ()

    def _demanded(self, slots: _Slots) -> tuple[Phrase, ...]:
        """Who is asked, or who is to go: *demanding that the government resign*."""
        asked = (p for slot in ("object", "genitive", "من") for p in slots.get(slot, ()))
        leaving = (p for slot in _DEMANDED for p in slots.get(slot, ()) if self._lemma(p.head) in self.removals)
        gone = (q for p in leaving for slot in _LEAVING for q in self._slots(p).get(slot, ()))
        return _first(self._actor(p) for p in (*asked, *gone))

    # ------------------------------------------------------------------ who is blamed

    def _blamed_in(self, slots: _Slots, names: Iterable[str]) -> tuple[Phrase, ...]:
        """The actors under the first slot that names any; all that are joined there."""
        return _first(tuple(q for p in slots.get(slot, ()) for q in self._blamed(p)) for slot in names)

    def _blamed(self, phrase: Phrase, depth: int = 0) -> tuple[Phrase, ...]:
        """The actor of a phrase, or who did or owns the thing; never who suffered it."""
        act = self.by_head.get(phrase.head)
        below = self._slots(phrase)
        if act is not None and act.kind == "noun":
            doer = _first(self._actor(p) for slot in _DOERS for p in below.get(slot, ()))
            doer = doer or tuple(p for p in below.get("modifier", ()) if self.resolve(p) is not None)[:1]
            if doer or self.suffered(act):
                return doer
        elif found := self._actor(phrase, known=depth > 0):
            return found
        if depth >= _DEPTH:
            return ()
        return _first(self._blamed(p, depth + 1) for slot in _OWNERS for p in below.get(slot, ()))

    def _actor(self, phrase: Phrase, known: bool = False) -> tuple[Phrase, ...]:
        """The phrase where it names an actor; with ``known``, one with a code."""
        mention = self.resolve(phrase) if phrase.kind == "noun" else None
        return (phrase,) if mention is not None and not (known and mention.resolved_by == "unknown") else ()

    def _slots(self, phrase: Phrase) -> _Slots:
        """What hangs on a phrase: as event noun, as clause, or as plain noun."""
        inner = self.by_head.get(phrase.head)
        return inner.slots if inner is not None else {"genitive": phrase.genitives, **phrase.attached}

    def _lemma(self, token: int) -> str:
        return self.analysis.tokens[token].lemma


def _first(found: Iterable[tuple[Phrase, ...]]) -> tuple[Phrase, ...]:
    return next((phrases for phrases in found if phrases), ())
