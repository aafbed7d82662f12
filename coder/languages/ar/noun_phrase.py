"""A noun phrase under construction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class NounPhrase:
    """A noun phrase under construction; ``next`` is the index after its last word (closing quotes included)."""

    head: int
    tokens: list[int]
    next: int
    kind: str = "noun"
    definite: bool = False
    gender: str = ""
    number: str = "s"
    person: str = "3"
    accusative: bool = False
    nominative: bool = False
    name: bool = False
    human: bool = False
    event: bool = False
    time: bool = False
    participle: bool = False
    negated: bool = False
    genitives: list[NounPhrase] = field(default_factory=list)
    appositions: list[NounPhrase] = field(default_factory=list)
    attached: dict[str, list[NounPhrase]] = field(default_factory=dict)
    conjuncts: list[NounPhrase] = field(default_factory=list)
    adjectives: list[int] = field(default_factory=list)
    complement: object | None = None
    first: NounPhrase | None = None

    def group(self) -> list[NounPhrase]:
        """The phrase and its conjuncts."""
        return [self, *self.conjuncts]

    def spine(self) -> list[NounPhrase]:
        """The right frontier from the phrase inwards: last conjunct, its last genitive, and so on."""
        out: list[NounPhrase] = [self]
        inner = self.conjuncts[-1] if self.conjuncts else self
        if inner is not self:
            out.append(inner)
        while inner.genitives and inner.genitives[-1].kind != "pronoun":
            inner = inner.genitives[-1]
            out.append(inner)
            if inner.conjuncts:
                inner = inner.conjuncts[-1]
                out.append(inner)
        return out

    def parts(self) -> Iterator[NounPhrase]:
        """The phrase, its conjuncts and everything below them."""
        for phrase in self.group():
            yield phrase
            for below in (*phrase.genitives, *phrase.appositions, *(p for ps in phrase.attached.values() for p in ps)):
                yield from below.parts()
