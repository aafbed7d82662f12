"""Acts of cooperation that are only named in what is asked, offered, promised, refused or aimed at.

*Rejected a proposal for talks with the rebels*, ``توجه إلى موسكو لإجراء محادثات``: the talks are not told. An operator
that embeds the act composes its code; this is for readings that only name what they are about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coder.acts.grounding import Grounding
from coder.matcher import EventMatch
from coder.model import Predicate

_DEPTH = 4
_WHERE, _PART = "في", "genitive"
_WITH = "with"
_TIMED = frozenset({"on", "at", "after"})
_JUDGED = 5  # tokens behind *is*

Match = Callable[[Predicate], EventMatch | None]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Looks for what an act noun hangs on. The lists ``naming_*`` of words.yaml switch it on for a language."""

    grounding: Grounding
    match: Match

    def under(self, noun: Predicate) -> str | None:
        """By which words the act is only spoken about, asked for, promised, refused or aimed at; None without any."""
        words = self.grounding.words
        if (topic := self.grounding.topic_of(noun)) is not None:
            return f"only spoken about: {topic}"
        if not words.naming_slots:
            return None
        if self.grounding.is_any(noun.head):
            return "any such act, not a certain one"
        head, seen = noun.head, {noun.head}
        for _ in range(_DEPTH):
            above = self._above(head)
            if above is None or above[0] in seen:
                return None
            head, slot, governor = above
            seen.add(head)
            token = self.grounding.analysis.tokens[head]
            if governor is None or governor.kind == "noun":
                if token.lemma in words.naming_nouns:
                    return f"named under '{token.text}'"
                if self.grounding.analysis.tokens[noun.head].feats.get("def") == "yes" and slot != _PART:
                    return f"known, and only named under '{token.text}'"
                continue
            if slot == _WHERE:  # said at a meeting, agreed in talks; in *the* talks: known ones
                known = self.grounding.analysis.tokens[noun.head].feats.get("def") == "yes"
                return f"known, and only named beside '{governor.lemma}'" if known else None
            found = self.match(governor)
            code = (found.pattern.code or "") if found is not None else ""
            if found is not None and code.startswith(words.naming_roots) and found.pattern.operator is None:
                return f"only named by '{governor.lemma}'"
            if slot in words.aims and governor.support_for != noun.head:
                return f"an aim of '{governor.lemma}'"
            return None
        return None

    def _above(self, head: int) -> tuple[int, str, Predicate | None] | None:
        """What a head is an argument of, or hangs on: the head above it, the slot, and the predicate there."""
        words = self.grounding.words
        for governor, slot in self.grounding.arguments.get(head, ()):
            if slot in words.naming_slots:
                return governor.head, slot, governor
        phrase, slot = self.grounding.phrases.get(head, (None, ""))
        if phrase is None or slot not in words.naming_slots:
            return None
        return phrase.head, slot, self.grounding.by_head.get(phrase.head)


def is_judged(noun: Predicate, grounding: Grounding) -> bool:
    """Whether an act noun is only judged, or is to come: *the release is vital*, *her next meeting is with him*."""
    for verb, slot in grounding.arguments.get(noun.head, ()):
        if slot == "subject" and verb.kind == "verb":
            behind = grounding.analysis.tokens[verb.head + 1 : verb.head + _JUDGED]
            judged = verb.lemma == "be" and any(t.lemma in grounding.words.judging for t in behind)
            modal = verb.modality in ("possible", "conditional") and noun.support != verb.head
            to_come = verb.lemma == "be" and verb.tense == "present" and _WITH in verb.slots
            if judged or to_come or (modal and _TIMED.isdisjoint(noun.slots)):
                return True
    return False


def is_claimed(verb: Predicate, grounding: Grounding) -> bool:
    """Whether *that* and a noun of claims stand before a clause (*suggestions that it had armed them*)."""
    tokens = grounding.analysis.tokens
    first = min((min(p.tokens) for p in verb.slots.get("subject", ())), default=verb.head)
    claimed = verb.clause == "complement" and first >= 2 and tokens[first - 1].norm == "that"
    return claimed and tokens[first - 2].lemma in grounding.words.claimed_contents
