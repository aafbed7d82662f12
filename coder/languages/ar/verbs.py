"""Verbs: which clause a verb belongs to, and what its topic and enclitic are to it."""

from __future__ import annotations

from coder.languages.ar import agreement, verb_classes
from coder.languages.ar.clause import Clause
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.reader import Particles
from coder.languages.ar.subordination import Subordination

#: clauses after which ف introduces the main clause
_PROTASES = frozenset({"if", "when", "because", "while", "after", "before", "as", "since", "though"})


class VerbReader(Subordination):
    """Reads verbs."""

    def _verb(self, i: int) -> int:
        view, state = self.view, self.state
        lemma = view.lemma(i)
        clause = self._clause_for(i)
        self.clause = clause
        if not clause.filled:
            clause.comma_before = state.comma
        self._apply_particles(clause, i)
        after = i + 1
        if lemma in verb_classes.KANA and clause.verb < 0 and clause.auxiliary < 0:
            clause.auxiliary = i
        else:
            clause.verb = i
        clause.reach(i)
        if clause.verb == i:
            self._topic_as_argument(clause)
        if view.enclitic(after):
            after = self._object_pronoun(clause, after)
        self.attachment.start(clause, i)
        state.conjunction = ""
        state.comma = False
        state.closed_quote = False
        return after

    def _apply_particles(self, clause: Clause, i: int) -> None:
        view, particles = self.view, self.state.particles
        if particles.negation is not None and not (
            view.lemma(i) in ("زال", "انفك") or view.norms[i] in ("يزال", "تزال", "زال", "زالت", "يزالون")
        ):
            clause.negated = True
            clause.negation_tense = particles.negation
        clause.future = clause.future or particles.future
        clause.possible = clause.possible or particles.possible or (particles.certain and view.feat(i, "asp") == "i")
        self.state.particles = Particles()

    def _clause_for(self, i: int) -> Clause:
        """The clause of the verb at ``i``: the open one, one coordinated with it, or one below it."""
        clause, state = self.clause, self.state
        full = clause.auxiliary >= 0 and bool(clause.topic or clause.extra or clause.slots)
        closed_off = clause.verb < 0 and full and state.comma and not state.conjunction
        if closed_off and (self._waiting(i) is not None or self.view.lemma(i) in verb_classes.KANA):
            return self._asyndetic(i)
        if clause.verb < 0:
            predicate = self._predicate_noun(clause, i) or self._described_noun(clause, i)
            if predicate is not None:
                opened = self._open("relative", clause, i)
                opened.antecedent = predicate
                return opened
            if state.conjunction and clause.topic is not None and clause.auxiliary < 0:
                opened = self._open(clause.kind, clause.parent, i)
                opened.inherited = clause.topic
                if clause.kind == "complement" and clause.parent is not None:
                    clause.parent.complements.append(opened)
                return opened
            if clause.auxiliary >= 0 and state.conjunction and clause.topic is not None:
                clause.verb, clause.auxiliary = clause.auxiliary, -1
                self._topic_as_argument(clause)
                return self._coordinated(i)
            if clause.auxiliary < 0 or not state.conjunction:
                return clause
        if state.conjunction:
            return self._coordinated(i)
        return self._asyndetic(i)

    def _predicate_noun(self, clause: Clause, i: int) -> NounPhrase | None:
        """The indefinite predicate of a nominal sentence, when the verb at ``i`` modifies it."""
        if clause.topic is None or self.state.comma or self.state.conjunction or not self.attachment.adjacent(i):
            return None
        noun = self.attachment.bare_antecedent(i)
        return noun if noun is not None and noun in clause.extra else None

    def _described_noun(self, clause: Clause, i: int) -> NounPhrase | None:
        """The noun below the topic that the pronoun on the verb takes up (``مقتل اثنين في غارة شنتها طائرة``)."""
        if clause.topic is None or self.state.comma or self.state.conjunction or not self.attachment.adjacent(i):
            return None
        noun = self.attachment.bare_antecedent(i, resumed_only=True)
        return noun if noun is not clause.topic else None

    def _coordinated(self, i: int) -> Clause:
        """A clause coordinated with the best open one: same aspect, shared subject; outer ones after a comma."""
        view = self.view
        if self.state.conjunction == "ف":
            waiting = self._waiting(i)
            if waiting is not None:
                return waiting
            if self.clause.kind in _PROTASES:
                return self._open(None, None, i)
        best, score = self.clause, -9.0
        up: Clause | None = self.clause
        depth = 0
        speech = view.lemma(i) in verb_classes.REPORT_VERBS
        while up is not None:
            if up.verb >= 0:
                value = self._fit(up, i) - (0.4 if not self.state.comma else -0.4) * depth
                if (
                    speech
                    and view.lemma(up.verb) in verb_classes.SPEECH_VERBS
                    and view.feat(i, "asp") == view.feat(up.verb, "asp")
                ):
                    value += 2.0
                if value > score + 1e-9:
                    best, score = up, value
            up = up.parent
            depth += 1
        clause = self._open(best.kind, best.parent, i)
        clause.shared = best
        clause.antecedent = best.antecedent
        clause.conditional = best.conditional
        clause.particle = best.particle
        if best.kind == "complement" and best.parent is not None:
            best.parent.complements.append(clause)
        return clause

    def _fit(self, clause: Clause, i: int) -> float:
        view = self.view
        aspects = {view.feat(v, "asp") for v in (clause.verb, clause.auxiliary) if v >= 0}
        value = 2.0 if view.feat(i, "asp") in aspects else 0.0
        subject = clause.subject or clause.antecedent
        if subject is not None:
            value += 1.0 if agreement.follows(view, i, subject) else -2.0 if clause.kind == "relative" else -0.5
        if clause.future and self.state.particles.future:
            value += 1.0
        antecedent = clause.antecedent if clause.kind == "relative" else None
        if antecedent is not None and view.enclitic(i + 1) and agreement.refers(view, i + 1, antecedent):
            value += 3.0 if antecedent.event else 0.0
        if clause.kind in ("relative", "adverbial", "purpose") and self.state.comma:
            value -= 0.5
        return value

    def _asyndetic(self, i: int) -> Clause:
        """The clause of a verb that follows without a conjunction."""
        view, clause, state = self.view, self.clause, self.state
        if i in view.participles:
            return self._participle(i)
        reread = self._reread(clause, i)
        if reread is not None:
            return reread
        waiting = self._waiting(i)
        last = self.attachment.innermost()
        adjacent = last is not None and not state.comma and not state.closed_quote and self.attachment.adjacent(i)
        if waiting is not None and (state.comma or last is None or last.definite or not adjacent):
            return waiting
        imperfect = view.feat(i, "asp") == "i"
        if (
            imperfect
            and clause.verb >= 0
            and view.lemma(clause.verb) in verb_classes.INCHOATIVES
            and not clause.complements
            and not state.comma
        ):
            opened = self._open_complement(clause, i)
            opened.shared = clause
            return opened
        if adjacent and last is not None:
            antecedent = self.attachment.bare_antecedent(i)
            if antecedent is not None:
                opened = self._open("relative", clause, i)
                opened.antecedent = antecedent
                return opened
        if waiting is not None:
            return waiting
        resumed = self.attachment.bare_antecedent(i, resumed_only=True) if state.comma else None
        if resumed is not None:
            opened = self._open("relative", clause, i)
            opened.antecedent = resumed
            return opened
        return self._loose(clause, i)

    def _loose(self, clause: Clause, i: int) -> Clause:
        """A clause that nothing ties to the one before: a report after what it reports, or a circumstance."""
        state = self.state
        imperfect = self.view.feat(i, "asp") == "i"
        if state.comma or state.closed_quote:
            opened = self._open(None, None, i)
            if self.view.lemma(i) in verb_classes.REPORT_VERBS and (state.closed_quote or clause.kind is None):
                opened.reported = clause.top()
            elif imperfect and self.view.lemma(i) in verb_classes.SHOUTING and clause.subject is not None:
                opened.kind, opened.parent, opened.shared = "adverbial", clause, clause
            elif imperfect or self.view.feat(i, "num") == "p":
                opened.shared = clause
            return opened
        if imperfect:
            opened = self._open("adverbial", clause, i)
            opened.shared = clause
            return opened
        return self._open(None, None, i)

    def _participle(self, i: int) -> Clause:
        """The clause of a participle after a comma; its subject is that of the outermost clause that agrees."""
        governor = self.clause
        up: Clause | None = self.clause
        while up is not None:
            if up.verb >= 0 and up.subject is not None and agreement.follows(self.view, i, up.subject):
                governor = up
            up = up.parent
        opened = self._open("adverbial", governor, i)
        opened.shared = governor
        return opened

    def _reread(self, clause: Clause, i: int) -> Clause | None:
        """``انتحاريا يقود سيارة، فجر``: the first verb after an indefinite topic was a relative clause."""
        topic = clause.topic
        meanwhile = self.view.feat(clause.verb, "asp") == "i" and self.view.feat(i, "asp") == "p"
        if (
            not (self.state.comma or meanwhile)
            or topic is None
            or topic.definite
            or clause.subject is not topic
            or clause.verb != topic.next
        ):
            return None
        if not agreement.follows(self.view, i, topic):
            return None
        opened = self._open(clause.kind, clause.parent, i)
        opened.topic, opened.particle = topic, clause.particle
        if clause.parent is not None and clause in clause.parent.complements:
            clause.parent.complements[clause.parent.complements.index(clause)] = opened
        clause.kind, clause.parent, clause.antecedent = "relative", opened, topic
        return opened

    def _waiting(self, i: int) -> Clause | None:
        """The nearest enclosing clause that still lacks its verb."""
        up = self.clause.parent
        while up is not None:
            if up.verb < 0 and not (up.topic is not None and up.extra and up.auxiliary < 0):
                fits = up.topic is None or agreement.follows(self.view, i, up.topic)
                return up if fits else None
            up = up.parent
        return None

    def _topic_as_argument(self, clause: Clause) -> None:
        """Topic or antecedent as the verb's subject, where it agrees."""
        topic = clause.topic or clause.antecedent
        if topic is not None and topic.kind == "pronoun" and self.view.lemma(clause.verb) in verb_classes.TAMMA:
            return
        if topic is not None and clause.subject is None and agreement.follows(self.view, clause.verb, topic):
            clause.subject = topic
            clause.subject_first = True

    def _object_pronoun(self, clause: Clause, i: int) -> int:
        phrase = self.chunker.read(i)
        if phrase is None:
            return i + 1
        self.phrases.append(phrase)
        antecedent = clause.antecedent if clause.kind == "relative" else None
        topic = antecedent or clause.topic
        if clause.auxiliary == i - 1:
            return phrase.next
        if (
            topic is not None
            and topic.kind != "pronoun"
            and agreement.refers(self.view, i, topic)
            and (antecedent is not None or clause.subject is None)
        ):
            clause.object = topic
            if clause.subject is topic:
                clause.subject = None
        else:
            clause.object = phrase
        return phrase.next
