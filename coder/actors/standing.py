"""How the phrases of a sentence stand in it: what its clauses are about, who speaks, who acts or is acted on."""

from __future__ import annotations

from coder.model import Analysis, Predicate

_CORE = frozenset(
    {
        "subject",
        "object",
        "to",
        "with",
        "against",
        "between",
        "among",
        "by",
        "of",
        "on",
        "for",
        "from",
        "مع",
        "بين",
        "الي",
        "علي",
        "ضد",
        "ل",
        "ب",
    }
)
_SAID = "complement"
_MAIN, _OTHER = 2, 1


class Standing:
    """The standing of each phrase of a sentence, by its head token."""

    def __init__(self, analysis: Analysis, saying: frozenset[str], lang: str) -> None:
        """``saying``: the verbs that report. Without them, as in Arabic, the latest subject stands highest."""
        self.analysis = analysis
        self.first = lang == "en"
        self.speakers: set[int] = set()
        self.core: set[int] = set()
        self._levels: dict[int, int] = {}
        for predicate in analysis.predicates:
            self.core.update(p.head for slot, found in predicate.slots.items() if slot in _CORE for p in found)
            self._read(predicate, saying)
        self.subjects = self._levels.keys()

    def rank(self, head: int) -> tuple[int, int]:
        """How high a subject stands: by its clause, then the first of the sentence, in Arabic the last."""
        if not self.first:
            return 0, head
        return self._levels.get(head, 0), -head

    def _read(self, predicate: Predicate, saying: frozenset[str]) -> None:
        subjects = {p.head for p in predicate.slots.get("subject", ())}
        passive = predicate.voice == "passive" and predicate.kind == "verb"
        if self.first and passive and predicate.clause in (None, _SAID):
            subjects |= {p.head for p in predicate.slots.get("object", ())}
        reports = predicate.lemma in saying and _SAID in predicate.slots
        main = predicate.clause is None or (predicate.clause == _SAID and self._is_said(predicate, saying))
        level = _MAIN if main and predicate.kind == "verb" else _OTHER
        for head in subjects:
            self._levels[head] = max(level, self._levels.get(head, 0))
        if reports:
            self.speakers |= subjects

    def _is_said(self, predicate: Predicate, saying: frozenset[str]) -> bool:
        over = (p for p in self.analysis.predicates if any(q.head == predicate.head for q in p.slots.get(_SAID, ())))
        return any(p.lemma in saying for p in over)
