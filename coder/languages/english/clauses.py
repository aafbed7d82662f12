"""Subjects, objects and voice of verbs, through passives, relative clauses, control and coordination."""

from __future__ import annotations

from coder.languages.english import closed_classes as closed
from coder.languages.english.phrases import Phrases, coordinated_verbs
from coder.languages.english.repairs import is_finite
from coder.languages.english.tree import Tree
from coder.model import Phrase, Voice

Fillers = tuple[Phrase, ...]

_SUBJECTS = ("nsubj", "nsubjpass")
_CLAUSAL_SUBJECTS = ("csubj", "csubjpass")
_NOT_BETWEEN = frozenset({"cc", "advmod", "neg", "prt", "punct", "preconj"})


class Clauses:
    """Resolves the arguments of the verbs of one tree; every answer is kept."""

    def __init__(self, tree: Tree, phrases: Phrases, particle_verbs: frozenset[str]) -> None:
        self.tree = tree
        self.phrases = phrases
        self._particle_verbs = particle_verbs
        self._passive: dict[int, bool] = {}
        self._surface: dict[int, Fillers] = {}
        self._objects: dict[int, Fillers] = {}

    # ---- form

    def is_infinitive(self, v: int) -> bool:
        """Whether "to" stands before the verb."""
        return any(self.tree.tag[c] == "TO" for c in self.tree.kids(v, ("aux", "mark")))

    def is_finite(self, v: int) -> bool:
        """Whether the verb carries tense itself or through an auxiliary."""
        return is_finite(self.tree, v)

    def auxiliaries(self, v: int) -> list[int]:
        """The auxiliaries of a verb; a coordinated verb shares those of the first ("was beaten and robbed")."""
        tree = self.tree
        for _ in range(6):
            own = list(tree.kids(v, ("aux", "auxpass")))
            h = tree.head[v]
            if own or tree.dep[v] != "conj" or not tree.is_verb(h) or self.own_subjects(v):
                return own
            if tree.tag[v] != tree.tag[h] and {tree.tag[v], tree.tag[h]} != {"VB", "VBP"}:
                return own
            v = h
        return []

    def is_passive(self, v: int) -> bool:
        """Whether the verb is in the passive, with or without an auxiliary."""
        known = self._passive.get(v)
        if known is None:
            known = self._passive[v] = self._find_passive(v)
        return known

    def voice(self, v: int) -> Voice:
        """The grammatical voice."""
        return "passive" if self.is_passive(v) else "active"

    def _find_passive(self, v: int) -> bool:
        tree = self.tree
        if tree.pos(v) == "AUX":
            return False
        own = list(tree.kids(v, ("aux", "auxpass")))
        if any(tree.dep[a] == "auxpass" for a in own):
            return True
        if tree.kid(v, "nsubjpass") is not None:
            return True
        if self._is_headline_passive(v, own):
            return True
        if tree.tag[v] != "VBN":
            finite = tree.tag[v] != "VBD" or tree.norm(v) in closed.ONLY_PAST
            return not finite and tree.kid(v, "agent") is not None and tree.kid(v, "dobj") is None
        if own:
            last = own[-1]
            return tree.lemma(last) in ("be", "get")
        h = tree.head[v]
        if tree.dep[v] == "conj" and tree.is_verb(h) and (tree.tag[h] == "VBN" or not self.own_subjects(v)):
            return self.is_passive(h)
        if tree.dep[v] == "conj" and not tree.is_verb(h) and tree.kid(v, "dobj") is not None:
            return False  # joined to a verb that the tagger took for a noun
        if tree.kid(v, "nsubj") is not None:
            return tree.kid(v, "agent") is not None
        return tree.dep[v] in (
            "acl",
            "advcl",
            "xcomp",
            "ccomp",
            "conj",
            "pcomp",
            "oprd",
            "acomp",
            "relcl",
            "amod",
            "dep",
            "ROOT",
            "appos",
        )

    def _is_headline_passive(self, v: int, auxiliaries: list[int]) -> bool:
        tree = self.tree
        if self._is_headline_gift(v, auxiliaries):
            return True
        shot_dead = tree.lemma(v) == "shoot" and any(tree.norm(c) in closed.DEADLY for c in tree.children[v])
        return (
            (shot_dead or tree.lemma(v) in closed.HEADLINE_PASSIVES)
            and tree.tag[v] in ("VBD", "VBN")
            and not auxiliaries
            and tree.dep[v] != "conj"
            and tree.kid(v, "nsubj") is not None
            and not any(tree.kid(v, d) is not None for d in ("dobj", "ccomp", "prt", "conj"))
        )

    def _is_headline_gift(self, v: int, auxiliaries: list[int]) -> bool:
        """*Party fined 70,000*, *blogger granted asylum*: who is told to have got it, in a line without a full stop."""
        tree = self.tree
        if tree.lemma(v) not in closed.HEADLINE_GIFTS or tree.tag[v] not in ("VBD", "VBN") or auxiliaries:
            return False
        gift = tree.kid(v, "dobj")
        if gift is None:
            return False
        counted = any(map(str.isdigit, "".join(tree.norm(t) for t in range(v + 1, gift + 1))))
        return (
            (counted or tree.norm(gift) in closed.GRANTED)
            and tree.kid(v, "nsubj") is not None
            and tree.norm(len(tree.tokens) - 1) != "."
        )

    # ---- subject

    def own_subjects(self, v: int) -> list[int]:
        """The subject tokens that hang on the verb itself."""
        return [c for c in self.tree.kids(v, _SUBJECTS) if self.tree.tag[c] != "EX"]

    def surface_subject(self, v: int) -> Fillers:
        """The grammatical subject, own or inherited."""
        known = self._surface.get(v)
        if known is None:
            self._surface[v] = ()
            known = self._surface[v] = self._find_subject(v)
        return known

    def _find_subject(self, v: int) -> Fillers:
        tree, phrases = self.tree, self.phrases
        own = self.own_subjects(v)
        if own:
            return tuple(p for s in own[-1:] for p in phrases.fillers(s))
        for c in tree.kids(v, _CLAUSAL_SUBJECTS):
            return (phrases.clause(c),)
        if any(tree.tag[c] == "EX" for c in tree.children[v]):
            attribute = tree.kid(v, "attr") or tree.kid(v, "dobj")
            return () if attribute is None else phrases.fillers(attribute)
        return self._inherited_subject(v)

    def _inherited_subject(self, v: int) -> Fillers:
        tree = self.tree
        d, h = tree.dep[v], tree.head[v]
        if h == v:
            return ()
        if d == "conj":
            return self.surface_subject(self._verb_of(h))
        if d == "relcl":
            return () if self._relative_gap(v) != "subject" else self._described(v, h)
        if d == "acl" and not self.is_infinitive(v):
            return (self.phrases.noun(h),) if tree.is_nominal(h) and tree.tag[v] in ("VBG", "VBN", "VBD") else ()
        if d == "acl":
            return self._noun_controller(h)
        if d == "acomp":
            return self.surface_subject(h)
        if d in ("xcomp", "oprd") or (d == "ccomp" and not self.is_finite(v)):
            return self._controller(v, h)
        if d == "advcl" and not self.is_finite(v):
            return self._controller(v, h)
        if d == "pcomp":
            return self._preposition_controller(h)
        if d == "prep" and tree.is_verb(h):
            return self._controller(v, h)
        return ()

    def _verb_of(self, token: int) -> int:
        """The verb of whose predicate a coordinated adjective or noun is part ("was angry and left")."""
        if not self.tree.is_verb(token) and self.tree.dep[token] in ("acomp", "attr", "oprd", "advmod", "prep"):
            return self.tree.head[token]
        return token

    def _controller(self, v: int, g: int) -> Fillers:
        tree = self.tree
        if tree.pos(g) in ("ADJ", "ADV"):
            above = tree.head[g]
            if tree.is_nominal(above) and tree.dep[g] == "amod":
                return (self.phrases.noun(above),)
            return self.surface_subject(above) if tree.is_verb(above) else ()
        if tree.is_nominal(g):
            above = tree.head[g]
            if tree.dep[g] in ("attr", "dobj", "pobj", "nsubj", "nsubjpass", "oprd"):
                return self._noun_controller(g)
            return self.surface_subject(above) if tree.is_verb(above) and above != g else ()
        if not tree.is_verb(g):
            return ()
        if self.is_passive(g):
            if tree.dep[v] == "advcl" and tree.lemma(v) in closed.RESULTS and tree.tag[v] == "VBG":
                return self.subject(g)
            return self.surface_subject(g)
        controls = closed.OBJECT_CONTROL if tree.dep[v] != "advcl" else closed.SENDING
        if tree.lemma(g) in controls and (tree.dep[v] != "advcl" or self.is_infinitive(v)):
            found = (self.own_objects(g) if tree.lemma(g) != "call" else ()) or self._called_on(g)
            if found:
                return found
        return self.surface_subject(g)

    def _called_on(self, g: int) -> Fillers:
        """ "called on Iran to stop": the one who is called on is in charge of the infinitive."""
        slots = self.phrases.prepositions(g)
        return next((slots[p] for p in ("on", "upon", "with", "to", "for") if p in slots), ())

    def _preposition_controller(self, p: int) -> Fillers:
        tree = self.tree
        while tree.dep[p] in ("prep", "pcomp", "conj") and tree.pos(tree.head[p]) in ("ADP", "SCONJ"):
            p = tree.head[p]
        g = tree.head[p]
        if tree.is_nominal(g):
            return self._noun_controller(g)
        if not tree.is_verb(g):
            return self._of_adjective(p, g) if tree.pos(g) == "ADJ" else ()
        return self._by_preposition(g, tree.norm(p))

    def _of_adjective(self, p: int, g: int) -> Fillers:
        """ "found them guilty of treason": whoever is called so, else the subject of the verb above."""
        own = self.own_subjects(g)
        return tuple(f for s in own[-1:] for f in self.phrases.fillers(s)) or self._controller(p, g)

    def _by_preposition(self, g: int, preposition: str) -> Fillers:
        charges = self.tree.lemma(g) in closed.PREPOSITION_CONTROL and preposition in closed.ARGUMENT_PREPOSITIONS
        if charges and (objects := self.objects(g)):
            return objects
        if self.is_passive(g) and preposition == "by":
            return self.subject(g)
        return self.surface_subject(g)

    def _noun_controller(self, noun: int) -> Fillers:
        """Who carries out what a noun announces: "Iran's plan to", "pressure on Iran to", "made a decision to"."""
        tree = self.tree
        for c in tree.kids(noun, ("poss",)):
            return self.phrases.fillers(c)
        slots = self.phrases.prepositions(noun)
        order = (
            ("on", "for", "to", "by", "between", "of")
            if tree.lemma(noun) in closed.PRESSURE
            else ("by", "between", "among", "of", "for")
        )
        for name in order:
            found = tuple(p for p in slots.get(name, ()) if p.kind != "clause")
            if found:
                return found
        above = tree.head[noun]
        if tree.dep[noun] in ("dobj", "attr") and tree.is_verb(above):
            pressure = tree.lemma(noun) in closed.PRESSURE
            holds = tree.lemma(above) in (closed.RECEIVING if pressure else closed.HOLDING)
            return self.surface_subject(above) if holds and not self.is_passive(above) else ()
        if tree.dep[noun] == "nsubjpass" or tree.dep[noun] == "nsubj":
            return self.subject(above) if self.is_passive(above) else ()
        if tree.dep[noun] == "pobj" and tree.is_verb(tree.head[above]):
            return self._by_preposition(tree.head[above], tree.norm(above))
        return ()

    # ---- relative clauses without a pronoun

    def _described(self, v: int, noun: int) -> Fillers:
        """The antecedent as a subject; of "X was the first country to recognize Y" it is X."""
        tree = self.tree
        if tree.dep[noun] == "attr" and self.is_infinitive(v) and tree.lemma(tree.head[noun]) in ("be", "become"):
            subjects = self.surface_subject(tree.head[noun])
            if subjects:
                return subjects
        return (self.phrases.noun(noun),)

    def _relative_gap(self, v: int) -> str | None:
        """Which argument of a relative clause without relative pronoun is its antecedent."""
        tree = self.tree
        noun = tree.head[v]
        if not tree.is_nominal(noun) or noun > v:
            return None
        if not self.own_subjects(v):
            return "subject"
        if tree.lemma(noun) in closed.CIRCUMSTANCE_NOUNS:
            return None
        low, high = tree.edges(v)
        for i in range(low, min(high, v) + 1):
            if self.phrases.is_relative(i) or tree.tag[i] in ("WRB", "WP$"):
                return None
        return "object"

    def _gap_verb(self, v: int) -> int:
        """The verb that lacks its object: the deepest infinitive ("the man she tried to kill")."""
        tree = self.tree
        for _ in range(5):
            below = tree.kid(v, "xcomp")
            if below is None or not tree.is_verb(below) or tree.kid(v, "dobj") is not None:
                return v
            v = below
        return v

    # ---- object

    def own_objects(self, v: int) -> Fillers:
        """The objects that stand with an active verb, before any sharing."""
        tree, phrases = self.tree, self.phrases
        for c in tree.kids(v, ("dobj",)):
            return phrases.fillers(c)
        for c in tree.kids(v, ("dative",)):
            if tree.is_nominal(c):
                return phrases.fillers(c)
        for c in tree.kids(v, ("ccomp", "oprd", "acomp")):
            # "urged him to go", "saw troops attack": the parser makes "him" and "troops" the subject of the lower verb
            if not self.is_finite(c) and tree.kid(c, "mark") is None:
                subjects = [s for s in self.own_subjects(c) if s > v]
                if subjects:
                    return phrases.fillers(subjects[0])
        return self._stranded_particle(v) or self._misread_object(v)

    def _misread_object(self, v: int) -> Fillers:
        """A noun right behind a verb that the parser took for an adverbial, though it tells no time and no measure."""
        tree = self.tree
        if any(tree.dep[c] in ("ccomp", "xcomp", "attr", "acomp", "oprd", "prt") for c in tree.children[v]):
            return ()
        for c in tree.kids(v, ("npadvmod",)):
            behind = c > v and tree.edges(c)[0] == v + 1
            measures = tree.pos(c) == "NUM" or tree.lemma(c) in closed.CIRCUMSTANCE_NOUNS
            if behind and tree.is_nominal(c) and not measures and tree.label(c) is None:
                return self.phrases.fillers(c)
        return ()

    def _stranded_particle(self, v: int) -> Fillers:
        """ "carry out raids" read as verb + preposition: the noun is the object all the same."""
        p = self.particle(v)
        if p is None:
            return ()
        noun = self.tree.kid(p, "pobj")
        return () if noun is None else self.phrases.fillers(noun)

    def particle(self, v: int) -> int | None:
        """The particle of a particle verb, where the dictionaries know the verb or the parser says so."""
        tree = self.tree
        found = tree.kid(v, "prt")
        if found is not None:
            return found
        for c in tree.kids(v, ("advmod", "prep")):
            near = c == v + 1 or tree.dep[c] == "advmod"
            if near and f"{tree.lemma(v)} {tree.norm(c)}" in self._particle_verbs:
                return c
        return None

    def objects(self, v: int) -> Fillers:
        """The logical objects."""
        known = self._objects.get(v)
        if known is None:
            self._objects[v] = ()
            known = self._objects[v] = self._find_objects(v)
        return known

    def _find_objects(self, v: int) -> Fillers:
        tree = self.tree
        if self.is_passive(v):
            if tree.lemma(v) in closed.GIVING:
                for c in tree.kids(v, ("dobj",)):
                    return self.phrases.fillers(c)
            return self.surface_subject(v)
        return self.own_objects(v) or self._gap_object(v) or self._shared_object(v)

    def recipients_of_passive(self, v: int) -> Fillers:
        """ "was given weapons": the grammatical subject is the recipient."""
        tree = self.tree
        if self.is_passive(v) and tree.lemma(v) in closed.GIVING and tree.kid(v, "dobj") is not None:
            return self.surface_subject(v)
        return ()

    def _gap_object(self, v: int) -> Fillers:
        tree = self.tree
        top = v
        while tree.dep[top] in ("xcomp", "conj") and tree.is_verb(tree.head[top]):
            top = tree.head[top]
        if tree.dep[top] != "relcl" or any(tree.kid(v, d) is not None for d in ("ccomp", "xcomp", "acomp", "attr")):
            return ()
        if self._relative_gap(top) != "object" or tree.pos(v) == "AUX":
            return ()
        if tree.dep[v] != "conj" and self._gap_verb(top) != v:
            return ()
        if any(tree.kid(p, "pobj") is None and tree.kid(p, "pcomp") is None for p in tree.kids(v, ("prep",))):
            return ()
        return (self.phrases.noun(tree.head[top]),)

    def _shared_object(self, v: int) -> Fillers:
        """ "attacked and killed the soldiers": the first verb has the object of the second."""
        tree = self.tree
        for c in tree.kids(v, ("conj",)):
            if not tree.is_verb(c) or self.is_passive(c) or c < v or self.own_subjects(c) or tree.tag[c] != tree.tag[v]:
                continue
            taken = any(tree.dep[k] not in _NOT_BETWEEN for k in tree.children[v] if v < k < c)
            if not taken and not any(tree.norm(i) == "," for i in range(v, c)):
                return self.own_objects(c)
        return ()

    # ---- logical subject

    def subject(self, v: int) -> Fillers:
        """The logical subject: the by-agent of a passive, else the grammatical subject."""
        if not self.is_passive(v):
            return self.surface_subject(v)
        own = self._agents(v)
        if own:
            return own
        for c in self.tree.kids(v, ("conj",)):
            if self.tree.is_verb(c) and c > v and self.is_passive(c) and not self.own_subjects(c):
                return self._agents(c)
        return ()

    def _agents(self, v: int) -> Fillers:
        slots = self.phrases.prepositions(v)
        return tuple(p for p in slots.get("by", slots.get("at hands of", ())) if p.kind != "clause")

    def complements(self, v: int) -> list[int]:
        """The verbs that head clauses which the verb takes as its argument."""
        tree = self.tree
        found = [w for c in tree.kids(v, ("ccomp", "xcomp")) if tree.is_verb(c) for w in coordinated_verbs(tree, c)]
        for a in tree.kids(v, ("acomp", "oprd")):
            found += [
                w for c in tree.kids(a, ("xcomp", "ccomp")) if tree.is_verb(c) for w in coordinated_verbs(tree, c)
            ]
        if not found and tree.dep[v] == "parataxis" and tree.lemma(v) in closed.SPEECH and tree.is_verb(tree.head[v]):
            found = [tree.head[v]]
        return found
