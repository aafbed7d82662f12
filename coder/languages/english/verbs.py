"""Verb predicates: lemma and slots."""

from __future__ import annotations

from coder.languages.english import closed_classes as closed
from coder.languages.english.clauses import Clauses
from coder.languages.english.mood import Mood
from coder.languages.english.phrases import Phrases, Slots, coordinated_verbs, extend
from coder.languages.english.tree import Tree
from coder.model import Phrase, Predicate

_ABSORBED = ("acomp", "dobj", "oprd", "advmod", "npadvmod", "attr", "compound")
_NO_PREDICATE = frozenset({"aux", "auxpass", "amod", "compound", "nmod", "prep", "case", "mark", "det", "punct"})

_CALL, _QUOTES = "call", frozenset("\"'")
_NAMED_BEHIND = 6  # tokens between whom or what somebody calls something and the name in quotes


class VerbFrames:
    """Builds the verb predicates of one tree."""

    def __init__(self, tree: Tree, phrases: Phrases, clauses: Clauses, mood: Mood, verbs: frozenset[str]) -> None:
        self._tree = tree
        self._phrases = phrases
        self._clauses = clauses
        self._mood = mood
        self._verbs = verbs

    def heads(self, nominal: frozenset[int]) -> list[int]:
        """The verbs of the sentence except auxiliaries, attributes and those read as event nouns."""
        tree = self._tree
        return [
            i
            for i in range(len(tree.tokens))
            if tree.is_verb(i) and tree.dep[i] not in _NO_PREDICATE and i not in nominal
        ]

    def predicate(self, v: int) -> Predicate:
        """The frame of one verb."""
        tree, clauses = self._tree, self._clauses
        subject = clauses.subject(v)
        objects = clauses.objects(v)
        particle = clauses.particle(v)
        lemma, absorbed = self._lemma(v, particle)
        voice = clauses.voice(v)
        if absorbed is not None:
            others = tuple(p for c in tree.kids(v, ("dobj",)) if c != absorbed for p in self._phrases.fillers(c))
            objects = tuple(p for p in objects if p.head != absorbed) or others
        if lemma.startswith("be ") and voice == "passive":
            subject, objects, voice = clauses.surface_subject(v), (), "active"
        token = tree.tokens[v]
        return Predicate(
            head=v,
            start=token.start,
            end=tree.tokens[particle].end if particle is not None and particle == v + 1 else token.end,
            lemma=lemma,
            kind="verb",
            slots=self._slots(v, subject, objects, particle, absorbed),
            voice=voice,
            negated=self._mood.is_negated(v, subject, objects),
            modality=self._mood.modality(v),
            tense=self._mood.tense(v),
            clause=self._mood.clause(v),
        )

    def _lemma(self, v: int, particle: int | None) -> tuple[str, int | None]:
        """The lemma, with the word that the dictionaries count as part of the verb: "take place", "be critical"."""
        tree = self._tree
        bare = tree.lemma(v)
        whole = bare if particle is None else f"{bare} {tree.norm(particle)}"
        parted = particle is not None and whole in self._verbs  # *called off a strike* is no *call strike*
        for c in tree.kids(v, _ABSORBED):
            absorbs = f"{bare} {tree.lemma(c)}" in self._verbs or (bare == "take" and tree.norm(c) == "place")
            if c > v and absorbs and not parted:
                return f"{bare} {tree.lemma(c)}", c
            if c < v and f"{tree.norm(c)} {bare}" in self._verbs:
                return f"{tree.norm(c)} {bare}", None
        if v >= 2 and f"{tree.norm(v - 2)}{tree.norm(v - 1)}{bare}" in self._verbs:
            return f"{tree.norm(v - 2)}{tree.norm(v - 1)}{bare}", None
        for p in tree.kids(v, ("prep",)):
            noun = tree.kid(p, "pobj")
            if noun is not None and f"{bare} {tree.norm(p)} {tree.lemma(noun)}" in self._verbs:
                return f"{bare} {tree.norm(p)} {tree.lemma(noun)}", None
        if self._clauses.is_passive(v) and f"be {tree.norm(v)}" in self._verbs and tree.kid(v, "agent") is None:
            return f"be {tree.norm(v)}", None
        return whole, None

    def _slots(
        self,
        v: int,
        subject: tuple[Phrase, ...],
        objects: tuple[Phrase, ...],
        particle: int | None,
        absorbed: int | None,
    ) -> Slots:
        slots: Slots = {}
        extend(slots, "subject", subject)
        extend(slots, "object", objects)
        self._add_prepositions(v, particle, absorbed, slots)
        self._add_recipients(v, slots)
        self._add_complements(v, slots)
        self._add_adverbials(v, slots)
        return slots

    def _add_prepositions(self, v: int, particle: int | None, absorbed: int | None, slots: Slots) -> None:
        tree = self._tree
        bearers = [v, *tree.kids(v, ("acomp", "prt", "advmod", "oprd")), *self._called(v)]
        if absorbed is not None and absorbed not in bearers:
            bearers.append(absorbed)
            for owner in tree.kids(absorbed, ("poss",)):  # "denied Amnesty's claims"
                extend(slots, "genitive", self._phrases.possessors(owner))
        is_agent = self._clauses.is_passive(v)
        for bearer in bearers:
            for name, fillers in self._phrases.prepositions(bearer).items():
                if particle is not None and bearer == v and tree.dep[particle] == "prep":
                    if name == tree.norm(particle):
                        extend(slots, "complement", tuple(f for f in fillers if f.kind == "clause"))
                        continue
                    name = name.removeprefix(f"{tree.norm(particle)} ")
                if is_agent and name in ("by", "at hands of"):
                    fillers = tuple(f for f in fillers if f.kind == "clause")
                extend(slots, name, fillers)
                if name == "out of" or (name == "of" and particle is not None and tree.norm(particle) == "out"):
                    extend(slots, "from", fillers)  # "pulled out of the talks"
                if name in closed.ARGUMENT_PREPOSITIONS:
                    extend(slots, "complement", tuple(f for f in fillers if f.kind == "clause"))
        self._add_stranded(v, slots)

    def _add_stranded(self, v: int, slots: Slots) -> None:
        """ "the group they negotiated with"."""
        tree = self._tree
        if tree.dep[v] != "relcl" or not self._clauses.own_subjects(v) or not tree.is_nominal(tree.head[v]):
            return
        for p in tree.kids(v, ("prep",)):
            if not any(tree.dep[c] in ("pobj", "pcomp", "prep") for c in tree.children[p]) and tree.head[v] < v:
                extend(slots, tree.norm(p), (self._phrases.noun(tree.head[v]),))

    def _add_recipients(self, v: int, slots: Slots) -> None:
        tree = self._tree
        recipients = self._clauses.recipients_of_passive(v)
        extend(slots, "to", recipients)
        if not recipients and tree.kid(v, "dobj") is not None:
            for c in tree.kids(v, ("dative",)):
                if tree.is_nominal(c):
                    extend(slots, "to", self._phrases.fillers(c))

    def _add_complements(self, v: int, slots: Slots) -> None:
        tree = self._tree
        extend(slots, "complement", tuple(self._phrases.clause(c) for c in self._clauses.complements(v)))
        for c in tree.kids(v, ("attr", "oprd")):
            if (tree.is_nominal(c) and tree.kid(v, "expl") is None) or tree.norm(c) in closed.FATES:
                extend(slots, "complement" if tree.dep[c] == "attr" else "as", self._phrases.fillers(c))
        for c in self._called(v) or self._quoted_name(v):
            extend(slots, "as", (self._phrases.noun(c),))

    def _quoted_name(self, v: int) -> list[int]:
        """ "called the Dutch 'remnants of fascism'", "called her remarks about Peru 'unhelpful'": a name in quotes."""
        tree = self._tree
        if tree.lemma(v) != _CALL:
            return []
        for o in tree.kids(v, ("dobj",)):
            for i in range(o + 1, min(o + _NAMED_BEHIND, len(tree.tokens) - 1)):
                if tree.norm(i) in _QUOTES:
                    return [i + 1] if tree.pos(i - 1) != "PUNCT" else []
                if tree.pos(i) in ("VERB", "AUX", "CCONJ", "SCONJ", "PUNCT"):
                    break
        return []

    def _called(self, v: int) -> list[int]:
        """ "found him guilty": the parser makes a clause of object and adjective, or an attribute of the adjective."""
        tree = self._tree
        found = [c for c in tree.kids(v, ("ccomp",)) if tree.pos(c) == "ADJ"]
        found = [c for c in found if not any(tree.dep[x] in ("cop", "aux", "auxpass") for x in tree.children[c])]
        called = [c for c in found if any(s > v for s in self._clauses.own_subjects(c))]
        behind = (c for o in tree.kids(v, ("dobj",)) for c in tree.kids(o, ("amod",)) if c > o)
        return called or [c for c in behind if tree.lemma(c) in closed.VERDICTS]

    def _add_adverbials(self, v: int, slots: Slots) -> None:
        tree = self._tree
        for c in tree.kids(v, ("advcl",)):
            if tree.is_verb(c):
                name = self._mood.adverbial(c)
                extend(
                    slots,
                    "complement" if name == "that" else name,
                    tuple(map(self._phrases.clause, coordinated_verbs(tree, c))),
                )
