"""The clauses of an Arabic sentence: one pass from left to right that opens, fills and leaves clauses."""

from __future__ import annotations

from dataclasses import dataclass, field

from coder.languages.ar import agreement, closed
from coder.languages.ar.attach import Attachment
from coder.languages.ar.chunks import Chunker, NounPhrase
from coder.languages.ar.view import View
from coder.languages.ar.clause import Clause

COMMAS = frozenset("،,؛;–—-…") | {"..", "..."}
STOPS = frozenset(".!؟?")
LONGEST_DATELINE = 9


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


class ClauseReader:
    """Reads the clauses of one sentence."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.chunker = Chunker(view)
        self.attachment = Attachment(view)
        self.clauses: list[Clause] = []
        self.phrases: list[NounPhrase] = []
        self.state = State()
        self.clause = self._open(None, None, 0)

    def read(self) -> list[Clause]:
        """All clauses that have a verb, and verbless ones with their phrases, in text order."""
        view = self.view
        i = self._dateline()
        while i < view.size:
            i = max(self._step(i), i + 1)
            self.clause.reach(i - 1)
        return self.clauses

    # -- one step

    def _step(self, i: int) -> int:
        view = self.view
        pos = view.pos[i]
        if pos == "PUNCT" and not (self.chunker.starts(i) and self._quoted_phrase(i)):
            return self._punctuation(i)
        if view.norms[i] in _FILLER_FIRSTS:
            for filler in closed.FILLERS:
                if tuple(view.norms[i : i + len(filler)]) == filler and view.at(i + len(filler)) != "PRON":
                    return i + len(filler)
        opened = self._subordinator(i)
        if opened:
            return opened
        if pos == "CCONJ" or pos != "VERB" and view.norms[i] in closed.CONJUNCTIONS and view.feat(i, "clitic") == "pro":
            self.state.conjunction = view.norms[i]
            return i + 1
        if pos == "VERB":
            return self._verb(i)
        if pos == "REL":
            return self._relative(i)
        if self._particle(i):
            return i + 1
        if view.norms[i] == "ما" and view.norm(i - 1) in _FREQUENCIES:
            return i + 1
        if pos != "PROPN" and not self.chunker.approximate(i):
            taken = self._preposition(i)
            if taken:
                return taken
        if self.chunker.starts(i):
            return self._noun(i)
        return i + 1

    def _quoted_phrase(self, i: int) -> bool:
        """Whether a quotation is a phrase of the clause (short, nominal), not a sentence of its own."""
        close = self.view.closing[i]
        return close - i <= 8 and all(self.view.at(k) not in ("VERB", "SCONJ", "REL") for k in range(i + 1, close))

    def _punctuation(self, i: int) -> int:
        view, state = self.view, self.state
        mark = view.tokens[i].text
        if (
            mark == "("
            and i in view.closing
            and all(view.at(k) not in ("VERB", "SCONJ", "REL") for k in range(i, view.closing[i]))
        ):
            return self._brackets(i)
        speech = self.clause.verb >= 0 and view.lemma(self.clause.verb) in closed.SPEECH_VERBS
        if mark == ":" or i in view.closing and mark != "(":
            if speech and not self.clause.complements and (mark != ":" or not self.clause.quoted):
                self._open_complement(self.clause, i)
                self.clause.quoted = True
            elif mark == ":" and self.clause.verb < 0 and self.clause.topic is not None:
                self._open(None, None, i)
            state.comma = True
        elif i in view.opened:
            state.closed_quote = mark != ")"
        elif mark in STOPS or mark.startswith("..") or mark == "؛":
            if self.clause.verb >= 0 or self.clause.topic is not None:
                self._open(None, None, i)
            state.comma = True
        elif mark in COMMAS:
            state.comma = True
        if mark in "–—" and mark:
            state.comma = True
        state.conjunction = ""
        return i + 1

    def _brackets(self, i: int) -> int:
        """Read over a remark in brackets; its phrases are kept, but are no arguments."""
        view = self.view
        close = view.closing[i]
        k = i + 1
        while k < close:
            phrase = self.chunker.read(k) if self.chunker.starts(k) else None
            if phrase is not None and phrase.next <= close:
                self.phrases.append(phrase)
                k = phrase.next
            else:
                k += 1
        if self.attachment.end == i:
            self.attachment.end = close + 1
        return close + 1

    def _particle(self, i: int) -> bool:
        """Negation, tense and possibility before a verb; words that say nothing about the frame."""
        view, state = self.view, self.state
        norm = view.norms[i]
        particles = state.particles
        if norm in closed.FUTURE and (norm != "س" or view.at(i + 1) == "VERB"):
            particles.future = True
        elif norm in closed.CERTAIN:
            particles.certain = True
        elif norm in closed.POSSIBLE:
            particles.possible = True
        elif norm in ("ليس", "ليست") or norm in closed.NEGATIONS and self._negates(i):
            particles.negation = closed.NEGATIONS[norm] or ""
        elif view.pos[i] in ("ADV", "PART", "INTJ", "AUX"):
            return norm not in closed.PREPOSITIONS
        else:
            return False
        return True

    def _negates(self, i: int) -> bool:
        view = self.view
        norm, follows = view.norms[i], view.at(i + 1)
        if norm == "ما":
            return (
                follows == "VERB"
                and view.feat(i + 1, "asp") == "p"
                and self.clause.verb < 0
                and self.clause.topic is None
            )
        if norm == "غير":
            return follows == "VERB"
        if norm == "لما":
            return False
        return True

    # -- clauses

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

    def _subordinator(self, i: int) -> int:
        """Open the clause that a subordinating word or phrase at ``i`` introduces; 0 when none stands there."""
        view = self.view
        for phrase, label in self._phrases_at(i):
            after = i + len(phrase)
            if " ".join(phrase) in closed.NEEDS_VERB and view.at(after) != "VERB":
                continue
            if (
                label == "until"
                and self.clause.verb >= 0
                and "الي" in closed.VERB_PREPOSITIONS.get(view.lemma(self.clause.verb), ())
            ):
                continue
            return self._subordinate(label, i, after)
        norm, pos = view.norms[i], view.pos[i]
        if pos == "VERB" or pos == "PROPN":
            return 0
        if norm in closed.COPULAR_PARTICLES and (pos in ("SCONJ", "PART") or view.enclitic(i + 1)):
            return self._complementiser(i)
        label = closed.SUBORDINATORS.get(norm, "")
        if label and pos in ("SCONJ", "ADV", "PART", "ADP", "NOUN", "CCONJ", "PRON", "X"):
            if norm in ("كما", "حين", "خشيه", "كون", "حيث") and (
                view.at(i + 1) != "VERB" and norm != "حيث" or norm == "كما" and self.state.comma
            ):
                return i + 1 if norm == "كما" else 0
            return self._subordinate(label, i, i + 1)
        if pos == "SCONJ" and norm in ("ل", "حتي") and view.at(i + 1) == "VERB":
            return self._subordinate("purpose", i, i + 1)
        if norm in closed.BUT and pos in ("CCONJ", "PART", "SCONJ", "ADV") and norm.startswith(("لكن", "ولكن")):
            self._open(None, None, i)
            return self._clitic_topic(i + 1)
        if (
            norm in ("ما", "من")
            and pos != "ADP"
            and view.at(i + 1) == "VERB"
            and self.clause.verb >= 0
            and self.clause.object is None
            and not self.state.comma
        ):
            phrase = NounPhrase(i, [i], i + 1, kind="pronoun", definite=True)
            self.phrases.append(phrase)
            self.clause.object = phrase
            self._open("relative", self.clause, i)
            return i + 1
        if norm in ("مما", "ما") and self.state.comma and view.at(i + 1) == "VERB" and self.clause.verb >= 0:
            self._open("relative", self.clause, i)
            return i + 1
        return 0

    def _phrases_at(self, i: int) -> list[tuple[tuple[str, ...], str]]:
        norms = self.view.norms
        return [(p, label) for p, label in _PHRASES.get(norms[i], ()) if tuple(norms[i : i + len(p)]) == p]

    def _subordinate(self, label: str, i: int, after: int) -> int:
        if label == "but":
            self._open(None, None, i)
        elif label == "that":
            self._open_complement(self._governor(), i)
        else:
            clause = self._open(label, self.clause if self.clause.verb >= 0 or label != "purpose" else self.clause, i)
            clause.conditional = label == "if"
        self.state.conjunction = ""
        self.state.comma = False
        return self._clitic_topic(after)

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

    def _complementiser(self, i: int) -> int:
        clause = self.clause
        if clause.kind is not None and clause.empty and clause.verb < 0:
            clause.particle = clause.particle or clause.kind == "complement"
        elif (
            clause.verb < 0
            and clause.auxiliary < 0
            and clause.topic is None
            and clause.kind is None
            and clause.parent is None
            and not clause.slots
        ):
            pass
        elif clause.verb < 0 and clause.kind is None and self.state.comma and clause.topic is None:
            pass
        else:
            governor = self._governor()
            noun = self.attachment.noun_governor(i) if governor is clause else None
            opened = self._open_complement(governor, i)
            opened.particle = True
            if noun is not None:
                noun.complement = opened
        self.state.conjunction = ""
        self.state.comma = False
        return self._clitic_topic(i + 1)

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

    def _relative(self, i: int) -> int:
        """Open a relative clause on the last phrase that the pronoun at ``i`` agrees with."""
        antecedent = self.attachment.antecedent(i, bool(self.state.conjunction))
        parent = self.clause
        clause = self._open("relative", parent, i)
        clause.antecedent = antecedent
        self.state.conjunction = ""
        self.state.comma = False
        return i + 1

    # -- verbs

    def _verb(self, i: int) -> int:
        view, state = self.view, self.state
        lemma = view.lemma(i)
        clause = self._clause_for(i)
        self.clause = clause
        if not clause.filled:
            clause.comma_before = state.comma
        self._apply_particles(clause, i)
        after = i + 1
        if lemma in closed.KANA and clause.verb < 0 and clause.auxiliary < 0:
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
        clause.possible = clause.possible or particles.possible or particles.certain and view.feat(i, "asp") == "i"
        self.state.particles = Particles()

    def _clause_for(self, i: int) -> Clause:
        """The clause of the verb at ``i``: the open one, one coordinated with it, or one below it."""
        clause, state = self.clause, self.state
        if (
            clause.verb < 0
            and clause.auxiliary >= 0
            and state.comma
            and not state.conjunction
            and (clause.topic or clause.extra or clause.slots)
        ):
            if self._waiting(i) is not None or self.view.lemma(i) in closed.KANA:
                return self._asyndetic(i)
        if clause.verb < 0:
            predicate = self._predicate_noun(clause, i)
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

    def _coordinated(self, i: int) -> Clause:
        """A clause coordinated with the best of the open ones: same aspect, shared subject; outer ones after a comma."""
        view = self.view
        best, score = self.clause, -9.0
        up: Clause | None = self.clause
        depth = 0
        speech = view.lemma(i) in closed.REPORT_VERBS
        while up is not None:
            if up.verb >= 0:
                value = self._fit(up, i) - (0.4 if not self.state.comma else -0.4) * depth
                if (
                    speech
                    and view.lemma(up.verb) in closed.SPEECH_VERBS
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
            and view.lemma(clause.verb) in closed.INCHOATIVES
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
        if state.comma or state.closed_quote:
            reported = (
                clause.top()
                if view.lemma(i) in closed.SPEECH_VERBS and (state.closed_quote or clause.kind is None)
                else None
            )
            opened = self._open(None, None, i)
            opened.reported = reported
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
        """``انتحاريا يقود سيارة، فجر``: the first verb after an indefinite topic was a relative clause, this one is the main verb."""
        topic = clause.topic
        if (
            not self.state.comma
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
        if topic is not None and topic.kind == "pronoun" and self.view.lemma(clause.verb) in closed.TAMMA:
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

    # -- nouns and prepositions

    def _preposition(self, i: int) -> int:
        """A preposition with what it governs; 0 when there is none at ``i``."""
        view, state = self.view, self.state
        slot, after = self.attachment.preposition(i)
        if not slot:
            return 0
        if view.norm(after) in closed.COPULAR_PARTICLES and view.at(after) in ("SCONJ", "PART"):
            self._open_complement(self._governor(), i).particle = True
            return self._clitic_topic(after + 1)
        if view.at(after) == "VERB":
            self._open("purpose" if slot in ("ل", "حتي") else "when", self.clause, i)
            return after
        if (
            view.norm(after) in ("ما", "من")
            and (view.at(after + 1) == "VERB" or view.at(after + 1) == "ADP" and view.norm(after) == "ما")
            or view.at(after) == "REL"
        ):
            self._open("relative", self.clause, i)
            return after + 1
        phrase = self.chunker.read(after) if self.chunker.starts(after) else None
        if phrase is None:
            return after
        self.phrases.append(phrase)
        if slot == "by" and view.norms[after - 1] in _MEANS and not (phrase.human or phrase.name):
            slot = "ب"
        self._govern(phrase, slot, i)
        state.conjunction = ""
        state.comma = False
        return phrase.next

    def _govern(self, phrase: NounPhrase, slot: str, i: int) -> None:
        clause = self.clause
        if (
            phrase.kind == "pronoun"
            and clause.kind == "relative"
            and clause.antecedent is not None
            and agreement.refers(self.view, phrase.head, clause.antecedent)
        ):
            if (
                clause.subject is clause.antecedent
                and not clause.subject.human
                and clause.verb >= 0
                and i == clause.verb + 1
            ):
                clause.subject = None
            clause.add(slot, clause.antecedent)
            return
        if phrase.kind == "pronoun" and slot in ("بين", "من"):
            self.state.among = True
        if self.state.comma and not self._selects(clause, slot):
            up = clause.parent
            while up is not None:
                if self._selects(up, slot) and slot not in up.slots:
                    self.clause = clause = up
                    break
                up = up.parent
        self.attachment.attach(clause, phrase, slot, i, bool(self.state.conjunction), self.state.comma)

    def _selects(self, clause: Clause, slot: str) -> bool:
        return clause.verb >= 0 and slot in closed.VERB_PREPOSITIONS.get(self.view.lemma(clause.verb), ())

    def _noun(self, i: int) -> int:
        view, state, clause = self.view, self.state, self.clause
        phrase = self.chunker.read(i)
        if phrase is None:
            return i + 1
        self.phrases.append(phrase)
        if state.particles.negation is not None and view.at(phrase.next) != "VERB":
            phrase.negated = True
            state.particles = Particles()
        conjunction, comma = state.conjunction, state.comma
        among, state.among = state.among, False
        state.conjunction = ""
        state.comma = False
        state.closed_quote = False
        if conjunction and self._begins_clause(phrase, comma):
            self._open(None, None, i).topic = phrase
            self.attachment.place(phrase)
            return phrase.next
        if conjunction and not phrase.time and self.attachment.coordinate(clause, phrase):
            return phrase.next
        if not conjunction and self.attachment.appose(phrase, comma):
            state.comma = False
            return phrase.next
        if (
            phrase.time
            or phrase.accusative
            and not phrase.definite
            and len(phrase.tokens) == 1
            and view.pos[phrase.head] == "ADJ"
            and clause.verb >= 0
        ):
            state.comma = comma
            return phrase.next
        if not conjunction and comma and self.attachment.enumerate(clause, phrase):
            return phrase.next
        if clause.verb >= 0 and (among or self._aside(clause, phrase, comma)):
            clause.extra.append(phrase)
            self.attachment.place(phrase)
            return phrase.next
        self._argument(phrase, comma)
        return phrase.next

    def _aside(self, clause: Clause, phrase: NounPhrase, comma: bool) -> bool:
        """Whether the phrase is no argument: a participle of circumstance, ``الأمر الذي``, ``جميعهم``."""
        view = self.view
        head = phrase.head
        if (
            view.pos[head] == "ADJ"
            and clause.subject is not None
            and not phrase.name
            and not view.definite(head)
            and phrase.number == "s"
            and len(phrase.tokens) == 1
        ):
            return view.feat(head, "part") == "act" or phrase.accusative
        if comma and view.lemma(head) == "امر" and view.at(phrase.next) == "REL":
            return True
        quantified = (
            view.norms[head] in closed.QUANTIFIERS and bool(phrase.genitives) and phrase.genitives[0].kind == "pronoun"
        )
        return quantified and clause.subject is not None and not comma

    def _begins_clause(self, phrase: NounPhrase, comma: bool) -> bool:
        """Whether the phrase after a conjunction is the topic of a new clause."""
        view, clause = self.view, self.clause
        if clause.empty and clause.verb < 0:
            return False
        j = phrase.next
        while view.at(j) == "ADV" or view.norm(j) in closed.CERTAIN | closed.FUTURE | {"لم", "لن", "لا"}:
            j += 1
        if view.at(j) != "VERB" or not agreement.follows(view, j, phrase):
            return phrase.kind == "pronoun" and view.feat(phrase.head, "clitic") != "enc" and clause.verb >= 0
        return clause.verb >= 0 and (phrase.definite or phrase.kind == "pronoun")

    def _argument(self, phrase: NounPhrase, comma: bool) -> None:
        """Give a free phrase its place: topic before the verb, subject or object after it."""
        clause = self.clause
        if clause.verb < 0:
            if clause.topic is None:
                clause.topic = phrase
            else:
                clause.extra.append(phrase)
            self.attachment.place(phrase)
            return
        if clause.subject is None and self._can_be_subject(clause, phrase):
            displaced = clause.object
            if (
                displaced is not None
                and displaced.kind == "noun"
                and not displaced.accusative
                and displaced.definite
                and not phrase.definite
            ):
                clause.subject, clause.object = displaced, phrase
            else:
                clause.subject = phrase
        elif clause.object is None and not (comma and clause.complements):
            clause.object = phrase
        elif (
            clause.kind == "relative"
            and clause.parent is not None
            and clause.parent.object is None
            and clause.parent.verb >= 0
            and not comma
        ):
            clause.parent.object = phrase
            self.clause = clause.parent
        else:
            clause.extra.append(phrase)
        self.attachment.place(phrase)

    def _can_be_subject(self, clause: Clause, phrase: NounPhrase) -> bool:
        view = self.view
        if phrase.nominative and clause.object is not phrase:
            return True
        if phrase.accusative or not agreement.precedes(view, clause.verb, phrase):
            return False
        understood = self._understood(clause)
        if understood is None:
            return True
        j = phrase.next
        lemma = view.lemma(clause.verb)
        if (
            view.at(j) in ("NOUN", "NUM", "PROPN")
            and not view.lexis.is_time(view.tokens[j])
            or lemma in closed.SPEECH_VERBS | closed.INTRANSITIVES
        ):
            return True
        if not phrase.definite or clause.shared is None and clause.inherited is None:
            return False
        if clause.comma_before:
            return phrase.human or phrase.name or phrase.event or lemma.startswith("ان")
        return phrase.human and not phrase.name and clause.kind is None

    def _understood(self, clause: Clause) -> NounPhrase | None:
        """The subject that the verb shares with another clause if none follows it."""
        view, verb = self.view, clause.verb
        if clause.shared is not None:
            candidates = [clause.shared.subject]
        elif clause.inherited is not None:
            candidates = [clause.inherited]
        elif (
            clause.parent is not None
            and clause.parent.verb >= 0
            and clause.topic is None
            and clause.kind in ("complement", "purpose", "before", "after", "without")
        ):
            if view.feat(verb, "asp") != "i" or clause.kind == "complement" and not clause.particle:
                return None
            candidates = [clause.parent.subject, clause.parent.object, *self.controllers(clause.parent)]
        else:
            return None
        return next((c for c in candidates if c is not None and agreement.follows(view, verb, c)), None)

    def controllers(self, clause: Clause) -> list[NounPhrase]:
        """Who can, must or is asked to: the phrase under the preposition of a modal or asking verb."""
        view = self.view
        if (
            view.lemma(clause.verb) not in closed.MODAL_VERBS
            and view.norms[clause.verb] not in closed.MODAL_VERBS
            and view.lemma(clause.verb) not in closed.OBJECT_CONTROL
        ):
            return []
        return [phrase for slot in ("ل", "علي", "من") for phrase in clause.slots.get(slot, ())]

    # -- the start of the sentence

    def _dateline(self) -> int:
        """Index after a dateline (place and agency before a dash or colon) or a bullet."""
        view = self.view
        slashed = False
        for i in range(min(view.size - 1, LONGEST_DATELINE)):
            mark = view.tokens[i].text
            if view.pos[i] in ("VERB", "SCONJ", "REL"):
                return 0
            if mark in ("-", "–", "—", "ـ") and 0 < i <= 6 and not self._joins(i):
                return i + 1 if i + 1 < view.size and all(self._dateline_word(k) for k in range(i)) else 0
            if mark in ("/", "(") and i > 0:
                slashed = True
            if mark == ":" and slashed:
                return i + 1
        return 0

    def _joins(self, i: int) -> bool:
        tokens = self.view.tokens
        return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start

    def _dateline_word(self, i: int) -> bool:
        view = self.view
        return (
            view.pos[i] in ("PROPN", "PUNCT", "X", "NUM")
            or view.pos[i] == "NOUN"
            and (view.lexis.is_time(view.tokens[i]) or not view.lexis.is_event(view.tokens[i]))
        )


_MEANS = closed.words("واسطة بواسطة")
_FILLER_FIRSTS = frozenset(filler[0] for filler in closed.FILLERS)
_FREQUENCIES = closed.words("عادة غالبا نادرا كثيرا سرعان قلما أحيانا")
_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _label in sorted(closed.SUBORDINATING_PHRASES.items(), key=lambda item: (-len(item[0]), item[0])):
    _PHRASES.setdefault(_phrase[0], []).append((_phrase, _label))
