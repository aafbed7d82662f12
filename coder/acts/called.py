"""Deeds of force and protest that a word names and no verb tells, whoever their sides are.

*Branded the shooting a terror attack*, *the killings of the two were on a list*; a strike that is announced is to come.
"""

from __future__ import annotations

from coder.acts.grounding import Grounding
from coder.model import Predicate

_AS, _SUBJECT, _OBJECT, _BE = "as", "subject", "object", "be"
_PROTEST = "14"


def only_called(noun: Predicate, grounding: Grounding) -> str | None:
    """By which words a deed is only spoken of; None if it may be told. Words: ``called_verbs`` of words.yaml."""
    for governor, slot in grounding.arguments.get(noun.head, ()):
        if slot == _AS and governor.lemma in grounding.words.naming:
            return f"what something is called: as of '{governor.lemma}'"
        if slot == _SUBJECT and governor.lemma == _BE and governor.kind == "verb" and grounding.is_definite(noun):
            return "definite, and only something is said of it"
    return None


def is_announced(noun: Predicate, code: str, grounding: Grounding) -> bool:
    """Whether a protest is announced and so to come (*unions announced a strike*). Words: ``announcing_verbs``."""
    if not code.startswith(_PROTEST) or grounding.is_definite(noun):
        return False
    above = grounding.arguments.get(noun.head, ())
    return any(slot == _OBJECT and g.lemma in grounding.words.announcing for g, slot in above)
