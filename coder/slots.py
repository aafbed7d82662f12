"""What stands in the slots of the predicates of one sentence, and below the phrases that fill them."""

from __future__ import annotations

from functools import cached_property

from coder.dictionary.compiled import SlotPath
from coder.model import Analysis, Phrase, Predicate

_RELATIVE = ("relative", "attributive", "participle")
_NAMING = ("ADJ", "NOUN", "PROPN")
_GOALS = ("to", "from", "against", "by")


class Slots:
    """The slots of one analysis, with the words under which their fillers are looked up."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.by_head: dict[int, Predicate] = {p.head: p for p in analysis.predicates}
        self._said: dict[int, frozenset[str]] = {}
        self._modifiers: dict[int, tuple[Phrase, ...]] = {}

    def slot(self, predicate: Predicate, path: SlotPath) -> tuple[Phrase, ...]:
        """The fillers of a slot path: ``("object", "to")`` is what hangs by *to* on the object."""
        phrases = predicate.slots.get(path[0], ())
        for step in path[1:]:
            phrases = tuple(q for p in phrases for q in self.below(p, step))
        return phrases

    def below(self, phrase: Phrase, step: str) -> tuple[Phrase, ...]:
        """What hangs on a phrase in a slot of its own."""
        inner = self.by_head.get(phrase.head)
        if inner is not None and step in inner.slots:
            return inner.slots[step]
        if step in ("genitive", "of"):
            return phrase.genitives
        if step == "relative":
            return self._clauses_on(phrase)
        if step == "modifier":
            return self._modifiers_of(phrase)
        return phrase.attached.get(step) or self._in_relative(phrase, step)

    def _modifiers_of(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The words before the head of a noun that is no predicate (*the withdrawal of US troops*), as phrases."""
        if phrase.head not in self._modifiers:
            tokens = (self.analysis.tokens[t] for t in phrase.tokens if t < phrase.head)
            words = [t for t in tokens if t.pos in _NAMING]
            self._modifiers[phrase.head] = tuple(
                Phrase(t.index, t.start, t.end, t.start, t.end, "noun", (t.index,)) for t in words
            )
        return self._modifiers[phrase.head]

    def _clauses_on(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The relative clauses whose subject the phrase is (*slogans that condemn the raids*), as phrases."""
        return tuple(
            Phrase(p.head, p.start, p.end, p.start, p.end, "clause", (p.head,))
            for p in self.analysis.predicates
            if p.clause in _RELATIVE and any(q.head == phrase.head < p.head for q in p.slots.get("subject", ()))
        )

    def _in_relative(self, phrase: Phrase, step: str) -> tuple[Phrase, ...]:
        """What a parser hangs too low (*returned a bust stolen in 1989 to Peru*), and *by*: *a plan made by Mali*."""
        if step not in _GOALS:
            return ()
        slot = "subject" if step == "by" else step
        below = (p for p in self.analysis.predicates if p.clause in _RELATIVE and slot in p.slots)
        own = (p for p in below if any(q.head == phrase.head for q in p.slots.get("object", ())))
        return next((p.slots[slot] for p in own if step != "by" or p.voice == "passive"), ())

    def chain(self, phrase: Phrase) -> frozenset[str]:
        """The words of a phrase, its genitives and theirs (``قوات حفظ السلام``)."""
        chain = (phrase, *phrase.genitives, *(h for g in phrase.genitives for h in g.genitives))
        return frozenset().union(*(self.words_at(t) for p in chain for t in p.tokens))

    def words_at(self, token: int) -> frozenset[str]:
        """The forms under which a token is looked up."""
        if token not in self._said:
            said = self.analysis.tokens[token]
            self._said[token] = frozenset((said.lemma, said.norm))
        return self._said[token]

    @cached_property
    def vocabulary(self) -> set[str]:
        """The words of the sentence that can fill a slot."""
        tokens = self.analysis.tokens
        words = {word for p in self.analysis.predicates for word in p.lemma.split()}
        return words.union([t.lemma for t in tokens], [t.norm for t in tokens])
