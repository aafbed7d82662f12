"""The clauses of an Arabic sentence: one pass from left to right that opens, fills and leaves clauses."""

from __future__ import annotations

from coder.languages.ar import closed, noun_classes, verb_classes
from coder.languages.ar.arguments import ArgumentReader
from coder.languages.ar.clause import Clause
from coder.languages.ar.subordination import SUBORDINATING

COMMAS = frozenset("،,؛;–—-…") | {"..", "..."}
STOPS = frozenset(".!؟?")
LONGEST_DATELINE = 9
_FILLER_FIRSTS = frozenset(filler[0] for filler in closed.FILLERS)
_OPENERS = _FILLER_FIRSTS | SUBORDINATING
_NEGATIVE_COPULAS = closed.words("ليس ليست ليسوا لست")
_PARTICLES = closed.FUTURE | closed.CERTAIN | closed.POSSIBLE | _NEGATIVE_COPULAS | closed.NEGATIONS.keys()
_SAYING_NOTHING = frozenset({"ADV", "PART", "INTJ", "AUX"})
_FREQUENCIES = closed.words("عادة غالبا نادرا كثيرا سرعان قلما أحيانا")


class ClauseReader(ArgumentReader):
    """Reads the clauses of one sentence."""

    def read(self) -> list[Clause]:
        """All clauses that have a verb, and verbless ones with their phrases, in text order."""
        view = self.view
        i = self._dateline()
        while i < view.size:
            i = max(self._step(i), i + 1)
            self.clause.reach(i - 1)
        return self.clauses

    def _step(self, i: int) -> int:
        view = self.view
        pos = view.pos[i]
        if pos == "PUNCT" and not (self.chunker.starts(i) and self._quoted_phrase(i)):
            return self._punctuation(i)
        if view.norms[i] in _OPENERS and (after := self._filler(i) or self._subordinator(i)):
            return after
        if pos == "CCONJ" or (
            pos != "VERB" and view.norms[i] in closed.CONJUNCTIONS and view.feat(i, "clitic") == "pro"
        ):
            self.state.conjunction = view.norms[i]
            return i + 1
        if pos == "VERB" and view.norms[i] not in _NEGATIVE_COPULAS:
            if self._masdar(i):
                view.pos[i] = "NOUN"
                return self._noun(i)
            return self._verb(i)
        if pos == "REL":
            return self._relative(i)
        about = self.chunker.determiners.approximate(i)
        if not about and self._particle(i):
            return i + 1
        if pos != "PROPN" and not about:
            taken = self._duty(i) or self._preposition(i)
            if taken:
                return taken
        if self.chunker.starts(i):
            return self._noun(i)
        return i + 1

    def _duty(self, i: int) -> int:
        """``(إن) على إسرائيل أن تنسحب``: the preposition is the verb of duty of its clause; 0 where it is none."""
        view, clause = self.view, self.clause
        if view.norms[i] != "علي" or not clause.empty or clause.verb >= 0 or self.state.conjunction:
            return 0
        phrase = self.chunker.read(i + 1) if view.at(i + 1) in ("NOUN", "PROPN") else None
        if phrase is None or not (phrase.definite and (phrase.human or phrase.name or view.definite(phrase.head))):
            return 0
        done = view.norm(phrase.next) == "ان" and view.at(phrase.next + 1) == "VERB"
        told = clause.kind == "complement" and view.at(phrase.next) in ("NOUN", "VERB") and self._deed(phrase.next)
        if not done and not told:
            return 0
        if told and view.at(phrase.next) == "VERB":
            view.pos[phrase.next] = "NOUN"
        token = view.tokens[i]
        token.lemma, token.feats = "وجب", {"asp": "i", "gen": "m", "num": "s", "per": "3", "vox": "a", "src": "lex"}
        self._verb(i)
        self.phrases.append(phrase)
        self.clause.add("علي", phrase)
        self.attachment.place(phrase)
        return phrase.next

    def _deed(self, i: int) -> bool:
        """Whether the word can be a masdar: what somebody must do; a perfect cannot stand there."""
        view = self.view
        if view.feat(i, "asp") == "p" and view.feat(i, "gen") == "m" and view.norms[i] == view.lemma(i):
            return True
        return view.feat(i, "masdar") == "yes" or view.norms[i] in view.lexis.event_nouns

    def _masdar(self, i: int) -> bool:
        """Whether what looks like a bare perfect is an event noun: right after a verb and its definite subject, nothing
        between them (``أعلنت روسيا نشر صواريخ``)."""
        view, clause, state = self.view, self.clause, self.state
        if (
            clause.verb < 0
            or state.comma
            or state.conjunction
            or state.closed_quote
            or state.particles.negation is not None
        ):
            return False
        if view.feat(i, "asp") != "p" or view.feat(i, "gen") != "m" or view.feat(i, "num") not in ("", "s"):
            return False
        last = self.attachment.innermost()
        decided = any(view.lemma(n.head) in noun_classes.CONTROLLING_NOUNS for n in self.attachment.frontier)
        event = view.norms[i] in view.lexis.event_nouns or view.lexis.phrase_at(view.tokens, i) is not None
        event = event or (decided and self.attachment.adjacent(i))
        if not event or view.enclitic(i + 1) or self._waiting(i) is not None:
            return False
        return clause.verb == i - 1 or (last is not None and last.definite and self.attachment.adjacent(i))

    def _filler(self, i: int) -> int:
        """Index after a set phrase that says nothing about the frame; 0 when none stands at ``i``."""
        view = self.view
        if view.norms[i] in _FILLER_FIRSTS:
            for filler in closed.FILLERS:
                after = i + len(filler)
                if tuple(view.norms[i:after]) == filler and view.at(after) != "PRON":
                    return after
        return 1 + i if view.norms[i] == "ما" and view.norm(i - 1) in _FREQUENCIES else 0

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
        if i in view.closing and mark != "(":
            self._leave_relative()
        speech = self.clause.verb >= 0 and view.lemma(self.clause.verb) in verb_classes.SPEECH_VERBS
        if mark == ":" or (i in view.closing and mark != "("):
            if speech and not self.clause.complements and (mark != ":" or not self.clause.quoted):
                self._open_complement(self.clause, i)
                self.clause.quoted = True
            elif mark == ":" and self.clause.verb < 0 and self.clause.topic is not None:
                self._open(None, None, i)
                self.attachment.clear()
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

    def _leave_relative(self) -> None:
        """A quotation behind an inserted relative clause is what the verb before it says (``هتفوا، وهم من ...، «``)."""
        outer = self.clause.parent
        if self.clause.kind != "relative" or outer is None or outer.verb < 0 or outer.complements:
            return
        inner = self.view.lemma(self.clause.verb) if self.clause.verb >= 0 else ""
        if self.view.lemma(outer.verb) in verb_classes.SPEECH_VERBS and inner not in verb_classes.SPEECH_VERBS:
            self.clause = outer

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
        if norm not in _PARTICLES and view.pos[i] not in _SAYING_NOTHING:
            return False
        particles = state.particles
        if norm in closed.FUTURE and (norm != "س" or view.at(i + 1) == "VERB"):
            particles.future = True
        elif norm in closed.CERTAIN:
            particles.certain = True
        elif norm in closed.POSSIBLE:
            particles.possible = True
        elif norm in _NEGATIVE_COPULAS or (norm in closed.NEGATIONS and self._negates(i)):
            particles.negation = closed.NEGATIONS.get(norm, "")
        elif view.pos[i] in _SAYING_NOTHING:
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
        return norm != "لما"

    def _dateline(self) -> int:
        """Index after a dateline (place and agency before a dash or colon) or a bullet."""
        view = self.view
        slashed = False
        agency = self._agency()
        for i in range(min(view.size - 1, LONGEST_DATELINE)):
            mark = view.tokens[i].text
            if view.pos[i] in ("VERB", "SCONJ", "REL") and i not in agency:
                return 0
            if mark in ("-", "–", "—", "ـ") and 0 < i <= 6 and not self._joins(i):
                named = all(k in agency or self._dateline_word(k) for k in range(i))
                return i + 1 if i + 1 < view.size and named else 0
            if mark == "/" and any(t.text == "/" for t in view.tokens[max(0, i - 3) : i]):
                return i + 1  # أبوظبي في 9 مايو / وام /
            if mark in ("/", "(") and i > 0:
                slashed = True
            if mark == ":" and slashed:
                return i + 1
        return 0

    def _agency(self) -> range:
        """The short bracket behind the first words: ``بغداد (واع)``, whatever the tagger takes it for."""
        opened = next((k for k in (1, 2) if k < self.view.size and self.view.tokens[k].text == "("), 0)
        closed_at = self.view.closing.get(opened, 0) if opened else 0
        return range(opened, closed_at) if 0 < closed_at - opened <= 4 else range(0)

    def _joins(self, i: int) -> bool:
        tokens = self.view.tokens
        return tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start

    def _dateline_word(self, i: int) -> bool:
        view = self.view
        if len(view.norms[i]) == 1 and i > 0 and view.pos[i] != "VERB":
            return True  # agencies spelled out: (أ ف ب)
        if view.pos[i] == "ADJ" and i > 0 and view.pos[i - 1] == "PROPN":
            return True  # القدس المحتلة
        return view.pos[i] in ("PROPN", "PUNCT", "X", "NUM") or (
            view.pos[i] == "NOUN" and (view.lexis.is_time(view.tokens[i]) or not view.lexis.is_event(view.tokens[i]))
        )
