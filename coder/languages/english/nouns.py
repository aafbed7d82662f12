"""Event nouns as predicates, and the support verbs that lend them a subject, adjuncts, tense and negation."""

from __future__ import annotations

from coder.languages.base import Vocabulary
from coder.languages.english import closed_classes as closed
from coder.languages.english.clauses import Clauses
from coder.languages.english.mood import Mood
from coder.languages.english.phrases import Phrases, Slots, coordinated_verbs, extend
from coder.languages.english.tree import Tree
from coder.model import Phrase, Predicate

_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "det", "quantmod"})
_MODIFIERS = ("amod", "compound", "nmod")
_PREFIXES = frozenset({"co", "non", "anti", "de", "inter"})
_AIMS = frozenset({"on", "against"})
_AGENT = {"at hands of": "by"}
_NOMINAL_GERUND = frozenset({"det", "poss", "amod", "compound"})
_MARCH = "March"


class NounFrames:
    """Builds the event-noun predicates of one tree and links them to their support verbs."""

    def __init__(self, tree: Tree, phrases: Phrases, clauses: Clauses, mood: Mood, vocabulary: Vocabulary) -> None:
        self._tree = tree
        self._phrases = phrases
        self._clauses = clauses
        self._mood = mood
        self._nouns = vocabulary.event_nouns
        self._active_support = closed.SUPPORT | vocabulary.word_set("support_verbs")
        self._convening = vocabulary.word_set("convening_verbs")
        self._told_of_others = vocabulary.word_set("told_of_others")
        self._passive_support = closed.PASSIVE_SUPPORT | vocabulary.word_set("passive_support_verbs")
        self._occurrence = closed.OCCURRENCE | vocabulary.word_set("occurrence_verbs")

    # ---- which nouns

    def heads(self) -> dict[int, tuple[int, str]]:
        """Head token of each event noun -> its first token and lemma."""
        found: dict[int, tuple[int, str]] = {}
        for i, token in enumerate(self._tree.tokens):
            if self._can_head(i):
                lemma = self._entry(i, (token.lemma, token.norm, _singular(token.norm)))
                if lemma is not None:
                    found[i] = lemma
        return found

    def _can_head(self, i: int) -> bool:
        tree = self._tree
        pos = tree.pos(i)
        if pos in ("NOUN", "PROPN"):
            return tree.dep[i] not in _INSIDE and not self._is_month(i)
        if tree.tag[i] == "VBG" and tree.norm(i) in self._nouns:
            return any(
                tree.dep[c] in _NOMINAL_GERUND or (tree.dep[c] == "prep" and tree.norm(c) == "of")
                for c in tree.children[i]
            )
        return False

    def _is_month(self, i: int) -> bool:
        """*March 21*, *21 March*: no march."""
        tokens = self._tree.tokens
        around = (*tokens[max(i - 1, 0) : i], *tokens[i + 1 : i + 2])
        return tokens[i].text == _MARCH and any(t.text[:1].isdigit() for t in around)

    def _entry(self, i: int, lemmas: tuple[str, ...]) -> tuple[int, str] | None:
        """First token and lemma of the longest entry that ends in ``i`` or opens with it ("exchange of view")."""
        tree = self._tree
        opened = self._opened(i, lemmas)
        if opened is not None:
            return i, opened
        first = i
        written = based = ""
        found: tuple[int, str] | None = None
        for _ in range(3):
            joined = (
                first >= 2 and tree.norm(first - 1) == "-" and tree.tokens[first - 1].end == tree.tokens[first].start
            )
            before = first - 2 if joined else first - 1
            if before < 0 or tree.dep[before] in ("det", "poss", "prep", "punct", "cc"):
                break
            gap = "-" if joined else " "
            written, based = tree.norm(before) + gap + written, tree.lemma(before) + gap + based
            first = before
            for lemma in lemmas:
                for whole in (written + lemma, based + lemma, (written + lemma).replace("-", " ")):
                    if whole in self._nouns:
                        found = first, whole
        if found is not None or self._is_prefixed(i):
            return found
        return self._apart(i, lemmas) or next(((i, lemma) for lemma in lemmas if lemma in self._nouns), None)

    def _is_prefixed(self, i: int) -> bool:
        return i >= 2 and self._tree.norm(i - 1) == "-" and self._tree.norm(i - 2) in _PREFIXES

    def _opened(self, i: int, lemmas: tuple[str, ...]) -> str | None:
        tree = self._tree
        for p in tree.kids(i, ("prep",)):
            noun = tree.kid(p, "pobj")
            if noun is not None and p == i + 1:
                for lemma in lemmas:
                    whole = f"{lemma} {tree.norm(p)} {tree.lemma(noun)}"
                    if whole in self._nouns:
                        return whole
        return None

    def _apart(self, i: int, lemmas: tuple[str, ...]) -> tuple[int, str] | None:
        """A two-word entry with something between: "air and drone strikes"."""
        tree = self._tree
        heads = list(tree.kids(i, _MODIFIERS))
        for h in heads:
            heads += tree.kids(h, ("conj",))
        for c in heads:
            for lemma in lemmas:
                if f"{tree.norm(c)} {lemma}" in self._nouns:
                    return i, f"{tree.norm(c)} {lemma}"
        return None

    # ---- frames

    def predicate(self, i: int, first: int, lemma: str) -> Predicate:
        """The frame of one event noun, without its support verb."""
        tree = self._tree
        slots: Slots = {}
        for name, fillers in self._genitives_and_modifiers(i, first).items():
            extend(slots, name, fillers)
        for name, fillers in self._prepositions(i, lemma).items():
            extend(slots, _AGENT.get(name, name), fillers)
            if name in ("of", "for", "to", "from", "about", "against"):
                extend(slots, "complement", tuple(f for f in fillers if f.kind == "clause"))
        extend(slots, "complement", self._complements(i))
        preposition = tree.norm(tree.head[i]) if tree.dep[i] == "pobj" else None
        return Predicate(
            head=i,
            start=tree.tokens[first].start,
            end=tree.tokens[i].end,
            lemma=lemma,
            kind="noun",
            slots=slots,
            negated=self._is_none(i),
            modality="conditional" if self._mood.is_conditional(i) else None,
            clause=preposition if preposition in closed.ADVERBIAL_PREPOSITIONS else None,
        )

    def _is_none(self, i: int) -> bool:
        tree = self._tree
        top = i
        while (outer := self._phrases.outer(top)) is not None:
            top = outer
        return any(tree.norm(c) in ("no", "neither") for t in {i, top} for c in tree.kids(t, ("det", "neg")))

    def _genitives_and_modifiers(self, i: int, first: int) -> Slots:
        tree, phrases = self._tree, self._phrases
        slots: Slots = {}
        for c in tree.children[i]:
            if tree.dep[c] == "poss":
                extend(slots, "genitive", phrases.possessors(c))
            elif tree.dep[c] in _MODIFIERS and not (first <= c < i):
                extend(slots, "modifier", phrases.modifiers(c))
                for p in tree.kids(c, ("poss",)):
                    extend(slots, "genitive", phrases.possessors(p))
        h = tree.head[i]
        if tree.dep[i] == "conj" and tree.is_nominal(h):
            shared = self._genitives_and_modifiers(h, h)
            if "genitive" not in slots and "genitive" in shared and not list(tree.kids(i, ("det",))):
                slots["genitive"] = shared["genitive"]
            own = self._names(slots)
            if not own and "genitive" not in slots and tree.norm(self._before(i)) in ("and", "or", ","):
                extend(slots, "modifier", self._names(shared))
        return slots

    def _names(self, slots: Slots) -> tuple[Phrase, ...]:
        return tuple(m for m in slots.get("modifier", ()) if self._tree.tokens[m.head].text[:1].isupper())

    def _before(self, i: int) -> int:
        """The token before a noun and the words that modify it."""
        return min((i, *(c for c in self._tree.kids(i, _MODIFIERS) if c < i))) - 1

    def _prepositions(self, i: int, lemma: str) -> Slots:
        """Own prepositional complements, else those behind it and the nouns joined to it ("raids and strikes on X")."""
        tree = self._tree
        slots = dict(self._phrases.prepositions(i))
        if " of " in lemma:  # "exchange of prisoners between": the parser hangs the rest on the prisoners
            for p in slots.get("of", ()):
                slots = self._phrases.prepositions(p.head) | slots
        if slots:
            return slots
        for c in tree.kids(i, ("conj",)):
            if tree.is_nominal(c) and not list(tree.kids(c, ("det", "poss"))):
                return dict(self._phrases.prepositions(c))
        h = tree.head[i]
        if tree.dep[i] != "conj" or not tree.is_nominal(h) or any(True for _ in tree.kids(i, ("det", "poss"))):
            return slots
        behind = {name: tuple(p for p in found if p.head > i) for name, found in self._phrases.prepositions(h).items()}
        return {name: found for name, found in behind.items() if found}

    def _complements(self, i: int) -> tuple[Phrase, ...]:
        tree = self._tree
        heads = [
            w
            for c in tree.kids(i, ("acl", "ccomp", "xcomp"))
            if tree.is_verb(c) and (self._clauses.is_infinitive(c) or tree.kid(c, "mark") is not None)
            for w in coordinated_verbs(tree, c)
        ]
        return tuple(map(self._phrases.clause, heads))

    # ---- support verbs

    def link(self, nouns: dict[int, Predicate], verbs: list[Predicate]) -> None:
        """Let every support verb pass what it has to its noun."""
        for verb in verbs:
            for noun, role in self._supported(verb, nouns):
                if noun.support is None:
                    self._lend(verb, noun, role)

    def _supported(self, verb: Predicate, nouns: dict[int, Predicate]) -> list[tuple[Predicate, str | None]]:
        found: list[tuple[Predicate, str | None]] = []
        bare = self._tree.lemma(verb.head)
        for name, fillers in verb.slots.items():
            for f in fillers:
                noun = nouns.get(f.head)
                if noun is None or (bare in self._convening and self._is_definite(noun.head)):
                    continue  # *called the rally a disgrace* calls none
                if bare in closed.SPEECH and noun.lemma in self._told_of_others:
                    continue  # *announced the kidnapping of two nurses*
                role = self._role(verb.lemma, bare, name)
                if role is not None:
                    found.append((noun, role or None))
        return found

    def _is_definite(self, head: int) -> bool:
        article = self._tree.kid(head, "det")
        return article is not None and self._tree.norm(article) == "the"

    def _role(self, lemma: str, bare: str, slot: str) -> str | None:
        """Which slot of the noun the subject of the verb fills; "" for none; None where the verb gives no support."""
        if slot == "object":
            if lemma in self._passive_support:
                return "object"
            return "subject" if lemma in self._active_support else None
        if slot == "subject":
            return "" if lemma in self._occurrence else None
        for verb in (lemma, bare):
            if f"{verb} {slot}" in self._passive_support:
                return "object"
            if f"{verb} {slot}" in self._active_support:
                return "subject"
        return None

    def _lend(self, verb: Predicate, noun: Predicate, role: str | None) -> None:
        noun.support = verb.head
        if verb.support_for is None:
            verb.support_for = noun.head
        noun.negated = noun.negated or verb.negated
        noun.tense, noun.voice = verb.tense, verb.voice
        if self._tree.head[verb.head] != noun.head:  # else the verb stands in a relative clause of its noun
            noun.modality, noun.clause = verb.modality, verb.clause
        if role is not None:
            extend(noun.slots, role, tuple(f for f in verb.slots.get("subject", ()) if f.head != noun.head))
            for agent in noun.slots.get("subject", ()) if verb.voice == "passive" else ():
                for name in (n for n in agent.attached if n in _AIMS):  # "carried out by rebels on the base"
                    extend(noun.slots, name, agent.attached[name])
        for name, fillers in verb.slots.items():
            if name not in ("subject", "object", "complement"):
                extend(noun.slots, _AGENT.get(name, name), tuple(f for f in fillers if f.head != noun.head))


def _singular(norm: str) -> str:
    """For headline words that the tagger took for names ("Clashes")."""
    if norm.endswith(("ches", "shes", "sses")):
        return norm[:-2]
    if norm.endswith("ies"):
        return norm[:-3] + "y"
    return norm[:-1] if norm.endswith("s") and not norm.endswith("ss") else norm
