"""Deeds that are only what somebody is charged with: the ground of an arrest or verdict, the content of a charge."""

from __future__ import annotations

from collections.abc import Callable

from coder.acts.grounding import Grounding
from coder.matcher import EventMatch
from coder.model import Predicate

_LEGAL_CODES = ("115", "116", "173")
_GROUNDS = ("to", "of", "for", "with", "over", "complement", "ب")
_UNDER = "ب"


def charge_over(
    predicate: Predicate, grounding: Grounding, match: Callable[[Predicate], EventMatch | None]
) -> str | None:
    """By which word a deed is only alleged; None where it is not a charge."""
    words, noun = grounding.words, predicate.kind == "noun"
    for governor, slot in grounding.arguments.get(predicate.head, ()):
        if slot in _GROUNDS and governor.lemma in words.pleading:
            return governor.lemma
        legal = match(governor) if slot in _GROUNDS else None
        ground = legal is not None and (legal.pattern.code or "").startswith(_LEGAL_CODES)
        if ground or (noun and slot == "genitive" and governor.lemma in words.charges):
            return governor.lemma
    return _accused_of(predicate, grounding) if noun and words.accused else None


def _accused_of(predicate: Predicate, grounding: Grounding) -> str | None:
    """The word for the accused right before their deed (``ضباط متهمون بقتل محام``)."""
    head, tokens = predicate.head, grounding.analysis.tokens
    if head < 2 or tokens[head - 1].norm != _UNDER:
        return None
    lemma = tokens[head - 2].lemma
    return lemma if lemma in grounding.words.accused else None
