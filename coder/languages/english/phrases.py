"""Noun phrases, prepositional complements and clauses of a sentence as ``Phrase`` objects."""

from __future__ import annotations

from coder.languages.english import closed_classes as closed
from coder.languages.english.tree import Names, Tree
from coder.model import Phrase

Slots = dict[str, tuple[Phrase, ...]]


def extend(slots: Slots, name: str, fillers: tuple[Phrase, ...]) -> None:
    """Add fillers to a slot, those that it holds already left out."""
    if fillers:
        have = slots.get(name, ())
        slots[name] = have + tuple(f for f in fillers if f not in have)


_MODIFIERS = frozenset(
    {"det", "predet", "amod", "compound", "nummod", "nmod", "quantmod", "advmod", "npadvmod", "neg", "meta"}
)
_INNER = _MODIFIERS | {"cc", "conj", "punct", "aux", "prt", "preconj", "case"}
_INSIDE = frozenset({"det", "predet", "amod", "compound", "nummod", "nmod", "quantmod", "case", "punct", "cc"})
_PREPOSITIONAL = ("prep", "agent", "dative")
_RELATIVE_TAGS = frozenset({"WDT", "WP"})
_JOINING = frozenset({"-", "/", "–", "."})


class Phrases:
    """Builds each phrase of one tree once."""

    def __init__(self, tree: Tree, transparent: frozenset[str]) -> None:
        self.tree = tree
        self._transparent = transparent
        self._nouns: dict[int, Phrase] = {}
        self._clauses: dict[int, Phrase] = {}
        self._prepositions: dict[int, Slots] = {}

    # ---- heads

    def inner(self, head: int) -> int:
        """The noun that counts: "protesters" for "dozens of protesters"."""
        for _ in range(4):
            below = self._counted(head)
            if below is None:
                return head
            head = below
        return head

    def _counted(self, head: int) -> int | None:
        tree = self.tree
        quantity = (
            tree.tag[head] == "CD" or tree.lemma(head) in self._transparent or tree.norm(head) in closed.QUANTIFIERS
        )
        sum_of_money = self._is_money(head)
        if not quantity and not sum_of_money:
            return None
        for p in tree.kids(head, ("prep",)):
            below = tree.kid(p, "pobj")
            if p < head or below is None or not tree.is_nominal(below):
                continue
            if tree.norm(p) == "of" or (tree.norm(p) == "in" and sum_of_money and self._is_kind(below)):
                return below
        return None

    def _is_money(self, head: int) -> bool:
        tree = self.tree
        return tree.lemma(head) in closed.CURRENCIES or any(
            tree.norm(c) in closed.CURRENCIES for c in tree.children[head]
        )

    def _is_kind(self, noun: int) -> bool:
        """ "In military aid" says what the money is, "in March", "in the budget" and "in Syria" do not."""
        tree = self.tree
        return tree.pos(noun) == "NOUN" and tree.kid(noun, "det") is None and tree.label(noun) is None

    def antecedent(self, token: int) -> int | None:
        """The noun that a relative pronoun stands for."""
        tree = self.tree
        at = token
        while tree.dep[at] != "relcl":
            if tree.head[at] == at or tree.dep[at] in ("ccomp", "advcl", "csubj", "csubjpass"):
                return None
            at = tree.head[at]
        noun = tree.head[at]
        if noun == at or noun >= token:
            return None
        return noun if tree.is_nominal(noun) else None

    def resolve(self, token: int) -> int:
        """The antecedent of a relative pronoun, else the token itself."""
        if self.is_relative(token):
            found = self.antecedent(token)
            if found is not None:
                return found
        return token

    def is_relative(self, token: int) -> bool:
        """Whether the token is a relative pronoun."""
        tree = self.tree
        return tree.tag[token] in _RELATIVE_TAGS or (
            tree.norm(token) == "that" and tree.tag[token] == "IN" and tree.dep[token] != "mark"
        )

    # ---- phrases

    def fillers(self, head: int) -> tuple[Phrase, ...]:
        """The phrase of ``head`` and of everything coordinated with it."""
        target = self.resolve(head)
        if target != head:
            return (self.noun(target),)
        heads = [head]
        for h in heads:
            inner = self.inner(h)
            for source in {h, inner}:
                heads += [
                    c
                    for c in self.tree.kids(source, ("conj",))
                    if self.tree.pos(c) not in ("VERB", "AUX", "ADP", "ADV")
                ]
        return tuple(self.noun(h) for h in sorted(heads))

    def noun(self, head: int) -> Phrase:
        """The noun phrase of ``head`` alone, without what is coordinated with it."""
        head = self.inner(head)
        known = self._nouns.get(head)
        if known is None:
            known = self._nouns[head] = self._build(head)
        return known

    def clause(self, verb: int) -> Phrase:
        """The clause of a verb as a filler."""
        known = self._clauses.get(verb)
        if known is None:
            tokens = self.tree.tokens
            low, high = self.tree.edges(verb)
            t = tokens[verb]
            known = Phrase(verb, tokens[low].start, tokens[high].end, t.start, t.end, "clause", (verb,))
            self._clauses[verb] = known
        return known

    def all(self) -> tuple[Phrase, ...]:
        """Every noun phrase of the sentence in text order."""
        tree = self.tree
        for i in range(len(tree.tokens)):
            if tree.is_nominal(i) and tree.dep[i] not in _INSIDE and not self.is_relative(i):
                self.noun(i)
        return tuple(self._nouns[h] for h in sorted(self._nouns))

    def _build(self, head: int) -> Phrase:
        tree = self.tree
        own = self._own_words(head)
        quantities: list[int] = []
        top = head
        while (outer := self.outer(top)) is not None:
            own |= self._own_words(outer) | {tree.head[top]}
            quantities.append(outer)
            top = outer
        genitives, appositions, attached = self._below(sorted(own), head, quantities)
        parts = [*genitives, *appositions, *(p for group in attached.values() for p in group)]
        if "from" not in attached and (origin := self._origin(head)):
            attached["from"] = origin
        if genitives and any(tree.norm(c) == "whose" for c in tree.kids(head, ("poss",))):
            parts.remove(genitives[0])  # the antecedent stands outside
        tokens = tree.tokens
        start = min([tokens[min(own)].start, *(p.start for p in parts)])
        joined = min((c for c in tree.kids(head, ("conj",)) if c > max(own)), default=len(tokens))
        end = max([tokens[max(own)].end, *(p.end for p in parts if p.head < joined)])
        t = tokens[head]
        first = tokens[top]
        return Phrase(
            head=head,
            start=start,
            end=self._closed(start, end),
            head_start=first.start,
            head_end=first.end,
            kind="pronoun" if t.pos == "PRON" else "noun",
            tokens=tuple(sorted(own)),
            genitives=genitives,
            appositions=appositions,
            attached=attached,
        )

    def begin_with_first_names(self, names: Names) -> None:
        """Let personal names begin with their first word.

        Universal Dependencies counts the first word of a personal name as its head, the parser the last; and the
        quantity of a quantified noun (dozens of men), of which the noun itself is our head.
        """
        tree = self.tree
        for head, phrase in self._nouns.items():
            own, first = phrase.tokens, names.first.get(head, head)
            if first == head or phrase.head_start != tree.tokens[head].start or any(tree.dep[i] == "det" for i in own):
                continue
            if frozenset(own).issuperset(range(first, head + 1)):
                phrase.head_start, phrase.head_end = tree.tokens[first].start, tree.tokens[first].end

    def _closed(self, start: int, end: int) -> int:
        """The end of a span, with a bracket closed that opens inside: "the army (SDF)"."""
        tokens = self.tree.tokens
        after = next((t for t in tokens if t.start >= end), None)
        if after is None or after.norm not in (")", "]"):
            return end
        inside = [t.norm for t in tokens if start <= t.start < end]
        return after.end if inside.count("(") + inside.count("[") > inside.count(")") + inside.count("]") else end

    def outer(self, head: int) -> int | None:
        """The quantity noun above ``head``: "dozens" for "dozens of protesters"."""
        tree = self.tree
        if tree.dep[head] != "pobj" or tree.norm(tree.head[head]) not in ("of", "in"):
            return None
        above = tree.head[tree.head[head]]
        return above if self._counted(above) == head else None

    def _own_words(self, head: int) -> set[int]:
        own = {head}
        stack = [c for c in self.tree.children[head] if self._is_own(c, _MODIFIERS)]
        while stack:
            c = stack.pop()
            own.add(c)
            stack += [k for k in self.tree.children[c] if self._is_own(k, _INNER)]
        tree = self.tree
        return own | {c for c in tree.kids(head, ("punct",)) if min(own) < c < max(own) and tree.norm(c) in _JOINING}

    def _is_own(self, c: int, deps: frozenset[str]) -> bool:
        tree = self.tree
        if tree.dep[c] not in deps:
            return False
        if tree.dep[c] == "punct":
            return tree.norm(c) in _JOINING
        return tree.dep[c] not in ("advmod", "npadvmod", "meta") or c < tree.head[c]

    def _below(
        self, own: list[int], head: int, quantities: list[int]
    ) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...], Slots]:
        tree = self.tree
        genitives: list[Phrase] = []
        appositions: list[Phrase] = []
        attached: Slots = {}
        for word in own:
            for c in tree.children[word]:
                if tree.dep[c] == "poss":
                    genitives += self.possessors(c)
                elif tree.dep[c] == "appos" and tree.is_nominal(c):
                    appositions += self.fillers(c)
        for word in (head, *quantities):
            for name, fillers in self.prepositions(word).items():
                nouns = tuple(f for f in fillers if f.kind != "clause")
                if name == "of":
                    genitives += nouns if word == head else ()
                elif nouns:
                    attached[name] = attached.get(name, ()) + nouns
        return tuple(genitives), tuple(appositions), attached

    def _origin(self, head: int) -> tuple[Phrase, ...]:
        """Where a participle says that somebody is from: "a woman visiting from Canada"."""
        tree = self.tree
        movers = [v for v in tree.kids(head, ("acl",)) if tree.norm(v) in closed.COMING_FROM]
        return next((o for v in movers if (o := self.prepositions(v).get("from", ()))), ())

    def modifiers(self, head: int) -> tuple[Phrase, ...]:
        """A noun's modifier and those coordinated with it ("US and British")."""
        heads = [head]
        for h in heads:
            heads += self.tree.kids(h, ("conj",))
        return tuple(self.noun(h) for h in heads)

    def possessors(self, possessor: int) -> tuple[Phrase, ...]:
        """The phrases of a possessor; "whose" stands for its antecedent."""
        if self.tree.norm(possessor) == "whose":
            noun = self.antecedent(possessor)
            return () if noun is None else (self.noun(noun),)
        return self.fillers(possessor)

    # ---- prepositions

    def prepositions(self, token: int) -> Slots:
        """What hangs on ``token`` by a preposition, noun phrases and gerund clauses alike."""
        known = self._prepositions.get(token)
        if known is None:
            known = self._prepositions[token] = {}
            for p in self.tree.kids(token, _PREPOSITIONAL):
                if self.tree.pos(p) not in ("NOUN", "PROPN", "PRON", "NUM") and not self._is_ruled_out(p):
                    self._read_preposition(p, (), known)
        return known

    def _read_preposition(self, p: int, before: tuple[str, ...], into: Slots) -> None:
        tree = self.tree
        norm = tree.norm(p)
        words = (*before, closed.PREPOSITION_FORMS.get(norm, norm))
        if p + 1 in tree.children[p] and tree.pos(p + 1) == "ADP" and not tree.children[p + 1]:
            words = (*words, tree.norm(p + 1))
        for c in tree.children[p]:
            d = tree.dep[c]
            if d == "pobj" or (d == "pcomp" and tree.is_nominal(c)):
                self._read_object(words, c, into)
            elif norm == "as" and d in ("amod", "acomp", "pcomp") and tree.pos(c) == "ADJ":
                _add(into, norm, (self._one_word(c),))
            elif d == "pcomp" and tree.is_verb(c):
                _add(into, " ".join(words), self._gerunds(c))
            elif d == "prep" or (d == "pcomp" and tree.pos(c) in ("ADP", "SCONJ")):
                self._read_preposition(c, words if not before and c == p + 1 else (), into)
            elif d == "conj" and tree.pos(c) == "ADP" and not self._is_ruled_out(c):
                self._read_preposition(c, before, into)

    def _is_ruled_out(self, p: int) -> bool:
        """*Will speak to the elders, not to the mayor*: what is set against the phrase before."""
        return p > 1 and self.tree.norm(p - 1) == "not" and self.tree.norm(p - 2) in (",", "and", "but")

    def _one_word(self, i: int) -> Phrase:
        t = self.tree.tokens[i]
        return Phrase(i, t.start, t.end, t.start, t.end, "noun", (i,))

    def _read_object(self, words: tuple[str, ...], noun: int, into: Slots) -> None:
        tree = self.tree
        if len(words) == 1:
            for c in tree.kids(noun, ("prep",)):
                if (*words, tree.norm(noun), tree.norm(c)) in closed.COMPLEX_PREPOSITIONS:
                    self._read_preposition(c, (*words, tree.norm(noun)), into)
                    return
        _add(into, " ".join(words), self.fillers(noun))

    def _gerunds(self, verb: int) -> tuple[Phrase, ...]:
        return tuple(self.clause(v) for v in coordinated_verbs(self.tree, verb))


def coordinated_verbs(tree: Tree, verb: int) -> list[int]:
    """A verb and the verbs coordinated with it."""
    found = [verb]
    for v in found:
        found += [c for c in tree.kids(v, ("conj",)) if tree.is_verb(c)]
    return sorted(found)


def _add(into: Slots, name: str, fillers: tuple[Phrase, ...]) -> None:
    into[name] = into.get(name, ()) + fillers
