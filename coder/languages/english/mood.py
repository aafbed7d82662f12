"""Negation, modality and tense of verbs, and how their clause hangs on its governor."""

from __future__ import annotations

from coder.languages.english import closed_classes as closed
from coder.languages.english.clauses import Clauses
from coder.languages.english.questions import questions
from coder.languages.english.repairs import is_inverted
from coder.model import Modality, Phrase, Tense

_ASKED = ("ccomp", "xcomp", "csubj", "pcomp", "acl")
_VERDICT_REACH = 7


class Mood:
    """Answers for the verbs of one tree."""

    def __init__(self, clauses: Clauses, conditional_markers: frozenset[str], negations: frozenset[str]) -> None:
        self._clauses = clauses
        self._tree = clauses.tree
        self._markers = closed.CONDITIONAL_MARKERS | conditional_markers
        self._negations = closed.NEGATIVE_WORDS | negations
        self._conditional: dict[int, bool] = {}
        self._questions = questions([t.text for t in clauses.tree.tokens])

    def marker(self, v: int) -> str | None:
        """The subordinator of an adverbial clause: "if", "after", "in case"."""
        tree = self._tree
        words = [c for c in tree.children[v] if c < v and (tree.dep[c] == "mark" or tree.tag[c] == "WRB")]
        if not words:
            return None
        word = words[-1]
        before = [tree.norm(c) for c in tree.children[v] if c == word - 1] + [
            tree.norm(c) for c in tree.children[word] if c == word - 1
        ]
        for first in before:
            if f"{first} {tree.norm(word)}" in self._markers or first in ("even", "so", "in", "as"):
                joined = f"{first} {tree.norm(word)}"
                return tree.norm(word) if first == "even" else joined
        return tree.norm(word)

    def clause(self, v: int) -> str | None:
        """How the clause of ``v`` hangs on its governor; None for a main clause."""
        tree = self._tree
        for _ in range(8):
            if tree.dep[v] != "conj" or tree.head[v] == v:
                break
            v = tree.head[v]
        d = tree.dep[v]
        if d in ("relcl", "acl") and self._is_open_infinitive(v):
            return "relative" if self._singles_out(tree.head[v]) else "infinitive"
        if d == "relcl" or (d == "acl" and not self._clauses.is_infinitive(v) and not self._clauses.is_finite(v)):
            return "relative"
        if d in ("acl", "xcomp", "ccomp", "csubj", "csubjpass", "oprd"):
            return "infinitive" if self._is_open_infinitive(v) else "complement"
        if d == "pcomp":
            preposition = tree.norm(tree.head[v])
            return "complement" if preposition in closed.ARGUMENT_PREPOSITIONS else preposition
        if d == "advcl":
            name = self.adverbial(v)
            return "infinitive" if name == "for" and self._is_open_infinitive(v) else name
        return None

    def _is_open_infinitive(self, v: int) -> bool:
        """Whether the deed may not have happened yet: "to attack", but not "to have attacked"."""
        tree = self._tree
        return self._clauses.is_infinitive(v) and not any(tree.lemma(a) == "have" for a in tree.kids(v, ("aux",)))

    def _singles_out(self, noun: int) -> bool:
        """Whether only one did the deed: "the first country to recognize", "the only minister to resign"."""
        tree = self._tree
        own = tree.children[noun]
        return any(tree.norm(c) in closed.SINGLING_OUT or tree.tag[c] == "JJS" for c in own)

    def adverbial(self, v: int) -> str:
        """The slot name of an adverbial clause."""
        if is_inverted(self._tree, v):
            return "if"
        return self.marker(v) or ("purpose" if self._clauses.is_infinitive(v) else "participle")

    def is_conditional(self, token: int) -> bool:
        """Whether the token stands inside a condition."""
        known = self._conditional.get(token)
        if known is None:
            tree = self._tree
            h = tree.head[token]
            self._conditional[token] = False
            own = tree.dep[token] == "advcl" and self.adverbial(token) in self._markers
            own = own or self._is_in_case(token) or self._is_case_of(token)
            known = self._conditional[token] = own or (h != token and self.is_conditional(h))
        return known

    def _is_in_case(self, v: int) -> bool:
        """ "In case Iran refuses", which the parser takes for a phrase of place and a clause."""
        tree = self._tree
        cases = (tree.kid(p, "pobj") for p in tree.kids(v, ("prep",)) if p < v and tree.norm(p) == "in")
        return any(c is not None and tree.norm(c) == "case" and not tree.children[c] for c in cases)

    def _is_case_of(self, noun: int) -> bool:
        """ "In case of an attack", "in the event of war"; *in the case of the murder* is told of a deed."""
        tree = self._tree
        of = tree.head[noun]
        case = tree.head[of]
        if tree.dep[noun] != "pobj" or tree.norm(of) != "of" or tree.norm(tree.head[case]) != "in":
            return False
        return tree.norm(case) == "event" or (tree.norm(case) == "case" and not list(tree.kids(case, ("det",))))

    def is_negated(self, v: int, subject: tuple[Phrase, ...], objects: tuple[Phrase, ...]) -> bool:
        """Whether the deed is said not to happen."""
        tree = self._tree
        if self._has_negation(v):
            return True
        if any(self._is_none(p) for p in (*subject, *objects)):
            return True
        if tree.dep[v] == "pcomp" and tree.norm(tree.head[v]) == "without":
            return True
        h = tree.head[v]
        if tree.dep[v] == "conj" and tree.is_verb(h) and not self._clauses.own_subjects(v):
            shares = (
                not list(tree.kids(v, ("aux", "auxpass")))
                and tree.tag[v] in ("VB", "VBN", "VBG")
                and tree.tag[v] == tree.tag[h]
            )
            alternative = any(tree.norm(c) in ("or", "nor") for c in tree.kids(h, ("cc",)))
            if (shares and not self._clauses.is_infinitive(h)) or alternative:
                return self.is_negated(h, (), ())
        return False

    def _has_negation(self, v: int) -> bool:
        tree = self._tree
        for c in tree.kids(v, ("neg", "advmod", "preconj", "cc")):
            if tree.norm(c) in self._negations:
                following = tree.norm(c + 1) if c + 1 < len(tree.tokens) else ""
                return not (tree.norm(c) == "not" and following in ("only", "just", "merely")) and not (
                    tree.dep[c] == "cc" and c > v
                )
            if any(tree.dep[k] == "neg" and tree.norm(c) in ("longer", "before") for k in tree.children[c]):
                return True
        return self._is_at_no_time(v) or self._is_acquitted(v)

    def _is_acquitted(self, v: int) -> bool:
        """ "Found not guilty", "found him not guilty": what is negated is the verdict."""
        tree = self._tree
        if tree.lemma(v) not in closed.VERDICT_VERBS:
            return False
        near = range(v + 1, min(v + _VERDICT_REACH, len(tree.tokens)))
        return any(tree.lemma(c) in closed.VERDICTS and tree.norm(c - 1) in self._negations for c in near)

    def _is_at_no_time(self, v: int) -> bool:
        """ "At no time has the army fired": the negation stands in front, and the auxiliary before the subject."""
        tree = self._tree
        times = (tree.kid(p, "pobj") for p in tree.kids(v, ("prep",)) if p < v and tree.norm(p) in closed.NO_TIME)
        denied = (t for t in times if t is not None and tree.norm(t) in closed.NO_TIME)
        return any(tree.norm(k) == "no" for t in denied for k in tree.kids(t, ("det",)))

    def _is_none(self, phrase: Phrase) -> bool:
        tree = self._tree
        if phrase.kind == "clause":
            return False
        if any(tree.norm(c) in ("neither", "nor") for c in tree.kids(phrase.head, ("preconj", "cc"))):
            return True
        first = phrase.tokens[0]
        if (
            tree.norm(first) == "no"
            and first + 1 < len(tree.tokens)
            and tree.norm(first + 1) in ("fewer", "less", "more")
        ):
            return False  # "no fewer than six" is a number
        return tree.norm(phrase.head) in closed.NEGATIVE_SUBJECTS or (
            tree.norm(first) in ("no", "none", "neither", "nobody")
            and tree.pos(first) in ("DET", "PRON", "NOUN", "CCONJ")
        )

    def modality(self, v: int) -> Modality | None:
        """Future, possible, conditional or obligation."""
        tree = self._tree
        if self.is_conditional(v):
            return "conditional"
        if self._is_asked(v):
            return "possible"
        for a in self._clauses.auxiliaries(v):
            norm = tree.norm(a)
            if norm in ("would", "'d") and tree.tag[a] == "MD" and self._is_reported(v):
                return "future"
            if norm in closed.FUTURE_AUXILIARIES:
                return "future"
            if norm in closed.POSSIBLE_AUXILIARIES and tree.tag[a] == "MD":
                return "possible"
            if norm in closed.OBLIGATION_AUXILIARIES:
                return "possible" if self._is_perfect(v) else "obligation"  # *must have known*: a guess
        if tree.dep[v] == "ROOT" and self._clauses.is_infinitive(v) and self._clauses.own_subjects(v):
            return "future"  # *Prosecutors to question the minister*
        if self._is_imperative(v):
            return "obligation"
        if self._shares_modal(v):
            return self.modality(tree.head[v])
        return "possible" if any(v in asked for asked in self._questions) else self._from_governor(v)

    def _is_asked(self, v: int) -> bool:
        """*Asked whether he is going to meet them*, *it is unclear whether they will pay*: nobody says so."""
        tree = self._tree
        while tree.dep[v] in ("xcomp", "conj") and self.marker(v) is None:
            v = tree.head[v]
        marker = self.marker(v)
        return (marker == "whether" and tree.dep[v] in _ASKED) or (marker == "if" and tree.dep[v] == "ccomp")

    def _is_perfect(self, v: int) -> bool:
        return any(self._tree.norm(a) == "have" for a in self._clauses.auxiliaries(v))

    def _shares_modal(self, v: int) -> bool:
        """ "Would die or be vetoed": a bare "be" goes with the modal before."""
        tree = self._tree
        own = [a for a in tree.children[v] if a < v and tree.dep[a] in ("aux", "auxpass")]
        bare = bool(own) and all(tree.tag[a] == "VB" and tree.norm(a) == "be" for a in own)
        return bare and tree.dep[v] == "conj" and tree.is_verb(tree.head[v])

    def _is_imperative(self, v: int) -> bool:
        """ "Give it green light, mayors say": a bare verb at the top without a subject."""
        tree = self._tree
        bare = tree.tag[v] == "VB" and tree.dep[v] == "ROOT" and not list(self._clauses.auxiliaries(v))
        return bare and not self._clauses.is_infinitive(v) and not self._clauses.own_subjects(v)

    def _is_reported(self, v: int) -> bool:
        """ "said it would": the future seen from the past."""
        tree = self._tree
        while tree.dep[v] == "conj":
            v = tree.head[v]
        h = tree.head[v]
        return tree.dep[v] == "ccomp" and tree.tag[h] in ("VBD", "VBN") and not self.is_conditional(v)

    def _from_governor(self, v: int) -> Modality | None:
        tree = self._tree
        while tree.dep[v] == "conj" and tree.is_verb(tree.head[v]) and not tree.kid(v, "nsubj"):
            v = tree.head[v]
        h = tree.head[v]
        if tree.dep[v] not in ("xcomp", "advcl", "ccomp") or not self._clauses.is_infinitive(v):
            return None
        if (
            tree.lemma(h) == "be"
            and tree.dep[v] == "xcomp"
            and not any(tree.kid(h, d) is not None for d in ("attr", "acomp"))
        ):
            return "future"
        if tree.lemma(h) in closed.OBLIGATION_VERBS and tree.dep[v] == "xcomp":
            return "obligation" if tree.kid(h, "dobj") is None else None
        if tree.pos(h) in ("ADJ", "ADV") or tree.tag[h] in ("VBN", "VBG"):
            if tree.lemma(h) in closed.FUTURE_PREDICATIVES or tree.norm(h) in closed.FUTURE_PREDICATIVES:
                return "future" if self._is_predicative(h) else None
            if tree.lemma(h) in closed.POSSIBLE_PREDICATIVES:
                return "possible"
        return None

    def _is_predicative(self, h: int) -> bool:
        tree = self._tree
        return (
            tree.dep[h] in ("acomp", "oprd")
            or any(tree.lemma(a) == "be" for a in self._clauses.auxiliaries(h))
            or tree.dep[h] in ("acl", "relcl")
        )

    def tense(self, v: int) -> Tense | None:
        """Past (also the perfect), present or future; None where the form has none."""
        tree = self._tree
        auxiliaries = self._clauses.auxiliaries(v)
        norms = {tree.norm(a) for a in auxiliaries}
        if norms & closed.FUTURE_AUXILIARIES or self._from_governor(v) == "future":
            return "future"
        if "have" in {tree.lemma(a) for a in auxiliaries} or norms & {"had", "did", "was", "were"}:
            return "past"
        tag = tree.tag[v]
        if tag == "VBD" or (tag == "VBN" and not auxiliaries):
            return "past"
        if tag in ("VBZ", "VBP") or norms & {"is", "are", "am", "'s", "'re", "'m", "do", "does"}:
            return "present"
        return None
