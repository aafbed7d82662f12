"""Clauses that are no news: what somebody asks for, promises, eases or refuses, and what has to happen first."""

from __future__ import annotations

from collections.abc import Callable

from coder.acts.background import Background
from coder.acts.incidents import Coding
from coder.dictionary.compiled import CompiledPattern, SlotPath
from coder.matcher import SentenceMatcher
from coder.model import Phrase, Predicate

_WANTING = ("demand", "appeal", "ease", "reject", "threaten", "intend", "offer", "agree")
_ASKING = ("02", "10")
_CORE = ("object", "subject")
_THINGS: tuple[SlotPath, ...] = (("object",), ("for",))
_IF = "if"
_AWAITED = ("until", "unless")
_RELATIVE = ("relative", "attributive", "participle")


def describes_wanted(predicate: Predicate, matcher: SentenceMatcher, background: Background) -> bool:
    """*Asked for access to prisoners held there*, *lifted the curfew imposed before*; not with a day of the news."""
    if predicate.kind != "verb" or predicate.clause not in _RELATIVE or background.names_day(predicate):
        return False
    starts = {p.head_start for s in _CORE for p in predicate.slots.get(s, ()) if p.head < predicate.head}
    before = (m for m in matcher.matches() if m.predicate.head < predicate.head)
    paths = ((m.predicate, path) for m in before for path in _slots_of(m.pattern))
    spans = (p for wanting, path in paths for p in matcher.slot(wanting, path))
    return any(p.start <= start < p.end for p in spans for start in starts)


def describes_by_passive(coding: Coding, known: Callable[[tuple[Phrase, ...]], bool]) -> bool:
    """``رحلت السلطات أفغانا رفضت طلباتهم``: a passive without a doer says who is meant, not what happened."""
    clause = coding.predicate
    describing = clause.kind == "verb" and clause.clause in _RELATIVE and clause.voice == "passive"
    return describing and not known(coding.sources)


def not_so(act: Predicate, verb: Predicate, background: Background) -> str | None:
    """Why the clause of an act, or the verb that tells it, says that it is not so, or not yet; None if it may be."""
    if _is_awaited(verb):
        return "what has to happen first, or follows under a condition"
    if act is not verb and verb.lemma in background.words.seeking:
        return f"only sought: object of '{verb.lemma}'"
    if background.is_to_come(act, verb):
        return "still to come, or done again and again"
    return background.doubt(verb)


def _is_awaited(predicate: Predicate) -> bool:
    """*Ruled out talks until the rebels free their captives*, *if no deal is signed, Peru leaves*: not yet so."""
    return predicate.tense == "present" and (predicate.clause in _AWAITED or _IF in predicate.slots)


def _slots_of(pattern: CompiledPattern) -> tuple[SlotPath, ...]:
    """Where a word of asking, promising, easing or refusing holds what it is about."""
    if pattern.operator in _WANTING:
        return pattern.embedded
    return _THINGS if (pattern.code or "").startswith(_ASKING) else ()
