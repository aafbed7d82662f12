"""Clauses opened by a word: complementisers, subordinators, relative pronouns."""

from __future__ import annotations

from coder.languages.ar import closed, verb_classes
from coder.languages.ar.noun_phrase import NounPhrase
from coder.languages.ar.reader import Reader

_SUPPOSED = closed.words(
    """
    المعتقد المرجح المحتمل المتوقع المقرر الممكن المفترض المنتظر الضروري المستبعد المؤمل المرتقب الواجب المستحيل المأمول
    """
)


class Subordination(Reader):
    """Opens subordinate clauses."""

    def _subordinator(self, i: int) -> int:
        """Open the clause that a subordinating word or phrase at ``i`` introduces; 0 when none stands there."""
        view = self.view
        for phrase, label in self._phrases_at(i):
            after = i + len(phrase)
            lacks_verb = " ".join(phrase) in closed.NEEDS_VERB and view.at(after) != "VERB"
            if not lacks_verb and not (label == "until" and self._governs_to()):
                return self._subordinate(label, i, after)
        norm, pos = view.norms[i], view.pos[i]
        if pos == "VERB" or pos == "PROPN":
            return 0
        if norm in closed.COPULAR_PARTICLES and (pos in ("SCONJ", "PART") or view.enclitic(i + 1)):
            return self._complementiser(i)
        label = closed.SUBORDINATORS.get(norm, "")
        if label and pos in ("SCONJ", "ADV", "PART", "ADP", "NOUN", "CCONJ", "PRON", "X"):
            if norm in ("كما", "حين", "خشيه", "كون", "حيث") and (
                (view.at(i + 1) != "VERB" and norm != "حيث") or (norm == "كما" and self.state.comma)
            ):
                return i + 1 if norm == "كما" else 0
            return self._subordinate(label, i, i + 1)
        if pos == "SCONJ" and norm in _SO_THAT and view.at(i + 1) == "VERB":
            return self._subordinate("purpose", i, i + 1)
        if norm in closed.BUT and pos in ("CCONJ", "PART", "SCONJ", "ADV") and norm.startswith(("لكن", "ولكن")):
            self._open(None, None, i)
            return self._clitic_topic(i + 1)
        return self._free_relative(i) if norm in _WHAT and view.at(i + 1) == "VERB" and self.clause.verb >= 0 else 0

    def _free_relative(self, i: int) -> int:
        """Open the clause of *what*, *who*: the object of the verb before it or, behind a comma, a remark on it."""
        norm, clause = self.view.norms[i], self.clause
        if self.state.comma:
            if norm == "من":
                return 0
        elif norm == "مما" or self.view.pos[i] == "ADP" or clause.object is not None:
            return 0
        else:
            clause.object = NounPhrase(i, [i], i + 1, kind="pronoun", definite=True)
            self.phrases.append(clause.object)
        self._open("relative", clause, i)
        return i + 1

    def _governs_to(self) -> bool:
        """Whether the verb takes ``إلى``, so that ``إلى أن`` is no *until*."""
        verb = self.clause.verb
        return verb >= 0 and "الي" in verb_classes.VERB_PREPOSITIONS.get(self.view.lemma(verb), ())

    def _phrases_at(self, i: int) -> list[tuple[tuple[str, ...], str]]:
        norms = self.view.norms
        return [(p, label) for p, label in _PHRASES.get(norms[i], ()) if tuple(norms[i : i + len(p)]) == p]

    def _subordinate(self, label: str, i: int, after: int) -> int:
        if label == "but":
            self._open(None, None, i)
        elif label == "that":
            self._open_complement(self._governor(), i)
        else:
            clause = self._open(label, self.clause, i)
            clause.conditional = label == "if"
        self.state.conjunction = ""
        self.state.comma = False
        return self._clitic_topic(after)

    def _complementiser(self, i: int) -> int:
        clause = self.clause
        if self.state.conjunction == "ف" and not clause.empty:
            self._open(None, None, i)
        elif clause.kind is not None and clause.empty and clause.verb < 0:
            clause.particle = clause.particle or clause.kind == "complement"
        elif (
            clause.verb < 0
            and clause.auxiliary < 0
            and clause.topic is None
            and clause.kind is None
            and clause.parent is None
            and not clause.slots
        ) or (clause.verb < 0 and clause.kind is None and self.state.comma and clause.topic is None):
            pass
        else:
            governor = self._governor()
            noun = self.attachment.noun_governor(i) if governor is clause else None
            opened = self._open_complement(governor, i)
            opened.particle = True
            opened.possible = self._supposed(i)
            if noun is not None:
                noun.complement = opened
        self.state.conjunction = ""
        self.state.comma = False
        return self._clitic_topic(i + 1)

    def _supposed(self, i: int) -> bool:
        """Whether ``من المعتقد``, ``من المقرر`` ... stand before the particle at ``i``."""
        return self.view.norm(i - 2) == "من" and self.view.norm(i - 1) in _SUPPOSED

    def _relative(self, i: int) -> int:
        """Open a relative clause on the last phrase that the pronoun at ``i`` agrees with."""
        antecedent = self.attachment.antecedent(i, bool(self.state.conjunction))
        parent = self.clause
        clause = self._open("relative", parent, i)
        clause.antecedent = antecedent
        self.state.conjunction = ""
        self.state.comma = False
        return i + 1


_PHRASES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _label in sorted(closed.SUBORDINATING_PHRASES.items(), key=lambda item: (-len(item[0]), item[0])):
    _PHRASES.setdefault(_phrase[0], []).append((_phrase, _label))

_WHAT = frozenset({"ما", "من", "مما"})
_SO_THAT = frozenset({"ل", "حتي"})
SUBORDINATING = closed.COPULAR_PARTICLES | closed.SUBORDINATORS.keys() | closed.BUT | _PHRASES.keys() | _WHAT | _SO_THAT
"""The words that open a clause, alone or as the first of a phrase."""
