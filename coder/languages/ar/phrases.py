"""Finished phrases from noun phrases under construction."""

from __future__ import annotations

from coder.languages.ar import closed
from coder.languages.ar.clause import Clause
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.view import View
from coder.model import Phrase

_ORDINALS = closed.words("أول أولى ثاني ثالث رابع خامس")
_PARTICLES = closed.words("أكثر أقل أكثرمن")


class Phrases:
    """Turns noun phrases and clauses into ``Phrase``s, each once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._done: dict[int, Phrase] = {}
        self._modifiers: dict[int, Phrase] = {}

    def of(self, noun: NounPhrase) -> Phrase:
        """The phrase without its conjuncts."""
        done = self._done.get(id(noun))
        if done is not None:
            return done
        genitives = self.groups(noun.genitives)
        appositions = self.groups(noun.appositions)
        attached = {slot: self.groups(found) for slot, found in noun.attached.items()}
        tokens = tuple(sorted(set(noun.tokens)))
        items = self.view.tokens
        below = [*genitives, *appositions, *(p for found in attached.values() for p in found)]
        start = min(items[tokens[0]].start, *(p.start for p in below)) if below else items[tokens[0]].start
        end = max(items[tokens[-1]].end, *(p.end for p in below)) if below else items[tokens[-1]].end
        head = items[self._shown(noun)]
        kind = "pronoun" if noun.kind == "pronoun" else "noun"
        phrase = Phrase(noun.head, start, end, head.start, head.end, kind, tokens, genitives, appositions, attached)  # type: ignore[arg-type]
        self._done[id(noun)] = phrase
        return phrase

    def _shown(self, noun: NounPhrase) -> int:
        """The word shown as head: a quantity before ``من``, an ordinal, an elative (``عدد من الجنود``)."""
        view = self.view
        for i in noun.tokens:
            if i >= noun.head or view.pos[i] == "NUM":
                break
            partitive = view.norm(i + 1) == "من" and view.norms[i] not in _PARTICLES
            if partitive or view.norms[i] in _ORDINALS or view.feat(i, "elative") == "yes":
                return i
        return noun.head

    def groups(self, nouns: list[NounPhrase]) -> tuple[Phrase, ...]:
        """The phrases with their conjuncts."""
        return tuple(self.of(member) for noun in nouns for member in noun.group())

    def group(self, noun: NounPhrase | None) -> tuple[Phrase, ...]:
        """The phrase with its conjuncts; nothing for None."""
        return () if noun is None else tuple(self.of(member) for member in noun.group())

    def modifier(self, i: int) -> Phrase:
        """An adjective as the filler of a modifier slot."""
        if i not in self._modifiers:
            token = self.view.tokens[i]
            self._modifiers[i] = Phrase(i, token.start, token.end, token.start, token.end, "noun", (i,))
        return self._modifiers[i]

    def clause(self, clause: Clause) -> Phrase | None:
        """A clause as the filler of a slot; the topic where it has no verb; None when there is neither."""
        items = self.view.tokens
        if clause.verb < 0:
            return self.of(clause.topic) if clause.topic is not None else None
        verb = items[clause.verb]
        last = max(clause.end, clause.verb)
        while last > clause.verb and items[last].pos == "PUNCT":
            last -= 1
        start = clause.topic.head if clause.topic is not None and clause.topic.head < clause.verb else clause.verb
        return Phrase(clause.verb, items[start].start, items[last].end, verb.start, verb.end, "clause", (clause.verb,))

    def all(self) -> tuple[Phrase, ...]:
        """Every phrase made so far, in text order."""
        return tuple(sorted(self._done.values(), key=lambda p: (p.start, p.end, p.head)))
