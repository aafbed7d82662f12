"""Which analysed sentences can hold an event, whoever their actors are: told from their frames alone.

The gate on words (``gate``) lets a sentence pass that has the words of a reading; here they must also stand in the
slots that the reading asks for. What depends on actors or on the names of persons counts as fulfilled, so that the gate
is lossless and neither need be known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from coder.dictionary.compiled import CompiledPattern, Filler, LanguageDictionary
from coder.matcher import SentenceMatcher
from coder.model import Analysis, Phrase, Predicate

_REFUSABLE = "refusable_verbs"
_SAYING = "attribution"
_DUTY = ("complement", "subject")  # where a verb of duty holds what must be done
_OF_FRAMES = ("any", "infinitive")  # classes of fillers that depend on nothing else
Readings = Mapping[str, Sequence[CompiledPattern]]
_ByNeeds = Mapping[str, Sequence[tuple[frozenset[str], Sequence[CompiledPattern]]]]


def obliged(matcher: SentenceMatcher, saying: CompiledPattern, predicate: Predicate) -> Iterator[Predicate]:
    """What is said to be a duty (*must withdraw*), also below a verb of duty of its own (``يجب أن``)."""
    said = (matcher.by_head.get(p.head) for path in saying.embedded for p in matcher.slot(predicate, path))
    for outer in (inner for inner in said if inner is not None):
        below = (matcher.by_head.get(p.head) for slot in _DUTY for p in outer.slots.get(slot, ()))
        yield from (p for p in (outer, *below) if p is not None and p.modality == "obligation")


def refused(matcher: SentenceMatcher, saying: CompiledPattern, predicate: Predicate) -> Iterator[Predicate]:
    """What is said not to be going to be done (*said it would not return to the cabinet*), of listed verbs."""
    verbs = matcher.dictionary.word_set(_REFUSABLE)
    said = (
        (matcher.by_head.get(p.head) for path in saying.embedded for p in matcher.slot(predicate, path))
        if verbs
        else ()
    )
    yield from (p for p in said if p is not None and p.negated and p.modality == "future" and p.lemma in verbs)


def refusals(dictionary: LanguageDictionary) -> list[frozenset[str]]:
    """The sets of words one of which is in every sentence that holds something ``refused``."""
    verbs, negations = dictionary.word_set(_REFUSABLE), dictionary.word_set("negation")
    return [frozenset((*verb.split(), no)) for verb in sorted(verbs) for no in sorted(negations)]


class FrameGate:
    """Decides on sentences by their frames."""

    def __init__(self, dictionary: LanguageDictionary) -> None:
        self._dictionary = dictionary
        self._readings: dict[str, _ByNeeds] = {
            "verb": _of_events(dictionary.verbs),
            "noun": _of_events(dictionary.nouns),
        }

    def passes(self, frames: Analysis) -> bool:
        """Whether a sentence can hold an event. ``frames``: its analysis; the entities are not looked at."""
        if self._dictionary.word_order:
            return True
        found = [
            (predicate, reading)
            for predicate in frames.predicates
            for slots in (predicate.slots.keys(),)
            for needs, readings in self._readings[predicate.kind].get(predicate.lemma, ())
            if slots >= needs
            for reading in readings
        ]
        if not found:
            return False
        plain = (r.code is not None and not r.where and r.voice in (None, p.voice) for p, r in found)
        return any(plain) or _Frames(frames, self._dictionary).give_one(found)


class _Frames(SentenceMatcher):
    """The frames of one sentence, matched as if every phrase were the actor that is asked for."""

    def __init__(self, frames: Analysis, dictionary: LanguageDictionary) -> None:
        super().__init__(frames, dictionary, lambda phrase: None)

    def give_one(self, found: Sequence[tuple[Predicate, CompiledPattern]]) -> bool:
        """Whether one of some predicates may have its reading, and give an event by it."""
        return any(
            (reading.code is not None or self._tells_will(reading, predicate))
            and self._fit(reading, predicate) is not None
            for predicate, reading in found
        )

    def _tells_will(self, saying: CompiledPattern, predicate: Predicate) -> bool:
        """*Said that Israel must withdraw* and *said it would not return* are acts without an event inside."""
        told = chain(obliged(self, saying, predicate), refused(self, saying, predicate))
        return next(told, None) is not None

    def _fills(self, filler: Filler, phrase: Phrase) -> bool:
        if filler.kind == "event":
            return phrase.head in self.by_head
        return filler.kind not in _OF_FRAMES or super()._fills(filler, phrase)

    def _compared(self, filler: Filler, phrases: Sequence[Phrase], predicate: Predicate) -> int:
        return filler.weight


def _of_events(readings: Readings) -> _ByNeeds:
    """The readings that give events of their own, by the slots without which they do not fit.

    Operators only change the events of others; reports may tell a duty.
    """
    by_needs: dict[str, dict[frozenset[str], list[CompiledPattern]]] = {}
    for word, found in readings.items():
        for reading in found:
            if reading.code is not None or reading.operator == _SAYING:
                by_needs.setdefault(word, {}).setdefault(reading.needs, []).append(reading)
    return {word: list(own.items()) for word, own in by_needs.items()}
