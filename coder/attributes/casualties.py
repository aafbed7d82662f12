"""How many were killed and injured: numbers of a sentence tied to its words of harm, and these to its predicates.

A number belongs to the word of harm whose victims it counts (killed *five soldiers*, the deaths of *17 civilians*).
Deaths are counted once: the predicate that says so has them, and the act that it is merged with in coding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coder.attributes.casualties_read import Count, Harm, SentenceReader, Toll
from coder.attributes.casualties_words import CasualtyWords, casualty_words
from coder.model import Analysis, Predicate

__all__ = ["Casualties", "CasualtyCounter", "Count"]

_ACT_SLOTS = frozenset({"subject", "in", "by", "during", "with", "from", "amid", "of", "after", "following"}) | {
    "when", "في", "خلال", "ب", "اثر", "جراء", "نتيجه", "بعد", "عندما", "من", "بسبب", "عقب", "participle", "result"
}  # fmt: skip
_AGENT_SLOTS = frozenset({"subject", "by", "between", "modifier", "بين"})
_WHEN_SLOTS = frozenset({"when", "after", "as", "while", "following", "عندما", "بعد", "حين", "عقب", "اثر"})


@dataclass(frozen=True, slots=True)
class Casualties:
    """What a sentence says of the dead and the injured of one event."""

    killed: tuple[Count, ...] = ()
    injured: tuple[Count, ...] = ()


class CasualtyCounter:
    """Reads casualties with the word lists of each language. Holds the tolls of the sentence looked at last."""

    def __init__(self, words: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._words = {lang: casualty_words(lang, lists) for lang, lists in words.items()}
        self._last: tuple[Analysis, list[tuple[Toll, tuple[int, ...]]]] | None = None

    def casualties(self, analysis: Analysis, predicate: Predicate, acts: Collection[int] | None = None) -> Casualties:
        """The counts that belong to a predicate.

        ``acts``: the heads of all predicates that are coded as acts of force. Each toll then goes to one of them, the
        first in line; without them every predicate that coding may merge with the word of harm has it.
        """
        by_head = {p.head: p for p in analysis.predicates}
        tolls = [toll for toll, owners in self._tolls(analysis) if _owns(predicate.head, toll, by_head, owners, acts)]
        return Casualties(_counts(tolls, "killed"), _counts(tolls, "injured"))

    def _tolls(self, analysis: Analysis) -> list[tuple[Toll, tuple[int, ...]]]:
        if self._last is None or self._last[0] is not analysis:
            words = self._words.get(analysis.sentence.lang) or casualty_words(analysis.sentence.lang, {})
            tolls = list(SentenceReader(analysis, words).tolls())
            owners = _Owners(analysis, words, tolls)
            self._last = analysis, [(toll, owners.of(toll)) for toll in tolls]
        return self._last[1]


def _owns(
    head: int, toll: Toll, by_head: Mapping[int, Predicate], owners: Sequence[int], acts: Collection[int] | None
) -> bool:
    """Whether a predicate has a toll. A word of harm in a relative clause lends none, one with an agent only to his."""
    if acts is None or toll.nobody:
        return head in owners
    own = next((o for o in owners if o in acts), None)
    if own is None:
        word = by_head.get(toll.word)
        agents = _agents(word, toll) if word is not None else frozenset()
        if word is None or word.clause != "relative":
            open_to = [a for a in acts if not agents or (a in by_head and agents == _agents(by_head[a], toll))]
            behind = [a for a in open_to if a > toll.word]
            own = max((a for a in open_to if a <= toll.word), default=min(behind, default=None))
    return head == own


def _agents(predicate: Predicate, toll: Toll) -> frozenset[int]:
    """The heads of a predicate's subjects, but for the victims themselves (*six injured*)."""
    subjects = (p for p in predicate.slots.get("subject", ()) if p.kind != "clause")
    return frozenset(p.head for p in subjects if not any(p.start <= place < p.end for place in toll.places))


def _counts(tolls: Sequence[Toll], harm: Harm) -> tuple[Count, ...]:
    """The counts of one harm; that nobody was harmed only where no number is given."""
    own = [t for t in tolls if t.harm == harm]
    told = [t for t in own if not t.nobody] or own[:1]
    return tuple(count for toll in told for count in toll.counts)


class _Owners:
    """Which predicates have a toll: its own word, and whatever coding merges with that word."""

    def __init__(self, analysis: Analysis, words: CasualtyWords, tolls: Sequence[Toll]) -> None:
        self.analysis, self.words, self.tolls = analysis, words, tolls
        self.by_head = {p.head: p for p in analysis.predicates}
        self.predicates = sorted(analysis.predicates, key=lambda p: p.start)
        self.told = {t.word for t in tolls if not t.nobody}

    def of(self, toll: Toll) -> tuple[int, ...]:
        """The heads of the predicates that have a toll, the first in line first."""
        if toll.nobody:
            return tuple(p.head for p in self.predicates if not self._is_word(p) or p.head == toll.word)
        word = self.by_head.get(toll.word)
        owners = tuple(dict.fromkeys(self._with_word(word) if word is not None else self._without_word(toll)))
        return owners or self._nearest(toll)

    def _with_word(self, word: Predicate) -> Iterator[int]:
        yield word.head
        acts = [a for a in self._acts_in(word, _ACT_SLOTS - _WHEN_SLOTS, deep=False) if a.kind == "noun"]
        if word.kind == "verb":
            yield from (a.head for a in acts)
        led = word.kind == "verb" and "subject" not in word.slots and any(set(a.slots) & _AGENT_SLOTS for a in acts)
        if word.lemma in self.words.merged and not led:
            yield from self._merged(word)
        weak = word.lemma not in self.words.killed and " " not in word.lemma and "subject" not in word.slots
        fate = self.words["dies"] | self.words["loses"]
        if word.kind == "verb" and (weak or word.lemma in fate):
            around = [*self._acts_in(word, _WHEN_SLOTS)]
            yield from (a.head for a in around)
            if not acts and not around:
                yield from self._joined(word)

    def _merged(self, word: Predicate) -> Iterator[int]:
        """The acts with which coding merges a toll: it hangs on them, or they have its agents."""
        agents = {p.head for p in word.slots.get("subject", ())}
        for act in self.predicates:
            own = {p.head for p in act.slots.get("subject", ())}
            is_word = self._is_word(act)
            if act.head == word.head or act.lemma in self.words["no_force"]:
                continue
            if is_word and (act.head > word.head or act.lemma not in self.words.merged):
                continue
            hangs = any(p.head == word.head for phrases in act.slots.values() for p in phrases)
            if hangs or (agents and agents == own) or (is_word and not agents):
                yield act.head

    def _without_word(self, toll: Toll) -> Iterator[int]:
        """The word of harm is no predicate (dead, قتلى): the verb that governs it, and that verb's acts."""
        for governor in self._governors(toll):
            if governor.lemma not in self.words["report"]:
                yield governor.head
            acts = list(self._acts_in(governor, _ACT_SLOTS))
            yield from (a.head for a in acts)
            if not acts and governor.kind == "verb":
                yield from self._joined(governor)
            return

    def _governors(self, toll: Toll) -> Iterator[Predicate]:
        """Predicates in whose slots the toll stands, the innermost first."""
        found: list[tuple[int, Predicate]] = []
        for predicate in self.predicates:
            for phrases in predicate.slots.values():
                nouns = [p for p in phrases if p.kind != "clause"]
                holding = [p for p in nouns if any(p.start <= place < p.end for place in toll.places)]
                found.extend((p.end - p.start, predicate) for p in holding)
        yield from (predicate for _, predicate in sorted(found, key=lambda item: (item[0], item[1].start)))

    def _acts_in(self, predicate: Predicate, slots: frozenset[str], deep: bool = True) -> Iterator[Predicate]:
        """Predicates that stand in slots of another one or just below."""
        for slot, phrases in predicate.slots.items():
            for phrase in phrases if slot in slots else ():
                below = [*phrase.genitives, *(p for own in phrase.attached.values() for p in own)] if deep else []
                for head in (p.head for p in (phrase, *below)):
                    act = self.by_head.get(head)
                    if act is None or act is predicate or self._is_told(act):
                        continue
                    if self._is_word(act) and act.kind == "noun":
                        yield from self._acts_in(act, slots - {"subject"}, deep=False)
                    else:
                        yield act

    def _joined(self, word: Predicate) -> Iterator[int]:
        """The nearest verb before it that is no word of harm and no report, else the nearest after it."""
        plain = [
            p
            for p in self.predicates
            if p.head != word.head and not self._is_word(p) and p.lemma not in self.words["report"]
        ]
        before = [p for p in plain if p.start < word.start and p.kind == "verb"]
        tolls = [p for p in self.predicates if p.start < word.start and p.kind == "verb" and self._is_told(p)]
        chosen = before[-1:] or tolls[-1:] or [p for p in plain if p.start > word.start][:1]
        for verb in chosen:
            yield verb.head
            if not self._is_word(verb):
                own = {p.head for slot in ("subject", "object") for p in verb.slots.get(slot, ())}
                own |= {h for h in (verb.support_for,) if h is not None}
                yield from (
                    p.head for p in self.predicates if p.head in own and not self._is_told(p) and p.kind == "noun"
                )

    def _nearest(self, toll: Toll) -> tuple[int, ...]:
        if not self.predicates:
            return ()
        position = toll.places[0]

        def distance(p: Predicate) -> int:
            return max(
                p.start - position, 2 * (position - p.end) if p.lemma in self.words["report"] else position - p.end
            )

        return (min(self.predicates, key=lambda p: (distance(p), p.start)).head,)

    def _is_told(self, predicate: Predicate) -> bool:
        return predicate.head in self.told

    def _is_word(self, predicate: Predicate) -> bool:
        return predicate.lemma in self.words.killed or predicate.lemma in self.words.injured
