"""Words and dealings of an article whose other side it never names.

*The chancellor hailed the deal*, *he denied the charges*, *the ministry turned the offer down*: what somebody says to,
promises or refuses somebody else has two sides, and where neither its sentence nor the story gives the second, the
row tells a researcher little and is mostly wrong. Who answers a deed that nobody has owned up to (*condemned the
attack*) or speaks to everybody (*called for calm*) leaves nobody out.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from coder.left_out import ONE_SIDE_OPEN, unless
from coder.model import Analysis, Event, Predicate
from coder.stories.triggers import predicate_of

_ABOUT = ("object", "about", "over", "at", "for")


class Addressed:
    """Which acts of a story have the second side that their code asks for."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """``words``: the lists of words.yaml; without ``two_sided_codes`` every act stays."""
        self.codes = tuple(words.get("two_sided_codes", ()))
        self.free = tuple(words.get("one_sided_codes", ()))
        self.public: Container[str] = frozenset((*words.get("set.deeds", ()), *words.get("public_concerns", ())))

    def told(self, analyses: Sequence[Analysis], found: Sequence[Sequence[Event]]) -> list[list[Event]]:
        """The events of each sentence, those that lack a side which their code asks for as left out."""
        return [
            [unless(e, ONE_SIDE_OPEN) if self._lacks_a_side(e) and not self._concerns_all(a, e) else e for e in events]
            for a, events in zip(analyses, found, strict=True)
        ]

    def _lacks_a_side(self, event: Event) -> bool:
        if event.status != "asserted" or (event.source is not None and event.target is not None):
            return False
        given = any(m is not None and m.is_given for m in (event.source, event.target))
        return event.code.startswith(self.codes) and not event.code.startswith(self.free) and not given

    def _concerns_all(self, analysis: Analysis, event: Event) -> bool:
        predicate = predicate_of(analysis, event) if event.source is not None else None
        return predicate is not None and any(lemma in self.public for lemma in _concerns(analysis, predicate))


def _concerns(analysis: Analysis, predicate: Predicate) -> Iterator[str]:
    """The lemmas of what an act is about; of *denied responsibility* they are in the predicate itself."""
    yield from predicate.lemma.split()
    for slot in _ABOUT:
        yield from (analysis.tokens[p.head].lemma for p in predicate.slots.get(slot, ()))
