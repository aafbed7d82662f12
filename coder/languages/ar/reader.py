"""What the parts of the clause reader share: where the pass stands, and how clauses open."""

from __future__ import annotations

from dataclasses import dataclass, field

from coder.languages.ar import verb_classes
from coder.languages.ar.attach import Attachment
from coder.languages.ar.chunks import Chunker
from coder.languages.ar.clause import Clause
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.view import View


@dataclass(slots=True)
class Particles:
    """Particles read before the verb or noun they belong to."""

    negation: str | None = None
    future: bool = False
    certain: bool = False
    possible: bool = False


@dataclass(slots=True)
class State:
    """Where the pass stands: what was read since the last word of content."""

    conjunction: str = ""
    comma: bool = True
    closed_quote: bool = False
    among: bool = False
    particles: Particles = field(default_factory=Particles)


class Reader:
    """Clauses opened so far, the phrases read, and the clause that is being filled."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.chunker = Chunker(view)
        self.attachment = Attachment(view)
        self.clauses: list[Clause] = []
        self.phrases: list[NounPhrase] = []
        self.state = State()
        self.clause = self._open(None, None, 0)

    def forget(self) -> None:
        """Undo the cycles among clauses and phrases, which only the garbage collector would find."""
        for clause in self.clauses:
            clause.parent = clause.shared = clause.reported = None
            clause.complements.clear()
        for phrase in self.phrases:
            phrase.complement = phrase.first = None
            phrase.conjuncts.clear()

    def _open(self, kind: str | None, parent: Clause | None, start: int) -> Clause:
        clause = Clause(kind, parent, start, start)
        self.clauses.append(clause)
        self.clause = clause
        self.attachment.reset()
        return clause

    def _open_complement(self, governor: Clause, start: int) -> Clause:
        clause = self._open("complement", governor, start)
        governor.complements.append(clause)
        return clause

    def _governor(self) -> Clause:
        """The clause whose verb takes the complement clause that begins here."""
        clause = self.clause
        if self.state.conjunction and clause.verb >= 0:
            up: Clause | None = clause
            while up is not None:
                if up.kind == "complement" and up.parent is not None and up.particle:
                    return up.parent
                up = up.parent
        return clause

    def _clitic_topic(self, i: int) -> int:
        """Take a pronoun written on a particle (``إنها``) as the topic of the clause just opened."""
        view = self.view
        if view.at(i) == "PRON" and view.enclitic(i):
            phrase = self.chunker.read(i)
            if phrase is not None:
                self.phrases.append(phrase)
                if self.clause.topic is None:
                    self.clause.topic = phrase
                return phrase.next
        return i

    def _selects(self, clause: Clause, slot: str) -> bool:
        return clause.verb >= 0 and slot in verb_classes.VERB_PREPOSITIONS.get(self.view.lemma(clause.verb), ())

    def controllers(self, clause: Clause) -> list[NounPhrase | None]:
        """Who can, must or is asked to: the phrase under the preposition of a modal or asking verb."""
        view = self.view
        if (
            view.lemma(clause.verb) not in verb_classes.MODAL_VERBS
            and view.norms[clause.verb] not in verb_classes.MODAL_VERBS
            and view.lemma(clause.verb) not in verb_classes.OBJECT_CONTROL
        ):
            return []
        return [phrase for slot in ("ل", "علي", "من") for phrase in clause.slots.get(slot, ())]
