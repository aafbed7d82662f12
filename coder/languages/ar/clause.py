"""A clause under construction."""

from __future__ import annotations

from dataclasses import dataclass, field

from coder.languages.ar.noun_phrase import NounPhrase


@dataclass(slots=True, eq=False)
class Clause:
    """A verb's clause: what was found before its voice, control and support verbs are worked out.

    ``topic`` stands before the verb, ``antecedent`` is what a relative clause modifies, ``shared`` the clause it is
    coordinated with, ``inherited`` the subject it takes over if it has none.
    """

    kind: str | None
    parent: Clause | None
    start: int
    end: int
    verb: int = -1
    auxiliary: int = -1
    topic: NounPhrase | None = None
    antecedent: NounPhrase | None = None
    shared: Clause | None = None
    reported: Clause | None = None
    inherited: NounPhrase | None = None
    subject: NounPhrase | None = None
    object: NounPhrase | None = None
    slots: dict[str, list[NounPhrase]] = field(default_factory=dict)
    complements: list[Clause] = field(default_factory=list)
    extra: list[NounPhrase] = field(default_factory=list)
    negated: bool = False
    negation_tense: str = ""
    future: bool = False
    possible: bool = False
    conditional: bool = False
    quoted: bool = False
    particle: bool = False
    subject_first: bool = False
    comma_before: bool = False
    passive: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing has been read into the clause yet."""
        return self.topic is None and self.auxiliary < 0 and not self.slots and not self.extra

    @property
    def filled(self) -> bool:
        """Whether anything stands before the verb."""
        return not self.empty

    def reach(self, i: int) -> None:
        """Extend the clause to token ``i``, and the clauses it stands in."""
        up: Clause | None = self
        while up is not None and up.end < i:
            up.end = i
            up = up.parent

    def add(self, slot: str, phrase: NounPhrase) -> None:
        """Put a phrase into a prepositional slot."""
        self.slots.setdefault(slot, []).append(phrase)

    def top(self) -> Clause:
        """The main clause over this one."""
        clause = self
        while clause.parent is not None:
            clause = clause.parent
        return clause
